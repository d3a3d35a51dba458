import { fen, formatYuan } from "@tongchou/core";
import { columnLetters } from "../cell-reference.js";
import { escapeFormula } from "../formula-escape.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import type { SheetColumn, SheetContent, SheetValue } from "./sheet-content.js";

/** A cell as every format writes it: numbers as plain decimal text, texts already safe from being run. */
export interface WrittenCell {
  readonly kind: "text" | "number";
  readonly text: string;
}

/** A row of cells, and what the row is. */
export interface WrittenRow {
  readonly number: number;
  readonly kind: "title" | "header" | "data";
  readonly cells: readonly (WrittenCell | undefined)[];
}

/** Most characters a cell of a spreadsheet holds. */
const textMax = 32_767;

/**
 * The rows of a sheet from top to bottom.
 *
 * Throws a fault with `text-unencodable` for half a surrogate pair, which no encoding has, or
 * `text-too-long`.
 */
export function* writtenRows(sheet: SheetContent): Generator<WrittenRow, void, undefined> {
  let number = 0;
  const line = (text: string): WrittenRow => row("title", [text], []);
  const row = (
    kind: WrittenRow["kind"],
    values: readonly SheetValue[],
    columns: readonly SheetColumn[],
  ): WrittenRow => {
    number += 1;
    const cells = values.map((value, index) =>
      writeCell(value, columns[index], { row: number, column: columnLetters(index + 1) }),
    );
    return { number, kind, cells };
  };
  for (const text of sheet.titleRows ?? []) yield line(text);
  yield row(
    "header",
    sheet.columns.map(({ header }) => header),
    [],
  );
  for (const values of sheet.rows) yield row("data", values, sheet.columns);
  for (const text of sheet.footRows ?? []) yield line(text);
}

function writeCell(
  value: SheetValue,
  column: SheetColumn | undefined,
  at: { readonly row: number; readonly column: string },
): WrittenCell | undefined {
  if (value === undefined || value === "") return undefined;
  if (typeof value === "number" && column?.format === "money") {
    return { kind: "number", text: formatYuan(fen(value)) };
  }
  if (typeof value === "number" && column?.format === "integer")
    return { kind: "number", text: String(value) };
  const text = escapeFormula(String(value));
  if (/\p{Surrogate}/u.test(text))
    throw new SpreadsheetFault("text-unencodable", { ...at, encoding: "Unicode" });
  if (text.length > textMax) throw new SpreadsheetFault("text-too-long", { ...at, limit: textMax });
  return { kind: "text", text };
}
