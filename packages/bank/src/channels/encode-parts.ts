import {
  type CorporateAccount,
  createIssue,
  type Issue,
  parsed,
  type Parsed,
  type PayoutRecord,
  placeIssues,
  type PlainDate,
  sumFen,
} from "@tongchou/core";
import type { EncodedBatch, PaymentFile, PayoutBatch } from "../adapter.js";
import { type Totals, totalsOf } from "../codec/totals.js";
import type { BankEncoding } from "../encoding.js";
import { bankIssues } from "../issues.js";
import type { PaymentFormat, PaymentLimits } from "../profile.js";
import type { Field } from "../profiles/layout.js";
import { checkAccount, checkPayment } from "../writing/check-payment.js";
import { checkPayments, paymentIssues, refusedPayments } from "../writing/checked-payments.js";
import { createPaymentCheck } from "../writing/payment-check.js";
import { channelIssues } from "./issues.js";

/** One message of a batch, and what it has in common with the others. */
export interface MessagePart {
  /** The part's own number. */
  readonly batchNumber: string;
  /** The number that all parts share. */
  readonly wholeBatchNumber: string;
  /** From 1. */
  readonly partNumber: number;
  readonly partCount: number;
  readonly payer: CorporateAccount;
  readonly payDate: PlainDate;
  /** Such as `2024-03-15T09:30:00`. */
  readonly submittedAt: string;
  readonly payments: readonly PayoutRecord[];
  readonly totals: Totals;
  readonly wholeTotals: Totals;
}

/** What a channel takes of a batch, and how it writes a part. */
export interface PartRules {
  readonly encoding: BankEncoding;
  readonly amountUnit: "fen" | "yuan";
  /** The bank's word for each purpose; a payment for another one is refused. */
  readonly purposes: PaymentFormat["purposes"];
  readonly limits: PaymentLimits;
  /** What the row of a payment holds, with its width in bytes. */
  readonly fields: readonly Field[];
  /**
   * What no text of a row may have in it, where rows are lines of a file. Default: none but control
   * characters.
   */
  readonly delimiter?: string | undefined;
  /** Characters that the bank's field for a part's number holds. */
  readonly batchNumberLengthMax: number;
  /** The rules of this bank beyond width and encoding. */
  readonly checkRow?: ((payment: PayoutRecord) => readonly Issue[]) | undefined;
  readonly fileExtension: string;
  /** The bytes of a part's message, or chunks of them that can be gone through more than once. */
  write(part: MessagePart): Parsed<Uint8Array | Iterable<Uint8Array>>;
}

/** The moment of a submission: `2024-03-15T09:30:00`, in the bank's time. */
export const momentPattern: RegExp =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}$/;

/**
 * Writes a batch as messages, one a part. Payments are checked as the rows of a batch file are.
 *
 * @returns the messages of what can be written; all else with its issues. `batch-number-characters`,
 *   `batch-number-too-long`, `submitted-at-missing`, `batch-empty` and issues of the payer refuse the whole
 */
export function encodeParts(rules: PartRules, batch: PayoutBatch): EncodedBatch {
  const checked = checkPayments(batch, createRowCheck(rules));
  const files = writeParts(rules, batch, checked.accepted);
  return {
    files: files.ok ? files.value : [],
    refused: refusedPayments(batch, checked, files.ok),
    issues: [...paymentIssues(checked), ...files.issues],
  };
}

/** The number of a part: the batch's, a hyphen, and the part's place in two digits or more. */
export function partBatchNumber(batchNumber: string, partNumber: number): string {
  return `${batchNumber}-${String(partNumber).padStart(2, "0")}`;
}

/** The number that all parts share, from that of a part. */
export function wholeBatchNumber(partNumber: string): string {
  return partNumber.replace(/-\d+$/, "");
}

function createRowCheck(rules: PartRules): (payment: PayoutRecord, index: number) => readonly Issue[] {
  const check = createPaymentCheck(rowFormat(rules));
  return (payment, index) => {
    const found = check(payment, index);
    const ofBank = rules.checkRow?.(payment) ?? [];
    return ofBank.length === 0 ? found : [...found, ...atPath(ofBank, `/payments/${index}`)];
  };
}

/** Tests one payment by itself, as it is tested in a batch. */
export function checkSingle(rules: PartRules, payment: PayoutRecord): readonly Issue[] {
  return [...checkPayment(payment, rowFormat(rules), ""), ...atPath(rules.checkRow?.(payment) ?? [], "")];
}

function atPath(issues: readonly Issue[], path: string): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: path + (issue.path ?? "") }));
}

/** The row of a message as that of a file: its delimiter is one that no text may have in it. */
function rowFormat(rules: PartRules): PaymentFormat {
  const { encoding, amountUnit, fields, purposes, limits, delimiter = "\u0000" } = rules;
  const lines = [{ kind: "detail", fields }] as const;
  const layout = { kind: "delimited", delimiter, encoding, amountUnit, lines } as const;
  return { layout, purposes, limits, fileName: "" };
}

function writeParts(
  rules: PartRules,
  batch: PayoutBatch,
  payments: readonly PayoutRecord[],
): Parsed<readonly PaymentFile[]> {
  const { payer, submittedAt } = batch;
  const size = rules.limits.rowsPerFile ?? payments.length;
  const partCount = Math.ceil(payments.length / Math.max(1, size));
  const totals = totalsOf(payments.map(({ amountFen }) => amountFen));
  const issues = [...batchIssues(rules, batch, partCount), ...totals.issues];
  if (payments.length === 0) issues.push(createIssue(bankIssues, "batch-empty", {}, { path: "/payments" }));
  const isReady = issues.every(({ severity }) => severity !== "error");
  if (!totals.ok || !isReady || payer === undefined || submittedAt === undefined)
    return { ok: false, issues };
  const files: PaymentFile[] = [];
  for (let partNumber = 1; partNumber <= partCount; partNumber += 1) {
    const group = payments.slice((partNumber - 1) * size, partNumber * size);
    const amountFen = sumFen(group.map((payment) => payment.amountFen));
    const batchNumber = partBatchNumber(batch.batchNumber, partNumber);
    const message = rules.write({
      batchNumber,
      wholeBatchNumber: batch.batchNumber,
      partNumber,
      partCount,
      payer,
      payDate: batch.payDate,
      submittedAt,
      payments: group,
      totals: { count: group.length, amountFen },
      wholeTotals: totals.value,
    });
    issues.push(...placeIssues(message.issues, { place: { file: batchNumber } }));
    if (!message.ok) return { ok: false, issues };
    const name = `${batchNumber}.${rules.fileExtension}`;
    const content = message.value instanceof Uint8Array ? [message.value] : message.value;
    files.push({ name, batchNumber, content, payments: group, totalFen: amountFen });
  }
  return parsed(files, issues);
}

function batchIssues(rules: PartRules, batch: PayoutBatch, partCount: number): Issue[] {
  const { batchNumber, payer, submittedAt } = batch;
  const issues: Issue[] = [];
  const path = "/batchNumber";
  const longest = partBatchNumber(batchNumber, partCount);
  const allowed = rules.batchNumberLengthMax;
  if (!/^[A-Za-z0-9-]{1,32}$/.test(batchNumber)) {
    issues.push(createIssue(bankIssues, "batch-number-characters", { found: batchNumber }, { path }));
  } else if (longest.length > allowed) {
    const values = { found: longest, length: longest.length, allowed };
    issues.push(createIssue(channelIssues, "batch-number-too-long", values, { path }));
  }
  if (submittedAt === undefined || !momentPattern.test(submittedAt))
    issues.push(createIssue(channelIssues, "submitted-at-missing", {}, { path: "/submittedAt" }));
  if (payer === undefined || payer.number === "" || payer.name === "") {
    const values = { fieldZh: "付款账号和户名", fieldEn: "payer account and name" };
    issues.push(createIssue(bankIssues, "field-missing", values, { path: "/payer" }));
  } else {
    issues.push(...checkAccount(payer.number, "/payer/number"));
  }
  return issues;
}

/** A moment without its separators: `20240315093000`. */
export function compactMoment(moment: string): string {
  return moment.replace(/[-:T]/g, "");
}

/** A date without its separators: `20240315`. */
export function compactDate(date: string): string {
  return date.replaceAll("-", "");
}
