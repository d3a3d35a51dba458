import type * as xlsx from "@e965/xlsx";
import type { ReadLimits } from "../limits.js";
import type { RawSheet, RawWorkbook } from "../raw-workbook.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { textCell, type Cell, type MergedRange, type SheetRow } from "../workbook.js";
import { isDateFormat } from "../xlsx/date-format.js";

type XlsxLibrary = typeof xlsx;
type LibraryWorkbook = ReturnType<XlsxLibrary["read"]>;
type LibrarySheet = LibraryWorkbook["Sheets"][string];
type LibraryCell = NonNullable<LibrarySheet["!data"]>[number][number];

/**
 * Reads a BIFF file, the `.xls` of Excel 5 to 2003. The library is loaded when the first such file comes.
 *
 * Dates stay the serial numbers they are: the library's own dates shift with the time zone.
 */
export async function readXls(
  bytes: Uint8Array,
  limits: ReadLimits,
  hasMacros: boolean,
): Promise<RawWorkbook> {
  const library = await import("@e965/xlsx");
  // Before Excel 97 texts are in the code page of the machine; without the tables Chinese would come out
  // garbled.
  library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full"));
  const book = parse(library, bytes, limits);
  const sheets = book.SheetNames.map((name, index) =>
    toSheet(name, book.Sheets[name], (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, limits),
  );
  return { format: "xls", usesDate1904: book.Workbook?.WBProps?.date1904 ?? false, sheets, hasMacros };
}

function parse(library: XlsxLibrary, bytes: Uint8Array, limits: ReadLimits): LibraryWorkbook {
  try {
    return library.read(bytes, {
      type: "array",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellStyles: true,
      sheetRows: limits.rows + 1,
    });
  } catch (error) {
    // The library throws plain errors of many kinds, all of them about the file.
    const isPassword = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new SpreadsheetFault(isPassword ? "workbook-encrypted" : "xls-damaged");
  }
}

function toSheet(
  name: string,
  sheet: LibrarySheet | undefined,
  isHidden: boolean,
  limits: ReadLimits,
): RawSheet {
  const merges = (sheet?.["!merges"] ?? []).map(({ s, e }): MergedRange => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c + 1,
    lastColumn: e.c + 1,
  }));
  const columns = sheet?.["!cols"] ?? [];
  const hidden = columns.flatMap((column, index) => (column?.hidden === true ? [index + 1] : []));
  return {
    name,
    isHidden,
    hiddenColumns: new Set(hidden),
    merges,
    rows: () => readRows(sheet, limits),
  };
}

function* readRows(
  sheet: LibrarySheet | undefined,
  limits: ReadLimits,
): Generator<SheetRow, void, undefined> {
  let rows = 0;
  for (const [index, row] of (sheet?.["!data"] ?? []).entries()) {
    const cells = new Map<number, Cell>();
    for (const [column, cell] of (row ?? []).entries()) {
      const value = cell === undefined ? undefined : toCell(cell);
      if (value !== undefined) cells.set(column + 1, value);
    }
    if (cells.size === 0) continue;
    rows += 1;
    if (rows > limits.rows) throw new SpreadsheetFault("limit-rows", { limit: limits.rows });
    const isHidden = sheet?.["!rows"]?.[index]?.hidden === true;
    yield { kind: "row", number: index + 1, isHidden, cells };
  }
}

const errorTexts: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function toCell(cell: LibraryCell): Cell | undefined {
  switch (cell.t) {
    case "n":
      return { kind: "number", text: String(cell.v), isDate: isDateFormat(String(cell.z ?? "")) };
    case "b":
      return { kind: "boolean", isTrue: cell.v === true };
    case "e":
      return { kind: "error", text: errorTexts[Number(cell.v)] ?? "#ERROR!" };
    case "s":
      return textCell(String(cell.v ?? ""));
    default:
      return undefined;
  }
}
