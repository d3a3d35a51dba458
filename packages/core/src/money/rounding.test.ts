import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideRounded, type Rounding } from "./rounding.js";

const modes: Readonly<Record<Rounding, Decimal.Rounding>> = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
};
const roundings = Object.keys(modes) as Rounding[];

/** Enough digits for any product of two safe integers and its fraction. */
const Exact = Decimal.clone({ precision: 60 });

describe("divideRounded", () => {
  it.each([
    // numerator, denominator, half-up, half-even, down, up
    [7, 2, 4, 4, 3, 4],
    [5, 2, 3, 2, 2, 3],
    [-5, 2, -3, -2, -2, -3],
    [-7, 2, -4, -4, -3, -4],
    [1, 3, 0, 0, 0, 1],
    [2, 3, 1, 1, 0, 1],
    [-1, 3, 0, 0, 0, -1],
    [0, 9, 0, 0, 0, 0],
    [6, 3, 2, 2, 2, 2],
  ])("rounds %i / %i to %i half-up, %i half-even, %i down, %i up", (numerator, denominator, ...expected) => {
    expect(roundings.map((mode) => divideRounded(numerator, denominator, mode))).toEqual(expected);
  });

  it("rounds as decimal.js does over the whole safe range", () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom(...roundings),
        (numerator, denominator, mode) => {
          const exact = new Exact(numerator).div(denominator).toDecimalPlaces(0, modes[mode]);
          expect(divideRounded(numerator, denominator, mode)).toBe(exact.toNumber() + 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("rounds every tie as decimal.js does", () => {
    const half = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
    fc.assert(
      fc.property(half, fc.constantFrom(...roundings), (quotient, mode) => {
        const exact = new Exact(2 * quotient + 1).div(2).toDecimalPlaces(0, modes[mode]);
        expect(divideRounded(2 * quotient + 1, 2, mode)).toBe(exact.toNumber() + 0);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["a fraction as numerator", 0.5, 2],
    ["a fraction as denominator", 1, 0.5],
    ["a numerator beyond the safe range", 2 ** 53, 2],
    ["a denominator of 0", 1, 0],
    ["a negative denominator", 1, -2],
    ["no number", Number.NaN, 1],
  ])("refuses %s", (_, numerator, denominator) => {
    expect(() => divideRounded(numerator, denominator, "down")).toThrow(RangeError);
  });
});
