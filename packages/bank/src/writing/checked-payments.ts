import { type Issue, type PayoutRecord, placeIssues } from "@tongchou/core";
import type { PayoutBatch, RefusedPayment } from "../adapter.js";
import { repeatedReferences } from "../codec/repeated-references.js";

/** The payments that can be written, and by their index from 0 those that there is something to say of. */
export interface CheckedPayments {
  readonly accepted: readonly PayoutRecord[];
  readonly remarked: ReadonlyMap<number, RefusedPayment>;
}

/**
 * Tests each payment of a batch by itself, and whether its reference is its own.
 *
 * @param check tests the payment at an index from 0; its issues point to the payment in the batch
 */
export function checkPayments(
  batch: PayoutBatch,
  check: (payment: PayoutRecord, index: number) => readonly Issue[],
): CheckedPayments {
  const repeated = repeatedReferences(batch.payments.map(({ reference }) => reference));
  const accepted: PayoutRecord[] = [];
  const remarked = new Map<number, RefusedPayment>();
  for (const [index, payment] of batch.payments.entries()) {
    const repetition = repeated.get(payment.reference);
    let found = check(payment, index);
    if (repetition !== undefined) found = [...found, { ...repetition, path: `/payments/${index}/reference` }];
    if (found.length === 0) {
      accepted.push(payment);
      continue;
    }
    const row = index + 1;
    const issues = placeIssues(found, { place: { file: batch.batchNumber, row } });
    const result = { row, payment, issues };
    remarked.set(index, result);
    if (!isRefused(result)) accepted.push(payment);
  }
  return { accepted, remarked };
}

/**
 * The payments that are in no file: those with an error, or all of them where no file could be written.
 */
export function refusedPayments(
  { payments }: PayoutBatch,
  { remarked }: CheckedPayments,
  isWritten: boolean,
): readonly RefusedPayment[] {
  if (isWritten) return Array.from(remarked.values()).filter(isRefused);
  return payments.map((payment, index) => remarked.get(index) ?? { row: index + 1, payment, issues: [] });
}

/** What there is to say of the payments, in their order. */
export function paymentIssues({ remarked }: CheckedPayments): readonly Issue[] {
  return Array.from(remarked.values()).flatMap(({ issues }) => issues);
}

function isRefused({ issues }: RefusedPayment): boolean {
  return issues.some(({ severity }) => severity === "error");
}
