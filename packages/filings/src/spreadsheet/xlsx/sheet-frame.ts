import { parseCellReference } from "../cell-reference.js";
import type { ReadLimits } from "../limits.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import type { MergedRange } from "../workbook.js";
import { isTrue } from "./workbook-parts.js";

/** What a worksheet part says around its rows. */
export interface SheetFrame {
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly MergedRange[];
}

/** Columns are declared in the first kilobytes of a sheet. */
const headBytes = 65_536;
/** What follows the rows, merged ranges above all, fits into this. */
const tailBytes = 16_777_216;

/**
 * Reads what stands before and after the rows of a worksheet part: hidden columns and merged ranges.
 *
 * Merged ranges come after the rows but are needed to understand them. The rows between are inflated and
 * checked but not read as XML, which is a small part of the work of reading them.
 */
export function readSheetFrame(pieces: Iterable<Uint8Array>, limits: ReadLimits): SheetFrame {
  let head: Uint8Array | undefined;
  const last: Uint8Array[] = [];
  let size = 0;
  let isWhole = true;
  for (const piece of pieces) {
    head ??= piece.slice(0, headBytes);
    last.push(piece);
    size += piece.length;
    while (size - (last[0]?.length ?? 0) > tailBytes) {
      size -= last.shift()?.length ?? 0;
      isWhole = false;
    }
  }
  const text = decode(last);
  const end = Math.max(text.lastIndexOf("sheetData>"), text.lastIndexOf("sheetData/>"));
  if (end < 0 && !isWhole) throw new SpreadsheetFault("limit-merges", { limit: limits.merges });
  return {
    hiddenColumns: readHiddenColumns(decode(head === undefined ? [] : [head])),
    merges: readMerges(text.slice(Math.max(end, 0)), limits),
  };
}

function readMerges(text: string, limits: ReadLimits): readonly MergedRange[] {
  const merges: MergedRange[] = [];
  for (const [, first = "", last = ""] of text.matchAll(
    /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z0-9$]+):([A-Z0-9$]+)"/g,
  )) {
    const from = parseCellReference(first);
    const to = parseCellReference(last);
    if (from === undefined || to === undefined) continue;
    if (merges.length === limits.merges) {
      throw new SpreadsheetFault("limit-merges", { limit: limits.merges });
    }
    merges.push({ firstRow: from.row, lastRow: to.row, firstColumn: from.column, lastColumn: to.column });
  }
  return merges;
}

function readHiddenColumns(text: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const [, attributes = ""] of text.matchAll(/<(?:\w+:)?col\s([^<>]*)>/g)) {
    const attribute = (name: string): string | undefined =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    if (!isTrue(attribute("hidden"))) continue;
    const last = Math.min(Number(attribute("max")), 16_384);
    for (let column = Number(attribute("min")); column <= last; column += 1) hidden.add(column);
  }
  return hidden;
}

function decode(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8");
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join("");
}
