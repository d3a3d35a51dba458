import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDecimal, roundNoise, shiftPoint } from "./decimal-text.js";

describe("plainDecimal", () => {
  it.each([
    ["3.60499E+17", "360499000000000000"],
    ["1.5E3", "1500"],
    ["-1.5E-3", "-0.0015"],
    ["+7", "7"],
    ["0.0", "0.0"],
    [".5", "0.5"],
    ["12.", "12"],
  ])("writes %s as %s", (text, plain) => {
    expect(plainDecimal(text)).toBe(plain);
  });

  it("keeps the value of every finite number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(plainDecimal(String(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe("shiftPoint", () => {
  it.each([
    ["0.35", 4, "3500"],
    ["-1.23456", 4, "-12345.6"],
    ["50000", -4, "5.0000"],
    ["0", -4, "0.0000"],
  ])("moves %s by %i to %s", (text, places, shifted) => {
    expect(shiftPoint(text, places)).toBe(shifted);
  });
});

describe("roundNoise", () => {
  it.each([
    ["1234.5600000001", 2, "1234.56"],
    ["1234.5599999999", 2, "1234.56"],
    ["-1234.5599999999", 2, "-1234.56"],
    ["0.99999999", 0, "1"],
    ["7.00001", 0, "7"],
    ["9.99999999", 2, "10.00"],
    ["0.00999999", 2, "0.01"],
    ["-0.00999999", 2, "-0.01"],
    ["1.5", 2, "1.5"],
    ["1.500", 2, "1.50"],
  ])("cleans %s to %i places: %s", (text, places, clean) => {
    expect(roundNoise(text, places)).toBe(clean);
  });

  it.each([
    ["1.001", 2],
    ["1.0000010", 2],
    ["1.009998", 2],
    ["1.009999", 2],
  ])("leaves %s alone: it is precise, not noisy", (text, places) => {
    expect(roundNoise(text, places)).toBeUndefined();
  });
});
