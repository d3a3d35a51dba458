import {
  type IdentityNumber,
  maskIdentityNumber,
  parsed,
  type Parsed,
  parseIdentityNumber,
  plainNumberText,
  type PlainDate,
} from "@tongchou/core";
import { cellIssue, refuse, textOf, type ValueCell } from "./cell-value.js";

/**
 * Reads an identity number. A number cell is refused whatever it shows: a spreadsheet keeps 15 digits of a
 * number, so the last three of an identity number are gone, and nothing here guesses them.
 *
 * @param asOf a birth date after this day is refused
 * @returns the number, or the issues `identity-numeric-cell`, `identity-digits-lost` and those of core's
 *   `parseIdentityNumber`; the warning `identity-ends-in-zeros`
 */
export function readIdentityCell(cell: ValueCell, asOf: PlainDate | undefined): Parsed<IdentityNumber> {
  const text = textOf(cell);
  const found = maskIdentityNumber(plainNumberText(text));
  if (cell.kind !== "text") return refuse("identity-numeric-cell", { found });
  const result = parseIdentityNumber(text, { asOf });
  // Fifteen digits and three zeros are what a number cell leaves of an identity number.
  if (!/^\d{15}000$/.test(plainNumberText(text))) return result;
  if (!result.ok) return refuse("identity-digits-lost", { found });
  return parsed(result.value, [...result.issues, cellIssue("identity-ends-in-zeros", { found })]);
}
