import {
  addMonthsToPeriod,
  monthsBetween,
  period,
  type Period,
  type RetirementCategory,
} from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimumContributionYears, originalRetirementMonth, retirementMonth } from "./retirement.js";

const categories = { M60: [60, 4, 36], F55: [55, 4, 36], F50: [50, 2, 60] } as const;
const anyCategory = fc.constantFrom<RetirementCategory>("M60", "F55", "F50");
const anyBirth = fc
  .record({ year: fc.integer({ min: 1940, max: 2010 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => period(`${year}-${String(month).padStart(2, "0")}`));

/**
 * Walks through the birth months one by one as the decision's tables do: whoever reaches the original age
 * from 2025-01 on retires a month later, and after every fourth (or second) month of birth one month more.
 */
function walk(category: RetirementCategory, birth: Period): Period {
  const [years, step, most] = categories[category];
  let delay = 0;
  let left = 0;
  const original = addMonthsToPeriod(birth, years * 12);
  for (let month = period("2025-01"); month <= original; month = addMonthsToPeriod(month, 1)) {
    if (left === 0) {
      delay = Math.min(delay + 1, most);
      left = step;
    }
    left -= 1;
  }
  return addMonthsToPeriod(original, delay);
}

describe("retirementMonth", () => {
  it.each([
    // Rows of the tables annexed to the decision of 2024-09-13, and a public test case (1971-04).
    ["M60", "1965-01", 60, 1, "2025-02"],
    ["M60", "1965-12", 60, 3, "2026-03"],
    ["M60", "1976-08", 62, 11, "2039-07"],
    ["M60", "1976-09", 63, 0, "2039-09"],
    ["F55", "1970-01", 55, 1, "2025-02"],
    ["F55", "1971-04", 55, 4, "2026-08"],
    ["F55", "1981-09", 58, 0, "2039-09"],
    ["F50", "1975-01", 50, 1, "2025-02"],
    ["F50", "1975-03", 50, 2, "2025-05"],
    ["F50", "1984-11", 55, 0, "2039-11"],
    // Whoever reached the original age before 2025 is not concerned.
    ["M60", "1964-12", 60, 0, "2024-12"],
    ["F55", "1969-12", 55, 0, "2024-12"],
    ["F50", "1974-12", 50, 0, "2024-12"],
    ["M60", "1959-05", 60, 0, "2019-05"],
    // The rise ends at 63, 58 and 55.
    ["M60", "1999-10", 63, 0, "2062-10"],
    ["F55", "1990-02", 58, 0, "2048-02"],
    ["F50", "2000-06", 55, 0, "2055-06"],
  ] as const)(
    "%s born %s retires at %i years and %i months, in %s",
    (category, birth, years, months, month) => {
      const retires = retirementMonth(category, period(birth));
      expect(retires).toBe(month);
      expect(monthsBetween(period(birth), retires)).toBe(years * 12 + months);
    },
  );

  it("agrees with a walk through the birth months", () => {
    fc.assert(
      fc.property(anyCategory, anyBirth, (category, birth) => {
        expect(retirementMonth(category, birth)).toBe(walk(category, birth));
      }),
      { numRuns: 1000 },
    );
  });

  it("never lets the younger retire before the older", () => {
    fc.assert(
      fc.property(anyCategory, anyBirth, (category, birth) => {
        const next = retirementMonth(category, addMonthsToPeriod(birth, 1));
        expect(next > retirementMonth(category, birth)).toBe(true);
      }),
    );
  });
});

describe("originalRetirementMonth", () => {
  it.each([
    ["M60", "1965-01", "2025-01"],
    ["F55", "1971-04", "2026-04"],
    ["F50", "1974-12", "2024-12"],
  ] as const)("of %s born %s is %s", (category, birth, month) => {
    expect(originalRetirementMonth(category, period(birth))).toBe(month);
  });
});

describe("minimumContributionYears", () => {
  it.each([
    // 15 years to 2029, then half a year more each year, 20 from 2039.
    ["2019-05", 15],
    ["2029-12", 15],
    ["2030-01", 15.5],
    ["2031-06", 16],
    ["2038-12", 19.5],
    ["2039-01", 20],
    ["2062-10", 20],
  ])("retirement in %s needs %d years", (month, years) => {
    expect(minimumContributionYears(period(month))).toBe(years);
  });
});
