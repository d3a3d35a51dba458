import { type CorporateAccount, fen, type PayoutRecord, plainDate } from "@tongchou/core";
import type { PaymentFile, PayoutBatch } from "../adapter.js";
import type { BankEncoding } from "../encoding.js";
import { joinBytes } from "../reading/file-lines.js";

/** The paying account of all tests. */
export const payer: CorporateAccount = { name: "九江市示例平台", number: "100200300400" };

/** A payment that every format takes, but for what is said of it. */
export function paymentOf(values: Partial<PayoutRecord> = {}): PayoutRecord {
  return {
    reference: "R1",
    payeeName: "张三",
    payeeAccount: "6299990000000000005",
    amountFen: fen(432_100),
    purpose: "wage",
    ...values,
  };
}

/** That many payments of 1, 2, 3 … fen with references of their own. */
export function paymentsOf(count: number): readonly PayoutRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const account = `629999${String(index).padStart(13, "0")}`;
    return paymentOf({ reference: `R${index + 1}`, payeeAccount: account, amountFen: fen(index + 1) });
  });
}

/** A batch of payments, all else being the same in all tests. */
export function batchOf(payments: readonly PayoutRecord[], batchNumber = "B240315"): PayoutBatch {
  return { batchNumber, payer, payDate: plainDate("2024-03-15"), payments };
}

/** The text of a file, read with the runtime's decoder. */
export function textOf(file: PaymentFile | undefined, encoding: BankEncoding = "gb18030"): string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return file === undefined ? "" : decoder.decode(joinBytes(file.content));
}
