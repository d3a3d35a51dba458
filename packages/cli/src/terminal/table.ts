import { eastAsianWidth } from "get-east-asian-width";

/** A column of a table for people. */
export interface TableColumn {
  readonly title: string;
  readonly align?: "left" | "right";
}

/**
 * Draws a table with aligned columns; Han characters count as two columns, as terminals show them.
 *
 * @param indent spaces before each line
 */
export function drawTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  indent = 2,
): string {
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => padCell(cells[index] ?? "", widths[index] ?? 0, column.align ?? "left"))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const lines = [line(columns.map((column) => column.title)), rule, ...rows.map(line)];
  return lines.map((text) => `${" ".repeat(indent)}${text}\n`).join("");
}

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

function padCell(text: string, width: number, align: "left" | "right"): string {
  const padding = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + padding : padding + text;
}
