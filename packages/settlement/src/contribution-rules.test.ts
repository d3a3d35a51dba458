import { plainDate, ratePpm } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { contributionRules } from "./contribution-rules.js";
import { insuranceKinds } from "./contributions.js";

const facts = createFacts(jiujiangPacks);
const law = (on: string, knownOn?: string): Parameters<typeof contributionRules>[1] => ({
  on: plainDate(on),
  knownOn: knownOn === undefined ? undefined : plainDate(knownOn),
});

describe("contributionRules", () => {
  it.each([
    // Day, known on, whether bounds may be provisional: lower bound in fen, confidence, remark.
    ["2023-03-31", "2023-09-01", false, 365_900, "confirmed", false],
    ["2023-03-31", "2023-05-01", true, 344_300, "unverified", true],
    ["2024-03-31", "2024-03-31", true, 365_900, "unverified", true],
    ["2024-03-31", undefined, true, 383_800, "unverified", false],
  ] as const)(
    "on %s known on %s (provisional: %s) has %i",
    (on, knownOn, provisionalBounds, lower, sure, told) => {
      const rules = contributionRules(facts, law(on, knownOn), { provisionalBounds });
      expect(rules.ok && [rules.value.bounds.lowerFen, rules.value.confidence]).toEqual([lower, sure]);
      expect(rules.issues.some((issue) => issue.code === "base-bounds-provisional")).toBe(told);
    },
  );

  it.each([
    ["2023-03-31", "2023-05-01", false],
    ["2025-03-31", undefined, false],
    ["2026-03-31", undefined, true], // the year before has none either
    ["2018-12-31", undefined, true],
  ] as const)("on %s known on %s (provisional: %s) is not known", (on, knownOn, provisionalBounds) => {
    const rules = contributionRules(facts, law(on, knownOn), { provisionalBounds });
    expect(rules.ok ? "" : rules.issues[0]?.code).toBe("fact-unknown");
  });

  it.each([
    // Day, risk class: employer and employee in millionths, pension to maternity.
    [
      "2019-04-30",
      undefined,
      [
        [null, null],
        [80_000, 20_000],
        [null, null],
        [null, 0],
        [null, 0],
      ],
    ],
    [
      "2019-05-31",
      1,
      [
        [160_000, 80_000],
        [80_000, 20_000],
        [null, null],
        [2000, 0],
        [null, 0],
      ],
    ],
    [
      "2023-04-30",
      4,
      [
        [160_000, 80_000],
        [80_000, 20_000],
        [null, null],
        [9000, 0],
        [null, 0],
      ],
    ],
    [
      "2023-05-31",
      8,
      [
        [160_000, 80_000],
        [80_000, 20_000],
        [5000, 5000],
        [19_000, 0],
        [null, 0],
      ],
    ],
    [
      "2024-12-31",
      undefined,
      [
        [160_000, 80_000],
        [80_000, 20_000],
        [5000, 5000],
        [null, 0],
        [null, 0],
      ],
    ],
  ] as const)("on %s with class %s has the rates %j", (on, workInjuryClass, expected) => {
    const rules = contributionRules(facts, law(on), { workInjuryClass });
    const rates = rules.ok ? insuranceKinds.map((kind) => rules.value.rates[kind]) : [];
    expect(rates.map(({ employer, employee }) => [employer, employee])).toEqual(expected);
    const unknown = expected.filter(([employer]) => employer === null).length;
    const told = rules.issues.filter((issue) => issue.code === "contribution-rate-unknown");
    expect(told).toHaveLength(unknown);
  });

  it("takes the unit's own work-injury rate before that of its class", () => {
    const own: FactPack = {
      id: "ours",
      version: "1",
      facts: {
        "cn.3604.work-injury.rate": [
          {
            value: { employer: ratePpm(1600), employee: ratePpm(0) },
            effectiveFrom: plainDate("2023-05-01"),
            effectiveTo: null,
            announcedOn: null,
            source: "our authority",
            confidence: "confirmed",
          },
        ],
      },
    };
    const rules = contributionRules(createFacts([...jiujiangPacks, own]), law("2024-12-31"), {
      workInjuryClass: 4,
    });
    expect(rules.ok && rules.value.rates.workInjury).toEqual({
      employer: 1600,
      employee: 0,
      confidence: "confirmed",
    });
  });
});
