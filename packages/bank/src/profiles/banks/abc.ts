import type { BankProfile } from "../../profile.js";
import { personalWords } from "./purpose-words.js";

/** ABC's payroll CSV in yuan. Nothing is quoted in it, so a name with a comma is refused. */
export const abcPayrollProfile: BankProfile = {
  id: "abc.payroll@1",
  name: { zh: "农业银行代发 CSV", en: "ABC payroll CSV" },
  provenance: {
    source: "integrator code moutainhigh/pay-4, 2016, and zhouwei2008/boss, 2015",
    verifiedBy: null,
    verifiedOn: null,
  },
  payment: {
    layout: {
      kind: "delimited",
      delimiter: ",",
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [
        {
          kind: "detail",
          fields: [
            { kind: "serial", widthBytes: 3, padding: "zeros-before" },
            { kind: "payee-account" },
            { kind: "payee-name" },
            { kind: "amount" },
            { kind: "purpose" },
          ],
        },
      ],
    },
    purposes: personalWords,
    fileName: "{batchNumber}.csv",
  },
  result: {
    layout: {
      kind: "sheet",
      amountUnit: "yuan",
      fields: [
        { kind: "payee-account", column: "F" },
        { kind: "payee-name", column: "G" },
        { kind: "amount", column: "L" },
        { kind: "reason", column: "N", optional: true },
        { kind: "status", column: "O" },
      ],
    },
    statuses: {
      "6": { outcome: "paid" },
      "7": { outcome: "rejected" },
      成功: { outcome: "paid" },
      失败: { outcome: "rejected" },
    },
  },
};
