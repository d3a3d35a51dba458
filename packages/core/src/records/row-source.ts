import type { Place } from "../issues/issue.js";

/** Where a record came from: the row, and the column of each field that was read. */
export interface RowSource {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly columns: Readonly<Record<string, { readonly column: string; readonly header: string }>>;
}

/**
 * The place of one field of a record that came from a row; of the row as a whole without a field, or when the
 * field was not read from a column.
 *
 * @example
 * const columns = { documentNumber: { column: "F", header: "证件号码" } };
 * placeOf({ file: "roster-U01.xlsx", row: 58, columns }, "documentNumber");
 * // => { file: "roster-U01.xlsx", row: 58, column: "F", header: "证件号码" }
 */
export function placeOf(source: RowSource, field?: string): Place {
  const cell = field === undefined ? undefined : source.columns[field];
  return {
    file: source.file,
    row: source.row,
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    ...(cell === undefined ? {} : { column: cell.column, header: cell.header }),
  };
}
