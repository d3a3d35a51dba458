import { prepareMonth, settleUnit, type SettlementStatement, type UnitMonth } from "@tongchou/settlement";
import type { Facts } from "@tongchou/statutory";
import { statementFiles } from "../documents/statement-files.js";
import type { MonthFile } from "../documents/workbook-file.js";
import type { LoadedMonth } from "./month-run.js";

/** The units of a month that wait to be settled, and nothing else of the month. */
export interface UnitQueue {
  /** Units are taken from its front; what is settled is not kept. */
  readonly waiting: UnitMonth[];
  readonly facts: Facts;
  /** Units with somebody on a roster, which want a statement. */
  readonly unitIds: readonly string[];
}

/** Plans a month and queues its units. */
export function queueUnits({ month, facts }: LoadedMonth): UnitQueue {
  const { unitMonths, rosters } = prepareMonth(month, facts);
  const unitIds = rosters.filter(({ workers }) => workers.length > 0).map(({ unitId }) => unitId);
  return { waiting: [...unitMonths], facts, unitIds };
}

/** Settles unit after unit and makes the files of each, one statement in memory at a time. */
export async function* settledFiles(
  { waiting, facts }: UnitQueue,
  onStatement: (statement: SettlementStatement) => void,
): AsyncGenerator<MonthFile> {
  for (let unitMonth = waiting.shift(); unitMonth !== undefined; unitMonth = waiting.shift()) {
    const statement = settleUnit(unitMonth, facts);
    if (!statement.ok) continue;
    onStatement(statement.value);
    yield* (await statementFiles([statement.value])).files;
  }
}
