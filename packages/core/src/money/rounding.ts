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
  const magnitude = Math.abs(numerator);
  const remainder = magnitude % denominator;
  const quotient = (magnitude - remainder) / denominator;
  const rounded = quotient + (roundsAway(remainder, denominator, quotient, rounding) ? 1 : 0);
  return numerator < 0 && rounded !== 0 ? -rounded : rounded;
}

function roundsAway(remainder: number, denominator: number, quotient: number, rounding: Rounding): boolean {
  if (remainder === 0) return false;
  // The distance to the upper neighbour is compared with the remainder: doubling could leave the safe range.
  const toUpper = denominator - remainder;
  switch (rounding) {
    case "half-up":
      return remainder >= toUpper;
    case "half-even":
      return remainder > toUpper || (remainder === toUpper && quotient % 2 === 1);
    case "down":
      return false;
    case "up":
      return true;
  }
}
