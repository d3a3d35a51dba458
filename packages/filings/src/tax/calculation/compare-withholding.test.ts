import {
  fen,
  period,
  ratePpm,
  type WithholdingRecord,
  type WithholdingTotals,
  zeroFen,
} from "@tongchou/core";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { womanNumber } from "../../__fixtures__/roster-file.js";
import { compareWithholding, type WithholdingTable } from "../../index.js";

// 个人所得税预扣率表一 (国家税务总局公告2018年第61号): upper limit in yuan, percent, quick deduction in yuan.
const rows = [
  [36_000, 3, 0],
  [144_000, 10, 2_520],
  [300_000, 20, 16_920],
  [420_000, 25, 31_920],
  [660_000, 30, 52_920],
  [960_000, 35, 85_920],
  [null, 45, 181_920],
] as const;
const table: WithholdingTable = {
  brackets: rows.map(([limit, percent, quick]) => ({
    upToFen: limit === null ? null : fen(limit * 100),
    rate: ratePpm(percent * 10_000),
    quickFen: fen(quick * 100),
  })),
};

// Third month: 30,000 − 15,000 − 3,000 = 12,000, at 3 % 360, of which 240 were withheld: 120.
const own: WithholdingRecord = {
  employeeNumber: "W1",
  name: "张三",
  documentNumber: womanNumber(1),
  period: period("2024-03"),
  month: { incomeFen: fen(1_000_000), exemptFen: zeroFen, specialFen: fen(100_000) },
  year: {
    incomeFen: fen(3_000_000),
    exemptFen: zeroFen,
    basicDeductionFen: fen(1_500_000),
    specialFen: fen(300_000),
    additionalFen: zeroFen,
    otherFen: zeroFen,
    reliefFen: zeroFen,
    withheldFen: fen(24_000),
  },
  bracket: { rate: ratePpm(30_000), quickFen: zeroFen },
  taxFen: fen(12_000),
};

function exportedWith(
  year: Partial<Record<keyof WithholdingTotals, number>>,
  tax: number,
  changes: Partial<WithholdingRecord> = {},
): WithholdingRecord {
  const columns = { pensionFen: { column: "K", header: "本期基本养老保险费" } };
  return {
    ...own,
    year: { ...own.year, ...(year as Partial<WithholdingTotals>) },
    taxFen: fen(tax),
    source: { file: "税款计算.xls", sheet: "Sheet1", row: 2, columns },
    ...changes,
  };
}

const tenPercent = { bracket: { rate: ratePpm(100_000), quickFen: fen(252_000) } };

describe("compareWithholding", () => {
  it.each([
    // 3,000 of additional deductions at 3 %: 90 less.
    ["additional-deductions", exportedWith({ additionalFen: 300_000 }, 3_000), [["additionalFen", -9_000]]],
    // A personal pension of 1,000: 30 less.
    ["additional-deductions", exportedWith({ otherFen: 100_000 }, 9_000), [["otherFen", -3_000]]],
    // A month more: 5,000 at 3 %, 150 less than the 120 there are.
    ["months", exportedWith({ basicDeductionFen: 2_000_000 }, 0), [["basicDeductionFen", -12_000]]],
    // 30,000 from another agent: 42,000 at 10 % less 2,520 is 1,680, less 240 withheld.
    [
      "other-agent",
      exportedWith({ incomeFen: 6_000_000 }, 144_000, tenPercent),
      [["incomeBeforeFen", 132_000]],
    ],
    ["other-agent", exportedWith({ withheldFen: 20_000 }, 16_000), [["withheldFen", 4_000]]],
    ["relief", exportedWith({ reliefFen: 5_000 }, 7_000), [["reliefFen", -5_000]]],
    [
      "base",
      exportedWith({ specialFen: 310_000 }, 11_700, {
        month: { ...own.month, specialFen: fen(110_000) },
      }),
      [["specialFen", -300]],
    ],
    // The monthly table of before 2019: 12,000 at 20 % less 555 is 1,845, less 240.
    [
      "rate-table",
      exportedWith({}, 160_500, { bracket: { rate: ratePpm(200_000), quickFen: fen(55_500) } }),
      [["rate", 148_500]],
    ],
    ["rounding", exportedWith({}, 12_001), [["taxFen", 1]]],
    ["unexplained", exportedWith({}, 12_002), [["taxFen", 2]]],
  ] as const)("puts a difference down to %s", (cause, exported, expected) => {
    const { people, isExplained, issues } = compareWithholding([own], [exported], { table });
    const [person] = people;
    expect(person?.differences.map(({ field, taxFen }) => [field, taxFen])).toEqual(expected);
    expect(person?.differences.map((difference) => difference.cause)).toEqual([cause]);
    expect(isExplained).toBe(cause !== "unexplained");
    expect(issues).toMatchObject([
      { code: `tax-differs-${cause}`, place: { file: "税款计算.xls", row: 2 }, subject: { workerId: "W1" } },
    ]);
  });

  it("names the cell of the export", () => {
    const exported = exportedWith({ specialFen: 310_000 }, 11_700, {
      month: { ...own.month, specialFen: fen(110_000) },
    });
    const { issues } = compareWithholding([own], [exported], { table });
    expect(issues[0]?.place).toMatchObject({ column: "K", header: "本期基本养老保险费" });
  });

  it("has nothing to say of the same figures, whichever case the number's X has", () => {
    const ours = { ...own, documentNumber: "36040319000101001X" };
    const theirs = exportedWith({}, 12_000, { documentNumber: "36040319000101001x" });
    const found = compareWithholding([ours], [theirs], { table });
    expect(found).toMatchObject({ people: [{ kind: "agrees" }], isExplained: true, issues: [] });
  });

  it("names people who are on one side only, on a side twice, or under another name", () => {
    const at = (index: number): WithholdingRecord => ({ ...own, documentNumber: womanNumber(index) });
    const named = { ...at(4), name: "李四" };
    const found = compareWithholding([at(1), at(2), at(2), at(4)], [at(2), at(3), named], { table });
    expect(found.people.map(({ kind, taxDifferenceFen }) => [kind, taxDifferenceFen])).toEqual([
      ["not-exported", -12_000],
      ["repeated", -12_000],
      ["repeated", -12_000],
      ["repeated", 12_000],
      ["agrees", 0],
      ["not-ours", 12_000],
    ]);
    expect(found.issues.map(({ code }) => code)).toEqual([
      "tax-person-not-exported",
      "tax-person-ambiguous",
      "tax-person-ambiguous",
      "tax-person-ambiguous",
      "tax-name-differs",
      "tax-person-not-ours",
    ]);
    expect(found.isExplained).toBe(false);
  });

  it("shows no name and no number", () => {
    const { issues } = compareWithholding([own], [exportedWith({ additionalFen: 1 }, 0)], { table });
    expect(JSON.stringify(issues)).not.toContain("张三");
    expect(JSON.stringify(issues)).not.toContain(womanNumber(1));
  });

  it("explains any difference of figures without a rest, the parts adding up to the whole", () => {
    const amount = fc.integer({ min: 0, max: 200_000_000 });
    const side = fc.record({
      monthIncome: amount,
      before: amount,
      basic: amount,
      additional: amount,
      relief: fc.integer({ min: 0, max: 100_000 }),
      withheld: fc.integer({ min: 0, max: 1_000_000 }),
    });
    const recordOf = (figures: typeof side extends fc.Arbitrary<infer T> ? T : never): WithholdingRecord => {
      const income = figures.monthIncome + figures.before;
      const taxable = income - figures.basic - figures.additional;
      return {
        ...own,
        bracket: undefined,
        month: { incomeFen: fen(figures.monthIncome), exemptFen: zeroFen, specialFen: zeroFen },
        year: {
          ...own.year,
          incomeFen: fen(income),
          basicDeductionFen: fen(figures.basic),
          specialFen: zeroFen,
          additionalFen: fen(figures.additional),
          reliefFen: fen(figures.relief),
          withheldFen: fen(figures.withheld),
        },
        taxFen: fen(Math.max(0, yearTax(taxable) - figures.relief - figures.withheld)),
      };
    };
    fc.assert(
      fc.property(side, side, (one, other) => {
        const [ours, theirs] = [recordOf(one), recordOf(other)];
        const { people, isExplained } = compareWithholding([ours], [theirs], { table });
        const parts = people[0]?.differences.reduce((sum, { taxFen }) => sum + taxFen, 0);
        expect([parts, isExplained]).toEqual([theirs.taxFen - ours.taxFen, true]);
      }),
    );
  });
});

/** The table in yuan and decimals, for itself. */
function yearTax(taxableFen: number): number {
  const yuan = new Decimal(taxableFen).div(100);
  if (yuan.lte(0)) return 0;
  const [, percent = 45, quick = 181_920] = rows.find(([limit]) => limit === null || yuan.lte(limit)) ?? [];
  return yuan
    .times(percent)
    .div(100)
    .minus(quick)
    .times(100)
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
    .toNumber();
}
