import { createIssue } from "../issues/issue.js";
import { coreIssues } from "../issues/catalogue.js";
import { maskNumbersIn } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";

/** An amount of money: a safe integer number of fen (1 yuan = 100 fen). */
export type Fen = number & { readonly __unit: "fen" };

/**
 * Marks a whole number as an amount in fen.
 *
 * @throws RangeError when the number is not a safe integer: such a value is a broken program, not bad data
 * @example
 * fen(12345); // => 12345
 */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
}

/** No money. */
export const zeroFen: Fen = fen(0);

/**
 * Adds amounts.
 *
 * @throws RangeError when the sum leaves the safe range on the way, even if later amounts would bring it back
 * @example
 * sumFen([fen(1), fen(2)]); // => 3
 */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = zeroFen;
  for (const amount of amounts) total = fen(total + amount);
  return total;
}

/**
 * Takes `part` from `whole`.
 *
 * @example
 * subtractFen(fen(5), fen(7)); // => -2
 */
export function subtractFen(whole: Fen, part: Fen): Fen {
  return fen(whole - part);
}

/**
 * The smaller of two amounts.
 *
 * @example
 * minFen(fen(5), fen(7)); // => 5
 */
export function minFen(left: Fen, right: Fen): Fen {
  return left < right ? left : right;
}

/**
 * The larger of two amounts.
 *
 * @example
 * maxFen(fen(5), fen(7)); // => 7
 */
export function maxFen(left: Fen, right: Fen): Fen {
  return left > right ? left : right;
}

const yuanPattern = /^([+-]?)(\d{1,13})(?:\.(\d{1,2}))?$/;
const anyDecimalPattern = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Reads a plain decimal string in yuan, such as `"-1234.5"`.
 *
 * Thousands separators, currency signs and words are the business of the reader of the file they come from.
 *
 * @returns the amount, or the issue `money-not-a-number`, `money-too-precise` (more than two decimals) or
 *   `money-out-of-range`
 * @example
 * parseYuan("1234.5"); // => { ok: true, value: 123450, issues: [] }
 * parseYuan("面议").ok; // => false
 */
export function parseYuan(text: string): Parsed<Fen> {
  const match = yuanPattern.exec(text);
  if (match === null)
    return failed(createIssue(coreIssues, whyNotYuan(text), { found: maskNumbersIn(text) }));
  const [, sign, whole = "0", fraction = ""] = match;
  const amount = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return parsed(fen(sign === "-" ? -amount : amount));
}

function whyNotYuan(text: string): "money-not-a-number" | "money-out-of-range" | "money-too-precise" {
  if (!anyDecimalPattern.test(text)) return "money-not-a-number";
  return /\.\d{3,}$/.test(text) ? "money-too-precise" : "money-out-of-range";
}

/**
 * Writes an amount as a plain decimal string in yuan with two decimals.
 *
 * @example
 * formatYuan(fen(-5)); // => "-0.05"
 */
export function formatYuan(amount: Fen): string {
  const size = Math.abs(amount);
  const cents = size % 100;
  return `${amount < 0 ? "-" : ""}${(size - cents) / 100}.${cents < 10 ? "0" : ""}${cents}`;
}

/**
 * Writes an amount in yuan with thousands separators, for people.
 *
 * @example
 * formatYuanGrouped(fen(123456789)); // => "1,234,567.89"
 */
export function formatYuanGrouped(amount: Fen): string {
  return formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ",");
}
