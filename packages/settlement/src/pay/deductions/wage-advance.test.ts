import { addMonthsToPeriod, fen, period, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yuan } from "../../__fixtures__/unit-month.js";
import { instalmentsOf, type WageAdvance } from "./wage-advance.js";

function advanceOf(amount: number, instalments: number): WageAdvance {
  const firstMonth = period("2024-11");
  return { id: "A1", paidOn: plainDate("2024-10-15"), amountFen: yuan(amount), firstMonth, instalments };
}

describe("instalmentsOf", () => {
  it.each<readonly [number, number, readonly (readonly [string, number])[]]>([
    [
      3000,
      3,
      [
        ["2024-11", 1000],
        ["2024-12", 1000],
        ["2025-01", 1000],
      ],
    ],
    [
      1000,
      3,
      [
        ["2024-11", 333.34],
        ["2024-12", 333.33],
        ["2025-01", 333.33],
      ],
    ],
    [1000, 1, [["2024-11", 1000]]],
    [
      0.02,
      3,
      [
        ["2024-11", 0.01],
        ["2024-12", 0.01],
        ["2025-01", 0],
      ],
    ],
  ])("%d yuan in %i: %j", (amount, count, expected) => {
    expect(instalmentsOf(advanceOf(amount, count))).toEqual(
      expected.map(([month, share]) => ({ month, amountFen: yuan(share) })),
    );
  });

  it("adds up to the advance, month after month, with parts that differ by a fen at most", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 36 }), (amount, count) => {
        const plan = instalmentsOf({ ...advanceOf(0, count), amountFen: fen(amount) });
        const parts = plan.map(({ amountFen }) => amountFen);
        expect(parts.reduce((total, part) => total + part, 0)).toBe(amount);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(plan.map(({ month }) => month)).toEqual(
          plan.map((_, index) => addMonthsToPeriod(period("2024-11"), index)),
        );
      }),
    );
  });

  it("throws without an instalment", () => {
    expect(() => instalmentsOf(advanceOf(1000, 0))).toThrow(RangeError);
  });
});
