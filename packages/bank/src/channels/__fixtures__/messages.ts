import { type PayoutRecord, plainDate } from "@tongchou/core";
import { payer } from "../../__fixtures__/payments.js";
import type { PaymentFile, PayoutBatch, ResultFile } from "../../adapter.js";
import type { PartQuery } from "../../channel.js";
import { type BankEncoding, decodeBytes, encodeText } from "../../encoding.js";
import { joinBytes } from "../../reading/file-lines.js";

/** A batch of payments with its moment of submission, all else being the same in all tests. */
export function submittedBatch(payments: readonly PayoutRecord[], batchNumber = "B240315"): PayoutBatch {
  const submittedAt = "2024-03-15T09:30:00";
  return { batchNumber, payer, payDate: plainDate("2024-03-15"), submittedAt, payments };
}

/** The query of the first part of that batch. */
export const partQuery: PartQuery = {
  batchNumber: "B240315-01",
  payDate: plainDate("2024-03-15"),
  queryNumber: "Q1",
  queriedAt: "2024-03-15T10:00:00",
};

/** An answer of a bank. */
export function answerFile(text: string, encoding: BankEncoding = "utf-8"): ResultFile {
  const bytes = encodeText(text, encoding);
  if (!bytes.ok) throw new Error("not a text of the encoding");
  return { name: "answer.xml", content: bytes.value };
}

/** The text of a message or of its file. */
export function messageText(
  message: Pick<PaymentFile, "content"> | { readonly content: Uint8Array } | undefined,
  encoding: BankEncoding = "gbk",
): string {
  const text = decodeBytes(joinBytes(message?.content ?? []), encoding);
  return text.ok ? text.value : "";
}
