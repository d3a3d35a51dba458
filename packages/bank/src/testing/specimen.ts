import { fen, type PayoutRecord, plainDate } from "@tongchou/core";
import type { BankAdapter, EncodedBatch, PayoutBatch } from "../adapter.js";
import { joinBytes } from "../reading/file-lines.js";
import type { AdapterSamples } from "./samples.js";

/** The adapter that is checked, with what is known of it. */
export interface Specimen {
  readonly adapter: BankAdapter;
  readonly samples: AdapterSamples;
}

/** The numbers of the kit's batches. */
const kitBatchNumbers = ["KIT240315", "KITOTHER"] as const;

const names = ["张三", "李四", "王五", "赵六"];

/** An ordinary payment; the n-th of a batch, from 1. */
export function kitPayment(
  samples: AdapterSamples,
  n: number,
  values: Partial<PayoutRecord> = {},
): PayoutRecord {
  return {
    reference: `K${n}`,
    payeeName: names[(n - 1) % names.length] ?? "张三",
    payeeAccount: cardNumber(n),
    amountFen: fen(10_000 + n),
    purpose: "wage",
    ...samples.payment,
    ...values,
  };
}

/** A number of 19 digits in the range that no bank issues, with its check digit (ISO/IEC 7812-1, annex B). */
function cardNumber(n: number): string {
  const digits = `629999${String(n).padStart(12, "0")}`;
  const sum = Array.from(digits, Number).reduce((total, digit, index) => {
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** That many ordinary payments. */
export function kitPayments(samples: AdapterSamples, count: number): readonly PayoutRecord[] {
  return Array.from({ length: count }, (_, index) => kitPayment(samples, index + 1));
}

/** A batch of payments, under the one or the other of two numbers. */
export function kitBatch(
  samples: AdapterSamples,
  payments: readonly PayoutRecord[],
  which: "one" | "other" = "one",
): PayoutBatch {
  const [one, other] = samples.batchNumbers ?? kitBatchNumbers;
  return {
    payer: { name: "九江市示例平台", number: "100200300400" },
    payDate: plainDate("2024-03-15"),
    submittedAt: "2024-03-15T09:30:00",
    ...samples.batch,
    batchNumber: which === "one" ? one : other,
    payments,
  };
}

/** A batch that has one payment with other values between two ordinary ones. */
export function batchAround(samples: AdapterSamples, values: Partial<PayoutRecord>): PayoutBatch {
  const [first, second, third] = [1, 2, 3].map((n) => kitPayment(samples, n, n === 2 ? values : {}));
  return kitBatch(
    samples,
    [first, second, third].filter((payment) => payment !== undefined),
  );
}

/** The row of the payment between in {@link batchAround}. */
export const rowBetween = 2;

/** True when the payment between was refused. */
export function isBetweenRefused({ refused }: EncodedBatch): boolean {
  return refused.some(({ row }) => row === rowBetween);
}

/** True when the two ordinary payments around it were written. */
export function areOthersWritten({ files }: EncodedBatch): boolean {
  const written = new Set(files.flatMap(({ payments }) => payments.map(({ reference }) => reference)));
  return written.has("K1") && written.has("K3");
}

/** All bytes of all files, one after the other. */
export function allBytes({ files }: EncodedBatch): Uint8Array {
  return joinBytes(files.map(({ content }) => joinBytes(content)));
}

/** True when two files have the same bytes. */
export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
