import { describe, expect, it } from "vitest";
import { placeOf } from "./row-source.js";

const columns = { documentNumber: { column: "F", header: "证件号码" } };

describe("placeOf", () => {
  it.each([
    [undefined, { file: "r.xlsx", sheet: "表1", row: 58 }],
    ["documentNumber", { file: "r.xlsx", sheet: "表1", row: 58, column: "F", header: "证件号码" }],
    ["mobile", { file: "r.xlsx", sheet: "表1", row: 58 }],
  ])("finds the field %s", (field, place) => {
    expect(placeOf({ file: "r.xlsx", sheet: "表1", row: 58, columns }, field)).toEqual(place);
  });

  it("names no sheet where the file has none", () => {
    expect(placeOf({ file: "r.csv", row: 2, columns })).toEqual({ file: "r.csv", row: 2 });
  });
});
