import iconv from "iconv-lite";
import { columnLetters } from "../cell-reference.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import type { SheetContent } from "./sheet-content.js";
import { writtenRows } from "./written-cell.js";

/** Encodings of CSV files: UTF-8 with a byte order mark, which Excel needs, or GB18030. */
export type CsvEncoding = "utf-8" | "gb18030";

/**
 * Writes separated values with commas and CRLF.
 *
 * Throws a fault with `text-unencodable` for a character that the encoding cannot give back.
 */
export function writeCsv(sheet: SheetContent, encoding: CsvEncoding): Uint8Array {
  const lines: string[] = [];
  for (const { number, cells } of writtenRows(sheet)) {
    const fields = sheet.columns.map((_, index) => cells[index]?.text ?? "");
    if (encoding === "gb18030") checkEncodable(fields, number);
    lines.push(fields.map(quote).join(","));
  }
  const text = `${lines.join("\r\n")}\r\n`;
  return encoding === "utf-8" ? new TextEncoder().encode(`\uFEFF${text}`) : encode(text);
}

/**
 * A character that is not there in the encoding would come out as a question mark: what is read back tells.
 */
function checkEncodable(fields: readonly string[], row: number): void {
  const line = fields.join("\n");
  if (survives(line)) return;
  const index = fields.findIndex((field) => !survives(field));
  throw new SpreadsheetFault("text-unencodable", {
    row,
    column: columnLetters(index + 1),
    encoding: "GB18030",
  });
}

function survives(text: string): boolean {
  return new TextDecoder("gb18030").decode(encode(text)) === text;
}

function encode(text: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, "gb18030"));
}

function quote(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
