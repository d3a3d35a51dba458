import type { FailureReason, StatusTable } from "../outcome.js";

/**
 * Statuses of pain.002, of a payment, a part or the whole message: ISO's external code sets for statuses.
 *
 * ACSC says that the payer's account was debited and nothing of the payee's, so it is `unconfirmed`; ACCC
 * says that the payee has the money. PART says nothing of any one payment. A bank that means otherwise gets a
 * table of its own.
 */
export const paymentStatuses: StatusTable = {
  RCVD: { outcome: "processing" },
  PDNG: { outcome: "processing" },
  ACTC: { outcome: "processing" },
  ACCP: { outcome: "processing" },
  ACFC: { outcome: "processing" },
  ACSP: { outcome: "processing" },
  ACWC: { outcome: "processing" },
  PATC: { outcome: "processing" },
  ACWP: { outcome: "unconfirmed" },
  ACSC: { outcome: "unconfirmed" },
  ACCC: { outcome: "paid" },
  RJCT: { outcome: "rejected" },
  CANC: { outcome: "rejected" },
};

/** Reasons of rejections and returns: ISO's external code sets for status and return reasons. */
export const returnReasons: Readonly<Record<string, FailureReason>> = {
  AC01: "account-unknown",
  AC02: "account-unknown",
  AC03: "account-unknown",
  AC04: "account-closed",
  AC05: "account-closed",
  AC06: "account-frozen",
  AC07: "account-closed",
  AC14: "account-kind",
  AC16: "account-frozen",
  AG01: "account-kind",
  AG02: "format",
  AG03: "authorisation-refused",
  AM01: "format",
  AM02: "amount-above-limit",
  AM04: "funds-insufficient",
  AM05: "duplicate",
  AM12: "format",
  AM14: "amount-above-limit",
  AM23: "amount-above-limit",
  BE01: "name-mismatch",
  BE04: "format",
  BE05: "authorisation-refused",
  DS02: "authorisation-refused",
  DU01: "duplicate",
  DU02: "duplicate",
  DU03: "duplicate",
  DU04: "duplicate",
  FF01: "format",
  MD07: "account-frozen",
  MS02: "other",
  MS03: "other",
  NARR: "other",
  RC01: "format",
  RR04: "security",
  TM01: "payee-bank-unavailable",
};
