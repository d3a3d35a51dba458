import { Decimal } from "decimal.js";
import { createIssue } from "../issues/issue.js";
import { coreIssues } from "../issues/catalogue.js";
import { maskNumbersIn } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import type { Fen } from "./fen.js";
import { proportionOf } from "./proportion.js";
import type { Rounding } from "./rounding.js";

/** A rate in parts per million: 3 % is 30,000. */
export type RatePpm = number & { readonly __unit: "ppm" };

const ppmPerUnit = 1_000_000;

/**
 * Marks a whole number as a rate in parts per million.
 *
 * @throws RangeError when it is not a safe integer
 * @example
 * ratePpm(30000); // => 30000
 */
export function ratePpm(value: number): RatePpm {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of parts per million: ${value}`);
  return (value === 0 ? 0 : value) as RatePpm;
}

/**
 * Reads a rate written as a percentage or as a plain decimal.
 *
 * @returns the rate, or the issue `rate-not-a-number` or `rate-too-precise` (finer than one part per million)
 * @example
 * parseRate("12%"); // => { ok: true, value: 120000, issues: [] }
 * parseRate("0.005"); // => { ok: true, value: 5000, issues: [] }
 */
export function parseRate(text: string): Parsed<RatePpm> {
  const match = /^([+-]?\d{1,9}(?:\.\d{1,12})?)\s*(%?)$/.exec(text.trim());
  if (match === null)
    return failed(createIssue(coreIssues, "rate-not-a-number", { found: maskNumbersIn(text) }));
  const [, digits = "0", percent] = match;
  const scaled = new Decimal(digits).times(percent === "%" ? ppmPerUnit / 100 : ppmPerUnit);
  if (!scaled.isInteger())
    return failed(createIssue(coreIssues, "rate-too-precise", { found: maskNumbersIn(text) }));
  return parsed(ratePpm(scaled.toNumber()));
}

/**
 * Writes a rate as a plain decimal with at least two decimals, the way the statutory tables print it.
 *
 * @example
 * formatRate(ratePpm(100000)); // => "0.10"
 * formatRate(ratePpm(5000)); // => "0.005"
 */
export function formatRate(rate: RatePpm): string {
  const digits = String(Math.abs(rate)).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "").padEnd(2, "0");
  return `${rate < 0 ? "-" : ""}${digits.slice(0, -6)}.${fraction}`;
}

/**
 * Multiplies an amount by a rate and rounds to the fen.
 *
 * @throws RangeError when the result leaves the safe range
 * @example
 * multiplyRate(fen(383600), ratePpm(5000), "half-up"); // => 1918
 */
export function multiplyRate(amount: Fen, rate: RatePpm, rounding: Rounding): Fen {
  return proportionOf(amount, { numerator: rate, denominator: ppmPerUnit }, rounding);
}
