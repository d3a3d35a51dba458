import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, writeCanonicalJson } from "./canonical-json.js";

/** Sorts members at every depth, for `JSON.stringify` to write. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}

describe("canonicalJson", () => {
  it.each([
    [null, "null"],
    [true, "true"],
    [-0, "0"],
    [1e21, "1e+21"],
    [0.000001, "0.000001"],
    ['"\\\n', String.raw`"\"\\\n"`],
    [[], "[]"],
    [{}, "{}"],
    [[[], {}], "[[],{}]"],
    [{ b: 1, a: [1, "二"] }, '{"a":[1,"二"],"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [{ a: undefined }, "{}"],
    // Members sort by UTF-16 code units (RFC 8785, section 3.2.3): an emoji's surrogate before 日.
    [{ 日: 1, "😀": 2, A: 3, a: 4, "": 5 }, '{"":5,"A":3,"a":4,"日":1,"😀":2}'],
    [{ 10: 1, 9: 2, "1": 3 }, '{"1":3,"10":1,"9":2}'],
  ])("writes %j as %s", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it("writes what JSON.stringify writes once members are sorted", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalJson(JSON.parse(canonicalJson(value))));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(sorted(value))));
      }),
    );
  });

  it("keeps apart members that read alike one after the other", () => {
    const likes = [{ a: 1, b: 2, c: 3 }, { a: 1, "b\0c": 2 }, { "a\0b": 1, c: 2 }, { "a\0b\0c": 1 }];
    for (const like of [...likes, ...likes]) expect(canonicalJson(like)).toBe(JSON.stringify(like));
  });

  it("writes objects of more shapes than it remembers", () => {
    for (let index = 0; index < 2500; index += 1) {
      const key = `k${index % 1300}`;
      expect(canonicalJson({ z: 1, [key]: index })).toBe(`{"${key}":${index},"z":1}`);
    }
  });

  it.each([[NaN], [Infinity], [undefined], [() => 1], [1n], [[undefined]]])("refuses %s", (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  });
});

/** The pieces that a value is handed on in. */
function piecesOf(value: unknown): readonly string[] {
  const pieces: string[] = [];
  writeCanonicalJson(value, (piece) => pieces.push(piece));
  return pieces;
}

describe("writeCanonicalJson", () => {
  it("hands on what joins to the whole", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(piecesOf(value).join("")).toBe(canonicalJson(value));
      }),
    );
  });

  it("never holds a long text as one", () => {
    const value = {
      lines: Array.from({ length: 20_000 }, (_, index) => ({ index, text: "工资".repeat(3) })),
    };
    const pieces = piecesOf(value);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(66_000);
    expect(pieces.join("")).toBe(JSON.stringify(value));
  });
});
