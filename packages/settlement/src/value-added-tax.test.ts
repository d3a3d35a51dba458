import { fen, plainDate, type VatMethod, type VatService, type VatTaxpayer } from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, fraction, halfUp, over, times, yuanOf } from "./__fixtures__/fraction.js";
import { valueAddedTax } from "./value-added-tax.js";

const facts = createFacts(jiujiangPacks);

type Row = readonly [
  service: VatService,
  taxpayer: VatTaxpayer,
  method: VatMethod | undefined,
  gross: number,
  deductible: number | undefined,
  on: string,
  outcome: readonly [VatMethod, number] | undefined,
];

/** 5,800 are 4,500 of wages, 1,200 of contributions and 100 of fee. */
const rows: readonly Row[] = [
  // Dispatch to 2025-12-31 (财税〔2016〕47号): 5 % on the balance elected, 6 % on the full price.
  ["dispatch", "general", undefined, 5800, 5700, "2025-12-31", ["balance", 4.76]],
  ["dispatch", "general", "balance", 5800, 5700, "2016-05-01", ["balance", 4.76]],
  ["dispatch", "general", undefined, 5800, undefined, "2024-03-31", ["full", 328.3]],
  ["dispatch", "general", "full", 5800, 5700, "2024-03-31", ["full", 328.3]],
  ["dispatch", "small-scale", undefined, 5800, 5700, "2024-03-31", ["balance", 4.76]],
  ["dispatch", "small-scale", "full", 5800, 5700, "2024-03-31", ["full", 57.43]],
  ["dispatch", "small-scale", "full", 5800, undefined, "2020-02-29", ["full", 168.93]],
  ["dispatch", "small-scale", "full", 5800, undefined, "2020-03-01", undefined],
  ["dispatch", "small-scale", "full", 5800, undefined, "2022-12-31", undefined],
  // From 2026 (公告2026年第10号): 6 % on the balance for general, 1 % on the full price for small-scale.
  ["dispatch", "general", undefined, 5800, 5700, "2026-01-01", ["balance", 5.66]],
  ["dispatch", "general", "full", 5800, 5700, "2026-01-01", undefined],
  ["dispatch", "general", undefined, 5800, undefined, "2026-01-01", ["balance", 328.3]],
  ["dispatch", "small-scale", undefined, 5800, 5700, "2026-01-01", ["full", 57.43]],
  ["dispatch", "small-scale", "balance", 5800, 5700, "2026-01-01", undefined],
  ["dispatch", "general", undefined, 5800, 5700, "2027-12-31", ["balance", 5.66]],
  ["dispatch", "general", undefined, 5800, 5700, "2028-01-01", undefined],
  ["dispatch", "small-scale", undefined, 5800, 5700, "2028-01-01", undefined],
  ["dispatch", "general", undefined, 5800, 5700, "2016-04-30", undefined],
  ["dispatch", "general", "simple", 5800, 5700, "2024-03-31", undefined],
  // Agency services: what is passed through is no part of the sales; general taxpayers may elect 5 %.
  ["agency", "general", undefined, 5800, 5700, "2024-03-31", ["balance", 5.66]],
  ["agency", "general", undefined, 100, undefined, "2024-03-31", ["balance", 5.66]],
  ["agency", "general", "simple", 5800, 5700, "2024-03-31", ["simple", 4.76]],
  ["agency", "small-scale", undefined, 5800, 5700, "2024-03-31", ["balance", 0.99]],
  ["agency", "small-scale", undefined, 5800, 5700, "2019-06-30", ["balance", 2.91]],
  ["agency", "small-scale", "simple", 5800, 5700, "2024-03-31", undefined],
  ["agency", "general", "full", 5800, 5700, "2024-03-31", undefined],
  // Whether pass-through still drops out of an agency's sales from 2026 is not established.
  ["agency", "general", undefined, 5800, 5700, "2026-01-01", undefined],
  ["agency", "small-scale", undefined, 5800, 5700, "2026-01-01", undefined],
  // Outsourcing (增值税法, article 10).
  ["outsourcing", "general", undefined, 5800, 5700, "2026-01-01", ["full", 328.3]],
  ["outsourcing", "general", "full", 5800, undefined, "2030-01-01", ["full", 328.3]],
  ["outsourcing", "general", undefined, 5800, undefined, "2025-12-31", undefined],
  ["outsourcing", "small-scale", undefined, 5800, undefined, "2026-01-01", undefined],
  ["outsourcing-construction", "general", undefined, 5800, 5700, "2026-01-01", ["full", 478.9]],
  ["outsourcing-construction", "general", undefined, 5800, 5700, "2025-12-31", undefined],
  ["outsourcing-construction", "small-scale", undefined, 5800, undefined, "2026-01-01", undefined],
  // Dispatch without a licence is a human-resource service taxed in full.
  ["dispatch-unlicensed", "general", undefined, 5800, 5700, "2026-01-01", ["full", 328.3]],
  ["dispatch-unlicensed", "general", undefined, 5800, 5700, "2025-12-31", undefined],
  ["dispatch-unlicensed", "small-scale", undefined, 5800, 5700, "2026-01-01", undefined],
  // Nothing is taxed where as much is passed through as was paid.
  ["dispatch", "general", undefined, 5700, 5700, "2024-03-31", ["balance", 0]],
  ["dispatch", "general", undefined, 5600, 5700, "2024-03-31", ["balance", 0]],
];

describe("valueAddedTax", () => {
  it.each(rows)("%s by a %s taxpayer, method %s, %d less %s on %s: %j", (...row) => {
    const [service, taxpayer, method, gross, deductible, on, outcome] = row;
    const result = valueAddedTax(
      {
        service,
        taxpayer,
        method,
        grossFen: fen(gross * 100),
        deductibleFen: deductible === undefined ? undefined : fen(deductible * 100),
        on: plainDate(on),
      },
      facts,
    );
    const found = result.ok ? [result.value.method, result.value.vatFen / 100] : undefined;
    expect(found).toEqual(outcome);
    if (!result.ok) expect(result.issues.map((issue) => issue.code)).toEqual(["vat-method-unavailable"]);
  });

  it.each([
    ["2025-12-31", [100, 5700]],
    ["2026-01-01", [100, 5700]],
  ])("says what of the price is taxed and what is deducted on %s", (on, [taxed, untaxed]) => {
    const supply = { service: "dispatch", taxpayer: "general", grossFen: fen(580_000) } as const;
    const result = valueAddedTax({ ...supply, deductibleFen: fen(570_000), on: plainDate(on) }, facts);
    expect(result).toMatchObject({
      value: { taxedFen: (taxed ?? 0) * 100, untaxedFen: (untaxed ?? 0) * 100 },
    });
  });

  it("is the tax contained in what it is on, half-up to the fen", () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.nat(100_000_000), (gross, deductible) => {
        const supply = { service: "dispatch", taxpayer: "general", method: "balance" } as const;
        const amounts = { grossFen: fen(gross), deductibleFen: fen(deductible) };
        const result = valueAddedTax({ ...supply, ...amounts, on: plainDate("2026-06-30") }, facts);
        const balance = yuanOf(Math.max(0, gross - deductible));
        const tax = halfUp(times(over(balance, fraction("1.06")), fraction("0.06")), fraction("0.01"));
        expect(result.ok && result.value.vatFen).toBe(fenOf(tax));
      }),
    );
  });

  it("does not know the rules of 2026 before their announcement", () => {
    const supply = { service: "dispatch", taxpayer: "general", grossFen: fen(100) } as const;
    const on = plainDate("2026-01-15");
    expect(valueAddedTax({ ...supply, on, knownOn: plainDate("2026-01-29") }, facts).ok).toBe(false);
    expect(valueAddedTax({ ...supply, on, knownOn: plainDate("2026-01-30") }, facts).ok).toBe(true);
  });
});
