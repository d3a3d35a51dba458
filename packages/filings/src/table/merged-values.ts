import type { Cell, MergedRange, SheetRow } from "../spreadsheet/workbook.js";
import type { MatchedColumn } from "./header-match.js";

/**
 * Gives each row the text that a cell merged downwards shows beside it, such as one unit's name for all its
 * people. Amounts and numbers are left alone: one amount for several people is not each person's amount.
 */
export function createMergedValues(
  merges: readonly MergedRange[],
  columns: readonly MatchedColumn[],
): (row: SheetRow) => SheetRow {
  const filled = new Set(
    columns
      .filter(({ profile }) => profile.type === "text" || profile.type === "word")
      .map(({ number }) => number),
  );
  const lastRows = new Map(
    merges
      .filter(({ firstRow, lastRow, firstColumn }) => lastRow > firstRow && filled.has(firstColumn))
      .map(({ firstRow, lastRow, firstColumn }) => [`${firstRow}:${firstColumn}`, lastRow]),
  );
  const open = new Map<number, { readonly cell: Cell; readonly lastRow: number }>();
  return (row) => {
    const additions: [number, Cell][] = [];
    for (const number of filled) {
      const own = row.cells.get(number);
      const lastRow = lastRows.get(`${row.number}:${number}`);
      const above = open.get(number);
      if (own !== undefined && lastRow !== undefined) open.set(number, { cell: own, lastRow });
      else if (own === undefined && above !== undefined && above.lastRow >= row.number) {
        additions.push([number, above.cell]);
      }
    }
    return additions.length === 0 ? row : { ...row, cells: new Map([...row.cells, ...additions]) };
  };
}
