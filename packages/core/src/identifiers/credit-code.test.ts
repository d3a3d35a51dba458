import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mod11_2 } from "../__fixtures__/identity-numbers.js";
import { parseCreditCode } from "./credit-code.js";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 32100 as a polynomial: the weight of position i is 3 to the i, modulo 31. */
function creditCheck(first17: string): string {
  const sum = [...first17].reduce(
    ({ total, weight }, character) => ({
      total: (total + weight * alphabet.indexOf(character)) % 31,
      weight: (weight * 3) % 31,
    }),
    { total: 0, weight: 1 },
  );
  return alphabet.charAt((31 - sum.total) % 31);
}

/** The weights of GB 11714 are the powers of 2 modulo 11, so its sum is a recursion too. */
function organisationCheck(first8: string): string {
  const sum = [...first8].reduce((carry, character) => ((carry + parseInt(character, 36)) * 2) % 11, 0);
  const check = (11 - sum) % 11;
  return check === 10 ? "X" : String(check);
}

function creditCodeOf(registrar: string, organisation: string): string {
  const first17 = `${registrar}360499${organisation}${organisationCheck(organisation)}`;
  return first17 + creditCheck(first17);
}

const creditCodes = fc
  .tuple(
    fc.constantFrom("11", "12", "51", "91", "92", "N2", "Y1"),
    fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }),
  )
  .map(([registrar, body]) => creditCodeOf(registrar, body.join("")));

describe("parseCreditCode", () => {
  it.each([
    ["11360400000000000D", "state-organ", "360400", "000000000"],
    ["12360400MB0000000F", "public-institution", "360400", "MB0000000"],
    ["91360403MA00000079", "enterprise", "360403", "MA0000007"],
    ["53360400MJ000000XG", "foundation", "360400", "MJ000000X"],
  ])("reads %s as %s", (code, holder, divisionCode, organisationCode) => {
    expect(parseCreditCode(code)).toEqual({
      ok: true,
      value: { code, holder, divisionCode, organisationCode },
      issues: [],
    });
  });

  it.each([
    ["13", "mass-organisation"],
    ["19", "other-establishment"],
    ["51", "social-organisation"],
    ["52", "private-non-enterprise"],
    ["59", "other-civil"],
    ["92", "self-employed"],
    ["93", "farmers-cooperative"],
    ["N1", "rural-collective"],
    ["N2", "rural-collective"],
    ["N9", "rural-collective"],
    ["Y1", "other"],
  ])("knows who registers the holder of a code that begins with %s", (prefix, holder) => {
    const result = parseCreditCode(creditCodeOf(prefix, "00000001"));
    expect(result.ok && result.value.holder).toBe(holder);
    expect(result.issues).toEqual([]);
  });

  it("reads every code whose two check characters fit", () => {
    fc.assert(
      fc.property(creditCodes, (code) => {
        expect(parseCreditCode(code)).toMatchObject({ ok: true, issues: [] });
      }),
    );
  });

  it("refuses every code with one character replaced by another that is allowed", () => {
    fc.assert(
      fc.property(creditCodes, fc.nat(17), fc.constantFrom(...alphabet), (code, index, character) => {
        fc.pre(code.charAt(index) !== character);
        const changed = code.slice(0, index) + character + code.slice(index + 1);
        expect(parseCreditCode(changed).ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it("refuses an organisation code that fails its own check, though the whole code fits", () => {
    const first17 = "91360499MA0000001"; // 7 would be right
    expect(parseCreditCode(first17 + creditCheck(first17)).issues.map((issue) => issue.code)).toEqual([
      "credit-code-organisation-check",
    ]);
  });

  it.each([
    ["small letters", "12360400mb0000000f"],
    ["spaces", " 12360400 MB000000 0F "],
    ["full-width characters", "１２３６０４００ＭＢ0000000F"],
  ])("reads a code typed with %s", (_, typed) => {
    const result = parseCreditCode(typed);
    expect(result.ok && result.value.code).toBe("12360400MB0000000F");
  });

  it.each([
    ["", "credit-code-characters"],
    ["12360400MB0000000", "credit-code-characters"],
    ["12360400MB0000000FF", "credit-code-characters"],
    ["I2360400MB0000000F", "credit-code-characters"],
    ["12360400MBO000000F", "credit-code-characters"],
  ])("refuses %j as %s", (typed, code) => {
    expect(parseCreditCode(typed).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("warns of a registrar that the standard does not name, and goes on", () => {
    const result = parseCreditCode(creditCodeOf("20", "00000001"));
    expect(result.ok && result.value.holder).toBe("other");
    expect(result.issues.map((issue) => issue.code)).toEqual(["credit-code-unknown-holder"]);
  });

  it("shows a wrong code in clear, and a person's number that stands in its place masked", () => {
    const personal = `36049919850606001${mod11_2("36049919850606001")}`;
    expect(
      parseCreditCode(personal)
        .issues.map((issue) => issue.message.en)
        .join(),
    ).not.toContain("1985");
    expect(parseCreditCode(`张三${personal}`).issues[0]?.message.zh).not.toContain("1985");
    expect(parseCreditCode("12360400MB0000000A").issues[0]?.message.en).toContain("12360400MB0000000A");
  });
});
