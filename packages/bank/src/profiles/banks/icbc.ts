import type { BankProfile, PaymentFormat, ResultFormat } from "../../profile.js";
import type { LineTemplate } from "../layout.js";
import { paymentWords, personalWords } from "./purpose-words.js";

/**
 * The exports of the net bank name the payee before or behind the payer, and their amounts are in yuan with
 * 元 though the upload is in fen: columns are found by their names.
 */
const result: ResultFormat = {
  layout: {
    kind: "delimited",
    delimiter: "|",
    encoding: "gbk",
    amountUnit: "yuan",
    lines: [
      { kind: "columns" },
      {
        kind: "detail",
        fields: [
          { kind: "payee-account", headers: ["收款账号", "收款帐号"] },
          { kind: "payee-name", headers: ["收款单位名称"] },
          { kind: "amount", headers: ["金额"] },
          { kind: "status", headers: ["网上银行状态"] },
          { kind: "reason", headers: ["银行反馈信息"], optional: true },
          { kind: "reference", headers: ["用户备注"], optional: true },
        ],
      },
    ],
  },
  statuses: {
    处理成功: { outcome: "paid" },
    指令被拒绝授权: { outcome: "rejected", reason: "authorisation-refused" },
    等待授权: { outcome: "processing" },
    等待银行处理: { outcome: "processing" },
  },
};

const batchLines: readonly LineTemplate[] = [
  { kind: "comment", text: "#总计信息" },
  { kind: "comment", text: "#注意：本文件中的金额均以分为单位！" },
  { kind: "comment", text: "#币种|日期|总计标志|总金额|总笔数|" },
  {
    kind: "summary",
    fields: [
      { kind: "constant", value: "RMB" },
      { kind: "pay-date" },
      { kind: "constant", value: "1" },
      { kind: "total-amount" },
      { kind: "total-count" },
    ],
  },
  { kind: "comment", text: "#明细指令信息" },
  {
    kind: "comment",
    text: "#币种|日期|明细标志|顺序号|付款帐号开户行|付款帐号|付款帐号名称|收款帐号开户行|收款帐号省份|收款帐号地市|收款帐号地区码|收款帐号|收款帐号名称|金额|汇款用途|备注信息|汇款方式|收款账户短信通知手机号码|自定义序号|",
  },
  {
    kind: "detail",
    fields: [
      { kind: "constant", value: "RMB" },
      { kind: "pay-date" },
      { kind: "constant", value: "2" },
      { kind: "serial" },
      { kind: "payer-bank-name", optional: true },
      { kind: "payer-account" },
      { kind: "payer-name" },
      { kind: "payee-bank-name", optional: true },
      { kind: "ignored", optional: true },
      { kind: "ignored", optional: true },
      { kind: "ignored", optional: true },
      { kind: "payee-account" },
      { kind: "payee-name" },
      { kind: "amount" },
      { kind: "purpose" },
      { kind: "reference" },
      // 1 is urgent; the column's other values are not in the source.
      { kind: "constant", value: "1" },
      { kind: "ignored", optional: true },
      { kind: "ignored", optional: true },
    ],
  },
  { kind: "marker", text: "*" },
];

const wageLines: readonly LineTemplate[] = [
  {
    kind: "detail",
    fields: [
      { kind: "constant", value: "RMB" },
      { kind: "pay-date" },
      { kind: "serial" },
      { kind: "payer-account" },
      { kind: "constant", value: "灵通卡" },
      { kind: "payee-account" },
      { kind: "payee-name" },
      { kind: "amount" },
      { kind: "purpose" },
      { kind: "reference" },
      // The payee may see who paid.
      { kind: "constant", value: "1" },
    ],
  },
];

function bptLayout(lines: readonly LineTemplate[]): PaymentFormat["layout"] {
  return {
    kind: "delimited",
    delimiter: "|",
    trailingDelimiter: true,
    encoding: "gbk",
    amountUnit: "fen",
    commentPrefix: "#",
    lines,
  };
}

/**
 * ICBC's batch payment of the corporate net bank, a `.bpt` file in fen. The bank has template versions 1.0,
 * 1.1, 2.0 and 3.0, and the source does not say which this is: `formatVersion` is for the bank to confirm.
 */
export const icbcBatchProfile: BankProfile = {
  id: "icbc.batch@1",
  name: { zh: "工商银行企业网银批量支付（.bpt）", en: "ICBC net bank batch payment (.bpt)" },
  provenance: {
    source: "integrator code moutainhigh/pay-4, 2016, and zhouwei2008/boss, 2015",
    verifiedBy: null,
    verifiedOn: null,
  },
  payment: { layout: bptLayout(batchLines), purposes: paymentWords, fileName: "{batchNumber}.bpt" },
  result,
};

/** ICBC's wage file of the corporate finance room: lines of payments in fen, no totals. */
export const icbcWageProfile: BankProfile = {
  id: "icbc.wage@1",
  name: { zh: "工商银行企业财务室代发工资", en: "ICBC corporate finance room, wages" },
  provenance: {
    source: "integrator code zhouwei2008/boss, 2015, which shows the lines of payments only",
    verifiedBy: null,
    verifiedOn: null,
  },
  payment: { layout: bptLayout(wageLines), purposes: personalWords, fileName: "{batchNumber}.bpt" },
  result,
};
