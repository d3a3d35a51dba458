import {
  createIssue,
  failed,
  fen,
  parsed,
  partsOfDate,
  sumFen,
  zeroFen,
  type BonusTaxing,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { failedTogether } from "../../failed-together.js";
import { settlementIssues } from "../../issues.js";
import { annualSettlement, type YearFigures } from "../../tax/annual-settlement.js";
import { taxBonusApart } from "../../tax/lump-sum-tax.js";
import { withholdWages, type WageMonth, type WageYear } from "../../tax/wage-withholding.js";
import { bonusTraps, type BonusTrap } from "./bonus-traps.js";

/** A year-end bonus beside the wages of its year. */
export interface YearEndBonus {
  readonly bonusFen: Fen;
  /** Day of payment; its month has to be among the wages. */
  readonly paidOn: PlainDate;
  /** Wages at this agent without the bonus: the months there have been, and those that are expected. */
  readonly wages: WageYear;
  /** Wages of the year at other agents. */
  readonly elsewhere?: YearFigures | undefined;
  /** What the worker asked for; without it the bonus is taxed apart as long as the method is open. */
  readonly choice?: BonusTaxing | undefined;
  /** True when a bonus of the year has been taxed apart already: it may be done once a year. */
  readonly isApartUsed?: boolean | undefined;
}

/** What one way of taxing comes to. */
export interface BonusWay {
  /** Withheld on the bonus: by itself, or what it adds to the withholding of the months given. */
  readonly bonusTaxFen: Fen;
  /** Tax of the whole year, the whole 60,000 deducted, the bonus included. */
  readonly yearTaxFen: Fen;
}

const monthsPerYear = 12;

/** Both ways side by side, the better one, and the one that is taken. */
export interface BonusChoice {
  /** Months to December that are not given, and are taken to be as the last one that is. */
  readonly assumedMonths: number;
  /** `null` when the method has ended or was used already this year. */
  readonly apart: BonusWay | null;
  readonly merged: BonusWay;
  readonly better: BonusTaxing | "equal";
  readonly taken: BonusTaxing;
  /** The range of bonuses, taxed apart, in which this one leaves less than a smaller one would. */
  readonly trap: BonusTrap | null;
}

/**
 * Compares the two ways of taxing a year-end bonus and takes the worker's choice.
 *
 * By law a bonus stays apart from the year's income unless the worker chooses to merge it
 * (财税〔2018〕164号, article 1; 公告2023年第30号, to 2027-12-31); after that it is merged. The better way
 * is the one with less tax on the whole year, because withholding alone is made good at the annual
 * settlement; where the wages end before December, the last month stands for those that are missing.
 *
 * @returns both ways, with the warning `bonus-year-incomplete` where the wages do not reach December; or
 *   `bonus-month-missing`, `bonus-apart-used`, `fact-unknown` (a choice that is not open any more included)
 * @example
 * const month = { incomeFen: fen(300000) };
 * const year = { year: 2024, startMonth: 1, mode: "months-at-unit" } as const;
 * const wages = { ...year, months: Array(12).fill(month) };
 * const bonus = { bonusFen: fen(3600000), paidOn: plainDate("2024-12-20"), wages };
 * const compared = compareBonus(bonus, createFacts(jiujiangPacks));
 * compared.ok && [compared.value.apart?.yearTaxFen, compared.value.merged.yearTaxFen]; // => [108000, 36000]
 * compared.ok && [compared.value.better, compared.value.taken]; // => ["merged", "apart"]
 */
export function compareBonus(bonus: YearEndBonus, facts: Facts, knownOn?: PlainDate): Parsed<BonusChoice> {
  const { wages, bonusFen, paidOn, choice } = bonus;
  const paid = partsOfDate(paidOn);
  const index = paid.year === wages.year ? paid.month - wages.startMonth : -1;
  if (wages.months[index] === undefined) {
    return failed(createIssue(settlementIssues, "bonus-month-missing", { day: paidOn }));
  }
  const mayBeApart = bonus.isApartUsed !== true;
  if (!mayBeApart && choice === "apart") return failed(createIssue(settlementIssues, "bonus-apart-used"));
  const withBonus = wages.months.map((month, place): WageMonth =>
    place === index ? { ...month, incomeFen: fen(month.incomeFen + bonusFen) } : month,
  );
  const missing = missingMonths(wages);
  const without = yearOf(bonus, wages.months, missing, { facts, knownOn });
  const merged = yearOf(bonus, withBonus, missing, { facts, knownOn });
  const tax = taxBonusApart(bonusFen, paidOn, facts, knownOn);
  if (!without.ok) return without;
  if (!merged.ok) return merged;
  if (!tax.ok && choice === "apart") return tax;
  const apart: BonusWay | null =
    mayBeApart && tax.ok
      ? { bonusTaxFen: tax.value.taxFen, yearTaxFen: fen(without.value.yearTaxFen + tax.value.taxFen) }
      : null;
  const mergedWay: BonusWay = {
    bonusTaxFen: fen(merged.value.withheldFen - without.value.withheldFen),
    yearTaxFen: merged.value.yearTaxFen,
  };
  const traps = bonusTraps(paidOn, facts, knownOn);
  return parsed(
    {
      assumedMonths: missing.length,
      apart,
      merged: mergedWay,
      better: betterOf(apart, mergedWay),
      taken: choice ?? (apart === null ? "merged" : "apart"),
      trap: (apart !== null && traps.ok && trapOf(bonusFen, traps.value)) || null,
    },
    incompleteIssues(wages, missing),
  );
}

/** The months to December that are not given, each as the last one that is. */
function missingMonths({ startMonth, months }: WageYear): readonly WageMonth[] {
  const last = months.at(-1);
  const length = Math.max(0, monthsPerYear - (startMonth + months.length - 1));
  return last === undefined ? [] : Array.from({ length }, () => last);
}

/** Withheld in the months given, and the tax of the year on them and those that are missing. */
function yearOf(
  { wages, elsewhere }: YearEndBonus,
  given: readonly WageMonth[],
  missing: readonly WageMonth[],
  { facts, knownOn }: { readonly facts: Facts; readonly knownOn: PlainDate | undefined },
): Parsed<{ readonly withheldFen: Fen; readonly yearTaxFen: Fen }> {
  const withheld = withholdWages({ ...wages, months: given }, facts, knownOn);
  const months = [...given, ...missing];
  const sum = (amountOf: (month: WageMonth) => Fen | undefined, other: keyof YearFigures): Fen =>
    sumFen([elsewhere?.[other] ?? zeroFen, ...months.map((month) => amountOf(month) ?? zeroFen)]);
  const figures: YearFigures = {
    incomeFen: sum((month) => month.incomeFen, "incomeFen"),
    exemptFen: sum((month) => month.exemptFen, "exemptFen"),
    specialFen: sum((month) => month.specialFen, "specialFen"),
    additionalFen: sum((month) => month.additionalFen, "additionalFen"),
    otherFen: sum((month) => month.otherFen, "otherFen"),
    withheldFen: zeroFen,
  };
  const settled = annualSettlement(figures, wages.year, facts, knownOn);
  if (!withheld.ok || !settled.ok) return failedTogether(withheld, settled);
  const withheldFen = sumFen(withheld.value.map(({ taxFen }) => taxFen));
  return parsed({ withheldFen, yearTaxFen: settled.value.taxFen });
}

function betterOf(apart: BonusWay | null, merged: BonusWay): BonusChoice["better"] {
  if (apart === null || merged.yearTaxFen < apart.yearTaxFen) return "merged";
  return apart.yearTaxFen < merged.yearTaxFen ? "apart" : "equal";
}

function trapOf(bonusFen: Fen, traps: readonly BonusTrap[]): BonusTrap | undefined {
  return traps.find(({ aboveFen, upToFen }) => aboveFen < bonusFen && bonusFen <= upToFen);
}

function incompleteIssues({ startMonth, months }: WageYear, missing: readonly WageMonth[]): readonly Issue[] {
  if (missing.length === 0) return [];
  const values = { month: startMonth + months.length - 1, missing: missing.length };
  return [createIssue(settlementIssues, "bonus-year-incomplete", values)];
}
