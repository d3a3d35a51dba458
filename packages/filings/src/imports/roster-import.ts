import {
  createIssue,
  type EmployerUnit,
  type Issue,
  placeIssues,
  placeOf,
  type PlainDate,
  type Roster,
  type RosterMention,
  type RowSource,
  type Worker,
} from "@tongchou/core";
import type { RosterFormRow } from "../forms/roster-form-row.js";
import { rosterProfile } from "../forms/roster-profile.js";
import { filingIssues } from "../issues.js";
import { readTables, type TableRow } from "../profile/read-tables.js";
import type { Workbook } from "../spreadsheet/workbook.js";
import { collapseRemarks } from "./collapsed-issues.js";
import {
  collectRows,
  createRowCounter,
  type HeldOutRow,
  type ImportCounts,
} from "../profile/collect-rows.js";
import { importAll, type Importer } from "./importer.js";
import { type FormHead, readFormHead } from "./form-head.js";
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

/** A row of a roster that could not be imported; its ids are known where its unit is. */
export interface HeldOutRosterRow extends HeldOutRow {
  readonly unitId?: string | undefined;
  /** The id that the worker would have. */
  readonly workerId?: string | undefined;
}

/** What came out of roster files. */
export interface RosterImport {
  /** One roster for each unit with workers, in the order in which the files name them. */
  readonly rosters: readonly Roster[];
  readonly heldOut: readonly HeldOutRosterRow[];
  /**
   * The people on held-out rows, as far as their identity numbers could be read. Core's `planMigration` wants
   * them as `otherMentions`, or it does not see who stands on the rosters twice.
   */
  readonly mentions: readonly RosterMention[];
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
 *   `form-date-unreadable`, and those of single rows
 * @example
 * const csv = "序号,姓名,身份证号,用工形式,月应发工资\n1,张　三,36040319000101001X,派遣,3500元\n2,李四,360403,直签,面议\n";
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "roster.csv" });
 * const unit = { id: "U01", name: "示例市立医院", creditCode: "12360499MA0003021M" };
 * const result = importRoster(opened.ok ? [opened.value] : [], { units: [unit] });
 * result.rosters[0]?.workers.map(({ workerId, name, grossFen }) => [workerId, name, grossFen]);
 * // => [["U01-1", "张三", 350000]]
 * result.heldOut.map(({ source }) => source.row); // => [3]
 */
export function importRoster(workbooks: readonly Workbook[], options: RosterImportOptions): RosterImport {
  return importAll(createRosterImporter(options), workbooks);
}

/**
 * {@link importRoster} for workbooks that are opened one after the other, so that none has to be kept.
 *
 * @example
 * createRosterImporter({ units: [] }).finish().rosters; // => []
 */
export function createRosterImporter(options: RosterImportOptions): Importer<RosterImport> {
  const draftRow = createDrafter(options.units);
  const rosters = new Map<string, UnitRoster>();
  const counter = createRowCounter();
  const ofTables: (readonly Issue[])[] = [];
  const ofRows: (readonly Issue[])[] = [];
  const heldOut: HeldOutRosterRow[] = [];
  const mentions: RosterMention[] = [];
  const take = ({ worker, source, ids, documentNumber, issues }: RosterDraft, head: FormHead): void => {
    if (issues.length > 0) ofRows.push(issues);
    if (worker !== undefined) return enrol(rosters, worker, head.filledInOn);
    heldOut.push({ source, ...ids, issues });
    if (documentNumber !== undefined) mentions.push({ documentNumber, ...ids, source });
  };
  return {
    add: (workbook) => {
      const reading = readTables(workbook, rosterProfile, options);
      ofTables.push(reading.issues);
      for (const collected of reading.tables.map(collectRows)) {
        const head = readFormHead(collected.table.head, collected.table.place, workbook.usesDate1904);
        counter.add(collected);
        ofTables.push(collected.issues, head.issues);
        for (const row of collected.rows) take(draftRow(row, head), head);
      }
    },
    finish: () => ({
      rosters: Array.from(rosters, ([unitId, roster]): Roster => ({ unitId, ...roster })),
      heldOut,
      mentions,
      counts: counter.counts(heldOut.length),
      issues: collapseRemarks([...ofTables, ...ofRows].flat()),
    }),
  };
}

/** A row on its way to becoming a worker. */
interface RosterDraft {
  readonly source: RowSource;
  readonly documentNumber: string | undefined;
  /** None when the row's unit is not known. */
  readonly ids?: { readonly unitId: string; readonly workerId: string };
  /** None when the row is held out. */
  readonly worker: Worker | undefined;
  readonly issues: readonly Issue[];
}

function createDrafter(
  units: readonly EmployerUnit[],
): (row: TableRow<RosterFormRow>, head: FormHead) => RosterDraft {
  const resolveUnit = createUnitResolver(units);
  const nextId = createIdSource();
  return (row, head) => {
    const { source, values } = row;
    const { unitName, unitCreditCode } = values;
    const { unit, issues } = resolveUnit({ source, unitName, unitCreditCode, headUnitName: head.unitName });
    const common = { source, documentNumber: values.documentNumber?.number };
    if (unit === undefined) return { ...common, worker: undefined, issues: [...row.issues, ...issues] };
    const id = nextId(row, unit.id);
    const ids = { unitId: unit.id, workerId: id.workerId };
    const result = workerOfRow(row, ids);
    return {
      ...common,
      ids,
      worker: result.worker,
      issues: placeIssues([...result.issues, ...issues, ...id.issues], { subject: ids }),
    };
  };
}

/** The workers of a unit so far. */
interface UnitRoster {
  readonly workers: Worker[];
  /** A form handed in piece by piece is complete on the day of its last piece. */
  filledInOn: PlainDate | undefined;
}

function enrol(rosters: Map<string, UnitRoster>, worker: Worker, filledInOn: PlainDate | undefined): void {
  const roster = rosters.get(worker.unitId) ?? { workers: [], filledInOn: undefined };
  rosters.set(worker.unitId, roster);
  roster.workers.push(worker);
  if (filledInOn === undefined) return;
  if (roster.filledInOn === undefined || filledInOn > roster.filledInOn) roster.filledInOn = filledInOn;
}

/**
 * Gives out ids that stay the same from run to run; a serial number that comes again is told apart by its
 * row.
 */
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
