import { describe, expect, it } from "vitest";
import { cardNumber } from "../../__fixtures__/numbers.js";
import { readAccountCell } from "./account-cell.js";

describe("readAccountCell", () => {
  it("reads a text cell with an apostrophe, blanks and full-width digits", () => {
    const card = cardNumber(17);
    const wide = card.replace("6", "６");
    expect(readAccountCell({ kind: "text", text: `'${wide.slice(0, 4)} ${wide.slice(4)}` })).toEqual({
      ok: true,
      value: card,
      issues: [],
    });
  });

  it("refuses a number cell that is too long for a number", () => {
    const result = readAccountCell({ kind: "number", text: "6.29999000000012E18", isDate: false });
    expect([result.ok, result.issues[0]?.code]).toEqual([false, "account-numeric-cell"]);
  });

  it("takes a shorter number cell with a warning, for a leading zero would be gone", () => {
    const result = readAccountCell({ kind: "number", text: "123456789012", isDate: false });
    expect(result).toMatchObject({
      ok: true,
      value: "123456789012",
      issues: [{ code: "account-leading-zeros" }],
    });
  });

  it.each([
    ["3.60499E+17", "bank-card-scientific"],
    ["", "bank-card-empty"],
    ["6299990000000000001", "bank-card-check-digit"],
    ["12345", "bank-card-length"],
    ["见附表", "bank-card-characters"],
  ])("refuses %j with %s", (text, code) => {
    expect(readAccountCell({ kind: "text", text }).issues[0]?.code).toBe(code);
  });
});
