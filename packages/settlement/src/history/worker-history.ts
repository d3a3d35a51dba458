import {
  firstDayOf,
  lastDayOf,
  period,
  type Fen,
  type Period,
  type RatePpm,
  type Stay,
} from "@tongchou/core";
import type { InsuranceSides } from "../statement/settle-line.js";
import type { DeductionMode } from "../tax/wage-withholding.js";
import type { AdditionalClaim } from "./additional-deductions.js";

/** An amount of pay in a month. */
export interface HistoryPay {
  readonly amountFen: Fen;
  /** Month it was earned in, where it is another than the month of payment. */
  readonly serviceMonth?: Period | undefined;
  /** True for income that the law exempts, such as a maternity allowance (财税〔2008〕8号). */
  readonly isExempt?: boolean | undefined;
}

/** Contributions that are declared and withheld in a month. */
export interface HistoryContribution {
  /** Month they are for, where it is another than the month in which they are withheld. */
  readonly serviceMonth?: Period | undefined;
  /** Wage they are declared on, before the bounds. */
  readonly wageFen: Fen;
  readonly housingFundRate: RatePpm;
  /**
   * `five` insurances, or `work-injury` alone: of a second employer, and of somebody past retirement age.
   * Without it `five`.
   */
  readonly scope?: "five" | "work-injury" | undefined;
}

/** What was issued for a month; a line of a statement is one. */
export interface IssuedMonth {
  readonly grossFen: Fen;
  readonly insurance: InsuranceSides;
  readonly housingFundEachSideFen: Fen;
  readonly withholding: { readonly taxFen: Fen };
  readonly netFen: Fen;
}

/** One payment of one month: what it was made from, and what was issued. */
export interface HistoryMonth {
  /** Month of payment, which is the month for tax. */
  readonly month: Period;
  readonly agentId: string;
  readonly employerId: string;
  readonly unitId: string;
  readonly pay: readonly HistoryPay[];
  /** Nothing for a month in which nobody is insured. */
  readonly contributions: readonly HistoryContribution[];
  /** Additional deductions of this month. */
  readonly additional: readonly AdditionalClaim[];
  /** Other deductions from taxable income that the law allows, such as an annuity. */
  readonly otherFen?: Fen | undefined;
  /** What was taken from the net pay, such as for a court's order. */
  readonly takenFen?: Fen | undefined;
  readonly issued?: IssuedMonth | undefined;
}

/** A withholding agent of the year: when the worker was employed there, how the basic deduction counts. */
export interface HistoryAgent {
  readonly agentId: string;
  readonly employed: readonly Stay[];
  readonly mode: DeductionMode;
}

/** A worker's year: everything its figures follow from, and nothing that was added up before. */
export interface WorkerHistory {
  readonly workerId: string;
  readonly year: number;
  readonly agents: readonly HistoryAgent[];
  readonly months: readonly HistoryMonth[];
  /** Risk class of each unit, 1 to 8, for work-injury insurance. */
  readonly workInjuryClasses?: Readonly<Record<string, number>> | undefined;
}

/**
 * Months of the year, up to and including one, in which somebody was employed on at least a day.
 *
 * The basic deduction counts the months of employment at the agent (任职受雇月份数,
 * 国家税务总局公告2018年第61号, article 6): not the months paid, and not those of a gap before a rehire.
 *
 * @example
 * const stretches = [{ to: plainDate("2024-03-08") }, { from: plainDate("2024-07-15") }];
 * monthsEmployed(stretches, period("2024-08")); // => 5
 */
export function monthsEmployed(stretches: readonly Stay[], through: Period): number {
  const year = through.slice(0, 4);
  let count = 0;
  for (let month = 1; month <= Number(through.slice(5)); month += 1) {
    const each = period(`${year}-${String(month).padStart(2, "0")}`);
    if (isEmployedIn(stretches, each)) count += 1;
  }
  return count;
}

/**
 * True when somebody was employed on at least a day of a month.
 *
 * @example
 * isEmployedIn([{ from: plainDate("2024-03-31") }], period("2024-03")); // => true
 */
export function isEmployedIn(stretches: readonly Stay[], month: Period): boolean {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return stretches.some(
    ({ from, to }) => (from === undefined || from <= last) && (to === undefined || first <= to),
  );
}
