import { describe, expect, it } from "vitest";
import { ask, codesOf, repeated, wages, type Fields } from "./__fixtures__/ask.js";

/** 浔阳区 in March 2024: minimum wage 1,730 yuan. */
const paid = { kind: "deductions", division: "360403", date: "2024-03-31", gross: "4000", net: "3500" };
const order = { id: "O1", kind: "court-order", since: "2024-02-01", due: "1500" };
const joined = {
  kind: "partial-month",
  month: "2024-03",
  monthWage: "4350",
  employed: [{ from: "2024-03-18" }],
};

describe("payKinds", () => {
  it.each<readonly [Fields, Fields]>([
    // 劳社部发〔2008〕3号: 10 of 21.75 days at 200; 14 of 31 days.
    [
      { ...joined, convention: "paid-days" },
      { convention: "paid-days", paidDays: 10, wholeDays: 21.75, dayWage: "200.00", pay: "2000.00" },
    ],
    [
      { ...joined, convention: "calendar-days", unpaidDays: "0.5" },
      { convention: "calendar-days", paidDays: 13.5, wholeDays: 31, dayWage: "140.32", pay: "1894.35" },
    ],
    [
      { ...joined, convention: "paid-days", paidDays: ["2024-03-18", "2024-03-19", "2024-03-01"] },
      { convention: "paid-days", paidDays: 2, wholeDays: 21.75, dayWage: "200.00", pay: "400.00" },
    ],
    [
      {
        kind: "back-pay",
        taxMonth: "2024-02",
        months: [
          { serviceMonth: "2023-12", paid: "4000", due: "4300" },
          { serviceMonth: "2024-01", paid: "4000", due: "3900" },
        ],
      },
      {
        taxMonth: "2024-02",
        amount: "200.00",
        earlierYears: "300.00",
        items: [
          { serviceMonth: "2023-12", kind: "back-pay", amount: "300.00" },
          { serviceMonth: "2024-01", kind: "clawback", amount: "-100.00" },
        ],
      },
    ],
    // 9,000 − t − 0.03 × (4,000 − t) is left of 10,000 less 1,000 in a first month.
    [
      {
        kind: "clawback",
        amount: "1000",
        keep: "0",
        gross: "10000",
        special: "1000",
        date: "2024-01-31",
        monthsAtAgent: 1,
      },
      { taken: "1000.00", left: "0.00", tax: "90.00", net: "7910.00" },
    ],
    // The same in February on top of a January alike, of which 120 were withheld.
    [
      {
        kind: "clawback",
        amount: "1000",
        keep: "0",
        gross: "10000",
        special: "1000",
        date: "2024-02-29",
        monthsAtAgent: 2,
        incomeBefore: "10000",
        specialBefore: "1000",
        withheldBefore: "120",
        additional: "1000",
      },
      // 19,000 − 2,000 − 1,000 − 10,000 = 6,000 × 3 % − 120.
      { taken: "1000.00", left: "0.00", tax: "60.00", net: "7940.00" },
    ],
    [
      { ...paid, claims: [{ ...order, keep: "2000" }] },
      {
        taken: [{ id: "O1", kind: "court-order", taken: "1500.00", left: "0.00", limit: null }],
        payable: "2000.00",
        carried: "0.00",
      },
    ],
    [
      { ...paid, net: "-395.74", claims: [] },
      { taken: [], payable: "0.00", carried: "395.74" },
    ],
    [
      { kind: "wage-advance", amount: "1000", firstMonth: "2024-12", instalments: 3 },
      {
        instalments: [
          { month: "2024-12", amount: "333.34" },
          { month: "2025-01", amount: "333.33" },
          { month: "2025-02", amount: "333.33" },
        ],
      },
    ],
    [
      {
        kind: "repayment",
        division: "360403",
        months: [
          { month: "2024-03", gross: "0", net: "-420" },
          { month: "2024-04", gross: "4000", net: "3580" },
        ],
        debts: [
          {
            id: "A1",
            kind: "wage-advance",
            since: "2024-02-01",
            amount: "200",
            instalments: [
              { month: "2024-04", amount: "100" },
              { month: "2024-05", amount: "100" },
            ],
          },
        ],
      },
      {
        months: [
          {
            month: "2024-03",
            payable: "0.00",
            carried: "420.00",
            open: "620.00",
            taken: [{ id: "A1", kind: "wage-advance", taken: "0.00", left: "0.00", limit: null }],
          },
          {
            month: "2024-04",
            payable: "3060.00",
            carried: "0.00",
            open: "100.00",
            taken: [
              { id: "net-2024-03", kind: "carried-net", taken: "420.00", left: "0.00", limit: null },
              { id: "A1", kind: "wage-advance", taken: "100.00", left: "0.00", limit: null },
            ],
          },
        ],
        open: [{ id: "A1", kind: "wage-advance", left: "100.00" }],
      },
    ],
    // (96,000 − 60,000) × 3 % = 1,080 a year; 37,000 apart: × 10 % − 210; merged: 73,000 × 10 % − 2,520.
    [
      {
        ...wages,
        year: 2024,
        kind: "bonus-choice",
        months: repeated(12, { income: "8000" }),
        bonus: "37000",
        date: "2024-01-25",
      },
      {
        apart: { bonusTax: "3490.00", yearTax: "4570.00" },
        merged: { bonusTax: "3700.00", yearTax: "4780.00" },
        better: "apart",
        taken: "apart",
        trap: { above: "36000.00", upTo: "38566.66", loss: "2309.99" },
      },
    ],
    [
      {
        ...wages,
        year: 2024,
        kind: "bonus-choice",
        months: [{ income: "10000" }],
        bonus: "36000",
        date: "2024-01-25",
      },
      {
        // The year: 60,000 × 10 % − 2,520 and 1,080 apart; 96,000 × 10 % − 2,520. January: 41,000 × 10 % −
        // 2,520 instead of 5,000 × 3 %.
        assumedMonths: 11,
        apart: { bonusTax: "1080.00", yearTax: "4560.00" },
        merged: { bonusTax: "1430.00", yearTax: "7080.00" },
        better: "apart",
        taken: "apart",
        trap: null,
        issues: [expect.objectContaining({ code: "bonus-year-incomplete" })],
      },
    ],
    [
      {
        ...wages,
        year: 2024,
        kind: "bonus-choice",
        months: repeated(12, { income: "3000" }),
        bonus: "36000",
        date: "2024-12-25",
        choice: "merged",
        apartUsed: true,
      },
      {
        apart: null,
        // 72,000 − 60,000 = 12,000 × 3 %.
        merged: { bonusTax: "360.00", yearTax: "360.00" },
        better: "merged",
        taken: "merged",
        trap: null,
      },
    ],
  ])("%j is answered with %j", (question, answer) => {
    expect(ask(question)).toEqual({ ok: true, ...answer });
  });

  it("answers the largest questions with the largest amounts", () => {
    const largest = "100000000000";
    const months = repeated(200, { month: "2024-03", gross: largest, net: `-${largest}` });
    const debts = repeated(200, { id: "D", kind: "agreed", since: "2024-02-01", amount: largest });
    const clawback = { kind: "clawback", amount: largest, keep: largest, gross: largest, special: largest };
    const before = {
      incomeBefore: largest,
      specialBefore: largest,
      withheldBefore: largest,
      additional: largest,
    };
    const served = repeated(200, { serviceMonth: "2023-03", paid: "0", due: largest });
    for (const question of [
      { ...joined, convention: "paid-days", monthWage: largest },
      { kind: "back-pay", taxMonth: "2024-03", months: served },
      { ...clawback, ...before, date: "2024-12-31", monthsAtAgent: 12 },
      { ...paid, gross: largest, net: largest, claims: repeated(200, { ...order, due: largest }) },
      { kind: "wage-advance", amount: largest, firstMonth: "2199-12", instalments: 200 },
      { kind: "repayment", division: "360403", months, debts },
      {
        ...wages,
        kind: "bonus-choice",
        months: repeated(12, { income: largest }),
        bonus: largest,
        date: "2019-01-25",
      },
    ]) {
      expect([question.kind, ask(question).ok]).toEqual([question.kind, true]);
    }
  });

  it("lists the traps of a bonus taxed apart", () => {
    const { traps } = ask({ kind: "bonus-traps", date: "2024-01-25" });
    expect((traps as readonly Fields[]).map(({ above }) => above)).toEqual([
      "36000.00",
      "144000.00",
      "300000.00",
      "420000.00",
      "660000.00",
      "960000.00",
    ]);
  });

  it.each<readonly [Fields, boolean, readonly string[]]>([
    [{ ...joined, convention: "paid-days", unpaidDays: 11 }, false, ["unpaid-days-wrong"]],
    [{ ...joined, convention: "paid-days", unpaidDays: 0.125 }, false, ["schema-invalid"]],
    [
      { ...joined, convention: "paid-days", employed: [{ from: "2024-03-18", to: "2024-03-17" }] },
      false,
      ["employment-dates-wrong"],
    ],
    [
      {
        kind: "clawback",
        amount: "1",
        keep: "0",
        gross: "1",
        special: "0",
        date: "2018-12-31",
        monthsAtAgent: 1,
      },
      false,
      ["fact-unknown", "fact-unknown", "fact-unknown"],
    ],
    [
      {
        kind: "clawback",
        amount: "2000",
        keep: "3000",
        gross: "4000",
        special: "0",
        date: "2024-01-31",
        monthsAtAgent: 1,
      },
      true,
      ["deduction-carried"],
    ],
    [{ ...paid, claims: [order] }, true, ["court-order-floor-unknown"]],
    [{ ...paid, claims: [{ ...order, kind: "fine" }] }, false, ["schema-invalid"]],
    [{ ...paid, date: "2025-03-31", claims: [{ ...order, kind: "damage" }] }, true, ["damage-floor-unknown"]],
    [{ kind: "wage-advance", amount: "1", firstMonth: "2024-12", instalments: 0 }, false, ["schema-invalid"]],
    [
      { ...wages, kind: "bonus-choice", months: [{ income: "1" }], bonus: "1", date: "2019-01-25" },
      true,
      ["bonus-year-incomplete"],
    ],
    [
      { ...wages, kind: "bonus-choice", months: [{ income: "1" }], bonus: "1", date: "2019-02-25" },
      false,
      ["bonus-month-missing"],
    ],
    [{ kind: "bonus-traps", date: "2028-01-01" }, false, ["fact-unknown"]],
  ])("%j: answered %s, with %j", (question, isOk, codes) => {
    const answer = ask(question);
    expect([answer.ok, codesOf(answer).map(([code]) => code)]).toEqual([isOk, codes]);
  });
});
