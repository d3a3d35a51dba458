import {
  fen,
  maxFen,
  parsed,
  subtractFen,
  zeroFen,
  type Fen,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import type { Facts, FactShapes } from "@tongchou/statutory";
import type { RoundingRule } from "../apply-rate.js";
import { factsFor } from "../facts-for.js";
import { taxByTable, type TableTax } from "./tax-table.js";

/** Severance tax with what it is reckoned on. */
export interface SeveranceTax {
  readonly taxableFen: Fen;
  readonly taxFen: Fen;
}

const monthsPerYear = 12;

/**
 * Tax on a year-end bonus taxed apart: the rate of the monthly table for a twelfth of it, on the whole bonus,
 * less the quick deduction once (财税〔2018〕164号, article 1; open to 2027-12-31).
 *
 * It may be used once a year for a person; nothing here counts how often it was.
 *
 * @returns rate, quick deduction and tax, or `fact-unknown` after the method has ended
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const tax = taxBonusApart(fen(3600000), plainDate("2024-02-05"), facts);
 * tax.ok && tax.value.taxFen; // => 108000
 */
export function taxBonusApart(
  bonusFen: Fen,
  on: PlainDate,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<TableTax> {
  const ids = ["cn.iit.bonus.separate", "cn.iit.comprehensive.monthly", "cn.iit.rounding"] as const;
  const known = factsFor(facts, ids, on, knownOn);
  if (!known.ok) return known;
  const rounding = known.value["cn.iit.rounding"].value;
  const table = known.value["cn.iit.comprehensive.monthly"].value;
  return parsed(taxByTwelfth(table, bonusFen, rounding));
}

/** The tax on an amount at the rate of a monthly table for a twelfth of it. */
export function taxByTwelfth(
  table: FactShapes["tax-table"],
  bonusFen: Fen,
  rounding: RoundingRule,
): TableTax {
  // A bracket's limit is a whole number of yuan, so a twelfth compares with it as the bonus with twelve
  // limits.
  const bracket = table.brackets.find(
    ({ upToFen }) => upToFen === null || bonusFen <= upToFen * monthsPerYear,
  );
  if (bracket === undefined) throw new RangeError("the last bracket of a tax table has no limit");
  const { taxFen } = taxByTable({ brackets: [{ ...bracket, upToFen: null }] }, bonusFen, rounding);
  return { rate: bracket.rate, quickFen: bracket.quickFen, taxFen };
}

/**
 * Tax on severance: what lies above three times the local average wage of the year before, by the annual
 * table, alone and without the basic deduction (财税〔2018〕164号, article 5).
 *
 * @param cityAverageAnnualFen average annual wage of the city in the year before
 * @returns the taxable part and the tax, or `fact-unknown` before 2019
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const tax = taxSeverance(fen(30600000), fen(9000000), plainDate("2024-02-29"), facts);
 * tax.ok && tax.value; // => { taxableFen: 3600000, taxFen: 108000 }
 */
export function taxSeverance(
  paymentFen: Fen,
  cityAverageAnnualFen: Fen,
  on: PlainDate,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<SeveranceTax> {
  const ids = ["cn.iit.severance.exempt-multiple", "cn.iit.comprehensive.annual", "cn.iit.rounding"] as const;
  const known = factsFor(facts, ids, on, knownOn);
  if (!known.ok) return known;
  const multiple = known.value["cn.iit.severance.exempt-multiple"].value.count;
  const exemptFen = fen(cityAverageAnnualFen * multiple);
  const taxableFen = maxFen(zeroFen, subtractFen(paymentFen, exemptFen));
  const table = known.value["cn.iit.comprehensive.annual"].value;
  return parsed({
    taxableFen,
    taxFen: taxByTable(table, taxableFen, known.value["cn.iit.rounding"].value).taxFen,
  });
}
