import { identifierIssues, type IdentifierIssueCode } from "./identifier-issues.js";
import type { IssueCatalogue } from "./issue.js";
import { migrationIssues, type MigrationIssueCode } from "./migration-issues.js";

/** Codes of issues about values of any kind. */
export type ValueIssueCode =
  | "date-not-a-date"
  | "money-not-a-number"
  | "money-out-of-range"
  | "money-too-precise"
  | "period-not-a-period"
  | "rate-not-a-number"
  | "rate-too-precise"
  | "schema-invalid";

/** Every issue code of this package. */
export type CoreIssueCode = ValueIssueCode | IdentifierIssueCode | MigrationIssueCode;

const valueIssues: IssueCatalogue<ValueIssueCode> = {
  "date-not-a-date": {
    severity: "error",
    zh: "日期“{found}”不是日历上的日期，请按 2024-03-01 的格式填写。",
    en: 'The date reads "{found}", which is not a calendar day. Write it as 2024-03-01.',
  },
  "money-not-a-number": {
    severity: "error",
    zh: "金额“{found}”不是数字，请填写以元为单位的数字，例如 3500.00。",
    en: 'The amount reads "{found}", which is not a number. Enter digits in yuan, such as 3500.00.',
  },
  "money-out-of-range": {
    severity: "error",
    zh: "金额“{found}”超出可处理范围（整数部分至多13位），请核对。",
    en: 'The amount "{found}" has more than 13 digits before the point. Check it.',
  },
  "money-too-precise": {
    severity: "error",
    zh: "金额“{found}”超过两位小数，最小单位为分，请改为两位小数。",
    en: 'The amount "{found}" has more than two decimals; the smallest unit is the fen. Round it to two decimals.',
  },
  "period-not-a-period": {
    severity: "error",
    zh: "月份“{found}”无效，请按 2024-03 的格式填写。",
    en: '"{found}" is not a month. Write it as 2024-03.',
  },
  "rate-not-a-number": {
    severity: "error",
    zh: "比例“{found}”不是数字，请填写 8% 或 0.08。",
    en: 'The rate reads "{found}", which is not a number. Enter 8% or 0.08.',
  },
  "rate-too-precise": {
    severity: "error",
    zh: "比例“{found}”的精度超过百万分之一，请核对。",
    en: 'The rate "{found}" is finer than one part per million. Check it.',
  },
  "schema-invalid": {
    severity: "error",
    zh: "{path} 的内容不符合要求：",
    en: "{path} does not have the expected form:",
  },
};

/** The messages of this package's issues in both languages. */
export const coreIssues: IssueCatalogue<CoreIssueCode> = {
  ...valueIssues,
  ...identifierIssues,
  ...migrationIssues,
};
