import { fen, plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, fraction, minus, yuanOf } from "../__fixtures__/fraction.js";
import { annualTax, naiveYear } from "../__fixtures__/naive-payroll.js";
import { withholdWages, type DeductionMode, type WageYear } from "./wage-withholding.js";

const facts = createFacts(jiujiangPacks);

/** A month's figures in yuan. */
interface YuanMonth {
  readonly income: number;
  readonly exempt?: number;
  readonly special?: number;
  readonly additional?: number;
  readonly other?: number;
}

function inFen(yuan: number | undefined): ReturnType<typeof fen> {
  return fen(Math.round((yuan ?? 0) * 100));
}

/** Each month's tax in yuan. */
function taxes(months: readonly YuanMonth[], options: Partial<WageYear> = {}): readonly number[] {
  const result = withholdWages(
    {
      year: 2024,
      startMonth: 1,
      mode: "months-at-unit",
      months: months.map((month) => ({
        incomeFen: inFen(month.income),
        exemptFen: inFen(month.exempt),
        specialFen: inFen(month.special),
        additionalFen: inFen(month.additional),
        otherFen: inFen(month.other),
      })),
      ...options,
    },
    facts,
  );
  if (!result.ok) throw new Error(result.issues.map((issue) => issue.code).join());
  return result.value.map(({ taxFen }) => taxFen / 100);
}

const times = (count: number, month: YuanMonth): readonly YuanMonth[] =>
  Array.from({ length: count }, () => month);
const sum = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((total, amount) => total + amount, 0) * 100) / 100;

describe("withholdWages by official examples", () => {
  it.each<readonly [string, readonly YuanMonth[], Partial<WageYear>, readonly number[]]>([
    [
      // Interpretation of 国家税务总局公告2018年第61号, example 1.
      "10,000 a month less 1,500 special and 1,000 additional deductions",
      times(3, { income: 10_000, special: 1500, additional: 1000 }),
      { year: 2019 },
      [75, 75, 75],
    ],
    [
      // The same, example 2: the second month reaches the 10 % bracket.
      "30,000 a month less 4,500 special and 2,000 additional deductions",
      times(3, { income: 30_000, special: 4500, additional: 2000 }),
      { year: 2019 },
      [555, 625, 1850],
    ],
    [
      // Interpretation of 公告2020年第13号: a graduate's first wage in July has seven months of deduction.
      "a first wage of the year in July, covered by 35,000 of deduction",
      [{ income: 35_000 }, { income: 6000 }],
      { year: 2020, startMonth: 7, mode: "first-wage-of-year" },
      [0, 30],
    ],
    [
      // Interpretation of 公告2020年第19号, first example: under the earlier method January costs 150.
      "10,000 in January and 4,000 a month after it, by the earlier method",
      [{ income: 10_000 }, ...times(11, { income: 4000 })],
      { year: 2021 },
      [150, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
    [
      "the same with the whole 60,000 from January",
      [{ income: 10_000 }, ...times(11, { income: 4000 })],
      { year: 2021, mode: "sixty-thousand" },
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
    [
      // The same, second example: 8,000 a month less 2,000 is withheld from November on.
      "8,000 a month less 2,000, with the whole 60,000 from January",
      times(12, { income: 8000, special: 2000 }),
      { year: 2021, mode: "sixty-thousand" },
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 180, 180],
    ],
    [
      "the same by the earlier method",
      times(12, { income: 8000, special: 2000 }),
      { year: 2021 },
      [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
    ],
    [
      "exempt income and other deductions count as deductions do",
      times(2, { income: 10_000, exempt: 1000, special: 1000, additional: 500, other: 500 }),
      {},
      [60, 60],
    ],
    [
      // The upper limit belongs to its bracket: 36,000.00 is taxed at 3 %.
      "a month exactly at the limit of the first bracket, and a fen beyond it",
      [{ income: 41_000 }, { income: 5000.01 }],
      {},
      [1080, 0],
    ],
  ])("%s", (_, months, options, expected) => {
    expect(taxes(months, options)).toEqual(expected);
  });

  it("gives nothing back in a month whose cumulative tax has fallen", () => {
    expect(taxes([{ income: 30_000 }, { income: 0 }, { income: 30_000 }])).toEqual([750, 0, 1230]);
  });
});

/**
 * A new withholding agent begins its count anew. Monthly gross, month of the change, what is withheld in the
 * year without and with it, and the largest gain of a month; 18.5 % of the gross are insurance and housing
 * fund. By the annual table 10,000 leaves 3,150 a month: 37,800 × 10 % − 2,520 = 1,260 without the change,
 * (6,300 + 31,500) × 3 % = 1,134 with it.
 */
describe("withholdWages at two agents in one year", () => {
  it.each([
    [4000, 3, 0, 0, 0],
    [6000, 7, 0, 0, 0],
    [8000, 2, 547.2, 547.2, 0],
    [8000, 3, 547.2, 547.2, 0],
    [8000, 7, 547.2, 547.2, 0],
    [8000, 10, 547.2, 547.2, 0],
    [8000, 12, 547.2, 547.2, 0],
    [10_000, 2, 1260, 1134, 126],
    [10_000, 3, 1260, 1134, 126],
    [10_000, 7, 1260, 1134, 126],
    [10_000, 10, 1260, 1134, 126],
    [10_000, 12, 1260, 1134, 126],
    [12_000, 3, 3216, 2546.8, 334.6],
    [12_000, 7, 3216, 1720.8, 334.6],
    [12_000, 10, 3216, 2212.2, 334.6],
    [15_000, 3, 6150, 5138.5, 505.75],
    [15_000, 7, 6150, 3630, 505.75],
    [15_000, 10, 6150, 4632.75, 505.75],
    [20_000, 3, 11_040, 9458, 791],
    [20_000, 7, 11_040, 8520, 791],
    [20_000, 10, 11_040, 8667, 791],
  ])("%d a month, changed in month %d: %d withheld, or %d", (gross, change, without, with_, gain) => {
    const month = { income: gross, special: gross * 0.185 };
    const whole = taxes(times(12, month));
    const split = [
      ...taxes(times(change - 1, month)),
      ...taxes(times(13 - change, month), { startMonth: change }),
    ];
    expect(sum(whole)).toBe(without);
    expect(sum(split)).toBe(with_);
    const gains = whole.map((tax, index) => sum([tax, -(split[index] ?? 0)]));
    expect(Math.max(...gains)).toBe(gain);
    // What is missing is due at the annual settlement; the year's tax is the same.
    const annual = fenOf(annualTax(fraction(String(gross * 12 - 60_000 - gross * 0.185 * 12)))) / 100;
    expect(without).toBe(annual);
  });

  it("withholds 257.40 from a low wage with a 13th salary once the 60,000 rule is lost", () => {
    const month = { income: 4000, special: 420 };
    const december = { income: 14_000, special: 420 };
    expect(sum(taxes([...times(11, month), december], { mode: "sixty-thousand" }))).toBe(0);
    expect(taxes([december], { startMonth: 12 })).toEqual([257.4]);
  });

  it("withholds 156.80 less when the agent changes in July after a bonus of 20,000 in January", () => {
    const month = { income: 8000, special: 1480 };
    const january = { income: 28_000, special: 1480 };
    const whole = sum(taxes([january, ...times(11, month)]));
    const split = sum(taxes([january, ...times(5, month)])) + sum(taxes(times(6, month), { startMonth: 7 }));
    expect(sum([whole, -split])).toBe(156.8);
  });
});

const anyMode = fc.constantFrom<DeductionMode>("months-at-unit", "first-wage-of-year", "sixty-thousand");
const anyAmount = fc.oneof(
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.integer({ min: 0, max: 60_000_000 }),
  fc.constantFrom(500_000, 800_000, 4_100_000, 14_900_000),
);
const anyMonth = fc.record({ income: anyAmount, deductions: fc.integer({ min: 0, max: 600_000 }) });
const anyYear = fc
  .record({ startMonth: fc.integer({ min: 1, max: 12 }), mode: anyMode })
  .chain(({ startMonth, mode }) =>
    fc.record({
      startMonth: fc.constant(startMonth),
      mode: fc.constant(mode),
      months: fc.array(anyMonth, { minLength: 1, maxLength: 13 - startMonth }),
    }),
  );

function withheld(
  months: readonly { readonly income: number; readonly deductions: number }[],
  options: { readonly startMonth: number; readonly mode: DeductionMode },
): readonly number[] {
  const result = withholdWages(
    {
      year: 2024,
      ...options,
      months: months.map(({ income, deductions }) => ({
        incomeFen: fen(income),
        specialFen: fen(deductions),
      })),
    },
    facts,
  );
  return result.ok ? result.value.map(({ taxFen }) => taxFen) : [];
}

const total = (amounts: readonly number[]): number => amounts.reduce((left, right) => left + right, 0);

describe("withholdWages over a year", () => {
  it("agrees to the fen with a second implementation", () => {
    fc.assert(
      fc.property(anyYear, ({ months, ...options }) => {
        expect(withheld(months, options)).toEqual(naiveYear(months, options));
      }),
      { numRuns: 4000 },
    );
  });

  /*
   * A month withholds the tax of the year so far less what was withheld, so the sum is the largest cumulative
   * tax that the year has seen. With the same pay and deductions in all twelve months at one agent, taxable
   * income either grows every month or is never above nought: the largest is then that of December, the
   * annual tax. This holds for every constant pay; it does not hold where pay falls after a high month.
   */
  it("withholds the annual tax on any constant pay of twelve months at one agent", () => {
    fc.assert(
      fc.property(
        anyMonth,
        fc.constantFrom<DeductionMode>("months-at-unit", "first-wage-of-year"),
        (month, mode) => {
          const months = Array.from({ length: 12 }, () => month);
          const taxable = minus(yuanOf((month.income - month.deductions) * 12), fraction(60_000));
          expect(total(withheld(months, { startMonth: 1, mode }))).toBe(fenOf(annualTax(taxable)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("withholds at least the tax of the whole stretch, whatever the months", () => {
    fc.assert(
      fc.property(anyYear, ({ months, startMonth, mode }) => {
        const counted = {
          "months-at-unit": months.length,
          "first-wage-of-year": startMonth + months.length - 1,
        };
        const basic = mode === "sixty-thousand" ? 60_000 : 5000 * counted[mode];
        const taxable = total(months.map((month) => month.income - month.deductions)) - basic * 100;
        const annual = fenOf(annualTax(yuanOf(taxable)));
        expect(total(withheld(months, { startMonth, mode }))).toBeGreaterThanOrEqual(annual);
      }),
    );
  });

  it("never withholds a negative amount", () => {
    fc.assert(
      fc.property(anyYear, ({ months, ...options }) => {
        expect(Math.min(...withheld(months, options))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("withholds no less by any month when any month's income rises", () => {
    fc.assert(
      fc.property(
        anyYear,
        fc.nat(11),
        fc.integer({ min: 1, max: 1_000_000 }),
        ({ months, ...options }, at, more) => {
          const place = at % months.length;
          const raised = months.map((month, index) =>
            index === place ? { ...month, income: month.income + more } : month,
          );
          const before = withheld(months, options);
          const after = withheld(raised, options);
          for (let count = 1; count <= months.length; count += 1) {
            expect(total(after.slice(0, count))).toBeGreaterThanOrEqual(total(before.slice(0, count)));
          }
        },
      ),
    );
  });
});

describe("withholdWages outside the time of its rules", () => {
  it.each<readonly [number, number, DeductionMode, readonly string[]]>([
    [2018, 1, "months-at-unit", ["fact-unknown", "fact-unknown", "fact-unknown", "fact-unknown"]],
    [2020, 6, "first-wage-of-year", ["fact-unknown"]],
    [2020, 7, "first-wage-of-year", []],
    [2020, 12, "sixty-thousand", ["fact-unknown"]],
    [2021, 1, "sixty-thousand", []],
  ])("in %d from month %d by %s: %j", (year, startMonth, mode, codes) => {
    const result = withholdWages({ year, startMonth, mode, months: [{ incomeFen: fen(1) }] }, facts);
    expect(result.issues.map((issue) => issue.code)).toEqual(codes);
  });

  it("knows nothing of the law of 2019 before it was passed", () => {
    const wages: WageYear = {
      year: 2019,
      startMonth: 1,
      mode: "months-at-unit",
      months: [{ incomeFen: fen(1) }],
    };
    expect(withholdWages(wages, facts, plainDate("2018-08-30")).ok).toBe(false);
  });

  it("throws when months run past December", () => {
    const months = [{ incomeFen: fen(1) }, { incomeFen: fen(1) }];
    expect(() =>
      withholdWages({ year: 2024, startMonth: 12, mode: "months-at-unit", months }, facts),
    ).toThrow(RangeError);
  });
});
