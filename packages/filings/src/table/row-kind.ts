import { foldFullWidth } from "@tongchou/core";
import type { Cell, SheetRow } from "../spreadsheet/workbook.js";
import type { MatchedColumn } from "./header-match.js";
import { headerKey } from "./header-text.js";

/** Why a row is no record. */
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

/** What a row is, seen with the columns that tell records apart. */
export function skipReasonOf(
  row: SheetRow,
  columns: readonly MatchedColumn[],
  keys: readonly string[],
): SkipReason | undefined {
  const texts = [...row.cells.values()].map(plain);
  const keyTexts = columns
    .filter(({ profile }) => keys.includes(profile.field))
    .map(({ number }) => plain(row.cells.get(number)));
  const filledKeys = keyTexts.filter((text) => text !== "");
  const first = texts[0] ?? "";
  if (example.test(first) || keyTexts.some((text) => exampleName.test(text))) return "example";
  if (isFiller(texts)) return "filler";
  if (repeatsHeader(row, columns)) return "repeated-header";
  if (filledKeys.length < Math.max(2, keyTexts.length)) {
    const labels = [first, ...filledKeys];
    if (labels.some((label) => subtotal.test(label))) return "subtotal";
    if (labels.some((label) => total.test(label))) return "total";
    if (note.test(first) || signature.test(first)) return "note";
  }
  if (filledKeys.length > 0) return undefined;
  return reasonWithoutKey(row, columns, texts);
}

function reasonWithoutKey(
  row: SheetRow,
  columns: readonly MatchedColumn[],
  texts: readonly string[],
): SkipReason {
  const serial = columns.find(({ profile }) => profile.field === "serial")?.number;
  if (row.cells.size === 1) return row.cells.has(serial ?? 0) ? "empty" : "note";
  return texts.some((text) => note.test(text) || signature.test(text)) ? "note" : "without-key";
}

/** True for a row below the header that numbers the columns or says what to put into them. */
function isFiller(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const words = texts.filter((text) => hint.test(text));
  const numbers = texts.filter((text) => !hint.test(text)).map((text) => /^\(?(\d{1,3})\)?$/.exec(text)?.[1]);
  return (
    words.length + numbers.length === texts.length &&
    numbers.every((number, index) => number !== undefined && Number(number) === Number(numbers[0]) + index)
  );
}

function repeatsHeader(row: SheetRow, columns: readonly MatchedColumn[]): boolean {
  const repeated = columns.filter(({ number, header }) => {
    const text = plain(row.cells.get(number));
    return text !== "" && headerKey(text) === headerKey(header.split("/").at(-1) ?? "");
  });
  return repeated.length >= Math.min(3, columns.length);
}

function plain(cell: Cell | undefined): string {
  if (cell?.kind !== "text" && cell?.kind !== "number") return "";
  return foldFullWidth(cell.text).replace(/\s/g, "");
}
