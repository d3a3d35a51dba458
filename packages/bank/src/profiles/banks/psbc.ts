import type { BankProfile, PaymentFormat, ResultFormat } from "../../profile.js";
import type { Field } from "../layout.js";
import { personalWords } from "./purpose-words.js";

const provenance: BankProfile["provenance"] = {
  source: "integrator code moutainhigh/pay-4, 2016",
  verifiedBy: null,
  verifiedOn: null,
};

function formatOf(fields: readonly Field[], fileName: string): PaymentFormat {
  return {
    layout: {
      kind: "delimited",
      delimiter: "|",
      trailingDelimiter: true,
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [{ kind: "detail", fields }],
    },
    purposes: personalWords,
    fileName,
  };
}

/** The spreadsheet has no known names of columns; the remark gives the reference back. */
const result: ResultFormat = {
  layout: {
    kind: "sheet",
    amountUnit: "yuan",
    fields: [
      { kind: "payee-account", column: "A" },
      { kind: "payee-name", column: "B" },
      { kind: "amount", column: "C" },
      { kind: "reference", column: "G" },
      { kind: "status", column: "I" },
      { kind: "reason", column: "J", optional: true },
    ],
  },
  statuses: { 交易成功: { outcome: "paid" } },
};

/** PSBC's text for payees with accounts at the same bank: yuan, two columns always empty. */
export const psbcSameBankProfile: BankProfile = {
  id: "psbc.same-bank@1",
  name: { zh: "邮储银行代发文本（本行）", en: "PSBC payroll text, accounts at PSBC" },
  provenance,
  payment: formatOf(
    [
      { kind: "payee-account" },
      { kind: "ignored", optional: true },
      { kind: "payee-name" },
      { kind: "ignored", optional: true },
      { kind: "amount" },
      { kind: "purpose" },
      { kind: "reference" },
    ],
    "{batchNumber}.txt",
  ),
  result,
};

/** PSBC's text for payees with accounts at other banks: each needs its bank and the bank's CNAPS code. */
export const psbcOtherBankProfile: BankProfile = {
  id: "psbc.other-bank@1",
  name: { zh: "邮储银行代发文本（他行）", en: "PSBC payroll text, accounts at other banks" },
  provenance,
  payment: formatOf(
    [
      { kind: "payee-account" },
      { kind: "payee-name" },
      { kind: "payee-cnaps-code" },
      { kind: "payee-bank-name" },
      { kind: "amount" },
      { kind: "constant", value: "拨款" },
      { kind: "reference" },
    ],
    "{batchNumber}.txt",
  ),
  result,
};
