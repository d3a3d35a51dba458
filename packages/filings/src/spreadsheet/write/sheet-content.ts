/**
 * How a column is written.
 *
 * - `text`: as text, in the cell format that keeps digits as they are typed.
 * - `money`: amounts in fen, written in yuan with two decimals and without separators.
 * - `integer`: whole numbers.
 */
export type ColumnFormat = "text" | "money" | "integer";

/** One column of a sheet that is written. */
export interface SheetColumn {
  readonly header: string;
  readonly format: ColumnFormat;
  /** Width in characters; from the header where it is left out. */
  readonly width?: number | undefined;
  readonly isHidden?: boolean | undefined;
}

/** One value: a number is fen in a column of money. Text is written as text in any column. */
export type SheetValue = string | number | undefined;

/** One sheet that is written. */
export interface SheetContent {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Lines above the header, each in a cell across the table. */
  readonly titleRows?: readonly string[] | undefined;
  readonly columns: readonly SheetColumn[];
  /** A value for each column; read once for each writing. */
  readonly rows: Iterable<readonly SheetValue[]>;
  /** Lines below the table, such as those for signatures. */
  readonly footRows?: readonly string[] | undefined;
}

/** The number of the header's row, from 1. */
export function headerRowOf({ titleRows = [] }: SheetContent): number {
  return titleRows.length + 1;
}
