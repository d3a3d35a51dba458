import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about paying once more. */
export type OutcomeIssueCode = "repayment-not-due" | "repayment-reference-used";

/** The messages of those issues in both languages. */
export const outcomeIssues: IssueCatalogue<OutcomeIssueCode> = {
  "repayment-not-due": {
    severity: "error",
    zh: "付款 {reference} 当前为“{found}”，只有 rejected（未付）或 returned（退汇）的付款才能重新发放。请先向银行查询。",
    en: "The payment {reference} stands at {found}; only what was rejected or returned can be paid again. Ask the bank first.",
  },
  "repayment-reference-used": {
    severity: "error",
    zh: "重新发放使用的编号 {reference} 已经用过，银行会当作重复付款。请用新的次数（attempt）生成新编号。",
    en: "The reference {reference} of the new attempt has been used; the bank would take it for a repetition. Derive one with the next attempt.",
  },
};
