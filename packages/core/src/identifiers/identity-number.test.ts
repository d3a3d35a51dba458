import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citizenNumber, mod11_2 } from "../__fixtures__/identity-numbers.js";
import { plainDate } from "../calendar/plain-date.js";
import type { Parsed } from "../issues/parsed.js";
import { parseIdentityNumber } from "./identity-number.js";

function codesOf(result: Parsed<unknown>): readonly string[] {
  return result.issues.map((issue) => issue.code);
}

/** Valid numbers of people born from 1900 to 2099, men and women. */
const citizenIds = fc
  .tuple(
    fc.integer({ min: 1900, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([year, month, day, sequence]) =>
    citizenNumber(
      `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`,
      String(sequence).padStart(3, "0"),
    ),
  );

describe("parseIdentityNumber", () => {
  it.each([
    // GB 11643; region, birth date 1900-01-01
    ["36040319000101001X", "resident-identity-card", "360403", "male"],
    ["360403190001010028", "resident-identity-card", "360403", "female"],
    ["360421190001010039", "resident-identity-card", "360421", "male"], // a county abolished since
    // residence permits of people from Hong Kong, Macau and Taiwan
    ["810000190001010018", "hong-kong-macau-taiwan-residence-permit", "810000", "male"],
    ["820000190001010028", "hong-kong-macau-taiwan-residence-permit", "820000", "female"],
    ["830000190001010011", "hong-kong-macau-taiwan-residence-permit", "830000", "male"],
    // permanent-resident card issued from 2023-12-01: 9, province, ISO 3166-1 numeric, birth, sequence
    ["936840190001010015", "foreign-permanent-resident-card", undefined, "male"],
  ])("reads %s as %s", (number, kind, divisionCode, sex) => {
    expect(parseIdentityNumber(number)).toEqual({
      ok: true,
      value: {
        kind,
        number,
        sex,
        birth: "1900-01-01",
        ...(divisionCode === undefined ? {} : { divisionCode }),
      },
      issues: [],
    });
  });

  it("reads every number with a birth date and a check character by the standard", () => {
    fc.assert(
      fc.property(citizenIds, (number) => {
        const result = parseIdentityNumber(number);
        expect(result.ok && result.value.birth?.replaceAll("-", "")).toBe(number.slice(6, 14));
        expect(result.ok && result.value.sex).toBe("13579".includes(number.charAt(16)) ? "male" : "female");
        expect(result.issues).toEqual([]);
      }),
    );
  });

  it("refuses every number with one digit changed", () => {
    fc.assert(
      fc.property(citizenIds, fc.nat(17), fc.constantFrom(..."0123456789X"), (number, index, digit) => {
        fc.pre(number.charAt(index) !== digit);
        const changed = number.slice(0, index) + digit + number.slice(index + 1);
        expect(parseIdentityNumber(changed).ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it("refuses every number with two neighbours swapped", () => {
    fc.assert(
      fc.property(citizenIds, fc.nat(16), (number, index) => {
        const [left, right] = [number.charAt(index), number.charAt(index + 1)];
        fc.pre(left !== right);
        const swapped = number.slice(0, index) + right + left + number.slice(index + 2);
        expect(parseIdentityNumber(swapped).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["a capital X", "36040319000101001X"],
    ["a small x", "36040319000101001x"],
    ["a full-width X", "36040319000101001Ｘ"],
    ["a full-width small x", "36040319000101001ｘ"],
    ["a multiplication sign", "36040319000101001×"],
    ["an asterisk", "36040319000101001*"],
    ["a full-width asterisk", "36040319000101001＊"],
    ["spaces", " 360403 19000101 001X "],
    ["full-width digits", "３６０４０３１９０００１０１００１X"],
    ["the apostrophe of a text cell", "'36040319000101001X"],
    ["a zero-width space", "360403\u200B19000101001X"],
    ["marks of writing direction", "\u202D36040319000101001X\u202C"],
  ])("reads a number typed with %s", (_, typed) => {
    const result = parseIdentityNumber(typed);
    expect(result.ok && result.value.number).toBe("36040319000101001X");
    expect(result.issues).toEqual([]);
  });

  it.each([
    ["an X where the check character is a digit", "36040319000101002X", "citizen-id-check-digit"],
    ["an asterisk where the check character is a digit", "36040319000101002*", "citizen-id-check-digit"],
    ["30 February", `36040319000230001${mod11_2("36040319000230001")}`, "citizen-id-birth-date"],
    ["29 February 1900", `36049919000229001${mod11_2("36049919000229001")}`, "citizen-id-birth-date"],
    ["a month 13", `36049919851301001${mod11_2("36049919851301001")}`, "citizen-id-birth-date"],
    ["a birth in 1899", `36049918991231001${mod11_2("36049918991231001")}`, "citizen-id-birth-date"],
    ["nothing", "  ", "citizen-id-empty"],
    ["scientific notation", "3.60403E+17", "citizen-id-scientific"],
    ["17 characters", "36040319000101001", "citizen-id-length"],
    ["19 characters", "36040319000101001X0", "citizen-id-length"],
    ["a name", "张三", "citizen-id-length"],
    ["letters inside", "36O403190001010028", "citizen-id-characters"],
    ["an X in the middle", "3604031900X1010028", "citizen-id-characters"],
    ["a hyphen", "360403-19000101-28", "citizen-id-characters"],
  ])("refuses %s", (_, typed, code) => {
    expect(codesOf(parseIdentityNumber(typed))).toEqual([code]);
  });

  it("names every problem at once", () => {
    expect(codesOf(parseIdentityNumber("360499190002300010"))).toEqual([
      "citizen-id-birth-date",
      "citizen-id-check-digit",
    ]);
  });

  it.each([
    ["2006-01-01", true],
    ["2005-12-31", false],
  ])("takes somebody born on 2006-01-01 as of %s: %s", (asOf, ok) => {
    expect(parseIdentityNumber(citizenNumber("20060101", "003"), { asOf: plainDate(asOf) }).ok).toBe(ok);
  });

  it("does not look at the future without a day to judge by", () => {
    expect(parseIdentityNumber(citizenNumber("20991231", "003")).ok).toBe(true);
  });

  it("warns of a province that does not exist and goes on", () => {
    const first17 = "99049919850101001".replace(/^9/, "6");
    const result = parseIdentityNumber(first17 + mod11_2(first17));
    expect(result.ok).toBe(true);
    expect(codesOf(result)).toEqual(["citizen-id-unknown-division"]);
  });

  describe("the 15-digit form in use before 1999", () => {
    it("is extended by the century and the check character", () => {
      const result = parseIdentityNumber("360499850606001");
      expect(result.ok && result.value).toEqual({
        kind: "resident-identity-card",
        number: citizenNumber("19850606", "001"),
        divisionCode: "360499",
        birth: "1985-06-06",
        sex: "male",
        legacy15: true,
      });
      expect(codesOf(result)).toEqual(["citizen-id-legacy15"]);
    });

    it.each([
      ["a day that does not exist", "360499850631001", "citizen-id-birth-date"],
      ["the prefix of a residence permit", "810000850606001", "citizen-id-length"],
      ["the prefix of a permanent-resident card", "936840850606001", "citizen-id-length"],
      ["a letter", "36049985060600X", "citizen-id-length"],
    ])("is refused with %s", (_, number, code) => {
      const { issues } = parseIdentityNumber(number);
      expect(issues.map((issue) => issue.code)).toEqual([code]);
      if (code === "citizen-id-length") expect(issues[0]?.message.en).toContain("has 15 characters");
    });
  });

  describe("the 15-character permanent-resident number, issued before 2023-12-01", () => {
    // Country, acceptance region, YYMMDD, sequence; weights 7-3-1, A = 10 … Z = 35, worked by hand:
    // U30·7 S28·3 A10·1 | 3·7 6·3 0·1 | 4·7 8·3 5·1 | 0·7 6·3 0·1 | 6·7 1·3
    // 210+84+10 + 21+18+0 + 28+24+5 + 0+18+0 + 42+3 = 463, so the check digit is 3
    const number = "USA360485060613";

    it("is read; its two-digit year gives no birth date", () => {
      expect(parseIdentityNumber(number.toLowerCase())).toEqual({
        ok: true,
        value: { kind: "foreign-permanent-resident-card", number },
        issues: [],
      });
    });

    it("is refused with any digit changed", () => {
      for (let index = 3; index < number.length; index += 1) {
        for (const digit of "0123456789") {
          if (digit === number.charAt(index)) continue;
          const changed = number.slice(0, index) + digit + number.slice(index + 1);
          expect(codesOf(parseIdentityNumber(changed))).toContain("citizen-id-check-digit");
        }
      }
    });

    /** The check digit by the rule: A = 10 … Z = 35, weights 7-3-1 in turn, modulo 10. */
    function withCheckDigit(first14: string): string {
      const values = [...first14].map(
        (character, index) => parseInt(character, 36) * ([7, 3, 1][index % 3] ?? 0),
      );
      return `${first14}${values.reduce((sum, value) => sum + value, 0) % 10}`;
    }

    it.each([
      ["a day in December", "USA36048512311", true],
      ["a month 13", "USA36048513011", false],
      ["a month 0", "USA36048500011", false],
      ["31 April", "USA36048504311", false],
      ["a day 0", "USA36048504001", false],
      // the century is not known, but neither has 29 February in a year 85
      ["29 February of a year 00", "USA36040002291", true],
      ["29 February of a year 84", "USA36048402291", true],
      ["29 February of a year 85", "USA36048502291", false],
    ])("knows whether %s can be", (_, first14, ok) => {
      expect(withCheckDigit(number.slice(0, 14))).toBe(number);
      expect(codesOf(parseIdentityNumber(withCheckDigit(first14)))).toEqual(
        ok ? [] : ["citizen-id-birth-date"],
      );
    });
  });

  it.each(["36049919850606001", "3604991985060600111", "36O499198506060011", "张三360499198506060011"])(
    "does not repeat %s in its message",
    (typed) => {
      for (const issue of parseIdentityNumber(typed).issues) {
        for (const message of [issue.message.zh, issue.message.en]) {
          expect(message).not.toContain("1985");
          expect(message).not.toContain("张三");
        }
      }
    },
  );
});
