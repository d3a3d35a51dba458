import { createIssue, type Issue, partsOfPeriod, type Period } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { Profile, ProfileColumn } from "../profile/profile.js";
import type { Sheet, SheetRow, Workbook } from "../spreadsheet/workbook.js";
import { findHeader, headerRowsMax, type HeaderMatch } from "./header-match.js";

/** A sheet in which a profile's header was found. */
export interface MatchedSheet {
  readonly sheet: Sheet;
  readonly header: HeaderMatch;
  /** The rows above the header. */
  readonly head: readonly SheetRow[];
}

/** Which sheets to read. */
export interface SheetChoice {
  /** Name of the only sheet to read. */
  readonly sheet?: string | undefined;
  /** Of sheets named after months, the month to read. */
  readonly period?: Period | undefined;
}

/**
 * Looks for a profile's header in every sheet; hidden sheets and sheets of instructions are looked at too.
 *
 * @returns the sheets that have it, and the faults of sheets that broke off before one could be found
 */
export function matchSheets(
  workbook: Workbook,
  profile: Profile,
): { readonly matches: readonly MatchedSheet[]; readonly faults: readonly Issue[] } {
  const matches: MatchedSheet[] = [];
  const faults: Issue[] = [];
  for (const sheet of workbook.sheets) {
    const { rows, fault } = firstRowsOf(sheet);
    const header = findHeader(rows, profile);
    if (header === undefined) {
      faults.push(...fault);
      continue;
    }
    const head = rows.filter(({ number }) => number < header.firstRow);
    matches.push({ sheet, header: scaleByHead(header, head), head });
  }
  return { matches, faults };
}

/** The rows of a sheet among which its header is, and the fault that ends them. */
interface FirstRows {
  readonly rows: readonly SheetRow[];
  readonly fault: readonly Issue[];
}

/** First rows that were read already: a sheet is held against several profiles. */
const firstRows = new WeakMap<Sheet, FirstRows>();

function firstRowsOf(sheet: Sheet): FirstRows {
  const known = firstRows.get(sheet);
  if (known !== undefined) return known;
  const rows: SheetRow[] = [];
  const fault: Issue[] = [];
  for (const row of sheet.rows()) {
    if (row.kind === "fault") fault.push(row.issue);
    if (row.kind === "fault" || row.number > headerRowsMax) break;
    rows.push(row);
  }
  firstRows.set(sheet, { rows, fault });
  return { rows, fault };
}

/** Takes a line such as 单位：万元 above the header for the unit of all amounts whose header names none. */
function scaleByHead(header: HeaderMatch, head: readonly SheetRow[]): HeaderMatch {
  const isScaled = head.some((row) =>
    [...row.cells.values()].some(
      (cell) => cell.kind === "text" && /单位\s*[:：]\s*(人民币)?\s*万元/.test(cell.text),
    ),
  );
  if (!isScaled) return header;
  const columns = header.columns.map((column) => ({
    ...column,
    isInTenThousands: column.isInTenThousands || !column.header.includes("元"),
  }));
  return { ...header, columns };
}

/** True when a sheet has every column without which no row of it can be used. */
export function isComplete(matched: MatchedSheet): boolean {
  return missingColumns(matched).length === 0;
}

/** The columns that a sheet lacks and without which no row of it can be used. */
export function missingColumns({ header }: MatchedSheet): readonly ProfileColumn[] {
  return header.missing.filter(({ onProblem, required }) => onProblem === "hold-out" && required === true);
}

/**
 * Chooses the sheets to read: all visible ones that have the columns a profile cannot do without; hidden ones
 * only when no other fits; else the best of the rest, so that its missing columns can be reported. No sheet
 * that might have people in it is left out without a word.
 *
 * @returns the sheets, with the issues `header-not-found`, `sheet-not-found`, `sheets-of-several-months` and the
 *   faults of sheets that broke off; the warnings `sheet-hidden-read`, `sheet-hidden-left`,
 *   `sheet-incomplete-left`, `sheets-several`
 */
export function chooseSheets(
  workbook: Workbook,
  profile: Profile,
  choice: SheetChoice,
): { readonly sheets: readonly MatchedSheet[]; readonly issues: readonly Issue[] } {
  const report = sheetReporter(workbook, profile);
  const { matches, faults } = matchSheets(workbook, profile);
  const wanted = matches.filter(({ sheet }) => choice.sheet === undefined || sheet.name === choice.sheet);
  if (wanted.length === 0) {
    const code = matches.length === 0 ? "header-not-found" : "sheet-not-found";
    return { sheets: [], issues: faults.length > 0 ? faults : [report(code, matches)] };
  }
  const complete = wanted.filter(isComplete);
  if (complete.length === 0) return { sheets: [bestOf(wanted)], issues: faults };
  const visible = complete.filter(({ sheet }) => !sheet.isHidden);
  if (visible.length === 0) {
    const best = bestOf(complete);
    return { sheets: [best], issues: [...faults, report("sheet-hidden-read", [best])] };
  }
  const ofMonth = chooseMonth(visible, choice.period);
  if (ofMonth === undefined) return { sheets: [], issues: [report("sheets-of-several-months", visible)] };
  if (ofMonth.length === 0) return { sheets: [], issues: [report("sheet-not-found", visible)] };
  const hidden = complete.filter(({ sheet }) => sheet.isHidden);
  const incomplete = wanted.filter((found) => !isComplete(found) && hasKeys(found, profile));
  return {
    sheets: ofMonth,
    issues: [
      ...faults,
      ...hidden.map((found) => report("sheet-hidden-left", [found])),
      ...incomplete.map((found) => report("sheet-incomplete-left", [found])),
      ...(ofMonth.length > 1 ? [report("sheets-several", ofMonth)] : []),
    ],
  };
}

type SheetIssueCode =
  | "header-not-found"
  | "sheet-hidden-left"
  | "sheet-hidden-read"
  | "sheet-incomplete-left"
  | "sheet-not-found"
  | "sheets-of-several-months"
  | "sheets-several";

function sheetReporter(
  { fileName }: Workbook,
  profile: Profile,
): (code: SheetIssueCode, found: readonly MatchedSheet[]) => Issue {
  return (code, found) => {
    const only = found.length === 1 ? found[0] : undefined;
    const missing = only?.header.missing.filter(({ onProblem }) => onProblem === "hold-out") ?? [];
    const values = {
      profile: profile.title,
      sheets: found.map(({ sheet }) => sheet.name ?? "").join("、"),
      columns: missing.map(({ header }) => header).join("、"),
    };
    return createIssue(filingIssues, code, values, { place: { file: fileName, sheet: only?.sheet.name } });
  };
}

function hasKeys({ header }: MatchedSheet, profile: Profile): boolean {
  return profile.keys.every((key) => header.columns.some((column) => column.profile.field === key));
}

/**
 * The sheets of the month that is asked for; undefined when there are several months and none is asked for.
 */
function chooseMonth(
  sheets: readonly MatchedSheet[],
  period: Period | undefined,
): readonly MatchedSheet[] | undefined {
  const months = sheets.map(({ sheet }) => monthOfName(sheet.name ?? ""));
  if (period === undefined) {
    const labels = months
      .filter((month) => month !== undefined)
      .map(({ year, month }) => `${year ?? ""}-${month}`);
    return new Set(labels).size > 1 ? undefined : sheets;
  }
  const wanted = partsOfPeriod(period);
  return sheets.filter((_, index) => {
    const found = months[index];
    if (found === undefined) return true;
    return found.month === wanted.month && (found.year ?? wanted.year) === wanted.year;
  });
}

/** The month in a sheet's name, such as `2024年3月`, `202403` or `3月`. */
export function monthOfName(
  name: string,
): { readonly year: number | undefined; readonly month: number } | undefined {
  const match =
    /(?:(20\d\d)[年.\-_/]?)?(?<!\d)(0?[1-9]|1[0-2])月|(20\d\d)[年.\-_/]?(0[1-9]|1[0-2])(?!\d)/.exec(
      name.replace(/\s/g, ""),
    );
  if (match === null) return undefined;
  const year = match[1] ?? match[3];
  return { year: year === undefined ? undefined : Number(year), month: Number(match[2] ?? match[4]) };
}

function bestOf(matches: readonly MatchedSheet[]): MatchedSheet {
  return matches.reduce((best, next) =>
    next.header.columns.length > best.header.columns.length ? next : best,
  );
}
