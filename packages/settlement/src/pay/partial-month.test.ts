import { dateOf, fen, period, plainDate, type PlainDate, type Stay } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, fraction, halfUp, over, times, yuanOf } from "../__fixtures__/fraction.js";
import { facts, yuan } from "../__fixtures__/unit-month.js";
import { partialMonthPay, type DayConvention, type PartialMonth } from "./partial-month.js";

const march = { month: period("2024-03"), monthWageFen: yuan(4350) };

/** Employment from and to days of March 2024, which has 21 days from Monday to Friday, and 31 in all. */
function stretch(from: number | undefined, to: number | undefined): Stay {
  return {
    ...(from === undefined ? {} : { from: dateOf(2024, 3, from) }),
    ...(to === undefined ? {} : { to: dateOf(2024, 3, to) }),
  };
}

function payOf(partial: PartialMonth): number | readonly string[] {
  const result = partialMonthPay(partial, facts);
  return result.ok ? result.value.payFen / 100 : result.issues.map(({ code }) => code);
}

describe("partialMonthPay", () => {
  // 4,350 ÷ 21.75 = 200 a paid day; 4,350 ÷ 31 = 140.32… a calendar day.
  it.each<readonly [string, readonly Stay[], number, number, number, number]>([
    // What it is, employment, days of unpaid leave, pay by days paid, days missed, calendar days.
    ["a whole month", [stretch(undefined, undefined)], 0, 4350, 4350, 4350],
    [
      "joined on Monday the 18th: 10 of 21 paid days, 14 of 31 days",
      [stretch(18, undefined)],
      0,
      2000,
      2150,
      1964.52,
    ],
    ["left on Friday the 8th: 6 paid days, 8 days", [stretch(undefined, 8)], 0, 1200, 1350, 1122.58],
    [
      "joined on the 11th and left on the 22nd: 10 paid days, 12 days",
      [stretch(11, 22)],
      0,
      2000,
      2150,
      1683.87,
    ],
    [
      "left on the 8th, back on the 25th: 11 paid days, 15 days",
      [stretch(undefined, 8), stretch(25, undefined)],
      0,
      2200,
      2350,
      2104.84,
    ],
    ["employed on a weekend alone", [stretch(30, 31)], 0, 0, 0, 280.65],
    [
      "joined on the 2nd, a Saturday: one paid day is missing",
      [stretch(2, undefined)],
      0,
      4000,
      4150,
      4209.68,
    ],
    ["one day of unpaid leave", [stretch(undefined, undefined)], 1, 4150, 4150, 4209.68],
    ["half a day of unpaid leave", [stretch(undefined, undefined)], 0.5, 4250, 4250, 4279.84],
    // 21 days of leave on 21 paid days: nothing was worked, although 21.75 − 21 is not nought.
    ["unpaid leave on every paid day", [stretch(undefined, undefined)], 21, 0, 0, 1403.23],
    ["joined on the 18th, two days of unpaid leave", [stretch(18, undefined)], 2, 1600, 1750, 1683.87],
    ["not employed at all", [], 0, 0, 0, 0],
    ["hired after the month", [{ from: plainDate("2024-04-01") }], 0, 0, 0, 0],
    ["left before the month", [{ to: plainDate("2024-02-29") }], 0, 0, 0, 0],
  ])("%s", (_, employed, unpaid, byPaid, byMissed, byCalendar) => {
    const partial = { ...march, employed, unpaidCentidays: unpaid * 100 };
    expect(payOf({ ...partial, convention: "paid-days" })).toBe(byPaid);
    expect(payOf({ ...partial, convention: "paid-days-missed" })).toBe(byMissed);
    expect(payOf({ ...partial, convention: "calendar-days" })).toBe(byCalendar);
  });

  it("names the convention with the days and the day's wage it used", () => {
    const joined = { ...march, employed: [stretch(18, undefined)] };
    const byPaid = partialMonthPay({ ...joined, convention: "paid-days" }, facts);
    expect(byPaid.ok && byPaid.value).toEqual({
      convention: "paid-days",
      paidCentidays: 1000,
      wholeCentidays: 2175,
      dayWageFen: 20_000,
      payFen: 200_000,
    });
    const byCalendar = partialMonthPay({ ...joined, convention: "calendar-days" }, facts);
    expect(byCalendar.ok && byCalendar.value).toEqual({
      convention: "calendar-days",
      paidCentidays: 1400,
      wholeCentidays: 3100,
      dayWageFen: 14_032,
      payFen: 196_452,
    });
  });

  it("pays the whole wage for 22 of 23 paid days, never more", () => {
    // January 2024 has 23 days from Monday to Friday; 22 days at 1/21.75 would be 4,400.
    const january = { month: period("2024-01"), monthWageFen: yuan(4350), convention: "paid-days" as const };
    expect(payOf({ ...january, employed: [{ from: plainDate("2024-01-02") }] })).toBe(4350);
    expect(payOf({ ...january, employed: [{ from: plainDate("2024-01-03") }] })).toBe(4200);
  });

  it("counts the days worked once leave is longer than work, so that no day worked is unpaid", () => {
    // 22.5 days of leave in a month of 23: 21.75 − 22.5 would be less than nought.
    const january = { month: period("2024-01"), monthWageFen: yuan(4350), convention: "paid-days" as const };
    expect(payOf({ ...january, employed: [{}], unpaidCentidays: 2250 })).toBe(100);
    expect(payOf({ ...january, employed: [{}], unpaidCentidays: 1150 })).toBe(2050);
    expect(payOf({ ...january, employed: [{}], unpaidCentidays: 1200 })).toBe(2200);
  });

  it("takes the unit's own calendar of paid days", () => {
    // Spring festival 2024: 4 and 18 February are worked, 10 to 17 are off with three public holidays paid.
    const off = new Set([3, 13, 14, 15, 16, 17, 24, 25]);
    const paidDays = Array.from({ length: 29 }, (_, index) => index + 1)
      .filter((day) => !off.has(day))
      .map((day) => dateOf(2024, 2, day));
    const february = { month: period("2024-02"), monthWageFen: yuan(4350), paidDays };
    // 21 paid days; from the 18th on: 18–23 and 26–29, ten days.
    const employed = [{ from: plainDate("2024-02-18") }];
    expect(payOf({ ...february, employed, convention: "paid-days" })).toBe(2000);
    expect(payOf({ ...february, employed: [{}], convention: "paid-days" })).toBe(4350);
  });

  it.each<readonly [string, Partial<PartialMonth>, string]>([
    ["left before joining", { employed: [stretch(9, 8)] }, "employment-dates-wrong"],
    [
      "stretches that share a day",
      { employed: [stretch(undefined, 8), stretch(8, undefined)] },
      "employment-dates-wrong",
    ],
    [
      "a stretch after one without an end",
      { employed: [stretch(1, undefined), stretch(9, 10)] },
      "employment-dates-wrong",
    ],
    [
      "more leave than days employed",
      { employed: [stretch(18, undefined)], unpaidCentidays: 1001 },
      "unpaid-days-wrong",
    ],
    ["leave below nought", { unpaidCentidays: -1 }, "unpaid-days-wrong"],
    ["a third decimal of a day", { unpaidCentidays: 0.5 }, "unpaid-days-wrong"],
    ["a month before the conversion of 2008", { month: period("2007-12") }, "fact-unknown"],
  ])("refuses %s", (_, changes, code) => {
    expect(payOf({ ...march, employed: [{}], convention: "paid-days", ...changes })).toEqual([code]);
  });
});

const anyConvention = fc.constantFrom<DayConvention>("paid-days", "paid-days-missed", "calendar-days");
const anyWage = fc.integer({ min: 0, max: 10_000_000 });
const anyDays = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const anyMonth = fc.tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }));

/** Days from Monday to Friday by the date arithmetic of the language. */
function weekdaysBetween(year: number, month: number, from: number, to: number): number {
  let count = 0;
  for (let day = from; day <= to; day += 1) {
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

describe("partialMonthPay over any month", () => {
  it("agrees to the fen with a second implementation for joiners and leavers", () => {
    fc.assert(
      fc.property(
        anyMonth,
        anyWage,
        anyDays,
        anyConvention,
        ([year, month], wage, [from, to], convention) => {
          const day = (number: number): PlainDate => dateOf(year, month, number);
          const paid = weekdaysBetween(year, month, from, to);
          const whole = weekdaysBetween(year, month, 1, lastDay(year, month));
          const of = convention === "calendar-days" ? fraction(lastDay(year, month)) : fraction("21.75");
          const days = {
            "calendar-days": fraction(to - from + 1),
            "paid-days-missed": fraction(String(paid === 0 ? 0 : Math.max(0, 21.75 - (whole - paid)))),
            "paid-days": fraction(String(paid === whole ? 21.75 : Math.min(paid, 21.75))),
          }[convention];
          const expected = fenOf(halfUp(times(yuanOf(wage), over(days, of)), fraction("0.01")));
          const partial = { month: period(day(1).slice(0, 7)), monthWageFen: fen(wage), convention };
          expect(payOf({ ...partial, employed: [{ from: day(from), to: day(to) }] })).toBe(expected / 100);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is never above the month's wage, never below nought, and no less for a longer time", () => {
    fc.assert(
      fc.property(
        anyMonth,
        anyWage,
        anyDays,
        anyConvention,
        ([year, month], wage, [from, to], convention) => {
          const first = dateOf(year, month, 1);
          const partial = { month: period(first.slice(0, 7)), monthWageFen: fen(wage), convention };
          const until = (day: number): number =>
            Number(payOf({ ...partial, employed: [{ to: dateOf(year, month, day) }] })) * 100;
          expect(until(to)).toBeLessThanOrEqual(wage + 1e-6);
          expect(until(from)).toBeGreaterThanOrEqual(0);
          expect(until(from)).toBeLessThanOrEqual(until(to));
          expect(Number(payOf({ ...partial, employed: [{}] }))).toBe(wage / 100);
        },
      ),
    );
  });
});
