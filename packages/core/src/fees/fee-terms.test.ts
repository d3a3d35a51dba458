import { describe, expect, it } from "vitest";
import { feeTermsSchema } from "./fee-terms.js";

const tiers = [{ upTo: null, monthlyFen: 1 }];

describe("feeTermsSchema", () => {
  it.each([
    // Terms as contracts had them before head counting and bounds could be said.
    [{ kind: "per-head", monthlyFen: 6000 }],
    [{ kind: "per-head-tiered", tiers }],
    [{ kind: "per-head-tiered", tiers, basis: "volume" }],
    [{ kind: "rate-on-gross", ppm: 30_000 }],
    [{ kind: "fixed", monthlyFen: 100 }],
    [{ kind: "quote", monthlyFen: 100, quoteId: "Q1" }],
    // And with all that they can say.
    [{ kind: "per-head", monthlyFen: 1, headCounting: { kind: "by-day" }, minimumFen: 5, maximumFen: 5 }],
    [{ kind: "per-head-tiered", tiers, headCounting: { kind: "threshold-day", day: 15 }, minimumFen: 0 }],
    [{ kind: "rate-on-gross", ppm: 1, maximumFen: 1 }],
  ])("reads %j as it stands", (terms) => {
    expect(feeTermsSchema.parse(terms)).toEqual(terms);
  });

  it.each([
    ["a cap below the minimum charge", { kind: "per-head", monthlyFen: 1, minimumFen: 6, maximumFen: 5 }],
    ["a minimum charge of a fixed fee", { kind: "fixed", monthlyFen: 1, minimumFen: 5 }],
    ["a negative minimum", { kind: "rate-on-gross", ppm: 1, minimumFen: -1 }],
    ["a share of pay counted by heads", { kind: "rate-on-gross", ppm: 1, headCounting: { kind: "by-day" } }],
    ["an unknown way of counting", { kind: "per-head", monthlyFen: 1, headCounting: { kind: "hours" } }],
    ["steps that end", { kind: "per-head-tiered", tiers: [{ upTo: 5, monthlyFen: 1 }] }],
  ])("does not read %s", (_, terms) => {
    expect(feeTermsSchema.safeParse(terms).success).toBe(false);
  });

  it("says in both languages that a cap is below the minimum charge", () => {
    const read = feeTermsSchema.safeParse({
      kind: "rate-on-gross",
      ppm: 1,
      minimumFen: 2,
      maximumFen: 1,
    });
    expect(read.error?.issues).toMatchObject([
      { path: ["maximumFen"], params: { zh: "每月封顶金额低于保底金额" } },
    ]);
  });
});
