import {
  createIssue,
  dateFromDayNumber,
  dayNumber,
  failed,
  firstDayOf,
  lastDayOf,
  parsed,
  proportionOf,
  zeroFen,
  type Fen,
  type Parsed,
  type Period,
  type PlainDate,
  type Stay,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../facts-for.js";
import { settlementIssues } from "../issues.js";
import { areInOrder } from "./stay-order.js";

/**
 * How the pay of a part of a month is reckoned; the law fixes the day's wage and leaves the way to the unit.
 *
 * - `paid-days`: days worked × month's wage ÷ 21.75. Whoever is employed on every paid day of the month has
 *   the whole wage less a day's wage for each day of unpaid leave, as long as the leave is no longer than the
 *   work; else the days worked count here too.
 * - `paid-days-missed`: the whole wage less a day's wage (÷ 21.75) for each paid day that is missing.
 * - `calendar-days`: days employed ÷ days of the month.
 */
export type DayConvention = "paid-days" | "paid-days-missed" | "calendar-days";

/** A month in which somebody joins, leaves, or takes unpaid leave. */
export interface PartialMonth {
  readonly month: Period;
  /** Wage of the full month. */
  readonly monthWageFen: Fen;
  readonly convention: DayConvention;
  readonly employed: readonly Stay[];
  /** Unpaid leave in hundredths of a day: paid days, or calendar days by `calendar-days`. */
  readonly unpaidCentidays?: number | undefined;
  /**
   * The month's paid days (working days and public holidays) by the unit's calendar; without it Monday to
   * Friday, as the 21.75 itself is reckoned: (365 − 104) ÷ 12.
   */
  readonly paidDays?: readonly PlainDate[] | undefined;
}

/** Pay of a part of a month, with the convention and the days it came from. */
export interface PartialMonthPay {
  readonly convention: DayConvention;
  /** Days paid, and days that make the whole wage, in hundredths. */
  readonly paidCentidays: number;
  readonly wholeCentidays: number;
  /** Wage of one day, rounded to be shown; the pay is rounded once, from the month's wage. */
  readonly dayWageFen: Fen;
  readonly payFen: Fen;
}

const centi = 100;

/**
 * Pay of a month in which somebody was not employed, or not paid, throughout (劳社部发〔2008〕3号;
 * 人社部发〔2025〕2号).
 *
 * It is rounded half-up to the fen, never below nought and never above the month's wage. Somebody who worked
 * on no paid day has none, although a month may have fewer paid days than 21.75.
 *
 * @returns the pay; or `employment-dates-wrong`, `unpaid-days-wrong`, `fact-unknown`
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const employed = [{ from: plainDate("2024-03-18") }];
 * const joined = { month: period("2024-03"), monthWageFen: fen(435000), employed };
 * const pay = partialMonthPay({ ...joined, convention: "paid-days" }, facts);
 * pay.ok && pay.value.payFen; // => 200000
 * const byCalendar = partialMonthPay({ ...joined, convention: "calendar-days" }, facts);
 * byCalendar.ok && byCalendar.value.payFen; // => 196452
 */
export function partialMonthPay(partial: PartialMonth, facts: Facts): Parsed<PartialMonthPay> {
  const { month, monthWageFen, convention, unpaidCentidays = 0 } = partial;
  if (!areInOrder(partial.employed)) return failed(createIssue(settlementIssues, "employment-dates-wrong"));
  const known = factsFor(facts, ["cn.wage.paid-days"], lastDayOf(month));
  if (!known.ok) return known;
  const isByCalendar = convention === "calendar-days";
  const countable = isByCalendar
    ? daysOf(month)
    : (partial.paidDays ?? daysOf(month).filter(isMondayToFriday));
  const employedDays = countable.filter((day) => isEmployed(day, partial.employed)).length;
  const employed = employedDays * centi;
  if (!Number.isInteger(unpaidCentidays) || unpaidCentidays < 0 || unpaidCentidays > employed) {
    const values = { found: unpaidCentidays / centi, most: employedDays };
    return failed(createIssue(settlementIssues, "unpaid-days-wrong", values));
  }
  const wholeCentidays = isByCalendar
    ? countable.length * centi
    : Math.round(known.value["cn.wage.paid-days"].value.count * centi);
  const worked = employed - unpaidCentidays;
  const paidCentidays =
    worked === 0
      ? 0
      : paidOf({ convention, wholeCentidays, month: countable.length * centi, employed, worked });
  const share = (numerator: number): Fen =>
    proportionOf(monthWageFen, { numerator, denominator: wholeCentidays }, "half-up");
  return parsed({
    convention,
    paidCentidays,
    wholeCentidays,
    dayWageFen: share(centi),
    payFen: paidCentidays === 0 ? zeroFen : share(paidCentidays),
  });
}

/** Hundredths of days; `month` of the whole month, `worked` without unpaid leave. */
interface DayCount {
  readonly convention: DayConvention;
  readonly wholeCentidays: number;
  readonly month: number;
  readonly employed: number;
  readonly worked: number;
}

function paidOf({ convention, wholeCentidays, month, employed, worked }: DayCount): number {
  switch (convention) {
    case "calendar-days":
      return worked;
    case "paid-days-missed":
      return Math.max(0, wholeCentidays - (month - worked));
    case "paid-days":
      return employed === month && employed - worked <= worked
        ? wholeCentidays - (employed - worked)
        : Math.min(worked, wholeCentidays);
  }
}

function isEmployed(day: PlainDate, stretches: readonly Stay[]): boolean {
  return stretches.some(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to),
  );
}

function daysOf(month: Period): readonly PlainDate[] {
  const first = dayNumber(firstDayOf(month));
  const length = dayNumber(lastDayOf(month)) - first + 1;
  return Array.from({ length }, (_, index) => dateFromDayNumber(first + index));
}

/** Day 0 of the count is a Wednesday. */
function isMondayToFriday(day: PlainDate): boolean {
  return (dayNumber(day) + 2) % 7 < 5;
}
