import { describe, expect, it } from "vitest";
import { isBuiltInDateFormat, isDateFormat } from "./date-format.js";

describe("isDateFormat", () => {
  it.each([
    ["yyyy-mm-dd", true],
    ['yyyy"年"m"月"d"日"', true],
    ["[$-804]yyyy/m/d;@", true],
    ["[h]:mm", true],
    ["m/d/yy h:mm", true],
    ["General", false],
    ["G/通用格式", false],
    ["@", false],
    ["0.00", false],
    ['#,##0.00"元"', false],
    ['0"days"', false],
    ["0.00_);[Red]\\(0.00\\)", false],
    ["[Red]0.00", false],
    ["0.00E+00", false],
    ["_-* #,##0.00_-", false],
    ["0\\d", false],
  ])("says of %s: %s", (format, isDate) => {
    expect(isDateFormat(format)).toBe(isDate);
  });
});

describe("isBuiltInDateFormat", () => {
  it.each([
    [0, false],
    [2, false],
    [14, true],
    [22, true],
    [31, true],
    [49, false],
    [57, true],
  ])("says of format %i: %s", (id, isDate) => {
    expect(isBuiltInDateFormat(id)).toBe(isDate);
  });
});
