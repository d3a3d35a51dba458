import type { Issue, RowSource } from "@tongchou/core";
import type { Table, TableRow } from "./read-tables.js";
import type { SkipReason } from "../table/row-kind.js";

/** A row that could not be imported, and why. */
export interface HeldOutRow {
  readonly source: RowSource;
  /** The issues of the row; those that hold it out are errors or need a decision. */
  readonly issues: readonly Issue[];
}

/** What became of the rows below the headers. */
export interface ImportCounts {
  /** Rows that are records: those imported and those held out. */
  readonly rows: number;
  readonly imported: number;
  readonly heldOut: number;
  /** Filled rows that are no records, by reason. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
}

/** The rows of a table, or what was made of each; all of them or none. */
export interface CollectedTable<Row, Made = TableRow<Row>> {
  readonly table: Table<Row>;
  readonly rows: readonly Made[];
  readonly skipped: readonly SkipReason[];
  /** The issues of rows that are no records, and the fault of a sheet that breaks off. */
  readonly issues: readonly Issue[];
}

/**
 * Reads all rows of a table. A sheet that breaks off gives no rows at all: people who stand behind the break
 * would be missing without anybody's noticing.
 */
export function collectRows<Row>(table: Table<Row>): CollectedTable<Row> {
  return collectAs(table, (row) => row);
}

/** {@link collectRows} for large tables: what is made of a row takes its place at once. */
export function collectAs<Row, Made>(
  table: Table<Row>,
  make: (row: TableRow<Row>) => Made,
): CollectedTable<Row, Made> {
  const rows: Made[] = [];
  const skipped: SkipReason[] = [];
  const issues: Issue[] = [];
  for (const entry of table.entries()) {
    switch (entry.kind) {
      case "row":
        rows.push(make(entry));
        break;
      case "skipped":
        skipped.push(entry.reason);
        issues.push(...entry.issues);
        break;
      case "fault":
        return { table, rows: [], skipped: [], issues: [entry.issue] };
    }
  }
  return { table, rows, skipped, issues };
}

/** Counts what becomes of the rows of tables that are seen one after the other. */
export interface RowCounter {
  add(table: Pick<CollectedTable<unknown, unknown>, "rows" | "skipped">): void;
  counts(heldOut: number): ImportCounts;
}

/** Begins to count rows, at none. */
export function createRowCounter(): RowCounter {
  let rows = 0;
  const skipped: Partial<Record<SkipReason, number>> = {};
  return {
    add: (table) => {
      rows += table.rows.length;
      for (const reason of table.skipped) skipped[reason] = (skipped[reason] ?? 0) + 1;
    },
    counts: (heldOut) => ({ rows, imported: rows - heldOut, heldOut, skipped }),
  };
}
