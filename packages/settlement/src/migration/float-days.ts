import { addDays, daysBetween, plainDate, type PlainDate } from "@tongchou/core";

/** Days off and days worked of a stretch of time, as the state publishes them a year at a time. */
export interface WorkingCalendar {
  /** First and last day that the calendar is about. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Mondays to Fridays that are off. */
  readonly restDays: readonly PlainDate[];
  /** Saturdays and Sundays that are worked. */
  readonly workDays: readonly PlainDate[];
}

/** How long money lay, and which days were counted. */
export interface FloatDays {
  readonly days: number;
  readonly counted: "working-days" | "calendar-days";
}

/**
 * The days that money lay between coming in and going out: the working days after the one until the other,
 * where a calendar covers both, else calendar days. Money that went out first did not lie at all.
 *
 * @example
 * // Friday to Tuesday.
 * floatDays(plainDate("2024-03-08"), plainDate("2024-03-12")); // => { days: 4, counted: "calendar-days" }
 * const march = { from: plainDate("2024-03-01"), to: plainDate("2024-03-31"), restDays: [], workDays: [] };
 * floatDays(plainDate("2024-03-08"), plainDate("2024-03-12"), march);
 * // => { days: 2, counted: "working-days" }
 */
export function floatDays(receivedOn: PlainDate, paidOn: PlainDate, calendar?: WorkingCalendar): FloatDays {
  const days = Math.max(0, daysBetween(receivedOn, paidOn));
  if (calendar === undefined || receivedOn < calendar.from || calendar.to < paidOn) {
    return { days, counted: "calendar-days" };
  }
  const [rest, work] = [new Set(calendar.restDays), new Set(calendar.workDays)];
  const after = Array.from({ length: days }, (_, index) => addDays(receivedOn, index + 1));
  const worked = after.filter((day) => (isWeekend(day) ? work.has(day) : !rest.has(day)));
  return { days: worked.length, counted: "working-days" };
}

/** A Saturday that others are counted from. */
const someSaturday = plainDate("2000-01-01");

function isWeekend(day: PlainDate): boolean {
  const weekday = ((daysBetween(someSaturday, day) % 7) + 7) % 7;
  return weekday < 2;
}
