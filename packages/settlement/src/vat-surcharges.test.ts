import { fen, plainDate, ratePpm } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { vatSurcharges } from "./vat-surcharges.js";

const law = { on: plainDate("2026-03-31") };

function packWith(rates: Readonly<Record<string, number>>): FactPack {
  const versionOf = (rate: number) => [
    {
      value: { rate: ratePpm(rate) },
      effectiveFrom: plainDate("2026-01-01"),
      effectiveTo: null,
      announcedOn: null,
      source: "our tax office",
      confidence: "confirmed" as const,
    },
  ];
  const facts = Object.entries(rates).map(([kind, rate]) => [`cn.vat.surcharge.${kind}`, versionOf(rate)]);
  return { id: "ours", version: "1", facts: Object.fromEntries(facts) as FactPack["facts"] };
}

describe("vatSurcharges", () => {
  it("names each tax whose rate is not established, and assumes none", () => {
    const surcharges = vatSurcharges(fen(100_000), law, createFacts(jiujiangPacks));
    expect(surcharges).toMatchObject({
      ok: true,
      value: { "urban-maintenance": null, education: null, "local-education": null },
    });
    expect(surcharges.issues.map(({ message }) => message.zh.includes("占增值税的比例"))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("goes by the rates of a deployment, half-up to the fen, and by those alone", () => {
    const facts = createFacts([
      ...jiujiangPacks,
      packWith({ "urban-maintenance": 70_000, education: 30_000 }),
    ]);
    // 7 % of 5.65 are 0.3955, 3 % are 0.1695.
    const surcharges = vatSurcharges(fen(565), law, facts);
    expect(surcharges).toMatchObject({
      value: { "urban-maintenance": 40, education: 17, "local-education": null },
      issues: [{ code: "fact-unknown" }],
    });
  });
});
