import type { Profile, ProfileColumn } from "../profile/profile.js";
import type { SheetRow } from "../spreadsheet/workbook.js";
import { bareHeaderKey, headerKey, isInTenThousands } from "./header-text.js";

/** A column of a sheet that a profile knows. */
export interface MatchedColumn {
  readonly profile: ProfileColumn;
  /** Number of the column, from 1. */
  readonly number: number;
  /** The header as the sheet has it, the rows of a merged header joined with `/`. */
  readonly header: string;
  readonly isInTenThousands: boolean;
}

/** A column of a sheet by its number and header. */
export interface HeaderCell {
  readonly number: number;
  readonly header: string;
}

/** Where a sheet's header is and what a profile makes of it. */
export interface HeaderMatch {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly MatchedColumn[];
  /** Columns with a header that the profile has already found elsewhere; the first one is read. */
  readonly duplicates: readonly (HeaderCell & { readonly field: string })[];
  /** Columns that the profile does not know. */
  readonly unknown: readonly HeaderCell[];
  readonly missing: readonly ProfileColumn[];
}

/** Titles and remarks above a header take up a few rows; further down nobody looks for one. */
export const headerRowsMax = 20;
const headerDepthMax = 3;
/** Headers may carry hints for filling in; what is longer is no header. */
const headerMax = 200;
const knownHeadersMin = 3;

/**
 * Finds the header of a sheet among its first rows: the row, or the up to three rows together, that name the
 * most columns of a profile. A header needs three known columns, or all keys of the profile.
 *
 * @param rows the first filled rows of the sheet
 */
export function findHeader(rows: readonly SheetRow[], profile: Profile): HeaderMatch | undefined {
  const names = namesOf(profile);
  const headersAt = headersOf(rows);
  let best: HeaderMatch | undefined;
  for (let depth = 1; depth <= headerDepthMax; depth += 1) {
    for (let index = 0; index + depth <= rows.length; index += 1) {
      const headers = headersAt(index, depth);
      const known = best?.columns.length ?? 0;
      // A deeper or later header has to be better, not just as good.
      if (headers.length <= known) continue;
      const columns = matchColumns(headers, profile, names);
      if (columns.columns.length <= known) continue;
      const [firstRow, lastRow] = [rows[index]?.number ?? 0, rows[index + depth - 1]?.number ?? 0];
      best = { firstRow, lastRow, ...columns };
    }
  }
  return best !== undefined && isHeader(best, profile) ? best : undefined;
}

function isHeader(match: HeaderMatch, profile: Profile): boolean {
  const fields = new Set(match.columns.map(({ profile: column }) => column.field));
  return fields.size >= knownHeadersMin || profile.keys.every((key) => fields.has(key));
}

/** A name of a column; the header itself has rank 0, aliases follow. */
interface ColumnName {
  readonly column: ProfileColumn;
  readonly rank: number;
}

/** The names of every profile that was used: a folder's files are all held against the same few. */
const namesByProfile = new WeakMap<Profile, ReadonlyMap<string, ColumnName>>();

function namesOf(profile: Profile): ReadonlyMap<string, ColumnName> {
  const known = namesByProfile.get(profile);
  if (known !== undefined) return known;
  const names = new Map<string, ColumnName>();
  namesByProfile.set(profile, names);
  for (const column of profile.columns) {
    for (const [rank, name] of [column.header, ...(column.aliases ?? [])].entries()) {
      const key = headerKey(name);
      if (!names.has(key)) names.set(key, { column, rank });
    }
  }
  return names;
}

function matchColumns(
  headers: readonly HeaderPath[],
  profile: Profile,
  names: ReadonlyMap<string, ColumnName>,
): Omit<HeaderMatch, "firstRow" | "lastRow"> {
  const columns: MatchedColumn[] = [];
  const duplicates: (HeaderCell & { field: string })[] = [];
  const found = new Set<string>();
  let rest = headers;
  // The full path is tried for every column before the looser forms, so that they take nobody's place.
  for (let form = 0; form < headerForms; form += 1) {
    const candidates = rest
      .flatMap((header) => {
        const name = names.get(header.keys[form] ?? "");
        return name === undefined || found.has(name.column.field) ? [] : [{ header, ...name }];
      })
      .toSorted((left, right) => left.rank - right.rank || left.header.number - right.header.number);
    if (candidates.length === 0) continue;
    for (const { header, column } of candidates) {
      const cell = { number: header.number, header: header.path.join("/") };
      if (found.has(column.field)) duplicates.push({ ...cell, field: column.field });
      else columns.push({ ...cell, profile: column, isInTenThousands: isInTenThousands(cell.header) });
      found.add(column.field);
    }
    const taken = new Set(candidates.map(({ header }) => header));
    rest = rest.filter((header) => !taken.has(header));
  }
  return {
    columns,
    duplicates,
    unknown: rest.map(({ number, path }) => ({ number, header: path.join("/") })),
    missing: profile.columns.filter(({ field }) => !found.has(field)),
  };
}

/** Ways to compare a header with a name, in their order. */
const headerForms = 5;

/** With all its rows, with its last two or one, and without brackets. */
function headerKeys(path: readonly string[]): readonly string[] {
  const [whole, last] = [path.join(""), path.at(-1) ?? ""];
  const key = headerKey(whole);
  const bare = bareHeaderKey(whole);
  if (path.length === 1) return [key, key, key, bare, bare];
  return [key, headerKey(path.slice(-2).join("")), headerKey(last), bare, bareHeaderKey(last)];
}

/** What was read of rows already: one sheet is held against several profiles. */
const headersByRows = new WeakMap<readonly SheetRow[], Map<number, readonly HeaderPath[]>>();

/** The headers that some rows together would be, by the index of the first and their number. */
function headersOf(rows: readonly SheetRow[]): (index: number, depth: number) => readonly HeaderPath[] {
  const known = headersByRows.get(rows) ?? new Map<number, readonly HeaderPath[]>();
  headersByRows.set(rows, known);
  return (index, depth) => {
    const place = index * (headerDepthMax + 1) + depth;
    const headers = known.get(place) ?? readHeaders(rows.slice(index, index + depth));
    known.set(place, headers);
    return headers;
  };
}

interface HeaderPath {
  readonly number: number;
  readonly path: readonly string[];
  /** What it is looked up by, form by form. */
  readonly keys: readonly string[];
}

/**
 * The header of each column, from the top row down. A cell that spans columns stands in the first of them;
 * the others take it over where a lower row says something.
 */
function readHeaders(rows: readonly SheetRow[]): readonly HeaderPath[] {
  const lowest = rows.at(-1);
  const numbers = new Set(rows.flatMap((row) => [...row.cells.keys()]));
  const spanning = rows.map(() => "");
  return [...numbers]
    .toSorted((left, right) => left - right)
    .flatMap((number) => {
      const path = rows.flatMap((row, index) => {
        const own = headerCellText(row, number);
        if (own !== "") spanning[index] = own;
        else if (row === lowest || !hasTextBelow(rows.slice(index + 1), number)) return [];
        return spanning[index] === "" ? [] : [spanning[index] ?? ""];
      });
      return path.length === 0 ? [] : [{ number, path, keys: headerKeys(path) }];
    });
}

function hasTextBelow(rows: readonly SheetRow[], number: number): boolean {
  return rows.some((row) => headerCellText(row, number) !== "");
}

function headerCellText(row: SheetRow, number: number): string {
  const cell = row.cells.get(number);
  return cell?.kind === "text" ? cell.text.slice(0, headerMax).trim() : "";
}
