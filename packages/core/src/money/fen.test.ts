import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fen,
  formatYuan,
  formatYuanGrouped,
  maxFen,
  minFen,
  parseYuan,
  subtractFen,
  sumFen,
  zeroFen,
} from "./fen.js";

const largest = fen(Number.MAX_SAFE_INTEGER);
const smallest = fen(Number.MIN_SAFE_INTEGER);

describe("fen", () => {
  it.each([0.1, Number.NaN, Infinity, 2 ** 53, -(2 ** 53)])("refuses %d", (amount) => {
    expect(() => fen(amount)).toThrow(RangeError);
  });

  it("knows no negative nought", () => {
    expect(Object.is(fen(-0), 0)).toBe(true);
  });
});

describe("sumFen", () => {
  it("adds amounts, none to nought", () => {
    expect(sumFen([fen(1), fen(-3), fen(7)])).toBe(5);
    expect(sumFen([])).toBe(zeroFen);
  });

  it("adds as whole numbers of any size do", () => {
    const amount = fc.integer({ min: -(2 ** 45), max: 2 ** 45 }).map((value) => fen(value));
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 200, size: "max" }), (amounts) => {
        expect(BigInt(sumFen(amounts))).toBe(amounts.reduce((sum, next) => sum + BigInt(next), 0n));
      }),
    );
  });

  it.each([
    ["at the end", [largest, fen(1)]],
    ["on the way, where the sum would silently be one fen off", [largest, fen(2), fen(-2)]],
    ["downwards", [smallest, fen(-1)]],
  ])("throws when the sum leaves the safe range %s", (_, amounts) => {
    expect(() => sumFen(amounts)).toThrow(RangeError);
  });
});

describe("subtractFen", () => {
  it("takes the part from the whole", () => {
    expect(subtractFen(fen(5), fen(7))).toBe(-2);
    expect(() => subtractFen(smallest, fen(1))).toThrow(RangeError);
  });
});

describe("minFen and maxFen", () => {
  it.each([
    [5, 7],
    [7, 5],
    [-7, -5],
    [5, 5],
  ])("choose from %i and %i", (left, right) => {
    expect(minFen(fen(left), fen(right))).toBe(Math.min(left, right));
    expect(maxFen(fen(left), fen(right))).toBe(Math.max(left, right));
  });
});

describe("parseYuan", () => {
  it.each([
    ["0", 0],
    ["-0.00", 0],
    ["3500", 350_000],
    ["3500.5", 350_050],
    ["+3500.05", 350_005],
    ["-0.01", -1],
    ["007.10", 710],
    ["9999999999999.99", 999_999_999_999_999],
  ])("reads %j as %i fen", (text, amount) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: amount, issues: [] });
  });

  it.each([
    ["", "money-not-a-number"],
    ["面议", "money-not-a-number"],
    ["3,500.00", "money-not-a-number"],
    ["¥3500", "money-not-a-number"],
    ["3500元", "money-not-a-number"],
    ["3.5e3", "money-not-a-number"],
    [".5", "money-not-a-number"],
    ["5.", "money-not-a-number"],
    ["３５００", "money-not-a-number"],
    [" 3500", "money-not-a-number"],
    ["--1", "money-not-a-number"],
    ["3500.005", "money-too-precise"],
    ["12345678901234.005", "money-too-precise"],
    ["12345678901234", "money-out-of-range"],
    ["-12345678901234.00", "money-out-of-range"],
  ])("refuses %j as %s", (text, code) => {
    expect(parseYuan(text).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("shows no identity number that stands in a money column", () => {
    const message = parseYuan("360499190001010000").issues[0]?.message;
    expect(message?.en).toContain("360***********0000");
    expect(message?.zh).not.toMatch(/\d{9}/);
  });
});

describe("formatYuan", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [-5, "-0.05"],
    [100, "1.00"],
    [123_456, "1234.56"],
    [-123_456, "-1234.56"],
  ])("writes %i fen as %s", (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
  });

  it("writes what parseYuan reads back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (amount) => {
        expect(parseYuan(formatYuan(fen(amount)))).toEqual({ ok: true, value: amount, issues: [] });
      }),
    );
  });
});

describe("formatYuanGrouped", () => {
  it.each([
    [0, "0.00"],
    [99_999, "999.99"],
    [100_000, "1,000.00"],
    [123_456_789, "1,234,567.89"],
    [-100_000, "-1,000.00"],
    [-99_999, "-999.99"],
  ])("writes %i fen as %s", (amount, text) => {
    expect(formatYuanGrouped(fen(amount))).toBe(text);
  });

  it("differs from formatYuan in commas only", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        const grouped = formatYuanGrouped(fen(amount));
        expect(grouped.replaceAll(",", "")).toBe(formatYuan(fen(amount)));
        expect(grouped).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/);
      }),
    );
  });
});
