import { createIssue, type Issue, type Parsed } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { SheetContent } from "../spreadsheet/write/sheet-content.js";
import { firstWords } from "../spreadsheet/cells/word-cell.js";
import { createProfileSheet } from "./profile-sheet.js";
import type { ProfileColumn, ProfileOf } from "./profile.js";

/** A list ready for its receiver, and the records that could not be put on it. */
export interface RecordSheets<Source> {
  /** One sheet for each file to write: several where the receiver takes only so many rows in one. */
  readonly sheets: readonly SheetContent[];
  readonly heldOut: readonly Source[];
  /** Issues with the JSON pointer of the record's field. */
  readonly issues: readonly Issue[];
}

/**
 * Lays records out by a profile. A record is left out if a column that the receiver asks for has no value,
 * or one for which the receiver has no code; serial numbers start from 1 in each file. The issues of `rowOf`
 * come without the record's own part of the path.
 */
export function createRecordSheets<Source, Row>(
  profile: ProfileOf<Row>,
  records: readonly Source[],
  rowOf: (record: Source) => Parsed<Partial<Row>>,
): RecordSheets<Source> {
  const rows: Partial<Row>[] = [];
  const heldOut: Source[] = [];
  const issues: Issue[] = [];
  for (const [index, record] of records.entries()) {
    const row = rowOf(record);
    const found = [...row.issues, ...(row.ok ? unwritable(profile, row.value) : [])];
    for (const issue of found) issues.push({ ...issue, path: `/${index}${issue.path ?? ""}` });
    if (!row.ok || found.some(({ severity }) => severity === "error")) heldOut.push(record);
    else rows.push(row.value);
  }
  const sheets = partsOf(rows, profile.rowsPerFile ?? Infinity).map((part) =>
    createProfileSheet<Row>(
      profile,
      part.map((row, index) => ({ ...row, serial: index + 1 })),
    ),
  );
  return { sheets, heldOut, issues };
}

function unwritable<Row>(profile: ProfileOf<Row>, row: Partial<Row>): readonly Issue[] {
  const columns: readonly ProfileColumn[] = profile.columns;
  return columns.flatMap((column) => {
    const { field, header, words } = column;
    const value: unknown = row[field as keyof Row];
    const context = { path: `/${field}` };
    if (value === undefined) {
      const isMissing = column.required === true && field !== "serial";
      const values = { title: profile.title, header };
      return isMissing ? [createIssue(filingIssues, "declaration-field-missing", values, context)] : [];
    }
    if (words === undefined || Object.values(words).some((meaning) => meaning === value)) return [];
    const allowed = firstWords(words).join("、");
    const values = {
      title: profile.title,
      header,
      found: typeof value === "string" ? value : field,
      allowed,
    };
    return [createIssue(filingIssues, "declaration-word-unknown", values, context)];
  });
}

/** Rows cut into parts of at most so many; one part without rows where there are none. */
function partsOf<Row>(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  if (rows.length <= size) return [rows];
  const parts = Array.from({ length: Math.ceil(rows.length / size) }, (_, part) => part * size);
  return parts.map((start) => rows.slice(start, start + size));
}
