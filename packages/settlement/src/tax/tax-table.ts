import { fen, type Fen, type RatePpm } from "@tongchou/core";
import type { FactShapes } from "@tongchou/statutory";
import { prepareRounding, roundedShare, type PreparedRounding, type RoundingRule } from "../apply-rate.js";

/** What a progressive table says of an amount. */
export interface TableTax {
  readonly rate: RatePpm;
  readonly quickFen: Fen;
  readonly taxFen: Fen;
}

/**
 * An amount counted in equal parts of a fen. A share of an income is not always a whole number of fen, and
 * only the tax is rounded.
 */
export interface FenParts {
  readonly parts: number;
  readonly partsPerFen: number;
}

const ppmPerUnit = 1_000_000;

/**
 * The tax on an amount by a progressive table: amount × rate − quick deduction, nothing on nought or less.
 *
 * An upper limit belongs to its bracket ("不超过"): 36,000.00 is taxed at 3 %. The quick deduction is a whole
 * number of fen, so rounding the product rounds the tax.
 *
 * @param table brackets in rising order, the last without a limit
 * @param taxable whole fen, or parts of a fen
 * @throws RangeError when the table has an end, or the tax leaves the safe range
 * @example
 * const brackets = [{ upToFen: null, rate: ratePpm(200000), quickFen: fen(0) }];
 * taxByTable({ brackets }, fen(120000), { mode: "half-up", unitFen: fen(1) }).taxFen; // => 24000
 */
export function taxByTable(
  table: FactShapes["tax-table"],
  taxable: Fen | FenParts,
  rounding: RoundingRule,
): TableTax {
  const { parts, partsPerFen } = typeof taxable === "number" ? { parts: taxable, partsPerFen: 1 } : taxable;
  const bracket = bracketOf(table.brackets, parts, partsPerFen);
  const taxFen = fen(taxInBracket(bracket, parts, prepareRounding(rounding, partsPerFen)));
  return { rate: bracket.rate, quickFen: bracket.quickFen, taxFen };
}

type Bracket = FactShapes["tax-table"]["brackets"][number];

/**
 * The bracket that an amount falls in; one below the first falls in the first.
 *
 * @throws RangeError when the table has an end and the amount lies beyond it
 */
export function bracketOf(brackets: readonly Bracket[], parts: number, partsPerFen: number): Bracket {
  let place = 0;
  for (;;) {
    const bracket = brackets[place];
    if (bracket === undefined) throw new RangeError("the last bracket of a tax table has no limit");
    if (bracket.upToFen === null || parts <= bracket.upToFen * partsPerFen) return bracket;
    place += 1;
  }
}

/** The tax on an amount that falls in a bracket; nothing on nought or less. */
export function taxInBracket(bracket: Bracket, parts: number, rounding: PreparedRounding): number {
  return parts <= 0 ? 0 : roundedShare(parts, bracket.rate, rounding) - bracket.quickFen;
}

/**
 * What is left of a share of an income after a deduction, exactly.
 *
 * @throws RangeError when it cannot be counted in safe integers
 * @example
 * shareLess(fen(1), ratePpm(800000), fen(0)); // => { parts: 4, partsPerFen: 5 }
 */
export function shareLess(incomeFen: Fen, share: RatePpm, deductionFen: Fen): FenParts {
  const divisor = greatestCommonDivisor(share, ppmPerUnit);
  const partsPerFen = ppmPerUnit / divisor;
  const part = fen(incomeFen * (share / divisor));
  return { parts: fen(part - fen(deductionFen * partsPerFen)), partsPerFen };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
