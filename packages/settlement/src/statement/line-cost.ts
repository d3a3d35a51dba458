import { fen, sumFen, zeroFen, type CostVector, type Fen, type PayItem, type RatePpm } from "@tongchou/core";
import { contributionsOn, housingFundOn, insuranceKinds } from "../contributions.js";
import type { SettlementRules } from "../settlement-rules.js";
import type { FeeShare } from "./contract-fee.js";
import type { LineResult } from "./settle-line.js";

/** What a worker's month would cost the unit without the platform. */
export interface CostFacts extends FeeShare {
  readonly pay: readonly PayItem[];
  readonly contributionWageFen: Fen;
  readonly housingFundRate: RatePpm;
}

/**
 * The cost of a worker's month by the arrangement before the migration: pay items, the employer's
 * contributions, and the old contract's fee (reading C: its terms on the month's facts).
 */
export function originalCost(facts: CostFacts, rules: SettlementRules): CostVector {
  const cost: Record<string, Fen> = {};
  for (const item of facts.pay) add(cost, `pay:${item.kind}`, item.amountFen);
  for (const item of contributionsOn(facts.contributionWageFen, rules.contributions).items) {
    add(cost, `employer:${item.kind}`, item.employerFen ?? zeroFen);
  }
  const fund = housingFundOn(facts.contributionWageFen, facts.housingFundRate, rules.housingFund);
  add(cost, "housing-fund", fund.eachSideFen);
  add(cost, "agency-fee", facts.agencyFeeFen);
  add(cost, "vat", facts.vatFen);
  return cost;
}

/** What the unit is charged for a settled line. */
export function chargedCost(line: LineResult, pay: readonly PayItem[], fee: FeeShare): CostVector {
  const cost: Record<string, Fen> = {};
  for (const item of pay) add(cost, `pay:${item.kind}`, item.amountFen);
  for (const kind of insuranceKinds) {
    add(cost, `employer:${kind}`, line.insurance[kind].employerFen ?? zeroFen);
  }
  add(cost, "housing-fund", line.housingFundEachSideFen);
  add(cost, "agency-fee", fee.agencyFeeFen);
  add(cost, "vat", fee.vatFen);
  return cost;
}

/** Adds up the pay items of a cost, where the time before the migration knows only their sum. */
export function withPayAsOne(cost: CostVector): CostVector {
  const components = Object.entries(cost);
  const isPay = ([component]: readonly [string, Fen]): boolean => component.startsWith("pay:");
  const rest = Object.fromEntries(components.filter((entry) => !isPay(entry)));
  return { ...rest, pay: sumFen(components.filter(isPay).map(([, amount]) => amount)) };
}

function add(cost: Record<string, Fen>, component: string, amountFen: Fen): void {
  if (amountFen !== 0) cost[component] = fen((cost[component] ?? 0) + amountFen);
}
