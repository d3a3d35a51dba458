import { parseCellReference } from "../cell-reference.js";
import type { ReadLimits } from "../limits.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { textCell, type Cell, type SheetRow } from "../workbook.js";
import { isTrue } from "./workbook-parts.js";
import { decodeXlsxText } from "./xlsx-text.js";
import { createXmlFeed, type XmlListener } from "./xml-feed.js";

/** What the cells of a sheet refer to. */
export interface SheetTables {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly limits: ReadLimits;
}

/** So much XML is read before its rows are handed on. */
const stepBytes = 131_072;

/** Reads the rows of a worksheet part as its pieces come. */
export function* readSheetRows(
  pieces: Iterable<Uint8Array>,
  tables: SheetTables,
): Generator<SheetRow, void, undefined> {
  let ready: SheetRow[] = [];
  const feed = createXmlFeed(createRowListener(tables, (row) => ready.push(row)));
  for (const piece of pieces) {
    for (let start = 0; start < piece.length; start += stepBytes) {
      try {
        feed.write(piece.subarray(start, start + stepBytes));
      } catch (error) {
        // The rows before a fault come first, so that its place is known.
        yield* ready;
        throw error;
      }
      yield* ready;
      ready = [];
    }
  }
  feed.end();
}

/** A cell while its element is open. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string;
}

function createRowListener(tables: SheetTables, emit: (row: SheetRow) => void): XmlListener {
  const { limits } = tables;
  let rows = 0;
  let number = 0;
  let column = 0;
  let isHidden = false;
  let cells = new Map<number, Cell>();
  let cell: OpenCell | undefined;
  let phonetic = 0;
  let isText = false;
  return {
    open: (name, attributes) => {
      isText = (name === "v" || name === "t") && phonetic === 0;
      if (name === "row") {
        number = Number(attributes["r"] ?? number + 1);
        isHidden = isTrue(attributes["hidden"]);
        cells = new Map();
        column = 0;
      } else if (name === "c") {
        const reference = parseCellReference(attributes["r"] ?? "");
        column = reference?.column ?? column + 1;
        const [type = "n", style] = [attributes["t"], Number(attributes["s"] ?? 0)];
        cell = { column, type, style, hasFormula: false, value: "" };
      } else if (name === "f" && cell !== undefined) {
        cell.hasFormula = true;
      } else if (name === "rPh") {
        phonetic += 1;
      }
    },
    text: (text) => {
      if (isText && cell !== undefined) cell.value += text;
    },
    close: (name) => {
      isText = false;
      if (name === "rPh") phonetic -= 1;
      if (name === "c" && cell !== undefined) {
        const value = readCell(cell, tables);
        if (value !== undefined && cell.column > limits.columns) {
          throw new SpreadsheetFault("limit-columns", { limit: limits.columns });
        }
        if (value !== undefined) cells.set(cell.column, value);
        cell = undefined;
      }
      if (name !== "row" || cells.size === 0) return;
      if (!Number.isSafeInteger(number) || number < 1) throw new SpreadsheetFault("xml-damaged");
      rows += 1;
      if (rows > limits.rows) throw new SpreadsheetFault("limit-rows", { limit: limits.rows });
      emit({ kind: "row", number, isHidden, cells });
    },
  };
}

function readCell(cell: OpenCell, { sharedStrings, dateStyles }: SheetTables): Cell | undefined {
  const { value } = cell;
  switch (cell.type) {
    case "s": {
      if (value === "") return undefined;
      const shared = sharedStrings[Number(value)];
      if (shared === undefined) throw new SpreadsheetFault("xml-damaged");
      return textCell(shared);
    }
    case "inlineStr":
    case "str":
    case "d":
      return textCell(decodeXlsxText(value));
    case "b":
      return value === "" ? undefined : { kind: "boolean", isTrue: isTrue(value) };
    case "e":
      return { kind: "error", text: value };
    default: {
      const text = value.trim();
      if (text === "") return cell.hasFormula ? { kind: "uncomputed" } : undefined;
      if (!/^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?$/i.test(text)) return textCell(value);
      return { kind: "number", text, isDate: dateStyles[cell.style] ?? false };
    }
  }
}
