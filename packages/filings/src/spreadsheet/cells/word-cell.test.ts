import { describe, expect, it } from "vitest";
import type { ValueCell } from "./cell-value.js";
import { firstWords, readBooleanCell, readWordCell } from "./word-cell.js";

const text = (value: string): ValueCell => ({ kind: "text", text: value });

describe("readBooleanCell", () => {
  it.each(["√", "✓", "是", "有", "1", "Y", "y", "愿意", "Ｙ", " 是 "])("takes %j for yes", (found) => {
    expect(readBooleanCell(text(found))).toEqual({ ok: true, value: true, issues: [] });
  });

  it.each(["×", "✗", "否", "无", "0", "N", "不愿意"])("takes %j for no", (found) => {
    expect(readBooleanCell(text(found))).toEqual({ ok: true, value: false, issues: [] });
  });

  it("reads cells that hold a boolean or a number", () => {
    expect(readBooleanCell({ kind: "boolean", isTrue: false })).toMatchObject({ value: false });
    expect(readBooleanCell({ kind: "number", text: "1", isDate: false })).toMatchObject({ value: true });
  });

  it("takes a dash for no answer and refuses anything else", () => {
    expect(readBooleanCell(text("-"))).toEqual({ ok: true, value: undefined, issues: [] });
    expect(readBooleanCell(text("考虑中")).issues[0]?.code).toBe("boolean-unknown");
  });
});

describe("readWordCell", () => {
  const words = { 劳务派遣: "dispatch", 派遣: "dispatch", 直签: "direct" };

  it.each([
    ["劳务派遣", "dispatch"],
    ["派 遣", "dispatch"],
    ["劳务派遣（甲公司）", "dispatch"],
    ["直签\n", "direct"],
  ])("reads %j as %s", (found, meaning) => {
    expect(readWordCell(text(found), words)).toEqual({ ok: true, value: meaning, issues: [] });
  });

  it("names the words that are allowed", () => {
    const result = readWordCell(text("临时"), words);
    expect(result.issues[0]).toMatchObject({ code: "word-unknown" });
    expect(result.issues[0]?.message.zh).toContain("劳务派遣、直签");
  });

  it.each(["constructor", "toString", "__proto__"])(
    "does not take %j from the language for a word",
    (found) => {
      expect(readWordCell(text(found), words).ok).toBe(false);
    },
  );
});

describe("firstWords", () => {
  it("has one word for each meaning", () => {
    expect(firstWords({ 甲: "a", 乙: "b", 丙: "a" })).toEqual(["甲", "乙"]);
  });
});
