import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, type Fen } from "./fen.js";
import { proportionOf } from "./proportion.js";
import { formatRate, multiplyRate, parseRate, ratePpm } from "./rate.js";
import type { Rounding } from "./rounding.js";

const modes: readonly (readonly [Rounding, Decimal.Rounding])[] = [
  ["half-up", Decimal.ROUND_HALF_UP],
  ["half-even", Decimal.ROUND_HALF_EVEN],
  ["down", Decimal.ROUND_DOWN],
  ["up", Decimal.ROUND_UP],
];
const Exact = Decimal.clone({ precision: 60 });

const amounts = fc.maxSafeInteger().map((amount) => fen(amount));

function isSafe(value: Decimal): boolean {
  return value.abs().lessThanOrEqualTo(Number.MAX_SAFE_INTEGER);
}

describe("multiplyRate", () => {
  it.each([
    // amount, rate in ppm, rounding, result
    [383600, 5000, "half-up", 1918], // 3,836.00 yuan at 0.5 %
    [101, 500000, "half-up", 51],
    [101, 500000, "half-even", 50],
    [103, 500000, "half-even", 52],
    [-101, 500000, "half-up", -51],
    [-101, 500000, "half-even", -50],
    [999, 1000, "up", 1],
    [999, 1000, "down", 0],
    [0, 1000000, "up", 0],
  ] as const)("takes %i fen at %i ppm %s as %i", (amount, rate, rounding, result) => {
    expect(multiplyRate(fen(amount), ratePpm(rate), rounding)).toBe(result);
  });

  it("agrees with decimal.js for every rate up to 100 % and every amount of the safe range", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.constantFrom(...modes),
        (amount, rate, [rounding, mode]) => {
          const exact = new Exact(amount).times(rate).div(1_000_000).toDecimalPlaces(0, mode);
          expect(multiplyRate(amount, ratePpm(rate), rounding)).toBe(exact.toNumber() + 0);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    // Products beyond the safe range whose exact value ends in one half.
    [9_007_199_253_500_000, 3, 27_021_597_760], // …760.5: the whole part of the amount counts an odd number
    [9_007_199_254_500_000, 3, 27_021_597_764], // …763.5
    [-9_007_199_253_500_000, 3, -27_021_597_760],
    [9_007_199_254_741, 500_000, 4_503_599_627_370],
    [9_007_199_254_743, 500_000, 4_503_599_627_372],
  ])(
    "sends the tie of %i fen at %i ppm to the even neighbour of the whole quotient",
    (amount, rate, result) => {
      expect(multiplyRate(fen(amount), ratePpm(rate), "half-even")).toBe(result);
    },
  );

  it("throws where the result leaves the safe range", () => {
    expect(() => multiplyRate(fen(Number.MAX_SAFE_INTEGER), ratePpm(1_000_001), "down")).toThrow(RangeError);
    expect(() => multiplyRate(fen(2), ratePpm(Number.MAX_SAFE_INTEGER), "down")).not.toThrow();
  });
});

describe("proportionOf", () => {
  it.each([
    // amount, numerator, denominator, rounding, result
    [580000, 1, 101, "half-up", 5743], // value-added tax of 1 % inside 5,800.00 yuan
    [105000, 5, 105, "half-up", 5000],
    [100, 2, 3, "down", 66],
    [-100, 2, 3, "up", -67],
    [7, 0, 5, "up", 0],
  ] as const)("takes of %i fen %i/%i %s as %i", (amount, numerator, denominator, rounding, result) => {
    expect(proportionOf(fen(amount), { numerator, denominator }, rounding)).toBe(result);
  });

  it("agrees with decimal.js wherever the result is safe, and throws elsewhere", () => {
    const part = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger());
    const whole = fc.oneof(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    );
    fc.assert(
      fc.property(
        amounts,
        part,
        whole,
        fc.constantFrom(...modes),
        (amount, numerator, denominator, [rounding, mode]) => {
          const exact = new Exact(amount).times(numerator).div(denominator).toDecimalPlaces(0, mode);
          const take = (): Fen => proportionOf(amount, { numerator, denominator }, rounding);
          if (isSafe(exact)) expect(take()).toBe(exact.toNumber() + 0);
          else expect(take).toThrow(RangeError);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    [0.5, 1],
    [1, 0],
    [1, -2],
    [1, 1.5],
    [2 ** 53, 1],
  ])("refuses the fraction %f / %f", (numerator, denominator) => {
    expect(() => proportionOf(fen(2), { numerator, denominator }, "down")).toThrow(RangeError);
  });
});

describe("parseRate", () => {
  it.each([
    ["12%", 120_000],
    ["12 %", 120_000],
    ["0.12", 120_000],
    ["0.5%", 5_000],
    ["0.005", 5_000],
    ["1", 1_000_000],
    ["100%", 1_000_000],
    ["0", 0],
    ["-0%", 0],
    ["-3%", -30_000],
    ["+3%", 30_000],
    [" 8% ", 80_000],
    ["0.000001", 1],
    ["0.0001%", 1],
    ["0.10000000%", 1_000],
  ])("reads %j as %i ppm", (text, ppm) => {
    expect(parseRate(text)).toEqual({ ok: true, value: ppm, issues: [] });
  });

  it.each([
    ["面议", "rate-not-a-number"],
    ["", "rate-not-a-number"],
    ["%", "rate-not-a-number"],
    ["1e-3", "rate-not-a-number"],
    ["8%%", "rate-not-a-number"],
    ["1,000%", "rate-not-a-number"],
    ["8％", "rate-not-a-number"],
    ["0.0000001", "rate-too-precise"],
    ["0.00005%", "rate-too-precise"],
  ])("refuses %j as %s", (text, code) => {
    expect(parseRate(text).issues.map((issue) => issue.code)).toEqual([code]);
  });
});

describe("formatRate", () => {
  it.each([
    [100_000, "0.10"],
    [5_000, "0.005"],
    [0, "0.00"],
    [1, "0.000001"],
    [1_000_000, "1.00"],
    [12_345_678, "12.345678"],
    [-30_000, "-0.03"],
  ])("writes %i ppm as %s", (ppm, text) => {
    expect(formatRate(ratePpm(ppm))).toBe(text);
  });

  it("writes what parseRate reads back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (ppm) => {
        expect(parseRate(formatRate(ratePpm(ppm)))).toEqual({ ok: true, value: ppm, issues: [] });
      }),
    );
  });
});

describe("ratePpm", () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53])("refuses %d", (value) => {
    expect(() => ratePpm(value)).toThrow(RangeError);
  });
});
