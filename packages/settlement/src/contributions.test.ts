import { fen, ratePpm } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contributionBase,
  contributionsOn,
  declaredBase,
  housingFundOn,
  type ContributionRules,
} from "./contributions.js";

const bounds = { lowerFen: fen(365_900), upperFen: fen(1_829_400) };
const toTheFen = { mode: "half-up", unitFen: fen(1) } as const;
const toTheYuan = { mode: "half-up", unitFen: fen(100) } as const;

describe("contributionBase", () => {
  it.each([
    [0, 365_900],
    [365_899, 365_900],
    [365_900, 365_900],
    [365_901, 365_901],
    [1_829_400, 1_829_400],
    [1_829_401, 1_829_400],
  ])("of a wage of %i fen is %i", (wage, base) => {
    expect(contributionBase(fen(wage), bounds)).toBe(base);
  });
});

describe("declaredBase", () => {
  it.each([
    [0, 0], // not insured
    [1, 365_900],
    [400_000, 400_000],
    [2_000_000, 1_829_400],
  ])("of a declared wage of %i fen is %i", (wage, base) => {
    expect(declaredBase(fen(wage), bounds)).toBe(base);
  });
});

const rate = (employer: number | null, employee: number | null): ContributionRules["rates"]["pension"] => ({
  employer: employer === null ? null : ratePpm(employer),
  employee: employee === null ? null : ratePpm(employee),
  confidence: "secondary",
});
const rules: ContributionRules = {
  bounds,
  rates: {
    pension: rate(160_000, 80_000),
    medical: { ...rate(80_000, 20_000), confidence: "unverified" },
    unemployment: rate(5000, 5000),
    workInjury: rate(null, 0),
    maternity: rate(null, 0),
  },
  rounding: toTheFen,
  confidence: "confirmed",
  roundingConfidence: "unverified",
};

describe("contributionsOn", () => {
  it("rounds each side of each insurance by itself, half-up", () => {
    // 3,836.90: 613.904, 306.952, 306.952, 76.738, 19.1845 twice.
    expect(contributionsOn(fen(383_690), rules).items).toEqual([
      { kind: "pension", employerFen: 61_390, employeeFen: 30_695, confidence: "unverified" },
      { kind: "medical", employerFen: 30_695, employeeFen: 7674, confidence: "unverified" },
      { kind: "unemployment", employerFen: 1918, employeeFen: 1918, confidence: "unverified" },
      { kind: "workInjury", employerFen: null, employeeFen: 0, confidence: "unknown" },
      { kind: "maternity", employerFen: null, employeeFen: 0, confidence: "unknown" },
    ]);
  });

  it.each([
    // Wage in fen, confidence of the bounds and of the rounding, that of the pension at 16 and 8 %.
    [400_000, "confirmed", "unverified", "secondary"], // nothing to round
    [383_690, "confirmed", "unverified", "unverified"],
    [383_690, "confirmed", "confirmed", "secondary"],
    [400_000, "unverified", "confirmed", "unverified"],
  ] as const)("of %i with bounds %s and rounding %s is %s", (wage, confidence, roundingConfidence, sure) => {
    const [pension] = contributionsOn(fen(wage), { ...rules, confidence, roundingConfidence }).items;
    expect(pension?.confidence).toBe(sure);
  });
});

describe("housingFundOn", () => {
  it.each([
    // Base in fen, rate in millionths, each side in fen: to whole yuan, half-up.
    [383_600, 50_000, 19_200],
    [389_000, 50_000, 19_500],
    [143_000, 50_000, 7200], // 71.50: the floor of 2016, 144 both sides
    [1_276_667, 120_000, 153_200], // the cap of 2016, 3,064 both sides
    [383_600, 0, 0],
  ])("of %i at %i is %i", (wage, share, eachSide) => {
    const fund = housingFundOn(fen(wage), ratePpm(share), { rounding: toTheYuan });
    expect(fund).toEqual({ baseFen: wage, eachSideFen: eachSide });
  });

  it("stays within the bounds where they are known", () => {
    const limits = { lowerFen: fen(187_000), upperFen: fen(2_337_800) };
    const fund = (wage: number): unknown =>
      housingFundOn(fen(wage), ratePpm(120_000), { bounds: limits, rounding: toTheYuan });
    expect(fund(100_000)).toEqual({ baseFen: 187_000, eachSideFen: 22_400 });
    expect(fund(9_000_000)).toEqual({ baseFen: 2_337_800, eachSideFen: 280_500 });
  });

  it("rises with the wage", () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.nat(120_000), (wage, share) => {
        const fund = (amount: number): number =>
          housingFundOn(fen(amount), ratePpm(share), { rounding: toTheYuan }).eachSideFen;
        expect(fund(wage + 1)).toBeGreaterThanOrEqual(fund(wage));
      }),
    );
  });
});
