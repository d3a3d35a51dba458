import {
  coreIssues,
  createIssue,
  failed,
  fen,
  type Fen,
  foldFullWidth,
  formatYuan,
  maskAccountNumber,
  parsed,
  type Parsed,
  parseYuan,
} from "@tongchou/core";
import { bankIssues } from "../issues.js";
import type { LayoutShape } from "../profiles/layout.js";

type AmountUnit = LayoutShape["amountUnit"];

/** Writes an amount as bank files have it: `123456` in fen, `1234.56` in yuan. */
export function writeAmount(amountFen: Fen, unit: AmountUnit): string {
  switch (unit) {
    case "fen":
      return String(amountFen);
    case "yuan":
      return formatYuan(amountFen);
  }
}

// In a file of another layout a name or an account may stand where an amount should; messages hide it.
const maybePersonal = /[^-+.,\d]|\d{15}/u;

/**
 * Reads an amount as banks write it: full-width digits, thousands separators, leading zeros; in yuan also
 * `.01`, `¥` and `元`.
 *
 * @returns the amount, or `amount-not-fen`, or the money issues of core; more than two decimals are refused
 */
export function readAmount(text: string, unit: AmountUnit): Parsed<Fen> {
  const folded = foldFullWidth(text).trim();
  const number = unit === "yuan" ? folded.replace(/^[¥￥]|元$/gu, "").trim() : folded;
  const digits = withoutGrouping(number).replace(/^([+-]?)0+(?=\d)/, "$1");
  const isShown = !maybePersonal.test(digits);
  const found = isShown ? text : maskAccountNumber(text);
  switch (unit) {
    case "fen": {
      const amount = /^[+-]?\d+$/.test(digits) ? Number(digits) : NaN;
      if (Number.isSafeInteger(amount)) return parsed(fen(amount));
      return failed(createIssue(bankIssues, "amount-not-fen", { found }));
    }
    case "yuan":
      if (!isShown) return failed(createIssue(coreIssues, "money-not-a-number", { found }));
      return parseYuan(digits.replace(/^[+-]?(?=\.)/, "$&0"));
  }
}

/** Only whole groups of three count as grouping: `1,23` stays what it is and is refused. */
function withoutGrouping(text: string): string {
  return /^[+-]?\d{1,3}(,\d{3})+(?=$|\.)/.test(text) ? text.replaceAll(",", "") : text;
}
