import { foldFullWidth } from "@tongchou/core";
import type { Cell, SheetRow } from "../spreadsheet/workbook.js";
import type { MatchedColumn } from "./header-match.js";
import { headerKey } from "./header-text.js";

/**
 * Why a row is no record.
 *
 * - `empty`: nothing but a serial number.
 * - `filler`: numbers of the columns, or hints for filling them in.
 * - `without-key`: content, but nothing that says whose it is.
 */
export type SkipReason =
  "empty" | "example" | "filler" | "note" | "repeated-header" | "subtotal" | "total" | "without-key";

const total = /(合计|总计|共计|累计)([(:].*)?$/;
const subtotal = /(小计|本页合计|本页共计)([(:].*)?$/;
const example = /^(例|示例|样例|范例|举例|样本|填写示例|填表示例|填写样例|示例行)\d{0,2}:?$/;
const exampleName = /\((例|示例|样例|范例)\)$/;
const note = /^(填表说明|填写说明|填报说明|说明|备注|注意|注|附)(事项)?\d*:/;
const signature =
  /^(制表|审核|复核|负责|经办|填表|填报|主管|分管|单位负责|部门负责|单位|领导)(人|单位|日期|时间|领导|签字|签章|盖章)*(\(.*\))?:/;
const hint = /^(必填|选填|非必填|文本|数值|数字|日期|元|万元|人|%|[甲乙丙丁])$/;

/** Tells rows that are no records, seen with the columns that tell records apart. */
export function createRowClassifier(
  columns: readonly MatchedColumn[],
  keys: readonly string[],
): (row: SheetRow) => SkipReason | undefined {
  const keyColumns = columns.filter(({ profile }) => keys.includes(profile.field));
  const serial = columns.find(({ profile }) => profile.field === "serial")?.number ?? 0;
  const headerKeys = columns.map(({ number, header }) => ({
    number,
    keys: new Set([header, ...header.split("/")].map(headerKey)),
  }));
  return (row) => {
    const first = plain(row.cells.values().next().value);
    const filledKeys = keyColumns
      .map(({ number }) => plain(row.cells.get(number)))
      .filter((text) => text !== "");
    if (example.test(first) || filledKeys.some((text) => exampleName.test(text))) return "example";
    if (isFiller(row)) return "filler";
    if (repeatsHeader(row, headerKeys)) return "repeated-header";
    if (filledKeys.length < Math.max(2, keyColumns.length)) {
      const labels = [first, ...filledKeys];
      if (labels.some((label) => subtotal.test(label))) return "subtotal";
      if (labels.some((label) => total.test(label))) return "total";
      if (note.test(first) || signature.test(first)) return "note";
    }
    if (filledKeys.length > 0) return undefined;
    if (row.cells.size === 1 && !/^\d+$/.test(first)) return "note";
    if (row.cells.size === 1 && row.cells.has(serial)) return "empty";
    const isSigned = [...row.cells.values()].some(
      (cell) => signature.test(plain(cell)) || note.test(plain(cell)),
    );
    return isSigned ? "note" : "without-key";
  };
}

/** True when the cells say what the header above them says, as on the later pages of a printed table. */
function repeatsHeader(
  row: SheetRow,
  headers: readonly { readonly number: number; readonly keys: ReadonlySet<string> }[],
): boolean {
  const filled = headers.filter(({ number }) => row.cells.has(number));
  return (
    filled.length >= 2 &&
    filled.every(({ number, keys }) => keys.has(headerKey(plain(row.cells.get(number)))))
  );
}

/** True for a row below the header that numbers the columns or says what to put into them. */
function isFiller(row: SheetRow): boolean {
  if (row.cells.size < 3) return false;
  let next: number | undefined;
  for (const cell of row.cells.values()) {
    const text = plain(cell);
    if (hint.test(text)) continue;
    const number = /^\(?(\d{1,3})\)?$/.exec(text)?.[1];
    if (number === undefined || (next !== undefined && Number(number) !== next)) return false;
    next = Number(number) + 1;
  }
  return true;
}

function plain(cell: Cell | undefined): string {
  if (cell?.kind !== "text" && cell?.kind !== "number") return "";
  return foldFullWidth(cell.text).replace(/\s/g, "");
}
