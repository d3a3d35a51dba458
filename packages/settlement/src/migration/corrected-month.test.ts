import { fen, period } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { accountOf, firstOf, migratedWorkers, sixMonths } from "../__fixtures__/migrated-unit.js";
import { contracts, facts, lineOf, suppliedBy, yuan } from "../__fixtures__/unit-month.js";
import { correctStatement } from "../correction/correct-statement.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { LineInput, UnitMonth } from "../statement/statement-input.js";

/** The statement of a month among the six. */
function statementOf(month: string): SettlementStatement {
  const found = sixMonths.find(({ input }) => input.period === month);
  if (found === undefined) throw new Error(`no statement of ${month}`);
  return found;
}

/** Corrects a statement by other workers, or other contracts. */
function corrected(
  earlier: SettlementStatement,
  differences: Partial<UnitMonth>,
  previousBalanceFen = earlier.funding.stillDueFen,
): SettlementStatement {
  const { facts: _, corrects: __, ...input } = earlier.input;
  const outcome = correctStatement(earlier, { ...input, ...differences }, facts, { previousBalanceFen });
  if (!outcome.ok || outcome.value.kind !== "corrected") throw new Error("nothing was corrected");
  return outcome.value.statement;
}

/** Raises the pay of a supplied worker, month and base being as they were. */
const raised = (amount: number): readonly LineInput[] =>
  migratedWorkers.map((line) =>
    line.workerId === "W2"
      ? suppliedBy(contracts.perHead, "W2", { pay: [{ kind: "basic", amountFen: yuan(amount) }] })
      : line,
  );

const june = statementOf("2024-06");

describe("migrationAccount of months that were corrected", () => {
  // April is corrected after June: 100.00 more for W2.
  const april = corrected(statementOf("2024-04"), { workers: raised(4100) }, june.funding.stillDueFen);

  it("takes the month as it stands, adds up what was charged and paid, and lets the balance go on", () => {
    const account = accountOf([...sixMonths, april]);
    expect(account.firstBreach?.issue.message.en).toBeUndefined();
    const [unit] = account.units;
    const [, month] = unit?.months ?? [];
    expect(month?.statementIds).toEqual(["S-2024-04-U1", "S-2024-04-U1-C1"]);
    const plain = accountOf(sixMonths).units[0];
    expect((unit?.afterFen ?? 0) - (plain?.afterFen ?? 0)).toBe(10_000);
    expect((unit?.chargedFen ?? 0) - (plain?.chargedFen ?? 0)).toBe(10_000);
    expect((unit?.paidFen ?? 0) + (unit?.heldFen ?? 0)).toBe(unit?.chargedFen);
    expect(unit?.closingBalanceFen).toBe(april.funding.stillDueFen);
  });

  it("lets a correction stand between the months that its balance fits", () => {
    const may = statementOf("2024-05");
    const between = corrected(statementOf("2024-04"), { workers: raised(4100) }, may.funding.stillDueFen);
    const later = {
      ...june,
      funding: {
        ...june.funding,
        previousBalanceFen: between.funding.stillDueFen,
        stillDueFen: fen(june.funding.stillDueFen + 10_000),
      },
    };
    const before = sixMonths.filter(({ input }) => input.period !== "2024-06");
    expect(accountOf([...before, between, later]).holds).toBe(true);
    // The same June without the correction does not begin with what May ended with.
    expect(firstOf(accountOf([...before, later])).slice(0, 2)).toEqual(["balances", "2024-06"]);
  });

  it("follows several corrections of one month", () => {
    const second = corrected(april, { workers: raised(4250) });
    const account = accountOf([second, april, ...sixMonths]);
    expect(account.firstBreach?.issue.message.en).toBeUndefined();
    const plain = accountOf(sixMonths).units[0];
    expect((account.units[0]?.chargedFen ?? 0) - (plain?.chargedFen ?? 0)).toBe(25_000);
  });

  it("finds a fee that a correction raises", () => {
    const hosted = lineOf("W1", { settledContractId: contracts.perHead.id });
    const workers = [hosted, ...migratedWorkers.slice(1)];
    const wrong = corrected(statementOf("2024-04"), { workers }, june.funding.stillDueFen);
    expect(firstOf(accountOf([...sixMonths, wrong]))).toEqual([
      "component-equality",
      "2024-04",
      "W1",
      undefined,
      "agency-fee",
    ]);
  });

  it("finds a balance that a correction does not go on from", () => {
    const wrong = corrected(statementOf("2024-04"), { workers: raised(4100) }, fen(1));
    expect(firstOf(accountOf([...sixMonths, wrong])).slice(0, 2)).toEqual(["balances", "2024-04"]);
  });

  it("asks for the statement that a correction goes back to", () => {
    const alone = sixMonths.map((statement) => (statement.input.period === "2024-04" ? april : statement));
    const account = accountOf(alone);
    expect(firstOf(account).slice(0, 2)).toEqual(["sequence", period("2024-04")]);
    expect(account.firstBreach?.issue.code).toBe("account-earlier-missing");
  });

  it("takes two corrections of one statement for a month that is there twice", () => {
    const other = corrected(statementOf("2024-04"), { workers: raised(4200) }, april.funding.stillDueFen);
    const account = accountOf([...sixMonths, april, other]);
    expect(firstOf(account).slice(0, 2)).toEqual(["sequence", "2024-04"]);
  });
});
