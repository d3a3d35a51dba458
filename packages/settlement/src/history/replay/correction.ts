import { groupBy, subtractFen, sumFen, type Fen, type Period } from "@tongchou/core";
import { isOfEmployee, isOfEmployer, type HistoryDifference } from "./history-differences.js";
import type { ReplayedMonth } from "./replay-month.js";
import type { ReplayedYear } from "./replay-year.js";

/** What one month of the past has to be corrected by. */
export interface MonthCorrection {
  readonly serviceMonth: Period;
  /** Pay that is owed (above nought) or was paid too much. */
  readonly payFen: Fen;
  /** Insurance and housing fund, to be paid in or to come back. */
  readonly employeeFen: Fen;
  readonly employerFen: Fen;
}

/** The differences of a year as a later month makes them up. */
export interface HistoryCorrection {
  readonly agentId: string;
  /** Month that makes them up. */
  readonly month: Period;
  readonly months: readonly MonthCorrection[];
  readonly payFen: Fen;
  readonly employeeFen: Fen;
  readonly employerFen: Fen;
  /** The year before the month as it was issued, to go on from. */
  readonly incomeBeforeFen: Fen;
  readonly specialDeductionsBeforeFen: Fen;
  readonly taxWithheldBeforeFen: Fen;
}

/**
 * What a later month at the same agent makes up of a replayed year's differences.
 *
 * Pay that is owed is income of the month that pays it, and contributions are deducted in the month in which
 * they are paid in. Nothing is corrected of the tax of a past month: withholding on the year so far makes it
 * up in the same stroke, and what it cannot give back during the year is settled after it.
 *
 * @example
 * const january = {
 *   month: period("2023-01"), agentId: "U1", employerId: "U1", unitId: "U1",
 *   pay: [{ amountFen: fen(350000) }],
 *   contributions: [{ wageFen: fen(350000), housingFundRate: ratePpm(0) }], additional: [],
 * };
 * const agents = [{ agentId: "U1", employed: [{}], mode: "months-at-unit" as const }];
 * const history = { workerId: "W1", year: 2023, agents, months: [january] };
 * const facts = createFacts(jiujiangPacks);
 * const before = replayYear(history, facts, { knownOn: "month-end" });
 * const issued = before.ok ? before.value.months[0] : undefined;
 * const months = [{ ...january, issued }];
 * const late = replayYear({ ...history, months }, facts, { knownOn: plainDate("2023-08-31") });
 * const correction = late.ok && correctionOf(late.value, { agentId: "U1", month: period("2023-09") });
 * correction && [correction.employeeFen, correction.incomeBeforeFen]; // => [1590, 350000]
 */
export function correctionOf(
  replayed: ReplayedYear,
  { agentId, month }: { readonly agentId: string; readonly month: Period },
): HistoryCorrection {
  const isBefore = (entry: { readonly agentId: string; readonly month: Period }): boolean =>
    entry.agentId === agentId && entry.month < month;
  const differences = replayed.differences.filter(isBefore);
  const earlier = replayed.months.filter(isBefore);
  const parts = partsOf(differences);
  const taxFen = differenceOf(differences, ({ item }) => item === "tax");
  const months = [...groupBy(differences, (difference) => difference.month)]
    .map(([serviceMonth, own]) => ({ serviceMonth, ...partsOf(own) }))
    .filter((part) => part.payFen !== 0 || part.employeeFen !== 0 || part.employerFen !== 0);
  const total = (amountOf: (earlierMonth: ReplayedMonth) => Fen): Fen => sumFen(earlier.map(amountOf));
  // What was issued is what was replayed less its difference.
  return {
    agentId,
    month,
    months,
    ...parts,
    incomeBeforeFen: subtractFen(
      total(({ grossFen }) => grossFen),
      parts.payFen,
    ),
    specialDeductionsBeforeFen: subtractFen(
      total(({ specialDeductionsFen }) => specialDeductionsFen),
      parts.employeeFen,
    ),
    taxWithheldBeforeFen: subtractFen(
      total(({ withholding }) => withholding.taxFen),
      taxFen,
    ),
  };
}

function partsOf(differences: readonly HistoryDifference[]): Omit<MonthCorrection, "serviceMonth"> {
  return {
    payFen: differenceOf(differences, ({ item }) => item === "gross"),
    employeeFen: differenceOf(differences, isOfEmployee),
    employerFen: differenceOf(differences, isOfEmployer),
  };
}

function differenceOf(
  differences: readonly HistoryDifference[],
  counts: (difference: HistoryDifference) => boolean,
): Fen {
  return sumFen(differences.filter(counts).map(({ differenceFen }) => differenceFen));
}
