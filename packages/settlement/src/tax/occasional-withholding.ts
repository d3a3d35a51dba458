import {
  fen,
  lastDayOf,
  maxFen,
  parsed,
  period,
  subtractFen,
  zeroFen,
  type Fen,
  type Parsed,
  type Period,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { applyRate } from "../apply-rate.js";
import { cumulativeWithholding, type WithholdingTables } from "./cumulative-withholding.js";
import { factsFor } from "./tax-facts.js";
import { taxByTable } from "./tax-table.js";

/** Income of one month of a year. */
export interface MonthIncome {
  /** 1 to 12. */
  readonly month: number;
  readonly incomeFen: Fen;
}

/** Tax of one month of a year. */
export interface MonthTax {
  readonly month: number;
  readonly taxFen: Fen;
}

/** What a labour fee is taxed on, and the tax. */
export interface LabourWithholding {
  readonly taxableFen: Fen;
  readonly taxFen: Fen;
}

const cumulativeIds = [
  "cn.iit.comprehensive.annual",
  "cn.iit.basic-deduction.monthly",
  "cn.iit.rounding",
] as const;

/**
 * Withholds tax on the pay of a student intern: cumulative, on the taxable share of the income, with 5,000
 * yuan for each month interned at this unit (公告2020年第13号, article 2; 个人所得税法 article 6).
 *
 * @param months the months interned, each once, in rising order; a month interned without pay stands with
 *   nought
 * @returns one tax a month, or `fact-unknown` for a month before the method
 */
export function withholdIntern(
  year: number,
  months: readonly MonthIncome[],
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<readonly MonthTax[]> {
  let income = 0;
  let withheld: Fen = zeroFen;
  const taxes: MonthTax[] = [];
  for (const [index, entry] of months.entries()) {
    const ids = [...cumulativeIds, "cn.iit.intern.income-share"] as const;
    const known = factsFor(facts, ids, lastDayOf(monthOf(year, entry.month)), knownOn);
    if (!known.ok) return known;
    income += entry.incomeFen;
    const rounding = known.value["cn.iit.rounding"].value;
    const taxFen = cumulativeTax(
      applyRate(fen(income), known.value["cn.iit.intern.income-share"].value.rate, rounding),
      fen(known.value["cn.iit.basic-deduction.monthly"].value.fen * (index + 1)),
      withheld,
      { table: known.value["cn.iit.comprehensive.annual"].value, rounding },
    );
    withheld = fen(withheld + taxFen);
    taxes.push({ month: entry.month, taxFen });
  }
  return parsed(taxes);
}

/**
 * Withholds tax on the income of a worker of an internet platform: cumulative over consecutive months with
 * income, less a fifth for expenses and 5,000 yuan a month; a month without income begins the count anew
 * (公告2025年第16号, article 1).
 *
 * @param months in rising order
 */
export function withholdPlatformWorker(
  year: number,
  months: readonly MonthIncome[],
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<readonly MonthTax[]> {
  let run = { income: 0, months: 0, withheld: zeroFen, last: 0 };
  const taxes: MonthTax[] = [];
  for (const entry of months) {
    const ids = [...cumulativeIds, "cn.iit.platform-worker.expense"] as const;
    const known = factsFor(facts, ids, lastDayOf(monthOf(year, entry.month)), knownOn);
    if (!known.ok) return known;
    if (entry.incomeFen === 0) {
      taxes.push({ month: entry.month, taxFen: zeroFen });
      continue;
    }
    if (entry.month !== run.last + 1) run = { income: 0, months: 0, withheld: zeroFen, last: 0 };
    run = { ...run, income: run.income + entry.incomeFen, months: run.months + 1, last: entry.month };
    const rounding = known.value["cn.iit.rounding"].value;
    const expenses = applyRate(
      fen(run.income),
      known.value["cn.iit.platform-worker.expense"].value.rate,
      rounding,
    );
    const taxFen = cumulativeTax(
      subtractFen(fen(run.income), expenses),
      fen(known.value["cn.iit.basic-deduction.monthly"].value.fen * run.months),
      run.withheld,
      { table: known.value["cn.iit.comprehensive.annual"].value, rounding },
    );
    run = { ...run, withheld: fen(run.withheld + taxFen) };
    taxes.push({ month: entry.month, taxFen });
  }
  return parsed(taxes);
}

/**
 * Withholds tax on one occasion of labour remuneration: less 800 yuan up to 4,000, else less a fifth, by the
 * table of 公告2018年第61号, article 8.
 */
export function withholdLabourFee(
  incomeFen: Fen,
  on: PlainDate,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<LabourWithholding> {
  const ids = ["cn.iit.labour.expense", "cn.iit.labour.withholding", "cn.iit.rounding"] as const;
  const known = factsFor(facts, ids, on, knownOn);
  if (!known.ok) return known;
  const rounding = known.value["cn.iit.rounding"].value;
  const { thresholdFen, fixedFen, rateAbove } = known.value["cn.iit.labour.expense"].value;
  const expense = incomeFen <= thresholdFen ? fixedFen : applyRate(incomeFen, rateAbove, rounding);
  const taxableFen = maxFen(zeroFen, subtractFen(incomeFen, expense));
  const { taxFen } = taxByTable(known.value["cn.iit.labour.withholding"].value, taxableFen, rounding);
  return parsed({ taxableFen, taxFen });
}

function cumulativeTax(
  incomeFen: Fen,
  basicDeductionFen: Fen,
  withheldFen: Fen,
  tables: WithholdingTables,
): Fen {
  const none = { exemptFen: zeroFen, specialFen: zeroFen, additionalFen: zeroFen, otherFen: zeroFen };
  return cumulativeWithholding({ incomeFen, basicDeductionFen, withheldFen, ...none }, tables).taxFen;
}

function monthOf(year: number, month: number): Period {
  return period(`${year}-${String(month).padStart(2, "0")}`);
}
