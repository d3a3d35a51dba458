import type { Sheet, SheetRow, Workbook } from "./workbook.js";

/** A sheet whose rows may end in a thrown fault; the caller turns it into the fault that ends the sheet. */
export type RawSheet = Omit<Sheet, "rows"> & { rows(): Generator<SheetRow, void, undefined> };

/** What the reader of one format makes of a file. */
export type RawWorkbook = Omit<Workbook, "fileName" | "sheets"> & {
  readonly sheets: readonly RawSheet[];
  /** True when the file carries macros. They are never looked at. */
  readonly hasMacros: boolean;
};
