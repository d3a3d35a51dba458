import type { Period } from "@tongchou/core";
import {
  carryDebts,
  monthParts,
  prepareMonth,
  settleUnit,
  type CarriedDebt,
  type MonthDebts,
  type MonthInput,
  type SettledDebts,
  type SettlementStatement,
} from "@tongchou/settlement";
import type { Facts } from "@tongchou/statutory";
import { statementFiles } from "../documents/statement-files.js";
import type { MonthFile } from "../documents/workbook-file.js";
import { carriedFiles } from "./carried-debts.js";
import type { LoadedMonth } from "./month-run.js";

/** A month in parts that are let go of once they are settled, and what is wanted of it as a whole. */
export interface DividedMonth {
  readonly period: Period;
  /** Units with somebody on a roster, which want a statement. */
  readonly unitIds: readonly string[];
  /** Workers of the largest of them. */
  readonly unitWorkersMax: number;
  readonly parts: Iterable<MonthInput>;
  readonly carried: readonly CarriedDebt[];
  readonly facts: Facts;
}

/** Divides a month; whoever keeps only this does not hold the rows of units that are settled. */
export function divideMonth({ month, facts }: LoadedMonth): DividedMonth {
  const { period, rosters, carried = [] } = month;
  const unitIds = rosters.filter(({ workers }) => workers.length > 0).map(({ unitId }) => unitId);
  const unitWorkersMax = rosters.reduce((most, { workers }) => Math.max(most, workers.length), 0);
  return { period, unitIds, unitWorkersMax, parts: monthParts(month), carried, facts };
}

/**
 * Plans and settles unit after unit and makes the files of each, one statement in memory at a time; then the
 * file of what is carried to the next month.
 */
export async function* settledFiles(
  { period, parts, carried, facts }: DividedMonth,
  onStatement: (statement: SettlementStatement) => void,
): AsyncGenerator<MonthFile> {
  const debts: MonthDebts[] = [];
  const settled: SettledDebts[] = [];
  const brought = new Set<CarriedDebt>();
  for (const part of parts) {
    for (const debt of part.carried ?? []) brought.add(debt);
    const { unitMonths, ...prepared } = prepareMonth(part, facts);
    debts.push(debtsOf(prepared));
    for (const unitMonth of unitMonths) {
      const statement = settleUnit(unitMonth, facts);
      if (!statement.ok) continue;
      onStatement(statement.value);
      settled.push(withDebts(statement.value, prepared));
      yield* (await statementFiles([statement.value])).files;
    }
  }
  const strangersDebts = carried.filter((debt) => !brought.has(debt));
  yield* carriedFiles(period, carryDebts(joinDebts(period, debts, strangersDebts), settled));
}

function debtsOf({ period, changesByWorker, unitOfWorker, strangersDebts }: MonthDebts): MonthDebts {
  return { period, changesByWorker, unitOfWorker, strangersDebts };
}

/** @param strangersDebts those of people who stand in no part */
function joinDebts(
  period: MonthDebts["period"],
  parts: readonly MonthDebts[],
  strangersDebts: readonly CarriedDebt[],
): MonthDebts {
  return {
    period,
    changesByWorker: new Map(parts.flatMap((part) => [...part.changesByWorker])),
    unitOfWorker: new Map(parts.flatMap((part) => [...part.unitOfWorker])),
    strangersDebts: [...parts.flatMap((part) => part.strangersDebts), ...strangersDebts],
  };
}

/** The lines of a statement that something may be carried of. */
function withDebts({ input, lines }: SettlementStatement, { changesByWorker }: MonthDebts): SettledDebts {
  const owing = lines.filter(({ workerId, netFen }) => netFen < 0 || changesByWorker.has(workerId));
  return {
    input: { unit: { id: input.unit.id } },
    lines: owing.map(({ workerId, netFen, deductions }) => ({ workerId, netFen, deductions })),
  };
}
