import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about single values. */
export type CellIssueCode =
  | "account-leading-zeros"
  | "account-numeric-cell"
  | "boolean-unknown"
  | "cell-error"
  | "cell-uncomputed"
  | "code-numeric-cell"
  | "date-lacks-day"
  | "date-serial-range"
  | "identity-digits-lost"
  | "identity-ends-in-zeros"
  | "identity-numeric-cell"
  | "integer-not-whole"
  | "money-date-cell"
  | "money-ten-thousands"
  | "month-ambiguous"
  | "rate-out-of-range"
  | "value-missing"
  | "value-too-long"
  | "word-unknown";

/** Messages about values; numbers of people and accounts in them are masked. */
export const cellIssues: IssueCatalogue<CellIssueCode> = {
  "account-leading-zeros": {
    severity: "warning",
    zh: "账号 {found} 是数值格式，开头如有 0 已丢失。请核对，并将单元格设为文本后重新录入。",
    en: "The account number {found} is in a number cell, which drops leading zeros. Check it, set the cell to text and enter it again.",
  },
  "account-numeric-cell": {
    severity: "error",
    zh: "账号 {found} 是数值格式，超过15位的末尾数字已丢失，无法恢复。请将单元格设为文本后重新录入。",
    en: "The account number {found} is in a number cell, which keeps 15 digits; the last ones are lost. Set the cell to text and enter it again.",
  },
  "boolean-unknown": {
    severity: "error",
    zh: "“{found}”不能判断是或否，请填写“是”或“否”。",
    en: '"{found}" is neither yes nor no. Enter 是 or 否.',
  },
  "cell-error": {
    severity: "error",
    zh: "单元格显示错误值 {found}，请更正公式，或直接填写数值。",
    en: "The cell shows the error {found}. Mend its formula or enter the value.",
  },
  "cell-uncomputed": {
    severity: "error",
    zh: "单元格是公式但没有保存计算结果。请用表格软件打开并保存一次，或直接填写数值。",
    en: "The cell holds a formula without a stored result. Open and save the file in a spreadsheet program, or enter the value.",
  },
  "code-numeric-cell": {
    severity: "error",
    zh: "编号是数值格式，超过15位的末尾数字已丢失，无法恢复。请将单元格设为文本后重新录入。",
    en: "The code is in a number cell, which keeps 15 digits; the last ones are lost. Set the cell to text and enter it again.",
  },
  "date-lacks-day": {
    severity: "error",
    zh: "日期“{found}”没有写到日，请按 2024-03-01 的格式填写。",
    en: 'The date "{found}" lacks its day. Write it as 2024-03-01.',
  },
  "date-serial-range": {
    severity: "error",
    zh: "日期“{found}”不是有效的日期序号（1 至 80000），请按 2024-03-01 的格式填写。",
    en: 'The date "{found}" is no serial number of a day (1 to 80000). Write it as 2024-03-01.',
  },
  "identity-digits-lost": {
    severity: "error",
    zh: "证件号码 {found} 末三位为 0 且校验不符，是数值格式造成的末位丢失，无法恢复。请将单元格设为文本后重新录入。",
    en: "The identity number {found} ends in three zeros and fails its check: a number cell lost its last digits. Set the cell to text and enter it again.",
  },
  "identity-ends-in-zeros": {
    severity: "warning",
    zh: "证件号码 {found} 末三位为 0，可能是数值格式造成的末位丢失，请对照证件核对。",
    en: "The identity number {found} ends in three zeros, as numbers do that lost their last digits. Check it against the document.",
  },
  "identity-numeric-cell": {
    severity: "error",
    zh: "证件号码 {found} 为数值格式，末位已丢失，无法恢复。请将单元格设为文本后重新录入。",
    en: "The identity number {found} is in a number cell, so its last digits are lost. Set the cell to text and enter it again.",
  },
  "integer-not-whole": {
    severity: "error",
    zh: "“{found}”不是整数，请填写整数，例如 12。",
    en: '"{found}" is not a whole number. Enter one, such as 12.',
  },
  "money-date-cell": {
    severity: "error",
    zh: "金额单元格是日期格式（序号 {found}），请将单元格设为数值后重新填写。",
    en: "The amount is in a cell formatted as a date (serial {found}). Set the cell to a number and enter the amount again.",
  },
  "money-ten-thousands": {
    severity: "warning",
    zh: "金额“{found}”以万元为单位，已按 {amount} 元读取，请核对。",
    en: 'The amount "{found}" is in units of 10,000 yuan and was read as {amount} yuan. Check it.',
  },
  "month-ambiguous": {
    severity: "error",
    zh: "数值 {found} 不能区分 1 月和 10 月（末尾的 0 会丢失），请按 1990-01 的格式填写。",
    en: "The number {found} may stand for January or October, because numbers lose their last zero. Write it as 1990-01.",
  },
  "rate-out-of-range": {
    severity: "error",
    zh: "比例“{found}”应在 0 至 100% 之间。百分之十二请写 12% 或 0.12。",
    en: 'The rate "{found}" should lie between 0 and 100 %. Twelve per cent is 12% or 0.12.',
  },
  "value-missing": {
    severity: "warning",
    zh: "没有填写“{header}”，请补填。",
    en: 'The column "{header}" is empty. Fill it in.',
  },
  "value-too-long": {
    severity: "error",
    zh: "内容超过 {limit} 个字符，不是这一列应填的内容，请更正。",
    en: "The cell has more than {limit} characters, which is not what this column asks for. Correct it.",
  },
  "word-unknown": {
    severity: "error",
    zh: "“{found}”不是可填的内容，请填写其中之一：{allowed}。",
    en: '"{found}" is not allowed here. Enter one of: {allowed}.',
  },
};
