import { createIssue, formatYuan, groupBy, type Issue, parsed, type Parsed, sumFen } from "@tongchou/core";
import type { BatchResult, PaymentOutcome } from "../adapter.js";
import type { PartResult } from "../channel.js";
import { payeeKey } from "../codec/payee-key.js";
import type { SentFile } from "../reconcile.js";
import { channelIssues } from "./issues.js";

/**
 * Gives every payment of a part its outcome where the bank lists only some: those that failed, or none.
 *
 * The payments that the bank does not list have the outcome of the rest. Where the bank says how many they
 * are and what they add up to, that has to hold to the fen, else they stay without an outcome.
 *
 * @param sent the part that was asked about, or all parts where the bank's number is that of the batch
 * @returns the result for `reconcile`, and `outcomes-contradict-totals`, `part-incomplete`
 * @example
 * const payee = { payeeName: "张三", payeeAccount: "6299990000000000005" };
 * const payment = { ...payee, reference: "R1", amountFen: fen(500), purpose: "wage" };
 * const sent = { batchNumber: "B1-01", payments: [payment] };
 * const part = { file: "answer.xml", outcomes: [], standing: "finished", statusText: "1" };
 * const result = completeResult([sent], { ...part, rest: { status: "paid", statusText: "1" } });
 * result.ok && result.value.outcomes[0]?.reference; // => "R1"
 */
export function completeResult(sent: readonly SentFile[], result: PartResult): Parsed<BatchResult> {
  const { rest, declared } = result;
  const place = { file: result.file };
  const [only, ...others] = sent;
  const batchNumber = others.length === 0 ? only?.batchNumber : undefined;
  const base: BatchResult = { file: result.file, batchNumber, outcomes: result.outcomes };
  const issues: Issue[] = [];
  const expected = sent.reduce((sum, { payments }) => sum + payments.length, 0);
  if (declared !== undefined && declared.count < expected) {
    const values = { found: declared.count, expected };
    issues.push(createIssue(channelIssues, "part-incomplete", values, { place }));
  }
  if (rest === undefined) return parsed(base, issues);
  const unlisted = unlistedPayments(sent, result.outcomes);
  const amountFen = sumFen(unlisted.map((payment) => payment.amountFen));
  const { totals } = rest;
  if (totals !== undefined && (totals.count !== unlisted.length || totals.amountFen !== amountFen)) {
    const values = {
      declared: totals.count,
      declaredAmount: formatYuan(totals.amountFen),
      found: unlisted.length,
      foundAmount: formatYuan(amountFen),
    };
    return parsed(base, [
      ...issues,
      createIssue(channelIssues, "outcomes-contradict-totals", values, { place }),
    ]);
  }
  const { status, statusText, reason, reasonText } = rest;
  const outcomes = unlisted.map((payment): PaymentOutcome => {
    const { reference, payeeName, payeeAccount } = payment;
    const said = { row: 0, status, statusText, reason, reasonText };
    // Equal payments of which the bank lists one, without a number, cannot be told apart by reference either.
    const named = isAmongEquals(payment, result.outcomes) ? {} : { reference };
    return { ...said, ...named, payeeName, payeeAccount, amountFen: payment.amountFen };
  });
  return parsed({ ...base, outcomes: [...result.outcomes, ...outcomes] }, issues);
}

type Payment = SentFile["payments"][number];

/** The payments of a part that no outcome is about; one outcome is about one payment. */
function unlistedPayments(
  parts: readonly SentFile[],
  outcomes: readonly PaymentOutcome[],
): readonly Payment[] {
  const payments = parts.flatMap((part) => part.payments);
  const open = new Set(payments);
  const byReference = new Map(payments.map((payment) => [payment.reference, payment]));
  const byPayee = groupBy(payments, payeeKey);
  for (const { reference, lineNumber, ...payee } of outcomes) {
    const ofPayee = byPayee.get(payeeKey(payee))?.find((payment) => open.has(payment));
    const ofLine = lineNumber === undefined ? ofPayee : paymentOfLine(parts, lineNumber);
    const listed = reference === undefined ? ofLine : byReference.get(reference);
    if (listed !== undefined) open.delete(listed);
  }
  return [...open];
}

function paymentOfLine(parts: readonly SentFile[], lineNumber: string): Payment | undefined {
  const part = parts.find(({ batchNumber }) => lineNumber.startsWith(batchNumber));
  return part?.payments[Number(lineNumber.slice(part.batchNumber.length)) - 1];
}

function isAmongEquals(payment: Payment, outcomes: readonly PaymentOutcome[]): boolean {
  return outcomes.some((outcome) => {
    const hasNumber = outcome.reference !== undefined || outcome.lineNumber !== undefined;
    return !hasNumber && payeeKey(outcome) === payeeKey(payment);
  });
}
