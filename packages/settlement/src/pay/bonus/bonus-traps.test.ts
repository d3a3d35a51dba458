import { plainDate, ratePpm } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naiveBonus } from "../../__fixtures__/naive-payroll.js";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import { bonusTraps } from "./bonus-traps.js";

/** A monthly table of 3 % up to 3,000 yuan and 10 % above, with a quick deduction there. */
function packWith(quick: number): FactPack {
  const brackets = [
    { upToFen: yuan(3000), rate: ratePpm(30_000), quickFen: yuan(0) },
    { upToFen: null, rate: ratePpm(100_000), quickFen: yuan(quick) },
  ];
  const version = {
    value: { brackets },
    effectiveFrom: plainDate("2019-01-01"),
    effectiveTo: null,
    announcedOn: null,
    source: "a table of our own",
    confidence: "confirmed" as const,
  };
  return { id: "ours", version: "1", facts: { "cn.iit.comprehensive.monthly": [version] } };
}

const on = plainDate("2024-02-05");
const traps = bonusTraps(on, facts);

describe("bonusTraps", () => {
  it("finds the six ranges that are published for the monthly table", () => {
    /*
     * 36,000 leaves 34,920; by 10 % less 210 that is left again of (34,920 − 210) ÷ 0.9 = 38,566.67. The
     * other ends are reckoned alike, and are the ones in circulation. A fen above 36,000 is taxed with
     * 3,390.00 instead of 1,080: it costs 2,310.00 and brings 0.01.
     */
    expect(
      traps.ok && traps.value.map(({ aboveFen, upToFen, lossFen }) => [aboveFen, upToFen, lossFen]),
    ).toEqual([
      [3_600_000, 3_856_666, 230_999],
      [14_400_000, 16_049_999, 1_319_999],
      [30_000_000, 31_833_332, 1_374_999],
      [42_000_000, 44_749_999, 1_924_999],
      [66_000_000, 70_653_845, 3_024_999],
      [96_000_000, 111_999_999, 8_799_999],
    ]);
  });

  it("holds exactly the bonuses that leave less than a smaller one", () => {
    const inTrap = (bonus: number): boolean =>
      traps.ok && traps.value.some(({ aboveFen, upToFen }) => aboveFen < bonus && bonus <= upToFen);
    const limits = [36_000, 144_000, 300_000, 420_000, 660_000, 960_000].map((limit) => limit * 100);
    const left = (bonus: number): number => bonus - naiveBonus(bonus);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150_000_000 }), (bonus) => {
        const bestBelow = Math.max(0, ...limits.filter((limit) => limit < bonus).map(left));
        expect(inTrap(bonus)).toBe(left(bonus) < bestBelow);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    // The second quick deduction makes a fen above 36,000 cost two fen, one fen, or nothing more.
    [2519.98, [[3_600_000, 3_600_001, 1]]],
    [2519.99, []],
    [2520, []],
  ])("has a range only where a fen more leaves less, not where it leaves as much (%d)", (quick, ranges) => {
    const monthly = bonusTraps(on, createFacts([...jiujiangPacks, packWith(quick)]));
    expect(
      monthly.ok && monthly.value.map(({ aboveFen, upToFen, lossFen }) => [aboveFen, upToFen, lossFen]),
    ).toEqual(ranges);
  });

  it("is not known once the method has ended", () => {
    expect(bonusTraps(plainDate("2028-01-01"), facts).issues.map(({ code }) => code)).toEqual([
      "fact-unknown",
    ]);
  });
});
