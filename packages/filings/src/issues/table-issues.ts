import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about sheets, headers and rows. */
export type TableIssueCode =
  | "column-duplicate"
  | "column-hidden"
  | "column-in-ten-thousands"
  | "column-missing"
  | "header-not-found"
  | "row-hidden"
  | "row-without-key"
  | "sheet-hidden-left"
  | "sheet-hidden-read"
  | "sheet-incomplete-left"
  | "sheet-not-found"
  | "sheets-of-several-months"
  | "sheets-several"
  | "total-differs";

/** Messages about tables. */
export const tableIssues: IssueCatalogue<TableIssueCode> = {
  "column-duplicate": {
    severity: "warning",
    zh: "列“{header}”重复（记为 {name}），只采用 {used} 列，请核对。",
    en: 'The column "{header}" comes again (as {name}); only column {used} is used. Check it.',
  },
  "column-hidden": {
    severity: "info",
    zh: "列“{header}”在表中被隐藏，仍已读取。",
    en: 'The column "{header}" is hidden in the sheet and was read all the same.',
  },
  "column-in-ten-thousands": {
    severity: "warning",
    zh: "列“{header}”以万元为单位，各行金额已乘以 10000，请核对。",
    en: 'The column "{header}" is in units of 10,000 yuan; its amounts were multiplied. Check them.',
  },
  "column-missing": {
    severity: "warning",
    zh: "没有找到“{header}”列。请补上该列，列名与表样一致。",
    en: 'There is no column "{header}". Add it with the header of the form.',
  },
  "header-not-found": {
    severity: "error",
    zh: "前20行中没有找到《{profile}》的表头。请检查是否提交了正确的文件，列名是否与表样一致。",
    en: "The first 20 rows have no header of the form {profile}. Check whether it is the right file and its headers are those of the form.",
  },
  "row-hidden": {
    severity: "info",
    zh: "该行在表中被隐藏（或被筛选掉），仍已读取。",
    en: "The row is hidden or filtered out in the sheet and was read all the same.",
  },
  "row-without-key": {
    severity: "warning",
    zh: "该行有内容，但没有可识别的姓名、证件号码等关键信息，未采用。请补填，或删除该行。",
    en: "The row has content but none of the columns that identify a record; it is not used. Complete or delete it.",
  },
  "sheet-hidden-left": {
    severity: "warning",
    zh: "隐藏的工作表“{sheets}”也有同样的表头，未读取。如需读取请取消隐藏。",
    en: 'The hidden sheet "{sheets}" has the same header and was not read. Unhide it if it should be.',
  },
  "sheet-hidden-read": {
    severity: "warning",
    zh: "只有隐藏的工作表“{sheets}”符合表样，已读取该表，请核对。",
    en: 'Only the hidden sheet "{sheets}" fits the form; it was read. Check it.',
  },
  "sheet-incomplete-left": {
    severity: "warning",
    zh: "工作表“{sheets}”也有人员，但缺少“{columns}”列，未读取。如需读取请补上该列。",
    en: 'The sheet "{sheets}" has people too but lacks the column {columns}; it was not read. Add the column if it should be.',
  },
  "sheet-not-found": {
    severity: "error",
    zh: "没有所指定的工作表或月份。符合《{profile}》的工作表：{sheets}。",
    en: "There is no such sheet or month. Sheets that fit the form {profile}: {sheets}.",
  },
  "sheets-of-several-months": {
    severity: "error",
    zh: "文件中有几个月份的工作表（{sheets}），请指明读取哪个月。",
    en: "The file has sheets of several months ({sheets}). Say which month to read.",
  },
  "sheets-several": {
    severity: "warning",
    zh: "有几个工作表符合表样（{sheets}），已全部读取，请核对有无重复。",
    en: "Several sheets fit the form ({sheets}); all of them were read. Check for repetitions.",
  },
  "total-differs": {
    severity: "warning",
    zh: "表中合计为 {found} 元，各行相加为 {sum} 元，相差 {difference} 元（其中 {unreadable} 行金额无法读取）。请核对。",
    en: "The sheet's total is {found} yuan, its rows add up to {sum} yuan, a difference of {difference} yuan; rows without a readable amount: {unreadable}. Check it.",
  },
};
