import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about imported records. */
export type ImportIssueCode =
  | "birth-differs"
  | "document-kind-differs"
  | "document-kind-unsupported"
  | "form-date-unreadable"
  | "mode-needs-decision"
  | "serial-repeated"
  | "sex-differs"
  | "unit-missing"
  | "unit-name-differs"
  | "unit-unknown";

/** Messages about records. */
export const importIssues: IssueCatalogue<ImportIssueCode> = {
  "birth-differs": {
    severity: "warning",
    zh: "出生年月与证件号码中的不一致，已以证件号码为准，请核对。",
    en: "The birth month is not the one inside the identity number, which was used. Check it.",
  },
  "document-kind-differs": {
    severity: "warning",
    zh: "证件类型填为“{found}”，但号码是{expected}的号码，已以号码为准，请核对。",
    en: 'The kind of document reads "{found}", but the number is one of a {expected}; the number was followed. Check it.',
  },
  "document-kind-unsupported": {
    severity: "error",
    zh: "暂不支持证件类型“{found}”。可填：居民身份证、港澳台居民居住证、外国人永久居留身份证。",
    en: 'The kind of document "{found}" is not supported. Allowed: 居民身份证, 港澳台居民居住证, 外国人永久居留身份证.',
  },
  "form-date-unreadable": {
    severity: "warning",
    zh: "表头的填报日期“{found}”无法识别，请按 2024-01-08 的格式填写。",
    en: 'The date in the form\'s head, "{found}", cannot be read. Write it as 2024-01-08.',
  },
  "mode-needs-decision": {
    severity: "needs-decision",
    zh: "用工形式填为“其他”，不能确定归入哪种用人模式，请用人单位确认后填写。",
    en: 'The form of employment is "other", which leaves the employing mode open. The unit has to say which it is.',
    options: [
      { code: "direct", zh: "直签", en: "direct hire" },
      { code: "dispatch", zh: "劳务派遣", en: "labour dispatch" },
      { code: "outsourcing", zh: "服务外包", en: "service outsourcing" },
    ],
  },
  "serial-repeated": {
    severity: "warning",
    zh: "序号在同一单位内重复，该行编号记为 {id}。请核对是否重复填报。",
    en: "The serial number comes again within the unit; the row has the id {id}. Check whether it was listed twice.",
  },
  "sex-differs": {
    severity: "warning",
    zh: "性别与证件号码不一致，已以证件号码为准，请核对。",
    en: "The sex is not the one the identity number shows, which was used. Check it.",
  },
  "unit-missing": {
    severity: "error",
    zh: "没有写明用人单位，无法确定该行属于哪个单位。请补填“用人单位”列。",
    en: "No employer unit is given, so the row belongs to none. Fill in the column 用人单位.",
  },
  "unit-name-differs": {
    severity: "warning",
    zh: "用人单位填为“{found}”，与“{unit}”不一致，已按“{unit}”读取。请核对，其余各行不再提示。",
    en: 'The unit reads "{found}" and was taken for "{unit}", the only one there is. Check it; other rows are not mentioned.',
  },
  "unit-unknown": {
    severity: "error",
    zh: "用人单位“{found}”不在单位名单中。请按名单中的全称填写。",
    en: 'The unit "{found}" is not on the list of units. Write its full name as on the list.',
  },
};
