import { describe, expect, it } from "vitest";
import { comparableName, normaliseName } from "./payee-name.js";

describe("normaliseName", () => {
  it.each(["•", "‧", "・", "･", "．", "∙", "⋅", "·"])("writes the separator %s as U+00B7", (separator) => {
    expect(normaliseName(`买买提${separator}艾力`)).toBe("买买提\u00b7艾力");
  });

  it.each([
    [" 张三\u3000", "张三"],
    ["张\u200b三\ufeff", "张三"],
    ["九江（示例）公司No．1", "九江（示例）公司No．1"],
    ["九江1．公司", "九江1．公司"],
    ["王\u{E863}", "王\u{E863}"],
  ])("makes of %j %j", (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });
});

describe("comparableName", () => {
  it.each([
    ["ＺＨＡＮＧ San", "ZHANGSan"],
    ["九江（示例）公司", "九江(示例)公司"],
    ["王\u{E863}", "王䶮"],
    ["买买提・艾力", "买买提·艾力"],
    ["买买提.艾力", "买买提·艾力"],
    ["买买提 ‧ 艾力", "买买提·艾力"],
    ["王\u{2F4A}", "王木"],
    ["王\u{F9E4}", "王理"],
    ["张\u{E81E}", "张\u{9FB4}"],
  ])("sees %j as %j", (one, other) => {
    expect(comparableName(one)).toBe(comparableName(other));
  });

  it("tells different names apart", () => {
    expect(comparableName("张三")).not.toBe(comparableName("张三丰"));
  });
});
