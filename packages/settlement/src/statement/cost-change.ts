import {
  attributeChange,
  costTotal,
  sumCosts,
  sumFen,
  zeroFen,
  type CostAttribution,
  type CostVector,
  type Fen,
  type Stay,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { SettlementRules } from "../settlement-rules.js";
import { reckonFees, type FeeShare } from "./contract-fee.js";
import { originalCost, withPayAsOne, type CostFacts } from "./line-cost.js";
import type { SettledEntry } from "./settlement-line.js";
import type { LineInput, UnitMonth } from "./statement-input.js";

/** The whole change of the unit's monthly cost since before the migration, put down to causes. */
export interface CostChange {
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  readonly before: CostVector;
  readonly after: CostVector;
  readonly parts: CostAttribution;
  /** Workers without figures from before; their whole cost counts as a change of HR facts. */
  readonly workersWithoutBaseline: number;
}

/** What the cost on both sides of the migration is reckoned with. */
export interface CostLaw {
  readonly facts: Facts;
  readonly rules: SettlementRules;
  /** The law of the last day before the migration. */
  readonly baselineRules: SettlementRules;
}

/** What of a worker's own goes into the cost of a month. */
interface OwnFacts extends Omit<CostFacts, keyof FeeShare> {
  readonly stay: Stay | undefined;
}

/**
 * Lets the causes in one after the other: law, then HR facts (pay, fund rate, who works here), then the
 * contribution base, what of it was made up for earlier months included, rounding, services, and at last the
 * migration.
 */
export function costChangeOf(input: UnitMonth, entries: readonly SettledEntry[], law: CostLaw): CostChange {
  const withBaseline = input.workers.filter((line) => line.baseline !== undefined);
  const earlier = (line: LineInput): OwnFacts => ({
    pay: [{ kind: "basic", amountFen: line.baseline?.grossFen ?? zeroFen }],
    contributionWageFen: line.baseline?.contributionWageFen ?? zeroFen,
    housingFundRate: line.baseline?.housingFundRate ?? line.housingFundRate,
    contributionScope: line.contributionScope,
    stay: undefined,
  });
  const newOnOldBase = (line: LineInput): OwnFacts => ({
    pay: line.pay,
    contributionWageFen: line.baseline?.contributionWageFen ?? line.contributionWageFen,
    housingFundRate: line.housingFundRate,
    contributionScope: line.contributionScope,
    stay: line.stay,
  });
  const costOf = (lines: readonly LineInput[], own: typeof earlier, rules: SettlementRules): CostVector =>
    withPayAsOne(sumCosts(oldArrangement(lines, own, input, { facts: law.facts, rules })));
  const before = costOf(withBaseline, earlier, law.baselineRules);
  const base = withPayAsOne(sumCosts(entries.map(({ result }) => result.originalCost)));
  const after = withPayAsOne(sumCosts(entries.map(({ result }) => result.chargedCost)));
  const states = {
    law: costOf(withBaseline, earlier, law.rules),
    "hr-facts": costOf(input.workers, newOnOldBase, law.rules),
    base,
    // Fees are split without a rest: rounding changes nothing.
    rounding: base,
    services: withServices(base, after["services"]),
    migration: after,
  };
  return {
    beforeFen: costTotal(before),
    afterFen: costTotal(after),
    before,
    after,
    parts: attributeChange(before, states),
    workersWithoutBaseline: input.workers.length - withBaseline.length,
  };
}

function withServices(cost: CostVector, servicesFen: Fen | undefined): CostVector {
  return servicesFen === undefined ? cost : { ...cost, services: servicesFen };
}

const withoutFee: FeeShare = { agencyFeeFen: zeroFen, vatFen: zeroFen };

/** What lines would cost under the contracts they had, on given facts of theirs and under a given law. */
function* oldArrangement(
  lines: readonly LineInput[],
  ownOf: (line: LineInput) => OwnFacts,
  input: UnitMonth,
  { facts, rules }: { readonly facts: Facts; readonly rules: SettlementRules },
): Generator<CostVector> {
  const heads = lines.map((line) => {
    const own = ownOf(line);
    return {
      workerId: line.workerId,
      contractId: line.contractId,
      grossFen: sumFen(own.pay.map((item) => item.amountFen)),
      stay: own.stay,
      passedThrough: () => costTotal(originalCost({ ...own, ...withoutFee }, rules)),
    };
  });
  const fees = reckonFees(heads, input, { facts, law: rules.law });
  for (const line of lines) yield originalCost({ ...ownOf(line), ...fees.shareOf(line.workerId) }, rules);
}
