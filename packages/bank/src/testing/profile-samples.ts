import { formatYuan, type PayoutRecord } from "@tongchou/core";
import { encodeText } from "../encoding.js";
import { type BankProfile, payoutPurposes } from "../profile.js";
import { fieldTraits } from "../profiles/field.js";
import type { Field, FileLayout, LineTemplate } from "../profiles/layout.js";
import { readBatch } from "../reading/batch-reader.js";
import { encodeBatch } from "../writing/batch-writer.js";
import { kitBatch, kitPayments } from "./specimen.js";
import type { AdapterSamples, AnswerWanted, AnswerWriter } from "./samples.js";

/**
 * Makes the kit's samples of a profile: results are written by the profile's own layout, files are read back
 * by it.
 *
 * They show that adapter and profile fit together, not that the profile fits the bank: for that give
 * `results` that came from the bank.
 *
 * @example
 * Object.keys(profileSamples(delimitedProfile).statuses); // => ["PAID", "REJECTED", "RETURNED", "ACCEPTED", "PROCESSING", "UNKNOWN"]
 */
export function profileSamples(profile: BankProfile): AdapterSamples {
  const { payment, result } = profile;
  const layout = result?.layout;
  const needed = neededValues(profile);
  const isWritable = layout?.kind === "delimited" || layout?.kind === "fixed-width";
  return {
    payment: needed,
    batchNumbers: takenNumbers(profile, needed),
    readBack: (files) => {
      const parts = readBatch({ ...profile, payment }, files);
      return parts.ok ? { ...parts, value: parts.value.flatMap(({ payments }) => payments) } : parts;
    },
    ...(result === undefined ? {} : { statuses: result.statuses }),
    ...(isWritable ? { answer: answerWriter(layout) } : {}),
  };
}

/** What the profile's columns need beside an ordinary payment. */
function neededValues({ payment }: BankProfile): Partial<PayoutRecord> {
  const needed = new Set(
    payment.layout.lines
      .flatMap((line) => (line.kind === "detail" ? line.fields : []))
      .filter(({ optional }) => optional !== true)
      .map(({ kind }) => kind),
  );
  const purpose = payoutPurposes.find((each) => payment.purposes[each] !== undefined) ?? "wage";
  return {
    purpose,
    ...(needed.has("payee-bank-name") ? { payeeBankName: "示例银行浔阳支行" } : {}),
    ...(needed.has("payee-cnaps-code") ? { payeeCnapsCode: "313424076706" } : {}),
  };
}

/** Numbers of batches that the profile's columns and templates hold; the longest it takes. */
function takenNumbers(profile: BankProfile, payment: Partial<PayoutRecord>): readonly [string, string] {
  const numbers = [
    ["KIT240315", "KITOTHER"] as const,
    ["240315", "240316"] as const,
    ["2403", "2404"] as const,
  ];
  const taken = numbers.find((batchNumbers) => {
    const samples = { payment, batchNumbers };
    return encodeBatch(profile, kitBatch(samples, kitPayments(samples, 1))).files.length > 0;
  });
  return taken ?? ["31", "32"];
}

function answerWriter(layout: FileLayout): AnswerWriter {
  const fields = layout.lines.flatMap((line) => ("fields" in line ? line.fields : []));
  const hasTotals =
    fields.some(({ kind }) => kind === "total-count") && fields.some(({ kind }) => kind === "total-amount");
  return { hasTotals, write: (wanted) => writeAnswer(layout, wanted) };
}

function writeAnswer(layout: FileLayout, wanted: AnswerWanted): Uint8Array | undefined {
  const lines = layout.lines.flatMap((line) => linesOf(layout, line, wanted));
  if (lines.includes(undefined)) return undefined;
  const bytes = encodeText(lines.map((line) => `${line}\r\n`).join(""), layout.encoding);
  return bytes.ok ? bytes.value : undefined;
}

function linesOf(
  layout: FileLayout,
  line: LineTemplate,
  wanted: AnswerWanted,
): readonly (string | undefined)[] {
  switch (line.kind) {
    case "comment":
    case "marker":
      return [line.text];
    case "columns": {
      const detail = layout.lines.find((each) => each.kind === "detail");
      return [join(layout, detail?.fields.map(({ headers }) => headers?.[0] ?? "") ?? [])];
    }
    case "summary":
      return [joinFields(layout, line.fields, wanted, -1)];
    case "detail":
      return wanted.rows.map((_, index) => joinFields(layout, line.fields, wanted, index));
  }
}

function joinFields(
  layout: FileLayout,
  fields: readonly Field[],
  wanted: AnswerWanted,
  index: number,
): string | undefined {
  const cells = fields.map((field) => cellOf(layout, field, valueOf(layout, field, wanted, index)));
  return cells.includes(undefined) ? undefined : join(layout, cells.map(String));
}

function join(layout: FileLayout, cells: readonly string[]): string {
  if (layout.kind === "fixed-width") return cells.join("");
  const isTrailed = layout.kind === "delimited" && layout.trailingDelimiter === true;
  return cells.join(layout.delimiter) + (isTrailed ? layout.delimiter : "");
}

/** What a column says; of a summary line the index is -1. */
function valueOf(layout: FileLayout, field: Field, wanted: AnswerWanted, index: number): string {
  const { payment, statusText = "" } = wanted.rows[index] ?? {};
  const amount = (fen: PayoutRecord["amountFen"]): string =>
    layout.amountUnit === "fen" ? String(fen) : formatYuan(fen);
  switch (field.kind) {
    case "constant":
      return field.value;
    case "batch-number":
      return wanted.batchNumber;
    case "total-count":
      return String(wanted.totals.count);
    case "total-amount":
      return amount(wanted.totals.amountFen);
    case "serial":
      return String(index + 1);
    case "line-number":
      return lineNumber(wanted.batchNumber, index, field.widthBytes);
    case "reference":
      return payment?.reference ?? "";
    case "payee-name":
      return payment?.payeeName ?? "";
    case "payee-account":
      return payment?.payeeAccount ?? "";
    case "amount":
      return payment === undefined ? "" : amount(payment.amountFen);
    case "status":
      return statusText;
    default:
      return "";
  }
}

/** The part's number, then the place in the part, with zeros between them up to the column's width. */
function lineNumber(batchNumber: string, index: number, widthBytes = 0): string {
  return batchNumber + String(index + 1).padStart(widthBytes - batchNumber.length, "0");
}

/** The value in its column's width; nothing where it is too wide. */
function cellOf(layout: FileLayout, field: Field, value: string): string | undefined {
  const { widthBytes, padding } = field;
  if (widthBytes === undefined) return value;
  const bytes = encodeText(value, layout.encoding);
  if (!bytes.ok || bytes.value.length > widthBytes) return undefined;
  if (padding === undefined && layout.kind !== "fixed-width") return value;
  const missing = widthBytes - bytes.value.length;
  const isNumber = padding === "zeros-before" || (padding === undefined && fieldTraits[field.kind].isNumber);
  return isNumber ? "0".repeat(missing) + value : value + " ".repeat(missing);
}
