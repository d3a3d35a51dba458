import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCnapsCode } from "./cnaps-code.js";

/** Clearing codes of head offices, as the banks publish them. */
const published = [
  ["102100099996", "ICBC"],
  ["103100000026", "Agricultural Bank of China"],
  ["104100000004", "Bank of China"],
  ["105100000017", "China Construction Bank"],
  ["301290000007", "Bank of Communications"],
  ["302100011000", "China CITIC Bank"],
  ["303100000006", "China Everbright Bank"],
  ["304100040000", "Hua Xia Bank"],
  ["305100000013", "China Minsheng Bank"],
  ["306581000003", "China Guangfa Bank"],
  ["307584007998", "Ping An Bank"],
  ["308584000013", "China Merchants Bank"],
  ["309391000011", "Industrial Bank"],
  ["310290000013", "Shanghai Pudong Development Bank"],
  ["403100000004", "Postal Savings Bank of China"],
] as const;

describe("parseCnapsCode", () => {
  it.each(published)("reads %s of %s", (code) => {
    expect(parseCnapsCode(code, { strict: true })).toEqual({
      ok: true,
      value: { code, bank: code.slice(0, 3), city: code.slice(3, 7) },
      issues: [],
    });
  });

  it("warns of a single wrong digit, and refuses it when strict", () => {
    fc.assert(
      fc.property(fc.constantFrom(...published), fc.nat(11), fc.nat(9), ([code], index, digit) => {
        fc.pre(code.charAt(index) !== String(digit));
        const changed = code.slice(0, index) + String(digit) + code.slice(index + 1);
        expect(parseCnapsCode(changed)).toMatchObject({
          ok: true,
          value: { code: changed },
          issues: [{ code: "cnaps-check-digit", severity: "warning" }],
        });
        expect(parseCnapsCode(changed, { strict: true })).toMatchObject({
          ok: false,
          issues: [{ code: "cnaps-check-digit", severity: "error" }],
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("reads a code with spaces and full-width digits", () => {
    expect(parseCnapsCode(" １０２1 0009 9996 ")).toMatchObject({
      ok: true,
      value: { code: "102100099996" },
    });
  });

  it.each(["", "10210009999", "1021000999960", "10210009999X", "工商银行"])("refuses %j", (typed) => {
    expect(parseCnapsCode(typed).issues.map((issue) => issue.code)).toEqual(["cnaps-characters"]);
  });

  it("does not repeat an account number that stands in its place", () => {
    expect(parseCnapsCode("6299990000000000004").issues[0]?.message.en).not.toMatch(/\d{5}/);
  });
});
