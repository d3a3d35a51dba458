import { createIssue, failed, fen, type Fen, parsed, type Parsed, parseYuan } from "@tongchou/core";
import { iso20022Issues } from "./issues.js";

/**
 * Reads an amount of ISO 20022: a decimal number without a sign, in one currency. More than two decimals are
 * taken where the rest are noughts.
 *
 * @returns the amount; `iso20022-element-missing`, `iso20022-currency`, `iso20022-amount-malformed`
 */
export function readIsoAmount(
  text: string | undefined,
  context: { readonly element: string; readonly currency: string | undefined; readonly expected: string },
): Parsed<Fen> {
  const { element, currency, expected } = context;
  if (text === undefined) return failed(createIssue(iso20022Issues, "iso20022-element-missing", { element }));
  if (currency !== undefined && currency !== expected) {
    const found = currency.slice(0, 3);
    return failed(createIssue(iso20022Issues, "iso20022-currency", { found, allowed: expected }));
  }
  // Most amounts are written like this, and a message has hundreds of thousands.
  if (/^\d{1,13}\.\d\d$/.test(text)) return parsed(fen(Number(text.replace(".", ""))));
  const digits = /^(?=[\d.])(\d{0,13})(?:\.(\d{0,2})0{0,3})?$/.exec(text);
  if (digits !== null && text !== ".") {
    const amount = parseYuan(`${digits[1] || "0"}.${(digits[2] ?? "").padEnd(2, "0")}`);
    if (amount.ok) return parsed(amount.value);
  }
  return failed(createIssue(iso20022Issues, "iso20022-amount-malformed", { element }));
}

/** Reads a count of NbOfTxs and the like: up to 15 digits. */
export function readIsoCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
