import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDateSchema } from "./plain-date-schema.js";
import {
  addDays,
  addMonths,
  addMonthsToPeriod,
  ageOn,
  dateFromDayNumber,
  dateOf,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstDayOf,
  isCalendarDay,
  lastDayOf,
  monthsBetween,
  parsePeriod,
  parsePlainDate,
  partsOfDate,
  partsOfPeriod,
  period,
  periodOf,
  plainDate,
} from "./plain-date.js";

const dayMs = 86_400_000;

/** The same calendar as JavaScript's own `Date` in UTC has it. */
function utc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

const dates = fc
  .integer({ min: utc("1900-01-01") / dayMs, max: utc("2100-12-31") / dayMs })
  .map((days) => plainDate(isoOf(days * dayMs)));

describe("days", () => {
  it("count as those of Date do, from 1900 to 2100", () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        expect(daysBetween(from, to)).toBe((utc(to) - utc(from)) / dayMs);
        expect(dateFromDayNumber(dayNumber(from))).toBe(from);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
      { numRuns: 1000 },
    );
  });

  it("follow one another without a gap through 1899 to 2101", () => {
    let date = plainDate("1899-12-25");
    for (let ms = utc(date); ms < utc("2101-01-05"); ms += dayMs) {
      expect(date).toBe(isoOf(ms));
      date = addDays(date, 1);
    }
  });

  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["1900-02-28", 1, "1900-03-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["2023-12-31", 1, "2024-01-01"],
  ])("%s and %i days is %s", (from, days, to) => {
    expect(addDays(plainDate(from), days)).toBe(to);
  });

  it("end where dates are written with four digits", () => {
    expect(() => addDays(plainDate("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addDays(plainDate("0000-01-01"), -1)).toThrow(RangeError);
  });
});

describe("months", () => {
  it("are added as Date adds them, but for the end of a shorter month", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const { year, month, day } = partsOfDate(date);
        const first = new Date(Date.UTC(year, month - 1 + months, 1));
        const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        first.setUTCDate(Math.min(day, last));
        expect(addMonths(date, months)).toBe(first.toISOString().slice(0, 10));
        expect(monthsBetween(periodOf(date), periodOf(addMonths(date, months)))).toBe(months);
        expect(addMonthsToPeriod(periodOf(date), months)).toBe(addMonths(date, months).slice(0, 7));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-11-15", 2, "2025-01-15"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  it("have the length that Date gives them", () => {
    for (let year = 1900; year <= 2100; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(daysInMonth(year, month)).toBe(days);
        const text = period(`${year}-${String(month).padStart(2, "0")}`);
        expect(firstDayOf(text)).toBe(`${text}-01`);
        expect(lastDayOf(text)).toBe(`${text}-${days}`);
        expect(partsOfPeriod(text)).toEqual({ year, month });
      }
    }
  });
});

describe("parsePlainDate", () => {
  it.each([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2024-04-31", false],
    ["2024-00-10", false],
    ["2024-13-10", false],
    ["2024-01-00", false],
    ["2024-1-1", false],
    ["2024/01/01", false],
    ["2024-01-01T00:00:00", false],
    [" 2024-01-01", false],
    ["２０２４-01-01", false],
    ["", false],
  ])("reads %j: %s", (text, ok) => {
    const result = parsePlainDate(text);
    expect(result.ok).toBe(ok);
    expect(result.issues.map((issue) => issue.code)).toEqual(ok ? [] : ["date-not-a-date"]);
    expect(plainDateSchema.safeParse(text).success).toBe(ok);
    if (ok) expect(plainDate(text)).toBe(text);
    else expect(() => plainDate(text)).toThrow(RangeError);
  });

  it("does not repeat an identity number that stands in a date column", () => {
    expect(parsePlainDate("360499198506060011").issues[0]?.message.en).not.toContain("1985");
  });
});

describe("isCalendarDay and dateOf", () => {
  it("agree with Date on every day of 1899 to 2101, and on days there are none of", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1899, max: 2101 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists =
            date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(isCalendarDay(year, month, day)).toBe(exists);
          if (exists) expect(partsOfDate(dateOf(year, month, day))).toEqual({ year, month, day });
          else expect(() => dateOf(year, month, day)).toThrow(RangeError);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("know no fraction of a month or day", () => {
    expect(isCalendarDay(2024, 1.5, 2)).toBe(false);
    expect(isCalendarDay(2024, 1, Number.NaN)).toBe(false);
  });
});

describe("parsePeriod", () => {
  it.each([
    ["2024-03", true],
    ["2024-12", true],
    ["2024-00", false],
    ["2024-13", false],
    ["2024-3", false],
    ["2024-03-01", false],
    ["202403", false],
    ["", false],
  ])("reads %j: %s", (text, ok) => {
    const result = parsePeriod(text);
    expect(result.ok).toBe(ok);
    expect(result.issues.map((issue) => issue.code)).toEqual(ok ? [] : ["period-not-a-period"]);
    if (!ok) expect(() => period(text)).toThrow(RangeError);
  });
});

describe("ageOn", () => {
  it.each([
    ["1959-05-06", "2024-05-05", 64],
    ["1959-05-06", "2024-05-06", 65],
    ["2004-02-29", "2023-02-28", 18],
    ["2004-02-29", "2023-03-01", 19],
    ["2004-02-29", "2024-02-29", 20],
    ["2024-03-01", "2024-03-01", 0],
    ["2023-12-31", "2024-01-01", 0],
  ])("makes somebody born on %s on %s %i years old", (birth, day, age) => {
    expect(ageOn(plainDate(birth), plainDate(day))).toBe(age);
  });
});
