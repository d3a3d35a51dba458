import { fen, proportionOf, type Fen, type RatePpm, type Rounding } from "@tongchou/core";
import type { FactShapes } from "@tongchou/statutory";

/** How an amount is rounded: the mode, and the unit it is rounded to (1 fen, or 100 for whole yuan). */
export type RoundingRule = FactShapes["rounding"];

const ppmPerUnit = 1_000_000;

/** A rule made ready for products of an amount (in fen, or in parts of a fen) and a rate. */
export interface PreparedRounding {
  readonly mode: Rounding;
  readonly unitFen: Fen;
  /** What a product is divided by to count units. */
  readonly divisor: number;
  readonly inverse: number;
  /** What is added to a product before it is divided and cut off, a half included. */
  readonly addend: number;
  /** The divisor where ties go to the even neighbour, else 0. */
  readonly evenDivisor: number;
  /** Largest product that {@link roundedUnits} is exact for. */
  readonly productMax: number;
}

/** {@link roundedUnits} is exact for sums of product and addend up to this. */
const exactSumMax = 2 ** 50;

/**
 * Prepares a rule.
 *
 * @param partsPerFen how many of the parts that amounts are counted in make a fen
 */
export function prepareRounding(rule: RoundingRule, partsPerFen: number = 1): PreparedRounding {
  const { mode, unitFen } = rule;
  const divisor = ppmPerUnit * partsPerFen * unitFen;
  return {
    mode,
    unitFen,
    divisor,
    inverse: 1 / divisor,
    addend: addendOf(mode, divisor) + 0.5,
    evenDivisor: mode === "half-even" ? divisor : 0,
    productMax: exactSumMax - divisor,
  };
}

/** The divisor is a multiple of a million, so half of it is a whole number. */
function addendOf(mode: Rounding, divisor: number): number {
  switch (mode) {
    case "half-up":
    case "half-even":
      return divisor / 2;
    case "down":
      return 0;
    case "up":
      return divisor - 1;
  }
}

/**
 * A product of amount and rate in units of a rounding rule, but for ties that go to the even neighbour: the
 * one place where a share becomes a whole number. It takes plain numbers because a batch calls it a dozen
 * times for each worker.
 *
 * It multiplies by the inverse, which costs a fraction of a division, and is exact all the same. Let s be the
 * whole number product + addend − ½, d the divisor, both below 2⁵⁰, and q = ⌊s ÷ d⌋. Then (s + ½) ÷ d lies
 * between q and q + 1 and is at least ½ ÷ d away from either, for s + ½ is no whole number. The inverse and
 * the multiplication are each off by at most one part in 2⁵³, together by less than (s + ½) ÷ d ÷ 2⁵¹, and
 * that is less than ½ ÷ d because s + ½ is below 2⁵⁰. So the floor is q.
 *
 * @param product a whole number from 0 to `productMax` of the rounding
 */
export function roundedUnits(product: number, addend: number, inverse: number): number {
  return Math.floor((product + addend) * inverse);
}

/**
 * {@link applyRate} with a rule that was prepared, for any whole number and rate: products beyond the reach
 * of {@link roundedUnits} are taken as big integers.
 */
export function roundedShare(amount: number, rate: number, rounding: PreparedRounding): number {
  const product = amount * rate;
  if (!(product >= 0 && product <= rounding.productMax)) return shareOfAnySize(amount, rate, rounding);
  const units = roundedUnits(product, rounding.addend, rounding.inverse);
  if (rounding.evenDivisor === 0) return units * rounding.unitFen;
  return toEven(units, product + rounding.addend - 0.5, rounding) * rounding.unitFen;
}

/** Takes back what a tie was rounded up by to odd units; the sum is the product and half a divisor. */
function toEven(units: number, sum: number, { evenDivisor }: PreparedRounding): number {
  return sum === units * evenDivisor && units % 2 === 1 ? units - 1 : units;
}

function shareOfAnySize(amount: number, rate: number, { divisor, mode, unitFen }: PreparedRounding): number {
  return proportionOf(fen(amount), { numerator: rate, denominator: divisor }, mode) * unitFen;
}

/**
 * Multiplies an amount by a rate and rounds once, to the unit of the rule.
 *
 * @throws RangeError when the result leaves the safe range
 * @example
 * applyRate(fen(383600), ratePpm(50000), { mode: "half-up", unitFen: fen(100) }); // => 19200
 */
export function applyRate(amount: Fen, rate: RatePpm, rule: RoundingRule): Fen {
  return fen(roundedShare(amount, rate, prepareRounding(rule)));
}

/** True when a rate of an amount is no whole number of the rule's units. */
export function needsRounding(amount: Fen, rate: RatePpm, rule: RoundingRule): boolean {
  return (BigInt(amount) * BigInt(rate)) % BigInt(ppmPerUnit * rule.unitFen) !== 0n;
}
