import { subtractFen, zeroFen, type Fen, type RatePpm } from "@tongchou/core";
import type { FactShapes } from "@tongchou/statutory";
import { applyRate, type RoundingRule } from "../apply-rate.js";

/** What a progressive table says of an amount. */
export interface TableTax {
  readonly rate: RatePpm;
  readonly quickFen: Fen;
  readonly taxFen: Fen;
}

/**
 * The tax on an amount by a progressive table: amount × rate − quick deduction, nothing on nought or less.
 *
 * An upper limit belongs to its bracket ("不超过"): 36,000.00 is taxed at 3 %. The quick deduction is a whole
 * number of fen, so rounding the product rounds the tax.
 *
 * @param table brackets in rising order, the last without a limit
 */
export function taxByTable(
  table: FactShapes["tax-table"],
  taxableFen: Fen,
  rounding: RoundingRule,
): TableTax {
  const bracket = table.brackets.find(({ upToFen }) => upToFen === null || taxableFen <= upToFen);
  if (bracket === undefined) throw new RangeError("the last bracket of a tax table has no limit");
  const { rate, quickFen } = bracket;
  if (taxableFen <= 0) return { rate, quickFen, taxFen: zeroFen };
  return { rate, quickFen, taxFen: subtractFen(applyRate(taxableFen, rate, rounding), quickFen) };
}
