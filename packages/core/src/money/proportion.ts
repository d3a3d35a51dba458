import { fen, type Fen } from "./fen.js";
import { divideWholeRounded, type Rounding } from "./rounding.js";

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
 * @throws RangeError when a part of the fraction is not a safe integer, the denominator is not above 0, or
 *   the result leaves the safe range
 * @example
 * proportionOf(fen(580000), { numerator: 1, denominator: 101 }, "half-up"); // => 5743
 */
export function proportionOf(amount: Fen, fraction: Fraction, rounding: Rounding): Fen {
  const { numerator, denominator } = fraction;
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError("a fraction has safe integers and a positive denominator");
  }
  const product = BigInt(amount) * BigInt(numerator);
  return fen(Number(divideWholeRounded(product, BigInt(denominator), rounding)));
}
