import {
  fen,
  sumFen,
  zeroFen,
  type ContributionDifference,
  type CostVector,
  type Fen,
  type PayItem,
  type RatePpm,
} from "@tongchou/core";
import { declaredBase, housingFundOn, insuranceKinds, type InsuranceKind } from "../contributions.js";
import type { SettlementRules } from "../settlement-rules.js";
import type { FeeShare } from "./contract-fee.js";
import { lineInsurance, type InsuranceSides, type LineResult } from "./settle-line.js";
import type { LineInput } from "./statement-input.js";

/** What a worker's month would cost the unit without the platform. */
export interface CostFacts extends FeeShare {
  readonly pay: readonly PayItem[];
  readonly contributionWageFen: Fen;
  readonly housingFundRate: RatePpm;
  readonly contributionScope?: "work-injury" | undefined;
  readonly contributionDifferences?: readonly ContributionDifference[] | undefined;
}

/**
 * The cost of a worker's month by the arrangement before the migration: pay items, the employer's
 * contributions, and the old contract's fee (reading C: its terms on the month's facts).
 */
export function originalCost(facts: CostFacts, rules: SettlementRules): CostVector {
  const { pay, contributionWageFen, housingFundRate, contributionDifferences } = facts;
  const baseFen = declaredBase(contributionWageFen, rules.contributions.bounds);
  const fund = housingFundOn(contributionWageFen, housingFundRate, rules.housingFund);
  const insurance = lineInsurance(facts, baseFen, rules.contributions);
  return costVector({ pay, insurance, fundFen: fund.eachSideFen, fee: facts, contributionDifferences });
}

/** What the unit is charged for a settled line. */
export function chargedCost(
  result: LineResult,
  line: Pick<LineInput, "contributionDifferences" | "pay">,
  fee: FeeShare & { readonly servicesFen: Fen },
): CostVector {
  const { pay, contributionDifferences } = line;
  const { insurance, housingFundEachSideFen: fundFen } = result;
  const cost = costVector({ pay, insurance, fundFen, fee, contributionDifferences });
  return fee.servicesFen === 0 ? cost : { ...cost, services: fee.servicesFen };
}

/** Components that come to nought are left out, and so are sides without an established rate. */
function costVector(parts: {
  readonly pay: readonly PayItem[];
  readonly insurance: InsuranceSides;
  readonly fundFen: Fen;
  readonly fee: FeeShare;
  readonly contributionDifferences: readonly ContributionDifference[] | undefined;
}): CostVector {
  const cost: Record<string, Fen> = {};
  for (const { kind, amountFen } of parts.pay) add(cost, `pay:${kind}`, amountFen);
  for (const kind of insuranceKinds)
    add(cost, componentOf(kind), parts.insurance[kind].employerFen ?? zeroFen);
  add(cost, componentOf("housing-fund"), parts.fundFen);
  for (const { kind, employerFen } of parts.contributionDifferences ?? []) {
    add(cost, componentOf(kind), employerFen);
  }
  add(cost, "agency-fee", parts.fee.agencyFeeFen);
  add(cost, "vat", parts.fee.vatFen);
  return cost;
}

function componentOf(kind: InsuranceKind | "housing-fund"): string {
  return kind === "housing-fund" ? kind : `employer:${kind}`;
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
