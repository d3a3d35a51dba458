import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues that only the command raises. */
export type CliIssueCode =
  | "employee-number-repeated"
  | "field-unknown"
  | "kind-unknown"
  | "line-not-json"
  | "line-not-object"
  | "pay-ambiguous"
  | "pay-missing"
  | "pay-without-worker"
  | "region-unknown";

/** Messages that only the command raises. */
export const cliIssues: IssueCatalogue<CliIssueCode> = {
  "employee-number-repeated": {
    severity: "warning",
    zh: "工号 {number} 用于 {count} 个不同的人，改用名册序号作为编号，请更正工号。",
    en: "The employee number {number} stands for {count} different people; the roster's number is used instead. Correct it.",
  },
  "field-unknown": {
    severity: "warning",
    zh: "没有“{field}”这个字段，已忽略，请核对拼写。",
    en: 'There is no field "{field}"; it was ignored. Check the spelling.',
  },
  "kind-unknown": {
    severity: "error",
    zh: "没有“{found}”这种计算，可用：{kinds}。",
    en: 'There is no calculation "{found}". There are: {kinds}.',
  },
  "line-not-json": {
    severity: "error",
    zh: "这一行不是 JSON，请每行写一个 JSON 对象。",
    en: "This line is not JSON. Write one JSON object a line.",
  },
  "line-not-object": {
    severity: "error",
    zh: "这一行不是 JSON 对象，请写成带 kind 字段的对象。",
    en: "This line is not a JSON object. Write an object with a member kind.",
  },
  "pay-ambiguous": {
    severity: "error",
    zh: "工资表中同一证件号码有 {count} 行，无法确定应发，请合并或更正。",
    en: "The pay sheet has {count} rows with this identity number, so the pay is not certain. Merge or correct them.",
  },
  "pay-missing": {
    severity: "error",
    zh: "名册上有此人，工资表中没有，本月不结算；请补工资或说明离职。",
    en: "The worker is on the roster and not on the pay sheet; nothing is settled. Add the pay, or report that the worker left.",
  },
  "pay-without-worker": {
    severity: "error",
    zh: "工资表中的证件号码 {number} 在名册上没有可用的一行，本月不结算；请对照名册更正。",
    en: "The identity number {number} on the pay sheet has no usable row on the rosters; nothing is settled. Check it against the roster.",
  },
  "region-unknown": {
    severity: "error",
    zh: "地区“{found}”没有已确认的社会保险规定，目前支持九江市（3604 开头的区划代码）。",
    en: 'No insurance rules are established for the region "{found}"; Jiujiang is (division codes that begin with 3604).',
  },
};
