import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about corrections. */
export type CorrectionIssueCode =
  | "correction-mismatch"
  | "earlier-statement-missing"
  | "earlier-statement-unsound"
  | "payee-overpaid"
  | "worker-overpaid";

/** Messages about corrections. */
export const correctionIssues: IssueCatalogue<CorrectionIssueCode> = {
  "correction-mismatch": {
    severity: "error",
    zh: "结算单 {earlier} 是单位 {unit} {period} 的，不能用另一单位或另一月份的数据更正。",
    en: "The statement {earlier} is of unit {unit} and {period}; it cannot be corrected with another unit's or month's data.",
  },
  "earlier-statement-missing": {
    severity: "error",
    zh: "这是对结算单 {earlier}（摘要 {digest}）的更正，核验时请一并提供那份结算单。",
    en: "This corrects the statement {earlier} (digest {digest}). Give that statement as well to check it.",
  },
  "earlier-statement-unsound": {
    severity: "error",
    zh: "被更正的结算单 {earlier} 自身未通过核验，更正无从核对；请先核验那份结算单。",
    en: "The statement {earlier} that is corrected fails verification itself, so nothing can be checked against it. Verify that one first.",
  },
  "payee-overpaid": {
    severity: "needs-decision",
    zh: "更正后，已付{zh}的款项多出 {amount} 元，不作负数付款，挂账；请决定如何冲回。",
    en: "After the correction {en} has been paid {amount} yuan too much. No negative payment is made, the amount is carried. Decide how it is made up.",
    options: [
      { code: "credit", zh: "在下期应付中抵减", en: "credit it against the next payment" },
      { code: "refund", zh: "由收款方退回专户", en: "the payee pays it back to the wage account" },
    ],
  },
  "worker-overpaid": {
    severity: "needs-decision",
    zh: "更正后，已发工资多出 {amount} 元，不自动追回，挂账；请与本人确认后决定处理方式。",
    en: "After the correction {amount} yuan too much have been paid. Nothing is taken back by itself, the amount is carried. Settle with the worker how it is made up.",
    options: [
      {
        code: "agreed-deduction",
        zh: "经本人同意从以后工资中扣回",
        en: "deduct it from later pay, as agreed",
      },
      { code: "worker-pays", zh: "由本人退回", en: "the worker pays it back" },
      { code: "unit-bears", zh: "由单位承担", en: "the unit bears it" },
    ],
  },
};
