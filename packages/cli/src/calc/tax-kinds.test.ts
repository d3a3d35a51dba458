import { describe, expect, it } from "vitest";
import { ask, codesOf, repeated, wages, type Fields } from "./__fixtures__/ask.js";

describe("taxKinds", () => {
  it.each<readonly [Fields, Fields]>([
    // Interpretation of 国家税务总局公告2018年第61号.
    [
      { ...wages, months: repeated(3, { income: "30000.00", special: "4500", additional: "2000" }) },
      { taxByMonth: ["555.00", "625.00", "1850.00"] },
    ],
    [
      {
        ...wages,
        months: repeated(2, {
          income: "10000",
          exempt: "0.5",
          special: "1500",
          additional: "1000",
          other: "0.5",
        }),
      },
      { taxByMonth: ["74.97", "74.97"] },
    ],
    [{ ...wages, months: [{ income: "10000" }, { income: "-1000.00" }] }, { taxByMonth: ["150.00", "0.00"] }],
    [{ ...wages, months: [] }, { taxByMonth: [] }],
    // 公告2020年第13号 and 第19号.
    [
      { ...wages, year: 2020, startMonth: 7, mode: "first-wage-of-year", months: [{ income: "36000" }] },
      { taxByMonth: ["30.00"] },
    ],
    [
      {
        ...wages,
        year: 2021,
        mode: "sixty-thousand",
        months: repeated(12, { income: "8000", special: "2000" }),
      },
      { taxByMonth: [...repeated(10, {}).map(() => "0.00"), "180.00", "180.00"] },
    ],
    [
      {
        kind: "intern-withholding",
        year: 2024,
        months: [
          { month: 7, income: "10000" },
          { month: 9, income: "10000" },
        ],
      },
      {
        taxByMonth: [
          { month: 7, tax: "90.00" },
          { month: 9, tax: "90.00" },
        ],
      },
    ],
    [
      {
        kind: "platform-worker-withholding",
        year: 2026,
        months: [
          { month: 1, income: "60000" },
          { month: 3, income: "60000" },
        ],
      },
      {
        taxByMonth: [
          { month: 1, tax: "1780.00" },
          { month: 3, tax: "1780.00" },
        ],
      },
    ],
    [
      { kind: "labour-withholding", income: "2000" },
      { taxable: "1200.00", tax: "240.00" },
    ],
    [
      { kind: "labour-withholding", income: "30000" },
      { taxable: "24000.00", tax: "5200.00" },
    ],
    [
      { kind: "labour-withholding", income: "800" },
      { taxable: "0.00", tax: "0.00" },
    ],
    [
      { kind: "labour-withholding", income: "799.99" },
      { taxable: "0.00", tax: "0.00" },
    ],
    [
      { kind: "bonus-tax", bonus: "36000", date: "2024-01-31" },
      { rate: "0.03", quick: "0.00", tax: "1080.00" },
    ],
    [
      { kind: "bonus-tax", bonus: "36000.01", date: "2024-01-31" },
      { rate: "0.10", quick: "210.00", tax: "3390.00" },
    ],
    [
      { kind: "bonus-tax", bonus: "960000", date: "2027-12-31" },
      { rate: "0.35", quick: "7160.00", tax: "328840.00" },
    ],
    [
      { kind: "severance-tax", payment: "500000", cityAverageAnnual: "90000" },
      { taxable: "230000.00", tax: "29080.00" },
    ],
    [
      { kind: "severance-tax", payment: "270000", cityAverageAnnual: "90000" },
      { taxable: "0.00", tax: "0.00" },
    ],
  ])("%j is answered with %j", (question, answer) => {
    expect(ask(question)).toEqual({ ok: true, ...answer });
  });

  it.each<Fields>([
    { ...wages, year: 2018, months: [{ income: "1" }] },
    { ...wages, year: 2020, mode: "first-wage-of-year", months: [{ income: "1" }] },
    { ...wages, year: 2020, mode: "sixty-thousand", months: [{ income: "1" }] },
    { kind: "intern-withholding", year: 2020, months: [{ month: 6, income: "1" }] },
    { kind: "platform-worker-withholding", year: 2025, months: [{ month: 9, income: "1" }] },
    { kind: "bonus-tax", bonus: "1", date: "2028-01-01" },
  ])("%j is unknown", (question) => {
    const answer = ask(question);
    expect(answer.ok).toBe(false);
    expect(new Set(codesOf(answer).map(([code]) => code))).toEqual(new Set(["fact-unknown"]));
  });
});
