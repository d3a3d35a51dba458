import {
  groupBy,
  createIssue,
  type Fen,
  formatYuan,
  type Issue,
  maskAccountNumber,
  type PayoutRecord,
  type Place,
  sumFen,
  zeroFen,
} from "@tongchou/core";
import type { BatchResult, PaymentFile, PaymentOutcome } from "./adapter.js";
import { comparableAccount, payeeKey } from "./codec/payee-key.js";
import { repeatedReferences } from "./codec/repeated-references.js";
import type { Totals } from "./codec/totals.js";
import { bankIssues } from "./issues.js";
import { outcomeOfAll, type OutcomeStatus, type OutcomeStep } from "./outcome.js";

/** What was sent: the files that an adapter's `encode` gave, or this much of them. */
export type SentFile = Pick<PaymentFile, "batchNumber" | "payments">;

/**
 * How a payment stands after all results: as the bank says, or `missing` (no result has it), `amount-differs`
 * (a result has it with another amount), `repeated` (one result file has it more than once).
 */
export type PaymentStanding = OutcomeStatus | "missing" | "amount-differs" | "repeated";

/** A payment that was sent, with all that results say of it. */
export interface SentRow {
  readonly kind: PaymentStanding;
  readonly batchNumber: string;
  readonly payment: PayoutRecord;
  readonly outcomes: readonly PaymentOutcome[];
}

/** A line of a result for which nothing was sent. */
export interface UnexpectedRow {
  readonly kind: "unexpected";
  readonly file: string;
  readonly outcome: PaymentOutcome;
}

/** One row of a reconciliation. */
export type ReconciledRow = SentRow | UnexpectedRow;

/** What became of everything that was sent. */
export interface Reconciliation {
  /** Every payment once, in the order sent; then the lines of results for which nothing was sent. */
  readonly rows: readonly ReconciledRow[];
  /**
   * Count and fen of each kind: of what was sent, whatever the result says; of `unexpected`, what the result
   * says. All kinds but `unexpected` add up to `sent`.
   */
  readonly totals: Readonly<Record<ReconciledRow["kind"], Totals>>;
  readonly sent: Totals;
  readonly issues: readonly Issue[];
}

/** A line of a result that answers a payment. */
interface Answer {
  readonly result: BatchResult;
  readonly outcome: PaymentOutcome;
}

/** A payment that was sent, with the answers found so far. */
interface Entry {
  readonly batchNumber: string;
  readonly payment: PayoutRecord;
  readonly answers: Answer[];
}

/**
 * Compares what was sent with what the bank answered, and accounts for every payment and every line.
 *
 * A line with a reference is matched by it, one with a line number by part and place. One without either is
 * matched by account, name and amount; among payments that are equal in these, the n-th line goes to the
 * n-th payment of the batch that the result answers, and `match-ambiguous` is reported where their outcomes
 * differ.
 *
 * The order of results does not matter: {@link outcomeOfAll} judges what they say together. A payment that is
 * paid in one result and rejected in another is `unknown`.
 *
 * @param results of all parts, first answers, later queries and returns alike
 * @returns the rows, totals in fen, and `payment-missing`, `result-unexpected`, `result-amount-differs`,
 *   `result-account-differs`, `result-repeated`, `result-contradicts`, `match-ambiguous`,
 *   `reference-repeated`
 * @example
 * const payee = { payeeName: "张三", payeeAccount: "6299990000000000005" };
 * const payment = { ...payee, reference: "R1", amountFen: fen(500), purpose: "wage" };
 * const sent = [{ batchNumber: "B240315-01", payments: [payment] }];
 * const outcome = { row: 2, reference: "R1", amountFen: fen(500), status: "paid", statusText: "PAID" };
 * const result = { file: "result.txt", outcomes: [outcome] };
 * reconcile(sent, [result]).totals.paid; // => { count: 1, amountFen: 500 }
 * reconcile(sent, []).totals.missing; // => { count: 1, amountFen: 500 }
 */
export function reconcile(sent: readonly SentFile[], results: readonly BatchResult[]): Reconciliation {
  const entries = sent.flatMap(({ batchNumber, payments }) =>
    payments.map((payment): Entry => ({ batchNumber, payment, answers: [] })),
  );
  const { unexpected, issues } = matchResults(entries, results);
  const rows: readonly ReconciledRow[] = [
    ...entries.map((entry): SentRow => {
      const outcomes = entry.answers.map(({ outcome }) => outcome);
      return { kind: standingOf(entry), batchNumber: entry.batchNumber, payment: entry.payment, outcomes };
    }),
    ...unexpected,
  ];
  const references = entries.map(({ payment }) => payment.reference);
  return {
    rows,
    totals: totalsByKind(rows),
    sent: { count: entries.length, amountFen: sumFen(entries.map(({ payment }) => payment.amountFen)) },
    issues: [
      ...repeatedReferences(references).values(),
      ...entries.flatMap(issuesOf),
      ...unexpected.map(unexpectedIssue),
      ...issues,
    ],
  };
}

/** Gives each line of the results to the payment that it answers. */
function matchResults(
  entries: readonly Entry[],
  results: readonly BatchResult[],
): { readonly unexpected: readonly UnexpectedRow[]; readonly issues: readonly Issue[] } {
  const byReference = groupBy(entries, ({ payment }) => payment.reference);
  const byPayee = groupBy(entries, ({ payment }) => payeeKey(payment));
  const byPart = groupBy(entries, ({ batchNumber }) => batchNumber);
  const unexpected: UnexpectedRow[] = [];
  const issues: Issue[] = [];
  for (const result of results) {
    const withoutReference = result.outcomes.filter(({ reference, lineNumber }) => {
      return reference === undefined && lineNumber === undefined;
    });
    const equalLines = groupBy(withoutReference, payeeKey);
    const matches = new Map<PaymentOutcome, Entry>();
    for (const [key, outcomes] of equalLines) {
      const candidates = (byPayee.get(key) ?? []).filter(
        ({ batchNumber }) => result.batchNumber === undefined || result.batchNumber === batchNumber,
      );
      for (const [index, outcome] of outcomes.entries()) {
        // A line too many repeats the last payment of its kind.
        const entry = candidates[index] ?? candidates.at(-1);
        if (entry !== undefined) matches.set(outcome, entry);
      }
      if (isAmbiguous(candidates, outcomes))
        issues.push(ambiguousIssue(result.file, candidates.length, outcomes));
    }
    for (const outcome of result.outcomes) {
      const { reference, lineNumber } = outcome;
      const byNumber = lineNumber === undefined ? matches.get(outcome) : entryOfLine(byPart, lineNumber);
      const entry = reference === undefined ? byNumber : byReference.get(reference)?.[0];
      if (entry === undefined) unexpected.push({ kind: "unexpected", file: result.file, outcome });
      else entry.answers.push({ result, outcome });
    }
  }
  return { unexpected, issues };
}

/** The payment that a line number names; nothing where it could be that of several parts. */
function entryOfLine(parts: ReadonlyMap<string, readonly Entry[]>, lineNumber: string): Entry | undefined {
  const found = Array.from(parts).flatMap(([batchNumber, entries]) => {
    const serial = lineNumber.startsWith(batchNumber) ? lineNumber.slice(batchNumber.length) : "";
    const entry = /^\d+$/.test(serial) ? entries[Number(serial) - 1] : undefined;
    return entry === undefined ? [] : [entry];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Of equal payments some were answered differently, or not at all: which is which cannot be told. */
function isAmbiguous(candidates: readonly Entry[], outcomes: readonly PaymentOutcome[]): boolean {
  const isAlike =
    new Set(outcomes.map(({ status }) => status)).size === 1 && outcomes.length === candidates.length;
  return candidates.length > 1 && !isAlike;
}

function standingOf(entry: Entry): PaymentStanding {
  if (entry.answers.length === 0) return "missing";
  if (repetitionsOf(entry) > 1) return "repeated";
  if (differingAnswer(entry) !== undefined) return "amount-differs";
  return judge(entry).status;
}

/** The most often that one result has the payment. */
function repetitionsOf({ answers }: Entry): number {
  const counts = Array.from(groupBy(answers, ({ result }) => result).values(), (group) => group.length);
  return Math.max(0, ...counts);
}

function differingAnswer({ answers, payment }: Entry): Answer | undefined {
  return answers.find(
    ({ outcome: { amountFen } }) => amountFen !== undefined && amountFen !== payment.amountFen,
  );
}

/** Banks also write accounts with stars in them, which say neither that they differ nor that they do not. */
function answerForOther({ answers, payment }: Entry): Answer | undefined {
  const account = comparableAccount(payment.payeeAccount);
  return answers.find(({ outcome }) => {
    const found = comparableAccount(outcome.payeeAccount ?? "");
    return /^\d+$/.test(found) && found !== account;
  });
}

function judge({ answers }: Entry): OutcomeStep {
  return outcomeOfAll(answers.map(({ outcome }) => outcome.status));
}

function issuesOf(entry: Entry): readonly Issue[] {
  const { answers, batchNumber, payment } = entry;
  const { reference } = payment;
  const place = { file: batchNumber };
  if (answers.length === 0) {
    const values = { reference, amount: formatYuan(payment.amountFen) };
    return [createIssue(bankIssues, "payment-missing", values, { place })];
  }
  const issues: Issue[] = [];
  const count = repetitionsOf(entry);
  if (count > 1) issues.push(createIssue(bankIssues, "result-repeated", { reference, count }, { place }));
  const differing = differingAnswer(entry);
  if (differing !== undefined) {
    const found = formatYuan(differing.outcome.amountFen ?? zeroFen);
    const values = { reference, sent: formatYuan(payment.amountFen), found };
    issues.push(
      createIssue(bankIssues, "result-amount-differs", values, { place: placeOfAnswer(differing) }),
    );
  }
  const other = answerForOther(entry);
  if (other !== undefined) {
    const found = maskAccountNumber(other.outcome.payeeAccount ?? "");
    const values = { reference, sent: maskAccountNumber(payment.payeeAccount), found };
    issues.push(createIssue(bankIssues, "result-account-differs", values, { place: placeOfAnswer(other) }));
  }
  if (judge(entry).isContradicted)
    issues.push(createIssue(bankIssues, "result-contradicts", { reference }, { place }));
  return issues;
}

function placeOfAnswer({ result, outcome }: Answer): Place {
  return { file: result.file, row: outcome.row };
}

function unexpectedIssue({ file, outcome }: UnexpectedRow): Issue {
  const { reference = "—", payeeAccount, row } = outcome;
  const account = payeeAccount === undefined ? "—" : maskAccountNumber(payeeAccount);
  const values = { reference, account };
  return createIssue(bankIssues, "result-unexpected", values, { place: { file, row } });
}

function ambiguousIssue(file: string, count: number, outcomes: readonly PaymentOutcome[]): Issue {
  const { payeeAccount = "", amountFen = zeroFen, row } = outcomes[0] ?? {};
  const values = { count, account: maskAccountNumber(payeeAccount), amount: formatYuan(amountFen) };
  return createIssue(bankIssues, "match-ambiguous", values, { place: { file, row } });
}

function totalsByKind(rows: readonly ReconciledRow[]): Reconciliation["totals"] {
  const groups = groupBy(rows, ({ kind }) => kind);
  const totalsOf = (kind: ReconciledRow["kind"]): Totals => {
    const amounts = (groups.get(kind) ?? []).map(amountOf);
    return { count: amounts.length, amountFen: sumFen(amounts) };
  };
  return {
    paid: totalsOf("paid"),
    rejected: totalsOf("rejected"),
    returned: totalsOf("returned"),
    processing: totalsOf("processing"),
    unconfirmed: totalsOf("unconfirmed"),
    unknown: totalsOf("unknown"),
    missing: totalsOf("missing"),
    "amount-differs": totalsOf("amount-differs"),
    repeated: totalsOf("repeated"),
    unexpected: totalsOf("unexpected"),
  };
}

function amountOf(row: ReconciledRow): Fen {
  return row.kind === "unexpected" ? (row.outcome.amountFen ?? zeroFen) : row.payment.amountFen;
}
