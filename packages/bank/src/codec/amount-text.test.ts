import { fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, writeAmount } from "./amount-text.js";

describe("readAmount", () => {
  it.each([
    ["1234.50", "yuan", 123450],
    [".01", "yuan", 1],
    ["-.01", "yuan", -1],
    ["0.01元", "yuan", 1],
    ["1,234.00元", "yuan", 123400],
    ["1,234,567.8", "yuan", 123456780],
    ["¥1,234.00", "yuan", 123400],
    ["￥ 12 ", "yuan", 1200],
    ["１２．３４", "yuan", 1234],
    [" \t21.01\u3000", "yuan", 2101],
    ["+0000000001234.50", "yuan", 123450],
    ["000000000000000000007", "yuan", 700],
    ["000", "yuan", 0],
    ["123450", "fen", 123450],
    ["0000000000000007", "fen", 7],
    ["1,234", "fen", 1234],
  ] as const)("reads %j in %s as %i fen", (text, unit, amount) => {
    expect(readAmount(text, unit)).toEqual({ ok: true, value: amount, issues: [] });
  });

  it.each([
    ["", "yuan", "money-not-a-number"],
    ["元", "yuan", "money-not-a-number"],
    [".", "yuan", "money-not-a-number"],
    ["1.", "yuan", "money-not-a-number"],
    ["1,23.00", "yuan", "money-not-a-number"],
    ["1e3", "yuan", "money-not-a-number"],
    ["0x10", "yuan", "money-not-a-number"],
    ["12 34", "yuan", "money-not-a-number"],
    ["3500.005", "yuan", "money-too-precise"],
    ["12345678901234.00", "yuan", "money-out-of-range"],
    ["", "fen", "amount-not-fen"],
    ["12.34", "fen", "amount-not-fen"],
    ["1234元", "fen", "amount-not-fen"],
    ["9007199254740993", "fen", "amount-not-fen"],
  ] as const)("refuses %j in %s with %s", (text, unit, code) => {
    const result = readAmount(text, unit);
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => issue.code)).toEqual([code]);
  });
});

describe("readAmount, where something else stands", () => {
  it.each(["张三", "6299990000000000005", "ZHANG SAN"])("does not show %s", (text) => {
    for (const unit of ["fen", "yuan"] as const) {
      const [issue] = readAmount(text, unit).issues;
      expect(issue?.message.en).toMatch(/\*/);
      expect(JSON.stringify(issue)).not.toContain(text);
    }
  });
});

describe("writeAmount", () => {
  it.each([
    [7, "fen", "7"],
    [7, "yuan", "0.07"],
    [123456, "fen", "123456"],
    [123456, "yuan", "1234.56"],
  ] as const)("writes %i fen in %s as %s", (amount, unit, text) => {
    expect(writeAmount(fen(amount), unit)).toBe(text);
  });

  it("writes what is read as the same amount", () => {
    const amounts = fc.integer({ min: 0, max: 999_999_999_999_999 });
    fc.assert(
      fc.property(amounts, fc.constantFrom("fen", "yuan"), (amount, unit) => {
        expect(readAmount(writeAmount(fen(amount), unit), unit)).toMatchObject({ ok: true, value: amount });
      }),
    );
  });
});
