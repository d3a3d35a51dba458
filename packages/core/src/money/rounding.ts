/**
 * How a quotient that is not a whole number of units becomes one.
 *
 * - `half-up`: to the nearest unit, a tie goes away from zero.
 * - `half-even`: to the nearest unit, a tie goes to the even neighbour.
 * - `down`: towards zero.
 * - `up`: away from zero.
 */
export type Rounding = "half-up" | "half-even" | "down" | "up";

/**
 * Divides two whole numbers and rounds the quotient by a named rule.
 *
 * The remainder decides, so no fraction is ever held in binary floating point.
 *
 * @param numerator a safe integer
 * @param denominator a safe integer above 0
 * @throws RangeError when an argument is not a safe integer or the denominator is not positive
 * @example
 * divideRounded(7, 2, "half-up"); // => 4
 * divideRounded(-7, 2, "half-up"); // => -4
 * divideRounded(5, 2, "half-even"); // => 2
 */
export function divideRounded(numerator: number, denominator: number, rounding: Rounding): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError("divideRounded takes safe integers and a positive denominator");
  }
  return Number(divideWholeRounded(BigInt(numerator), BigInt(denominator), rounding));
}

/**
 * {@link divideRounded} for products that may be larger than a safe integer.
 *
 * @param denominator above 0
 */
export function divideWholeRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const isAway = roundsAway(magnitude % denominator, denominator, quotient, rounding);
  const rounded = isAway ? quotient + 1n : quotient;
  return numerator < 0n ? -rounded : rounded;
}

function roundsAway(remainder: bigint, denominator: bigint, quotient: bigint, rounding: Rounding): boolean {
  const doubled = remainder * 2n;
  switch (rounding) {
    case "half-up":
      return doubled >= denominator;
    case "half-even":
      return doubled > denominator || (doubled === denominator && quotient % 2n === 1n);
    case "down":
      return false;
    case "up":
      return remainder > 0n;
  }
}
