/**
 * The letters of a column.
 *
 * @param column 1 for the first
 * @example
 * columnLetters(28); // => "AB"
 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell's row and column, both from 1. */
export interface CellReference {
  readonly row: number;
  readonly column: number;
}

/** Reads a reference such as `AB12`; undefined when it is none, or lies outside what a sheet can hold. */
export function parseCellReference(text: string): CellReference | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match === null) return undefined;
  const [, letters = "", digits = ""] = match;
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) {
    column = column * 26 + letters.charCodeAt(index) - 64;
  }
  const row = Number(digits);
  return column <= 16_384 && row >= 1 && row <= 1_048_576 ? { row, column } : undefined;
}
