import { z } from "zod";
import { daysBetween, daysInMonth, firstDayOf, lastDayOf, partsOfPeriod } from "../calendar/plain-date.js";
import type { Period, PlainDate } from "../calendar/plain-date.js";

/**
 * How a contract counts a worker who joins or leaves inside the month.
 *
 * - `whole-month`: whoever is there on any day counts whole.
 * - `by-day`: each calendar day counts as its part of the month.
 * - `threshold-day`: whoever is there on that day counts whole, the others do not count. A month without that
 *   day has its last day instead.
 */
export type HeadCounting =
  | { readonly kind: "whole-month" }
  | { readonly kind: "by-day" }
  | { readonly kind: "threshold-day"; readonly day: number };

/** First and last day on which a worker is there, both included; an end that is left out is open. */
export interface Stay {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

/** The workers' stays in a month, in the order of the workers; undefined for the whole month. */
export interface MonthStays {
  readonly month: Period;
  readonly stays: readonly (Stay | undefined)[];
}

/** Shape of a way of counting in JSON. */
export const headCountingSchema: z.ZodType<HeadCounting, unknown> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("whole-month") }),
  z.strictObject({ kind: z.literal("by-day") }),
  z.strictObject({ kind: z.literal("threshold-day"), day: z.int().min(1).max(31) }),
]);

/**
 * The days of a month that a worker counts with: all of them for a whole head, none for nobody.
 *
 * @param counting undefined counts as `whole-month`
 * @example
 * const joiner = { from: plainDate("2024-03-16") };
 * countedDays({ kind: "by-day" }, joiner, period("2024-03")); // => 16
 * countedDays({ kind: "threshold-day", day: 15 }, joiner, period("2024-03")); // => 0
 * countedDays(undefined, joiner, period("2024-03")); // => 31
 */
export function countedDays(counting: HeadCounting | undefined, stay: Stay, month: Period): number {
  const { year, month: number } = partsOfPeriod(month);
  const monthDays = daysInMonth(year, number);
  const first = stay.from === undefined ? 1 : daysBetween(firstDayOf(month), stay.from) + 1;
  const last = stay.to === undefined ? monthDays : monthDays - daysBetween(stay.to, lastDayOf(month));
  return daysCounted(counting, { first, last, monthDays });
}

/** Days of a month by their numbers, from 1; a stay that begins before it or ends after it fills it. */
export interface DaysThere {
  readonly first: number;
  readonly last: number;
  readonly monthDays: number;
}

/**
 * {@link countedDays} for days by their numbers.
 *
 * @example
 * daysCounted({ kind: "by-day" }, { first: 16, last: 31, monthDays: 31 }); // => 16
 */
export function daysCounted(
  counting: HeadCounting | undefined,
  { first, last, monthDays }: DaysThere,
): number {
  const [from, to] = [Math.max(1, first), Math.min(monthDays, last)];
  if (from > to) return 0;
  switch (counting?.kind) {
    case "by-day":
      return to - from + 1;
    case "threshold-day": {
      const day = Math.min(counting.day, monthDays);
      return from <= day && day <= to ? monthDays : 0;
    }
    case "whole-month":
    case undefined:
      return monthDays;
  }
}
