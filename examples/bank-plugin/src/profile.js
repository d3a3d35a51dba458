// @ts-check
/** @import { BankProfile } from "@tongchou/bank" */
import { fen } from "@tongchou/core";

/**
 * The format of 浔城银行, a bank that does not exist: GBK, amounts in yuan, a header with the totals, a line
 * for each payment. The hash at the end is not in here; see adapter.js.
 *
 * @type {BankProfile}
 */
export const xunchengProfile = {
  id: "xuncheng-bank.payroll@1",
  name: { zh: "浔城银行代发", en: "Xuncheng Bank payroll" },
  provenance: {
    source: "invented for this example; no bank has this format",
    verifiedBy: null,
    verifiedOn: null,
  },
  payment: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [
        {
          kind: "summary",
          fields: [
            { kind: "constant", value: "XC01" },
            { kind: "batch-number", widthBytes: 35 },
            { kind: "pay-date" },
            { kind: "payer-account" },
            { kind: "total-count" },
            { kind: "total-amount" },
          ],
        },
        {
          kind: "detail",
          fields: [
            { kind: "reference", widthBytes: 20 },
            { kind: "payee-account" },
            { kind: "payee-name", widthBytes: 60 },
            { kind: "amount" },
            { kind: "purpose" },
          ],
        },
      ],
    },
    purposes: { wage: "工资", "wage-supplement": "补发工资", severance: "补偿金" },
    limits: { rowsPerFile: 500, amountPerPaymentFen: fen(20_000_000) },
    fileName: "XC{payDate}_{batchNumber}.txt",
  },
  result: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [
        {
          kind: "summary",
          fields: [
            { kind: "constant", value: "XC02" },
            { kind: "batch-number", widthBytes: 35 },
            { kind: "total-count" },
            { kind: "total-amount" },
          ],
        },
        {
          kind: "detail",
          fields: [
            { kind: "reference", widthBytes: 20 },
            { kind: "payee-account" },
            { kind: "payee-name", widthBytes: 60 },
            { kind: "amount" },
            { kind: "status" },
            { kind: "reason", optional: true },
          ],
        },
      ],
    },
    // What the bank's manual calls 受理成功 is that it took the file, not that it paid.
    statuses: {
      入账成功: { outcome: "paid" },
      入账失败: { outcome: "rejected" },
      已退汇: { outcome: "returned" },
      受理成功: { outcome: "processing" },
      处理中: { outcome: "processing" },
    },
    reasons: { 户名不符: "name-mismatch", 账号不存在: "account-unknown", 账户已销户: "account-closed" },
  },
};
