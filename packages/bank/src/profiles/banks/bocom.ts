import type { BankProfile } from "../../profile.js";
import { personalWords } from "./purpose-words.js";

/**
 * BOCOM's payroll text in yuan. The reference travels in the column for the worker's number, which the
 * result gives back. What the column for card or passbook takes is not in the source: it is left empty.
 */
export const bocomPayrollProfile: BankProfile = {
  id: "bocom.payroll@1",
  name: { zh: "交通银行代发文本", en: "BOCOM payroll text" },
  provenance: { source: "integrator code moutainhigh/pay-4, 2016", verifiedBy: null, verifiedOn: null },
  payment: {
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
            { kind: "reference" },
            { kind: "ignored", optional: true },
          ],
        },
      ],
    },
    purposes: personalWords,
    fileName: "{batchNumber}.txt",
  },
  result: {
    layout: {
      kind: "sheet",
      amountUnit: "yuan",
      fields: [
        { kind: "payee-name", headers: ["户名"] },
        { kind: "reference", headers: ["工号"] },
        { kind: "payee-account", headers: ["卡号/折号"] },
        { kind: "amount", headers: ["金额(元)"] },
        { kind: "status", headers: ["入账状态"] },
        { kind: "reason", headers: ["失败原因"], optional: true },
      ],
    },
    statuses: { 入账成功: { outcome: "paid" } },
  },
};
