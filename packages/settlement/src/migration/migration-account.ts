import type { Period } from "@tongchou/core";
import type { SettlementStatement } from "../statement/statement.js";
import {
  accountTermIds,
  type AccountBreach,
  type AccountTermId,
  type TermFinding,
} from "./account-breach.js";
import { accountedUnits, compareText, type AccountedUnit } from "./accounted-unit.js";
import { capTerm } from "./cap-term.js";
import { attributionTerm, componentTerm } from "./cost-terms.js";
import type { WorkingCalendar } from "./float-days.js";
import {
  balancesTerm,
  conservationTerm,
  floatTerm,
  invoiceBreaches,
  sequenceTerm,
  type CashDays,
} from "./money-terms.js";
import { statementTerm } from "./statement-terms.js";
import { unitAccount, workerAccounts, type UnitAccount, type WorkerAccount } from "./unit-account.js";
import { baselineTerm, contractTermsTerm } from "./unchanged-terms.js";

/** What an account rests on beside the statements. */
export interface AccountOptions {
  /** First month settled through the platform: statements of earlier months show what was before. */
  readonly migratedFrom?: Period | undefined;
  /** Days on which money came in and went out; without them the float is not tested. */
  readonly cash?: readonly CashDays[] | undefined;
  /** Without it, or outside its days, the float is counted in calendar days, and the account says so. */
  readonly calendar?: WorkingCalendar | undefined;
}

/** A term of the account over all units and months. */
export interface AccountTerm {
  readonly id: AccountTermId;
  readonly outcome: "holds" | "broken" | "not-tested";
  readonly breaches: readonly AccountBreach[];
}

/** The whole migration, before and after, month by month. */
export interface MigrationAccount {
  readonly holds: boolean;
  readonly terms: readonly AccountTerm[];
  /** The earliest breach; of one month the first by unit, term, worker and component. */
  readonly firstBreach?: AccountBreach | undefined;
  readonly units: readonly UnitAccount[];
  readonly workers: readonly WorkerAccount[];
}

/**
 * Draws up the account of a whole migration out of the statements of its months: tests that no fee was added
 * over all of them, and names the first month, worker and component where that is not so.
 *
 * Beyond what each statement proves of itself, it tests what only several months can show: that none is
 * missing, that each month begins with the balance the one before it ended with (上月余额 + 本月应收 − 已到款 =
 * 本月仍应到款), that the old contracts and what workers had before the migration are the same in every month,
 * that the parts of the change add up over time, that a new agency's fee stays within its cap, and that money
 * lies no longer than agreed. It takes statements at their word: check them with `verifyStatement` first.
 *
 * @param statements of any units and months, in any order
 * @throws RangeError for a statement that does not carry the facts it rests on
 * @example
 * migrationAccount([]).terms.every((term) => term.outcome === "not-tested"); // => true
 */
export function migrationAccount(
  statements: readonly SettlementStatement[],
  options: AccountOptions = {},
): MigrationAccount {
  const cash = new Map((options.cash ?? []).map((days) => [days.statementId, days]));
  const units = accountedUnits(statements, options.migratedFrom);
  const findings = units.flatMap((unit) => findingsOf(unit, cash, options.calendar));
  const terms = accountTermIds.map((id): AccountTerm => {
    const own = findings.filter(({ term }) => term === id);
    const breaches = own.flatMap((finding) => finding.breaches).toSorted(inTime);
    const isTested = own.some((finding) => finding.isTested);
    return { id, outcome: breaches.length > 0 ? "broken" : isTested ? "holds" : "not-tested", breaches };
  });
  const [firstBreach] = terms.flatMap(({ breaches }) => breaches).toSorted(inTime);
  return {
    holds: firstBreach === undefined,
    terms,
    firstBreach,
    units: units
      .filter(({ after }) => after.length > 0)
      .map((unit) => unitAccount(unit, cash, options.calendar)),
    workers: units.flatMap(workerAccounts),
  };
}

function findingsOf(
  unit: AccountedUnit,
  cash: ReadonlyMap<string, CashDays>,
  calendar: WorkingCalendar | undefined,
): readonly TermFinding[] {
  const chain = statementTerm(unit, "invoice-chain");
  return [
    sequenceTerm(unit),
    balancesTerm(unit),
    conservationTerm(unit),
    componentTerm(unit),
    attributionTerm(unit),
    contractTermsTerm(unit),
    baselineTerm(unit),
    statementTerm(unit, "rounding"),
    capTerm(unit),
    statementTerm(unit, "nothing-from-worker"),
    floatTerm(unit, cash, calendar),
    { ...chain, breaches: [...unit.after.flatMap(invoiceBreaches), ...chain.breaches] },
  ];
}

/** By month, then by unit; what is of one month of a unit stays in the order in which it was found. */
function inTime(a: AccountBreach, b: AccountBreach): number {
  const unitOf = ({ issue }: AccountBreach): string => issue.subject?.unitId ?? "";
  return compareText(a.period, b.period) || compareText(unitOf(a), unitOf(b));
}
