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

/** One worker's months: what they cost under the old arrangement, and what was charged. */
export interface WorkerAccount {
  readonly unitId: string;
  readonly workerId: string;
  readonly lastBefore?: LastBefore | undefined;
  readonly months: readonly {
    readonly period: Period;
    readonly branch: Branch;
    /** Contract that is settled. */
    readonly contractId?: string | undefined;
    readonly originalFen: Fen;
    readonly chargedFen: Fen;
    readonly netFen: Fen;
  }[];
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

/** The months of every worker of a unit who was settled through the platform. */
export function workerAccounts({ unitId, before, after }: AccountedUnit): readonly WorkerAccount[] {
  const last = before.at(-1);
  const costBefore = new Map(
    last?.entries.map(({ line, result }) => [line.workerId, costTotal(result.chargedCost)]),
  );
  const months = after.flatMap(({ statement, entries }) =>
    entries.map((entry) => ({ period: statement.input.period, ...entry })),
  );
  return [...groupBy(months, ({ line }) => line.workerId)].map(([workerId, own]): WorkerAccount => {
    const costFen = costBefore.get(workerId);
    return {
      unitId,
      workerId,
      lastBefore:
        last === undefined || costFen === undefined
          ? undefined
          : { period: last.statement.input.period, costFen },
      months: own.map(({ period, line, result }) => ({
        period,
        branch: line.branch,
        contractId: line.settledContractId,
        originalFen: costTotal(result.originalCost),
        chargedFen: result.unitCostFen,
        netFen: result.netFen,
      })),
    };
  });
}
