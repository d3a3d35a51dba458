import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMoneyCell } from "./money-cell.js";
import type { ValueCell } from "./cell-value.js";

const text = (value: string): ValueCell => ({ kind: "text", text: value });
const number = (value: string): ValueCell => ({ kind: "number", text: value, isDate: false });

describe("readMoneyCell", () => {
  it.each([
    ["5,240.50", 524050],
    ["¥3720", 372000],
    ["￥ 3,720.00", 372000],
    ["645.00元", 64500],
    ["645元整", 64500],
    ["3000元/月", 300000],
    ["(1,234.00)", -123400],
    ["（1,234.00）", -123400],
    ["-¥5", -500],
    ["¥-5", -500],
    ["−12.3", -1230],
    ["１２３４．５", 123450],
    [" 12 ", 1200],
    ["'88.8", 8880],
    [".5", 50],
    ["007", 700],
    ["1234.5600000001", 123456],
    ["1234.5599999999", 123456],
    ["0.9999999", 100],
    ["-0.0000001", 0],
    ["9999999999999.99", 999999999999999],
  ] as const)("reads the text %j as %i fen", (found, amount) => {
    expect(readMoneyCell(text(found), false)).toEqual({ ok: true, value: amount, issues: [] });
  });

  it.each([
    ["4050.00", 405000],
    ["1.2345E3", 123450],
    ["5E-2", 5],
    ["1234.5600000000001", 123456],
    ["-150.5", -15050],
  ] as const)("reads the number %j as %i fen", (found, amount) => {
    expect(readMoneyCell(number(found), false)).toEqual({ ok: true, value: amount, issues: [] });
  });

  it.each(["-", "/", "无", "——", "－"])("takes %j for nothing", (found) => {
    expect(readMoneyCell(text(found), false)).toEqual({ ok: true, value: undefined, issues: [] });
  });

  it.each([
    ["面议", "money-not-a-number"],
    ["约3000", "money-not-a-number"],
    ["1,23.00", "money-not-a-number"],
    ["3000.", "money-not-a-number"],
    ["1e3", "money-not-a-number"],
    ["()", "money-not-a-number"],
    ["12.345", "money-too-precise"],
    ["12.340001", "money-too-precise"],
    ["12345678901234", "money-out-of-range"],
  ] as const)("refuses the text %j with %s", (found, code) => {
    const result = readMoneyCell(text(found), false);
    expect([result.ok, result.issues.map((issue) => issue.code)]).toEqual([false, [code]]);
  });

  it("refuses a number that is shown as a date", () => {
    const result = readMoneyCell({ kind: "number", text: "45296", isDate: true }, false);
    expect([result.ok, result.issues[0]?.code]).toEqual([false, "money-date-cell"]);
  });

  it("multiplies amounts that say 万元, with a warning", () => {
    const result = readMoneyCell(text("0.5万元"), false);
    expect(result).toMatchObject({ ok: true, value: 500000, issues: [{ code: "money-ten-thousands" }] });
    expect(readMoneyCell(text("1.23456万"), false)).toMatchObject({ ok: true, value: 1234560 });
  });

  it("multiplies amounts under a header in 万元, but for those that say 元", () => {
    expect(readMoneyCell(number("0.35"), true)).toEqual({ ok: true, value: 350000, issues: [] });
    expect(readMoneyCell(text("3500元"), true)).toEqual({ ok: true, value: 350000, issues: [] });
  });

  it("masks a long number that stands in the wrong column", () => {
    const result = readMoneyCell(text("360499199001011234"), false);
    expect(result.issues[0]?.message.en).not.toContain("19900101");
  });

  it("masks a name that stands in the wrong column, and quotes what is no name", () => {
    expect(readMoneyCell(text("任小兰"), false).issues[0]?.message.zh).toContain("“任*兰”");
    expect(readMoneyCell(text("面议"), false).issues[0]?.message.zh).toContain("“面议”");
  });

  it("reads every amount back from its plain text and from its shortest binary form", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (amount) => {
        const digits = String(Math.abs(amount)).padStart(3, "0");
        const plain = `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        for (const cell of [text(plain), number(plain), number(String(amount / 100))]) {
          expect(readMoneyCell(cell, false)).toEqual({
            ok: true,
            value: amount === 0 ? 0 : amount,
            issues: [],
          });
        }
      }),
    );
  });
});
