import type { ReadLimits } from "../limits.js";
import type { RawWorkbook } from "../raw-workbook.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { textCell, type Cell, type MergedRange, type SheetRow } from "../workbook.js";
import { decodeHtmlText } from "./html-text.js";
import { readHtmlTokens } from "./html-tokens.js";

/**
 * Reads the tables of a web page, which many systems export under the name `.xls`. All tables of the page
 * make one sheet, one below the other; every cell is text; tables inside cells are read as their text.
 *
 * Throws a fault with `html-no-table` when there is none.
 */
export function readHtml(html: string, limits: ReadLimits): RawWorkbook {
  const grid = createGrid(limits);
  let tables = 0;
  let depth = 0;
  for (const token of readHtmlTokens(html)) {
    if (token.kind === "text") {
      grid.text(token.text);
      continue;
    }
    const { kind, name, attributes } = token;
    if (name === "table") {
      depth += kind === "open" ? 1 : -1;
      if (kind === "open") tables += 1;
    } else if (depth === 1 && name === "tr") {
      grid.endRow();
    } else if (depth === 1 && (name === "td" || name === "th")) {
      grid.endCell();
      if (kind === "open") grid.startCell(span(attributes, "rowspan"), span(attributes, "colspan"));
    } else if (name === "br" || name === "p") {
      grid.text(" ");
    }
  }
  grid.endRow();
  if (tables === 0) throw new SpreadsheetFault("html-no-table");
  const sheet = {
    name: undefined,
    isHidden: false,
    hiddenColumns: new Set<number>(),
    merges: grid.merges,
    rows: function* () {
      yield* grid.rows;
    },
  };
  return { format: "html", usesDate1904: false, hasMacros: false, sheets: [sheet] };
}

interface Grid {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
  startCell(rowSpan: number, columnSpan: number): void;
  text(text: string): void;
  endCell(): void;
  endRow(): void;
}

/** Puts cells into columns, past the columns that cells of earlier rows reach down into. */
function createGrid(limits: ReadLimits): Grid {
  const rows: SheetRow[] = [];
  const merges: MergedRange[] = [];
  const takenUntil = new Map<number, number>();
  let number = 1;
  let column = 1;
  let cells = new Map<number, Cell>();
  let isRowStarted = false;
  let open: { readonly column: number; text: string } | undefined;
  const endCell = (): void => {
    if (open === undefined) return;
    const cell = textCell(decodeHtmlText(open.text.replace(/\s+/g, " ")));
    if (cell !== undefined) cells.set(open.column, cell);
    open = undefined;
  };
  return {
    rows,
    merges,
    endCell,
    text: (text) => {
      if (open !== undefined) open.text += text;
    },
    startCell: (rowSpan, columnSpan) => {
      isRowStarted = true;
      while ((takenUntil.get(column) ?? 0) >= number) column += 1;
      const lastColumn = column + columnSpan - 1;
      if (lastColumn > limits.columns) throw new SpreadsheetFault("limit-columns", { limit: limits.columns });
      const lastRow = number + rowSpan - 1;
      if (rowSpan > 1 || columnSpan > 1) {
        merges.push({ firstRow: number, lastRow, firstColumn: column, lastColumn });
      }
      for (let taken = column; taken <= lastColumn; taken += 1) takenUntil.set(taken, lastRow);
      open = { column, text: "" };
      column = lastColumn + 1;
    },
    endRow: () => {
      endCell();
      if (!isRowStarted) return;
      if (cells.size > 0) rows.push({ kind: "row", number, isHidden: false, cells });
      if (rows.length > limits.rows) throw new SpreadsheetFault("limit-rows", { limit: limits.rows });
      number += 1;
      column = 1;
      cells = new Map();
      isRowStarted = false;
    },
  };
}

function span(attributes: string, name: string): number {
  const digits = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, "i").exec(attributes)?.[1];
  return Math.max(1, Number(digits ?? 1));
}
