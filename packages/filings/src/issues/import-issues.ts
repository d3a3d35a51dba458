import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about imported records. */
export type ImportIssueCode =
  | "birth-differs"
  | "document-kind-differs"
  | "document-kind-unsupported"
  | "form-date-unreadable"
  | "mode-needs-decision"
  | "pay-batches-disagree"
  | "pay-batches-repeat"
  | "pay-blank-as-zero"
  | "pay-change-amount-negative"
  | "pay-change-incomplete"
  | "pay-change-plan-wrong"
  | "pay-column-as-zero"
  | "pay-column-unknown"
  | "pay-gross-differs"
  | "pay-identity-repeated"
  | "pay-items-not-found"
  | "pay-period-differs"
  | "serial-repeated"
  | "sex-differs"
  | "tax-document-unknown"
  | "tax-field-missing"
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
  "pay-batches-disagree": {
    severity: "warning",
    zh: "同一人在本月几个批次中的本年累计数不一致，已采用第一个批次的数，请核对。",
    en: "The running totals of the same person differ between batches of the month; those of the first were used. Check them.",
  },
  "pay-batches-repeat": {
    severity: "needs-decision",
    zh: "同一人在本月另一个批次（工资表）中的工资与此完全相同，未合并。请确认是同一张表重复提交，还是两次都要发放。",
    en: "Another batch of the month has exactly the same pay for this person; they were not merged. Decide whether a sheet was handed in twice or both are to be paid.",
    options: [
      { code: "keep-one", zh: "属重复，只保留一张", en: "a repetition: keep one sheet" },
      { code: "pay-both", zh: "两次都发放，在一行中合并填写", en: "both are paid: add them up in one row" },
    ],
  },
  "pay-blank-as-zero": {
    severity: "info",
    zh: "“{header}”为空，按 0 处理。",
    en: 'The column "{header}" is empty and counts as zero.',
  },
  "pay-change-amount-negative": {
    severity: "error",
    zh: "“{kind}”的“{header}”为负数，该行未采用；请填正数（要退回的请改用相反的变动类型）。",
    en: 'The amount in "{header}" of a {kind} is below nought; the row was not used. Give it above nought, or use the opposite kind.',
  },
  "pay-change-incomplete": {
    severity: "error",
    zh: "“{kind}”必须填写“{header}”，该行未采用；请补填。",
    en: 'A {kind} needs the column "{header}"; the row was not used. Fill it in.',
  },
  "pay-change-plan-wrong": {
    severity: "error",
    zh: "“{kind}”的“{header}”不能采用，该行未采用：分期期数（1 至 360）和每月扣款只填一项，且大于 0。",
    en: 'The "{header}" of a {kind} cannot be used and the row was not: give either instalments (1 to 360) or an amount a month, above nought.',
  },
  "pay-column-as-zero": {
    severity: "warning",
    zh: "没有“{header}”列，全部按 0 处理，将影响个人所得税计算。如有累计数请补上该列。",
    en: 'There is no column "{header}", so it counts as zero for everybody, which changes the tax. Add the column if there are amounts.',
  },
  "pay-column-unknown": {
    severity: "warning",
    zh: "“{header}”列不在工资项目字典中，未计入工资。如属应发项目，请改用字典中的项目名称。",
    en: 'The column "{header}" is not in the dictionary of pay items and was left out of pay. If it is part of gross pay, use a name of the dictionary.',
  },
  "pay-gross-differs": {
    severity: "warning",
    zh: "应发合计为 {found} 元，各项相加为 {sum} 元，已以各项为准，请核对。",
    en: "The gross pay reads {found} yuan, its items add up to {sum} yuan; the items were used. Check them.",
  },
  "pay-identity-repeated": {
    severity: "needs-decision",
    zh: "同一证件号码在本表出现多次（另见第 {rows} 行），未合并。请确认是重复填报还是分项发放。",
    en: "The same identity number stands in this sheet again (row {rows}); the rows were not merged. Decide whether one is a repetition or both are to be paid.",
    options: [
      { code: "keep-one", zh: "属重复，只保留一行", en: "a repetition: keep one row" },
      { code: "pay-both", zh: "分项发放，合并计算", en: "both are paid: add them up" },
    ],
  },
  "pay-items-not-found": {
    severity: "error",
    zh: "没有找到任何工资项目列（如基本工资、津贴补贴、绩效工资、应发合计），无法读取工资。请检查列名。",
    en: "No column of pay items was found, such as 基本工资, 津贴补贴, 绩效工资 or 应发合计. Check the headers.",
  },
  "pay-period-differs": {
    severity: "warning",
    zh: "表中写明的月份是 {found}，要求读取的是 {wanted}，请核对是否提交了正确的文件。",
    en: "The sheet says it is of {found}, while {wanted} was asked for. Check whether it is the right file.",
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
  "tax-document-unknown": {
    severity: "error",
    zh: "证件类型“{found}”不是扣缴客户端可选的类型，该人员未写入。可选：{allowed}。",
    en: 'The withholding client knows no kind of document "{found}"; the person was left out. Allowed: {allowed}.',
  },
  "tax-field-missing": {
    severity: "warning",
    zh: "扣缴客户端必填的“{header}”没有数据，已留空，请补填后再导入客户端。",
    en: 'The withholding client asks for "{header}", which is not known and was left empty. Fill it in before the import.',
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
