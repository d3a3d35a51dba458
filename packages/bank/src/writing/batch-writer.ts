import {
  type CorporateAccount,
  createIssue,
  type Issue,
  parsed,
  type Parsed,
  type PayoutRecord,
  placeIssues,
  sumFen,
} from "@tongchou/core";
import type { EncodedBatch, PaymentFile, PayoutBatch } from "../adapter.js";
import { totalsOf } from "../codec/totals.js";
import { bankIssues } from "../issues.js";
import type { BankProfile, PaymentFormat } from "../profile.js";
import { fieldNames } from "../profiles/field.js";
import { allFields } from "../profiles/layout.js";
import { checkAccount } from "./check-payment.js";
import { checkPayments, paymentIssues, refusedPayments } from "./checked-payments.js";
import { createPaymentCheck } from "./payment-check.js";
import { type BatchPart, checkPart, writePart } from "./part-writer.js";

/**
 * Writes a batch by a bank's profile.
 *
 * The same batch always gives the same files, byte for byte. The number of the n-th part hangs on the batch's
 * number alone, never on its payments: written again with a payment more or less, the batch has the same
 * numbers, and the bank recognises it.
 *
 * @returns the files of the payments that can be written, and all others with their issues. Payments that
 *   share a reference are all refused (`reference-repeated`). `batch-number-characters`, `batch-empty` and
 *   issues of the payer or the totals refuse the whole batch
 * @example
 * const payer = { name: "九江市示例平台", number: "100200300400" };
 * const batch = { batchNumber: "B240315", payer, payDate: plainDate("2024-03-15"), payments: [] };
 * encodeBatch(delimitedProfile, batch).issues[0]?.code; // => "batch-empty"
 */
export function encodeBatch(profile: BankProfile, batch: PayoutBatch): EncodedBatch {
  const checked = checkPayments(batch, createPaymentCheck(profile.payment));
  const files = writeFiles(profile.payment, batch, checked.accepted);
  return {
    files: files.ok ? files.value : [],
    refused: refusedPayments(batch, checked, files.ok),
    issues: [...paymentIssues(checked), ...files.issues],
  };
}

function writeFiles(
  format: PaymentFormat,
  batch: PayoutBatch,
  payments: readonly PayoutRecord[],
): Parsed<readonly PaymentFile[]> {
  const issues: Issue[] = [];
  if (!/^[A-Za-z0-9-]{1,32}$/.test(batch.batchNumber)) {
    const values = { found: batch.batchNumber };
    issues.push(createIssue(bankIssues, "batch-number-characters", values, { path: "/batchNumber" }));
  }
  issues.push(...payerIssues(format, batch.payer));
  if (payments.length === 0) issues.push(createIssue(bankIssues, "batch-empty", {}, { path: "/payments" }));
  const totals = totalsOf(payments.map(({ amountFen }) => amountFen));
  issues.push(...totals.issues);
  if (!totals.ok || issues.length > 0) return { ok: false, issues };

  const groups = splitPayments(payments, rowsPerFile(format));
  const parts = groups.map((group, index): BatchPart => {
    const batchNumber = fillTemplate(format.partBatchNumber ?? "{batchNumber}-{part}", {
      batchNumber: batch.batchNumber,
      part: String(index + 1).padStart(2, "0"),
    });
    const facts = {
      amountUnit: format.layout.amountUnit,
      batchNumber,
      wholeBatchNumber: batch.batchNumber,
      partNumber: index + 1,
      partCount: groups.length,
      payer: batch.payer,
      payDate: batch.payDate,
      part: { count: group.length, amountFen: sumFen(group.map(({ amountFen }) => amountFen)) },
      batch: totals.value,
    };
    return { facts, payments: group };
  });
  const found = parts.flatMap((part) =>
    placeIssues(checkPart(format, part), { place: { file: part.facts.batchNumber } }),
  );
  if (found.some(({ severity }) => severity === "error")) return { ok: false, issues: found };
  return parsed(
    parts.map((part) => fileOf(format, part)),
    found,
  );
}

/** A payer that is given has to be whole; one that is not given may not be needed. */
function payerIssues(format: PaymentFormat, payer: CorporateAccount | undefined): readonly Issue[] {
  const missing = (field: "payer-account" | "payer-name"): Issue =>
    createIssue(bankIssues, "field-missing", fieldNames(field), { path: "/payer" });
  if (payer === undefined)
    return format.fileName.includes("{payerAccount}") ? [missing("payer-account")] : [];
  return [
    ...checkAccount(payer.number, "/payer/number"),
    ...(payer.name === "" ? [missing("payer-name")] : []),
  ];
}

function fileOf(format: PaymentFormat, part: BatchPart): PaymentFile {
  const { batchNumber, payDate, payer } = part.facts;
  const name = fillTemplate(format.fileName, {
    batchNumber,
    payDate: payDate.replaceAll("-", ""),
    payerAccount: payer?.number ?? "",
  });
  return {
    name,
    batchNumber,
    content: { [Symbol.iterator]: () => writePart(format, part) },
    payments: part.payments,
    totalFen: part.facts.part.amountFen,
  };
}

/** What the bank takes in one file, and what the columns that count payments can hold. */
function rowsPerFile(format: PaymentFormat): number {
  const counters = allFields(format.layout)
    .filter(({ kind }) => kind === "serial" || kind === "total-count")
    .map(({ widthBytes }) => (widthBytes === undefined ? Infinity : 10 ** widthBytes - 1));
  return Math.min(format.limits?.rowsPerFile ?? Infinity, ...counters);
}

function splitPayments(
  payments: readonly PayoutRecord[],
  size: number,
): readonly (readonly PayoutRecord[])[] {
  const groups: (readonly PayoutRecord[])[] = [];
  for (let start = 0; start < payments.length; start += size)
    groups.push(payments.slice(start, start + size));
  return groups;
}

function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
