import { plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naiveMeetsMinimum } from "../__fixtures__/naive-populations.js";
import { facts } from "../__fixtures__/unit-month.js";
import { attendanceMinimum, type AttendanceQuestion } from "./attendance-minimum.js";

const law = { on: plainDate("2024-03-31") };

/** Xunyang district, class 2: 1,730 yuan a month and 17.30 an hour until 2024-03-31. */
const xunyang = { division: "360403", attendedCentidays: 2175 };

function leastOf(question: AttendanceQuestion, on = law.on): number | readonly string[] {
  const least = attendanceMinimum(question, { on }, facts);
  return least.ok ? least.value.minimumFen : least.issues.map(({ code }) => code);
}

describe("attendanceMinimum", () => {
  it.each<readonly [string, AttendanceQuestion, number]>([
    ["21.75 days", xunyang, 173_000],
    [
      "26 days: more than a month's days are not more than a month",
      { ...xunyang, attendedCentidays: 2600 },
      173_000,
    ],
    // 1,730 × 8.7 ÷ 21.75 = 692 exactly.
    ["8.7 days", { ...xunyang, attendedCentidays: 870 }, 69_200],
    // 1,730 ÷ 21.75 = 79.5402…: 79.54 would be too little.
    ["one day", { ...xunyang, attendedCentidays: 100 }, 7955],
    ["no day", { ...xunyang, attendedCentidays: 0 }, 0],
    // A month of twenty working days, all attended, is a full month.
    ["20 days of 20", { ...xunyang, attendedCentidays: 2000, scheduledCentidays: 2000 }, 173_000],
    // 1,730 × 19 ÷ 21.75 = 1,511.264…
    ["19 days of 20", { ...xunyang, attendedCentidays: 1900, scheduledCentidays: 2000 }, 151_127],
    // 80.5 hours at 17.30.
    ["part-time work", { ...xunyang, partTimeCentihours: 8050 }, 139_265],
    // Hukou county, class 3: 1,610 a month.
    ["a county", { division: "360429", attendedCentidays: 2175 }, 161_000],
  ])("of %s", (_, question, expected) => {
    expect(leastOf(question)).toBe(expected);
  });

  it("goes by the standard of the day", () => {
    expect(leastOf(xunyang, plainDate("2024-04-01"))).toBe(187_000);
  });

  it.each<readonly [string, string, string, string]>([
    ["a year for which nothing is established", "360403", "2025-03-31", "fact-unknown"],
    ["a place that is none of the city's", "110101", "2024-03-31", "division-unknown"],
  ])("does not answer for %s", (_, division, on, code) => {
    expect(leastOf({ division, attendedCentidays: 2175 }, plainDate(on))).toEqual([code]);
  });

  it("lets through exactly the pay that a second implementation lets through", () => {
    const near = fc.integer({ min: -2, max: 2 });
    const anyDays = fc.nat(3100);
    fc.assert(
      fc.property(
        anyDays,
        fc.option(anyDays, { nil: undefined }),
        near,
        (attended, scheduled, difference) => {
          const question = { division: "360403", attendedCentidays: attended, scheduledCentidays: scheduled };
          const least = leastOf(question);
          if (typeof least !== "number") throw new Error("not known");
          const payFen = Math.max(0, least + difference);
          expect(payFen >= least).toBe(naiveMeetsMinimum(payFen, 173_000, attended, scheduled));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
