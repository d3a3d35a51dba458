import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../calendar/plain-date.js";
import { fen } from "../money/fen.js";
import { severance, type SeveranceInput } from "./severance.js";

function worked(from: string, to: string): SeveranceInput["segments"] {
  return [{ from: plainDate(from), to: plainDate(to) }];
}

const threeYearsTwoMonths = worked("2021-01-01", "2024-02-29");
const fifteenYears = worked("2009-03-01", "2024-02-29");
const base = { average12Fen: fen(500_000), cityAverageMonthlyFen: fen(600_000) };

describe("severance", () => {
  it.each([
    // name, input, half months, base, amount
    [
      "a month of pay for each year, half for the rest",
      { ...base, segments: threeYearsTwoMonths },
      7,
      500_000,
      1_750_000,
    ],
    [
      "half a month for less than six months",
      { ...base, segments: worked("2024-01-01", "2024-02-29") },
      1,
      500_000,
      250_000,
    ],
    [
      "a full month for six months",
      { ...base, segments: worked("2023-09-01", "2024-02-29") },
      2,
      500_000,
      500_000,
    ],
    [
      "fifteen months for fifteen years of ordinary pay",
      { ...base, segments: fifteenYears },
      30,
      500_000,
      7_500_000,
    ],
    // Article 47, second paragraph: pay above three times the average is cut to it, and years to twelve
    [
      "the ceiling and twelve years for high pay",
      { ...base, average12Fen: fen(1_800_001), segments: fifteenYears },
      24,
      1_800_000,
      21_600_000,
    ],
    [
      "no ceiling and no limit of years at exactly three times the average",
      { ...base, average12Fen: fen(1_800_000), segments: fifteenYears },
      30,
      1_800_000,
      27_000_000,
    ],
    [
      "the ceiling without the limit below twelve years",
      { ...base, average12Fen: fen(2_000_000), segments: threeYearsTwoMonths },
      7,
      1_800_000,
      6_300_000,
    ],
    // Implementing Regulation, article 27: the local minimum wage is the floor
    [
      "the minimum wage as floor",
      { ...base, average12Fen: fen(100_000), minimumWageFen: fen(185_000), segments: threeYearsTwoMonths },
      7,
      185_000,
      647_500,
    ],
    [
      "pay above the minimum wage",
      { ...base, minimumWageFen: fen(185_000), segments: threeYearsTwoMonths },
      7,
      500_000,
      1_750_000,
    ],
    // Article 87
    [
      "twice the amount when unlawful",
      { ...base, segments: threeYearsTwoMonths, unlawful: true },
      7,
      500_000,
      3_500_000,
    ],
    [
      "twice the capped amount when unlawful",
      { ...base, average12Fen: fen(2_000_000), segments: fifteenYears, unlawful: true },
      24,
      1_800_000,
      43_200_000,
    ],
    // Implementing Regulation, article 25: damages count from the first day at work, here 24 years 2 months
    [
      "damages for the years before 2008 too",
      { ...base, segments: worked("2000-01-01", "2024-02-29"), unlawful: true },
      49,
      500_000,
      24_500_000,
    ],
    // Implementing Regulation, article 12; Labour Contract Law, article 71
    [
      "nothing for a public-welfare post",
      { ...base, segments: threeYearsTwoMonths, publicWelfarePost: true },
      0,
      500_000,
      0,
    ],
    ["nothing for part-time work", { ...base, segments: threeYearsTwoMonths, partTime: true }, 0, 500_000, 0],
    [
      "an odd fen rounded up",
      { ...base, average12Fen: fen(333_333), segments: worked("2024-01-01", "2024-02-29") },
      1,
      333_333,
      166_667,
    ],
    [
      "nothing for years already paid",
      {
        ...base,
        segments: [{ from: plainDate("2021-01-01"), to: plainDate("2024-02-29"), alreadyPaid: true }],
      },
      0,
      500_000,
      0,
    ],
  ])("gives %s", (_, input, halfMonths, baseFen, amountFen) => {
    expect(severance(input)).toMatchObject({ halfMonths, baseFen, amountFen, issues: [] });
  });

  it.each([
    [
      "the city's average is not known",
      { ...base, cityAverageMonthlyFen: undefined, segments: threeYearsTwoMonths },
      ["severance-cap-untested"],
    ],
    [
      "there was service before 2008",
      { ...base, segments: worked("2005-01-01", "2024-02-29") },
      ["severance-before-2008"],
    ],
    [
      "both",
      { average12Fen: fen(1), segments: worked("2005-01-01", "2024-02-29") },
      ["severance-before-2008", "severance-cap-untested"],
    ],
    [
      "nothing is due anyway",
      { average12Fen: fen(1), segments: worked("2005-01-01", "2024-02-29"), partTime: true },
      [],
    ],
  ])("warns when %s", (_, input, codes) => {
    expect(severance(input).issues.map((issue) => issue.code)).toEqual(codes);
  });

  it("leaves pay uncut and years unlimited when the average is not known", () => {
    expect(severance({ average12Fen: fen(9_000_000), segments: fifteenYears })).toMatchObject({
      baseFen: 9_000_000,
      halfMonths: 30,
    });
  });

  it("agrees with the law written out a second time", () => {
    const money = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6_000 }),
        money,
        fc.option(money),
        fc.option(money),
        fc.boolean(),
        (days, pay, average, minimum, unlawful) => {
          const to = plainDate("2024-02-29");
          const from = addDays(to, 1 - days);
          const result = severance({
            segments: [{ from, to }],
            average12Fen: fen(pay),
            cityAverageMonthlyFen: average === null ? undefined : fen(average),
            minimumWageFen: minimum === null ? undefined : fen(minimum),
            unlawful,
          });
          // Count years back from the end: the anniversary that the service still reaches.
          let years = 0;
          while (serviceReaches(from, to, (years + 1) * 12)) years += 1;
          const isHalfOver = serviceReaches(from, to, years * 12 + 6);
          const isRest = serviceReaches(from, addDays(to, -1), years * 12);
          let months = years + (isHalfOver ? 1 : isRest ? 0.5 : 0);
          let wage = Math.max(pay, minimum ?? 0);
          if (average !== null && wage > 3 * average) {
            wage = 3 * average;
            months = Math.min(12, months);
          }
          const due = BigInt(wage) * BigInt(months * 2) * (unlawful ? 2n : 1n);
          expect(BigInt(result.amountFen)).toBe((due + 1n) / 2n);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** True when service from one day to another, both included, lasts at least a number of months. */
function serviceReaches(from: string, to: string, months: number): boolean {
  const start = new Date(from);
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const monthEnd = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(start.getUTCDate(), monthEnd));
  return target.getTime() <= Date.parse(to) + 86_400_000;
}
