import { addMonthsToPeriod, allocate, type Fen, type Period, type PlainDate } from "@tongchou/core";

/**
 * Wages paid early and repaid out of later pay. The principal alone: nothing is added for the worker to pay.
 *
 * An advance that the platform gives an employer unit so that wages go out in time is the unit's debt, and
 * nothing of it is ever taken from a worker.
 */
export interface WageAdvance {
  readonly id: string;
  readonly paidOn: PlainDate;
  readonly amountFen: Fen;
  /** Month of the first instalment. */
  readonly firstMonth: Period;
  /** 1 or more, one a month. */
  readonly instalments: number;
}

/** What falls due in a month. */
export interface Instalment {
  readonly month: Period;
  readonly amountFen: Fen;
}

/**
 * The plan of a wage advance: equal instalments that add up to it, the fen that do not divide in the first.
 *
 * @throws RangeError when there is no instalment
 * @example
 * const paid = { id: "A1", paidOn: plainDate("2024-02-05"), amountFen: fen(100000) };
 * const advance = { ...paid, firstMonth: period("2024-03"), instalments: 3 };
 * instalmentsOf(advance).map(({ month, amountFen }) => `${month} ${amountFen}`);
 * // => ["2024-03 33334", "2024-04 33333", "2024-05 33333"]
 */
export function instalmentsOf(advance: WageAdvance): readonly Instalment[] {
  const weights = Array.from({ length: advance.instalments }, () => 1);
  return allocate(advance.amountFen, weights).map((amountFen, index) => ({
    month: addMonthsToPeriod(advance.firstMonth, index),
    amountFen,
  }));
}
