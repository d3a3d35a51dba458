import {
  groupBy,
  createIssue,
  type Issue,
  type PayRecord,
  type Period,
  period,
  placeOf,
  type PlainDate,
  type RowSource,
} from "@tongchou/core";
import { filingIssues } from "../../issues.js";
import { readTables, type Table, type TableRow } from "../../profile/read-tables.js";
import type { Workbook } from "../../spreadsheet/workbook.js";
import { monthOfName } from "../../table/sheet-choice.js";
import { textsOfRows } from "../form-head.js";
import { collapseRemarks } from "../collapsed-issues.js";
import {
  collectAs,
  createRowCounter,
  type HeldOutRow,
  type ImportCounts,
} from "../../profile/collect-rows.js";
import { importAll, type Importer } from "../importer.js";
import { payProfile, type PaySheetRow } from "./pay-profile.js";
import { payLayoutOf, payRecordOfRow, type PayLayout, type PayRecordResult } from "./pay-record.js";

/** Options of {@link importPay}. */
export interface PayImportOptions {
  /** Month to read where a file has a sheet for each month. */
  readonly period?: Period | undefined;
  /** Name of the only sheet to read. */
  readonly sheet?: string | undefined;
  /** Day after which a birth date inside an identity number is refused. */
  readonly asOf?: PlainDate | undefined;
}

/** The pay of one sheet: a month's main payment, or one of its later payments and corrections. */
export interface PayBatch {
  /** Name of the sheet, or of the file where the sheet has none. */
  readonly batch: string;
  /** The month that the sheet's name or title says. */
  readonly period: Period | undefined;
  readonly records: readonly PayRecord[];
}

/** What came out of pay sheets. */
export interface PayImport {
  readonly batches: readonly PayBatch[];
  readonly heldOut: readonly HeldOutRow[];
  readonly counts: ImportCounts;
  /** Every issue of files, sheets and rows; remarks that repeat in a file come once with their number. */
  readonly issues: readonly Issue[];
}

/**
 * Imports pay sheets. Every column of the dictionary that is part of gross pay becomes an item; running
 * totals of the year are taken as they are, and count as zero where a cell or column is missing.
 *
 * A row is held out for an error in name or identity number and for an amount or rate that cannot be read.
 *
 * @returns a batch for each sheet; the issues of {@link readTables}, `pay-items-not-found`,
 *   `pay-column-unknown`, `pay-column-as-zero`, `pay-blank-as-zero`, `pay-gross-differs`,
 *   `pay-period-differs`, and `pay-identity-repeated` for each row of a person who stands in a sheet more
 *   than once: such rows stay apart
 * @example
 * const csv = "2024年3月工资\n姓名,身份证号,岗位工资,考勤扣款\n张三,36040319000101001X,\"3,000.00\",50\n";
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "pay.csv" });
 * const [batch] = importPay(opened.ok ? [opened.value] : []).batches;
 * batch?.period; // => "2024-03"
 * batch?.records[0]?.items.map(({ kind, amountFen }) => [kind, amountFen]);
 * // => [["basic", 300000], ["other", -5000]]
 */
export function importPay(workbooks: readonly Workbook[], options: PayImportOptions = {}): PayImport {
  return importAll(createPayImporter(options), workbooks);
}

/**
 * {@link importPay} for workbooks that are opened one after the other, so that none has to be kept.
 *
 * @example
 * createPayImporter().finish().batches; // => []
 */
export function createPayImporter(options: PayImportOptions = {}): Importer<PayImport> {
  const issues: (readonly Issue[])[] = [];
  const heldOut: HeldOutRow[] = [];
  const batches: PayBatch[] = [];
  const counter = createRowCounter();
  const take = (table: Table<PaySheetRow>, fileName: string): void => {
    const layout = payLayoutOf(table);
    issues.push(layout.issues);
    if (!layout.isUsable) return;
    const collected = collectAs(table, (row) => draftOf(row, layout));
    counter.add(collected);
    const repeated = repeatedIssues(collected.rows);
    const records: PayRecord[] = [];
    for (const draft of collected.rows) {
      const again = repeated.get(draft);
      const rowIssues = again === undefined ? draft.issues : [...draft.issues, again];
      if (rowIssues.length > 0) issues.push(rowIssues);
      if (draft.record === undefined) heldOut.push({ source: draft.source, issues: rowIssues });
      else records.push(draft.record);
    }
    const found = periodOfTable(table);
    issues.push(collected.issues, periodIssues(table, found, options.period));
    batches.push({ batch: table.sheet ?? fileName, period: found, records });
  };
  return {
    add: (workbook) => {
      const reading = readTables(workbook, payProfile, options);
      issues.push(reading.issues);
      for (const table of reading.tables) take(table, workbook.fileName);
    },
    finish: () => ({
      batches,
      heldOut,
      counts: counter.counts(heldOut.length),
      issues: collapseRemarks(issues.flat()),
    }),
  };
}

/** The month in the sheet's name or in a title such as `2024年3月工资明细`. */
function periodOfTable(table: Table<PaySheetRow>): Period | undefined {
  for (const text of [table.sheet ?? "", ...textsOfRows(table.head)]) {
    // The day on which a sheet was made is not its month.
    if (/月\s*\d{1,2}\s*[日号]|日期|时间/.test(text)) continue;
    const { year, month } = monthOfName(text) ?? {};
    if (year !== undefined && month !== undefined) return period(`${year}-${String(month).padStart(2, "0")}`);
  }
  return undefined;
}

function periodIssues(
  table: Table<PaySheetRow>,
  found: Period | undefined,
  wanted: Period | undefined,
): readonly Issue[] {
  if (found === undefined || wanted === undefined || found === wanted) return [];
  return [createIssue(filingIssues, "pay-period-differs", { found, wanted }, { place: table.place })];
}

/** A row on its way to becoming a record. */
interface PayDraft extends PayRecordResult {
  readonly source: RowSource;
  readonly documentNumber: string | undefined;
}

function draftOf(row: TableRow<PaySheetRow>, layout: PayLayout): PayDraft {
  const { source, values } = row;
  return { ...payRecordOfRow(row, layout), source, documentNumber: values.documentNumber?.number };
}

/** For each row of a person who stands in the sheet more than once, held out or not, the issue about it. */
function repeatedIssues(drafts: readonly PayDraft[]): ReadonlyMap<PayDraft, Issue> {
  const issues = new Map<PayDraft, Issue>();
  for (const [number, same] of groupBy(drafts, ({ documentNumber }) => documentNumber)) {
    if (number === undefined || same.length === 1) continue;
    for (const draft of same) {
      const place = placeOf(draft.source, "documentNumber");
      const values = { rows: otherRows(draft, same) };
      issues.set(draft, createIssue(filingIssues, "pay-identity-repeated", values, { place }));
    }
  }
  return issues;
}

/** Most rows that one message names: thousands in each of thousands of messages help nobody. */
const rowsMax = 5;

function otherRows(draft: PayDraft, same: readonly PayDraft[]): string {
  const others = same.slice(0, rowsMax + 1).filter((other) => other !== draft);
  const numbers = others.slice(0, rowsMax).map(({ source }) => String(source.row));
  return [...numbers, ...(same.length > rowsMax + 1 ? ["…"] : [])].join("、");
}
