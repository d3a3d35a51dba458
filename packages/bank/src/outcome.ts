/**
 * What became of a payment, as a bank reported it.
 *
 * - `paid`: the bank says that the money reached the payee; `returned` may still follow, days later.
 * - `rejected`: the bank says that it was not carried out and will not be.
 * - `returned`: it was paid and came back.
 * - `processing`: the bank has it. That a bank accepted a file or a message is no more than this.
 * - `unconfirmed`: carried out towards the payer while the payee's bank gave no answer (UnionPay A2, A4 to A6).
 *   It counts as money that left; the next day's reconciliation settles it.
 * - `unknown`: nobody can tell. Only the answer to a query leaves it, never a time-out.
 */
export type OutcomeStatus = "paid" | "rejected" | "returned" | "processing" | "unconfirmed" | "unknown";

/** All outcomes, from the one that outlasts all others to the one that outlasts none. */
export const outcomeStatuses: readonly OutcomeStatus[] = [
  "returned",
  "paid",
  "rejected",
  "unconfirmed",
  "unknown",
  "processing",
];

/** Why a payment was rejected or returned: one set for all banks, whatever their codes. */
export type FailureReason = (typeof failureReasons)[number];

/** All reasons. What fits none of them is `other`, with the bank's own words beside it. */
export const failureReasons = [
  "account-closed",
  "account-dormant",
  "account-frozen",
  "account-kind",
  "account-unknown",
  "amount-above-limit",
  "authorisation-refused",
  "card-expired",
  "card-lost",
  "card-not-activated",
  "card-restricted",
  "duplicate",
  "format",
  "funds-insufficient",
  "identity-mismatch",
  "name-mismatch",
  "payee-bank-unavailable",
  "security",
  "other",
] as const;

/** What a status code or text of a bank means. */
export interface StatusMeaning {
  readonly outcome: OutcomeStatus;
  readonly reason?: FailureReason | undefined;
}

/** A bank's statuses, by its own code or word, character for character; what is missing is `unknown`. */
export type StatusTable = Readonly<Record<string, StatusMeaning>>;
