import { fen, period, plainDate, ratePpm, severance } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, expectTypeOf, it } from "vitest";
import { facts } from "../../__fixtures__/unit-month.js";
import type { LineInput } from "../../statement/statement-input.js";
import { welfareSubsidy, type WelfareMonth, type WelfareSubsidy } from "./welfare-subsidy.js";

const history = {
  birth: period("1980-01"),
  category: "M60",
  placements: [{ approvedIn: period("2021-07"), spells: [{ unitId: "U1", from: period("2021-07") }] }],
} as const;

/** Xunyang in December 2023: minimum wage 1,730, 70 % of it 1,211. */
const december: WelfareMonth = {
  workerId: "W1",
  unitId: "U1",
  division: "360403",
  month: period("2023-12"),
  history,
  approvedFen: fen(30_000),
  // 3,659 × 16 %, 8 %, 0.5 % and 0.2 %.
  employerPaid: {
    pension: fen(58_544),
    medical: fen(29_272),
    unemployment: fen(1830),
    workInjury: fen(732),
  },
};

function subsidyOf(differences: Partial<WelfareMonth>, known = facts) {
  const subsidy = welfareSubsidy({ ...december, ...differences }, known);
  const codes = subsidy.issues.map(({ code }) => code).filter((code) => code !== "fact-not-confirmed");
  if (!subsidy.ok) return codes;
  const { ceilingFen, postSubsidyFen, insuranceSubsidyFen, totalFen } = subsidy.value;
  return [ceilingFen, postSubsidyFen, insuranceSubsidyFen, totalFen, ...codes];
}

describe("welfareSubsidy", () => {
  it.each<readonly [string, Partial<WelfareMonth>, readonly (number | string | null)[]]>([
    // 585.44 + 292.72 + 18.30 = 896.46: work injury is not in every text.
    ["what was approved", {}, [121_100, 30_000, 89_646, 119_646]],
    [
      "what was approved up to the ceiling",
      { approvedFen: fen(121_100) },
      [121_100, 121_100, 89_646, 210_746],
    ],
    [
      "no more than 70 % of the minimum wage",
      { approvedFen: fen(121_101) },
      [121_100, 121_100, 89_646, 210_746, "subsidy-above-ceiling"],
    ],
    [
      "the insurances that the approval names",
      { insurances: ["pension", "workInjury"] },
      [121_100, 30_000, 59_276, 89_276],
    ],
    ["nothing for insurance that was not paid in", { employerPaid: {} }, [121_100, 30_000, 0, 30_000]],
    [
      "nothing to a unit while another draws it",
      { unitId: "U2" },
      [121_100, 0, 0, 0, "subsidy-of-another-unit"],
    ],
    // 2024-07 is the 37th month. Nothing is left to test against a ceiling.
    ["nothing beyond the term", { month: period("2024-07") }, [187_000, 0, 0, 0, "subsidy-term-over"]],
    // From 2024 the province's share is not established: the nation's is 100 % of 1,730.
    [
      "what was approved where the province's ceiling is not established",
      { month: period("2024-03"), approvedFen: fen(173_001) },
      [173_000, 173_000, 89_646, 262_646, "subsidy-ceiling-untested", "subsidy-above-ceiling"],
    ],
    [
      "by a place that is not the city's",
      { division: "110101" },
      [null, 30_000, 89_646, 119_646, "subsidy-ceiling-untested"],
    ],
  ])("pays %s", (_, differences, expected) => {
    expect(subsidyOf(differences)).toEqual(expected);
  });

  it.each([
    // 60 % of 1,730; and 33.3333 % of it, 576.66609: a fen more would be above the share.
    [600_000, 103_800],
    [333_333, 57_666],
  ])("goes by the province's share of %i ppm once a deployment knows it", (ppm, ceiling) => {
    const own: FactPack = {
      id: "ours",
      version: "1",
      facts: {
        "cn.36.public-welfare.post-subsidy-share": [
          {
            value: { rate: ratePpm(ppm) },
            effectiveFrom: plainDate("2024-01-01"),
            effectiveTo: null,
            announcedOn: null,
            source: "our notice",
            confidence: "confirmed",
          },
        ],
      },
    };
    const known = createFacts([...jiujiangPacks, own]);
    const march = { month: period("2024-03"), approvedFen: fen(200_000) };
    const total = ceiling + 89_646;
    expect(subsidyOf(march, known)).toEqual([ceiling, ceiling, 89_646, total, "subsidy-above-ceiling"]);
  });

  it("names the facts that are not confirmed, and the person it is about", () => {
    const subsidy = welfareSubsidy({ ...december, unitId: "U2" }, facts);
    expect(subsidy.issues.filter(({ code }) => code === "fact-not-confirmed").length).toBeGreaterThan(2);
    expect(subsidy.issues.find(({ code }) => code === "subsidy-of-another-unit")?.subject).toEqual({
      unitId: "U2",
      workerId: "W1",
    });
  });

  it("fails with every reason", () => {
    expect(subsidyOf({ month: period("2021-06") })).toEqual(["subsidy-not-approved"]);
  });

  it("is money of its own account, and no pay", () => {
    expectTypeOf<WelfareSubsidy["route"]>().toEqualTypeOf<"through-platform">();
    expectTypeOf<WelfareSubsidy["account"]>().toEqualTypeOf<"employment-subsidy">();
    expectTypeOf<WelfareSubsidy>().not.toExtend<LineInput>();
    expectTypeOf<WelfareSubsidy>().not.toExtend<LineInput["pay"][number]>();
  });

  it("ends without severance (劳动合同法实施条例, article 12)", () => {
    const segments = [{ from: plainDate("2021-07-01"), to: plainDate("2024-06-30") }];
    const ended = severance({ segments, average12Fen: fen(173_000), publicWelfarePost: true });
    expect(ended.amountFen).toBe(0);
  });
});
