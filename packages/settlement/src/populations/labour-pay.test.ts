import { fen, plainDate, sumFen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naiveMonthPay, naivePiecePay, naiveTimedPay } from "../__fixtures__/naive-populations.js";
import { facts } from "../__fixtures__/unit-month.js";
import { labourPay, type LabourPay, type PayTerms, type WorkDone } from "./labour-pay.js";

const law = { on: plainDate("2024-03-31") };

function payOf(terms: PayTerms, work: WorkDone): LabourPay | readonly string[] {
  const pay = labourPay(terms, work, law, facts);
  return pay.ok ? pay.value : pay.issues.map(({ code }) => code);
}

function amountOf(terms: PayTerms, work: WorkDone): number {
  const pay = labourPay(terms, work, law, facts);
  return pay.ok ? pay.value.payFen : NaN;
}

const bricks = { item: "砌砖", priceFen: fen(35_000), perUnits: 1000 };
const plaster = { item: "抹灰（平方米）", priceFen: fen(1850), perUnits: 1 };
const month = { kind: "month", monthFen: fen(435_000), convention: "paid-days" } as const;

describe("labourPay", () => {
  it.each<readonly [string, PayTerms, WorkDone, number]>([
    ["23.5 days at 220.00", { kind: "day", dayFen: fen(22_000) }, { attendedCentidays: 2350 }, 517_000],
    ["no day", { kind: "day", dayFen: fen(22_000) }, { attendedCentidays: 0 }, 0],
    // 333.33 × 0.33 = 109.9989
    ["a third of a day", { kind: "day", dayFen: fen(33_333) }, { attendedCentidays: 33 }, 11_000],
    // 0.01 × 0.50 = 0.005: the half fen goes up.
    ["half a fen", { kind: "day", dayFen: fen(1) }, { attendedCentidays: 50 }, 1],
    [
      "186.25 hours at 27.50",
      { kind: "hour", hourFen: fen(2750) },
      { attendedCentidays: 2400, centihours: 18_625 },
      512_188, // 5,121.875
    ],
    [
      "12,345 bricks at 350.00 a thousand, 86.4 m² of plaster at 18.50",
      { kind: "piece", prices: [bricks, plaster] },
      {
        attendedCentidays: 2000,
        quantities: [
          { item: "砌砖", milliunits: 12_345_000 },
          { item: "抹灰（平方米）", milliunits: 86_400 },
        ],
      },
      591_915, // 4,320.75 + 1,598.40
    ],
    ["every day of a month", month, { attendedCentidays: 2600, scheduledCentidays: 2600 }, 435_000],
    ["more days than asked for", month, { attendedCentidays: 2700, scheduledCentidays: 2600 }, 435_000],
    // 4,350 ÷ 21.75 = 200 a day.
    ["20 days of 21, by days", month, { attendedCentidays: 2000, scheduledCentidays: 2100 }, 400_000],
    [
      "20 days of 21, by days missed",
      { ...month, convention: "paid-days-missed" },
      { attendedCentidays: 2000, scheduledCentidays: 2100 },
      415_000,
    ],
    // 22.5 days of 26 are more than 21.75 and not more than the month.
    ["22.5 days of 26, by days", month, { attendedCentidays: 2250, scheduledCentidays: 2600 }, 435_000],
    [
      "2 days of 26, by days missed: the days missed are more than the month has",
      { ...month, convention: "paid-days-missed" },
      { attendedCentidays: 200, scheduledCentidays: 2600 },
      0,
    ],
  ])("pays %s", (_, terms, work, expected) => {
    expect(amountOf(terms, work)).toBe(expected);
  });

  it.each<readonly [string, PayTerms, WorkDone, readonly string[]]>([
    [
      "hours that are missing",
      { kind: "hour", hourFen: fen(1) },
      { attendedCentidays: 1 },
      ["work-figure-missing"],
    ],
    ["scheduled days that are missing", month, { attendedCentidays: 1 }, ["work-figure-missing"]],
    [
      "quantities that are missing",
      { kind: "piece", prices: [bricks] },
      { attendedCentidays: 1 },
      ["work-figure-missing"],
    ],
    [
      "negative attendance",
      { kind: "day", dayFen: fen(1) },
      { attendedCentidays: -1 },
      ["work-figure-missing"],
    ],
    [
      "a fraction of a hundredth",
      { kind: "day", dayFen: fen(1) },
      { attendedCentidays: 0.5 },
      ["work-figure-missing"],
    ],
    [
      "a piece without a price, one with two, and a quantity below nought, all at once",
      { kind: "piece", prices: [bricks, bricks] },
      {
        attendedCentidays: 1,
        quantities: [
          { item: "吊顶", milliunits: 1 },
          { item: "砌砖", milliunits: -1 },
        ],
      },
      ["piece-price-repeated", "piece-price-missing", "work-figure-missing"],
    ],
    [
      "a price of no pieces",
      { kind: "piece", prices: [{ ...bricks, perUnits: 0 }] },
      { attendedCentidays: 1, quantities: [{ item: "砌砖", milliunits: 1 }] },
      ["piece-price-missing"],
    ],
  ])("refuses %s", (_, terms, work, codes) => {
    expect(payOf(terms, work)).toEqual(codes);
  });

  it("does not know the paid days of a month before 2008", () => {
    const part = { attendedCentidays: 100, scheduledCentidays: 2000 };
    const pay = labourPay(month, part, { on: plainDate("2007-12-31") }, facts);
    expect(pay.issues.map(({ code }) => code)).toEqual(["fact-unknown"]);
  });

  it("shows each item with the way it came about", () => {
    const work = { attendedCentidays: 2000, quantities: [{ item: "砌砖", milliunits: 12_345_000 }] };
    expect(payOf({ kind: "piece", prices: [bricks] }, work)).toEqual({
      kind: "piece",
      items: [{ item: "砌砖", formula: "round(350.00 × 12345 ÷ 1000, 0.01)", amountFen: 432_075 }],
      payFen: 432_075,
    });
    expect(payOf(month, { attendedCentidays: 2000, scheduledCentidays: 2100 })).toEqual({
      kind: "month",
      items: [{ item: "month", formula: "round(4350.00 × 20 ÷ 21.75, 0.01)", amountFen: 400_000 }],
      payFen: 400_000,
    });
  });
});

const anyPrice = fc.integer({ min: 0, max: 5_000_000 });

describe("labourPay against a second implementation", () => {
  it("pays days and hours to the same fen", () => {
    fc.assert(
      fc.property(anyPrice, fc.nat(40_000), (price, count) => {
        const expected = naiveTimedPay(price, count);
        expect(amountOf({ kind: "day", dayFen: fen(price) }, { attendedCentidays: count })).toBe(expected);
        const hours = { attendedCentidays: 100, centihours: count };
        expect(amountOf({ kind: "hour", hourFen: fen(price) }, hours)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("pays pieces to the same fen, and the items add up to the pay", () => {
    const anyPiece = fc.record({
      priceFen: anyPrice,
      perUnits: fc.integer({ min: 1, max: 10_000 }),
      thousandths: fc.nat(100_000_000),
    });
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 6 }), (pieces) => {
        const prices = pieces.map(({ priceFen, perUnits }, index) => ({
          item: `P${index}`,
          priceFen: fen(priceFen),
          perUnits,
        }));
        const quantities = pieces.map(({ thousandths }, index) => ({
          item: `P${index}`,
          milliunits: thousandths,
        }));
        const pay = labourPay({ kind: "piece", prices }, { attendedCentidays: 0, quantities }, law, facts);
        if (!pay.ok) throw new Error("not reckoned");
        expect(pay.value.payFen).toBe(naivePiecePay(pieces));
        expect(sumFen(pay.value.items.map(({ amountFen }) => amountFen))).toBe(pay.value.payFen);
      }),
      { numRuns: 1000 },
    );
  });

  it("pays parts of a month to the same fen, never more than the month and never less than nothing", () => {
    const anyConvention = fc.constantFrom("paid-days", "paid-days-missed");
    const anyDays = fc.nat(3100);
    fc.assert(
      fc.property(anyPrice, anyDays, anyDays, anyConvention, (price, attended, scheduled, convention) => {
        const terms = { kind: "month", monthFen: fen(price), convention } as const;
        const pay = amountOf(terms, { attendedCentidays: attended, scheduledCentidays: scheduled });
        expect(pay).toBe(naiveMonthPay(price, attended, scheduled, convention));
        expect(pay).toBeGreaterThanOrEqual(0);
        expect(pay).toBeLessThanOrEqual(price);
      }),
      { numRuns: 1000 },
    );
  });
});
