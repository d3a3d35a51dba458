import { fen } from "@tongchou/core";
import type { BankProfile, ResultFormat } from "../profile.js";
import type { FileLayout } from "../profiles/layout.js";

/** The profile that the README works through: GBK, yuan, results whose columns have names. */
export const exampleBank: BankProfile = {
  id: "example-bank.payroll@1",
  name: { zh: "示例银行代发", en: "Example Bank payroll" },
  provenance: { source: "示例银行代发接口说明 1.0, chapter 3", verifiedBy: null, verifiedOn: null },
  payment: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      trailingDelimiter: true,
      encoding: "gbk",
      amountUnit: "yuan",
      commentPrefix: "#",
      lines: [
        { kind: "comment", text: "#币种|日期|总金额|总笔数|" },
        {
          kind: "summary",
          fields: [
            { kind: "constant", value: "RMB" },
            { kind: "pay-date" },
            { kind: "total-amount" },
            { kind: "total-count" },
          ],
        },
        {
          kind: "detail",
          fields: [
            { kind: "serial", widthBytes: 4, padding: "zeros-before" },
            { kind: "payee-account" },
            { kind: "payee-name", widthBytes: 50 },
            { kind: "payee-bank-name", optional: true },
            { kind: "amount" },
            { kind: "purpose" },
            { kind: "reference", widthBytes: 20 },
          ],
        },
        { kind: "marker", text: "*" },
      ],
    },
    purposes: { wage: "工资", severance: "补偿金" },
    limits: { rowsPerFile: 1000, amountPerPaymentFen: fen(5_000_000) },
    fileName: "DF{payDate}_{batchNumber}.txt",
  },
  result: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      encoding: "gbk",
      amountUnit: "yuan",
      commentPrefix: "#",
      lines: [
        { kind: "columns" },
        {
          kind: "detail",
          fields: [
            { kind: "payee-account", headers: ["收款账号", "收款帐号"] },
            { kind: "payee-name", headers: ["收款户名", "收款单位名称"] },
            { kind: "amount", headers: ["金额"] },
            { kind: "status", headers: ["处理状态"] },
            { kind: "reason", headers: ["失败原因"], optional: true },
            { kind: "reference", headers: ["自定义流水"] },
          ],
        },
      ],
    },
    statuses: {
      处理成功: { outcome: "paid" },
      处理失败: { outcome: "rejected" },
      已退汇: { outcome: "returned" },
      等待银行处理: { outcome: "processing" },
    },
    reasons: { 户名不符: "name-mismatch", 账户已销户: "account-closed", 卡已挂失: "card-lost" },
  },
};

/** How a profile's results are read, where they are text. */
export function textResultOf({ id, result }: BankProfile): ResultFormat & { readonly layout: FileLayout } {
  if (result === undefined || result.layout.kind === "sheet")
    throw new RangeError(`${id} has no text result`);
  return { ...result, layout: result.layout };
}
