import { describe, expect, it } from "vitest";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import type { DeductionMode, WageYear } from "../../tax/wage-withholding.js";
import { recommendAgentChange } from "./agent-change-month.js";

function wagesOf(gross: number, mode: DeductionMode = "months-at-unit"): WageYear {
  const month = { incomeFen: yuan(gross), specialFen: yuan(gross * 0.185) };
  return { year: 2024, startMonth: 1, months: Array.from({ length: 12 }, () => month), mode };
}

describe("recommendAgentChange", () => {
  it.each<readonly [number, number, string]>([
    // Gross, earliest month: below 36,000 of taxable income in the year any month will do.
    [4000, 3, "2024-03"],
    [8000, 7, "2024-07"],
    [10_000, 3, "2025-01"],
    [10_000, 1, "2024-01"],
    [20_000, 12, "2025-01"],
  ])(
    "%d a month, from month %i on: %s, without a change of any month's net pay",
    (gross, earliest, month) => {
      const result = recommendAgentChange(wagesOf(gross), earliest, facts);
      expect(result.ok && [result.value.month, result.value.comparison.isNeutral]).toEqual([month, true]);
    },
  );

  it("does not call January neutral for whoever loses the whole 60,000 by it", () => {
    // 6,000 less 1,110 is below 5,000 a month, so nothing is withheld either way; 7,000 less 1,295 is above.
    const low = recommendAgentChange(wagesOf(6000, "sixty-thousand"), 3, facts);
    expect(low.ok && low.value).toMatchObject({ month: "2024-03", comparison: { isNeutral: true } });
    const high = recommendAgentChange(wagesOf(7000, "sixty-thousand"), 12, facts);
    expect(high.ok && high.value).toMatchObject({
      month: "2025-01",
      comparison: { isNeutral: false, losesSixtyThousand: true, largestLossFen: yuan(21.15) },
    });
  });

  it("finds no month where the facts are not known", () => {
    expect(recommendAgentChange({ ...wagesOf(4000), year: 2018 }, 3, facts).ok).toBe(false);
  });

  it("throws without wages", () => {
    expect(() => recommendAgentChange({ ...wagesOf(4000), months: [] }, 3, facts)).toThrow(RangeError);
  });
});
