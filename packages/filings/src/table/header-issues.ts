import { createIssue, type Issue, type Place, type RowSource } from "@tongchou/core";
import { filingIssues, type FilingIssueCode } from "../issues.js";
import { columnLetters } from "../spreadsheet/cell-reference.js";
import type { HeaderCell, HeaderMatch } from "./header-match.js";
import type { MatchedSheet } from "./sheet-choice.js";

/** The column and header of each field, for the sources of all rows of a sheet. */
export function sourceColumns({ columns }: HeaderMatch): RowSource["columns"] {
  return Object.fromEntries(
    columns.map(({ profile, number, header }) => [profile.field, { column: columnLetters(number), header }]),
  );
}

/**
 * What is to be said of a header: `column-missing` (an error where no row can be used without the column),
 * `column-duplicate`, `column-in-ten-thousands`, and the remark `column-hidden`.
 */
export function headerIssues(fileName: string, { sheet, header }: MatchedSheet): readonly Issue[] {
  const place: Place = { file: fileName, sheet: sheet.name, row: header.lastRow };
  const report = (code: FilingIssueCode, cell: HeaderCell, values: Record<string, string> = {}): Issue =>
    createIssue(
      filingIssues,
      code,
      { header: cell.header, ...values },
      { place: { ...place, column: columnLetters(cell.number), header: cell.header } },
    );
  const missing = header.missing
    .filter(({ required }) => required === true)
    .map(({ header: name, onProblem }) => {
      const severity = onProblem === "hold-out" ? "error" : "warning";
      return createIssue(filingIssues, "column-missing", { header: name }, { place, severity });
    });
  const duplicates = header.duplicates.map((cell, index) => {
    const first = header.columns.find(({ profile }) => profile.field === cell.field);
    const earlier = header.duplicates.slice(0, index).filter(({ field }) => field === cell.field).length;
    return report("column-duplicate", cell, {
      name: `${cell.header}#${earlier + 2}`,
      used: columnLetters(first?.number ?? 0),
    });
  });
  const scaled = header.columns
    .filter(({ profile, isInTenThousands }) => isInTenThousands && profile.type === "money")
    .map((cell) => report("column-in-ten-thousands", cell));
  const hidden = header.columns
    .filter(({ number }) => sheet.hiddenColumns.has(number))
    .map((cell) => report("column-hidden", cell));
  return [...missing, ...duplicates, ...scaled, ...hidden];
}
