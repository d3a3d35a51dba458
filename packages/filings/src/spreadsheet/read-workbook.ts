import { createIssue, failed, type Issue, parsed, type Parsed, type Place } from "@tongchou/core";
import { filingIssues, type FilingIssueCode } from "../issues.js";
import { defaultReadLimits, type ReadLimits } from "./limits.js";
import type { RawSheet, RawWorkbook } from "./raw-workbook.js";
import { hasMacroStorage, sniffFormat } from "./sniff-format.js";
import { issueOfFault, SpreadsheetFault } from "./spreadsheet-fault.js";
import { readCsv } from "./text/csv-reader.js";
import { decodeText } from "./text/decode-text.js";
import { readHtml } from "./text/html-reader.js";
import type { Sheet, SheetFault, SheetRow, Workbook } from "./workbook.js";
import { readXls } from "./xls/xls-reader.js";
import { readXlsx } from "./xlsx/xlsx-reader.js";

/** Options of {@link readWorkbook}. */
export interface ReadWorkbookOptions {
  /** Name of the file, for places in issues. Its ending says nothing about the format. */
  readonly fileName: string;
  /** Limits other than {@link defaultReadLimits}. */
  readonly limits?: Partial<ReadLimits> | undefined;
}

/**
 * Opens a spreadsheet of any of the kinds that HR offices send: xlsx, the old xls, CSV or TSV in UTF-8,
 * UTF-16 or GB18030, and web pages saved as xls. The content decides, never the name.
 *
 * Rows are read when they are asked for. What is wrong with the file as a whole is known before that; what
 * is wrong inside a sheet ends its rows with a fault.
 *
 * @returns the workbook, or one of `file-empty`, `file-lock`, `file-binary`, `format-unsupported`,
 *   `workbook-encrypted`, `workbook-no-sheets`, `workbook-part-missing`, `zip-truncated`, `zip-damaged`,
 *   `xml-damaged`, `xml-doctype`, `xml-too-deep`, `xls-damaged`, `html-no-table`, `text-undecodable`,
 *   `limit-file-bytes`, `limit-part-bytes`, `limit-total-bytes`, `limit-shared-strings`, `limit-merges`; the
 *   warning `workbook-macros`
 * @example
 * const bytes = new TextEncoder().encode("姓名,证件号码\n张三,360499190001010018\n");
 * const opened = await readWorkbook(bytes, { fileName: "roster.csv" });
 * opened.ok && opened.value.format; // => "csv"
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
): Promise<Parsed<Workbook>> {
  const { fileName } = options;
  const limits = { ...defaultReadLimits, ...options.limits };
  const report = (code: FilingIssueCode): Issue =>
    createIssue(filingIssues, code, {}, { place: { file: fileName } });
  try {
    const raw = await readRaw(bytes, fileName, limits);
    if (raw.sheets.length === 0) return failed(report("workbook-no-sheets"));
    const sheets = raw.sheets.map((sheet) => placeSheet(sheet, fileName));
    const { format, usesDate1904 } = raw;
    return parsed(
      { fileName, format, usesDate1904, sheets },
      raw.hasMacros ? [report("workbook-macros")] : [],
    );
  } catch (error) {
    return failed({ ...issueOfFault(error), place: { file: fileName } });
  }
}

async function readRaw(bytes: Uint8Array, fileName: string, limits: ReadLimits): Promise<RawWorkbook> {
  // Office leaves such a file beside an open workbook; it holds the name of the person who has it open.
  if (/(^|[\\/])~\$/.test(fileName)) throw new SpreadsheetFault("file-lock");
  const sniffed = sniffFormat(bytes);
  checkLength(bytes, sniffed.kind === "zip" ? limits.fileBytes : limits.wholeFileBytes);
  switch (sniffed.kind) {
    case "empty":
      throw new SpreadsheetFault("file-empty");
    case "binary":
      throw new SpreadsheetFault("file-binary");
    case "encrypted":
      throw new SpreadsheetFault("workbook-encrypted");
    case "unsupported":
      throw new SpreadsheetFault("format-unsupported", { format: sniffed.format });
    case "zip":
      return readXlsx(bytes, limits);
    case "xls":
      return readXls(bytes, limits, hasMacroStorage(bytes));
    case "html":
      return readHtml(decodeText(bytes), limits);
    case "csv":
      return readCsv(decodeText(bytes), limits);
  }
}

function checkLength(bytes: Uint8Array, limit: number): void {
  if (bytes.length > limit) throw new SpreadsheetFault("limit-file-bytes", { found: bytes.length, limit });
}

/** Catches what a sheet's reader throws and says where it happened. */
function placeSheet(sheet: RawSheet, fileName: string): Sheet {
  return {
    ...sheet,
    rows: function* (): Generator<SheetRow | SheetFault, void, undefined> {
      let last = 0;
      try {
        for (const row of sheet.rows()) {
          yield row;
          last = row.number;
        }
      } catch (error) {
        const place: Place = { file: fileName, sheet: sheet.name, row: last + 1 };
        yield { kind: "fault", issue: { ...issueOfFault(error), place } };
      }
    },
  };
}
