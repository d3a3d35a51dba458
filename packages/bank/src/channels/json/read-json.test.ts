import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutated } from "../__fixtures__/mutated.js";
import { memberOf, objectsOfMember, textOfMember, writeJson } from "./json-value.js";
import { readJson } from "./read-json.js";

const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (text: string): string | undefined => readJson(utf8(text), "answer.json").issues[0]?.code;

describe("readJson", () => {
  it.each([
    ["a trailing comma", '{"a":1,}', 1, 8],
    ["a missing colon", '{"a" 1}', 1, 6],
    ["a string without an end", '{"a":"b', 1, 8],
    ["a line feed in a string", '{"a":"b\n"}', 1, 8],
    ["an escape that is none", '["\\x"]', 1, 3],
    ["a short code", '["\\u12"]', 1, 3],
    ["a leading nought", "[01]", 1, 3],
    ["a plus sign", "[+1]", 1, 2],
    ["a word", "[nul]", 1, 2],
    ["two values", '{}\n "x"', 2, 2],
    ["nothing", "", 1, 1],
    ["single quotes", "{'a':1}", 1, 2],
    ["a comment", "[1, // x\n2]", 1, 5],
  ])("refuses %s with line and column", (_, text, row, column) => {
    const [issue] = readJson(utf8(text), "answer.json").issues;
    expect([issue?.code, issue?.place]).toEqual([
      "json-malformed",
      { file: "answer.json", row, column: String(column) },
    ]);
  });

  it("refuses a key that stands twice, nesting without an end, and bytes that are no text", () => {
    expect(codeOf('{"a":{"b":1,"\\u0062":2}}')).toBe("json-key-repeated");
    expect(codeOf("[".repeat(1_000_000))).toBe("json-too-deep");
    expect(codeOf('{"a":'.repeat(65) + "1" + "}".repeat(65))).toBe("json-too-deep");
    expect(codeOf('{"a":'.repeat(63) + "1" + "}".repeat(63))).toBeUndefined();
    expect(readJson(Uint8Array.of(0x22, 0xff, 0x22), "a").issues[0]?.code).toBe("bytes-not-in-encoding");
    expect(readJson(new Uint8Array(16_777_217), "a").issues[0]?.code).toBe("answer-too-large");
  });

  it("keeps keys of prototypes as plain keys, and reaches none", () => {
    const document = readJson(utf8('{"__proto__":{"polluted":"yes"},"constructor":"x"}'), "a");
    const value = document.ok ? document.value : null;
    expect(textOfMember(memberOf(value, "__proto__"), "polluted")).toBe("yes");
    expect([textOfMember(value, "toString"), memberOf(value, "hasOwnProperty")]).toEqual([
      undefined,
      undefined,
    ]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("keeps the digits of numbers, and passes over what is no object in a list", () => {
    const document = readJson(utf8('{"a":100.10,"b":12345678901234567890,"c":[1,{"d":"x"},null]}'), "a");
    const value = document.ok ? document.value : null;
    expect([textOfMember(value, "a"), textOfMember(value, "b")]).toEqual(["100.10", "12345678901234567890"]);
    expect(objectsOfMember(value, "c").map((item) => textOfMember(item, "d"))).toEqual(["x"]);
  });

  it("reads what JSON.parse reads, to the same value, and writes it again", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const document = readJson(utf8(text), "a");
        if (!document.ok) throw new Error(document.issues[0]?.code);
        expect(JSON.parse(writeJson(document.value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it("never throws on changed messages; what it takes, JSON.parse takes too, and writes to one form", () => {
    const start = utf8(
      '{"response":{"body":{"bb6bpdqyz1":[{"reqsta":"FIN","totamt":1.5e1}],"x":null},"head":{"\\u4e00":true}}}',
    );
    for (const bytes of mutated(start, runs)) {
      const document = readJson(bytes, "a");
      if (!document.ok) {
        expect(document.issues).toHaveLength(1);
        continue;
      }
      const text = writeJson(document.value, { sorted: true });
      expect(JSON.parse(text)).toEqual(JSON.parse(new TextDecoder().decode(bytes)));
      const again = readJson(utf8(text), "a");
      expect(again.ok && writeJson(again.value, { sorted: true })).toBe(text);
    }
  });
});
