import {
  createIssue,
  failed,
  type Fen,
  type Issue,
  parsed,
  type Parsed,
  type PayoutPurpose,
  placeIssues,
} from "@tongchou/core";
import { type Cells, cellOf } from "../codec/record-line.js";
import { repeatedReferences } from "../codec/repeated-references.js";
import { batchTotals, checkTotals, totalsOf } from "../codec/totals.js";
import { bankIssues } from "../issues.js";
import { type BankProfile, type PaymentFormat, payoutPurposes } from "../profile.js";
import { type FieldKind, fieldNames } from "../profiles/field.js";
import type { FileBytes } from "./file-lines.js";
import { type DetailRecord, readFile } from "./file-reader.js";

/** A payment as a file asks for it. What the format does not carry is missing. */
export interface FiledPayment {
  /** Line of the file, from 1. */
  readonly row: number;
  readonly reference?: string | undefined;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBankName?: string | undefined;
  readonly payeeCnapsCode?: string | undefined;
  readonly amountFen: Fen;
  /** Missing also where the bank has one word for several purposes. */
  readonly purpose?: PayoutPurpose | undefined;
}

/** One part of a batch as its file has it. */
export interface FiledPart {
  readonly file: string;
  readonly batchNumber?: string | undefined;
  readonly payments: readonly FiledPayment[];
}

/**
 * Reads the files of a batch back, as its bank does: to compare what was written with what was approved, or
 * to play the bank's side in a test.
 *
 * All or nothing: a bank must not pay a part of what does not add up.
 *
 * @param files all parts of one batch, in any order
 * @returns the parts in their order, or all issues: those of {@link decodeResult} for files and lines,
 *   `field-missing`, `amount-not-positive`, `reference-repeated`, `parts-incomplete`, `file-empty`
 * @example
 * const payer = { name: "九江市示例平台", number: "100200300400" };
 * const payee = { payeeName: "张三", payeeAccount: "6299990000000000005" };
 * const payments = [{ ...payee, reference: "R1", amountFen: fen(500), purpose: "wage" }];
 * const batch = { batchNumber: "B240315", payer, payDate: plainDate("2024-03-15"), payments };
 * const parts = readBatch(delimitedProfile, encodeBatch(delimitedProfile, batch).files);
 * parts.ok ? parts.value[0]?.payments[0]?.payeeName : parts.issues; // => "张三"
 */
export function readBatch(profile: BankProfile, files: readonly FileBytes[]): Parsed<readonly FiledPart[]> {
  const issues: Issue[] = [];
  const parts: PartRecords[] = [];
  for (const file of files) {
    const part = readPart(profile.payment, file);
    issues.push(...part.issues);
    if (part.ok) parts.push(part.value);
  }
  if (parts.length === files.length) issues.push(...checkTogether(profile.payment, parts));
  if (issues.length > 0) return { ok: false, issues };
  const inOrder = parts.toSorted((one, other) => (one.partNumber ?? 0) - (other.partNumber ?? 0));
  return parsed(inOrder.map(({ file, batchNumber, payments }) => ({ file, batchNumber, payments })));
}

interface PartRecords extends FiledPart {
  readonly summaries: readonly Cells[];
  readonly partNumber: number | undefined;
  readonly partCount: number | undefined;
}

function readPart(format: PaymentFormat, file: FileBytes): Parsed<PartRecords> {
  const records = readFile(format.layout, file);
  if (!records.ok) return records;
  const { summaries, details } = records.value;
  const issues: Issue[] = [...records.issues];
  const payments: FiledPayment[] = [];
  for (const detail of details) {
    const payment = readPayment(format, detail);
    issues.push(...placeIssues(payment.issues, { place: { file: file.name, row: detail.row } }));
    if (payment.ok) payments.push(payment.value);
  }
  if (details.length === 0)
    issues.push(createIssue(bankIssues, "file-empty", {}, { place: { file: file.name } }));
  if (issues.length > 0) return { ok: false, issues };
  const summaryText = (kind: FieldKind): string | undefined =>
    summaries.map((cells) => cellOf(cells, kind)).find((text) => text !== undefined);
  const numberOf = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text);
  return parsed({
    file: file.name,
    batchNumber: summaryText("batch-number"),
    payments,
    summaries,
    partNumber: numberOf(summaryText("part-number")),
    partCount: numberOf(summaryText("part-count")),
  });
}

function readPayment(format: PaymentFormat, detail: DetailRecord): Parsed<FiledPayment> {
  const { row, cells, amountFen } = detail;
  const payeeName = cellOf(cells, "payee-name");
  const payeeAccount = cellOf(cells, "payee-account");
  if (payeeName === undefined) return failed(missing("payee-name"));
  if (payeeAccount === undefined) return failed(missing("payee-account"));
  if (amountFen === undefined || amountFen <= 0) {
    return failed(createIssue(bankIssues, "amount-not-positive", { found: String(amountFen ?? "") }));
  }
  const word = cellOf(cells, "purpose");
  const purposes = payoutPurposes.filter((purpose) => format.purposes[purpose] === word);
  return parsed({
    row,
    reference: cellOf(cells, "reference"),
    payeeName,
    payeeAccount,
    payeeBankName: cellOf(cells, "payee-bank-name"),
    payeeCnapsCode: cellOf(cells, "payee-cnaps-code"),
    amountFen,
    purpose: purposes.length === 1 ? purposes[0] : undefined,
  });
}

function missing(kind: FieldKind): Issue {
  return createIssue(bankIssues, "field-missing", fieldNames(kind));
}

/** What only all parts together can say: that none is missing, the batch's totals, and references. */
function checkTogether(format: PaymentFormat, parts: readonly PartRecords[]): readonly Issue[] {
  const issues: Issue[] = [];
  const count = parts.map(({ partCount }) => partCount).find((partCount) => partCount !== undefined);
  const numbers = parts.map(({ partNumber }) => partNumber ?? NaN).toSorted((one, other) => one - other);
  const isWhole =
    count === undefined ||
    (numbers.length === count && numbers.every((number, index) => number === index + 1));
  if (!isWhole) {
    issues.push(createIssue(bankIssues, "parts-incomplete", { allowed: count, found: numbers.join(", ") }));
  }
  const payments = parts.flatMap((part) => part.payments);
  const totals = totalsOf(payments.map(({ amountFen }) => amountFen));
  if (!totals.ok) return [...issues, ...totals.issues];
  for (const { file, summaries } of parts) {
    const found = summaries.flatMap((cells) =>
      checkTotals(cells, batchTotals, { layout: format.layout, found: totals.value }),
    );
    issues.push(...placeIssues(found, { place: { file } }));
  }
  return [...issues, ...repeatedReferences(payments.map(({ reference }) => reference ?? "")).values()];
}
