import { plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { settlementRules } from "./settlement-rules.js";

const facts = createFacts(jiujiangPacks);

describe("settlementRules", () => {
  it("names every fact it used, and remarks on each that is not confirmed", () => {
    const rules = settlementRules(facts, { on: plainDate("2024-03-31") }, { workInjuryClass: 1 });
    if (!rules.ok) throw new Error("unknown");
    const used = rules.value.facts.map((fact) => fact.id);
    expect(used.toSorted()).toEqual([
      "cn.36.pension.rate",
      "cn.36.si.base-bounds",
      "cn.36.unemployment.rate",
      "cn.3604.housing-fund.rounding",
      "cn.3604.medical.rate",
      "cn.iit.basic-deduction.annual",
      "cn.iit.basic-deduction.monthly",
      "cn.iit.comprehensive.annual",
      "cn.iit.rounding",
      "cn.si.rounding",
      "cn.work-injury.class-rates",
    ]);
    const doubtful = rules.value.facts.filter((fact) => fact.confidence !== "confirmed");
    const told = rules.issues.filter((issue) => issue.code === "fact-not-confirmed");
    expect(told.map((issue) => issue.message.en)).toEqual(
      doubtful.map((fact) => expect.stringContaining(fact.id) as string),
    );
  });

  it.each([
    ["2024-06-30", true],
    ["2024-07-01", false],
    ["2025-06-30", false],
    ["2025-07-01", true],
  ])("on %s says that the bounds of the housing fund are unknown: %s", (on, told) => {
    const rules = settlementRules(facts, { on: plainDate(on) });
    expect(rules.issues.some((issue) => issue.code === "housing-fund-bounds-unknown")).toBe(told);
  });

  it.each([
    ["2021-01-01", "sixty-thousand", true],
    ["2020-12-31", "sixty-thousand", false],
    ["2020-07-01", "first-wage-of-year", true],
    ["2020-06-30", "first-wage-of-year", false],
    ["2020-06-30", "months-at-unit", true],
  ] as const)("on %s the way %s is in force: %s", (on, mode, isKnown) => {
    expect(settlementRules(facts, { on: plainDate(on) }, { deductionModes: [mode] }).ok).toBe(isKnown);
  });

  it("reports everything that is not known at once", () => {
    const rules = settlementRules(createFacts([]), { on: plainDate("2024-03-31") });
    expect(rules.ok ? [] : rules.issues.map((issue) => issue.code)).toEqual(
      Array.from({ length: 7 }, () => "fact-unknown"),
    );
  });
});
