import { describe, expect, it } from "vitest";
import type { ValueCell } from "./cell-value.js";
import { showText } from "./cell-value.js";
import { readCodeCell, readContactCell, readNameCell, readTextCell } from "./text-cell.js";

const text = (value: string): ValueCell => ({ kind: "text", text: value });
const number = (value: string): ValueCell => ({ kind: "number", text: value, isDate: false });

describe("readTextCell", () => {
  it.each([
    ["　护士　", "护士"],
    ["'=A1", "=A1"],
    ["''=A1", "'=A1"],
    ["'quoted'", "'quoted'"],
  ])("reads %j as %j", (found, value) => {
    expect(readTextCell(text(found))).toEqual({ ok: true, value, issues: [] });
  });

  it("writes numbers out and booleans as sheets show them", () => {
    expect(readTextCell(number("1.38E10"))).toMatchObject({ value: "13800000000" });
    expect(readTextCell({ kind: "boolean", isTrue: true })).toMatchObject({ value: "TRUE" });
  });
});

describe("readCodeCell", () => {
  it("drops blanks and an apostrophe and keeps leading zeros", () => {
    expect(readCodeCell(text("' 00 12"))).toMatchObject({ value: "0012" });
  });

  it("takes a number cell up to 15 digits", () => {
    expect(readCodeCell(number("123456789012345"))).toMatchObject({ value: "123456789012345" });
    expect(readCodeCell(number("1234567890123450")).issues[0]?.code).toBe("code-numeric-cell");
  });
});

describe("readContactCell", () => {
  it("reads a mobile in a number cell", () => {
    expect(readContactCell(number("1.3800001234E10"))).toMatchObject({ ok: true, value: "13800001234" });
  });
});

describe("readNameCell", () => {
  it("takes an apostrophe off", () => {
    expect(readNameCell(text("'张三"))).toMatchObject({ ok: true, value: { name: "张三" } });
  });
});

describe("showText", () => {
  it("cuts long texts by character, not inside one", () => {
    expect(showText("𠮷".repeat(31))).toBe(`${"𠮷".repeat(30)}…`);
  });
});
