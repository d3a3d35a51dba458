import {
  carryDebts,
  prepareMonth,
  settleUnit,
  type MonthDebts,
  type SettledDebts,
  type SettlementStatement,
  type UnitMonth,
} from "@tongchou/settlement";
import type { Facts } from "@tongchou/statutory";
import { statementFiles } from "../documents/statement-files.js";
import type { MonthFile } from "../documents/workbook-file.js";
import { carriedFiles } from "./carried-debts.js";
import type { LoadedMonth } from "./month-run.js";

/** The units of a month that wait to be settled, and nothing else of the month. */
export interface UnitQueue {
  /** Units are taken from its front; what is settled is not kept. */
  readonly waiting: UnitMonth[];
  readonly facts: Facts;
  /** Units with somebody on a roster, which want a statement. */
  readonly unitIds: readonly string[];
  /** What workers owe out of their pay. */
  readonly debts: MonthDebts;
}

/** Plans a month and queues its units. */
export function queueUnits({ month, facts }: LoadedMonth): UnitQueue {
  const prepared = prepareMonth(month, facts);
  const { unitMonths, rosters, period, changesByWorker, unitOfWorker, strangersDebts } = prepared;
  const debts = { period, changesByWorker, unitOfWorker, strangersDebts };
  const unitIds = rosters.filter(({ workers }) => workers.length > 0).map(({ unitId }) => unitId);
  return { waiting: [...unitMonths], facts, unitIds, debts };
}

/**
 * Settles unit after unit and makes the files of each, one statement in memory at a time; then the file of
 * what is carried to the next month.
 */
export async function* settledFiles(
  { waiting, facts, debts }: UnitQueue,
  onStatement: (statement: SettlementStatement) => void,
): AsyncGenerator<MonthFile> {
  const settled: SettledDebts[] = [];
  for (let unitMonth = waiting.shift(); unitMonth !== undefined; unitMonth = waiting.shift()) {
    const statement = settleUnit(unitMonth, facts);
    if (!statement.ok) continue;
    onStatement(statement.value);
    settled.push(withDebts(statement.value, debts));
    yield* (await statementFiles([statement.value])).files;
  }
  yield* carriedFiles(debts.period, carryDebts(debts, settled));
}

/** The lines of a statement that something may be carried of. */
function withDebts({ input, lines }: SettlementStatement, { changesByWorker }: MonthDebts): SettledDebts {
  const owing = lines.filter(({ workerId, netFen }) => netFen < 0 || changesByWorker.has(workerId));
  return {
    input: { unit: { id: input.unit.id } },
    lines: owing.map(({ workerId, netFen, deductions }) => ({ workerId, netFen, deductions })),
  };
}
