import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about paying or submitting once more. */
export type OutcomeIssueCode = "repayment-not-due" | "repayment-reference-used" | "resubmission-too-early";

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
  "resubmission-too-early": {
    severity: "error",
    zh: "批次 {batchNumber} 尚不能原样重发：须银行答复“查无此批”，且已超过其保证的处理时限（{allowed}）。请继续查询。",
    en: "The part {batchNumber} cannot be submitted again yet: the bank has to say that it does not have it, after the time it guarantees ({allowed}). Keep asking.",
  },
};
