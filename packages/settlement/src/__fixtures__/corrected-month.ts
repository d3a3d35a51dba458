import { correctStatement, type AccountSince } from "../correction/correct-statement.js";
import type { LineInput, UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { facts, lineOf, yuan } from "./unit-month.js";

/** A directly hired worker with so many yuan of pay; contributions stay on 4,000. */
export function paid(workerId: string, amount: number, differences: Partial<LineInput> = {}): LineInput {
  return lineOf(workerId, { pay: [{ kind: "basic", amountFen: yuan(amount) }], ...differences });
}

/** The correction of a statement that differs from its month as it is known now. */
export function corrected(
  earlier: SettlementStatement,
  month: UnitMonth,
  account: AccountSince = {},
  known = facts,
): SettlementStatement {
  const outcome = correctStatement(earlier, month, known, account);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message.en).join("\n"));
  if (outcome.value.kind === "unchanged") throw new Error("nothing changed");
  return outcome.value.statement;
}
