import { fen, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, yuanOf } from "../__fixtures__/fraction.js";
import { annualTax } from "../__fixtures__/naive-payroll.js";
import { facts, yuan } from "../__fixtures__/unit-month.js";
import { annualSettlement, type YearFigures } from "./annual-settlement.js";

/** A year's figures in yuan: income, deductions of the worker, tax withheld. */
function figuresOf(income: number, special: number, withheld: number): YearFigures {
  const nought = fen(0);
  return {
    incomeFen: yuan(income),
    exemptFen: nought,
    specialFen: yuan(special),
    additionalFen: nought,
    otherFen: nought,
    withheldFen: yuan(withheld),
  };
}

describe("annualSettlement", () => {
  it.each([
    // Income, insurance and fund, withheld: tax, to pay, to get back, and why nothing has to be paid.
    [120_000, 22_200, 1260, 1260, 0, 0, null],
    [120_000, 22_200, 1134, 1260, 126, 0, "income"],
    // 120,000.01 less 60,000 and 22,200 by 10 %: the limit of the income is passed, that of the top-up not.
    [120_000.01, 22_200, 1134, 1260, 126, 0, "top-up"],
    // (144,000 − 60,000 − 26,640) × 10 % − 2,520 = 3,216
    [144_000, 26_640, 2816, 3216, 400, 0, "top-up"],
    [144_000, 26_640, 2815.99, 3216, 400.01, 0, null],
    // An income of up to 120,000 is waived whatever the top-up.
    [120_000, 0, 0, 3480, 3480, 0, "income"],
    [58_000, 5040, 257.4, 0, 0, 257.4, null],
    [0, 0, 0, 0, 0, 0, null],
  ])(
    "%d less %d, withheld %d: tax %d, to pay %d, back %d, waived: %s",
    (income, special, withheld, ...expected) => {
      const result = annualSettlement(figuresOf(income, special, withheld), 2024, facts);
      if (!result.ok) throw new Error("unknown");
      const { taxFen, toPayFen, toGetBackFen, waiver } = result.value;
      expect([taxFen / 100, toPayFen / 100, toGetBackFen / 100, waiver]).toEqual(expected);
    },
  );

  it("takes the whole 60,000 and every kind of deduction", () => {
    const figures: YearFigures = {
      incomeFen: yuan(100_000),
      exemptFen: yuan(1000),
      specialFen: yuan(2000),
      additionalFen: yuan(4000),
      otherFen: yuan(8000),
      withheldFen: fen(0),
    };
    const result = annualSettlement(figures, 2024, facts);
    expect(result.ok && [result.value.taxableFen, result.value.taxFen]).toEqual([yuan(25_000), yuan(750)]);
  });

  it.each([
    [2023, "income", []],
    [2027, "income", []],
    [2028, "unknown", ["fact-unknown", "fact-unknown"]],
  ])("in %i a small top-up is waived: %s", (year, waiver, codes) => {
    const result = annualSettlement(figuresOf(120_000, 22_200, 1134), year, facts);
    expect(result.ok && result.value.waiver).toBe(waiver);
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual(
      codes.map((code) => [code, "warning"]),
    );
  });

  it("asks nothing about the waiver where nothing is due", () => {
    expect(annualSettlement(figuresOf(120_000, 22_200, 1260), 2028, facts).issues).toEqual([]);
  });

  it("is not known before 2019, nor by anybody before the law was passed", () => {
    expect(annualSettlement(figuresOf(1, 0, 0), 2018, facts).ok).toBe(false);
    expect(annualSettlement(figuresOf(1, 0, 0), 2019, facts, plainDate("2018-08-30")).ok).toBe(false);
  });

  it("agrees to the fen with a second implementation", () => {
    const anyAmount = fc.integer({ min: 0, max: 150_000_000 });
    fc.assert(
      fc.property(anyAmount, anyAmount, (income, withheld) => {
        const result = annualSettlement(figuresOf(income / 100, 0, withheld / 100), 2024, facts);
        const tax = fenOf(annualTax(yuanOf(income - 6_000_000)));
        if (!result.ok) throw new Error("unknown");
        expect(result.value.taxFen).toBe(tax);
        expect(result.value.toPayFen - result.value.toGetBackFen).toBe(tax - withheld);
        expect(Math.min(result.value.toPayFen, result.value.toGetBackFen)).toBe(0);
      }),
    );
  });
});
