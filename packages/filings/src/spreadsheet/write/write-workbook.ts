import { failed, parsed, type Parsed } from "@tongchou/core";
import { issueOfFault } from "../spreadsheet-fault.js";
import { type CsvEncoding, writeCsv } from "./csv-writer.js";
import type { SheetContent } from "./sheet-content.js";
import { writeXls } from "./xls-writer.js";
import { writeXlsx } from "./xlsx-writer.js";

/** The format to write. CSV holds one sheet. */
export type WriteWorkbookOptions =
  | { readonly format: "xlsx" }
  | { readonly format: "xls" }
  | { readonly format: "csv"; readonly encoding?: CsvEncoding | undefined };

/**
 * Writes sheets as a file. Texts that a spreadsheet could run as a formula get an apostrophe; equal content
 * gives equal bytes.
 *
 * @returns the bytes, or the issues `text-unencodable`, `text-too-long`, `xls-too-large`
 * @throws RangeError for a name that no sheet can have, for names that repeat, and for CSV of several sheets
 * @example
 * const columns = [{ header: "证件号码", format: "text" }] as const;
 * const sheet = { name: "名册", columns, rows: [["360403190001010028"]] };
 * const written = await writeWorkbook([sheet], { format: "csv" });
 * written.ok && new TextDecoder().decode(written.value); // => "证件号码\r\n360403190001010028\r\n"
 */
export async function writeWorkbook(
  sheets: readonly SheetContent[],
  options: WriteWorkbookOptions,
): Promise<Parsed<Uint8Array>> {
  checkNames(sheets);
  try {
    switch (options.format) {
      case "xlsx":
        return parsed(writeXlsx(sheets));
      case "xls":
        return parsed(await writeXls(sheets));
      case "csv":
        return parsed(writeCsv(onlySheet(sheets), options.encoding ?? "utf-8"));
    }
  } catch (error) {
    return failed(issueOfFault(error));
  }
}

function onlySheet(sheets: readonly SheetContent[]): SheetContent {
  const [sheet, ...others] = sheets;
  if (sheet === undefined || others.length > 0) throw new RangeError("a CSV file holds exactly one sheet");
  return sheet;
}

function checkNames(sheets: readonly SheetContent[]): void {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  if (sheets.length === 0 || names.size < sheets.length)
    throw new RangeError("sheets need names of their own");
  for (const { name } of sheets) {
    if (!/^[^[\]:*?/\\]{1,31}$/.test(name) || name.startsWith("'") || name.endsWith("'")) {
      throw new RangeError(`no sheet can have this name: ${name}`);
    }
  }
}
