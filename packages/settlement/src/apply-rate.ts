import { fen, proportionOf, type Fen, type RatePpm } from "@tongchou/core";
import type { FactShapes } from "@tongchou/statutory";

/** How an amount is rounded: the mode, and the unit it is rounded to (1 fen, or 100 for whole yuan). */
export type RoundingRule = FactShapes["rounding"];

const ppmPerUnit = 1_000_000;

/**
 * Multiplies an amount by a rate and rounds once, to the unit of the rule.
 *
 * @throws RangeError when the result leaves the safe range
 * @example
 * applyRate(fen(383600), ratePpm(50000), { mode: "half-up", unitFen: fen(100) }); // => 19200
 */
export function applyRate(amount: Fen, rate: RatePpm, rule: RoundingRule): Fen {
  const units = proportionOf(amount, { numerator: rate, denominator: ppmPerUnit * rule.unitFen }, rule.mode);
  return fen(units * rule.unitFen);
}

/** True when a rate of an amount is no whole number of the rule's units. */
export function needsRounding(amount: Fen, rate: RatePpm, rule: RoundingRule): boolean {
  return (BigInt(amount) * BigInt(rate)) % BigInt(ppmPerUnit * rule.unitFen) !== 0n;
}
