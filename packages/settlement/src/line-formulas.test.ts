import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insuredBase, netPay, taxableOfYear, taxOfMonth, withinBounds } from "./line-formulas.js";

const anyAmount = fc.oneof(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.nat(3_000_000));

describe("withinBounds", () => {
  it("is the amount, the lower bound below it and the upper one above it, up to the largest amounts", () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, anyAmount, (amount, one, other) => {
        const [lower, upper] = [Math.min(one, other), Math.max(one, other)];
        const expected = amount < lower ? lower : amount > upper ? upper : amount;
        expect(Object.is(withinBounds(amount, lower, upper), expected)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves an amount alone where the bounds are those of all safe integers", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(withinBounds(amount, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe(amount);
      }),
    );
  });
});

describe("insuredBase", () => {
  it.each([
    [0, 0],
    [1, 365_900],
    [365_900, 365_900],
    [365_901, 365_901],
    [1_829_401, 1_829_400],
  ])("takes a declared wage of %i as %i", (wage, base) => {
    expect(insuredBase(wage, 365_900, 1_829_400)).toBe(base);
  });
});

describe("taxOfMonth", () => {
  it.each([
    [500, 200, 300],
    [200, 500, 0],
    [200, 200, 0],
    [200, -100, 300],
  ])("of a year's %i, with %i withheld, is %i", (taxOfYear, withheld, tax) => {
    expect(Object.is(taxOfMonth(taxOfYear, withheld), tax)).toBe(true);
  });
});

describe("taxableOfYear and netPay", () => {
  it("take each deduction once", () => {
    expect(taxableOfYear(1_000_000, 1, 20, 300, 4000, 50_000)).toBe(945_679);
    expect(netPay(1_000_000, 1, 20, 300)).toBe(999_679);
  });
});
