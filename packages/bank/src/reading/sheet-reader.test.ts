import { describe, expect, it } from "vitest";
import { decodeResult, decodeRows } from "./result-reader.js";
import { bocomPayrollProfile } from "../profiles/banks/bocom.js";
import { delimitedProfile } from "../profiles/tongchou.js";

describe("decodeResult and decodeRows", () => {
  it("say which of the two is needed", () => {
    const bytes = decodeResult(bocomPayrollProfile, { name: "a.xlsx", content: new Uint8Array([80, 75]) });
    expect(bytes.issues.map(({ message }) => message.en)[0]).toContain("a text file");
    const rows = decodeRows(delimitedProfile, { name: "a.xlsx", rows: [] });
    expect(rows.issues.map(({ message }) => message.en)[0]).toContain("a spreadsheet");
  });
});
