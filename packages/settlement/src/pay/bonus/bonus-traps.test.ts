import { plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naiveBonus } from "../../__fixtures__/naive-payroll.js";
import { facts } from "../../__fixtures__/unit-month.js";
import { bonusTraps } from "./bonus-traps.js";

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

  it("is not known once the method has ended", () => {
    expect(bonusTraps(plainDate("2028-01-01"), facts).issues.map(({ code }) => code)).toEqual([
      "fact-unknown",
    ]);
  });
});
