import type { Issue, PayChange, Period, PlainDate } from "@tongchou/core";
import {
  collectRows,
  createRowCounter,
  type HeldOutRow,
  type ImportCounts,
} from "../../profile/collect-rows.js";
import { readTables, type TableRow } from "../../profile/read-tables.js";
import type { Workbook } from "../../spreadsheet/workbook.js";
import { collapseRemarks } from "../collapsed-issues.js";
import { importAll, type Importer } from "../importer.js";
import { changeOfRow } from "./change-of-row.js";
import { changeProfile, type ChangeSheetRow } from "./change-profile.js";

/** Options of {@link importChanges}. */
export interface ChangeImportOptions {
  /** Month that the changes are of. */
  readonly period: Period;
  /** Day after which a birth date inside an identity number is refused. */
  readonly asOf?: PlainDate | undefined;
}

/** What came out of sheets of changes. */
export interface ChangeImport {
  readonly changes: readonly PayChange[];
  readonly heldOut: readonly HeldOutRow[];
  readonly counts: ImportCounts;
  readonly issues: readonly Issue[];
}

/**
 * Imports the changes of a month beside the regular pay: deductions, bonuses, back pay, contributions that
 * are made up, last days. A row that lacks what its kind needs is held out, the others go on.
 *
 * @returns the changes; the issues of {@link readTables}, `pay-change-incomplete`,
 *   `pay-change-amount-negative`, `pay-change-plan-wrong`
 * @example
 * const csv = "姓名,证件号码,变动类型,日期,金额\n张三,36040319000101001X,年终奖,,\"3,000.00\"\n";
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "changes.csv" });
 * const { changes } = importChanges(opened.ok ? [opened.value] : [], { period: period("2024-03") });
 * changes.map(({ change }) => change.kind); // => ["bonus"]
 */
export function importChanges(workbooks: readonly Workbook[], options: ChangeImportOptions): ChangeImport {
  return importAll(createChangeImporter(options), workbooks);
}

/**
 * {@link importChanges} for workbooks that are opened one after the other, so that none has to be kept.
 *
 * @example
 * createChangeImporter({ period: period("2024-03") }).finish().changes; // => []
 */
export function createChangeImporter(options: ChangeImportOptions): Importer<ChangeImport> {
  const issues: (readonly Issue[])[] = [];
  const heldOut: HeldOutRow[] = [];
  const changes: PayChange[] = [];
  const counter = createRowCounter();
  const take = (row: TableRow<ChangeSheetRow>): void => {
    const { source, values } = row;
    const read = row.isHeldOut ? { issues: [] } : changeOfRow(row, options.period);
    const rowIssues = [...row.issues, ...read.issues];
    issues.push(rowIssues);
    const number = values.documentNumber?.number;
    if (read.change === undefined || number === undefined) heldOut.push({ source, issues: rowIssues });
    else changes.push({ documentNumber: number, change: read.change, source });
  };
  return {
    add: (workbook) => {
      const reading = readTables(workbook, changeProfile, options);
      issues.push(reading.issues);
      for (const collected of reading.tables.map(collectRows)) {
        counter.add(collected);
        issues.push(collected.issues);
        for (const row of collected.rows) take(row);
      }
    },
    finish: () => ({
      changes,
      heldOut,
      counts: counter.counts(heldOut.length),
      issues: collapseRemarks(issues.flat()),
    }),
  };
}
