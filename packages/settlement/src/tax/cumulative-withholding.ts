import { fen, type Fen } from "@tongchou/core";
import type { FactShapes } from "@tongchou/statutory";
import type { RoundingRule } from "../apply-rate.js";
import { taxableOfYear, taxOfMonth } from "../line-formulas.js";
import { taxByTable, type TableTax } from "./tax-table.js";

/** The year's figures at one withholding agent up to and including a month. */
export interface CumulativeFigures {
  readonly incomeFen: Fen;
  readonly exemptFen: Fen;
  /** Basic deduction: 5,000 yuan for each month that counts, or the whole 60,000. */
  readonly basicDeductionFen: Fen;
  /** Insurance and housing fund of the worker. */
  readonly specialFen: Fen;
  readonly additionalFen: Fen;
  readonly otherFen: Fen;
  /** Tax withheld in the months before. */
  readonly withheldFen: Fen;
}

/** The tables of a withholding. */
export interface WithholdingTables {
  readonly table: FactShapes["tax-table"];
  readonly rounding: RoundingRule;
}

/** One month's withholding with the numbers it came from. */
export interface Withholding extends TableTax {
  readonly taxableFen: Fen;
  /** Tax of the year so far; `taxFen` is what of it falls to this month. */
  readonly cumulativeTaxFen: Fen;
}

/**
 * Cumulative withholding (累计预扣预缴): the year's tax so far less what has been withheld.
 *
 * A negative difference is not paid back during the year (国家税务总局公告2018年第61号, article 6).
 *
 * @param figures of the year at this agent, this month included but for what was withheld
 * @returns the month's tax; `taxableFen` may be negative, then the tax is nought
 * @example
 * const rules = settlementRules(createFacts(jiujiangPacks), { on: plainDate("2024-02-29") });
 * const figures = {
 *   incomeFen: fen(2000000), exemptFen: fen(0), basicDeductionFen: fen(1000000), specialFen: fen(0),
 *   additionalFen: fen(0), otherFen: fen(0), withheldFen: fen(15000),
 * };
 * rules.ok && cumulativeWithholding(figures, rules.value.withholding).taxFen; // => 15000
 */
export function cumulativeWithholding(figures: CumulativeFigures, tables: WithholdingTables): Withholding {
  const taxableFen = fen(
    taxableOfYear(
      figures.incomeFen,
      figures.exemptFen,
      figures.basicDeductionFen,
      figures.specialFen,
      figures.additionalFen,
      figures.otherFen,
    ),
  );
  const { rate, quickFen, taxFen: cumulativeTaxFen } = taxByTable(tables.table, taxableFen, tables.rounding);
  const taxFen = fen(taxOfMonth(cumulativeTaxFen, figures.withheldFen));
  return { taxableFen, rate, quickFen, cumulativeTaxFen, taxFen };
}
