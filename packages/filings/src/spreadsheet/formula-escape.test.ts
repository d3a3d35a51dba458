import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeFormula, unescapeFormula } from "./formula-escape.js";

describe("escapeFormula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+86 138", "'+86 138"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ["-", "'-"],
    ["-12.50", "-12.50"],
    ["+8", "+8"],
    ["360403190001010028", "360403190001010028"],
    ["张三", "张三"],
    ["'quoted'", "'quoted'"],
  ])("writes %j as %j", (text, escaped) => {
    expect(escapeFormula(text)).toBe(escaped);
  });

  it("leaves no text but pure numbers that begins like a formula, and can be undone", () => {
    const text = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "'", "1", ".", "a", "\t", "＝") });
    fc.assert(
      fc.property(text, (value) => {
        const escaped = escapeFormula(value);
        expect(/^[=+\-@\t\r＝＋－＠]/.test(escaped) && !/^[+-]\d+(\.\d+)?$/.test(escaped)).toBe(false);
        expect(unescapeFormula(escaped)).toBe(value);
      }),
    );
  });
});
