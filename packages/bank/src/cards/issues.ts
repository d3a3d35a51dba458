import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about cards and their registry. */
export type CardIssueCode =
  | "card-answer-invalid"
  | "card-answer-missing"
  | "card-answer-unknown"
  | "card-cancelled"
  | "card-dormant"
  | "card-field-missing"
  | "card-field-too-wide"
  | "card-lost"
  | "card-not-activated"
  | "card-operation-unsupported"
  | "card-state-unknown"
  | "card-temporarily-lost";

/** The messages of these issues in both languages. */
export const cardIssues: IssueCatalogue<CardIssueCode> = {
  "card-answer-invalid": {
    severity: "error",
    zh: "社保卡系统的应答{foundZh}，无法采用，办理结果未知。请查询卡状态后再决定是否重办。",
    en: "The registry's answer {foundEn}, so it was not used and the outcome is not known. Query the card before trying again.",
  },
  "card-answer-missing": {
    severity: "error",
    zh: "没有收到社保卡系统对“{operation}”的完整应答，办理结果未知。请查询卡状态后再决定是否重办。",
    en: 'No whole answer came to "{operation}", so its outcome is not known. Query the card before trying again.',
  },
  "card-answer-unknown": {
    severity: "warning",
    zh: "社保卡系统的应答码“{found}”不在对照表中，办理结果按“未知”处理。请查询卡状态，并补充对照表。",
    en: 'The registry\'s answer "{found}" is not in the table, so the outcome is unknown. Query the card and add the code.',
  },
  "card-cancelled": {
    severity: "error",
    zh: "付款 {reference} 的收款卡 {account} 已注销，未列入本批。请换发新卡并更新账号后再付。",
    en: "The payee's card {account} of the payment {reference} has been cancelled; the payment was held back. Have a new card issued and pay to that.",
  },
  "card-dormant": {
    severity: "error",
    zh: "付款 {reference} 的收款账户 {account} 为不动户，未列入本批。请持卡人到银行恢复账户后再付。",
    en: "The account {account} of the payment {reference} is dormant; the payment was held back. The holder has to have the bank revive it.",
  },
  "card-field-missing": {
    severity: "error",
    zh: "办理“{operation}”需要 {field}，没有填写，请补填。",
    en: 'The operation "{operation}" needs {field}, which is not given. Fill it in.',
  },
  "card-field-too-wide": {
    severity: "error",
    zh: "{field} 共 {found} 字节，接口最多 {allowed} 字节，不会截断，请核对。",
    en: "The value of {field} takes {found} bytes; the registry takes {allowed}, and nothing is cut off. Check it.",
  },
  "card-lost": {
    severity: "error",
    zh: "付款 {reference} 的收款卡 {account} 已正式挂失，未列入本批。请补换卡并更新账号后再付。",
    en: "The payee's card {account} of the payment {reference} has been reported lost; the payment was held back. Have it replaced and pay to the new card.",
  },
  "card-not-activated": {
    severity: "error",
    zh: "付款 {reference} 的收款卡 {account} 银行账户尚未激活，未列入本批。请持卡人到银行激活后再付。",
    en: "The bank account of the card {account} of the payment {reference} is not activated; the payment was held back. The holder has to activate it at the bank.",
  },
  "card-operation-unsupported": {
    severity: "error",
    zh: "{registry} 没有“{operation}”的接口，或接口用语尚未配置。请线下办理，或向系统方取得接口后配置。",
    en: '{registry} has no operation for "{operation}", or its word is not configured. Do it at the counter, or configure it once it is known.',
  },
  "card-state-unknown": {
    severity: "warning",
    zh: "付款 {reference} 的收款卡 {account} 状态未知，付款照常列入。请查询卡状态。",
    en: "The state of the card {account} of the payment {reference} is not known; the payment goes through. Query the card.",
  },
  "card-temporarily-lost": {
    severity: "error",
    zh: "付款 {reference} 的收款卡 {account} 处于临时挂失，未列入本批。请持卡人解除挂失或补换卡后再付。",
    en: "The payee's card {account} of the payment {reference} is reported lost for the time being; the payment was held back. The holder has to release or replace it.",
  },
};
