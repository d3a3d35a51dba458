import type { BankProfile } from "../../profile.js";
import { personalWords } from "./purpose-words.js";

const statuses = { 成功: { outcome: "paid" }, 失败: { outcome: "rejected" } } as const;
const reasons = { 帐户户名校验失败: "name-mismatch" } as const;

/** CCB's payroll text: yuan, no totals; its results come with names of columns or without. */
export const ccbPayrollProfile: BankProfile = {
  id: "ccb.payroll@1",
  name: { zh: "建设银行代发文本", en: "CCB payroll text" },
  provenance: {
    source: "integrator code moutainhigh/pay-4, 2016, and zhouwei2008/boss, 2015",
    verifiedBy: null,
    verifiedOn: null,
  },
  payment: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      trailingDelimiter: true,
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [
        {
          kind: "detail",
          fields: [
            { kind: "serial", widthBytes: 7, padding: "zeros-before" },
            { kind: "payee-account" },
            { kind: "payee-name" },
            { kind: "amount" },
            { kind: "purpose" },
            { kind: "reference" },
          ],
        },
      ],
    },
    purposes: personalWords,
    fileName: "{batchNumber}.txt",
  },
  result: {
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
            { kind: "payee-account", headers: ["收款账号"] },
            { kind: "payee-name", headers: ["收款人姓名"] },
            { kind: "amount", headers: ["金额"] },
            { kind: "status", headers: ["交易结果"] },
            { kind: "reason", headers: ["失败原因"], optional: true },
          ],
        },
      ],
    },
    otherLayouts: [
      {
        kind: "delimited",
        delimiter: "|",
        trailingDelimiter: true,
        encoding: "gbk",
        amountUnit: "yuan",
        lines: [
          {
            kind: "detail",
            fields: [
              { kind: "serial" },
              { kind: "payee-account" },
              { kind: "payee-name" },
              { kind: "amount" },
              { kind: "purpose" },
              { kind: "reference" },
              { kind: "status" },
              { kind: "reason", optional: true },
            ],
          },
        ],
      },
    ],
    statuses,
    reasons,
  },
};

/** CCB's shortest file for persons: account, name and yuan; the result says why a payment failed. */
export const ccbMinimalProfile: BankProfile = {
  id: "ccb.minimal@1",
  name: { zh: "建设银行代发简式文本", en: "CCB payroll text, short" },
  provenance: { source: "integrator code zhouwei2008/boss, 2015", verifiedBy: null, verifiedOn: null },
  payment: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      trailingDelimiter: true,
      encoding: "gbk",
      amountUnit: "yuan",
      lineEnd: "lf",
      lines: [
        {
          kind: "detail",
          fields: [{ kind: "payee-account" }, { kind: "payee-name" }, { kind: "amount" }],
        },
      ],
    },
    purposes: personalWords,
    fileName: "CCBPRI{payDate}_{batchNumber}.txt",
  },
  result: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [
        {
          kind: "detail",
          fields: [
            { kind: "payee-account" },
            { kind: "payee-name" },
            { kind: "amount" },
            { kind: "status" },
            { kind: "reason", optional: true },
          ],
        },
      ],
    },
    statuses,
    reasons,
  },
};
