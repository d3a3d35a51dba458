import type { FailureReason, StatusMeaning, StatusTable } from "../../outcome.js";

const paid: StatusMeaning = { outcome: "paid" };
const unconfirmed: StatusMeaning = { outcome: "unconfirmed" };
const unknown: StatusMeaning = { outcome: "unknown" };

function rejected(reason: FailureReason): StatusMeaning {
  return { outcome: "rejected", reason };
}

/**
 * What the codes of field 39 mean for a payment (Q/CUP 006.6-2015, annex A.2.1).
 *
 * That a code is an approval, a refusal, a fault or a "defective success" is sourced; which of our reasons a
 * refusal has is sourced for 05, 14, 15, 21, 41, 51, 54, 55, 99, A0, A3 and A7, and follows the like codes of
 * ISO 8583:1987 for the others. Not compared with a network's own document.
 *
 * - 10 approves a part: the amount is the answer's own.
 * - 22, 25, 68, 90, 91, 92, 96, 98 and F5 say nothing of the payment: ask.
 * - 94, D4 and F2 say that there was such a message before: ask what became of that one.
 */
export const unionPayResponseCodes: StatusTable = {
  "00": paid,
  "01": rejected("authorisation-refused"),
  "03": rejected("authorisation-refused"),
  "05": rejected("name-mismatch"),
  "10": paid,
  "11": paid,
  "12": rejected("format"),
  "13": rejected("format"),
  "14": rejected("account-unknown"),
  "15": rejected("account-unknown"),
  "21": rejected("account-dormant"),
  "22": unknown,
  "25": unknown,
  "30": rejected("format"),
  "34": rejected("card-restricted"),
  "38": rejected("card-restricted"),
  "40": rejected("other"),
  "41": rejected("card-lost"),
  "43": rejected("card-restricted"),
  "45": rejected("other"),
  "51": rejected("funds-insufficient"),
  "54": rejected("card-expired"),
  "55": rejected("security"),
  "57": rejected("card-restricted"),
  "58": rejected("authorisation-refused"),
  "59": rejected("authorisation-refused"),
  "61": rejected("amount-above-limit"),
  "62": rejected("card-restricted"),
  "64": rejected("other"),
  "65": rejected("amount-above-limit"),
  "68": unknown,
  "75": rejected("card-restricted"),
  "90": unknown,
  "91": unknown,
  "92": unknown,
  "94": { outcome: "unknown", reason: "duplicate" },
  "96": unknown,
  "97": rejected("authorisation-refused"),
  "98": unknown,
  "99": rejected("security"),
  A0: rejected("security"),
  A2: unconfirmed,
  A3: rejected("account-unknown"),
  A4: unconfirmed,
  A5: unconfirmed,
  A6: unconfirmed,
  A7: rejected("security"),
  B1: rejected("other"),
  C1: rejected("other"),
  D1: rejected("format"),
  D2: rejected("format"),
  D3: rejected("format"),
  D4: { outcome: "unknown", reason: "duplicate" },
  D5: rejected("other"),
  D6: rejected("other"),
  D7: rejected("other"),
  D8: rejected("other"),
  D9: rejected("format"),
  DA: rejected("format"),
  DB: rejected("format"),
  DC: rejected("other"),
  F1: rejected("format"),
  F2: { outcome: "unknown", reason: "duplicate" },
  F3: rejected("format"),
  F4: rejected("other"),
  F5: unknown,
  N1: rejected("amount-above-limit"),
  P1: rejected("other"),
  Y1: paid,
  Y3: paid,
  Z1: rejected("authorisation-refused"),
  Z3: rejected("authorisation-refused"),
};

/** What a code asks of the sender beside taking down the outcome. */
export type ResponseFollowUp = "query" | "query-first" | "sign-on-again" | "configure" | "reconcile-next-day";

/**
 * What to do after a code: ask what became of the payment, or of the first message of that number; sign on
 * again for new keys; correct the terminal's data; compare with the next day's file. Others need nothing.
 */
export const unionPayFollowUps: Readonly<Record<string, ResponseFollowUp>> = {
  "22": "query",
  "25": "query",
  "68": "query",
  "90": "query",
  "91": "query",
  "92": "query",
  "94": "query-first",
  "96": "query",
  "97": "configure",
  "98": "query",
  "99": "sign-on-again",
  A0: "sign-on-again",
  A2: "reconcile-next-day",
  A4: "reconcile-next-day",
  A5: "reconcile-next-day",
  A6: "reconcile-next-day",
  A7: "sign-on-again",
  D4: "query-first",
  F2: "query-first",
  F5: "query",
};
