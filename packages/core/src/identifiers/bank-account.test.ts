import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardNumber } from "../__fixtures__/identity-numbers.js";
import { parseBankAccount } from "./bank-account.js";

const cards = fc
  .integer({ min: 9, max: 12 })
  .chain((length) => fc.array(fc.constantFrom(..."0123456789"), { minLength: length, maxLength: length }))
  .map((digits) => cardNumber(digits.join("")));

describe("parseBankAccount", () => {
  it("reads every card of 16 to 19 digits whose Luhn digit fits", () => {
    fc.assert(
      fc.property(cards, (card) => {
        expect(parseBankAccount(card)).toEqual({ ok: true, value: card, issues: [] });
      }),
    );
  });

  it("refuses every card with one digit behind the prefix changed", () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: 2, max: 18 }), fc.nat(9), (card, index, digit) => {
        fc.pre(index < card.length && card.charAt(index) !== String(digit));
        const changed = card.slice(0, index) + String(digit) + card.slice(index + 1);
        expect(parseBankAccount(changed).issues.map((issue) => issue.code)).toEqual([
          "bank-card-check-digit",
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["spaces in groups of four", "6299 9900 0000 0000 004"],
    ["hyphens", "6299-9900-0000-0000-004"],
    ["full-width digits", "６２９９９９００００００００００００４"],
    ["the apostrophe of a text cell", "'6299990000000000004"],
    ["a no-break space at the end", "6299990000000000004\u00A0"],
  ])("reads a card typed with %s", (_, typed) => {
    expect(parseBankAccount(typed)).toEqual({ ok: true, value: "6299990000000000004", issues: [] });
  });

  it.each([
    ["a passbook of 17 digits", "01100302990000001"],
    ["an account of 21 digits", "360499000000000000017"],
    ["an account of 12 digits with leading zeros", "000000000012"],
    ["an account of 32 digits", "1".repeat(32)],
  ])("checks no Luhn digit on %s, which has none", (_, typed) => {
    expect(parseBankAccount(typed)).toEqual({ ok: true, value: typed, issues: [] });
  });

  it.each([
    // the test numbers that card schemes publish, and one digit changed
    ["4111111111111111", []],
    ["4111111111111112", ["bank-card-check-digit"]],
    ["01100302990000001", ["bank-card-check-digit"]],
  ])("asks a Luhn digit of %s where it has to be a card: %j", (typed, codes) => {
    expect(parseBankAccount(typed, { isCard: true }).issues.map((issue) => issue.code)).toEqual(codes);
    expect(parseBankAccount(typed).ok).toBe(true);
  });

  it.each([
    ["", "bank-card-empty"],
    [" - ", "bank-card-empty"],
    ["6.29999E+18", "bank-card-scientific"],
    ["6.29999e+18", "bank-card-scientific"],
    ["6299990000000000004.0", "bank-card-characters"],
    ["629999000000000000X", "bank-card-characters"],
    ["工资卡", "bank-card-characters"],
    ["62999900000", "bank-card-length"],
    ["1".repeat(33), "bank-card-length"],
    ["6299990000000000005", "bank-card-check-digit"],
  ])("refuses %j as %s", (typed, code) => {
    expect(parseBankAccount(typed).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("warns of a number with a card's prefix that is longer than a card", () => {
    const long = cardNumber("0000000000001"); // 20 digits
    expect(parseBankAccount(long)).toMatchObject({
      ok: true,
      issues: [{ code: "bank-card-long", severity: "warning" }],
    });
  });

  it("does not repeat the number in its message", () => {
    for (const typed of ["6299990000000000005", "62999912", "张三6299990000000000004"]) {
      for (const issue of parseBankAccount(typed).issues) {
        expect(issue.message.zh + issue.message.en).not.toMatch(/张|\d{5}/);
      }
    }
  });
});
