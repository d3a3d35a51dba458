import { describe, expect, it } from "vitest";
import { ask, codesOf, repeated, type Fields } from "./__fixtures__/ask.js";

const heads = [{}, { from: "2024-03-16" }, { to: "2024-03-10" }];
const fee: Fields = { kind: "fee", period: "2024-03", heads };
const perHead: Fields = { kind: "per-head", monthly: "62.00" };
const tiered: Fields = {
  kind: "per-head-tiered",
  tiers: [
    { upTo: 2, monthly: "80" },
    { upTo: null, monthly: "50" },
  ],
};
const byDay: Fields = { headCounting: { kind: "by-day" } };
const on15: Fields = { headCounting: { kind: "threshold-day", day: 15 } };

describe("fee", () => {
  it.each<readonly [Fields, string, readonly string[]]>([
    // A day of March is 2.00 of 62.00: 31, 16 and 10 days.
    [{ ...perHead, ...byDay }, "114.00", ["62.00", "32.00", "20.00"]],
    [{ ...perHead, ...on15 }, "62.00", ["62.00", "0.00", "0.00"]],
    [{ ...perHead, ...byDay, minimum: "171" }, "171.00", ["93.00", "48.00", "30.00"]],
    [{ ...perHead, ...byDay, maximum: "57" }, "57.00", ["31.00", "16.00", "10.00"]],
    // 57 days are less than two heads: 80.00 × 57 ÷ 31 = 147.096…, and 31, 16, 10 parts of 57 of it.
    [{ ...tiered, ...byDay, basis: "volume" }, "147.10", ["80.00", "41.29", "25.81"]],
    [{ kind: "fixed", monthly: "100" }, "100.00", ["33.34", "33.33", "33.33"]],
    [{ kind: "quote", monthly: "90", quoteId: "Q-1" }, "90.00", ["30.00", "30.00", "30.00"]],
  ])("of %j is %s, shared as %j", (terms, total, shares) => {
    expect(ask({ ...fee, terms })).toEqual({ ok: true, fee: total, shares });
  });

  it.each([
    ["0.03", "27.00"],
    ["3%", "27.00"],
    ["1", "900.00"],
    ["0", "0.00"],
  ])("at a rate of %s on 900.00 is %s", (rate, total) => {
    const paid = [{ gross: "400" }, { gross: "500.00" }];
    expect(ask({ ...fee, terms: { kind: "rate-on-gross", rate }, heads: paid })).toMatchObject({
      fee: total,
    });
  });

  it("of nobody is what terms have without workers", () => {
    const nobody = { ...fee, heads: [] };
    expect(ask({ ...nobody, terms: perHead })).toEqual({ ok: true, fee: "0.00", shares: [] });
    expect(ask({ ...nobody, terms: { ...perHead, minimum: "50" } })).toMatchObject({ fee: "50.00" });
    expect(ask({ ...nobody, terms: { kind: "fixed", monthly: "10" } })).toMatchObject({ fee: "10.00" });
  });

  it("says which readings were assumed", () => {
    expect(codesOf(ask({ ...fee, terms: perHead }))).toEqual([["fee-head-counting-assumed", undefined]]);
    expect(codesOf(ask({ ...fee, terms: tiered })).map(([code]) => code)).toEqual([
      "fee-tier-basis-assumed",
      "fee-head-counting-assumed",
    ]);
    expect(codesOf(ask({ ...fee, terms: perHead, heads: [{}] }))).toEqual([]);
  });

  it.each<readonly [string, Fields, string]>([
    ["terms of no kind", { terms: { kind: "by-the-hour" } }, "/terms/kind"],
    ["an amount that is a number", { terms: { kind: "fixed", monthly: 100 } }, "/terms/monthly"],
    ["a rate above one", { terms: { kind: "rate-on-gross", rate: "1.01" } }, "/terms/rate"],
    ["a rate that is none", { terms: { kind: "rate-on-gross", rate: "much" } }, "/terms/rate"],
    ["a cap below the minimum", { terms: { ...perHead, minimum: "2", maximum: "1" } }, "/terms/maximum"],
    ["steps that end", { terms: { ...tiered, tiers: [{ upTo: 2, monthly: "1" }] } }, "/terms/tiers"],
    ["no step", { terms: { ...tiered, tiers: [] } }, "/terms/tiers"],
    ["a last day before the first", { heads: [{ from: "2024-03-02", to: "2024-03-01" }] }, "/heads/0/to"],
    ["too many heads", { heads: repeated(100_001, {}) }, "/heads"],
  ])("asks back about %s", (_, differences, path) => {
    expect(codesOf(ask({ ...fee, terms: perHead, ...differences }))).toContainEqual(["schema-invalid", path]);
  });
});

const invoice: Fields = {
  kind: "invoice",
  service: "dispatch",
  taxpayer: "general",
  passedThrough: "5700",
  fee: "100",
  date: "2025-12-31",
};

describe("invoice", () => {
  it("deducts what is passed through on an ordinary invoice until 2025", () => {
    expect(ask(invoice)).toEqual({
      ok: true,
      price: "5800.00",
      method: "balance",
      rate: "0.05",
      taxed: "100.00",
      untaxed: "5700.00",
      vat: "4.76",
      invoices: [
        { kind: "special", taxed: "100.00", untaxed: "0.00", vat: "4.76" },
        { kind: "ordinary", taxed: "0.00", untaxed: "5700.00", vat: "0.00" },
      ],
    });
  });

  it.each<readonly [Fields, Fields]>([
    [{ date: "2026-01-01" }, { method: "balance", rate: "0.06", taxed: "100.00", vat: "5.66" }],
    [
      { date: "2026-01-01", taxpayer: "small-scale" },
      { method: "full", taxed: "5800.00", vat: "57.43" },
    ],
    [
      { service: "agency", method: "simple" },
      { method: "simple", untaxed: "5700.00", vat: "4.76" },
    ],
    [
      { service: "outsourcing-construction", date: "2026-01-01" },
      { method: "full", vat: "478.90" },
    ],
    // A service bought for a hosted worker: the pay is no part of it.
    [
      { branch: "1B", service: "agency" },
      { price: "100.00", untaxed: "0.00", vat: "5.66" },
    ],
    [{ branch: "2A" }, { price: "5800.00" }],
  ])("of %j is %j", (differences, answer) => {
    expect(ask({ ...invoice, ...differences })).toMatchObject({ ok: true, ...answer });
  });

  it.each(["1A", "1P", "P0"])("is none for the pay of branch %s", (branch) => {
    expect(ask({ ...invoice, branch, fee: "0" })).toEqual({ ok: true, price: "0.00", invoices: [] });
  });

  it.each<Fields>([
    { service: "agency", date: "2026-01-01" },
    { date: "2028-01-01" },
    { service: "outsourcing" },
    { method: "simple" },
  ])("is not known of %j", (differences) => {
    expect(codesOf(ask({ ...invoice, ...differences }))).toEqual([["vat-method-unavailable", undefined]]);
  });

  it("asks back about a branch that is none", () => {
    expect(codesOf(ask({ ...invoice, branch: "4A" }))).toEqual([["schema-invalid", "/branch"]]);
  });
});

describe("vat-surcharges", () => {
  it("are unknown by name", () => {
    const answer = ask({ kind: "vat-surcharges", vat: "5.66", date: "2024-03-31" });
    expect(answer["surcharges"]).toEqual({
      "urban-maintenance": "unknown",
      education: "unknown",
      "local-education": "unknown",
    });
    expect(codesOf(answer).map(([code]) => code)).toEqual(["fact-unknown", "fact-unknown", "fact-unknown"]);
  });
});
