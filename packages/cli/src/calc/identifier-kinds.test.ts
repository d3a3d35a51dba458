import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { ask, codesOf, facts, type Fields } from "./__fixtures__/ask.js";
import { answerLine } from "./calc.js";

describe("identifierKinds", () => {
  it.each<readonly [Fields, Fields]>([
    [
      { kind: "id", type: "citizen", value: " 360499190001010020" },
      { valid: true, normalised: "360499190001010020", issues: [] },
    ],
    [
      { kind: "id", type: "bank-card", value: "6299 9900 0000 0000 004" },
      { valid: true, normalised: "6299990000000000004", issues: [] },
    ],
    [
      { kind: "id", type: "cnaps", value: "102100099996" },
      { valid: true, normalised: "102100099996", issues: [] },
    ],
  ])("%j is answered with %j", (question, answer) => {
    expect(ask(question)).toEqual({ ok: true, ...answer });
  });

  it.each<readonly [Fields, boolean, readonly string[]]>([
    [{ type: "citizen", value: "360499190001010021" }, false, ["citizen-id-check-digit"]],
    [{ type: "citizen", value: "3.60403E+17" }, false, ["citizen-id-scientific"]],
    [{ type: "citizen", value: "" }, false, ["citizen-id-empty"]],
    [{ type: "credit-code", value: "1" }, false, ["credit-code-characters"]],
    [{ type: "bank-card", value: "6299990000000000005" }, false, ["bank-card-check-digit"]],
    // Twenty digits are more than ISO/IEC 7812 allows; the account is taken and the length is mentioned.
    [{ type: "bank-card", value: "62999900000000000009" }, true, ["bank-card-long"]],
    // A passbook account: good for wages, but no card.
    [{ type: "bank-card", value: "01100302990000001" }, false, ["bank-card-check-digit"]],
    [{ type: "bank-card", value: "4111111111111111" }, true, []],
    [{ type: "cnaps", value: "102100099995" }, false, ["cnaps-check-digit"]],
    [{ type: "cnaps", value: "10210009999" }, false, ["cnaps-characters"]],
  ])("reads the identifier %j: valid %s, %j", (fields, valid, codes) => {
    const answer = ask({ kind: "id", ...fields });
    expect([answer.ok, answer["valid"], codesOf(answer).map(([code]) => code)]).toEqual([true, valid, codes]);
    expect(typeof answer["normalised"]).toBe(valid ? "string" : "object");
  });

  it("checks a birth date against the day of asking", () => {
    const line = JSON.stringify({ kind: "id", type: "citizen", value: "360499190001010020" });
    const answer = JSON.parse(answerLine(line, { facts, today: plainDate("1899-12-31") })) as Fields;
    expect(codesOf(answer)[0]?.[0]).toBe("citizen-id-birth-date");
  });
});
