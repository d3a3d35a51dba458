/** How much of a file is read before it is refused; every limit can be set on its own. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes of a file in one of the formats that have to be held in memory whole: xls, CSV and HTML. */
  readonly wholeFileBytes: number;
  /** Bytes of one part of an xlsx file after inflating. */
  readonly partBytes: number;
  /** Bytes of all parts together. */
  readonly totalBytes: number;
  /** Filled rows of one sheet. */
  readonly rows: number;
  /** Number of the last column that may be filled. */
  readonly columns: number;
  /** Texts in the shared table of an xlsx file. */
  readonly sharedStrings: number;
  /** Characters of that table. */
  readonly sharedCharacters: number;
  /** Merged ranges of one sheet. */
  readonly merges: number;
}

/** The limits that hold unless others are given: room for 200,000 people with 20 columns each. */
export const defaultReadLimits: ReadLimits = {
  fileBytes: 268_435_456,
  wholeFileBytes: 134_217_728,
  partBytes: 536_870_912,
  totalBytes: 1_073_741_824,
  rows: 250_000,
  columns: 1024,
  sharedStrings: 5_000_000,
  sharedCharacters: 134_217_728,
  merges: 250_000,
};
