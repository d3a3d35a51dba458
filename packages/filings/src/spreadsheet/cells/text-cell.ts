import {
  parseContactNumber,
  parsed,
  type Parsed,
  parsePersonName,
  type PersonName,
  plainNumberText,
} from "@tongchou/core";
import { numberDigitsMax } from "./account-cell.js";
import { unescapeFormula } from "../formula-escape.js";
import { refuse, textOf, type ValueCell } from "./cell-value.js";

/** Reads free text. */
export function readTextCell(cell: ValueCell): Parsed<string> {
  return parsed(unescapeFormula(textOf(cell)));
}

/**
 * Reads a code such as an employee number or a document number: blanks and a leading apostrophe do not count.
 *
 * @returns the code, or the issue `code-numeric-cell` for a number cell of more than 15 digits
 */
export function readCodeCell(cell: ValueCell): Parsed<string> {
  const text = plainNumberText(textOf(cell));
  if (cell.kind === "number" && text.length > numberDigitsMax) return refuse("code-numeric-cell");
  return parsed(text);
}

/** Reads a mobile or landline number; the issues are those of core's `parseContactNumber`. */
export function readContactCell(cell: ValueCell): Parsed<string> {
  return parseContactNumber(textOf(cell));
}

/** Reads a person's name; the issues are those of core's `parsePersonName`. */
export function readNameCell(cell: ValueCell): Parsed<PersonName> {
  return parsePersonName(textOf(cell).replace(/^['‘’]/, ""));
}
