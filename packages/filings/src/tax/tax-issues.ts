import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about the tax office's exports and how they compare. */
export type TaxIssueCode =
  | "tax-differs-additional-deductions"
  | "tax-differs-base"
  | "tax-differs-months"
  | "tax-differs-other-agent"
  | "tax-differs-rate-table"
  | "tax-differs-relief"
  | "tax-differs-rounding"
  | "tax-differs-unexplained"
  | "tax-income-item-other"
  | "tax-name-differs"
  | "tax-period-differs"
  | "tax-person-ambiguous"
  | "tax-person-not-exported"
  | "tax-person-not-ours"
  | "tax-person-repeated"
  | "tax-row-sum-differs";

const figuresZh = "“{header}”：本方 {own} 元，客户端 {exported} 元，影响税额 {tax} 元。";
const figuresEn = '"{header}" is {own} yuan with us and {exported} in the client, which makes {tax} of tax.';

/** Messages about the tax office's exports. */
export const taxIssues: IssueCatalogue<TaxIssueCode> = {
  "tax-differs-additional-deductions": {
    severity: "info",
    zh: `税务端的专项附加扣除或其他扣除与本方不同。${figuresZh}以客户端下载的为准，下月请采用其累计数。`,
    en: `The tax side has other special additional or other deductions. ${figuresEn} The client's hold; take its running totals next month.`,
  },
  "tax-differs-base": {
    severity: "error",
    zh: `本期收入、免税收入或社保公积金不同。${figuresZh}请核对导入客户端的表是否是本次结算的表。`,
    en: `The month's income, exempt income or contributions differ. ${figuresEn} Check whether the sheet of this settlement was imported.`,
  },
  "tax-differs-months": {
    severity: "warning",
    zh: `累计减除费用不同，即计算的任职月数不同。${figuresZh}请核对人员信息中的入职日期。`,
    en: `The basic deduction differs, so other months count. ${figuresEn} Check the hiring date in the personnel information.`,
  },
  "tax-differs-other-agent": {
    severity: "warning",
    zh: `本月以前的累计数不同，可能含其他扣缴义务人的数据或更正过的月份。${figuresZh}请核对以前月份。`,
    en: `The figures before this month differ: another withholding agent's, or a month put right since. ${figuresEn} Check the earlier months.`,
  },
  "tax-differs-rate-table": {
    severity: "error",
    zh: `税率或速算扣除数不是本年度税率表的。${figuresZh}请核对客户端版本和所属年度。`,
    en: `Rate or quick deduction is not of this year's table. ${figuresEn} Check the client's version and the year.`,
  },
  "tax-differs-relief": {
    severity: "warning",
    zh: `累计减免税额不同。${figuresZh}请核对减免事项。`,
    en: `The tax remitted differs. ${figuresEn} Check the relief.`,
  },
  "tax-differs-rounding": {
    severity: "info",
    zh: `相差一分，属四舍五入。${figuresZh}`,
    en: `One fen, from rounding. ${figuresEn}`,
  },
  "tax-differs-unexplained": {
    severity: "error",
    zh: `税额与列出的各项不符，差额没有原因。${figuresZh}请在客户端重新计算后再导出。`,
    en: `The tax does not follow from the figures given. ${figuresEn} Calculate again in the client and export anew.`,
  },
  "tax-income-item-other": {
    severity: "warning",
    zh: "所得项目“{found}”不是工资薪金，该行未用于 {wanted} 的比对。",
    en: 'The kind of income "{found}" is not wages; the row was left out of the comparison for {wanted}.',
  },
  "tax-name-differs": {
    severity: "error",
    zh: "同一证件号码在客户端的姓名与本方不同，请核对是否两人共用了一个号码。",
    en: "The client has another name for this document number. Check whether two people share one number.",
  },
  "tax-period-differs": {
    severity: "error",
    zh: "税款所属期为 {found}，要求的是 {wanted}，该行未采用；请导出正确的月份。",
    en: "The row is of {found}, while {wanted} was asked for; it was not used. Export the right month.",
  },
  "tax-person-ambiguous": {
    severity: "error",
    zh: "同一证件号码在本方或客户端有多条记录，未比对；请合并或更正后重试。",
    en: "One side has several records for this document number, so they were not compared. Join or correct them.",
  },
  "tax-person-not-exported": {
    severity: "error",
    zh: "本方扣税 {tax} 元，客户端导出中没有此人，请核对人员采集和导入结果。",
    en: "We withhold {tax} yuan, and the client's export lacks this person. Check the personnel sheet and its import.",
  },
  "tax-person-not-ours": {
    severity: "error",
    zh: "客户端计算税额 {tax} 元，本方本月没有此人，请核对是否应填离职日期。",
    en: "The client reckons {tax} yuan for a person whom we do not have this month. Check whether the person has left.",
  },
  "tax-person-repeated": {
    severity: "error",
    zh: "同一证件号码出现 {count} 次，均未采用；请只保留正确的一行。",
    en: "The same document number stands here {count} times; none was used. Keep the right row only.",
  },
  "tax-row-sum-differs": {
    severity: "error",
    zh: "本行为 {found} 元，按各项应为 {sum} 元；请核对导出文件是否被改动。",
    en: "The row says {found} yuan, its figures give {sum}. Check whether the export was changed.",
  },
};
