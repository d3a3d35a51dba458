import {
  addMonthsToPeriod,
  fen,
  lastDayOf,
  parsed,
  period,
  zeroFen,
  type Fen,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { cumulativeWithholding, type Withholding } from "./cumulative-withholding.js";
import { factsFor } from "../facts-for.js";

/**
 * How the basic deduction counts.
 *
 * - `months-at-unit`: 5,000 yuan for each month at this agent this year (国家税务总局公告2018年第61号).
 * - `first-wage-of-year`: from January, for whoever earns the first wage of the year (公告2020年第13号).
 * - `sixty-thousand`: 60,000 yuan from the first month, for income of at most that the year before
 *   (公告2020年第19号).
 */
export type DeductionMode = "months-at-unit" | "first-wage-of-year" | "sixty-thousand";

/** One month's wage figures; amounts are of the month, not of the year. */
export interface WageMonth {
  readonly incomeFen: Fen;
  readonly exemptFen?: Fen | undefined;
  readonly specialFen?: Fen | undefined;
  readonly additionalFen?: Fen | undefined;
  readonly otherFen?: Fen | undefined;
}

/** Consecutive months of wages at one withholding agent in one year. */
export interface WageYear {
  readonly year: number;
  /** Month of the first entry, 1 to 12. */
  readonly startMonth: number;
  readonly months: readonly WageMonth[];
  readonly mode: DeductionMode;
}

/**
 * The deduction that counts up to a month.
 *
 * @param monthsAtUnit months at the agent this year, this one included
 * @param calendarMonth 1 to 12
 */
export function basicDeduction(
  mode: DeductionMode,
  count: { readonly monthsAtUnit: number; readonly calendarMonth: number },
  amounts: { readonly monthlyFen: Fen; readonly annualFen: Fen },
): Fen {
  switch (mode) {
    case "months-at-unit":
      return fen(amounts.monthlyFen * count.monthsAtUnit);
    case "first-wage-of-year":
      return fen(amounts.monthlyFen * count.calendarMonth);
    case "sixty-thousand":
      return amounts.annualFen;
  }
}

/**
 * Withholds tax on wages month by month: each month the tax of the year so far less what was withheld before,
 * never below nought (国家税务总局公告2018年第61号, article 6).
 *
 * @returns one result a month, or `fact-unknown` for a time whose tables or method are not established
 * @throws RangeError when the months run past December
 * @example
 * const month = { incomeFen: fen(1000000), specialFen: fen(150000), additionalFen: fen(100000) };
 * const wages = { year: 2024, startMonth: 1, months: [month], mode: "months-at-unit" } as const;
 * const taxes = withholdWages(wages, createFacts(jiujiangPacks));
 * taxes.ok && taxes.value.map(({ taxFen }) => taxFen); // => [7500]
 */
export function withholdWages(
  wages: WageYear,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<readonly Withholding[]> {
  const first = period(`${wages.year}-${String(wages.startMonth).padStart(2, "0")}`);
  if (wages.startMonth + wages.months.length - 1 > 12) throw new RangeError("months run past December");
  let income = 0;
  let exempt = 0;
  let special = 0;
  let additional = 0;
  let other = 0;
  let withheld: Fen = zeroFen;
  const results: Withholding[] = [];
  for (const [index, month] of wages.months.entries()) {
    const on = lastDayOf(addMonthsToPeriod(first, index));
    const known = factsFor(facts, [...always, ...methodFacts(wages.mode)], on, knownOn);
    if (!known.ok) return known;
    income += month.incomeFen;
    exempt += month.exemptFen ?? 0;
    special += month.specialFen ?? 0;
    additional += month.additionalFen ?? 0;
    other += month.otherFen ?? 0;
    const result = cumulativeWithholding(
      {
        incomeFen: fen(income),
        exemptFen: fen(exempt),
        basicDeductionFen: basicDeduction(
          wages.mode,
          { monthsAtUnit: index + 1, calendarMonth: wages.startMonth + index },
          {
            monthlyFen: known.value["cn.iit.basic-deduction.monthly"].value.fen,
            annualFen: known.value["cn.iit.basic-deduction.annual"].value.fen,
          },
        ),
        specialFen: fen(special),
        additionalFen: fen(additional),
        otherFen: fen(other),
        withheldFen: withheld,
      },
      {
        table: known.value["cn.iit.comprehensive.annual"].value,
        rounding: known.value["cn.iit.rounding"].value,
      },
    );
    withheld = fen(withheld + result.taxFen);
    results.push(result);
  }
  return parsed(results);
}

const always = [
  "cn.iit.comprehensive.annual",
  "cn.iit.basic-deduction.monthly",
  "cn.iit.basic-deduction.annual",
  "cn.iit.rounding",
] as const;

/** Facts that carry a way of counting: it is in force when they are. */
export function methodFacts(
  mode: DeductionMode,
): readonly ("cn.iit.first-wage-of-year" | "cn.iit.sixty-thousand.ceiling")[] {
  switch (mode) {
    case "months-at-unit":
      return [];
    case "first-wage-of-year":
      return ["cn.iit.first-wage-of-year"];
    case "sixty-thousand":
      return ["cn.iit.sixty-thousand.ceiling"];
  }
}
