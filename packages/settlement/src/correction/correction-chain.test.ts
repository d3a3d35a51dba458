import { fen, sumFen, type Fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contracts,
  facts,
  lineOf,
  monthOf,
  statementOf,
  suppliedBy,
  termOf,
} from "../__fixtures__/unit-month.js";
import type { LineInput, UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { verifyStatement } from "../statement/verify.js";
import { correctStatement } from "./correct-statement.js";

const { perHead, tiered, rate } = contracts;

/** One version of a month as it was reported at some time: who works, for how much, paid to whom. */
const reported = fc.record({
  present: fc.boolean(),
  grossFen: fc.integer({ min: 0, max: 3_000_000 }),
  wageFen: fc.integer({ min: 0, max: 1_000_000 }),
  hasAccount: fc.boolean(),
  courtOrderFen: fc.constantFrom(0, 0, 50_000),
  through: fc.constantFrom("card", "card", "head", "tiered", "rate"),
});
type Reported = typeof reported extends fc.Arbitrary<infer Value> ? Value : never;

function lineFrom(workerId: string, given: Reported): LineInput {
  const differences: Partial<LineInput> = {
    pay: [{ kind: "basic", amountFen: fen(given.grossFen) }],
    contributionWageFen: fen(given.wageFen),
    hasAccount: given.hasAccount,
    otherDeductions:
      given.courtOrderFen === 0 ? [] : [{ kind: "court-order", amountFen: fen(given.courtOrderFen) }],
  };
  switch (given.through) {
    case "card":
      return lineOf(workerId, differences);
    case "head":
      return suppliedBy(perHead, workerId, differences);
    case "tiered":
      return suppliedBy(tiered, workerId, differences);
    case "rate":
      return suppliedBy(rate, workerId, differences);
  }
}

function monthFrom(versions: readonly Reported[]): UnitMonth {
  const workers = versions.flatMap((given, index) => (given.present ? [lineFrom(`W${index}`, given)] : []));
  return monthOf(workers, [perHead, tiered, rate]);
}

const history = fc.array(fc.array(reported, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 });

/** The statements that were issued while a month was reported in several versions. */
function issuedFor(
  months: readonly UnitMonth[],
  receivedFen: readonly Fen[],
): readonly SettlementStatement[] {
  const [first, ...later] = months;
  if (first === undefined) return [];
  const statements = [statementOf({ ...first, receivedFen: receivedFen[0] ?? fen(0) })];
  for (const [index, month] of later.entries()) {
    const earlier = statements.at(-1);
    if (earlier === undefined) break;
    const outcome = correctStatement(earlier, month, facts, { receivedFen: receivedFen[index + 1] });
    if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message.en).join("\n"));
    if (outcome.value.kind === "corrected") statements.push(outcome.value.statement);
  }
  return statements;
}

/** What a payee was instructed to get by all statements together. */
function paidTo(statements: readonly SettlementStatement[], payee: string): Fen {
  const payments = statements.flatMap((statement) => statement.disbursements);
  return sumFen(
    payments.filter((one) => JSON.stringify(one.payee) === payee).map(({ amountFen }) => amountFen),
  );
}

function overpaidTo(last: SettlementStatement, payee: string): Fen {
  const settlements = last.correction?.settlements ?? [];
  const isWorker = payee === '{"kind":"workers"}';
  const own = settlements.filter((one) =>
    isWorker ? one.payee.kind === "worker" : JSON.stringify(one.payee) === payee,
  );
  return sumFen(own.map(({ overpaidFen }) => overpaidFen));
}

describe("a month that is settled in several corrections", () => {
  it("has the lines and totals of the month settled once", () => {
    fc.assert(
      fc.property(history, (versions) => {
        const months = versions.map(monthFrom);
        const once = statementOf(months.at(-1) ?? monthOf([]));
        const last = issuedFor(months, []).at(-1);
        const figures = (statement: SettlementStatement | undefined): unknown =>
          statement?.lines.map(({ payment: _, ...line }) => line);
        expect(figures(last)).toEqual(figures(once));
        expect([last?.totals, last?.fees, last?.costChange]).toEqual([
          once.totals,
          once.fees,
          once.costChange,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it("has paid each payee what settling once pays, and what it says was too much", () => {
    fc.assert(
      fc.property(history, (versions) => {
        const months = versions.map(monthFrom);
        const once = statementOf(months.at(-1) ?? monthOf([]));
        const statements = issuedFor(months, []);
        const last = statements.at(-1) ?? once;
        const payees = new Set(
          [once, ...statements].flatMap((one) => one.disbursements.map(({ payee }) => JSON.stringify(payee))),
        );
        const heldBack =
          sumFen(last.held.map(({ amountFen }) => amountFen)) -
          sumFen(once.held.map(({ amountFen }) => amountFen));
        for (const payee of payees) {
          // Held pay is due and not paid, whether it is held now or would be if the month were settled once.
          const open = payee === '{"kind":"workers"}' ? heldBack : 0;
          expect(paidTo(statements, payee)).toBe(paidTo([once], payee) + overpaidTo(last, payee) - open);
        }
        for (const { amountFen } of statements.flatMap((one) => one.disbursements)) {
          expect(amountFen).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has charged what settling once charges, and what was laid out beyond it; the balance goes through", () => {
    const receipts = fc.array(fc.integer({ min: 0, max: 5_000_000 }).map(fen), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(history, receipts, (versions, received) => {
        const months = versions.map(monthFrom);
        const once = statementOf(months.at(-1) ?? monthOf([]));
        const statements = issuedFor(months, received);
        const last = statements.at(-1) ?? once;
        const overpaid = sumFen((last.correction?.settlements ?? []).map(({ overpaidFen }) => overpaidFen));
        const charged = sumFen(statements.map(({ funding }) => funding.chargedFen));
        expect(charged).toBe(once.funding.chargedFen + overpaid);
        for (const [index, { funding }] of statements.entries()) {
          const { previousBalanceFen, chargedFen, receivedFen, stillDueFen } = funding;
          expect(previousBalanceFen + chargedFen - receivedFen).toBe(stillDueFen);
          if (index > 0) expect(previousBalanceFen).toBe(statements[index - 1]?.funding.stillDueFen);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keeps money in equal to money out in every statement, each figure with its causes, and verifies", () => {
    fc.assert(
      fc.property(history, (versions) => {
        const statements = issuedFor(versions.map(monthFrom), []);
        for (const [index, statement] of statements.entries()) {
          expect(termOf(statement, "conservation")).toEqual(["holds", []]);
          const items = (statement.correction?.lines ?? []).flatMap((line) => line.items);
          expect(items.filter(({ causes }) => causes.length === 0)).toEqual([]);
          for (const settlement of statement.correction?.settlements ?? []) {
            const { dueFen, overpaidFen, paidBeforeFen, paidNowFen, heldFen } = settlement;
            expect(dueFen + overpaidFen).toBe(paidBeforeFen + paidNowFen + heldFen);
          }
          const found = verifyStatement(statement, statements.slice(0, index));
          expect(found.ok && [found.value.digestMatches, found.value.differences]).toEqual([true, []]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
