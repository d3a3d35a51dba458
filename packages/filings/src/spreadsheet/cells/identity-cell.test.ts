import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { identityNumber } from "../../__fixtures__/numbers.js";
import { readIdentityCell } from "./identity-cell.js";

const woman = identityNumber("19890201", "308");

describe("readIdentityCell", () => {
  it("reads a text cell", () => {
    const result = readIdentityCell({ kind: "text", text: ` '${woman} ` }, undefined);
    expect(result).toMatchObject({ ok: true, value: { number: woman, sex: "female", birth: "1989-02-01" } });
  });

  it.each([["360499198902013000"], ["3.60499198902013E+17"], [woman], ["360499890201308"]])(
    "refuses the number cell %s whatever it shows",
    (stored) => {
      const result = readIdentityCell({ kind: "number", text: stored, isDate: false }, undefined);
      expect([result.ok, result.issues.map(({ code }) => code)]).toEqual([false, ["identity-numeric-cell"]]);
    },
  );

  it("says that digits were lost where a text ends in three zeros and fails its check", () => {
    const result = readIdentityCell({ kind: "text", text: "360499198902013000" }, undefined);
    expect(result.issues.map(({ code }) => code)).toEqual(["identity-digits-lost"]);
  });

  it("only warns where a number that ends in three zeros passes its check", () => {
    // 100 to 900 in steps of 100: the sequence whose check character happens to be 0.
    const number = ["100", "200", "300", "400", "500", "600", "700", "800", "900"]
      .flatMap((sequence) => [identityNumber("19890201", sequence), identityNumber("19890202", sequence)])
      .find((candidate) => candidate.endsWith("000"));
    const result = readIdentityCell({ kind: "text", text: number ?? "" }, undefined);
    expect([result.ok, result.issues.map(({ code }) => code)]).toEqual([true, ["identity-ends-in-zeros"]]);
  });

  it("refuses a birth after the day given", () => {
    const result = readIdentityCell({ kind: "text", text: woman }, plainDate("1989-01-31"));
    expect(result.issues.map(({ code }) => code)).toEqual(["citizen-id-birth-date"]);
  });

  it("shows no number in clear", () => {
    const result = readIdentityCell({ kind: "number", text: woman, isDate: false }, undefined);
    expect(JSON.stringify(result)).not.toContain("19890201");
  });
});
