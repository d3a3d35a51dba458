import { fen, ratePpm, type Rounding } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyRate, prepareRounding, roundedShare } from "./apply-rate.js";

const modes = ["half-up", "half-even", "down", "up"] as const;

/** The quotient of whole numbers by the definition of each mode, in big integers. */
function roundedQuotient(product: bigint, divisor: bigint, mode: Rounding): bigint {
  if (product < 0n) return -roundedQuotient(-product, divisor, mode);
  const below = product / divisor;
  const [doubleRest, isWhole] = [2n * (product % divisor), product % divisor === 0n];
  switch (mode) {
    case "down":
      return below;
    case "up":
      return isWhole ? below : below + 1n;
    case "half-up":
      return doubleRest < divisor ? below : below + 1n;
    case "half-even":
      if (doubleRest === divisor) return below % 2n === 0n ? below : below + 1n;
      return doubleRest < divisor ? below : below + 1n;
  }
}

describe("applyRate", () => {
  it.each<readonly [number, number, Rounding, number, number]>([
    // Amount in fen, rate in millionths, rounding, unit in fen, result in fen.
    [383_650, 5000, "half-up", 1, 1918],
    [383_650, 5000, "up", 1, 1919],
    [383_900, 5000, "half-up", 1, 1920],
    [383_900, 5000, "half-even", 1, 1920],
    [384_100, 5000, "half-up", 1, 1921],
    [384_100, 5000, "half-even", 1, 1920],
    [383_600, 50_000, "half-up", 100, 19_200],
    [389_000, 50_000, "half-up", 100, 19_500],
    [389_000, 50_000, "down", 100, 19_400],
    [-383_900, 5000, "half-up", 1, -1920],
    [0, 1_000_000, "up", 100, 0],
  ])("%i at %i, %s to %i, is %i", (amount, rate, mode, unitFen, result) => {
    expect(applyRate(fen(amount), ratePpm(rate), { mode, unitFen: fen(unitFen) })).toBe(result);
  });

  it("agrees with big integers for amounts of any size, and on either side of what fits a product", () => {
    const anyAmount = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: 0, max: 100_000_000 }),
      // 2⁵⁰ ÷ 450,000 and 2⁵³ ÷ 450,000: where the way changes, and where products are no longer exact.
      fc.integer({ min: 2_501_999_785, max: 2_501_999_799 }),
      fc.integer({ min: 20_015_998_337, max: 20_015_998_349 }),
    );
    const anyRate = fc.oneof(fc.constant(450_000), fc.integer({ min: -1_000_000, max: 1_000_000 }));
    const anyUnit = fc.constantFrom(1, 10, 100, 10_000, 2_000_000_000);
    fc.assert(
      fc.property(anyAmount, anyRate, anyUnit, fc.constantFrom(...modes), (amount, rate, unit, mode) => {
        const divisor = 1_000_000n * BigInt(unit);
        const exact = roundedQuotient(BigInt(amount) * BigInt(rate), divisor, mode) * BigInt(unit);
        fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER));
        const result = applyRate(fen(amount), ratePpm(rate), { mode, unitFen: fen(unit) });
        expect(BigInt(result)).toBe(exact);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("roundedShare", () => {
  /** Products beside whole quotients and beside ties, where a fraction of a fen too much would show. */
  const beside = fc
    .record({
      mode: fc.constantFrom(...modes),
      unitFen: fc.constantFrom(1, 3, 7, 10, 100, 9999),
      partsPerFen: fc.constantFrom(1, 5, 15_625, 100_000),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      isTop: fc.boolean(),
      off: fc.integer({ min: -2, max: 2 }),
    })
    .map(({ mode, unitFen, partsPerFen, share, isTop, off }) => {
      const rounding = prepareRounding({ mode, unitFen: fen(unitFen) }, partsPerFen);
      const halves = Math.floor((rounding.productMax / rounding.divisor) * 2 * (isTop ? 1 : share));
      const product = Math.max(0, halves * (rounding.divisor / 2) + off);
      return { rounding, product: Math.min(product, rounding.productMax) };
    });

  it("is exact up to the largest product that it takes as a number, in every mode", () => {
    fc.assert(
      fc.property(beside, ({ rounding, product }) => {
        const share = roundedShare(product, 1, rounding);
        const exact = roundedQuotient(BigInt(product), BigInt(rounding.divisor), rounding.mode);
        expect(BigInt(share)).toBe(exact * BigInt(rounding.unitFen));
      }),
      { numRuns: 20_000 },
    );
  });
});
