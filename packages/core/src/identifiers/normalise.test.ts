import { describe, expect, it } from "vitest";
import { foldFullWidth, plainNumberText } from "./normalise.js";

describe("foldFullWidth", () => {
  it.each([
    ["３６０４Ｘ", "3604X"],
    ["（示例）　ＡＢｃ", "(示例) ABc"],
    ["！～", "!~"],
    ["张三·䶮⼀", "张三·䶮⼀"], // Han characters and radicals stay, which NFKC would rewrite
    ["", ""],
  ])("folds %j to %j", (typed, folded) => {
    expect(foldFullWidth(typed)).toBe(folded);
  });
});

describe("plainNumberText", () => {
  it.each([
    [" '3604 0319 ", "36040319"],
    ["’３６０４", "3604"],
    ["＇3604", "3604"],
    ["36\u00A004\t03\n19", "36040319"],
    ["\uFEFF\u200B3604\u2060", "3604"],
    ["\u202D3604\u202C", "3604"],
    ["36'04", "36'04"],
  ])("folds %j to %s", (typed, plain) => {
    expect(plainNumberText(typed)).toBe(plain);
  });
});
