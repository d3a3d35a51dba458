import { fen, plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, yuanOf } from "../__fixtures__/fraction.js";
import { annualTax, naiveBonus } from "../__fixtures__/naive-payroll.js";
import { taxBonusApart, taxSeverance } from "./lump-sum-tax.js";

const facts = createFacts(jiujiangPacks);
const on = plainDate("2024-02-05");

describe("taxBonusApart", () => {
  it.each([
    // Bonus in yuan, rate in millionths, quick deduction and tax in yuan (财税〔2018〕164号, article 1).
    [0, 30_000, 0, 0],
    [1, 30_000, 0, 0.03],
    [24_000, 30_000, 0, 720],
    // The notches: one more fen puts the whole bonus into the next bracket.
    [36_000, 30_000, 0, 1080],
    [36_000.01, 100_000, 210, 3390],
    [36_001, 100_000, 210, 3390.1],
    [144_000, 100_000, 210, 14_190],
    [144_000.01, 200_000, 1410, 27_390],
    [300_000, 200_000, 1410, 58_590],
    [300_000.01, 250_000, 2660, 72_340],
    [420_000, 250_000, 2660, 102_340],
    [420_000.01, 300_000, 4410, 121_590],
    [660_000, 300_000, 4410, 193_590],
    [660_000.01, 350_000, 7160, 223_840],
    [960_000, 350_000, 7160, 328_840],
    [960_000.01, 450_000, 15_160, 416_840],
  ])("%d yuan: rate %i ppm, quick deduction %d, tax %d", (bonus, rate, quick, tax) => {
    const result = taxBonusApart(fen(Math.round(bonus * 100)), on, facts);
    const expected = { rate, quickFen: quick * 100, taxFen: Math.round(tax * 100) };
    expect(result.ok && result.value).toEqual(expected);
  });

  it("agrees to the fen with a second implementation", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120_000_000 }), (bonus) => {
        const result = taxBonusApart(fen(bonus), on, facts);
        expect(result.ok && result.value.taxFen).toBe(naiveBonus(bonus));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["2018-12-31", false],
    ["2019-01-01", true],
    ["2027-12-31", true],
    ["2028-01-01", false],
  ])("is open on %s: %s", (day, isOpen) => {
    expect(taxBonusApart(fen(100), plainDate(day), facts).ok).toBe(isOpen);
  });
});

describe("taxSeverance", () => {
  it.each([
    // Payment, local annual average, taxable and tax in yuan: three averages are exempt (财税〔2018〕164号, 5).
    [100_000, 90_000, 0, 0],
    [270_000, 90_000, 0, 0],
    [270_000.01, 90_000, 0.01, 0],
    [306_000, 90_000, 36_000, 1080],
    // No basic deduction and no division by years: (500,000 − 270,000) × 20 % − 16,920.
    [500_000, 90_000, 230_000, 29_080],
    [1_500_000, 90_000, 1_230_000, 371_580],
    [50_000, 0, 50_000, 2480],
  ])("%d yuan against an average of %d: taxed on %d, tax %d", (payment, average, taxable, tax) => {
    const result = taxSeverance(fen(Math.round(payment * 100)), fen(average * 100), on, facts);
    expect(result.ok && result.value).toEqual({
      taxableFen: Math.round(taxable * 100),
      taxFen: Math.round(tax * 100),
    });
  });

  it("agrees to the fen with a second implementation", () => {
    const anyPayment = fc.integer({ min: 0, max: 300_000_000 });
    const anyAverage = fc.integer({ min: 0, max: 20_000_000 });
    fc.assert(
      fc.property(anyPayment, anyAverage, (payment, average) => {
        const result = taxSeverance(fen(payment), fen(average), on, facts);
        const taxable = Math.max(0, payment - 3 * average);
        const taxFen = fenOf(annualTax(yuanOf(taxable)));
        expect(result.ok && result.value).toEqual({ taxableFen: taxable, taxFen });
      }),
    );
  });

  it("is not known before 2019", () => {
    expect(taxSeverance(fen(1), fen(1), plainDate("2018-12-31"), facts).ok).toBe(false);
  });
});
