import { createIssue, formatYuan, type Issue, sumFen } from "@tongchou/core";
import type { BatchResult, PaymentOutcome } from "../adapter.js";
import type { SentFile } from "../reconcile.js";
import type { AccountEntry, BatchBooking, EntryDetail } from "./account-entry.js";
import { iso20022Issues } from "./issues.js";

/** A batch that the bank booked as one amount, without its payments. */
export interface BookedBatch extends BatchBooking {
  readonly row: number;
  readonly status: PaymentOutcome["status"];
  readonly statusText: string;
}

/**
 * What an entry says of payments that were sent.
 *
 * A booked debit is a payment that was made. Money that came back is a credit that is a reversal, has return
 * information, or has the bank transaction code of a return (RRTN). Other credits, and debits that take a
 * credit back, say nothing of payments. What is not booked yet is still processing.
 */
export function entryOutcomes(entry: AccountEntry): readonly PaymentOutcome[] {
  const { details, row } = entry;
  return details.flatMap((detail): readonly PaymentOutcome[] => {
    const status = statusOf(entry, detail);
    if (status === undefined || (detail.reference === undefined && detail.payeeAccount === undefined))
      return [];
    const { returned } = detail;
    return [
      {
        row,
        status,
        statusText: entry.status,
        reasonText: returned?.text ?? returned?.code,
        reason: status === "returned" ? (returned?.reason ?? "other") : undefined,
        reference: detail.reference,
        payeeName: detail.payeeName,
        payeeAccount: detail.payeeAccount,
        // A single payment has the entry's amount where it says none of its own.
        amountFen: detail.amountFen ?? (details.length === 1 ? entry.amountFen : undefined),
      },
    ];
  });
}

/** The batch of an entry that names no payment of it; nothing for other entries. */
export function bookedBatch(entry: AccountEntry): BookedBatch | undefined {
  const { batch, row } = entry;
  if (batch === undefined || entryOutcomes(entry).length > 0) return undefined;
  const status = statusOf(entry, undefined);
  if (status === undefined) return undefined;
  return { ...batch, amountFen: batch.amountFen ?? entry.amountFen, row, status, statusText: entry.status };
}

function statusOf(
  entry: AccountEntry,
  detail: EntryDetail | undefined,
): PaymentOutcome["status"] | undefined {
  const isCredit = (detail?.direction ?? entry.direction) === "credit";
  const isReturn = entry.isReversal || entry.subFamily === "RRTN" || detail?.returned !== undefined;
  if (isCredit !== isReturn) return undefined;
  switch (entry.status) {
    case "BOOK":
      return isCredit ? "returned" : "paid";
    case "PDNG":
    case "INFO":
    case "FUTR":
      return isCredit ? undefined : "processing";
    default:
      return isCredit ? undefined : "unknown";
  }
}

/**
 * Gives every payment of a batch that was booked as one amount its outcome.
 *
 * The booking has to be of all payments that were sent in the part, or of those that have no outcome of their
 * own yet, to the fen; otherwise nobody can tell which were made.
 *
 * @param known outcomes of single payments, such as the rejected ones of a pain.002
 * @returns one result for each booking, and `iso20022-batch-unknown`, `iso20022-batch-differs`
 * @example
 * const payment = { reference: "R1", payeeName: "张三", payeeAccount: "6299990000000000005" };
 * const sent = [{ batchNumber: "B1-01", payments: [{ ...payment, amountFen: fen(500), purpose: "wage" }] }];
 * const batch = { row: 1, status: "paid", statusText: "BOOK", batchNumber: "B1-01", amountFen: fen(500) };
 * const [result] = resolveBatches("camt.xml", [batch], sent).results;
 * result.outcomes[0].reference; // => "R1"
 */
export function resolveBatches(
  file: string,
  batches: readonly BookedBatch[],
  sent: readonly SentFile[],
  known: readonly PaymentOutcome[] = [],
): { readonly results: readonly BatchResult[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const listed = new Set(known.map(({ reference }) => reference));
  const results = batches.flatMap((batch): readonly BatchResult[] => {
    const { batchNumber, row, status, statusText } = batch;
    const place = { file, row };
    const reference = batchNumber ?? "—";
    const part = sent.find((each) => each.batchNumber === batchNumber);
    if (part === undefined) {
      issues.push(createIssue(iso20022Issues, "iso20022-batch-unknown", { reference }, { place }));
      return [];
    }
    const unlisted = part.payments.filter((payment) => !listed.has(payment.reference));
    const payments = [part.payments, unlisted].find((each) => comesTo(each, batch));
    if (payments === undefined) {
      const foundFen = sumFen(part.payments.map(({ amountFen }) => amountFen));
      const declaredAmount = batch.amountFen === undefined ? "—" : formatYuan(batch.amountFen);
      const declared = { reference, declared: batch.count ?? "—", declaredAmount };
      const values = { ...declared, found: part.payments.length, foundAmount: formatYuan(foundFen) };
      issues.push(createIssue(iso20022Issues, "iso20022-batch-differs", values, { place }));
      return [];
    }
    const outcomes = payments.map((payment): PaymentOutcome => {
      const { reference: own, payeeName, payeeAccount, amountFen } = payment;
      return { row, status, statusText, reference: own, payeeName, payeeAccount, amountFen };
    });
    return [{ file, batchNumber, outcomes }];
  });
  return { results, issues };
}

function comesTo(payments: SentFile["payments"], batch: BookedBatch): boolean {
  const { count, amountFen } = batch;
  if (count !== undefined && count !== payments.length) return false;
  return amountFen === sumFen(payments.map((payment) => payment.amountFen));
}
