import type { BankProfile } from "../../profile.js";
import { paymentWords } from "./purpose-words.js";

/**
 * GDB's batch file: ICBC's frame with other columns, fen up and yuan back. In the result even the line of
 * column names begins with `#`. The bank's own file names have ten digits where the batch number stands.
 */
export const gdbBatchProfile: BankProfile = {
  id: "gdb.batch@1",
  name: { zh: "广发银行批量代付文本", en: "GDB batch payment text" },
  provenance: { source: "integrator code moutainhigh/pay-4, 2016", verifiedBy: null, verifiedOn: null },
  payment: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      trailingDelimiter: true,
      encoding: "gbk",
      amountUnit: "fen",
      commentPrefix: "#",
      lines: [
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
            { kind: "payee-kind", person: "2", corporation: "1" },
            { kind: "amount" },
            { kind: "purpose" },
            { kind: "reference" },
          ],
        },
        { kind: "marker", text: "*" },
      ],
    },
    purposes: paymentWords,
    fileName: "GDBZFBA{payDate}{batchNumber}SR",
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
            { kind: "payee-account", headers: ["收款账号"] },
            { kind: "payee-name", headers: ["收款账号单位名称"] },
            { kind: "amount", headers: ["金额"] },
            { kind: "status", headers: ["网上银行状态"] },
            { kind: "reference", headers: ["用户备注"], optional: true },
            { kind: "reason", headers: ["银行反馈信息"], optional: true },
          ],
        },
      ],
    },
    statuses: { "0": { outcome: "paid" }, "1": { outcome: "rejected" } },
  },
};
