import { createIssue, type Issue, partsOfPeriod, type Period } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { Profile } from "../profile/profile.js";
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
 * @returns the sheets that have it, and the faults of sheets that could not be read even so far
 */
export function matchSheets(
  workbook: Workbook,
  profile: Profile,
): { readonly matches: readonly MatchedSheet[]; readonly faults: readonly Issue[] } {
  const matches: MatchedSheet[] = [];
  const faults: Issue[] = [];
  for (const sheet of workbook.sheets) {
    const rows: SheetRow[] = [];
    for (const row of sheet.rows()) {
      if (row.kind === "fault") faults.push(row.issue);
      if (row.kind === "fault" || row.number > headerRowsMax) break;
      rows.push(row);
    }
    const header = findHeader(rows, profile);
    if (header === undefined) continue;
    matches.push({ sheet, header, head: rows.filter(({ number }) => number < header.firstRow) });
  }
  return { matches, faults };
}

/** True when a sheet has every column without which no row of it can be used. */
export function isComplete({ header }: MatchedSheet): boolean {
  return header.missing.every(({ onProblem, required }) => onProblem !== "hold-out" || required !== true);
}

/**
 * Chooses the sheets to read: all visible ones that have the columns a profile cannot do without; hidden ones
 * only when no other fits; else the best of the rest, so that its missing columns can be reported.
 *
 * @returns the sheets, with the issues `header-not-found`, `sheet-not-found`, `sheets-of-several-months` when
 *   there are none, and the warnings `sheet-hidden-read`, `sheet-hidden-left`, `sheets-several`
 */
export function chooseSheets(
  workbook: Workbook,
  profile: Profile,
  choice: SheetChoice,
): { readonly sheets: readonly MatchedSheet[]; readonly issues: readonly Issue[] } {
  const report = (code: SheetIssueCode, names: readonly MatchedSheet[] = []): Issue =>
    createIssue(
      filingIssues,
      code,
      { profile: profile.title, sheets: names.map(({ sheet }) => sheet.name ?? "").join("、") },
      { place: { file: workbook.fileName, sheet: names.length === 1 ? names[0]?.sheet.name : undefined } },
    );
  const { matches: all, faults } = matchSheets(workbook, profile);
  const wanted = choice.sheet === undefined ? all : all.filter(({ sheet }) => sheet.name === choice.sheet);
  if (wanted.length === 0 && faults.length > 0) return { sheets: [], issues: faults };
  if (wanted.length === 0) {
    return { sheets: [], issues: [report(all.length === 0 ? "header-not-found" : "sheet-not-found", all)] };
  }
  const complete = wanted.filter(isComplete);
  if (complete.length === 0) return { sheets: [bestOf(wanted)], issues: [] };
  const visible = complete.filter(({ sheet }) => !sheet.isHidden);
  const hidden = complete.filter(({ sheet }) => sheet.isHidden);
  if (visible.length === 0) {
    const best = bestOf(hidden);
    return { sheets: [best], issues: [report("sheet-hidden-read", [best])] };
  }
  const issues = hidden.map((match) => report("sheet-hidden-left", [match]));
  const ofMonth = chooseMonth(visible, choice.period);
  if (ofMonth === undefined) return { sheets: [], issues: [report("sheets-of-several-months", visible)] };
  if (ofMonth.length === 0) return { sheets: [], issues: [report("sheet-not-found", visible)] };
  if (ofMonth.length > 1) issues.push(report("sheets-several", ofMonth));
  return { sheets: ofMonth, issues };
}

type SheetIssueCode =
  | "header-not-found"
  | "sheet-hidden-left"
  | "sheet-hidden-read"
  | "sheet-not-found"
  | "sheets-of-several-months"
  | "sheets-several";

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
