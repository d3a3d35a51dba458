import type { Parsed, PlainDate } from "@tongchou/core";
import { readAccountCell } from "../spreadsheet/cells/account-cell.js";
import { refuse } from "../spreadsheet/cells/cell-value.js";
import { readDateCell, readMonthCell } from "../spreadsheet/cells/date-cell.js";
import { readIdentityCell } from "../spreadsheet/cells/identity-cell.js";
import { readMoneyCell } from "../spreadsheet/cells/money-cell.js";
import { readIntegerCell, readRateCell } from "../spreadsheet/cells/number-cell.js";
import { readCodeCell, readContactCell, readNameCell, readTextCell } from "../spreadsheet/cells/text-cell.js";
import { readBooleanCell, readWordCell } from "../spreadsheet/cells/word-cell.js";
import type { Cell } from "../spreadsheet/workbook.js";
import type { MatchedColumn } from "./header-match.js";

/** What reading a cell needs to know beside its column. */
export interface CellContext {
  readonly usesDate1904: boolean;
  /** Day after which a birth date inside an identity number is refused. */
  readonly asOf?: PlainDate | undefined;
}

/** Reads the cells of a sheet, as {@link readTypedCell} does. */
export type CellReader = (cell: Cell, column: MatchedColumn) => Parsed<unknown>;

/** Texts that are known again in a column; one of names or numbers has more and is read cell by cell. */
const knownMax = 64;

/** Reads what stands in a column again and again, such as a department or a date, once. */
export function createCellReader(context: CellContext): CellReader {
  const columns = new Map<MatchedColumn, Map<string, Parsed<unknown>>>();
  return (cell, column) => {
    if (cell.kind !== "text") return readTypedCell(cell, column, context);
    const known = columns.get(column) ?? new Map<string, Parsed<unknown>>();
    columns.set(column, known);
    const before = known.get(cell.text);
    if (before !== undefined) return before;
    const result = readTypedCell(cell, column, context);
    if (known.size < knownMax) known.set(cell.text, result);
    return result;
  };
}

/** No name, number, date or word is longer; patterns are not tried on texts without end. */
const valueMax = 500;

/**
 * Reads a filled cell as its column's type says. Errors and formulas without a result are refused, whatever
 * the type.
 *
 * @returns the value, undefined for a mark that stands for nothing; the issues of the type's reader,
 *   `cell-error`, `cell-uncomputed`, `value-too-long`
 */
export function readTypedCell(cell: Cell, column: MatchedColumn, context: CellContext): Parsed<unknown> {
  if (cell.kind === "error") return refuse("cell-error", { found: cell.text });
  if (cell.kind === "uncomputed") return refuse("cell-uncomputed");
  const { profile } = column;
  if (cell.kind === "text" && profile.type !== "text" && cell.text.length > valueMax) {
    return refuse("value-too-long", { limit: valueMax });
  }
  switch (profile.type) {
    case "account":
      return readAccountCell(cell);
    case "boolean":
      return readBooleanCell(cell);
    case "code":
      return readCodeCell(cell);
    case "contact":
      return readContactCell(cell);
    case "date":
      return readDateCell(cell, context.usesDate1904);
    case "identity":
      return readIdentityCell(cell, context.asOf);
    case "integer":
      return readIntegerCell(cell);
    case "money":
      return readMoneyCell(cell, column.isInTenThousands);
    case "month":
      return readMonthCell(cell, context.usesDate1904);
    case "name":
      return readNameCell(cell);
    case "rate":
      return readRateCell(cell);
    case "text":
      return readTextCell(cell);
    case "word":
      return readWordCell(cell, profile.words ?? {});
  }
}
