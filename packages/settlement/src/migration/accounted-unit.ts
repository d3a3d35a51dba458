import { groupBy, type Period } from "@tongchou/core";
import type { SettledEntry } from "../statement/settlement-line.js";
import type { SettlementStatement } from "../statement/statement.js";

/** A month of a unit, as it stands after its corrections. */
export interface AccountedMonth {
  /** The last statement of the month: its lines are those of the whole month. */
  readonly statement: SettlementStatement;
  readonly entries: readonly SettledEntry[];
  /** All statements of the month: as first issued, then each correction of the one before it. */
  readonly issued: readonly [SettlementStatement, ...SettlementStatement[]];
}

/** The months of one unit in the order of time. */
export interface AccountedUnit {
  readonly unitId: string;
  /** Months under the old arrangement. */
  readonly before: readonly AccountedMonth[];
  /** Months settled through the platform. */
  readonly after: readonly AccountedMonth[];
}

/** The units of statements in the order of their ids, each with its months before and from a month on. */
export function accountedUnits(
  statements: readonly SettlementStatement[],
  migratedFrom: Period | undefined,
): readonly AccountedUnit[] {
  const isBefore = ({ statement }: AccountedMonth): boolean =>
    migratedFrom !== undefined && statement.input.period < migratedFrom;
  return [...groupBy(statements, ({ input }) => input.unit.id)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([unitId, own]) => {
      const byMonth = [...groupBy(own, ({ input }) => input.period)].toSorted(([a], [b]) =>
        compareText(a, b),
      );
      const months = byMonth.flatMap(([, ofMonth]) => monthsOf(ofMonth));
      return {
        unitId,
        before: months.filter(isBefore),
        after: months.filter((month) => !isBefore(month)),
      };
    });
}

/** Order of texts by their code units, the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The statements of one month with their corrections behind them: one month, unless something is there twice
 * or a correction is there without what it corrects.
 */
function monthsOf(statements: readonly SettlementStatement[]): readonly AccountedMonth[] {
  const open = statements.toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
  const months: AccountedMonth[] = [];
  while (open.length > 0) {
    const first = open.find((statement) => earlierIn(open, statement) === undefined) ?? open[0];
    if (first === undefined) break;
    const issued: [SettlementStatement, ...SettlementStatement[]] = [first];
    for (let next: SettlementStatement | undefined = first; next !== undefined;) {
      const { digest }: SettlementStatement = next;
      open.splice(open.indexOf(next), 1);
      next = open.find(({ input }) => input.corrects?.digest === digest);
      if (next !== undefined) issued.push(next);
    }
    const statement = issued.at(-1) ?? first;
    months.push({ statement, entries: entriesOf(statement), issued });
  }
  return months;
}

function earlierIn(
  statements: readonly SettlementStatement[],
  { input }: SettlementStatement,
): SettlementStatement | undefined {
  return statements.find(({ digest }) => input.corrects?.digest === digest);
}

function nameOf({ input, digest }: SettlementStatement): string {
  return `${input.statementId} ${digest}`;
}

function entriesOf({ input, lines }: SettlementStatement): readonly SettledEntry[] {
  const inputs = new Map(input.workers.map((line) => [line.workerId, line]));
  return lines.flatMap((result) => {
    const line = inputs.get(result.workerId);
    return line === undefined ? [] : [{ line, result }];
  });
}
