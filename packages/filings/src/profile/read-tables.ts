import {
  createIssue,
  type Fen,
  type Issue,
  type Place,
  placeOf,
  type PlainDate,
  type RowSource,
} from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { SheetFault, SheetRow, Workbook } from "../spreadsheet/workbook.js";
import { headerIssues, sourceColumns } from "../table/header-issues.js";
import type { HeaderCell, MatchedColumn } from "../table/header-match.js";
import { createMergedValues } from "../table/merged-values.js";
import { readRecordRow, readSingleCell } from "../table/record-row.js";
import { createRowClassifier, type SkipReason } from "../table/row-kind.js";
import { chooseSheets, isComplete, type SheetChoice, type MatchedSheet } from "../table/sheet-choice.js";
import { type Amount, createTotalCheck } from "../table/total-check.js";
import { createCellReader, type CellContext } from "../table/typed-cell.js";
import type { ProfileOf } from "./profile.js";

/** Options of {@link readTables}. */
export interface ReadTablesOptions extends SheetChoice {
  /**
   * Day after which a birth date inside an identity number is refused; without it the future is not
   * checked.
   */
  readonly asOf?: PlainDate | undefined;
}

/** A row that is a record. */
export interface TableRow<Row> {
  readonly kind: "row";
  readonly values: Row;
  readonly source: RowSource;
  /** Every problem of the row, each with the place of its cell. */
  readonly issues: readonly Issue[];
  /** True when a column that the record cannot do without could not be used. */
  readonly isHeldOut: boolean;
}

/** A row that is no record, and why. */
export interface SkippedRow {
  readonly kind: "skipped";
  readonly reason: SkipReason;
  readonly place: Place;
  readonly issues: readonly Issue[];
}

/** One row below a header: every filled row comes as one of these. */
export type TableEntry<Row> = TableRow<Row> | SkippedRow | SheetFault;

/** A sheet in which a profile's columns were found. */
export interface Table<Row> {
  readonly sheet: string | undefined;
  /** The rows above the header, with titles and the date of the form. */
  readonly head: readonly SheetRow[];
  /** Columns that the profile knows. */
  readonly columns: readonly (HeaderCell & { readonly field: string })[];
  /** Columns that the profile does not know. */
  readonly unknownColumns: readonly HeaderCell[];
  /** Where the header is. */
  readonly place: Place;
  /** Reads the rows below the header, one at a time. */
  entries(): Generator<TableEntry<Row>, void, undefined>;
}

/** The tables of a workbook that fit a profile. */
export interface TableReading<Row> {
  readonly tables: readonly Table<Row>[];
  /** What is to be said of sheets and headers; the issues of rows come with the rows. */
  readonly issues: readonly Issue[];
}

/**
 * Finds the sheets of a workbook that fit a profile and reads their rows as the profile's columns say.
 * Columns are matched by header, never by position.
 *
 * @returns the tables; the issues `header-not-found`, `sheet-not-found`, `sheets-of-several-months`,
 *   `sheets-several`, `sheet-hidden-read`, `sheet-hidden-left`, `column-missing`, `column-duplicate`,
 *   `column-in-ten-thousands`, `column-hidden`. Rows add those of their cells, `value-missing`,
 *   `row-without-key`, `row-hidden`, `total-differs`
 * @example
 * const csv = "姓名,身份证号,用工形式\n张三,36040319000101001X,派遣\n合计,,\n";
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "roster.csv" });
 * const [table] = opened.ok ? readTables(opened.value, rosterProfile).tables : [];
 * Array.from(table.entries(), (entry) => (entry.kind === "row" ? entry.values.mode : entry.reason));
 * // => ["dispatch", "total"]
 */
export function readTables<Row>(
  workbook: Workbook,
  profile: ProfileOf<Row>,
  options: ReadTablesOptions = {},
): TableReading<Row> {
  const { sheets, issues } = chooseSheets(workbook, profile, options);
  const context = { usesDate1904: workbook.usesDate1904, asOf: options.asOf };
  return {
    issues: [...issues, ...sheets.flatMap((matched) => headerIssues(workbook.fileName, matched))],
    tables: sheets.filter(isComplete).map((matched): Table<Row> => {
      const { sheet, header, head } = matched;
      return {
        sheet: sheet.name,
        head,
        columns: header.columns.map(({ profile: { field }, number, header: text }) => ({
          field,
          number,
          header: text,
        })),
        unknownColumns: header.unknown,
        place: { file: workbook.fileName, sheet: sheet.name, row: header.lastRow },
        entries: () => readEntries(matched, profile, workbook.fileName, context),
      };
    }),
  };
}

function* readEntries<Row>(
  { sheet, header }: MatchedSheet,
  profile: ProfileOf<Row>,
  file: string,
  context: CellContext,
): Generator<TableEntry<Row>, void, undefined> {
  const { columns } = header;
  const sources = sourceColumns(header);
  const fill = createMergedValues(sheet.merges, columns);
  const totals = createTotalCheck(columns);
  const skipReasonOf = createRowClassifier(columns, profile.keys);
  const readCell = createCellReader(context);
  for (const bare of sheet.rows()) {
    if (bare.kind === "fault") {
      yield bare;
      return;
    }
    if (bare.number <= header.lastRow) continue;
    const row = fill(bare);
    const source: RowSource = { file, sheet: sheet.name, row: row.number, columns: sources };
    const reason = skipReasonOf(bare);
    if (reason !== undefined) {
      yield { kind: "skipped", reason, place: placeOf(source), issues: issuesOfSkipped(row, reason) };
      continue;
    }
    const record = readRecordRow(row, columns, source, readCell);
    totals.add(({ profile: { field } }) =>
      record.unreadable.has(field) ? "unreadable" : toAmount(record.values[field]),
    );
    yield {
      kind: "row",
      // The reader of each column's type gives the value that the column's type in the profile stands for.
      values: record.values as Row,
      source,
      issues: row.isHidden ? [...record.issues, reportRow("row-hidden", source)] : record.issues,
      isHeldOut: record.isHeldOut,
    };
  }

  function issuesOfSkipped(row: SheetRow, reason: SkipReason): readonly Issue[] {
    const source: RowSource = { file, sheet: sheet.name, row: row.number, columns: sources };
    if (reason === "without-key") return [reportRow("row-without-key", source)];
    if (reason !== "total" && reason !== "subtotal") return [];
    const amountOf = (column: MatchedColumn): Amount => {
      const result = readSingleCell(row, column, readCell);
      return result.ok ? toAmount(result.value) : "unreadable";
    };
    return totals.compare(amountOf, reason === "subtotal", (column) => placeOf(source, column.profile.field));
  }
}

function reportRow(code: "row-hidden" | "row-without-key", source: RowSource): Issue {
  return createIssue(filingIssues, code, {}, { place: placeOf(source) });
}

function toAmount(value: unknown): Amount {
  return typeof value === "number" ? (value as Fen) : "empty";
}
