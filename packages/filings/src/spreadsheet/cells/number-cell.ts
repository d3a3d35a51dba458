import {
  coreIssues,
  createIssue,
  failed,
  parsed,
  type Parsed,
  parseRate,
  plainNumberText,
  type RatePpm,
  ratePpm,
} from "@tongchou/core";
import { meansNothing, refuse, showText, textOf, type ValueCell } from "./cell-value.js";
import { roundNoise } from "./decimal-text.js";

const wholePpm = 1_000_000;

/**
 * Reads a rate: `5%`, `0.05`, a number cell, or `无`, which is 0.
 *
 * @returns the rate; undefined for `-` and `/`; the issues `rate-out-of-range` (below 0 or above 100 %: a
 *   bare 12 is not taken for 12 %) and core's `rate-not-a-number`, `rate-too-precise`
 */
export function readRateCell(cell: ValueCell): Parsed<RatePpm | undefined> {
  const text = plainNumberText(textOf(cell));
  if (/^(无|不缴|未缴|没有)$/.test(text)) return parsed(ratePpm(0));
  if (meansNothing(text)) return parsed(undefined);
  const result = parseRate(cell.kind === "number" ? (roundNoise(text, 6) ?? text) : text);
  if (!result.ok) {
    const code = result.issues[0]?.code === "rate-too-precise" ? "rate-too-precise" : "rate-not-a-number";
    return failed(createIssue(coreIssues, code, { found: showText(text) }));
  }
  if (result.value < 0 || result.value > wholePpm)
    return refuse("rate-out-of-range", { found: showText(text) });
  return result;
}

/**
 * Reads a count or a serial number.
 *
 * @returns the whole number; undefined for `-`, `/`, `无`; the issue `integer-not-whole`
 */
export function readIntegerCell(cell: ValueCell): Parsed<number | undefined> {
  const text = plainNumberText(textOf(cell));
  if (meansNothing(text)) return parsed(undefined);
  const digits = /^(-?(?:\d{1,3}(?:,\d{3})+|\d{1,15}))(?:\.0*)?[人个名岁月年]?$/.exec(text)?.[1];
  if (digits === undefined) return refuse("integer-not-whole", { found: showText(text) });
  return parsed(Number(digits.replaceAll(",", "")));
}
