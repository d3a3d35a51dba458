import { describe, expect, it } from "vitest";
import type { ValueCell } from "./cell-value.js";
import { readDateCell, readMonthCell } from "./date-cell.js";

const text = (value: string): ValueCell => ({ kind: "text", text: value });
const number = (value: string, isDate = false): ValueCell => ({ kind: "number", text: value, isDate });

describe("readDateCell", () => {
  it.each([
    ["2024.1.5"],
    ["2024-1-5"],
    ["2024/01/05"],
    ["20240105"],
    ["2024年1月5日"],
    ["2024年01月05号"],
    ["2024 年 1 月 5 日"],
    ["２０２４－０１－０５"],
    ["'2024-01-05"],
    ["2024-01-05 00:00:00"],
    ["2024-01-05T08:30"],
    ["45296"],
  ])("reads the text %j as 2024-01-05", (found) => {
    expect(readDateCell(text(found), false)).toEqual({ ok: true, value: "2024-01-05", issues: [] });
  });

  // Day numbers from ECMA-376, part 1, 18.17.4.1, and by counting days from there.
  it.each([
    ["1", "1900-01-01"],
    ["59", "1900-02-28"],
    ["61", "1900-03-01"],
    ["32", "1900-02-01"],
    ["367", "1901-01-01"],
    ["43556", "2019-04-01"],
    ["45296", "2024-01-05"],
    ["45296.75", "2024-01-05"],
    ["80000", "2119-01-11"],
  ])("reads the serial %s as %s", (serial, day) => {
    expect(readDateCell(number(serial, true), false)).toEqual({ ok: true, value: day, issues: [] });
  });

  it("counts serials from 1904 where the file does", () => {
    expect(readDateCell(number("1", true), true)).toMatchObject({ value: "1904-01-02" });
    expect(readDateCell(number("43834", true), true)).toMatchObject({ value: "2024-01-05" });
  });

  it("reads a day typed as a number", () => {
    expect(readDateCell(number("20240105"), false)).toMatchObject({ value: "2024-01-05" });
  });

  it.each(["-", "/", "无", "长期", "无固定期限"])("takes %j for no date", (found) => {
    expect(readDateCell(text(found), false)).toEqual({ ok: true, value: undefined, issues: [] });
  });

  it.each([
    [text("2024.01"), "date-lacks-day"],
    [text("202401"), "date-lacks-day"],
    [text("2024年1月"), "date-lacks-day"],
    [text("2024年"), "date-lacks-day"],
    [number("2024.1"), "date-lacks-day"],
    [number("2024"), "date-lacks-day"],
    [text("1月5日"), "date-not-a-date"],
    [text("2024-02-30"), "date-not-a-date"],
    [text("24.1.5"), "date-not-a-date"],
    [text("待定"), "date-not-a-date"],
    [number("0"), "date-serial-range"],
    [number("-3"), "date-serial-range"],
    [number("60", true), "date-serial-range"],
    [number("80001"), "date-serial-range"],
  ] as const)("refuses %j with %s", (cell, code) => {
    const result = readDateCell(cell, false);
    expect([result.ok, result.issues.map((issue) => issue.code)]).toEqual([false, [code]]);
  });
});

describe("readMonthCell", () => {
  it.each([
    [text("1989.02"), "1989-02"],
    [text("1989.2"), "1989-02"],
    [text("1989.1"), "1989-01"],
    [text("1989-12"), "1989-12"],
    [text("198902"), "1989-02"],
    [text("1989年2月"), "1989-02"],
    [text("1989年02月份"), "1989-02"],
    [text("1989-02-13"), "1989-02"],
    [text("1981-10-26 00:00:00"), "1981-10"],
    [number("1989.02"), "1989-02"],
    [number("1989.0199999999999"), "1989-02"],
    [number("1989.12"), "1989-12"],
    [number("1989.2"), "1989-02"],
    [number("198902"), "1989-02"],
    [number("32540"), "1989-02"],
    [number("32540", true), "1989-02"],
  ] as const)("reads %j as %s", (cell, month) => {
    expect(readMonthCell(cell, false)).toEqual({ ok: true, value: month, issues: [] });
  });

  it.each([
    [number("1989.1"), "month-ambiguous"],
    [number("1989"), "period-not-a-period"],
    [text("1989"), "period-not-a-period"],
    [text("1月"), "period-not-a-period"],
    [text("1989.13"), "period-not-a-period"],
  ] as const)("refuses %j with %s", (cell, code) => {
    const result = readMonthCell(cell, false);
    expect([result.ok, result.issues[0]?.code]).toEqual([false, code]);
  });
});
