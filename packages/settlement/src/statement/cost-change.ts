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

/** The whole change of a cost since before the migration, put down to causes. */
export interface AttributedCost {
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  readonly before: CostVector;
  readonly after: CostVector;
  readonly parts: CostAttribution;
}

/** The whole change of the unit's monthly cost. */
export interface CostChange extends AttributedCost {
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
  const withBaseline = input.workers.filter(hasBaseline);
  const costOf = (
    lines: readonly LineInput[],
    own: typeof earlierFacts,
    rules: SettlementRules,
  ): CostVector => sumCosts(oldArrangement(lines, own, input, { facts: law.facts, rules }));
  const change = attributed({
    before: costOf(withBaseline, earlierFacts, law.baselineRules),
    law: costOf(withBaseline, earlierFacts, law.rules),
    hrFacts: costOf(input.workers, factsOnOldBase, law.rules),
    base: sumCosts(entries.map(({ result }) => result.originalCost)),
    after: sumCosts(entries.map(({ result }) => result.chargedCost)),
  });
  return { ...change, workersWithoutBaseline: input.workers.length - withBaseline.length };
}

/** The change of each worker's cost, by worker id; together they are the unit's. */
export function workerCostChanges(
  input: UnitMonth,
  entries: readonly SettledEntry[],
  law: CostLaw,
): ReadonlyMap<string, AttributedCost> {
  const withBaseline = input.workers.filter(hasBaseline);
  const costsOf = (
    lines: readonly LineInput[],
    own: typeof earlierFacts,
    rules: SettlementRules,
  ): ReadonlyMap<string, CostVector> => {
    const costs = [...oldArrangement(lines, own, input, { facts: law.facts, rules })];
    return new Map(lines.map(({ workerId }, index) => [workerId, costs[index] ?? {}]));
  };
  const before = costsOf(withBaseline, earlierFacts, law.baselineRules);
  const underLaw = costsOf(withBaseline, earlierFacts, law.rules);
  const hrFacts = costsOf(input.workers, factsOnOldBase, law.rules);
  return new Map(
    entries.map(({ result: { workerId, originalCost: base, chargedCost: after } }) => {
      const earlier = { before: before.get(workerId) ?? {}, law: underLaw.get(workerId) ?? {} };
      const hrCost = hrFacts.get(workerId) ?? {};
      return [workerId, attributed({ ...earlier, hrFacts: hrCost, base, after })] as const;
    }),
  );
}

function hasBaseline({ baseline }: LineInput): boolean {
  return baseline !== undefined;
}

/** A worker as before the migration. */
function earlierFacts(line: LineInput): OwnFacts {
  return {
    pay: [{ kind: "basic", amountFen: line.baseline?.grossFen ?? zeroFen }],
    contributionWageFen: line.baseline?.contributionWageFen ?? zeroFen,
    housingFundRate: line.baseline?.housingFundRate ?? line.housingFundRate,
    contributionScope: line.contributionScope,
    stay: undefined,
  };
}

/** A worker as now, but for the contribution base. */
function factsOnOldBase(line: LineInput): OwnFacts {
  return {
    pay: line.pay,
    contributionWageFen: line.baseline?.contributionWageFen ?? line.contributionWageFen,
    housingFundRate: line.housingFundRate,
    contributionScope: line.contributionScope,
    stay: line.stay,
  };
}

/** A cost before the migration, and once each cause has been let in. */
interface CostSteps {
  readonly before: CostVector;
  readonly law: CostVector;
  readonly hrFacts: CostVector;
  readonly base: CostVector;
  readonly after: CostVector;
}

function attributed(steps: CostSteps): AttributedCost {
  const before = withPayAsOne(steps.before);
  const base = withPayAsOne(steps.base);
  const after = withPayAsOne(steps.after);
  const states = {
    law: withPayAsOne(steps.law),
    "hr-facts": withPayAsOne(steps.hrFacts),
    base,
    // Fees are split without a rest: rounding changes nothing.
    rounding: base,
    services: withServices(base, after["services"]),
    migration: after,
  };
  const parts = attributeChange(before, states);
  return { beforeFen: costTotal(before), afterFen: costTotal(after), before, after, parts };
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
