import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, yuanOf } from "../../__fixtures__/fraction.js";
import { annualTax, naiveYear } from "../../__fixtures__/naive-payroll.js";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import type { DeductionMode, WageMonth, WageYear } from "../../tax/wage-withholding.js";
import { compareAgentChange, type AgentChange, type AgentChangeComparison } from "./agent-change.js";

/** A month's gross and the worker's insurance and fund, in yuan. */
function monthOf(gross: number, special: number): WageMonth {
  return { incomeFen: yuan(gross), specialFen: yuan(special) };
}

/** A year at the present agent. */
function wagesOf(
  months: readonly WageMonth[],
  mode: DeductionMode = "months-at-unit",
  year = 2024,
): WageYear {
  return { year, startMonth: 1, months, mode };
}

const times = (count: number, month: WageMonth): readonly WageMonth[] =>
  Array.from({ length: count }, () => month);

function compared(change: AgentChange): AgentChangeComparison {
  const result = compareAgentChange(change, facts);
  if (!result.ok) throw new Error(result.issues.map(({ code }) => code).join());
  return result.value;
}

/** What a change does, in yuan: withheld without and with, largest gain, to pay after the waiver, waived. */
function inYuan(comparison: AgentChangeComparison): readonly number[] {
  const { withheldWithoutFen, withheldWithFen, largestGainFen, settlementWith, waivedFen } = comparison;
  const waived = waivedFen ?? NaN;
  return [withheldWithoutFen, withheldWithFen, largestGainFen, settlementWith.toPayFen - waived, waived].map(
    (amount) => amount / 100,
  );
}

describe("compareAgentChange for constant pay with 18.5 % of insurance and fund", () => {
  /*
   * By the annual table. 10,000 leaves 3,150 a month: 37,800 × 10 % − 2,520 = 1,260 without a change; with
   * one in July 18,900 × 3 % = 567 twice. 15,000 leaves 7,225: 86,700 × 10 % − 2,520 = 6,150; with one in
   * July 43,350 × 10 % − 2,520 = 1,815 twice.
   */
  it.each([
    // Gross, month of the change: withheld without and with, largest gain of a month, to pay, waived.
    [4000, 3, 0, 0, 0, 0, 0],
    [4000, 7, 0, 0, 0, 0, 0],
    [4000, 10, 0, 0, 0, 0, 0],
    [6000, 3, 0, 0, 0, 0, 0],
    [6000, 7, 0, 0, 0, 0, 0],
    [6000, 10, 0, 0, 0, 0, 0],
    [8000, 3, 547.2, 547.2, 0, 0, 0],
    [8000, 7, 547.2, 547.2, 0, 0, 0],
    [8000, 10, 547.2, 547.2, 0, 0, 0],
    [10_000, 3, 1260, 1134, 126, 0, 126],
    [10_000, 7, 1260, 1134, 126, 0, 126],
    [10_000, 10, 1260, 1134, 126, 0, 126],
    [12_000, 3, 3216, 2546.8, 334.6, 669.2, 0],
    [12_000, 7, 3216, 1720.8, 334.6, 1495.2, 0],
    [12_000, 10, 3216, 2212.2, 334.6, 1003.8, 0],
    [15_000, 3, 6150, 5138.5, 505.75, 1011.5, 0],
    [15_000, 7, 6150, 3630, 505.75, 2520, 0],
    [15_000, 10, 6150, 4632.75, 505.75, 1517.25, 0],
    [20_000, 3, 11_040, 9458, 791, 1582, 0],
    [20_000, 7, 11_040, 8520, 791, 2520, 0],
    [20_000, 10, 11_040, 8667, 791, 2373, 0],
  ])("%d a month, changed in month %i: %d or %d withheld", (gross, switchMonth, ...expected) => {
    const wages = wagesOf(times(12, monthOf(gross, gross * 0.185)));
    expect(inYuan(compared({ wages, switchMonth }))).toEqual(expected);
  });

  it.each([4000, 6000, 8000])("is neutral in any month for %d", (gross) => {
    const wages = wagesOf(times(12, monthOf(gross, gross * 0.185)));
    for (let switchMonth = 1; switchMonth <= 12; switchMonth += 1) {
      expect(compared({ wages, switchMonth }).isNeutral).toBe(true);
    }
  });

  it.each([10_000, 12_000, 15_000, 20_000])("is neutral in January alone for %d", (gross) => {
    const wages = wagesOf(times(12, monthOf(gross, gross * 0.185)));
    const neutral = Array.from({ length: 12 }, (_, index) => index + 1).filter(
      (switchMonth) => compared({ wages, switchMonth }).isNeutral,
    );
    expect(neutral).toEqual([1]);
  });
});

describe("compareAgentChange for uneven pay", () => {
  it("withholds 257.40 from a 13th salary in December once the 60,000 are lost, to come back next year", () => {
    const wages = wagesOf([...times(11, monthOf(4000, 420)), monthOf(14_000, 420)], "sixty-thousand");
    const comparison = compared({ wages, switchMonth: 12 });
    expect(inYuan(comparison).slice(0, 2)).toEqual([0, 257.4]);
    expect(comparison).toMatchObject({
      largestGainFen: 0,
      largestLossFen: yuan(257.4),
      losesSixtyThousand: true,
      isNeutral: false,
      settlementWith: { taxFen: 0, toPayFen: 0, toGetBackFen: yuan(257.4) },
    });
    expect(comparison.months.at(-1)).toEqual({
      month: 12,
      withheldWithoutFen: 0,
      withheldWithFen: yuan(257.4),
      netGainFen: yuan(-257.4),
    });
  });

  it("withholds 156.80 less, all of it waived, after a bonus in January and a change in July", () => {
    const wages = wagesOf([monthOf(28_000, 1480), ...times(11, monthOf(8000, 1480))]);
    const comparison = compared({ wages, switchMonth: 7 });
    expect(comparison.withheldWithoutFen - comparison.withheldWithFen).toBe(yuan(156.8));
    expect(comparison.settlementWith).toMatchObject({ toPayFen: yuan(156.8), waiver: "income" });
    expect(comparison.waivedFen).toBe(yuan(156.8));
  });

  it("takes two deductions in the month in which the old agent pays its last wages and the new one its first", () => {
    // 8,000 a month without insurance. Without the change 36,000 × 3 % = 1,080. With it the old agent pays
    // January to March and the new one March to December: 13 wages and 13 deductions, 13 × 90 = 1,170. The
    // year's tax on 104,000 − 60,000 is 44,000 × 10 % − 2,520 = 1,880.
    const month = monthOf(8000, 0);
    const comparison = compared({ wages: wagesOf(times(12, month)), switchMonth: 3, arrears: month });
    expect(inYuan(comparison)).toEqual([1080, 1170, 0, 0, 710]);
    expect(comparison.months[2]).toEqual({
      month: 3,
      withheldWithoutFen: yuan(90),
      withheldWithFen: yuan(180),
      netGainFen: yuan(-90),
    });
    expect(comparison.settlementWith).toMatchObject({ taxFen: yuan(1880), waiver: "income" });
    expect(comparison.isNeutral).toBe(false);
  });

  it("counts the months at the new agent alone although the old one counted from January", () => {
    // First wage in July: 35,000 are covered by seven months there. From August on 5,000 a month.
    const wages: WageYear = {
      ...wagesOf([monthOf(35_000, 0), ...times(5, monthOf(6000, 0))], "first-wage-of-year"),
      startMonth: 7,
    };
    const stays = compared({ wages, switchMonth: 7 });
    expect(stays.isNeutral).toBe(true);
    const changes = compared({ wages, switchMonth: 8 });
    expect(changes.months.map(({ withheldWithFen }) => withheldWithFen / 100)).toEqual([
      0, 30, 30, 30, 30, 30,
    ]);
  });

  it("does not know whether a top-up is waived after 2027", () => {
    const wages = wagesOf(times(12, monthOf(10_000, 1850)), "months-at-unit", 2028);
    const result = compareAgentChange({ wages, switchMonth: 7 }, facts);
    expect(result.ok && result.value.waivedFen).toBe(null);
    expect(result.issues.map(({ code }) => code)).toEqual(["fact-unknown", "fact-unknown"]);
  });

  it.each([2018, 2020])("is not known in %i", (year) => {
    const mode = year === 2020 ? "sixty-thousand" : "months-at-unit";
    const wages = wagesOf(times(12, monthOf(4000, 0)), mode, year);
    expect(compareAgentChange({ wages, switchMonth: 7 }, facts).ok).toBe(false);
  });

  it("throws when the month of the change is not among the wages", () => {
    const wages = wagesOf(times(6, monthOf(4000, 0)));
    expect(() => compareAgentChange({ wages, switchMonth: 7 }, facts)).toThrow(RangeError);
  });
});

const anyWages = fc.array(fc.record({ income: fc.nat(4_000_000), deductions: fc.nat(400_000) }), {
  minLength: 12,
  maxLength: 12,
});

describe("compareAgentChange over any year", () => {
  it("leaves the tax of the year as it is, whatever the months, and settles what was withheld otherwise", () => {
    fc.assert(
      fc.property(anyWages, fc.integer({ min: 1, max: 12 }), (months, switchMonth) => {
        const wages = wagesOf(
          months.map(({ income, deductions }) => monthOf(income / 100, deductions / 100)),
        );
        const { settlementWithout, settlementWith, ...comparison } = compared({ wages, switchMonth });
        const sum = (amounts: readonly number[]): number =>
          amounts.reduce((total, amount) => total + amount, 0);
        const taxable = sum(months.map(({ income, deductions }) => income - deductions)) - 6_000_000;
        const tax = fenOf(annualTax(yuanOf(taxable)));
        expect([settlementWithout.taxFen, settlementWith.taxFen]).toEqual([tax, tax]);
        expect(comparison.withheldWithFen + settlementWith.toPayFen - settlementWith.toGetBackFen).toBe(tax);
        const options = { mode: "months-at-unit" as const };
        const naive = [
          ...naiveYear(months.slice(0, switchMonth - 1), { ...options, startMonth: 1 }),
          ...naiveYear(months.slice(switchMonth - 1), { ...options, startMonth: switchMonth }),
        ];
        expect(comparison.months.map(({ withheldWithFen }) => withheldWithFen)).toEqual(naive);
        expect(comparison.months.map(({ withheldWithoutFen }) => withheldWithoutFen)).toEqual(
          naiveYear(months, { ...options, startMonth: 1 }),
        );
        expect(sum(comparison.months.map(({ netGainFen }) => netGainFen))).toBe(
          comparison.withheldWithoutFen - comparison.withheldWithFen,
        );
      }),
      { numRuns: 200 },
    );
  });
});
