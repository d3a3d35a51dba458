import { createIssue, failed, type Issue, parsed, type Parsed, placeIssues } from "@tongchou/core";
import { readAmount } from "../codec/amount-text.js";
import { type CellPlan, nameCells, planByNames } from "../codec/record-line.js";
import { bankIssues } from "../issues.js";
import { type FieldKind, fieldNames } from "../profiles/field.js";
import type { SheetLayout } from "../profiles/layout.js";
import { columnsMissing } from "./file-frame.js";
import { type DetailRecord, type FileRecords, readDetail } from "./file-reader.js";

/** A cell as readers of spreadsheets give it. */
export type SheetCell = string | number | boolean | null | undefined;

/** A sheet that a spreadsheet reader has opened: its rows from the first one on, empty ones too. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Where the payments begin, and where their columns are. */
interface SheetPlan {
  readonly plan: CellPlan;
  /** From 0. */
  readonly start: number;
}

/**
 * Reads the rows of a sheet by a layout. Rows without any value are passed over.
 *
 * @returns the records, with an issue for each row that could not be read; `columns-missing` where no row
 *   has the names of the columns
 */
export function readSheet(layout: SheetLayout, sheet: SheetRows): Parsed<FileRecords> {
  const found = findSheetPlan(layout, sheet);
  if (found === undefined) return failed(columnsMissing(layout.fields, sheet.name));
  const { plan, start } = found;
  const issues: Issue[] = [];
  const details: DetailRecord[] = [];
  for (const [index, row] of sheet.rows.slice(start).entries()) {
    if (row.every((cell) => textOf(cell) === "")) continue;
    const place = { file: sheet.name, row: start + index + 1 };
    const rounded = roundedCell(plan, row);
    const cells = rounded === undefined ? nameCells(plan, Array.from(row, textOf)) : failed(rounded);
    const detail = cells.ok ? readDetail({ layout, plan, row: place.row }, cells.value) : cells;
    issues.push(...placeIssues(detail.issues, { place }));
    if (detail.ok) details.push(detail.value);
  }
  return parsed({ summaries: [], details, isFirstRead: issues[0]?.place?.row !== start + 1 }, issues);
}

function findSheetPlan(layout: SheetLayout, { rows }: SheetRows): SheetPlan | undefined {
  const { fields } = layout;
  if (fields.some((field) => field.headers !== undefined)) {
    for (const [index, row] of rows.entries()) {
      const plan = planByNames(fields, Array.from(row, textOf));
      if (plan !== undefined) return { plan, start: index + 1 };
    }
    return undefined;
  }
  const positions = fields.map((field) => columnIndex(field.column ?? ""));
  const plan = { fields, positions, cellCount: fields.length };
  const amountAt = positions[fields.findIndex((field) => field.kind === "amount")] ?? -1;
  const isPayment = (row: readonly SheetCell[]): boolean =>
    readAmount(textOf(row[amountAt]), layout.amountUnit).ok;
  const start = layout.firstRow === undefined ? rows.findIndex(isPayment) : layout.firstRow - 1;
  return { plan, start: start === -1 ? rows.length : start };
}

/** `A` is 0, `Z` 25, `AA` 26. */
function columnIndex(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(cell: SheetCell): string {
  return cell === null || cell === undefined ? "" : String(cell).trim();
}

/** A number with more digits than a double holds may have lost the last ones: no account is read from it. */
function roundedCell({ fields, positions }: CellPlan, row: readonly SheetCell[]): Issue | undefined {
  const textKinds: readonly FieldKind[] = ["payee-account", "reference", "line-number"];
  const field = fields.find(({ kind }, index) => {
    const cell = row[positions[index] ?? -1];
    return textKinds.includes(kind) && typeof cell === "number" && !Number.isSafeInteger(cell);
  });
  if (field === undefined) return undefined;
  return createIssue(bankIssues, "cell-number-rounded", fieldNames(field.kind));
}
