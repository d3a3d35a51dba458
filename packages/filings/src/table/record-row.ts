import {
  createIssue,
  type Issue,
  parseBankAccount,
  type Parsed,
  parseIdentityNumber,
  parsePersonName,
  placeIssues,
  placeOf,
  type RowSource,
} from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { ProfileColumn } from "../profile/profile.js";
import type { SheetRow } from "../spreadsheet/workbook.js";
import type { MatchedColumn } from "./header-match.js";
import type { CellReader } from "./typed-cell.js";

/** A row read column by column. */
export interface RecordRow {
  /** Values by field; undefined where the cell is empty or cannot be used. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields whose cell is filled but cannot be used. */
  readonly unreadable: ReadonlySet<string>;
  readonly issues: readonly Issue[];
  readonly isHeldOut: boolean;
}

/** Reads every column of a row, with all problems of all of them. */
export function readRecordRow(
  row: SheetRow,
  columns: readonly MatchedColumn[],
  source: RowSource,
  readCell: CellReader,
): RecordRow {
  const values: Record<string, unknown> = {};
  const unreadable = new Set<string>();
  const issues: Issue[] = [];
  let isHeldOut = false;
  for (const column of columns) {
    const { field } = column.profile;
    const cell = row.cells.get(column.number);
    const result = cell === undefined ? undefined : readCell(cell, column);
    if (result?.ok === false) unreadable.add(field);
    const value = result?.ok === true ? result.value : undefined;
    const isEmpty = result?.ok !== false && value === undefined;
    const found = isEmpty
      ? [...(result?.issues ?? []), ...emptyIssues(column.profile)]
      : (result?.issues ?? []);
    if (found.length > 0) {
      const weighed = weigh(found, column.profile);
      issues.push(...placeIssues(weighed, { place: placeOf(source, field) }));
      isHeldOut ||= holdsOut(column.profile) && weighed.some(({ severity }) => severity === "error");
    }
    values[field] = value;
  }
  return { values, unreadable, issues, isHeldOut };
}

/** The value of a cell outside a record, such as one in a row of totals. */
export function readSingleCell(row: SheetRow, column: MatchedColumn, readCell: CellReader): Parsed<unknown> {
  const cell = row.cells.get(column.number);
  return cell === undefined ? { ok: true, value: undefined, issues: [] } : readCell(cell, column);
}

function emptyIssues(column: ProfileColumn): readonly Issue[] {
  if (column.required !== true) return [];
  switch (column.type) {
    case "account":
      return parseBankAccount("").issues;
    case "identity":
      return parseIdentityNumber("").issues;
    case "name":
      return parsePersonName("").issues;
    default: {
      const severity = column.onProblem === "hold-out" ? "error" : "warning";
      return [createIssue(filingIssues, "value-missing", { header: column.header }, { severity })];
    }
  }
}

function holdsOut({ onProblem }: ProfileColumn): boolean {
  return onProblem === "hold-out" || onProblem === "hold-out-if-bad";
}

/** Makes errors of columns that nothing depends on warnings. */
function weigh(issues: readonly Issue[], { onProblem = "warn" }: ProfileColumn): readonly Issue[] {
  if (onProblem !== "warn") return issues;
  return issues.map((issue) => (issue.severity === "error" ? { ...issue, severity: "warning" } : issue));
}
