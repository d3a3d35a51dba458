import { createIssue, type GuaranteeTermId, type Issue, type IssueValues, type Period } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { MigrationIssueCode } from "./issues.js";
import type { AccountedMonth } from "./accounted-unit.js";

/** What the account of a migration is tested on: the terms of the guarantee, and what only months show. */
export type AccountTermId = GuaranteeTermId | "sequence" | "balances" | "contract-terms" | "baseline";

/** The terms in the order in which they are told. */
export const accountTermIds: readonly AccountTermId[] = [
  "sequence",
  "balances",
  "conservation",
  "component-equality",
  "attribution",
  "contract-terms",
  "baseline",
  "rounding",
  "cap",
  "nothing-from-worker",
  "float",
  "invoice-chain",
];

/** One place where the account does not hold. The issue's subject names unit, worker, contract and agency. */
export interface AccountBreach {
  readonly term: AccountTermId;
  readonly period: Period;
  /** Component of the cost, or member of the terms, that is not what it should be. */
  readonly component?: string | undefined;
  readonly issue: Issue;
}

/** What testing a term found; not tested when there was nothing to test it on. */
export interface TermFinding {
  readonly term: AccountTermId;
  readonly isTested: boolean;
  readonly breaches: readonly AccountBreach[];
}

/** Whom and what of a month a breach is about. */
interface BreachPlace {
  readonly workerId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly component?: string | undefined;
}

/** A breach in a month of a unit. */
export function breachIn(
  { statement: { input } }: AccountedMonth,
  term: AccountTermId,
  code: MigrationIssueCode,
  values: IssueValues,
  place: BreachPlace = {},
): AccountBreach {
  const { component, ...ids } = place;
  const { workerId = "", contractId = "", agencyId = "" } = ids;
  const shown = { worker: workerId, contract: contractId, agency: agencyId, component: component ?? "" };
  const { period, unit } = input;
  const subject = { unitId: unit.id, ...ids };
  const issue = createIssue(settlementIssues, code, { period, ...shown, ...values }, { subject });
  return { term, period, component, issue };
}
