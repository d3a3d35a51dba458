import { period, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { createFacts } from "./facts.js";
import { jiujiangPacks } from "./packs.js";
import { planFacts } from "./plan-facts.js";

const facts = planFacts(createFacts(jiujiangPacks));

describe("planFacts", () => {
  it("answers with the statutory retirement month", () => {
    expect(facts.retirementMonth("F55", period("1971-04"))).toBe("2026-08");
  });

  it.each([
    ["360403", "2024-03-31", 173_000],
    ["360494", "2024-03-31", undefined],
    ["360403", "2025-03-31", undefined],
  ])("minimum wage of %s on %s: %s fen", (division, day, fen) => {
    expect(facts.minimumWage(division, plainDate(day))?.standardFen).toBe(fen);
  });

  it.each([
    ["2017-10-12", undefined], // before 财社〔2017〕164号
    ["2020-04-15", 36],
    ["2023-12-31", 36],
    ["2024-03-31", 36],
  ])("months of a subsidised public-welfare post on %s: %s", (day, months) => {
    expect(facts.publicWelfareMonths(plainDate(day))).toBe(months);
  });

  it.each([
    // The ceiling of severance goes by the year before; only 2023 has a figure.
    ["2024-02-29", undefined, 779_267],
    ["2024-12-31", "2024-07-01", 779_267],
    ["2024-02-29", "2024-06-30", undefined],
    ["2023-12-31", undefined, undefined],
    ["2025-01-01", undefined, undefined],
  ])("city average on %s as known on %s: %s fen a month", (day, knownOn, fen) => {
    const known = planFacts(
      createFacts(jiujiangPacks),
      knownOn === undefined ? undefined : plainDate(knownOn),
    );
    expect(known.cityAverageMonthly(plainDate(day))).toBe(fen);
  });
});
