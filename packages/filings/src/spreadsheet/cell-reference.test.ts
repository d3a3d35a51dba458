import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnLetters, parseCellReference } from "./cell-reference.js";

describe("columnLetters", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [702, "ZZ"],
    [703, "AAA"],
    [16384, "XFD"],
  ])("calls column %i %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe("parseCellReference", () => {
  it("reads what columnLetters writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16384 }), fc.integer({ min: 1, max: 1048576 }), (column, row) => {
        expect(parseCellReference(`${columnLetters(column)}${row}`)).toEqual({ row, column });
      }),
    );
  });

  it.each(["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1:B2", "ZZZZ1"])("refuses %j", (text) => {
    expect(parseCellReference(text)).toBeUndefined();
  });
});
