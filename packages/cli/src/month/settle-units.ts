import {
  carryDebts,
  monthParts,
  prepareMonth,
  settleUnit,
  type CarriedDebt,
  type MonthDebts,
  type SettledDebts,
  type SettlementStatement,
} from "@tongchou/settlement";
import { statementFiles } from "../documents/statement-files.js";
import type { MonthFile } from "../documents/workbook-file.js";
import { carriedFiles } from "./carried-debts.js";
import type { LoadedMonth } from "./month-run.js";

/** Units with somebody on a roster, which want a statement. */
export function unitsToSettle({ month }: LoadedMonth): readonly string[] {
  return month.rosters.filter(({ workers }) => workers.length > 0).map(({ unitId }) => unitId);
}

/**
 * Plans and settles unit after unit and makes the files of each, one statement in memory at a time; then the
 * file of what is carried to the next month.
 */
export async function* settledFiles(
  { month, facts }: LoadedMonth,
  onStatement: (statement: SettlementStatement) => void,
): AsyncGenerator<MonthFile> {
  const debts: MonthDebts[] = [];
  const settled: SettledDebts[] = [];
  const brought = new Set<CarriedDebt>();
  for (const part of monthParts(month)) {
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
  const strangersDebts = (month.carried ?? []).filter((debt) => !brought.has(debt));
  yield* carriedFiles(month.period, carryDebts(joinDebts(month.period, debts, strangersDebts), settled));
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
