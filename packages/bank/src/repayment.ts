import { createIssue, failed, parsed, type Parsed, type PayoutRecord } from "@tongchou/core";
import { outcomeIssues } from "./outcome-issues.js";
import type { PaymentStanding } from "./reconcile.js";

/** A payment that is to be made once more. */
export interface Repayment {
  /** The payment as it was sent; where the account was wrong, the new attempt has the corrected one. */
  readonly payment: PayoutRecord;
  readonly standing: PaymentStanding;
  /** The reference of the new attempt. */
  readonly reference: string;
  /** Every reference that has been used, the payment's own among them or not. */
  readonly usedReferences: ReadonlySet<string>;
}

/**
 * Makes the new attempt of a payment that was not carried out or came back.
 *
 * @returns the payment with the new reference, or `repayment-not-due` where money may have left and not come
 *   back, `repayment-reference-used` where the bank would take it for the old one
 * @example
 * const payee = { payeeName: "张三", payeeAccount: "6299990000000000005" };
 * const payment = { ...payee, reference: "R1", amountFen: fen(500), purpose: "wage" };
 * const again = { payment, reference: "R2", usedReferences: new Set(["R1"]) };
 * repay({ ...again, standing: "returned" }).ok; // => true
 * repay({ ...again, standing: "unknown" }).ok; // => false
 */
export function repay(repayment: Repayment): Parsed<PayoutRecord> {
  const { payment, standing, reference, usedReferences } = repayment;
  if (standing !== "rejected" && standing !== "returned") {
    const values = { reference: payment.reference, found: standing };
    return failed(createIssue(outcomeIssues, "repayment-not-due", values));
  }
  if (reference === payment.reference || usedReferences.has(reference)) {
    return failed(createIssue(outcomeIssues, "repayment-reference-used", { reference }));
  }
  return parsed({ ...payment, reference });
}
