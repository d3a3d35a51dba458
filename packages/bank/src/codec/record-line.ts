import { createIssue, failed, foldFullWidth, parsed, type Parsed } from "@tongchou/core";
import { byteLength, decodeBytes } from "../encoding.js";
import { bankIssues } from "../issues.js";
import { type FieldKind, fieldTraits } from "../profiles/field.js";
import type { Field, LineLayout, Padding } from "../profiles/layout.js";

/** One line of a file without its end; `row` counts from 1. */
export interface FileLine {
  readonly row: number;
  readonly bytes: Uint8Array;
  /** The line decoded; missing where it has bytes that are not in the encoding. */
  readonly text: string | undefined;
}

/** The values of one line by what they are; trimmed, and empty where the column is. */
export type Cells = ReadonlyMap<FieldKind, string>;

/** Where the columns of a line are found. */
export interface CellPlan {
  readonly fields: readonly Field[];
  /** Place of each field's cell from 0; -1 where the file has no such column. */
  readonly positions: readonly number[];
  readonly cellCount: number;
}

/** The plan of a line that has its columns where the layout has them. */
export function planByPosition(fields: readonly Field[]): CellPlan {
  return { fields, positions: fields.map((_, index) => index), cellCount: fields.length };
}

/**
 * The plan of a line whose columns are found by their names, whatever spaces and widths these are written in.
 *
 * @returns nothing when a column that is needed is not named, or named twice
 */
export function planByNames(fields: readonly Field[], names: readonly string[]): CellPlan | undefined {
  const found = names.map(plainHeader);
  const positions = fields.map((field) => positionOf(field, found));
  const isWhole = fields.every((field, at) => positions[at] !== -1 || field.optional === true);
  return isWhole ? { fields, positions, cellCount: names.length } : undefined;
}

function positionOf(field: Field, names: readonly string[]): number {
  const wanted = new Set((field.headers ?? []).map(plainHeader));
  const found = names.flatMap((name, index) => (wanted.has(name) ? [index] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

function plainHeader(name: string): string {
  return foldFullWidth(name).replace(/\s/g, "");
}

/**
 * Puts a line together from values that have been checked: they fit their columns and hold no delimiter.
 *
 * @param values one for each field, in order
 */
export function composeLine(layout: LineLayout, fields: readonly Field[], values: readonly string[]): string {
  return joinCells(
    layout,
    fields.map((field, index) => padCell(layout, field, values[index] ?? "")),
  );
}

/** Joins the cells of a line as they are. */
export function joinCells(layout: LineLayout, cells: readonly string[]): string {
  if (layout.kind === "fixed-width") return cells.join("");
  return cells.join(layout.delimiter) + (layout.trailingDelimiter === true ? layout.delimiter : "");
}

/**
 * Splits a line of a delimited file. Empty cells stay, but for the one behind a delimiter at the line's end.
 *
 * @param cellCount how many cells the line should have; where that is not known, the last one is not empty
 */
export function splitCells(text: string, delimiter: string, cellCount?: number): readonly string[] {
  const cells = text.split(delimiter).map((cell) => cell.trim());
  const isBehindEnd = cells.at(-1) === "" && (cellCount === undefined || cells.length === cellCount + 1);
  return isBehindEnd ? cells.slice(0, -1) : cells;
}

/**
 * Takes a line apart.
 *
 * A fixed-width line is cut by bytes. A cut through a character is found, because the left piece then ends in
 * the middle of one and cannot be decoded.
 *
 * @returns the values, or `line-cell-count`, `line-width`, `bytes-not-in-encoding`; `line-unexpected` where a
 *   constant is another
 */
export function readLine(layout: LineLayout, plan: CellPlan, line: FileLine): Parsed<Cells> {
  if (line.text === undefined) {
    return failed(createIssue(bankIssues, "bytes-not-in-encoding", { encoding: layout.encoding }));
  }
  const cells =
    layout.kind === "delimited"
      ? cutByDelimiter(layout.delimiter, plan, line.text)
      : cutByWidth(layout, plan, line.bytes);
  return cells.ok ? nameCells(plan, cells.value) : cells;
}

/**
 * Gives the cells of a line to the fields they belong to.
 *
 * @returns the values, or `line-unexpected` where a constant is another
 */
export function nameCells(plan: CellPlan, cells: readonly string[]): Parsed<Cells> {
  const values = new Map<FieldKind, string>();
  for (const [index, field] of plan.fields.entries()) {
    const value = cells[plan.positions[index] ?? -1] ?? "";
    if (field.kind === "constant" && value !== field.value.trim()) {
      return failed(createIssue(bankIssues, "line-unexpected", { allowed: field.value }));
    }
    values.set(field.kind, value);
  }
  return parsed(values);
}

function cutByDelimiter(delimiter: string, plan: CellPlan, text: string): Parsed<readonly string[]> {
  const cells = splitCells(text, delimiter, plan.cellCount);
  if (cells.length === plan.cellCount) return parsed(cells);
  return failed(createIssue(bankIssues, "line-cell-count", { found: cells.length, allowed: plan.cellCount }));
}

function cutByWidth(layout: LineLayout, plan: CellPlan, bytes: Uint8Array): Parsed<readonly string[]> {
  const widths = plan.fields.map((field) => field.widthBytes ?? 0);
  const allowed = widths.reduce((sum, width) => sum + width, 0);
  if (bytes.length !== allowed) {
    return failed(createIssue(bankIssues, "line-width", { found: bytes.length, allowed }));
  }
  const cells: string[] = [];
  let start = 0;
  for (const width of widths) {
    const cell = decodeBytes(bytes.subarray(start, start + width), layout.encoding);
    if (!cell.ok) return cell;
    cells.push(cell.value.trim());
    start += width;
  }
  return parsed(cells);
}

/** Fills a value up to the width of its column, where the column has one. */
export function padCell(layout: LineLayout, field: Field, value: string): string {
  const padding = field.padding ?? defaultPadding(layout, field);
  if (padding === undefined) return value;
  const missing = Math.max(0, (field.widthBytes ?? 0) - byteLength(value, layout.encoding));
  switch (padding) {
    case "spaces-after":
      return value + " ".repeat(missing);
    case "spaces-before":
      return " ".repeat(missing) + value;
    case "zeros-before":
      return value.replace(/^[+-]?/, (sign) => sign + "0".repeat(missing));
  }
}

function defaultPadding(layout: LineLayout, field: Field): Padding | undefined {
  if (layout.kind === "delimited") return undefined;
  return fieldTraits[field.kind].isNumber ? "zeros-before" : "spaces-after";
}

/** The value of a column, or nothing where it is empty or the line does not have it. */
export function cellOf(cells: Cells, kind: FieldKind): string | undefined {
  const text = cells.get(kind);
  return text === "" ? undefined : text;
}
