import { costCauses, period, sumCosts, type CostVector } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { accountOf, statementsFrom } from "../__fixtures__/migrated-unit.js";
import { contracts, lineOf, manyKinds, statementOf, suppliedBy, yuan } from "../__fixtures__/unit-month.js";
import { migrationAccount } from "./migration-account.js";

const { perHead, old, successor } = contracts;

function withoutNoughts(cost: CostVector): CostVector {
  return Object.fromEntries(Object.entries(cost).filter(([, amount]) => amount !== 0));
}

describe("the account of each worker", () => {
  it("adds up to that of the unit, cause by cause and component by component", () => {
    const statement = statementOf(manyKinds);
    const { units, workers } = migrationAccount([statement]);
    for (const cause of costCauses) {
      const together = sumCosts(workers.map(({ parts }) => parts[cause]));
      expect(withoutNoughts(together)).toEqual(withoutNoughts(units[0]?.parts[cause] ?? {}));
    }
    const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
    expect(sum(workers.map(({ beforeFen }) => beforeFen))).toBe(statement.costChange.beforeFen);
    expect(sum(workers.map(({ afterFen }) => afterFen))).toBe(statement.costChange.afterFen);
  });

  it("puts each worker's change down to its cause, month by month and in all", () => {
    const raised = lineOf("W1", { pay: [{ kind: "basic", amountFen: yuan(4100) }] });
    const moved = suppliedBy(successor, "W2", { branch: "2B", contractId: old.id });
    const kept = suppliedBy(perHead, "W3");
    const statements = statementsFrom(period("2024-03"), 3, () => ({
      workers: [raised, moved, kept],
      contracts: [perHead, old, successor],
    }));
    const [first, second, third] = accountOf(statements).workers;
    // 100.00 more of pay, the declared wage being the same; a fee of 70.00 instead of 60.00; nothing.
    expect(first?.months.map(({ parts }) => parts["hr-facts"])).toEqual([
      { pay: 10_000 },
      { pay: 10_000 },
      { pay: 10_000 },
    ]);
    expect([first?.parts["hr-facts"], first?.parts.migration]).toEqual([{ pay: 30_000 }, {}]);
    expect(second?.parts.migration).toEqual({ "agency-fee": 3000 });
    for (const cause of costCauses) expect(third?.parts[cause]).toEqual({});
    expect(third?.afterFen).toBe(third?.beforeFen);
  });

  it("has the whole cost of somebody without figures from before as a change of HR facts", () => {
    const [worker] = accountOf(
      statementsFrom(period("2024-03"), 1, () => ({ workers: [lineOf("W1", { baseline: undefined })] })),
    ).workers;
    expect(worker?.beforeFen).toBe(0);
    const parts = worker?.parts["hr-facts"] ?? {};
    expect(Object.values(parts).reduce((sum, amount) => sum + amount, 0)).toBe(worker?.afterFen);
  });
});
