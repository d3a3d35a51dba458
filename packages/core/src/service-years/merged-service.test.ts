import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate, type PlainDate } from "../calendar/plain-date.js";
import { mergedServiceYears, type ServiceSegment } from "./merged-service.js";

const dayMs = 86_400_000;

/** Day by day, without the calendar of this package: every day that counts, in order. */
function countedDays(segments: readonly ServiceSegment[]): readonly number[] {
  const days = new Set<number>();
  const eachDay = (paid: boolean, act: (day: number) => void): void => {
    for (const { from, to, alreadyPaid } of segments) {
      if ((alreadyPaid === true) !== paid) continue;
      for (let day = Date.parse(from) / dayMs; day <= Date.parse(to) / dayMs; day += 1) act(day);
    }
  };
  eachDay(false, (day) => days.add(day));
  eachDay(true, (day) => days.delete(day));
  return [...days].filter((day) => day >= Date.parse("2008-01-01") / dayMs).toSorted((a, b) => a - b);
}

/** Walks through each stretch and closes a month on the eve of the same day of the month. */
function walkStretches(days: readonly number[]): { months: number; days: number; loose: number } {
  let months = 0;
  let rest = 0;
  let loose = 0;
  let index = 0;
  while (index < days.length) {
    const start = days[index] ?? 0;
    const first = new Date(start * dayMs);
    let closed = 0;
    let sinceClosed = 0;
    let day = start;
    for (; days[index] === day; index += 1, day += 1) {
      sinceClosed += 1;
      const next = new Date((day + 1) * dayMs);
      const monthEnd = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
      const corresponding = Math.min(first.getUTCDate(), monthEnd);
      if (next.getUTCDate() === corresponding) {
        closed += 1;
        sinceClosed = 0;
      }
    }
    months += closed;
    rest += sinceClosed;
    if (sinceClosed > 0) loose += 1;
  }
  return { months, days: rest, loose };
}

function expectedOf(segments: readonly ServiceSegment[]): { months: number; days: number; half: number } {
  const walked = walkStretches(countedDays(segments));
  let { months, days } = walked;
  while (walked.loose > 1 && days >= 30) {
    months += 1;
    days -= 30;
  }
  const restMonths = months % 12;
  const part = restMonths >= 6 ? 2 : restMonths + days > 0 ? 1 : 0;
  return { months, days, half: Math.floor(months / 12) * 2 + part };
}

function service(from: string, to: string, alreadyPaid?: boolean): ServiceSegment {
  return { from: plainDate(from), to: plainDate(to), alreadyPaid };
}

describe("mergedServiceYears", () => {
  it.each([
    // Article 47: a full year is a month of pay, six months and more count as a year, less as half a month
    ["one day", [service("2024-02-29", "2024-02-29")], 0, 1, 1],
    ["one day short of six months", [service("2023-09-01", "2024-02-28")], 5, 28, 1],
    ["six months to the day", [service("2023-09-01", "2024-02-29")], 6, 0, 2],
    ["six months from the second of February", [service("2023-02-02", "2023-08-01")], 6, 0, 2],
    [
      "the same without its last day: 30 days over five months, still not six",
      [service("2023-02-02", "2023-07-31")],
      5,
      30,
      1,
    ],
    ["one day short of a year", [service("2023-01-01", "2023-12-30")], 11, 30, 2],
    ["a year to the day", [service("2023-01-01", "2023-12-31")], 12, 0, 2],
    ["a year and a day", [service("2023-01-01", "2024-01-01")], 12, 1, 3],
    [
      "a leap day to the eve of the next year's end of February",
      [service("2020-02-29", "2021-02-27")],
      12,
      0,
      2,
    ],
    ["four years and two months", [service("2020-01-01", "2024-02-29")], 50, 0, 9],
    ["twelve years", [service("2012-03-01", "2024-02-29")], 144, 0, 24],
    // Article 97: years count from the day the law came into force
    ["service before 2008", [service("2005-06-01", "2008-12-31")], 12, 0, 2],
    ["nothing but service before 2008", [service("2005-06-01", "2007-12-31")], 0, 0, 0],
    // Implementing Regulation, article 10
    [
      "two employers without a gap",
      [service("2020-01-01", "2021-12-31"), service("2022-01-01", "2024-02-29")],
      50,
      0,
      9,
    ],
    [
      "two employers with a gap of one day, which would make six months",
      [service("2020-01-01", "2020-06-14"), service("2020-06-16", "2020-06-30")],
      5,
      29,
      1,
    ],
    [
      "one day that was not paid for",
      [service("2024-01-01", "2024-01-31"), service("2024-01-02", "2024-01-31", true)],
      0,
      1,
      1,
    ],
    [
      "two employers without a gap, changed in the middle of a month",
      [service("2020-01-16", "2020-03-10"), service("2020-03-11", "2020-06-15")],
      5,
      0,
      1,
    ],
    [
      "two employers that overlap",
      [service("2020-01-01", "2022-06-30"), service("2022-01-01", "2024-02-29")],
      50,
      0,
      9,
    ],
    [
      "the same employer named twice",
      [service("2020-01-01", "2024-02-29"), service("2021-01-01", "2021-12-31")],
      50,
      0,
      9,
    ],
    [
      "two stretches of a year with a gap",
      [service("2020-01-01", "2020-12-31"), service("2022-01-01", "2022-12-31")],
      24,
      0,
      4,
    ],
    [
      "days of two stretches that make a month",
      [service("2023-01-01", "2023-01-15"), service("2023-03-01", "2023-03-15")],
      1,
      0,
      1,
    ],
    [
      "a year, and a stretch one day short of six months",
      [service("2021-01-01", "2021-12-31"), service("2023-02-02", "2023-07-31")],
      17,
      30,
      3,
    ],
    [
      "years already paid for",
      [service("2018-01-01", "2021-12-31", true), service("2022-01-01", "2024-02-29")],
      26,
      0,
      5,
    ],
    [
      "years already paid for inside a longer stretch",
      [service("2018-01-01", "2024-02-29"), service("2018-01-01", "2021-12-31", true)],
      26,
      0,
      5,
    ],
    [
      "a paid stretch in the middle",
      [service("2020-01-01", "2022-12-31"), service("2021-01-01", "2021-12-31", true)],
      24,
      0,
      4,
    ],
    ["everything already paid for", [service("2020-01-01", "2024-02-29", true)], 0, 0, 0],
    ["nothing", [], 0, 0, 0],
  ] as const)("counts %s", (_, segments, months, days, severanceHalfMonths) => {
    expect(mergedServiceYears(segments)).toMatchObject({ months, days, severanceHalfMonths });
    expect(expectedOf(segments)).toEqual({ months, days, half: severanceHalfMonths });
  });

  it.each([
    [[service("2007-12-31", "2008-06-30")], true],
    [[service("2008-01-01", "2008-06-30")], false],
    [[service("2000-01-01", "2007-12-31", true), service("2008-01-01", "2009-12-31")], false],
    [[service("2000-01-01", "2000-12-31")], true],
  ])("says whether unpaid service before 2008 was left out: %j, %s", (segments, isLeftOut) => {
    expect(mergedServiceYears(segments).hasServiceBefore2008).toBe(isLeftOut);
  });

  it("counts service before 2008 where it is asked for", () => {
    const segments = [service("2005-06-01", "2007-12-31"), service("2007-12-01", "2008-06-30")];
    expect(mergedServiceYears(segments, { countsBefore2008: true })).toEqual({
      months: 37,
      days: 0,
      severanceHalfMonths: 7,
      hasServiceBefore2008: false,
    });
  });

  const dates = fc.integer({ min: 0, max: 6_500 }).map((days) => addDays(plainDate("2006-01-01"), days));
  const segments = fc.array(
    fc
      .tuple(dates, fc.integer({ min: 0, max: 2_500 }), fc.boolean())
      .map(([from, days, alreadyPaid]) => ({ from, to: addDays(from, days), alreadyPaid })),
    { maxLength: 4 },
  );

  it("agrees with counting day by day", () => {
    fc.assert(
      fc.property(segments, (given) => {
        const { months, days, severanceHalfMonths } = mergedServiceYears(given);
        expect({ months, days, half: severanceHalfMonths }).toEqual(expectedOf(given));
      }),
      { numRuns: 400 },
    );
  });

  it("does not depend on the order of the segments", () => {
    fc.assert(
      fc.property(segments, (given) => {
        expect(mergedServiceYears(given.toReversed())).toEqual(mergedServiceYears(given));
      }),
    );
  });

  it("never falls when one more day is worked", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 5_000 }), (from, days) => {
        const until = (to: PlainDate): number => mergedServiceYears([{ from, to }]).severanceHalfMonths;
        expect(until(addDays(from, days + 1))).toBeGreaterThanOrEqual(until(addDays(from, days)));
      }),
    );
  });

  it("throws for a segment that ends before it begins", () => {
    expect(() => mergedServiceYears([service("2024-01-02", "2024-01-01")])).toThrow(RangeError);
    expect(() => mergedServiceYears([service("2024-01-02", "2024-01-01", true)])).toThrow(RangeError);
  });
});
