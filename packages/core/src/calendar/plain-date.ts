import { createIssue } from "../issues/issue.js";
import { coreIssues } from "../issues/catalogue.js";
import { maskNumbersIn } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";

/** A calendar day `YYYY-MM-DD` without a time zone. Two of them compare as strings. */
export type PlainDate = string & { readonly __unit: "date" };

/** A calendar month `YYYY-MM`. Two of them compare as strings. */
export type Period = string & { readonly __unit: "month" };

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const periodPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

/**
 * Reads a day written `YYYY-MM-DD`.
 *
 * @returns the day, or the issue `date-not-a-date` (also for a day that the calendar does not have)
 * @example
 * parsePlainDate("2024-02-30").ok; // => false
 */
export function parsePlainDate(text: string): Parsed<PlainDate> {
  const match = datePattern.exec(text);
  if (match !== null) {
    const [, year = "", month = "", day = ""] = match;
    if (isCalendarDay(Number(year), Number(month), Number(day))) return parsed(text as PlainDate);
  }
  return failed(createIssue(coreIssues, "date-not-a-date", { found: maskNumbersIn(text) }));
}

/**
 * Reads a month written `YYYY-MM`.
 *
 * @returns the month, or the issue `period-not-a-period`
 * @example
 * parsePeriod("2024-13").ok; // => false
 */
export function parsePeriod(text: string): Parsed<Period> {
  if (periodPattern.test(text)) return parsed(text as Period);
  return failed(createIssue(coreIssues, "period-not-a-period", { found: maskNumbersIn(text) }));
}

/**
 * A day that is known to be right, such as a date printed in a law.
 *
 * @throws RangeError when it is not a calendar day
 * @example
 * plainDate("2024-03-01"); // => "2024-03-01"
 */
export function plainDate(text: string): PlainDate {
  const result = parsePlainDate(text);
  if (!result.ok) throw new RangeError(`not a calendar day: ${text}`);
  return result.value;
}

/**
 * A month that is known to be right.
 *
 * @throws RangeError when it is not a month
 * @example
 * period("2024-03"); // => "2024-03"
 */
export function period(text: string): Period {
  const result = parsePeriod(text);
  if (!result.ok) throw new RangeError(`not a month: ${text}`);
  return result.value;
}

/**
 * True when the calendar has such a day.
 *
 * @param month 1 to 12
 * @example
 * isCalendarDay(2023, 2, 29); // => false
 */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (![year, month, day].every(Number.isInteger)) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The number of days of a month.
 *
 * @param month 1 to 12
 * @example
 * daysInMonth(2024, 2); // => 29
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Builds a day from its parts.
 *
 * @throws RangeError when the calendar does not have it
 * @example
 * dateOf(2024, 3, 1); // => "2024-03-01"
 */
export function dateOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/**
 * The year, month (1 to 12) and day of a date.
 *
 * @example
 * partsOfDate(plainDate("2024-03-01")); // => { year: 2024, month: 3, day: 1 }
 */
export function partsOfDate(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/**
 * The month a day lies in.
 *
 * @example
 * periodOf(plainDate("2024-03-01")); // => "2024-03"
 */
export function periodOf(date: PlainDate): Period {
  return date.slice(0, 7) as Period;
}

/**
 * The year and month (1 to 12) of a period.
 *
 * @example
 * partsOfPeriod(period("2024-03")); // => { year: 2024, month: 3 }
 */
export function partsOfPeriod(month: Period): { year: number; month: number } {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)) };
}

/**
 * The first day of a month.
 *
 * @example
 * firstDayOf(period("2024-03")); // => "2024-03-01"
 */
export function firstDayOf(month: Period): PlainDate {
  return plainDate(`${month}-01`);
}

/**
 * The last day of a month.
 *
 * @example
 * lastDayOf(period("2024-02")); // => "2024-02-29"
 */
export function lastDayOf(month: Period): PlainDate {
  const { year, month: number } = partsOfPeriod(month);
  return dateOf(year, number, daysInMonth(year, number));
}

/**
 * The month that lies a number of months later, or earlier for a negative number.
 *
 * @example
 * addMonthsToPeriod(period("2024-11"), 3); // => "2025-02"
 */
export function addMonthsToPeriod(month: Period, months: number): Period {
  const { year, month: number } = partsOfPeriod(month);
  const index = year * 12 + (number - 1) + months;
  return period(`${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`);
}

/**
 * The number of months from one month to a later one; negative when it is earlier.
 *
 * @example
 * monthsBetween(period("2023-11"), period("2024-02")); // => 3
 */
export function monthsBetween(from: Period, to: Period): number {
  const start = partsOfPeriod(from);
  const end = partsOfPeriod(to);
  return (end.year - start.year) * 12 + (end.month - start.month);
}

/**
 * The same day of the month a number of months later; the month's last day where it has no such day.
 *
 * @example
 * addMonths(plainDate("2024-01-31"), 1); // => "2024-02-29"
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const target = partsOfPeriod(addMonthsToPeriod(periodOf(date), months));
  const day = Math.min(partsOfDate(date).day, daysInMonth(target.year, target.month));
  return dateOf(target.year, target.month, day);
}

/**
 * The day a number of days later, or earlier for a negative number.
 *
 * @example
 * addDays(plainDate("2024-02-28"), 2); // => "2024-03-01"
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateFromDayNumber(dayNumber(date) + days);
}

/**
 * The number of days from one date to a later one; negative when it is earlier.
 *
 * @example
 * daysBetween(plainDate("2024-02-28"), plainDate("2024-03-01")); // => 2
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Full years lived on a day. Somebody born on 29 February is a year older on 1 March of other years.
 *
 * @example
 * ageOn(plainDate("1959-05-06"), plainDate("2024-05-05")); // => 64
 */
export function ageOn(birth: PlainDate, day: PlainDate): number {
  const born = partsOfDate(birth);
  const now = partsOfDate(day);
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}

/**
 * Days since 0000-03-01 in the proleptic Gregorian calendar; only differences carry meaning.
 *
 * @example
 * dayNumber(plainDate("2024-03-01")) - dayNumber(plainDate("2024-02-01")); // => 29
 */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOfDate(date);
  const shiftedYear = month <= 2 ? year - 1 : year;
  const shiftedMonth = (month + 9) % 12;
  const leapDays =
    Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400);
  return 365 * shiftedYear + leapDays + Math.floor((153 * shiftedMonth + 2) / 5) + day - 1;
}

/**
 * The inverse of {@link dayNumber}.
 *
 * @throws RangeError for a day outside the years 0000 to 9999
 * @example
 * dateFromDayNumber(dayNumber(plainDate("2024-02-29")) + 1); // => "2024-03-01"
 */
export function dateFromDayNumber(number: number): PlainDate {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
