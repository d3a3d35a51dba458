import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { byteLength, decodeBytes, disputedCharacters, encodeText } from "./encoding.js";

function hex(text: string): Uint8Array {
  return new Uint8Array((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

describe("encodeText", () => {
  // By the tables of GBK and GB18030, with which Python's codecs agree.
  it.each([
    ["Aa1|", "gbk", "4161317c"],
    ["张三", "gbk", "d5c5c8fd"],
    ["東瑋韡", "gbk", "967cac7ced7c"],
    ["阿依古丽·买买提", "gbk", "b0a2d2c0b9c5c0f6a1a4c2f2c2f2cce1"],
    ["王䶮", "gb18030", "cdf5fe9f"],
    ["㛃", "gb18030", "8230b731"],
    ["鿍", "gb18030", "82359332"],
    ["𬭚", "gb18030", "9933aa34"],
    ["𠅤", "gb18030", "9532a632"],
    ["龴", "gb18030", "82359037"],
    ["张", "utf-8", "e5bca0"],
  ] as const)("writes %s in %s as %s", (text, encoding, bytes) => {
    expect(encodeText(text, encoding)).toEqual({ ok: true, value: hex(bytes), issues: [] });
  });

  it.each([
    ["王䶮", "gbk", "U+4DAE"],
    ["㛃𬭚三", "gbk", "U+36C3 U+2CB5A"],
    ["买•买", "gbk", "U+2022"],
    ["买‧买", "gbk", "U+2027"],
    ["买・买", "gbk", "U+30FB"],
    ["\u{E863}", "gbk", "U+E863"],
    ["\u{E81E}", "gb18030", "U+E81E"],
    ["\u{E78D}", "gb18030", "U+E78D"],
    ["\uD842", "gb18030", "U+D842"],
    ["\uD842", "utf-8", "U+D842"],
  ] as const)("refuses %s in %s and names %s", (text, encoding, characters) => {
    const result = encodeText(text, encoding);
    expect(result.ok).toBe(false);
    expect(result.issues.map(({ code }) => code)).toEqual(["character-unmappable"]);
    expect(result.issues[0]?.message.en).toContain(`(${characters})`);
  });

  it("writes a question mark only for a question mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("gb18030", "gbk"), (text, encoding) => {
        const result = encodeText(text, encoding);
        if (!result.ok) return;
        const questions = (bytes: ArrayLike<number | string>, mark: number | string): number =>
          Array.from(bytes).filter((item) => item === mark).length;
        expect(questions(result.value, 0x3f)).toBe(questions(text, "?"));
      }),
    );
  });

  it("warns of private-use characters that it can write", () => {
    const result = encodeText("王\u{E863}", "gb18030");
    expect(result.ok).toBe(true);
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["character-private-use", "warning"],
    ]);
  });
});

describe("decodeBytes", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("gb18030", "gbk", "utf-8"),
        (text, encoding) => {
          const bytes = encodeText(text, encoding);
          if (!bytes.ok) return;
          expect(decodeBytes(bytes.value, encoding)).toEqual({ ok: true, value: text, issues: [] });
          expect(byteLength(text, encoding)).toBe(bytes.value.length);
        },
      ),
    );
  });

  it.each([
    ["96", "gbk"],
    ["ff", "gb18030"],
    ["8130", "gb18030"],
    ["d5c5", "utf-8"],
  ] as const)("refuses the bytes %s in %s", (bytes, encoding) => {
    expect(decodeBytes(hex(bytes), encoding).issues.map(({ code }) => code)).toEqual([
      "bytes-not-in-encoding",
    ]);
  });
});

describe("disputedCharacters", () => {
  it("stand for U+E815 to U+E864 of old tables, in order", () => {
    expect(disputedCharacters).toHaveLength(80);
    // GB 18030-2022: FE59 is U+9FB4, FE9F is U+4DAE, FEA0 is U+9FBB.
    expect(disputedCharacters[0xe81e - 0xe815]).toBe("龴");
    expect(disputedCharacters[0xe863 - 0xe815]).toBe("䶮");
    expect(disputedCharacters[0xe864 - 0xe815]).toBe("龻");
  });
});
