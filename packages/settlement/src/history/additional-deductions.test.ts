import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { facts, yuan } from "../__fixtures__/unit-month.js";
import { additionalDeductionsOn, type AdditionalClaim } from "./additional-deductions.js";

describe("additionalDeductionsOn", () => {
  it.each<readonly [string, readonly AdditionalClaim[], number, number]>([
    // 国发〔2018〕41号, 国发〔2022〕8号 and 国发〔2023〕13号: in yuan in 2022 and in 2024.
    ["nothing", [], 0, 0],
    ["a child", [{ kind: "by-law", item: "children" }], 1000, 2000],
    ["two children, half each", [{ kind: "by-law", item: "children", count: 2, isHalf: true }], 1000, 2000],
    ["an infant, half", [{ kind: "by-law", item: "infants", isHalf: true }], 500, 1000],
    ["parents, an only child", [{ kind: "by-law", item: "elderly" }], 2000, 3000],
    ["parents, with a brother", [{ kind: "by-law", item: "elderly-share" }], 1000, 1500],
    [
      "a degree and a loan",
      [
        { kind: "by-law", item: "education-monthly" },
        { kind: "by-law", item: "home-loan" },
      ],
      1400,
      1400,
    ],
    ["the rent of a town", [{ kind: "amount", item: "rent", amountFen: yuan(1100) }], 1100, 1100],
  ])("%s", (_, claims, in2022, in2024) => {
    for (const [day, amount] of [
      ["2022-06-30", in2022],
      ["2024-06-30", in2024],
    ] as const) {
      const result = additionalDeductionsOn(claims, facts, { on: plainDate(day) });
      expect(result.ok && result.value).toBe(yuan(amount));
    }
  });

  it("knows nothing of infants before 2022", () => {
    const infants = [{ kind: "by-law", item: "infants" }] as const;
    expect(additionalDeductionsOn(infants, facts, { on: plainDate("2021-12-31") }).ok).toBe(false);
  });
});
