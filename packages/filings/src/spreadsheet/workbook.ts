import type { Issue } from "@tongchou/core";

/** What a file turned out to be, whatever its name ends in. */
export type WorkbookFormat = "xlsx" | "xls" | "csv" | "html";

/**
 * One filled cell. A cell that is empty or holds only blanks does not exist.
 *
 * - `number`: `text` is the number as the file stores it; `isDate` says that its format shows a date.
 * - `error`: `text` is what the sheet shows, such as `#VALUE!`.
 * - `uncomputed`: a formula without a stored result. Formulas are never computed here.
 */
export type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string; readonly isDate: boolean }
  | { readonly kind: "boolean"; readonly isTrue: boolean }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "uncomputed" };

/** A row with at least one filled cell. Rows and columns count from 1. */
export interface SheetRow {
  readonly kind: "row";
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** The end of a sheet that cannot be read further; what was read before it is not the whole sheet. */
export interface SheetFault {
  readonly kind: "fault";
  readonly issue: Issue;
}

/** A block of merged cells, both corners included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One sheet. Its rows are read again on every call, one at a time, so that a large sheet needs no memory. */
export interface Sheet {
  /** None for files that have one unnamed table. */
  readonly name: string | undefined;
  readonly isHidden: boolean;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly MergedRange[];
  rows(): Generator<SheetRow | SheetFault, void, undefined>;
}

/** A file of sheets. */
export interface Workbook {
  readonly fileName: string;
  readonly format: WorkbookFormat;
  /** True when serial day numbers count from 1904, as old Macintosh files do. */
  readonly usesDate1904: boolean;
  readonly sheets: readonly Sheet[];
}

/** A text cell, or nothing when there is only white space in it. */
export function textCell(text: string): Cell | undefined {
  return /[^\s\u00A0\u200B-\u200D\uFEFF]/.test(text) ? { kind: "text", text } : undefined;
}
