import { fen, plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halfUp, fenOf, fraction } from "../__fixtures__/fraction.js";
import { naiveLabourFee, naiveShareYear } from "../__fixtures__/naive-payroll.js";
import { withholdIntern, withholdLabourFee, withholdPlatformWorker } from "./occasional-withholding.js";

const facts = createFacts(jiujiangPacks);

/** Months with income in yuan, and the tax in yuan that is to come of each. */
type YuanMonths = readonly (readonly [month: number, income: number, tax: number])[];

const incomesOf = (months: YuanMonths): { month: number; incomeFen: ReturnType<typeof fen> }[] =>
  months.map(([month, income]) => ({ month, incomeFen: fen(Math.round(income * 100)) }));
const taxesOf = (months: YuanMonths): readonly unknown[] =>
  months.map(([month, , tax]) => ({ month, taxFen: Math.round(tax * 100) }));

describe("withholdIntern", () => {
  it.each<readonly [string, number, YuanMonths]>([
    // Interpretation of 公告2020年第13号: 3,000 in July is covered by the 5,000; by the occasion it was 440.
    ["3,000 in the first month", 2020, [[7, 3000, 0]]],
    // 10,000 × 80 % − 5,000 = 3,000 × 3 %
    ["10,000 in the first month", 2024, [[7, 10_000, 90]]],
    [
      "two months of 10,000",
      2024,
      [
        [7, 10_000, 90],
        [8, 10_000, 90],
      ],
    ],
    // A month interned without pay still brings its 5,000: 20,000 × 80 % − 15,000 = 1,000 × 3 % = 30 < 90.
    [
      "a month interned without pay",
      2024,
      [
        [7, 10_000, 90],
        [8, 0, 0],
        [9, 10_000, 0],
      ],
    ],
    // A month not interned brings none: 20,000 × 80 % − 10,000 = 6,000 × 3 % = 180, less 90.
    [
      "a month not interned",
      2024,
      [
        [7, 10_000, 90],
        [9, 10_000, 90],
      ],
    ],
    // 60,000 × 80 % − 5,000 = 43,000 × 10 % − 2,520
    ["a month beyond the first bracket", 2024, [[1, 60_000, 1780]]],
    ["6,250.00 is the most without tax in one month", 2024, [[1, 6250, 0]]],
    ["no months", 2024, []],
  ])("%s", (_, year, months) => {
    const result = withholdIntern(year, incomesOf(months), facts);
    expect(result.ok && result.value).toEqual(taxesOf(months));
  });

  it.each([
    [2020, 6, false],
    [2020, 7, true],
  ])("is known in month %i-%i: %s", (year, month, isKnown) => {
    expect(withholdIntern(year, [{ month, incomeFen: fen(1) }], facts).ok).toBe(isKnown);
  });
});

describe("withholdPlatformWorker", () => {
  it.each<readonly [string, number, YuanMonths]>([
    ["10,000 in the first month", 2025, [[10, 10_000, 90]]],
    [
      "three months in a row",
      2025,
      [
        [10, 10_000, 90],
        [11, 10_000, 90],
        [12, 10_000, 90],
      ],
    ],
    // Each month alone: 60,000 × 80 % − 5,000 = 43,000 × 10 % − 2,520 = 1,780 twice, not 5,560 on the sum.
    [
      "a gap month begins the count anew",
      2026,
      [
        [1, 60_000, 1780],
        [3, 60_000, 1780],
      ],
    ],
    // 120,000 × 80 % − 10,000 = 86,000 × 10 % − 2,520 = 6,080, less 1,780.
    [
      "without the gap the months add up",
      2026,
      [
        [1, 60_000, 1780],
        [2, 60_000, 4300],
      ],
    ],
    [
      "a month without income is a gap too",
      2026,
      [
        [1, 60_000, 1780],
        [2, 0, 0],
        [3, 60_000, 1780],
      ],
    ],
    // The low second month lowers the cumulative tax: nothing is given back, and the third adds to the run.
    [
      "a low month in a row",
      2026,
      [
        [1, 60_000, 1780],
        [2, 100, 0],
        [3, 60_000, 3808],
      ],
    ],
  ])("%s", (_, year, months) => {
    const result = withholdPlatformWorker(year, incomesOf(months), facts);
    expect(result.ok && result.value).toEqual(taxesOf(months));
  });

  it("takes exempt income and other deductions off the whole run, after the fifth for expenses", () => {
    // 60,000 × 80 % − 1,000 − 2,000 − 5,000 = 40,000 × 10 % − 2,520 = 1,480; two months: 120,000 × 80 % −
    // 3,000 − 500 − 10,000 = 82,500 × 10 % − 2,520 = 5,730, less 1,480. After the gap none of it counts.
    const months = [
      { month: 1, incomeFen: fen(6_000_000), exemptFen: fen(100_000), otherFen: fen(200_000) },
      { month: 2, incomeFen: fen(6_000_000), otherFen: fen(50_000) },
      { month: 4, incomeFen: fen(6_000_000) },
    ];
    const result = withholdPlatformWorker(2026, months, facts);
    expect(result.ok && result.value.map(({ taxFen }) => taxFen)).toEqual([148_000, 425_000, 178_000]);
  });

  it.each([
    [2025, 9, false],
    [2025, 10, true],
  ])("is known in month %i-%i: %s", (year, month, isKnown) => {
    expect(withholdPlatformWorker(year, [{ month, incomeFen: fen(1) }], facts).ok).toBe(isKnown);
  });
});

const anyIncomes = fc.array(fc.integer({ min: 1, max: 12_000_000 }), { minLength: 1, maxLength: 12 });

describe("withholding on a share of the income", () => {
  it("agrees to the fen with a second implementation that rounds the tax alone", () => {
    fc.assert(
      fc.property(anyIncomes, (incomes) => {
        const months = incomes.map((income, index) => ({ month: index + 1, incomeFen: fen(income) }));
        const expected = naiveShareYear(incomes);
        const intern = withholdIntern(2026, months, facts);
        const platform = withholdPlatformWorker(2026, months, facts);
        expect(intern.ok && intern.value.map(({ taxFen }) => taxFen)).toEqual(expected);
        expect(platform.ok && platform.value.map(({ taxFen }) => taxFen)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("begins every run of a platform worker's months as a year of its own", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 12_000_000 })), { maxLength: 12 }), (year) => {
        const months = year.flatMap((income, index) =>
          income === null ? [] : [{ month: index + 1, incomeFen: fen(income) }],
        );
        const expected: number[] = [];
        let run: number[] = [];
        for (const income of [...year, null]) {
          if (income !== null) run.push(income);
          else {
            expected.push(...naiveShareYear(run));
            run = [];
          }
        }
        const result = withholdPlatformWorker(2026, months, facts);
        expect(result.ok && result.value.map(({ taxFen }) => taxFen)).toEqual(expected);
      }),
    );
  });
});

const on = plainDate("2024-03-31");

describe("withholdLabourFee", () => {
  it.each([
    // Income, taxable and tax in yuan. 2,000 → 240 and 30,000 → 5,200 are the examples of 公告2018年第61号.
    [0, 0, 0],
    [500, 0, 0],
    [800, 0, 0],
    [800.01, 0.01, 0],
    [801, 1, 0.2],
    [2000, 1200, 240],
    [3000, 2200, 440],
    [4000, 3200, 640],
    [4000.01, 3200.01, 640],
    [5000, 4000, 800],
    [25_000, 20_000, 4000],
    [25_000.01, 20_000.01, 4000],
    [30_000, 24_000, 5200],
    // 30,000.02 × 80 % = 24,000.016 × 30 % − 2,000 = 5,200.0048: the tax alone is rounded.
    [30_000.02, 24_000.02, 5200],
    [62_500, 50_000, 13_000],
    [62_501, 50_000.8, 13_000.32],
    [100_000, 80_000, 25_000],
  ])("%d yuan: taxed on %d, tax %d", (income, taxable, tax) => {
    const result = withholdLabourFee(fen(Math.round(income * 100)), on, facts);
    expect(result.ok && result.value).toEqual({
      taxableFen: Math.round(taxable * 100),
      taxFen: Math.round(tax * 100),
    });
  });

  it("agrees to the fen with a second implementation", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 20_000_000 })),
        (income) => {
          const result = withholdLabourFee(fen(income), on, facts);
          const expected = naiveLabourFee(income);
          expect(result.ok && result.value).toEqual({
            taxableFen: fenOf(halfUp(expected.taxable, fraction("0.01"))),
            taxFen: expected.tax,
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("takes no less tax on more income, and never the whole of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), (income) => {
        const tax = withholdLabourFee(fen(income), on, facts);
        const more = withholdLabourFee(fen(income + 1), on, facts);
        if (!tax.ok || !more.ok) throw new Error("unknown");
        expect(more.value.taxFen).toBeGreaterThanOrEqual(tax.value.taxFen);
        expect(more.value.taxFen - tax.value.taxFen).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is not known before 2019", () => {
    expect(withholdLabourFee(fen(1), plainDate("2018-12-31"), facts).ok).toBe(false);
  });
});
