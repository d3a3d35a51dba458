/**
 * Exact fractions for second implementations: slow, plain, and nothing of the code that they check.
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

/** A fraction from a decimal such as `0.035`, or from a whole number. */
export function fraction(text: string | number | bigint): Fraction {
  const [whole = "0", decimals = ""] = String(text).replace("-", "").split(".");
  const magnitude = BigInt(whole + decimals);
  const denominator = 10n ** BigInt(decimals.length);
  return { numerator: String(text).startsWith("-") ? -magnitude : magnitude, denominator };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { ...b, numerator: -b.numerator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

export function over(a: Fraction, b: Fraction): Fraction {
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator };
}

export function isAtMost(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator <= b.numerator * a.denominator;
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return isAtMost(a, b) ? a : b;
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return isAtMost(a, b) ? b : a;
}

/** To the nearest multiple of a unit, a tie away from nought. */
export function halfUp(value: Fraction, unit: Fraction): Fraction {
  const units = over(value, unit);
  const isNegative = units.numerator < 0n;
  const magnitude = isNegative ? -units.numerator : units.numerator;
  const nearest = (magnitude * 2n + units.denominator) / (units.denominator * 2n);
  return times({ numerator: isNegative ? -nearest : nearest, denominator: 1n }, unit);
}

/** An amount in yuan from fen. */
export function yuanOf(fen: number): Fraction {
  return { numerator: BigInt(fen), denominator: 100n };
}

/** Fen of an amount in yuan that has no more than two decimals. */
export function fenOf(yuan: Fraction): number {
  const scaled = yuan.numerator * 100n;
  if (scaled % yuan.denominator !== 0n) throw new Error("not a whole number of fen");
  return Number(scaled / yuan.denominator);
}
