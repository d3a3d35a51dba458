import type { CellObject, WorkSheet } from "@e965/xlsx";
import { columnLetters } from "../cell-reference.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { headerRowOf, type SheetContent } from "./sheet-content.js";
import { columnWidth } from "./column-width.js";
import { type WrittenCell, writtenRows } from "./written-cell.js";

const rowsMax = 65_536;
const columnsMax = 256;

/**
 * Writes BIFF8, for portals that take nothing newer. The library is loaded when the first such file is
 * written.
 *
 * Throws a fault with `xls-too-large`.
 */
export async function writeXls(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, toWorkSheet(sheet), sheet.name);
  const file: unknown = write(book, { bookType: "biff8", type: "array" });
  return new Uint8Array(file as ArrayBuffer);
}

function toWorkSheet(sheet: SheetContent): WorkSheet {
  const data: CellObject[][] = [];
  for (const { cells } of writtenRows(sheet)) {
    const row: CellObject[] = [];
    cells.forEach((cell, index) => {
      if (cell !== undefined) row[index] = toCell(cell, sheet.columns[index]?.format === "integer");
    });
    data.push(row);
  }
  const [rows, columns] = [data.length, sheet.columns.length];
  if (rows > rowsMax || columns > columnsMax) throw new SpreadsheetFault("xls-too-large", { rows, columns });
  return {
    "!data": data,
    "!ref": `A1:${columnLetters(columns)}${rows}`,
    "!cols": sheet.columns.map((column) => ({ wch: columnWidth(column), hidden: column.isHidden === true })),
    "!merges": Array.from({ length: headerRowOf(sheet) - 1 }, (_, row) => ({
      s: { r: row, c: 0 },
      e: { r: row, c: columns - 1 },
    })),
  };
}

function toCell({ kind, text }: WrittenCell, isInteger: boolean): CellObject {
  if (kind === "text") return { t: "s", v: text, z: "@" };
  return { t: "n", v: Number(text), z: isInteger ? "0" : "0.00" };
}
