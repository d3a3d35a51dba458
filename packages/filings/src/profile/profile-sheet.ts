import type { IdentityNumber, PersonName } from "@tongchou/core";
import { shiftPoint } from "../spreadsheet/cells/decimal-text.js";
import { firstWords } from "../spreadsheet/cells/word-cell.js";
import type { ColumnFormat, SheetContent, SheetValue } from "../spreadsheet/write/sheet-content.js";
import type { ColumnType, ProfileColumn, ProfileOf } from "./profile.js";

/** Lines around the table of a form. */
export interface FormLines {
  readonly titleRows?: readonly string[] | undefined;
  readonly footRows?: readonly string[] | undefined;
}

/**
 * Lays rows out as a profile's columns, ready for `writeWorkbook`. Every column is written, in the profile's
 * order and under its own header; what a row does not say stays empty.
 *
 * @example
 * const sheet = createProfileSheet(rosterProfile, [{ serial: 1, willing: true, mode: "dispatch" }]);
 * const [row = []] = sheet.rows;
 * row.filter((value) => value !== undefined); // => [1, "劳务派遣", "是"]
 */
export function createProfileSheet<Row>(
  profile: ProfileOf<Row>,
  rows: readonly Partial<Row>[],
  lines: FormLines = {},
): SheetContent {
  const columns: readonly ProfileColumn[] = profile.columns;
  return {
    ...lines,
    name: profile.sheetName,
    columns: columns.map(({ header, type, isHidden }) => ({
      header,
      format: formatOf(type),
      width: widths[type],
      isHidden,
    })),
    rows: rows.map((row) => columns.map((column) => toSheetValue(row[column.field as keyof Row], column))),
  };
}

/** Widths that show the whole value; others go by the header. */
const widths: Readonly<Partial<Record<ColumnType, number>>> = {
  account: 24,
  contact: 15,
  date: 12,
  identity: 22,
  money: 14,
};

function formatOf(type: ColumnType): ColumnFormat {
  return type === "money" || type === "integer" ? type : "text";
}

/** The values of typed rows are what the types of the profile's columns say. */
function toSheetValue(value: unknown, column: ProfileColumn): SheetValue {
  if (value === undefined) return undefined;
  switch (column.type) {
    case "account":
    case "code":
    case "contact":
    case "text":
      return value as string;
    case "date":
    case "month":
      return column.dateStyle === "compact" ? (value as string).replaceAll("-", "") : (value as string);
    case "boolean":
      return value === true ? "是" : "否";
    case "identity":
      return (value as IdentityNumber).number;
    case "integer":
    case "money":
      return value as number;
    case "name":
      return (value as PersonName).name;
    case "rate":
      return `${shiftPoint(String(Number(value)), -4).replace(/\.?0+$/, "")}%`;
    case "word": {
      const words = column.words ?? {};
      return firstWords(words).find((word) => words[word] === value);
    }
  }
}
