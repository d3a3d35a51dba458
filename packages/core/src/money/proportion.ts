import { fen, type Fen } from "./fen.js";
import { divideRounded, type Rounding } from "./rounding.js";

/** A fraction of whole numbers. */
export interface Fraction {
  readonly numerator: number;
  /** Above 0. */
  readonly denominator: number;
}

/**
 * Takes a fraction of an amount and rounds once.
 *
 * The product is exact however large it is; only the result has to lie in the safe range.
 *
 * @throws RangeError when a part of the fraction is not a safe integer, or the result leaves the safe range
 * @example
 * proportionOf(fen(580000), { numerator: 1, denominator: 101 }, "half-up"); // => 5743
 */
export function proportionOf(amount: Fen, fraction: Fraction, rounding: Rounding): Fen {
  const { numerator, denominator } = fraction;
  const product = amount * numerator;
  if (Number.isSafeInteger(product)) return fen(divideRounded(product, denominator, rounding));
  const exact = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  // The quotient is taken off exactly; what is left is small enough for the one rule of rounding.
  const quotient = exact / divisor;
  const rest = Number(exact % divisor);
  return fen(Number(quotient) + divideRounded(rest, denominator, roundingOfRest(rounding, quotient)));
}

/** Half-even looks at the whole quotient, so an odd one turns the tie of the rest upwards. */
function roundingOfRest(rounding: Rounding, quotient: bigint): Rounding {
  if (rounding !== "half-even") return rounding;
  return quotient % 2n === 0n ? "half-even" : "half-up";
}
