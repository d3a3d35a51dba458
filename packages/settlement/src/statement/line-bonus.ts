import {
  fen,
  partsOfPeriod,
  subtractFen,
  type BonusTaxing,
  type Fen,
  type Period,
  type PlainDate,
} from "@tongchou/core";
import type { SettlementRules } from "../settlement-rules.js";
import {
  cumulativeWithholding,
  type CumulativeFigures,
  type Withholding,
} from "../tax/cumulative-withholding.js";
import { taxByTwelfth } from "../tax/lump-sum-tax.js";
import { taxByTable, type TableTax } from "../tax/tax-table.js";
import type { LineInput } from "./statement-input.js";

/** A year-end bonus on a line, with its tax in this month either way. */
export interface LineBonus {
  readonly amountFen: Fen;
  /** The worker's choice; without one `apart` as long as the law lets it be. */
  readonly taxing: BonusTaxing;
  /** Taxed apart by the monthly table; `null` where that way is closed. */
  readonly apart: TableTax | null;
  /** What the bonus adds to the month's withholding when it is merged. */
  readonly mergedTaxFen: Fen;
  /**
   * Tax of the year that is expected at this agent either way, wages going on as in this month: withholding
   * alone is made good at the annual settlement, so that this is what the worker chooses by.
   */
  readonly yearTax: { readonly apartFen: Fen | null; readonly mergedFen: Fen };
  /** The way with less tax on the year. */
  readonly better: BonusTaxing | "equal";
}

/** A month with a bonus, reckoned as far as without it. */
export interface BonusMonth {
  readonly line: Pick<LineInput, "additionalDeductionsFen" | "bonusTaxing" | "pay" | "stay">;
  readonly month: Period;
  readonly bonusFen: Fen;
  readonly specialDeductionsFen: Fen;
  /** Of the year so far without the bonus. */
  readonly figures: CumulativeFigures;
  readonly withoutBonus: Withholding;
}

/** Taxes a bonus both ways, and withholds by the one that is taken. */
export function bonusOf(
  given: BonusMonth,
  rules: SettlementRules,
): { readonly bonus: LineBonus; readonly withholding: Withholding } {
  const { line, bonusFen, figures, withoutBonus } = given;
  const { bonusTable, withholding: tables } = rules;
  const merged = cumulativeWithholding({ ...figures, incomeFen: fen(figures.incomeFen + bonusFen) }, tables);
  const apart = bonusTable === undefined ? null : taxByTwelfth(bonusTable, bonusFen, tables.rounding);
  const taxing = line.bonusTaxing ?? (apart === null ? "merged" : "apart");
  const yearTaxable = expectedTaxable(given, rules.basicDeduction.annualFen);
  const taxOfYear = (taxable: Fen): Fen => taxByTable(tables.table, taxable, tables.rounding).taxFen;
  const apartFen = apart === null ? null : fen(taxOfYear(yearTaxable) + apart.taxFen);
  const yearTax = { apartFen, mergedFen: taxOfYear(fen(yearTaxable + bonusFen)) };
  const mergedTaxFen = subtractFen(merged.taxFen, withoutBonus.taxFen);
  return {
    bonus: { amountFen: bonusFen, taxing, apart, mergedTaxFen, yearTax, better: betterOf(yearTax) },
    withholding: taxing === "merged" ? merged : withoutBonus,
  };
}

function betterOf({ apartFen, mergedFen }: LineBonus["yearTax"]): LineBonus["better"] {
  if (apartFen === null || mergedFen < apartFen) return "merged";
  return apartFen < mergedFen ? "apart" : "equal";
}

/**
 * Taxable income of the year without the bonus, as far as it can be expected: the months to come have the
 * regular pay and contributions of this one, and of the additional deductions the average so far.
 */
function expectedTaxable(given: BonusMonth, annualDeductionFen: Fen): Fen {
  const { line, figures, specialDeductionsFen } = given;
  const { month } = partsOfPeriod(given.month);
  const left = monthsLeft(month, line.stay?.to);
  const regular = line.pay.filter(
    ({ kind, serviceMonth, isExempt }) => kind !== "bonus" && serviceMonth === undefined && isExempt !== true,
  );
  const monthly = regular.reduce((sum, { amountFen }) => sum + amountFen, 0) - specialDeductionsFen;
  const additional = Math.floor((line.additionalDeductionsFen * (month + left)) / month);
  const soFar = figures.incomeFen - figures.exemptFen - figures.specialFen;
  return fen(soFar + monthly * left - additional - annualDeductionFen);
}

function monthsLeft(month: number, leftOn: PlainDate | undefined): number {
  return leftOn === undefined ? 12 - month : 0;
}
