import type { Issue } from "@tongchou/core";
import type { Workbook } from "../spreadsheet/workbook.js";
import { collectRows, createRowCounter, type HeldOutRow, type ImportCounts } from "./collect-rows.js";
import type { ProfileOf } from "./profile.js";
import { readTables, type ReadTablesOptions } from "./read-tables.js";

/** The rows of a workbook as a profile's columns say. */
export interface RowReading<Row> {
  readonly rows: readonly Row[];
  readonly heldOut: readonly HeldOutRow[];
  readonly counts: ImportCounts;
  readonly issues: readonly Issue[];
}

/**
 * Reads a form into memory: the rows that can be used, those held out, and every issue. For large sheets, and
 * for the source of each row, there is {@link readTables}.
 *
 * @returns the rows; the issues of {@link readTables}
 * @example
 * const csv = "单位名称,单位性质,非在编临聘人员总数\n示例市立医院,差额事业,120\n";
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "statistics.csv" });
 * opened.ok && readRows(opened.value, statisticsProfile).rows[0]?.total; // => 120
 */
export function readRows<Row>(
  workbook: Workbook,
  profile: ProfileOf<Row>,
  options: ReadTablesOptions = {},
): RowReading<Row> {
  const { tables, issues } = readTables(workbook, profile, options);
  const collected = tables.map(collectRows);
  const counter = createRowCounter();
  for (const table of collected) counter.add(table);
  const rows = collected.flatMap((table) => table.rows);
  const heldOut = rows
    .filter(({ isHeldOut }) => isHeldOut)
    .map(({ source, issues: own }) => ({ source, issues: own }));
  return {
    rows: rows.filter(({ isHeldOut }) => !isHeldOut).map(({ values }) => values),
    heldOut,
    counts: counter.counts(heldOut.length),
    issues: [issues, ...collected.map((table) => table.issues), ...rows.map((row) => row.issues)].flat(),
  };
}
