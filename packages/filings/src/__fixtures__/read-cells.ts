import type { Parsed } from "@tongchou/core";
import type { Cell, Workbook } from "../spreadsheet/workbook.js";

/** The value of a result that has to be there. */
export function valueOf<T>(result: Parsed<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ code }) => code).join(", "));
}

/** The codes of a result's issues. */
export function codesOf(result: {
  readonly issues: readonly { readonly code: string }[];
}): readonly string[] {
  return result.issues.map(({ code }) => code);
}

/** All cells of a sheet by row and column, and the code of the fault it ends in, if any. */
export function cellsOf(workbook: Workbook, sheet = 0): Readonly<Record<string, Cell | string>> {
  const cells: Record<string, Cell | string> = {};
  for (const row of workbook.sheets[sheet]?.rows() ?? []) {
    if (row.kind === "fault") cells["fault"] = row.issue.code;
    else for (const [column, cell] of row.cells) cells[`${row.number}:${column}`] = cell;
  }
  return cells;
}

/** The same with the texts only. */
export function textsOf(workbook: Workbook, sheet = 0): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(cellsOf(workbook, sheet)).map(([key, cell]) => [
      key,
      typeof cell === "string" ? cell : "text" in cell ? cell.text : cell.kind,
    ]),
  );
}
