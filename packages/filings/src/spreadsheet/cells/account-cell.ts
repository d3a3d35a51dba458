import {
  type BankAccountNumber,
  maskAccountNumber,
  parseBankAccount,
  parsed,
  type Parsed,
} from "@tongchou/core";
import { cellIssue, refuse, textOf, type ValueCell } from "./cell-value.js";

/** A spreadsheet keeps this many digits of a number. */
export const numberDigitsMax = 15;

/**
 * Reads a bank account or card number.
 *
 * @returns the number, or the issues `account-numeric-cell` (a number cell of more than 15 digits) and those
 *   of core's `parseBankAccount`; the warning `account-leading-zeros` for a shorter number cell
 */
export function readAccountCell(cell: ValueCell): Parsed<BankAccountNumber> {
  const text = textOf(cell);
  if (cell.kind === "text") return parseBankAccount(text);
  const found = maskAccountNumber(text);
  if (text.length > numberDigitsMax) return refuse("account-numeric-cell", { found });
  const result = parseBankAccount(text);
  if (!result.ok) return result;
  return parsed(result.value, [...result.issues, cellIssue("account-leading-zeros", { found })]);
}
