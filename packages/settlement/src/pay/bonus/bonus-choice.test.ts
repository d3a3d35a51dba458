import { plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, yuanOf } from "../../__fixtures__/fraction.js";
import { annualTax, naiveBonus } from "../../__fixtures__/naive-payroll.js";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import type { WageYear } from "../../tax/wage-withholding.js";
import { compareBonus, type BonusChoice, type YearEndBonus } from "./bonus-choice.js";

/** A year of the same wage each month, of as many months as are given. */
function wagesOf(monthly: number, months = 12, year = 2024): WageYear {
  const month = { incomeFen: yuan(monthly) };
  return { year, startMonth: 1, mode: "months-at-unit", months: Array.from({ length: months }, () => month) };
}

function bonusOf(bonus: number, monthly: number, changes: Partial<YearEndBonus> = {}): YearEndBonus {
  return { bonusFen: yuan(bonus), paidOn: plainDate("2024-01-25"), wages: wagesOf(monthly), ...changes };
}

function compared(bonus: YearEndBonus): BonusChoice {
  const result = compareBonus(bonus, facts);
  if (!result.ok) throw new Error(result.issues.map(({ code }) => code).join());
  return result.value;
}

const codesOf = (bonus: YearEndBonus): readonly string[] =>
  compareBonus(bonus, facts).issues.map(({ code }) => code);

describe("compareBonus", () => {
  it.each([
    // Month's wage, bonus: tax of the year apart and merged, and the better way; by hand from both tables.
    // 48,000 is covered by 60,000 either way; apart the bonus costs 3 %.
    [4000, 12_000, 360, 0, "merged"],
    [3000, 36_000, 1080, 360, "merged"],
    // 96,000 − 60,000 = 36,000 × 3 %; merged the bonus falls into 10 %.
    [8000, 36_000, 1080 + 1080, 72_000 * 0.1 - 2520, "apart"],
    // (360,000 − 60,000) × 20 % − 16,920, and 144,000 × 10 % − 210 apart.
    [30_000, 144_000, 43_080 + 14_190, 444_000 * 0.3 - 52_920, "apart"],
    [5000, 30_000, 900, 900, "equal"],
  ])("%d a month and a bonus of %d: %d apart, %d merged: %s", (monthly, bonus, apart, merged, better) => {
    const choice = compared(bonusOf(bonus, monthly));
    expect([choice.apart?.yearTaxFen, choice.merged.yearTaxFen]).toEqual([yuan(apart), yuan(merged)]);
    expect(choice.better).toBe(better);
  });

  it.each([
    // By the three months alone 30,000 + 36,000 − 60,000 = 6,000 would be taxed with 180 merged, 1,080 apart.
    // The year has 120,000 − 60,000 = 60,000: 60,000 × 10 % − 2,520 = 3,480 and 36,000 × 3 % apart, and
    // 96,000 × 10 % − 2,520 = 7,080 merged.
    [10_000, 3, 36_000, 9, 3480 + 1080, 7080, "apart"],
    [10_000, 12, 36_000, 0, 3480 + 1080, 7080, "apart"],
    // 36,000 a year leave 24,000 of the deduction: 12,000 merged are free.
    [3000, 1, 12_000, 11, 360, 0, "merged"],
  ])("ranks %d a month, of which %d are given, with a bonus of %d by the whole year", (...row) => {
    const [monthly, months, bonus, assumedMonths, apart, merged, better] = row;
    const choice = compared(bonusOf(bonus, monthly, { wages: wagesOf(monthly, months) }));
    expect([choice.apart?.yearTaxFen, choice.merged.yearTaxFen]).toEqual([yuan(apart), yuan(merged)]);
    expect(choice).toMatchObject({ assumedMonths, better });
  });

  it("is apart by law, merged where the worker chooses so, whichever is better", () => {
    expect(compared(bonusOf(12_000, 4000)).taken).toBe("apart");
    expect(compared(bonusOf(12_000, 4000, { choice: "merged" })).taken).toBe("merged");
    expect(compared(bonusOf(36_000, 8000, { choice: "merged" })).taken).toBe("merged");
    expect(compared(bonusOf(36_000, 8000, { choice: "apart" })).taken).toBe("apart");
  });

  it("says what each way withholds on the bonus itself", () => {
    // Merged in January: (8,000 + 36,000 − 5,000) × 10 % − 2,520 = 1,380 are withheld in that month instead
    // of 90; over the year 4,680 instead of 1,080.
    const choice = compared(bonusOf(36_000, 8000));
    expect(choice.apart?.bonusTaxFen).toBe(yuan(1080));
    expect(choice.merged.bonusTaxFen).toBe(yuan(3600));
    const january = compared(bonusOf(36_000, 8000, { wages: wagesOf(8000, 1) }));
    expect(january.merged.bonusTaxFen).toBe(yuan(1290));
  });

  it("counts wages at other agents", () => {
    const nought = yuan(0);
    const elsewhere = {
      incomeFen: yuan(50_000),
      exemptFen: yuan(500),
      specialFen: yuan(1000),
      additionalFen: yuan(1500),
      otherFen: yuan(2000),
      withheldFen: nought,
    };
    // 12 × 4,000 + 50,000 − 5,000 − 60,000 = 33,000, and 12,000 more when merged: 45,000 × 10 % − 2,520.
    const choice = compared(bonusOf(12_000, 4000, { elsewhere }));
    expect([choice.apart?.yearTaxFen, choice.merged.yearTaxFen]).toEqual([yuan(990 + 360), yuan(1980)]);
  });

  it.each([
    [36_000, null],
    [36_000.01, 36_000],
    [38_566.66, 36_000],
    [38_566.67, null],
    [150_000, 144_000],
  ])("shows the trap that a bonus of %d lies in: above %s", (bonus, above) => {
    const { trap } = compared(bonusOf(bonus, 8000));
    expect(trap === null ? null : trap.aboveFen / 100).toBe(above);
  });

  it("merges where the method was used already this year, and refuses to use it twice", () => {
    const again = bonusOf(37_000, 8000, { isApartUsed: true });
    const { apart, better, taken, trap } = compared(again);
    expect({ apart, better, taken, trap }).toEqual({
      apart: null,
      better: "merged",
      taken: "merged",
      trap: null,
    });
    expect(codesOf({ ...again, choice: "apart" })).toEqual(["bonus-apart-used"]);
  });

  it("merges after 2027, and does not know of a way apart", () => {
    const later = bonusOf(36_000, 8000, { paidOn: plainDate("2028-01-25"), wages: wagesOf(8000, 12, 2028) });
    expect(compared(later)).toMatchObject({ apart: null, taken: "merged", trap: null });
    expect(codesOf({ ...later, choice: "apart" })).toEqual(["fact-unknown"]);
  });

  it.each<readonly [string, Partial<YearEndBonus>, readonly string[]]>([
    ["a year of twelve months", {}, []],
    ["wages that end in March", { wages: wagesOf(8000, 3) }, ["bonus-year-incomplete"]],
    [
      "a bonus paid after the months given",
      { paidOn: plainDate("2024-04-01"), wages: wagesOf(8000, 3) },
      ["bonus-month-missing"],
    ],
    ["a bonus paid in another year", { paidOn: plainDate("2025-01-25") }, ["bonus-month-missing"]],
    [
      "a count from January in the months before it was allowed",
      {
        paidOn: plainDate("2020-01-25"),
        wages: { ...wagesOf(8000, 6, 2020), mode: "first-wage-of-year" as const },
      },
      ["fact-unknown"],
    ],
    [
      "a year without tables",
      { paidOn: plainDate("2018-01-25"), wages: wagesOf(8000, 12, 2018) },
      Array.from({ length: 7 }, () => "fact-unknown"),
    ],
  ])("says what there is to say of %s", (_, changes, codes) => {
    expect(codesOf(bonusOf(36_000, 8000, changes))).toEqual(codes);
  });

  it("agrees to the fen with a second implementation", () => {
    const anyAmount = fc.oneof(fc.nat(3_000_000), fc.nat(100_000_000));
    fc.assert(
      fc.property(fc.nat(5_000_000), anyAmount, (monthly, bonus) => {
        const choice = compared(bonusOf(bonus / 100, monthly / 100));
        const wages = monthly * 12 - 6_000_000;
        const apart = fenOf(annualTax(yuanOf(wages))) + naiveBonus(bonus);
        const merged = fenOf(annualTax(yuanOf(wages + bonus)));
        expect([choice.apart?.yearTaxFen, choice.merged.yearTaxFen]).toEqual([apart, merged]);
        expect(choice.better).toBe(apart < merged ? "apart" : apart > merged ? "merged" : "equal");
      }),
      { numRuns: 300 },
    );
  });
});
