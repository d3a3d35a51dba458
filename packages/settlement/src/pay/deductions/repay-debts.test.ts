import { addMonthsToPeriod, fen, period, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import { debtOfAdvance, repayDebts, type DebtorMonth, type PayDebt, type Repayment } from "./repay-debts.js";

const where = { division: "360403" };
const january = period("2024-01");

/** Months from January 2024 on with a gross of 6,000 yuan and these net pays in yuan. */
function monthsOf(...nets: readonly number[]): readonly DebtorMonth[] {
  return nets.map((net, index) => ({
    month: addMonthsToPeriod(january, index),
    grossFen: yuan(6000),
    overtimeFen: yuan(0),
    netFen: yuan(net),
  }));
}

function debtOf(amount: number, changes: Partial<PayDebt> = {}): PayDebt {
  return { id: "D1", kind: "agreed", since: plainDate("2023-12-01"), amountFen: yuan(amount), ...changes };
}

const repaid = (months: readonly DebtorMonth[], debts: readonly PayDebt[]): Repayment =>
  repayDebts(months, debts, where, facts);

/** Paid out and still owed of each month, in yuan. */
const amountsOf = ({ months }: Repayment): readonly (readonly [number, number])[] =>
  months.map(({ payableFen, openFen }) => [payableFen / 100, openFen / 100]);

describe("repayDebts", () => {
  it("carries a month without enough pay to the next months and pays nothing meanwhile", () => {
    // 395.74 and 400 are missing; March brings 500, April the rest.
    const repayment = repaid(monthsOf(-395.74, -400, 500, 3000), []);
    expect(amountsOf(repayment)).toEqual([
      [0, 395.74],
      [0, 795.74],
      [0, 295.74],
      [2704.26, 0],
    ]);
    expect(repayment.months.map(({ carriedFen }) => carriedFen / 100)).toEqual([395.74, 400, 0, 0]);
    expect(repayment.months[2]?.taken.map(({ id, takenFen }) => [id, takenFen / 100])).toEqual([
      ["net-2024-01", 395.74],
      ["net-2024-02", 104.26],
    ]);
    expect(repayment.open).toEqual([]);
  });

  it("takes an advance back by its plan, and what one month could not give in the next", () => {
    const advance = {
      id: "A1",
      paidOn: plainDate("2023-12-20"),
      amountFen: yuan(1000),
      firstMonth: period("2024-02"),
      instalments: 3,
    };
    // 333.34 + 333.33 + 333.33 from February on; in March 100 are left to take.
    const repayment = repaid(monthsOf(3000, 3000, 100, 3000, 3000), [debtOfAdvance(advance)]);
    expect(amountsOf(repayment)).toEqual([
      [3000, 1000],
      [2666.66, 666.66],
      [0, 566.66],
      [2433.34, 0],
      [3000, 0],
    ]);
  });

  it("leaves what the months could not repay open, by debt", () => {
    const debts = [debtOf(800), debtOf(500, { id: "O1", kind: "court-order", keepFen: yuan(2000) })];
    const repayment = repaid(monthsOf(2300, 2300, 2300), debts);
    // The court leaves 2,000: 300 in January, 200 in February and then 100 for the other; in March its order
    // is met and keeps nothing back any more.
    expect(amountsOf(repayment)).toEqual([
      [2000, 1000],
      [2000, 700],
      [1600, 0],
    ]);
    const short = repaid(monthsOf(2300, 2300), debts);
    expect(short.open).toEqual([{ id: "D1", kind: "agreed", leftFen: yuan(700) }]);
  });

  it("does not take two debts of the same id and different kinds for one", () => {
    const debts = [debtOf(100), debtOf(300, { kind: "clawback" })];
    expect(amountsOf(repaid(monthsOf(1000), debts))).toEqual([[600, 0]]);
  });
});

const anyDebt = fc.record({
  id: fc.string({ minLength: 1, maxLength: 2 }),
  kind: fc.constantFrom("court-order", "clawback", "agreed" as const),
  since: fc.constant(plainDate("2023-12-01")),
  amountFen: fc.nat(1_000_000).map(fen),
  keepFen: fc.nat(300_000).map(fen),
});

describe("repayDebts over any months", () => {
  it("pays no more than the net pay, never less than nought, and accounts for every fen", () => {
    const anyMonths = fc.array(fc.integer({ min: -100_000, max: 800_000 }), { minLength: 1, maxLength: 12 });
    const anyDebts = fc.uniqueArray(anyDebt, { maxLength: 4, selector: ({ id }) => id });
    fc.assert(
      fc.property(anyMonths, anyDebts, (nets, debts) => {
        const repayment = repaid(monthsOf(...nets.map((net) => net / 100)), debts);
        const sum = (amounts: readonly number[]): number =>
          amounts.reduce((total, amount) => total + amount, 0);
        const paid = repayment.months.map(({ payableFen }) => payableFen);
        expect(paid.every((amount, index) => amount >= 0 && amount <= Math.max(0, nets[index] ?? 0))).toBe(
          true,
        );
        const owed = sum(debts.map(({ amountFen }) => amountFen));
        const open = sum(repayment.open.map(({ leftFen }) => leftFen));
        expect(sum(paid)).toBe(sum(nets) - owed + open);
        expect(repayment.months.at(-1)?.openFen).toBe(open);
      }),
      { numRuns: 500 },
    );
  });
});
