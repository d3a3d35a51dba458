import type { BankProfile, ResultFormat } from "../../profile.js";
import type { DelimitedLayout, Field } from "../layout.js";
import { paymentWords } from "./purpose-words.js";

/** The columns of the return file, in its order. */
const returnFields: readonly Field[] = [
  { kind: "ignored", headers: ["交易日期"], optional: true },
  { kind: "ignored", headers: ["商户号"], optional: true },
  { kind: "line-number", headers: ["商户流水"] },
  { kind: "ignored", headers: ["上传日期"], optional: true },
  { kind: "ignored", headers: ["上传流水"], optional: true },
  { kind: "batch-number", headers: ["上传批次"] },
  { kind: "ignored", headers: ["CP日期"], optional: true },
  { kind: "ignored", headers: ["退单日期"], optional: true },
  { kind: "status", headers: ["状态"] },
  { kind: "payee-account", headers: ["卡号"] },
  { kind: "payee-name", headers: ["户名"] },
  { kind: "payee-bank-name", headers: ["开户行"], optional: true },
  { kind: "amount", headers: ["金额"] },
  { kind: "ignored", headers: ["手续费"], optional: true },
  { kind: "ignored", headers: ["支行名"], optional: true },
  { kind: "ignored", headers: ["支行号"], optional: true },
  { kind: "ignored", headers: ["省"], optional: true },
  { kind: "ignored", headers: ["市"], optional: true },
  { kind: "purpose", headers: ["交易目的"], optional: true },
  { kind: "ignored", headers: ["处理银行"], optional: true },
  { kind: "ignored", headers: ["批次文件名"], optional: true },
  { kind: "serial", headers: ["批次内行号"], optional: true },
];

function layoutOf(lines: DelimitedLayout["lines"]): DelimitedLayout {
  return { kind: "delimited", delimiter: "|", encoding: "gbk", amountUnit: "fen", lines };
}

// 5 says that the order went on to the bank, not that it was paid; 6 can come after 5, days later.
const statuses: ResultFormat["statuses"] = {
  s: { outcome: "paid" },
  "2": { outcome: "processing" },
  "3": { outcome: "processing" },
  "4": { outcome: "processing" },
  "5": { outcome: "processing" },
  "6": { outcome: "returned" },
};

/**
 * ChinaPay's batch file, in fen. The payer's account number is the merchant number of 15 digits, the batch
 * number has four digits, to which the part adds two. References are too long for its lines, which are
 * numbered by part and place.
 */
export const chinaPayBatchProfile: BankProfile = {
  id: "chinapay.batch@1",
  name: { zh: "银联 ChinaPay 批量代付文本", en: "ChinaPay batch payment text" },
  provenance: {
    source: "integrator code moutainhigh/pay-4, 2016, and zhouwei2008/boss, 2015",
    verifiedBy: null,
    verifiedOn: null,
  },
  payment: {
    layout: layoutOf([
      {
        kind: "summary",
        fields: [
          { kind: "payer-account", widthBytes: 15 },
          { kind: "batch-number", widthBytes: 6 },
          { kind: "total-count" },
          { kind: "total-amount" },
        ],
      },
      {
        kind: "detail",
        fields: [
          { kind: "pay-date" },
          { kind: "line-number", widthBytes: 16 },
          { kind: "payee-account" },
          { kind: "payee-name" },
          { kind: "payee-bank-name", optional: true },
          { kind: "ignored", optional: true },
          { kind: "ignored", optional: true },
          { kind: "ignored", optional: true },
          { kind: "amount" },
          { kind: "purpose" },
          { kind: "payee-kind", person: "00", corporation: "01" },
        ],
      },
    ]),
    purposes: paymentWords,
    limits: { rowsPerFile: 1000 },
    partBatchNumber: "{batchNumber}{part}",
    fileName: "{payerAccount}_{payDate}_{batchNumber}.txt",
  },
  result: {
    layout: layoutOf([{ kind: "columns" }, { kind: "detail", fields: returnFields }]),
    otherLayouts: [layoutOf([{ kind: "detail", fields: returnFields }])],
    statuses,
  },
};
