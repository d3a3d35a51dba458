import { fen, period } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import {
  agentOf,
  asIssued,
  entryOf,
  historyOf,
  monthOfYear,
  oneChild,
  payOnly,
  replayed,
  wholeYear,
} from "../../__fixtures__/worker-year.js";
import { withholdWages } from "../../tax/wage-withholding.js";
import { correctionOf } from "./correction.js";
import type { HistoryMonth, WorkerHistory } from "../worker-history.js";

const september = { agentId: "U1", month: period("2023-09") };

describe("correctionOf", () => {
  it("has the late bases of seven months made up in September, month by month and side by side", () => {
    const issued = asIssued(historyOf(wholeYear(2023, (month) => entryOf(month, 3500)).slice(0, 8)));
    const correction = correctionOf(replayed(issued, "2023-08-31"), september);
    // 12.72 + 3.18 of the worker and 25.44 + 12.72 of the employer; from May on 0.80 each for unemployment.
    expect(correction.months.map(({ serviceMonth, ...parts }) => [serviceMonth, parts])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((month) => [
        monthOfYear(2023, month),
        month < 5
          ? { payFen: 0, employeeFen: yuan(15.9), employerFen: yuan(38.16) }
          : { payFen: 0, employeeFen: yuan(16.7), employerFen: yuan(38.96) },
      ]),
    );
    expect(correction).toMatchObject({
      ...september,
      payFen: 0,
      employeeFen: yuan(4 * 15.9 + 3 * 16.7),
      employerFen: yuan(4 * 38.16 + 3 * 38.96),
      incomeBeforeFen: yuan(8 * 3500),
      // Four months of 350, three of 367.50, and August on the new base: 292.72 + 73.18 + 18.30.
      specialDeductionsBeforeFen: yuan(4 * 350 + 3 * 367.5 + 384.2),
      taxWithheldBeforeFen: 0,
    });
  });

  it("has nothing to pay for a late raise of deductions: the next withholding makes it up by itself", () => {
    const additional = [oneChild];
    const months = wholeYear(2023, (month) => payOnly(month, 8000, { additional })).slice(0, 7);
    const late = replayed(asIssued(historyOf(months)), "2023-08-31");
    // 7 × (8,000 − 5,000 − 1,000) × 3 % were withheld.
    expect(correctionOf(late, september)).toMatchObject({
      months: [],
      payFen: 0,
      employeeFen: 0,
      taxWithheldBeforeFen: yuan(420),
    });
  });

  it("lists a month whose pay alone differs", () => {
    const issued = asIssued(historyOf([payOnly(period("2023-01"), 8000), payOnly(period("2023-02"), 8000)]));
    const raised = issued.months.map((entry, index) =>
      index === 0 ? { ...entry, pay: [{ amountFen: yuan(8100) }] } : entry,
    );
    const correction = correctionOf(replayed({ ...issued, months: raised }), september);
    expect(correction.months).toEqual([
      { serviceMonth: "2023-01", payFen: yuan(100), employeeFen: 0, employerFen: 0 },
    ]);
  });

  it("has no part in months from the correction on, nor at another agent", () => {
    const agents = [agentOf("U1"), agentOf("U2")];
    const months = [payOnly(period("2024-01"), 8000), payOnly(period("2024-01"), 6000, { agentId: "U2" })];
    const issued = asIssued(historyOf(months, { agents }));
    const raised = issued.months.map((entry) => ({
      ...entry,
      pay: [...entry.pay, { amountFen: yuan(100) }],
    }));
    const year = replayed({ ...issued, months: raised });
    const nothing = { months: [], payFen: 0, incomeBeforeFen: 0, taxWithheldBeforeFen: 0 };
    expect(correctionOf(year, { agentId: "U1", month: period("2024-01") })).toMatchObject(nothing);
    expect(correctionOf(year, { agentId: "U2", month: period("2024-02") })).toMatchObject({
      payFen: yuan(100),
      incomeBeforeFen: yuan(6000),
      // (6,000 − 5,000) × 3 % were withheld.
      taxWithheldBeforeFen: yuan(30),
    });
  });
});

/** The history with pay added to some of its months, by their place. */
function amended(history: WorkerHistory, amounts: readonly number[]): WorkerHistory {
  const months = history.months.map((entry, index): HistoryMonth => ({
    ...entry,
    pay: [...entry.pay, { amountFen: fen(amounts[index] ?? 0) }],
  }));
  return { ...history, months };
}

const wage = fc.integer({ min: 500_000, max: 4_000_000 });
const amounts = fc.array(fc.nat(500_000), { minLength: 6, maxLength: 6 });

describe("correctionOf over any year", () => {
  it("lands on the year's tax when pay that was owed is paid in a later month", () => {
    fc.assert(
      fc.property(wage, amounts, (monthly, owed) => {
        const months = wholeYear(2024, (month) => payOnly(month, monthly / 100)).slice(0, 7);
        const issued = asIssued(historyOf(months.slice(0, 6)));
        const late = replayed(amended(issued, owed));
        const correction = correctionOf(late, { agentId: "U1", month: period("2024-07") });
        const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
        expect(correction.payFen).toBe(total(owed));
        // July as it is paid, with the pay that is owed in it; and July as if each month had been right.
        const july = { incomeFen: fen(monthly + correction.payFen) };
        const before = months.slice(0, 6).map(() => ({ incomeFen: fen(monthly) }));
        const wages = { year: 2024, startMonth: 1, mode: "months-at-unit" } as const;
        const paid = withholdWages({ ...wages, months: [...before, july] }, facts);
        const right = replayed(amended(historyOf(months), owed)).months;
        if (!paid.ok) throw new Error("unknown");
        expect(paid.value.slice(0, 6).reduce((sum, { taxFen }) => sum + taxFen, 0)).toBe(
          correction.taxWithheldBeforeFen,
        );
        expect(total(paid.value.map(({ taxFen }) => taxFen))).toBe(
          total(right.map(({ withholding }) => withholding.taxFen)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("adds up, amendment after amendment, to what the last history comes to at once", () => {
    fc.assert(
      fc.property(wage, fc.array(amounts, { minLength: 1, maxLength: 3 }), (monthly, steps) => {
        let history = asIssued(
          historyOf(wholeYear(2024, (month) => entryOf(month, monthly / 100)).slice(0, 6)),
        );
        const sums = new Map<string, number>();
        const issuedFirst = history.months.map(({ issued }) => issued);
        for (const step of steps) {
          history = amended(history, step);
          const { months, differences } = replayed(history);
          for (const { month, item, differenceFen } of differences) {
            sums.set(`${month} ${item}`, (sums.get(`${month} ${item}`) ?? 0) + differenceFen);
          }
          history = {
            ...history,
            months: history.months.map((entry, index) => ({ ...entry, issued: months[index] })),
          };
        }
        const atOnce = replayed({
          ...history,
          months: history.months.map((entry, index) => ({ ...entry, issued: issuedFirst[index] })),
        });
        const expected = atOnce.differences.map(({ month, item, differenceFen }) => [
          `${month} ${item}`,
          differenceFen,
        ]);
        expect(Object.fromEntries([...sums].filter(([, sum]) => sum !== 0))).toEqual(
          Object.fromEntries(expected),
        );
      }),
      { numRuns: 40 },
    );
  });
});
