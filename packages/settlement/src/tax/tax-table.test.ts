import { fen, ratePpm } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareLess, taxByTable } from "./tax-table.js";

const toTheFen = { mode: "half-up", unitFen: fen(1) } as const;
const table = {
  brackets: [
    { upToFen: fen(100), rate: ratePpm(30_000), quickFen: fen(0) },
    { upToFen: null, rate: ratePpm(100_000), quickFen: fen(7) },
  ],
};

describe("taxByTable", () => {
  it.each([
    // Fen, rate in millionths, tax: an upper limit belongs to its bracket.
    [-5, 30_000, 0],
    [0, 30_000, 0],
    [16, 30_000, 0],
    [17, 30_000, 1],
    [100, 30_000, 3],
    [101, 100_000, 3],
    [105, 100_000, 4],
    [1000, 100_000, 93],
  ])("%i fen: rate %i, tax %i", (taxable, rate, tax) => {
    expect(taxByTable(table, fen(taxable), toTheFen)).toMatchObject({ rate, taxFen: tax });
  });

  it("compares and rounds parts of a fen exactly", () => {
    // 100.2 fen lie beyond the limit of 100: 10.02 − 7 is 3; 104.8 fen: 10.48 − 7 is 3; 105.0: 10.5 − 7 is 4.
    expect(taxByTable(table, { parts: 501, partsPerFen: 5 }, toTheFen).rate).toBe(100_000);
    expect(taxByTable(table, { parts: 524, partsPerFen: 5 }, toTheFen).taxFen).toBe(3);
    expect(taxByTable(table, { parts: 525, partsPerFen: 5 }, toTheFen).taxFen).toBe(4);
  });

  it("rounds to the unit of the rule", () => {
    const toTheYuan = { mode: "down", unitFen: fen(100) } as const;
    const flat = { brackets: [{ upToFen: null, rate: ratePpm(100_000), quickFen: fen(0) }] };
    expect(taxByTable(flat, fen(19_990), toTheYuan).taxFen).toBe(1900);
  });

  it("throws for a table that ends", () => {
    expect(() => taxByTable({ brackets: table.brackets.slice(0, 1) }, fen(101), toTheFen)).toThrow(
      RangeError,
    );
  });
});

describe("shareLess", () => {
  it("is exactly the share of the income less the deduction", () => {
    const anyShare = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.nat(1_000_000), anyShare, fc.nat(1_000_000), (income, share, deduction) => {
        const { parts, partsPerFen } = shareLess(fen(income), ratePpm(share), fen(deduction));
        const exact = BigInt(income) * BigInt(share) - BigInt(deduction) * 1_000_000n;
        expect(BigInt(parts) * 1_000_000n).toBe(exact * BigInt(partsPerFen));
      }),
    );
  });
});
