import {
  costCauses,
  costTotal,
  groupBy,
  sumCosts,
  sumFen,
  zeroFen,
  type Branch,
  type CostAttribution,
  type CostVector,
  type Fen,
  type Period,
} from "@tongchou/core";
import { createFacts } from "@tongchou/statutory";
import { lookUpRules } from "../settlement-rules.js";
import { workerCostChanges, type CostLaw } from "../statement/cost-change.js";
import type { StatementInput } from "../statement/statement-input.js";
import type { AccountedMonth, AccountedUnit } from "./accounted-unit.js";
import { capsIn, type CapMonth } from "./cap-term.js";
import type { FloatDays, WorkingCalendar } from "./float-days.js";
import { floatOf, inOrderOfBalances, type CashDays } from "./money-terms.js";

/** What was paid in the last month before the migration. */
export interface LastBefore {
  readonly period: Period;
  readonly costFen: Fen;
}

/** One unit's months through the platform. */
export interface UnitAccount {
  readonly unitId: string;
  readonly unitName: string;
  readonly months: readonly MonthAccount[];
  /** Cost of the last month before the migration, where its statement was given. */
  readonly lastBefore?: LastBefore | undefined;
  /** Sums over the months: the cost before, put down to causes, is the cost after. */
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  readonly parts: CostAttribution;
  readonly openingBalanceFen: Fen;
  readonly chargedFen: Fen;
  readonly receivedFen: Fen;
  readonly paidFen: Fen;
  readonly heldFen: Fen;
  readonly closingBalanceFen: Fen;
}

/** One month of a unit, as it stands after its corrections. */
export interface MonthAccount {
  /** Statements of the month: as first issued, then its corrections. */
  readonly statementIds: readonly string[];
  readonly period: Period;
  readonly workers: number;
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  readonly parts: CostAttribution;
  /** Of the month with its corrections. */
  readonly chargedFen: Fen;
  readonly receivedFen: Fen;
  readonly paidFen: Fen;
  readonly heldFen: Fen;
  readonly caps: readonly CapMonth[];
  /** How long the money of the first statement lay, where its days are known. */
  readonly float?: FloatDays | undefined;
}

/** One worker's months: what they cost under the old arrangement, what was charged, and why it changed. */
export interface WorkerAccount {
  readonly unitId: string;
  readonly workerId: string;
  readonly lastBefore?: LastBefore | undefined;
  readonly months: readonly WorkerMonth[];
  /** Sums over the months: the cost before, put down to causes, is the cost after. */
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  readonly parts: CostAttribution;
}

/** One month of a worker. */
export interface WorkerMonth {
  readonly period: Period;
  readonly branch: Branch;
  /** Contract that is settled. */
  readonly contractId?: string | undefined;
  readonly originalFen: Fen;
  readonly chargedFen: Fen;
  readonly netFen: Fen;
  /** Cost of such a month before the migration; nought for somebody without figures from before. */
  readonly beforeFen: Fen;
  /** The change from it to what is charged, by causes. */
  readonly parts: CostAttribution;
}

/** Adds up a unit's months. */
export function unitAccount(
  { unitId, before, after }: AccountedUnit,
  cash: ReadonlyMap<string, CashDays>,
  calendar: WorkingCalendar | undefined,
): UnitAccount {
  const months = after.map((month) => monthAccount(month, floatOf(month.issued[0], cash, calendar)));
  const sum = (amountOf: (month: MonthAccount) => Fen): Fen => sumFen(months.map(amountOf));
  const last = before.at(-1);
  const balances = inOrderOfBalances(after).map(({ statement }) => statement.funding);
  return {
    unitId,
    unitName: after.at(-1)?.statement.input.unit.name ?? "",
    months,
    lastBefore: last && { period: last.statement.input.period, costFen: last.statement.totals.unitCostFen },
    beforeFen: sum((month) => month.beforeFen),
    afterFen: sum((month) => month.afterFen),
    parts: sumParts(months.map(({ parts }) => parts)),
    openingBalanceFen: balances[0]?.previousBalanceFen ?? zeroFen,
    chargedFen: sum((month) => month.chargedFen),
    receivedFen: sum((month) => month.receivedFen),
    paidFen: sum((month) => month.paidFen),
    heldFen: sum((month) => month.heldFen),
    closingBalanceFen: balances.at(-1)?.stillDueFen ?? zeroFen,
  };
}

function monthAccount(month: AccountedMonth, float: FloatDays | undefined): MonthAccount {
  const { statement, issued } = month;
  const { beforeFen, afterFen, parts } = statement.costChange;
  return {
    statementIds: issued.map(({ input }) => input.statementId),
    period: statement.input.period,
    workers: statement.lines.length,
    beforeFen,
    afterFen,
    parts,
    chargedFen: sumFen(issued.map(({ funding }) => funding.chargedFen)),
    receivedFen: sumFen(issued.map(({ funding }) => funding.receivedFen)),
    paidFen: sumFen(issued.flatMap(({ disbursements }) => disbursements.map(({ amountFen }) => amountFen))),
    heldFen: sumFen(statement.held.map(({ amountFen }) => amountFen)),
    caps: capsIn(month),
    float,
  };
}

function sumParts(months: readonly CostAttribution[]): CostAttribution {
  const parts: Partial<Record<keyof CostAttribution, CostVector>> = {};
  for (const cause of costCauses) parts[cause] = sumCosts(months.map((month) => month[cause]));
  return parts as CostAttribution;
}

/**
 * The law that a statement's costs are reckoned with, from the facts that it carries.
 *
 * @throws RangeError for a statement that does not carry the facts it rests on
 */
function costLawOf({ facts: packs, law, baselineLaw, unit }: StatementInput): CostLaw {
  const facts = createFacts(packs);
  const { workInjuryClass } = unit;
  const rules = lookUpRules(facts, law, { workInjuryClass });
  const baselineRules = lookUpRules(facts, baselineLaw, { workInjuryClass });
  if (!rules.ok || !baselineRules.ok) throw new RangeError("a statement without the facts it rests on");
  return { facts, rules: rules.value, baselineRules: baselineRules.value };
}

/** The months of every worker of a unit who was settled through the platform. */
export function workerAccounts({ unitId, before, after }: AccountedUnit): readonly WorkerAccount[] {
  const last = before.at(-1);
  const costBefore = new Map(
    last?.entries.map(({ line, result }) => [line.workerId, costTotal(result.chargedCost)]),
  );
  const months = after.flatMap(({ statement: { input }, entries }) => {
    const changes = workerCostChanges(input, entries, costLawOf(input));
    return entries.map((entry) => ({
      period: input.period,
      ...entry,
      change: changes.get(entry.line.workerId),
    }));
  });
  return [...groupBy(months, ({ line }) => line.workerId)].map(([workerId, own]): WorkerAccount => {
    const costFen = costBefore.get(workerId);
    const changes = own.flatMap(({ change }) => change ?? []);
    return {
      unitId,
      workerId,
      lastBefore:
        last === undefined || costFen === undefined
          ? undefined
          : { period: last.statement.input.period, costFen },
      months: own.map(({ period, line, result, change }) => ({
        period,
        branch: line.branch,
        contractId: line.settledContractId,
        originalFen: costTotal(result.originalCost),
        chargedFen: result.unitCostFen,
        netFen: result.netFen,
        beforeFen: change?.beforeFen ?? zeroFen,
        parts: sumParts(change === undefined ? [] : [change.parts]),
      })),
      beforeFen: sumFen(changes.map((change) => change.beforeFen)),
      afterFen: sumFen(changes.map((change) => change.afterFen)),
      parts: sumParts(changes.map(({ parts }) => parts)),
    };
  });
}
