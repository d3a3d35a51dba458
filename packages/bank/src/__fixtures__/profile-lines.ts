import { fen, type PayoutRecord } from "@tongchou/core";
import { expect } from "vitest";
import type { PaymentOutcome, PayoutBatch } from "../adapter.js";
import { encodeAccepted } from "../encoding.js";
import type { BankProfile } from "../profile.js";
import { decodeResult, decodeRows } from "../reading/result-reader.js";
import type { SheetCell } from "../reading/sheet-reader.js";
import { encodeBatch } from "../writing/batch-writer.js";
import { batchOf, paymentOf, textOf } from "./payments.js";

/** The two payees' accounts. */
export const one = "6299990000000000005";
export const two = "6299990000000000013";

/** 4321.00 yuan to 张三 and 0.06 yuan to 李東 at another bank, whose check digit of CNAPS is right. */
export const payments: readonly PayoutRecord[] = [
  paymentOf(),
  paymentOf({
    reference: "R2",
    payeeName: "李東",
    payeeAccount: two,
    payeeBankName: "示例银行浔阳支行",
    payeeCnapsCode: "102100099996",
    amountFen: fen(6),
    purpose: "severance",
  }),
];
export const batch: PayoutBatch = batchOf(payments);

/** The lines of the first file; the batch must be written without any issue. */
export function linesOf(profile: BankProfile, input: PayoutBatch = batch): readonly string[] {
  const { files, issues } = encodeBatch(profile, input);
  expect(issues).toEqual([]);
  const end = profile.payment.layout.lineEnd === "lf" ? "\n" : "\r\n";
  return textOf(files[0], "gbk").split(end);
}

/** What a profile reads from a text result. */
export function outcomesOf(profile: BankProfile, lines: readonly string[]): readonly PaymentOutcome[] {
  const content = encodeAccepted(lines.join("\r\n"), "gbk");
  const result = decodeResult(profile, { name: "result.txt", content });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.outcomes;
}

/** What a profile reads from a sheet. */
export function sheetOutcomesOf(
  profile: BankProfile,
  rows: readonly (readonly SheetCell[])[],
): readonly PaymentOutcome[] {
  const result = decodeRows(profile, { name: "result.xlsx", rows });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.outcomes;
}

/** A row of a sheet with cells at the given columns, from 0. */
export function rowOf(cells: Readonly<Record<number, SheetCell>>): readonly SheetCell[] {
  const width = Math.max(...Object.keys(cells).map(Number)) + 1;
  return Array.from({ length: width }, (_, index) => cells[index] ?? null);
}
