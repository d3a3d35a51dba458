import type { BankProfile, PaymentFormat, ResultFormat } from "../profile.js";
import type { FileLayout, LineTemplate } from "./layout.js";

/** `T`, and once more what the header says: a file that lost its end is noticed. */
const trailer: LineTemplate = {
  kind: "summary",
  fields: [
    { kind: "constant", value: "T", widthBytes: 1 },
    { kind: "total-count", widthBytes: 8 },
    { kind: "total-amount", widthBytes: 16 },
  ],
};

// The header says which part of how many this is, and the totals of the whole batch: a lost part is noticed.
const paymentLines: readonly LineTemplate[] = [
  {
    kind: "summary",
    fields: [
      { kind: "constant", value: "H", widthBytes: 1 },
      { kind: "batch-number", widthBytes: 40 },
      { kind: "part-number", widthBytes: 4 },
      { kind: "part-count", widthBytes: 4 },
      { kind: "pay-date", widthBytes: 8 },
      { kind: "payer-account", widthBytes: 40, optional: true },
      { kind: "payer-name", widthBytes: 140, optional: true },
      { kind: "total-count", widthBytes: 8 },
      { kind: "total-amount", widthBytes: 16 },
      { kind: "batch-total-count", widthBytes: 8 },
      { kind: "batch-total-amount", widthBytes: 16 },
    ],
  },
  {
    kind: "detail",
    fields: [
      { kind: "constant", value: "D", widthBytes: 1 },
      { kind: "serial", widthBytes: 8 },
      { kind: "reference", widthBytes: 32 },
      { kind: "payee-account", widthBytes: 40 },
      { kind: "payee-name", widthBytes: 140 },
      { kind: "payee-bank-name", widthBytes: 140, optional: true },
      { kind: "payee-cnaps-code", widthBytes: 12, optional: true },
      { kind: "amount", widthBytes: 16 },
      { kind: "purpose", widthBytes: 40 },
    ],
  },
  trailer,
];

const resultLines: readonly LineTemplate[] = [
  {
    kind: "summary",
    fields: [
      { kind: "constant", value: "H", widthBytes: 1 },
      { kind: "batch-number", widthBytes: 40 },
      { kind: "total-count", widthBytes: 8 },
      { kind: "total-amount", widthBytes: 16 },
    ],
  },
  {
    kind: "detail",
    fields: [
      { kind: "constant", value: "D", widthBytes: 1 },
      { kind: "serial", widthBytes: 8 },
      { kind: "reference", widthBytes: 32 },
      { kind: "payee-account", widthBytes: 40 },
      { kind: "payee-name", widthBytes: 140 },
      { kind: "amount", widthBytes: 16 },
      { kind: "status", widthBytes: 12 },
      { kind: "reason", widthBytes: 40, optional: true },
    ],
  },
  trailer,
];

const purposes: PaymentFormat["purposes"] = {
  wage: "工资",
  "wage-supplement": "补发工资",
  "agency-settlement": "人力服务结算",
  "income-tax": "个人所得税",
  "social-insurance": "社会保险费",
  "housing-fund": "住房公积金",
  severance: "经济补偿金",
};

// That a bank took a payment in is not that it paid: ACCEPTED is still on its way.
const statuses: ResultFormat["statuses"] = {
  PAID: { outcome: "paid" },
  REJECTED: { outcome: "rejected" },
  RETURNED: { outcome: "returned" },
  ACCEPTED: { outcome: "processing" },
  PROCESSING: { outcome: "processing" },
  UNKNOWN: { outcome: "unknown" },
};

const reasons: ResultFormat["reasons"] = {
  ACCOUNT_CLOSED: "account-closed",
  ACCOUNT_DORMANT: "account-dormant",
  ACCOUNT_FROZEN: "account-frozen",
  ACCOUNT_UNKNOWN: "account-unknown",
  CARD_LOST: "card-lost",
  DUPLICATE: "duplicate",
  NAME_MISMATCH: "name-mismatch",
  OTHER: "other",
};

const provenance: BankProfile["provenance"] = {
  source: "tongchou: a format of this project, for banks that have none of their own to offer",
  verifiedBy: null,
  verifiedOn: null,
};

/**
 * The delimited format of this project: GB18030, columns separated by `|`, amounts in fen, a header, a
 * trailer, a reference on each line. Its results say `PAID`, `REJECTED`, `RETURNED`, `ACCEPTED`, `PROCESSING`
 * or `UNKNOWN`.
 */
export const delimitedProfile: BankProfile = {
  id: "tongchou.delimited@1",
  name: { zh: "统筹通用分隔符格式", en: "tongchou delimited format" },
  provenance,
  payment: { layout: delimited(paymentLines), purposes, fileName: "{batchNumber}.txt" },
  result: { layout: delimited(resultLines), statuses, reasons },
};

/**
 * The fixed-width format of this project: the same columns, of fixed width in bytes of GB18030, where a
 * Chinese character takes two or four. Text has spaces behind it, numbers have zeros before them.
 */
export const fixedWidthProfile: BankProfile = {
  id: "tongchou.fixed-width@1",
  name: { zh: "统筹通用定长格式", en: "tongchou fixed-width format" },
  provenance,
  payment: { layout: fixedWidth(paymentLines), purposes, fileName: "{batchNumber}.dat" },
  result: { layout: fixedWidth(resultLines), statuses, reasons },
};

function delimited(lines: readonly LineTemplate[]): FileLayout {
  return { kind: "delimited", delimiter: "|", encoding: "gb18030", amountUnit: "fen", lines };
}

function fixedWidth(lines: readonly LineTemplate[]): FileLayout {
  return { kind: "fixed-width", encoding: "gb18030", amountUnit: "fen", lines };
}
