import {
  createIssue,
  type EmployerUnit,
  type Issue,
  placeIssues,
  placeOf,
  type PlainDate,
  type Roster,
  type Worker,
} from "@tongchou/core";
import type { RosterFormRow } from "../forms/roster-form-row.js";
import { rosterProfile } from "../forms/roster-profile.js";
import { filingIssues } from "../issues.js";
import { readTables, type TableRow } from "../profile/read-tables.js";
import type { Workbook } from "../spreadsheet/workbook.js";
import { collapseRemarks } from "./collapsed-issues.js";
import {
  type CollectedTable,
  collectRows,
  countRows,
  type HeldOutRow,
  type ImportCounts,
} from "../profile/collect-rows.js";
import { readFormHead } from "./form-head.js";
import { workerOfRow } from "./roster-worker.js";
import { createUnitResolver } from "./unit-lookup.js";

/** Options of {@link importRoster}. */
export interface RosterImportOptions {
  /** The units the rosters can be of. With a single one, rows that name no unit are its rows. */
  readonly units: readonly EmployerUnit[];
  /** Name of the only sheet to read. */
  readonly sheet?: string | undefined;
  /** Day after which a birth date inside an identity number is refused. */
  readonly asOf?: PlainDate | undefined;
}

/** What came out of roster files. */
export interface RosterImport {
  /** One roster for each unit with workers, in the order in which the files name them. */
  readonly rosters: readonly Roster[];
  readonly heldOut: readonly HeldOutRow[];
  readonly counts: ImportCounts;
  /** Every issue of files, sheets and rows; remarks that repeat in a file come once with their number. */
  readonly issues: readonly Issue[];
}

/**
 * Imports the workers of roster forms. One file may hold several units, and several files one unit.
 *
 * A row is held out for an error in name, identity number or mode, for a hire date or an amount that cannot
 * be read, and when its unit is not known. A worker without a usable wage account is kept without one.
 *
 * @returns rosters of workers whose ids are the unit's id and the serial number, or the row; the issues of
 *   {@link readTables}, `unit-unknown`, `unit-missing`, `unit-name-differs`, `serial-repeated`,
 *   `form-date-unreadable` and those of single rows
 */
export function importRoster(workbooks: readonly Workbook[], options: RosterImportOptions): RosterImport {
  const issues: (readonly Issue[])[] = [];
  const heldOut: HeldOutRow[] = [];
  const tables: CollectedTable<RosterFormRow>[] = [];
  const rosters = new Map<string, { workers: Worker[]; filledInOn: PlainDate | undefined }>();
  const nextId = createIdSource();
  const resolveUnit = createUnitResolver(options.units);
  for (const workbook of workbooks) {
    const reading = readTables(workbook, rosterProfile, options);
    issues.push(reading.issues);
    for (const collected of reading.tables.map(collectRows)) {
      const { table } = collected;
      const head = readFormHead(table.head, table.place, workbook.usesDate1904);
      tables.push(collected);
      issues.push(collected.issues, head.issues);
      for (const row of collected.rows) {
        const { unitName, unitCreditCode } = row.values;
        const mention = { source: row.source, unitName, unitCreditCode, headUnitName: head.unitName };
        const { unit, issues: unitIssues } = resolveUnit(mention);
        const id = nextId(row, unit?.id ?? "");
        const ids = { unitId: unit?.id ?? "", workerId: id.workerId };
        const result = workerOfRow(row, ids);
        const subject = unit === undefined ? undefined : ids;
        const rowIssues = placeIssues([...result.issues, ...unitIssues, ...id.issues], { subject });
        issues.push(rowIssues);
        if (result.worker === undefined || unit === undefined) {
          heldOut.push({ source: row.source, issues: rowIssues });
          continue;
        }
        const roster = rosters.get(unit.id) ?? { workers: [], filledInOn: undefined };
        roster.workers.push(result.worker);
        roster.filledInOn = latest(roster.filledInOn, head.filledInOn);
        rosters.set(unit.id, roster);
      }
    }
  }
  return {
    rosters: Array.from(rosters, ([unitId, roster]) => ({ unitId, ...roster })),
    heldOut,
    counts: countRows(tables, heldOut.length),
    issues: collapseRemarks(issues.flat()),
  };
}

/** A form handed in piece by piece is complete on the day of its last piece. */
function latest(left: PlainDate | undefined, right: PlainDate | undefined): PlainDate | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left > right ? left : right;
}

/** Gives out ids that stay the same from run to run; a serial number that comes again is told apart by its row. */
function createIdSource(): (
  row: TableRow<RosterFormRow>,
  unitId: string,
) => { readonly workerId: string; readonly issues: readonly Issue[] } {
  const given = new Set<string>();
  return ({ values, source }, unitId) => {
    const base = `${unitId}-${values.serial ?? source.row}`;
    if (!given.has(base)) {
      given.add(base);
      return { workerId: base, issues: [] };
    }
    let workerId = `${base}-${source.row}`;
    for (let count = 2; given.has(workerId); count += 1) workerId = `${base}-${source.row}-${count}`;
    given.add(workerId);
    const place = placeOf(source, "serial");
    return { workerId, issues: [createIssue(filingIssues, "serial-repeated", { id: workerId }, { place })] };
  };
}
