import { utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../canonical-json.js";
import { firstNonCanonicalByte } from "./canonical-form.js";

function offsetIn(text: string): number | undefined {
  return firstNonCanonicalByte(utf8ToBytes(text));
}

describe("firstNonCanonicalByte", () => {
  it.each([
    '{"a":1,"b":[true,false,null]}',
    "{}",
    "[]",
    '""',
    "0",
    "-1",
    "1e+21",
    "0.1",
    "1e-7",
    "123456789012345680",
    '"张三\u2028 é 😂"',
    '"\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u001f/"',
    '{"":1,"!":1,"\\"":1,"a":1,"a!":1,"aa":1}',
    // RFC 8785, section 3.2.3: the order of its sample.
    '{"\\r":1,"1":2,"\u0080":3,"ö":4,"€":5,"😂":6,"\uFB33":7}',
  ])("finds nothing in %s", (text) => {
    expect(offsetIn(text)).toBeUndefined();
  });

  it.each([
    ["", 0],
    ["\uFEFF{}", 0],
    [" {}", 0],
    ["{}\n", 2],
    ['{"a": 1}', 5],
    ['{"a":1,}', 7],
    ['{"b":1,"a":1}', 7],
    ['{"a":1,"a":1}', 7],
    ['{"ab":1,"a":1}', 8],
    ['{"\uFB33":1,"😂":1}', 9],
    ["[1,]", 3],
    ["[1 ]", 2],
    ["[1", 2],
    ['"ab', 3],
    ["[1.0]", 1],
    ["[01]", 1],
    ["[-0]", 1],
    ["[1e3]", 1],
    ["[1E3]", 2],
    ["[-]", 1],
    ["[1e400]", 1],
    ["[9007199254740993]", 1],
    ["[tru]", 1],
    ["[nul", 1],
    ["[+1]", 1],
    ['["\\/"]', 2],
    ['["\\u0041"]', 2],
    ['["\\u000a"]', 2],
    ['["\\u001F"]', 2],
    ['["\t"]', 2],
    ["'a'", 0],
  ])("stops in %s at byte %i", (text, offset) => {
    expect(offsetIn(text)).toBe(offset);
  });

  it.each([
    ["a byte that begins no character", [0x22, 0x80, 0x22], 1],
    ["an overlong form", [0x22, 0xc0, 0xaf, 0x22], 1],
    ["an overlong form of three bytes", [0x22, 0xe0, 0x9f, 0xbf, 0x22], 2],
    ["a surrogate", [0x22, 0xed, 0xa0, 0x80, 0x22], 2],
    ["a character beyond Unicode", [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], 2],
    ["a character that breaks off", [0x22, 0xe5, 0xbc, 0x22], 3],
  ])("stops in %s", (_, bytes, offset) => {
    expect(firstNonCanonicalByte(Uint8Array.from(bytes))).toBe(offset);
  });

  it("stops in what nests deeper than any statement, whatever its depth", () => {
    expect(offsetIn("[".repeat(1_000_000))).toBe(101);
  });

  it("finds nothing in the canonical form of any document", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(offsetIn(canonicalJson(value))).toBeUndefined();
      }),
    );
  });

  it("finds a byte in exactly those texts that are not what canonicalJson writes of them", () => {
    const edits = fc.record({ at: fc.nat(), by: fc.constantFrom(...' \n"\\,:{}[]01-.eEtu/A张') });
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false }),
        edits,
        fc.boolean(),
        (value, { at, by }, adds) => {
          const text = canonicalJson(value);
          const place = at % (text.length + 1);
          const edited = text.slice(0, place) + by + text.slice(place + (adds ? 0 : 1));
          fc.pre(!/\p{Surrogate}/u.test(edited));
          expect(offsetIn(edited) === undefined).toBe(isCanonical(edited));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
