import type { BankProfile } from "../../profile.js";
import { personalWords } from "./purpose-words.js";

/**
 * CITIC's batch file: some lines of free text, the names of the columns, a line of dashes, then payments in
 * yuan. How long the line of dashes is, and what results look like, is not in the source.
 */
export const citicBatchProfile: BankProfile = {
  id: "citic.batch@1",
  name: { zh: "中信银行批量代付文本", en: "CITIC batch payment text" },
  provenance: { source: "integrator code moutainhigh/pay-4, 2016", verifiedBy: null, verifiedOn: null },
  payment: {
    layout: {
      kind: "delimited",
      delimiter: "|",
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [
        { kind: "comment", text: "文件类型:FTThirdGetcashBatch" },
        { kind: "comment", text: "标题:代发工资", prefix: "标题:" },
        { kind: "columns" },
        { kind: "comment", text: "----------------------------------------", prefix: "---" },
        {
          kind: "detail",
          fields: [
            { kind: "payee-account", headers: ["收款帐号"] },
            { kind: "amount", headers: ["提现金额"] },
            { kind: "payee-name", headers: ["姓名"] },
            { kind: "reference", headers: ["商户流水号"] },
            { kind: "ignored", headers: ["备注"], optional: true },
            { kind: "purpose", headers: ["摘要"] },
          ],
        },
      ],
    },
    purposes: personalWords,
    fileName: "{batchNumber}.txt",
  },
};
