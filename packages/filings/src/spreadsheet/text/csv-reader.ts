import Papa from "papaparse";
import type { ReadLimits } from "../limits.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { textCell, type Cell, type SheetRow } from "../workbook.js";
import type { RawWorkbook } from "../raw-workbook.js";

const delimiters = [",", "\t", ";", "|"] as const;
/** Enough lines to see the delimiter behind titles and blank lines. */
const sampleCharacters = 65_536;
const chunkCharacters = 65_536;

/** Reads separated values. Every cell is text as it stands in the file. */
export function readCsv(text: string, limits: ReadLimits): RawWorkbook {
  const lines = text.replace(/\r\n?/g, "\n");
  const delimiter = sniffDelimiter(lines.slice(0, sampleCharacters));
  const sheet = {
    name: undefined,
    isHidden: false,
    hiddenColumns: new Set<number>(),
    merges: [],
    rows: () => readRows(lines, delimiter, limits),
  };
  return { format: "csv", usesDate1904: false, hasMacros: false, sheets: [sheet] };
}

function* readRows(
  text: string,
  delimiter: string,
  limits: ReadLimits,
): Generator<SheetRow, void, undefined> {
  let number = 0;
  let rows = 0;
  for (const fields of readRecords(text, delimiter)) {
    number += 1;
    const cells = readFields(fields, limits);
    if (cells.size === 0) continue;
    rows += 1;
    if (rows > limits.rows) throw new SpreadsheetFault("limit-rows", { limit: limits.rows });
    yield { kind: "row", number, isHidden: false, cells };
  }
}

/** What the library's parser returns; its own declaration leaves it open. */
interface CsvBatch {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  /** Where the first record that was not taken begins. */
  readonly meta: { readonly cursor: number };
}

function parseBatch(text: string, delimiter: string, ignoresLastRecord: boolean): CsvBatch {
  return new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, ignoresLastRecord) as CsvBatch;
}

/** Parses chunk by chunk; a chunk's last record may be cut off, so the next chunk starts with it again. */
function* readRecords(text: string, delimiter: string): Generator<readonly string[], void, undefined> {
  let size = chunkCharacters;
  let start = 0;
  let number = 0;
  while (start < text.length) {
    const isLast = start + size >= text.length;
    const { data, errors, meta } = parseBatch(text.slice(start, start + size), delimiter, !isLast);
    const broken = errors.find(({ type }) => type === "Quotes");
    if (broken !== undefined)
      throw new SpreadsheetFault("csv-quotes", { row: number + (broken.row ?? 0) + 1 });
    yield* data;
    number += data.length;
    start += isLast ? size : meta.cursor;
    if (meta.cursor === 0) size *= 2;
  }
}

function readFields(fields: readonly string[], limits: ReadLimits): ReadonlyMap<number, Cell> {
  const cells = new Map<number, Cell>();
  fields.forEach((field, index) => {
    // Exporting systems write ="0012" to keep Excel from dropping zeros.
    const text = field.startsWith('="') ? (/^="([^"]*)"$/.exec(field)?.[1] ?? field) : field;
    const value = textCell(apart(text));
    if (value === undefined) return;
    if (index >= limits.columns) throw new SpreadsheetFault("limit-columns", { limit: limits.columns });
    cells.set(index + 1, value);
  });
  return cells;
}

/** From this length on, V8 keeps a piece of a text as a view of it. */
const viewLength = 13;

/** The same text with characters of its own: one account number kept would keep its whole file in memory. */
function apart(text: string): string {
  return text.length < viewLength ? text : `${text} `.slice(0, -1);
}

/** The delimiter that splits the sample into the most fields. */
function sniffDelimiter(sample: string): string {
  const counts = delimiters.map((delimiter) => {
    const { data } = parseBatch(sample, delimiter, false);
    return { delimiter, fields: data.reduce((sum, fields) => sum + fields.length, 0) };
  });
  return counts.reduce((best, next) => (next.fields > best.fields ? next : best)).delimiter;
}
