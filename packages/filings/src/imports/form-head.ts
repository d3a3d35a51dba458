import { createIssue, foldFullWidth, type Issue, type Place, type PlainDate } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import { readDateCell } from "../spreadsheet/cells/date-cell.js";
import { showText } from "../spreadsheet/cells/cell-value.js";
import type { Cell, SheetRow } from "../spreadsheet/workbook.js";

/** What the lines above a form's header say. */
export interface FormHead {
  readonly unitName: string | undefined;
  readonly filledInOn: PlainDate | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Reads 填报单位 and 填报日期 from the lines above a header, each in a cell of its own, with its label, or both in
 * one merged cell.
 *
 * @returns what was found; the warning `form-date-unreadable`
 */
export function readFormHead(rows: readonly SheetRow[], place: Place, usesDate1904: boolean): FormHead {
  const unit = findLabelled(rows, /填报单位(?:\([^()]*\))?:?/);
  const date = findLabelled(rows, /填报(?:日期|时间):?/);
  const unitName = unit === undefined ? undefined : textOfCell(unit.cell);
  if (date === undefined) return { unitName, filledInOn: undefined, issues: [] };
  const read =
    date.cell.kind === "text" || date.cell.kind === "number"
      ? readDateCell(date.cell, usesDate1904)
      : undefined;
  if (read?.ok === true) return { unitName, filledInOn: read.value, issues: [] };
  const issue = createIssue(
    filingIssues,
    "form-date-unreadable",
    { found: showText(textOfCell(date.cell)) },
    { place: { ...place, row: date.row } },
  );
  return { unitName, filledInOn: undefined, issues: [issue] };
}

/** The texts of some rows, cell by cell. */
export function textsOfRows(rows: readonly SheetRow[]): readonly string[] {
  return rows.flatMap((row) => [...row.cells.values()].map(textOfCell));
}

/** Neither a unit's name nor a date is longer. */
const labelledMax = 200;

/** What stands behind a label, in the same cell or in the next filled one. */
function findLabelled(
  rows: readonly SheetRow[],
  label: RegExp,
): { readonly cell: Cell; readonly row: number } | undefined {
  for (const row of rows) {
    const cells = [...row.cells.values()];
    for (const [index, cell] of cells.entries()) {
      const match = label.exec(textOfCell(cell));
      if (match === null) continue;
      const start = match.index + match[0].length;
      const behind = textOfCell(cell)
        .slice(start, start + labelledMax)
        .trim();
      const own = (behind.split(/\s{2,}|\s*填报/)[0] ?? "").trim();
      if (own !== "") return { cell: { kind: "text", text: own }, row: row.number };
      const next = cells[index + 1];
      return next === undefined ? undefined : { cell: next, row: row.number };
    }
  }
  return undefined;
}

function textOfCell(cell: Cell): string {
  return cell.kind === "text" || cell.kind === "number" ? foldFullWidth(cell.text).trim() : "";
}
