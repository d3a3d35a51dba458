import { fen, plainDate, type ServiceOrder } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraction, isAtMost, minus, times } from "../__fixtures__/fraction.js";
import { contracts, manyLines, monthOf, statementOf, yuan } from "../__fixtures__/unit-month.js";
import { workOut } from "../__fixtures__/worked-formula.js";
import type { LineInput } from "../statement/statement-input.js";
import { createExplainer, lineItems, occasionalLineItems } from "./explain.js";

const amount = (max: number) => fc.integer({ min: 0, max });

/** A line of any kind with any amounts. */
const anyLine = fc.record({
  kind: fc.constantFrom(...manyLines),
  pay: fc.integer({ min: -50_000, max: 4_000_000 }),
  wage: fc.oneof(fc.constant(0), amount(3_000_000)),
  fundPercent: amount(12),
  additional: amount(2_000_000),
  incomeBefore: amount(30_000_000),
  withheldBefore: amount(3_000_000),
  isServed: fc.boolean(),
});

function monthOfAny(drafts: readonly (typeof anyLine extends fc.Arbitrary<infer Draft> ? Draft : never)[]) {
  const workers = drafts.map((draft, index): LineInput => ({
    ...draft.kind,
    workerId: `R${index}`,
    pay: [{ kind: "basic", amountFen: fen(draft.pay) }],
    contributionWageFen: fen(draft.wage),
    housingFundRate: (draft.fundPercent * 10_000) as LineInput["housingFundRate"],
    additionalDeductionsFen: fen(draft.additional),
    incomeBeforeFen: fen(draft.incomeBefore),
    taxWithheldBeforeFen: fen(draft.withheldBefore),
  }));
  const served = workers.filter((_, index) => drafts[index]?.isServed).map(({ workerId }) => workerId);
  const order: ServiceOrder = {
    id: "O-1",
    unitId: "U1",
    agencyId: "general",
    signedOn: plainDate("2024-01-01"),
    expiresOn: plainDate("2024-12-31"),
    feeTerms: { kind: "fixed", monthlyFen: yuan(100) },
    vatIncluded: true,
    services: ["薪酬核算"],
    workerIds: served,
  };
  return monthOf(workers, Object.values(contracts), served.length === 0 ? {} : { serviceOrders: [order] });
}

describe("the explanation of any line", () => {
  it("works out to the line: to the fen, and a share of a fee to less than a fen", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (drafts) => {
        const statement = statementOf(monthOfAny(drafts));
        const explain = createExplainer(statement);
        for (const { workerId } of statement.lines) {
          for (const item of [...lineItems, ...occasionalLineItems]) {
            const told = explain(workerId, item);
            if (told === undefined) {
              expect(occasionalLineItems).toContain(item);
              continue;
            }
            if (told.resultFen === null) {
              expect([item, told.formula]).toEqual([item, ""]);
              continue;
            }
            const off = minus(times(workOut(told.formula), fraction(100)), fraction(told.resultFen));
            const isShare = item === "agency-fee" || item === "vat" || item === "services";
            const squared = times(off, off);
            const isRight = isShare ? !isAtMost(fraction(1), squared) : isAtMost(squared, fraction(0));
            expect([item, told.formula, told.resultFen, isRight]).toEqual([
              item,
              told.formula,
              told.resultFen,
              true,
            ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
