import {
  type BilingualText,
  createIssue,
  failed,
  type Issue,
  maskPersonalIn,
  parsed,
  type Parsed,
} from "@tongchou/core";
import type { BatchResult, PaymentOutcome } from "../adapter.js";
import { cellOf } from "../codec/record-line.js";
import { bankIssues } from "../issues.js";
import type { BankProfile, ResultFormat } from "../profile.js";
import type { FileLayout, ResultLayout } from "../profiles/layout.js";
import type { FileBytes } from "./file-lines.js";
import { type DetailRecord, type FileRecords, readFile } from "./file-reader.js";
import { readSheet, type SheetRows } from "./sheet-reader.js";

/**
 * Reads a result file by a bank's profile.
 *
 * A status is looked up word for word: 部分成功 is not 成功. One that is not in the profile's table is
 * `unknown`, with the warning `status-unknown`.
 *
 * @param file its bytes, whole or in chunks
 * @returns the outcomes, with an issue for each line that could not be read. Fails as a whole when the lines
 *   around the payments are not those of the layout (`file-truncated`, `line-unexpected`, `columns-missing`)
 *   or the totals do not hold (`total-count-differs`, `total-amount-differs`); `result-layout-missing`
 * @example
 * const lines = ["H|B240315-01|1|500", "D|1|R1|6299990000000000005|X|500|PAID|", "T|1|500"];
 * const content = new TextEncoder().encode(lines.join("\n"));
 * const result = decodeResult(delimitedProfile, { name: "result.txt", content });
 * result.ok ? result.value.outcomes[0]?.status : result.issues; // => "paid"
 */
export function decodeResult(profile: BankProfile, file: FileBytes): Parsed<BatchResult> {
  const layouts = layoutsOf(profile).filter((layout) => layout.kind !== "sheet");
  const [first] = layouts;
  if (first === undefined) return failed(layoutMissing(profile, { zh: "文本文件", en: "a text file" }));
  const fitting = layouts.length === 1 ? first : (layouts.find((layout) => fits(layout, file)) ?? first);
  return resultOf(profile, file.name, readFile(fitting, file));
}

/**
 * Reads a result that a bank gives as a spreadsheet, from the rows that any spreadsheet reader gives.
 *
 * @param sheet the rows from the first one on, empty ones too: issues and outcomes name rows by their place
 * @returns as {@link decodeResult}; `cell-number-rounded` for an account that is no text and too long for a
 *   number
 * @example
 * const rows = [
 *   ["卡号/折号", "户名", "工号", "金额(元)", "入账状态", "失败原因"],
 *   ["6299990000000000005", "张三", "R1", "5.00", "入账成功", ""],
 * ];
 * const result = decodeRows(bocomPayrollProfile, { name: "result.xlsx", rows });
 * result.ok ? result.value.outcomes[0]?.status : result.issues; // => "paid"
 */
export function decodeRows(profile: BankProfile, sheet: SheetRows): Parsed<BatchResult> {
  const layouts = layoutsOf(profile).filter((layout) => layout.kind === "sheet");
  const [first] = layouts;
  if (first === undefined) return failed(layoutMissing(profile, { zh: "电子表格", en: "a spreadsheet" }));
  const fitting = layouts.find((layout) => readSheet(layout, sheet).ok) ?? first;
  return resultOf(profile, sheet.name, readSheet(fitting, sheet));
}

function layoutsOf({ result }: BankProfile): readonly ResultLayout[] {
  return result === undefined ? [] : [result.layout, ...(result.otherLayouts ?? [])];
}

/** Names of columns tell a layout apart; without any, the first line of a payment has to be readable. */
function fits(layout: FileLayout, file: FileBytes): boolean {
  const records = readFile(layout, file);
  const hasNames = layout.lines.some((line) => line.kind === "columns");
  return records.ok && (hasNames || records.value.isFirstRead);
}

function layoutMissing(profile: BankProfile, needed: BilingualText): Issue {
  const values = { profile: profile.id, neededZh: needed.zh, neededEn: needed.en };
  return createIssue(bankIssues, "result-layout-missing", values);
}

function resultOf(profile: BankProfile, file: string, records: Parsed<FileRecords>): Parsed<BatchResult> {
  if (!records.ok) return records;
  const { summaries, details } = records.value;
  const format: Pick<ResultFormat, "statuses" | "reasons"> = profile.result ?? { statuses: {} };
  const outcomes = details.map((detail) => outcomeOf(format, detail));
  const unknown = outcomes
    .filter(({ statusText }) => !Object.hasOwn(format.statuses, statusText))
    .map(({ row, statusText }): Issue => {
      const place = { file, row };
      return createIssue(bankIssues, "status-unknown", { found: maskPersonalIn(statusText) }, { place });
    });
  const batchNumber = summaries
    .map((cells) => cellOf(cells, "batch-number"))
    .find((text) => text !== undefined);
  return parsed({ file, batchNumber: batchNumber ?? commonBatchNumber(details), outcomes }, [
    ...records.issues,
    ...unknown,
  ]);
}

/** The batch number that all lines have, where lines have one. */
function commonBatchNumber(details: readonly DetailRecord[]): string | undefined {
  const numbers = new Set(details.map(({ cells }) => cellOf(cells, "batch-number")));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

function outcomeOf(
  format: Pick<ResultFormat, "statuses" | "reasons">,
  { row, cells, amountFen }: DetailRecord,
): PaymentOutcome {
  const statusText = cellOf(cells, "status") ?? "";
  const reasonText = cellOf(cells, "reason");
  const meaning = lookUp(format.statuses, statusText);
  return {
    row,
    status: meaning?.outcome ?? "unknown",
    statusText,
    reasonText,
    reason: meaning?.reason ?? lookUp(format.reasons ?? {}, reasonText ?? ""),
    reference: cellOf(cells, "reference"),
    lineNumber: cellOf(cells, "line-number"),
    payeeName: cellOf(cells, "payee-name"),
    payeeAccount: cellOf(cells, "payee-account"),
    amountFen,
  };
}

/** Own entries only: a bank's text may be the name of something that every object has. */
function lookUp<T>(table: Readonly<Record<string, T>>, text: string): T | undefined {
  return Object.hasOwn(table, text) ? table[text] : undefined;
}
