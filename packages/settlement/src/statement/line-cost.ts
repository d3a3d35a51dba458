import { fen, sumFen, zeroFen, type CostVector, type Fen, type PayItem, type RatePpm } from "@tongchou/core";
import {
  declaredBase,
  housingFundOn,
  insuranceKinds,
  insuranceSides,
  type InsuranceKind,
} from "../contributions.js";
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
  const { pay, contributionWageFen, housingFundRate } = facts;
  const baseFen = declaredBase(contributionWageFen, rules.contributions.bounds);
  const fund = housingFundOn(contributionWageFen, housingFundRate, rules.housingFund);
  const employerOf = (kind: InsuranceKind): Fen | null =>
    insuranceSides(baseFen, kind, rules.contributions).employerFen;
  return costVector({ pay, employerOf, fundFen: fund.eachSideFen, fee: facts });
}

/** What the unit is charged for a settled line. */
export function chargedCost(line: LineResult, pay: readonly PayItem[], fee: FeeShare): CostVector {
  const employerOf = (kind: InsuranceKind): Fen | null => line.insurance[kind].employerFen;
  return costVector({ pay, employerOf, fundFen: line.housingFundEachSideFen, fee });
}

/** Components that come to nought are left out, and so are sides without an established rate. */
function costVector(parts: {
  readonly pay: readonly PayItem[];
  readonly employerOf: (kind: InsuranceKind) => Fen | null;
  readonly fundFen: Fen;
  readonly fee: FeeShare;
}): CostVector {
  const cost: Record<string, Fen> = {};
  for (const { kind, amountFen } of parts.pay) add(cost, `pay:${kind}`, amountFen);
  for (const kind of insuranceKinds) add(cost, `employer:${kind}`, parts.employerOf(kind) ?? zeroFen);
  add(cost, "housing-fund", parts.fundFen);
  add(cost, "agency-fee", parts.fee.agencyFeeFen);
  add(cost, "vat", parts.fee.vatFen);
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
