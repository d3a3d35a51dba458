import { fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corrected } from "../__fixtures__/corrected-month.js";
import { contractOf, statementOf, yuan } from "../__fixtures__/unit-month.js";
import { factsOfAllYears, monthIn, passedThrough5700 } from "../__fixtures__/year-2026.js";
import { correctStatement } from "../correction/correct-statement.js";
import type { UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { InvoiceDocument } from "./invoice.js";

const fee = { kind: "per-head", monthlyFen: yuan(100) } as const;
const contract = contractOf("C", fee);

/** A month with workers on so many yuan each, under a contract that takes 100 a head, tax included. */
function monthOn(
  month: string,
  pay: readonly number[],
  differences: Partial<typeof contract> = {},
): UnitMonth {
  const agreed = { ...contract, ...differences };
  const workers = pay.map((amount, index) =>
    passedThrough5700(agreed, `W${index}`, { pay: [{ kind: "basic", amountFen: yuan(amount) }] }),
  );
  return monthIn(month, workers, [agreed]);
}

function issued(month: UnitMonth): SettlementStatement {
  return statementOf(month, factsOfAllYears);
}

function correctedTo(earlier: SettlementStatement, month: UnitMonth): SettlementStatement {
  return corrected(earlier, month, {}, factsOfAllYears);
}

function shown({ kind, taxedFen, untaxedFen, vatFen, isRedLetter }: InvoiceDocument): unknown {
  return [kind, taxedFen / 100, untaxedFen / 100, vatFen / 100, isRedLetter === true];
}

function documentsOf({ invoices }: SettlementStatement): unknown {
  return invoices.map(({ tax }) => tax?.documents.map(shown) ?? null);
}

describe("invoices of a correction", () => {
  // Tax on 100.00 by the 5 % of the balance method is 4.76, on 200.00 9.52; by 6 % it is 5.66 and 11.32.
  it.each<readonly [string, UnitMonth, UnitMonth, unknown]>([
    [
      "more pay is invoiced on top, without tax",
      monthOn("2025-12", [5700]),
      monthOn("2025-12", [5900]),
      [[["ordinary", 0, 200, 0, false]]],
    ],
    [
      "less pay is reversed",
      monthOn("2025-12", [5700]),
      monthOn("2025-12", [5600]),
      [[["ordinary", 0, -100, 0, true]]],
    ],
    [
      "a worker who was left out brings pay and fee",
      monthOn("2025-12", [5700]),
      monthOn("2025-12", [5700, 5700]),
      [
        [
          ["special", 100, 0, 4.76, false],
          ["ordinary", 0, 5700, 0, false],
        ],
      ],
    ],
    [
      "what is more and what is less stand on two invoices",
      monthOn("2026-01", [5700, 100]),
      monthOn("2026-01", [5500, 100], { feeTerms: { kind: "per-head", monthlyFen: yuan(150) } }),
      [
        [
          [null, 0, -200, 0, true],
          // 16.98 on 300.00, 11.32 on 200.00.
          [null, 100, 0, 5.66, false],
        ],
      ],
    ],
    [
      "another method reverses everything and makes it out anew",
      monthOn("2025-12", [5700]),
      monthOn("2025-12", [5700], { vatMethod: "full" }),
      [
        [
          ["special", -100, 0, -4.76, true],
          ["ordinary", 0, -5700, 0, true],
        ],
        [["special", 5800, 0, 328.3]].map((row) => [...row, false]),
      ],
    ],
    [
      "another contract takes the place of the one that was invoiced",
      monthOn("2025-12", [5700]),
      monthOn("2025-12", [5700], { id: "D" }),
      [
        [
          ["special", -100, 0, -4.76, true],
          ["ordinary", 0, -5700, 0, true],
        ],
        [
          ["special", 100, 0, 4.76, false],
          ["ordinary", 0, 5700, 0, false],
        ],
      ],
    ],
  ])("%s", (_, before, now, documents) => {
    expect(documentsOf(correctedTo(issued(before), now))).toEqual(documents);
  });

  it("has a price without tax where no rule is established, and reverses it once one is", () => {
    const unknown = monthOn("2025-12", [5700], { mode: "outsourcing" });
    const known = monthOn("2025-12", [5700], { mode: "outsourcing", vatService: "agency" });
    const { invoices } = correctedTo(issued(unknown), known);
    expect(invoices.map(({ priceFen, tax }) => [priceFen, tax?.documents.map(shown) ?? null])).toEqual([
      [-580_000, null],
      [
        580_000,
        [
          ["special", 100, 0, 5.66, false],
          ["ordinary", 0, 5700, 0, false],
        ],
      ],
    ]);
  });

  it("has none where nothing differs, and no correction either", () => {
    const month = monthOn("2025-12", [5700]);
    expect(correctStatement(issued(month), month, factsOfAllYears)).toMatchObject({
      value: { kind: "unchanged" },
    });
  });

  const anyMonth = fc
    .record({
      pay: fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 4 }),
      monthlyFen: fc.nat(20_000),
      vatMethod: fc.constantFrom("balance", "full", undefined),
    })
    .map(({ pay, monthlyFen, vatMethod }) =>
      monthOn(
        "2025-12",
        pay.map((amount) => amount / 100),
        { feeTerms: { kind: "per-head", monthlyFen: fen(monthlyFen) }, vatMethod },
      ),
    );

  it("add up, with those before, to the invoices of the month settled once", () => {
    fc.assert(
      fc.property(fc.array(anyMonth, { minLength: 2, maxLength: 4 }), (months) => {
        const [first, ...others] = months.map((month) => ({ month, whole: issued(month) }));
        if (first === undefined) return;
        let last = first.whole;
        const all = [...last.invoices];
        for (const { month, whole } of others) {
          const outcome = correctStatement(last, month, factsOfAllYears);
          if (!outcome.ok) throw new Error("not corrected");
          if (outcome.value.kind === "corrected") {
            last = outcome.value.statement;
            all.push(...last.invoices);
          }
          expect(totalsOf(all)).toEqual(totalsOf(whole.invoices));
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Amounts by kind of invoice; what is reversed and made out anew cancels out. */
function totalsOf(invoices: SettlementStatement["invoices"]): Record<string, number> {
  const totals: Record<string, number> = {};
  const add = (name: string, amount: number): void => {
    totals[name] = (totals[name] ?? 0) + amount;
    if (totals[name] === 0) delete totals[name];
  };
  for (const { workers, priceFen, passedThroughFen, feeFen, tax } of invoices) {
    for (const [name, amount] of Object.entries({ workers, priceFen, passedThroughFen, feeFen }))
      add(name, amount);
    for (const { kind, taxedFen, untaxedFen, vatFen, isRedLetter } of tax?.documents ?? []) {
      for (const [name, amount] of Object.entries({ taxedFen, untaxedFen, vatFen })) {
        add(`${kind} ${name} by ${tax?.method}`, amount);
        expect(isRedLetter === true ? amount <= 0 : amount >= 0).toBe(true);
      }
    }
  }
  return totals;
}
