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

/**
 * Where word of an outcome comes from: what a bank answers at once to a submission, or later the answer to a
 * query, a result file, or a line of a statement.
 */
export type OutcomeSource = "submission" | "query" | "result" | "statement";

/** What one source says of a payment. */
export interface OutcomeReport {
  readonly status: OutcomeStatus;
  readonly source: OutcomeSource;
}

/** The outcome after a report; contradicted where the report and what was known cannot both be true. */
export interface OutcomeStep {
  readonly status: OutcomeStatus;
  readonly isContradicted: boolean;
}

/** What later word can still change: a return follows a payment, and nothing follows a return. */
const followers: Readonly<Record<OutcomeStatus, readonly OutcomeStatus[]>> = {
  processing: ["processing", "unknown", "unconfirmed", "rejected", "paid", "returned"],
  unknown: ["unknown", "unconfirmed", "rejected", "paid", "returned"],
  unconfirmed: ["unconfirmed", "rejected", "paid", "returned"],
  rejected: ["rejected", "returned"],
  paid: ["paid", "returned"],
  returned: ["returned"],
};

/**
 * Tells whether a payment can pass from one outcome to another by later word of it.
 *
 * @example
 * canFollow("paid", "returned"); // => true
 * canFollow("returned", "paid"); // => false
 */
export function canFollow(current: OutcomeStatus, next: OutcomeStatus): boolean {
  return followers[current].includes(next);
}

/**
 * Finds the outcome of a payment after one more report.
 *
 * A submission's answer says nothing of money: `paid` there is `processing`, and it changes nothing that is
 * known already. So the refusal of a repeated submission does not reject the first, and an answer that came
 * does not end an `unknown`. Late or repeated word changes nothing. Paid and rejected together are `unknown`.
 *
 * @param current missing where nothing is known yet
 * @example
 * nextOutcome(undefined, { status: "paid", source: "submission" }).status; // => "processing"
 * nextOutcome("unknown", { status: "rejected", source: "submission" }).status; // => "unknown"
 * nextOutcome("unknown", { status: "paid", source: "query" }).status; // => "paid"
 * nextOutcome("rejected", { status: "paid", source: "query" });
 * // => { status: "unknown", isContradicted: true }
 */
export function nextOutcome(current: OutcomeStatus | undefined, report: OutcomeReport): OutcomeStep {
  const { status, source } = report;
  if (source === "submission") return { status: current ?? answeredOutcome(status), isContradicted: false };
  if (current === undefined || canFollow(current, status)) return { status, isContradicted: false };
  const pair = new Set([current, status]);
  const isContradicted = pair.has("paid") && pair.has("rejected");
  return { status: isContradicted ? "unknown" : current, isContradicted };
}

/** What a submission's answer leaves a payment at: a bank may refuse at once, but not have paid. */
function answeredOutcome(status: OutcomeStatus): OutcomeStatus {
  return status === "paid" || status === "returned" ? "processing" : status;
}

/**
 * Finds the outcome of a payment from all later word of it, in whatever order it came.
 *
 * @param statuses at least one, from queries, results and statements
 * @returns the one that the others can come before; `unknown` where two contradict each other
 * @example
 * outcomeOfAll(["returned", "processing", "paid"]).status; // => "returned"
 * outcomeOfAll(["paid", "rejected"]); // => { status: "unknown", isContradicted: true }
 */
export function outcomeOfAll(statuses: readonly OutcomeStatus[]): OutcomeStep {
  const isContradicted = statuses.includes("paid") && statuses.includes("rejected");
  const last = outcomeStatuses.find((status) => statuses.includes(status));
  return { status: isContradicted ? "unknown" : (last ?? "unknown"), isContradicted };
}
