import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about declarations that are written or compared. */
export type DeclarationIssueCode =
  | "declaration-field-missing"
  | "declaration-repeated"
  | "declaration-sum-differs"
  | "declaration-word-unknown"
  | "fund-amount-differs"
  | "fund-person-left-over"
  | "fund-person-missing";

/** Messages about declarations; people are named by the place of their record alone. */
export const declarationIssues: IssueCatalogue<DeclarationIssueCode> = {
  "declaration-field-missing": {
    severity: "error",
    zh: "“{title}”必须填写“{header}”，该人员没有此项数据，未写入。请补齐后重新生成。",
    en: 'The list {title} needs "{header}", which is not known of this person, who was left out. Fill it in and write the list again.',
  },
  "declaration-repeated": {
    severity: "error",
    zh: "同一人同一月份已在第 {first} 条申报，本条未采用。请核对后只保留一条。",
    en: "Record {first} already stands for this person and month, so this one was not used. Keep one of them.",
  },
  "declaration-sum-differs": {
    severity: "warning",
    zh: "单位与个人缴存额相加为 {sum} 元，“{header}”为 {found} 元，请核对。",
    en: 'Both sides add up to {sum} yuan, while "{header}" reads {found} yuan. Check them.',
  },
  "declaration-word-unknown": {
    severity: "error",
    zh: "“{title}”的“{header}”没有与“{found}”对应的代码，该人员未写入。可用：{allowed}。",
    en: 'The list {title} has no code for "{found}" in "{header}"; the person was left out. There are codes for: {allowed}.',
  },
  "fund-amount-differs": {
    severity: "warning",
    zh: "公积金中心名单的“{header}”为 {found} 元，应为 {expected} 元，请核对并办理变更或补缴。",
    en: "The fund's list has {found} yuan under {header}, while {expected} yuan are due. Check it, and file a change or a back payment.",
  },
  "fund-person-left-over": {
    severity: "warning",
    zh: "公积金中心名单中有此人，本月汇缴清册中没有。请核对是否需要封存。",
    en: "The fund lists this person, who is not on this month's remittance list. Check whether the account is to be sealed.",
  },
  "fund-person-missing": {
    severity: "warning",
    zh: "本月汇缴清册中的人员不在公积金中心名单中。请核对是否需要开户或启封。",
    en: "A person of this month's remittance list is not on the fund's. Check whether the account is to be opened or unsealed.",
  },
};
