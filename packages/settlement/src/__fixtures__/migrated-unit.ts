import { addMonthsToPeriod, lastDayOf, partsOfPeriod, period, plainDate, type Period } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import {
  migrationAccount,
  type AccountOptions,
  type MigrationAccount,
} from "../migration/migration-account.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { LineInput, UnitMonth } from "../statement/statement-input.js";
import { contracts, facts, lineOf, monthOf, statementOf, suppliedBy, yuan } from "./unit-month.js";

/** First month that the unit is settled through the platform. */
export const migratedFrom: Period = period("2024-03");

/** A hosted worker, and two under a contract at 60.00 a head, tax in it. */
export const migratedWorkers: readonly LineInput[] = [
  lineOf("W1"),
  suppliedBy(contracts.perHead, "W2"),
  suppliedBy(contracts.perHead, "W3"),
];

/** What of a month differs from the others, by its place among them. */
export type MonthDifferences = (index: number, month: Period) => Partial<UnitMonth>;

/**
 * Statements of months that follow each other, each of which begins with the balance of the one before and
 * receives what was due then.
 */
export function statementsFrom(
  first: Period,
  count: number,
  differ: MonthDifferences = () => ({}),
  known: Facts = facts,
): readonly SettlementStatement[] {
  const statements: SettlementStatement[] = [];
  for (let index = 0; index < count; index += 1) {
    const month = addMonthsToPeriod(first, index);
    const previous = statements.at(-1);
    const differences = differ(index, month);
    const workers = differences.workers ?? migratedWorkers;
    const given = monthOf(workers, [contracts.perHead], {
      statementId: `S-${month}-U1`,
      period: month,
      law: { on: lastDayOf(month) },
      baselineLaw: { on: plainDate("2024-02-29") },
      previousBalanceFen: previous?.funding.stillDueFen ?? yuan(0),
      receivedFen: previous?.funding.chargedFen ?? yuan(0),
      ...differences,
    });
    const atAgent = partsOfPeriod(month).month;
    const aged = given.workers.map((line) => ({ ...line, monthsAtAgent: Math.min(atAgent, 3) }));
    statements.push(statementOf({ ...given, workers: aged }, known));
  }
  return statements;
}

/** Two months before the migration and four after it. */
export const sixMonths: readonly SettlementStatement[] = statementsFrom(period("2024-01"), 6);

/** The account of statements under the migration of the unit. */
export function accountOf(
  statements: readonly SettlementStatement[],
  options: AccountOptions = {},
): MigrationAccount {
  return migrationAccount(statements, { migratedFrom, ...options });
}

/** The account of six months of which one differs. */
export function differingIn(month: string, differences: ReturnType<MonthDifferences>): MigrationAccount {
  return accountOf(
    statementsFrom(period("2024-01"), 6, (_, candidate) => (candidate === month ? differences : {})),
  );
}

/** The first breach as term, month, worker, contract and component. */
export function firstOf({ firstBreach }: MigrationAccount): readonly unknown[] {
  const { workerId, contractId } = firstBreach?.issue.subject ?? {};
  return [firstBreach?.term, firstBreach?.period, workerId, contractId, firstBreach?.component];
}

/** The outcome of every term of an account. */
export function outcomesOf({ terms }: MigrationAccount): Readonly<Record<string, string>> {
  return Object.fromEntries(terms.map(({ id, outcome }) => [id, outcome]));
}
