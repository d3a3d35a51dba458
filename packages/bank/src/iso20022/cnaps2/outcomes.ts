import { createIssue, type Issue } from "@tongchou/core";
import type { PaymentOutcome } from "../../adapter.js";
import { bankIssues } from "../../issues.js";
import type { FailureReason, StatusTable } from "../../outcome.js";
import type { CnapsDocument } from "./document.js";
import type { CnapsCredit, CnapsCreditHead } from "./layouts.js";

/**
 * What PrcSts means for the payments of a message. Names partly from memory, so a deployment can bring
 * another table.
 *
 * Netted (PR03) and settled (PR04) are between banks: that the payee has the money neither of them says.
 */
export const cnapsStatuses: StatusTable = {
  PR03: { outcome: "processing" },
  PR04: { outcome: "unconfirmed" },
  PR05: { outcome: "paid" },
  PR08: { outcome: "rejected" },
  PR09: { outcome: "rejected" },
  PR21: { outcome: "rejected" },
  PR22: { outcome: "returned" },
};

/** Which credits are money that comes back; both codes have to be these. */
export interface ReturnCodes {
  /** Default: `A105`. */
  readonly category: string;
  /** Default: `02108`. */
  readonly purpose: string;
}

/** 退汇: business A105, for 02108. */
export const returnCodes: ReturnCodes = { category: "A105", purpose: "02108" };

/** What a return says of the payment that came back. */
export interface ReturnedPayment {
  /** TxId, or the reference, of the original. */
  readonly reference: string;
  readonly reason?: FailureReason | undefined;
  readonly reasonText?: string | undefined;
}

/** How the outcomes of credits are told. */
export interface CnapsOutcomeOptions {
  readonly statuses?: StatusTable | undefined;
  readonly returnCodes?: ReturnCodes | undefined;
  /**
   * Finds the original that a return is about. Where and how it stands is not public and differs, so there is
   * no default; a return whose original is not found, or that was not made, is `unknown`.
   */
  readonly originalOf?: ((credit: CnapsCredit) => ReturnedPayment | undefined) | undefined;
}

/**
 * Tells what a package of credits says of payments. A return is a credit of its own, days later, about
 * another.
 *
 * @returns one outcome for each credit, and `status-unknown` where the table has no such status
 */
export function cnapsOutcomes(
  document: CnapsDocument<CnapsCreditHead, CnapsCredit>,
  options: CnapsOutcomeOptions = {},
): { readonly outcomes: readonly PaymentOutcome[]; readonly issues: readonly Issue[] } {
  const { statuses = cnapsStatuses, returnCodes: codes = returnCodes, originalOf } = options;
  const { status: code = "", rejection } = document.head;
  const meaning = Object.hasOwn(statuses, code) ? statuses[code] : undefined;
  const issues = meaning === undefined ? [createIssue(bankIssues, "status-unknown", { found: code })] : [];
  const outcomes = document.rows.map((credit, index): PaymentOutcome => {
    const { amountFen, payeeName, payeeAccount, transactionId } = credit;
    const said = { row: index + 1, statusText: code, amountFen };
    if (isReturn(credit, codes)) {
      const isMade = meaning !== undefined && meaning.outcome !== "rejected";
      const original = isMade ? originalOf?.(credit) : undefined;
      const status = original === undefined ? "unknown" : "returned";
      return { ...said, status, ...original, reason: original?.reason ?? (original && "other") };
    }
    const status = meaning?.outcome ?? "unknown";
    const reason = meaning?.reason ?? (status === "rejected" || status === "returned" ? "other" : undefined);
    const named = { reference: transactionId, payeeName, payeeAccount };
    return { ...said, status, reason, reasonText: rejection, ...named };
  });
  return { outcomes, issues };
}

/** Whether a credit is money that comes back. */
export function isReturn(credit: CnapsCredit, codes: ReturnCodes = returnCodes): boolean {
  return credit.category === codes.category && credit.purpose === codes.purpose;
}
