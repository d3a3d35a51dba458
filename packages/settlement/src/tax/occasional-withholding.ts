import {
  fen,
  lastDayOf,
  maxFen,
  parsed,
  period,
  proportionOf,
  ratePpm,
  subtractFen,
  zeroFen,
  type Fen,
  type Parsed,
  type PlainDate,
  type RatePpm,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor, type FactSet } from "../facts-for.js";
import { shareLess, taxByTable, type FenParts } from "./tax-table.js";

/** Income of one month of a year. */
export interface MonthIncome {
  /** 1 to 12. */
  readonly month: number;
  readonly incomeFen: Fen;
}

/** Income of one month from an internet platform. */
export interface PlatformIncome extends MonthIncome {
  readonly exemptFen?: Fen | undefined;
  /** Other deductions that the law allows. */
  readonly otherFen?: Fen | undefined;
}

/** Tax of one month of a year. */
export interface MonthTax {
  readonly month: number;
  readonly taxFen: Fen;
}

/** What a labour fee is taxed on, and the tax. */
export interface LabourWithholding {
  /** Rounded half-up to the fen, to be shown; the tax is reckoned on the exact amount. */
  readonly taxableFen: Fen;
  readonly taxFen: Fen;
}

const wholePpm = 1_000_000;

const cumulativeIds = [
  "cn.iit.comprehensive.annual",
  "cn.iit.basic-deduction.monthly",
  "cn.iit.rounding",
] as const;

type CumulativeFacts = FactSet<(typeof cumulativeIds)[number]>;

/** Months that are reckoned together, up to and including one of them. */
interface Run {
  readonly incomeFen: Fen;
  /** Exempt income and other deductions. */
  readonly deductedFen: Fen;
  readonly months: number;
  readonly withheldFen: Fen;
}

const emptyRun: Run = { incomeFen: zeroFen, deductedFen: zeroFen, months: 0, withheldFen: zeroFen };

/**
 * Withholds tax on the pay of a student intern: cumulative, on the taxable share (80 %) of the income, less
 * 5,000 yuan for each month interned at this unit (公告2020年第13号, article 2; 个人所得税法, article 6).
 *
 * @param months the months interned, each once, in rising order; a month interned without pay stands with
 *   nought, a month not interned does not stand there and brings no deduction
 * @returns one tax a month, or `fact-unknown` for a month before the method (2020-07)
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const taxes = withholdIntern(2024, [{ month: 7, incomeFen: fen(1000000) }], facts);
 * taxes.ok && taxes.value[0]?.taxFen; // => 9000
 */
export function withholdIntern(
  year: number,
  months: readonly MonthIncome[],
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<readonly MonthTax[]> {
  let run = emptyRun;
  const taxes: MonthTax[] = [];
  for (const { month, incomeFen } of months) {
    const ids = [...cumulativeIds, "cn.iit.intern.income-share"] as const;
    const known = factsFor(facts, ids, lastDay(year, month), knownOn);
    if (!known.ok) return known;
    const share = known.value["cn.iit.intern.income-share"].value.rate;
    const next = withholdMonth(run, { incomeFen, deductedFen: zeroFen }, share, known.value);
    run = next.run;
    taxes.push({ month, taxFen: next.taxFen });
  }
  return parsed(taxes);
}

/**
 * Withholds tax on the income of a worker of an internet platform: cumulative over consecutive months with
 * income, less a fifth for expenses, exempt income, other deductions, and 5,000 yuan a month; a month without
 * income begins the count anew (公告2025年第16号, article 1).
 *
 * @param months in rising order; a month that is left out or stands with nought is one without income
 * @returns one tax a month, or `fact-unknown` for a month before the method (2025-10)
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const taxes = withholdPlatformWorker(2026, [{ month: 1, incomeFen: fen(1000000) }], facts);
 * taxes.ok && taxes.value[0]?.taxFen; // => 9000
 */
export function withholdPlatformWorker(
  year: number,
  months: readonly PlatformIncome[],
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<readonly MonthTax[]> {
  let run = emptyRun;
  let lastMonth = 0;
  const taxes: MonthTax[] = [];
  for (const { month, incomeFen, exemptFen = zeroFen, otherFen = zeroFen } of months) {
    const ids = [...cumulativeIds, "cn.iit.platform-worker.expense"] as const;
    const known = factsFor(facts, ids, lastDay(year, month), knownOn);
    if (!known.ok) return known;
    if (incomeFen === 0) {
      taxes.push({ month, taxFen: zeroFen });
      continue;
    }
    const share = ratePpm(wholePpm - known.value["cn.iit.platform-worker.expense"].value.rate);
    const before = month === lastMonth + 1 ? run : emptyRun;
    const income = { incomeFen, deductedFen: fen(exemptFen + otherFen) };
    const next = withholdMonth(before, income, share, known.value);
    run = next.run;
    lastMonth = month;
    taxes.push({ month, taxFen: next.taxFen });
  }
  return parsed(taxes);
}

/** The tax that a month adds to those reckoned together with it; nothing is paid back during the year. */
function withholdMonth(
  before: Run,
  month: Pick<Run, "incomeFen" | "deductedFen">,
  share: RatePpm,
  facts: CumulativeFacts,
): { readonly run: Run; readonly taxFen: Fen } {
  const incomeFen = fen(before.incomeFen + month.incomeFen);
  const deductedFen = fen(before.deductedFen + month.deductedFen);
  const months = before.months + 1;
  const deduction = fen(facts["cn.iit.basic-deduction.monthly"].value.fen * months + deductedFen);
  const taxable = shareLess(incomeFen, share, deduction);
  const table = facts["cn.iit.comprehensive.annual"].value;
  const cumulative = taxByTable(table, taxable, facts["cn.iit.rounding"].value).taxFen;
  const taxFen = maxFen(zeroFen, subtractFen(cumulative, before.withheldFen));
  const withheldFen = fen(before.withheldFen + taxFen);
  return { run: { incomeFen, deductedFen, months, withheldFen }, taxFen };
}

/**
 * Withholds tax on one occasion of labour remuneration: less 800 yuan up to 4,000, else less a fifth, by the
 * table of 公告2018年第61号, article 8.
 *
 * @param incomeFen one occasion: a single receipt, or all receipts of one month for one continuous item
 * @returns the tax, or `fact-unknown` before 2019
 * @example
 * const tax = withholdLabourFee(fen(3000000), plainDate("2024-03-31"), createFacts(jiujiangPacks));
 * tax.ok && tax.value.taxFen; // => 520000
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
  const { thresholdFen, fixedFen, rateAbove } = known.value["cn.iit.labour.expense"].value;
  const taxable: FenParts =
    incomeFen <= thresholdFen
      ? { parts: Math.max(0, incomeFen - fixedFen), partsPerFen: 1 }
      : shareLess(incomeFen, ratePpm(wholePpm - rateAbove), zeroFen);
  const table = known.value["cn.iit.labour.withholding"].value;
  const { taxFen } = taxByTable(table, taxable, known.value["cn.iit.rounding"].value);
  const fraction = { numerator: 1, denominator: taxable.partsPerFen };
  return parsed({ taxableFen: proportionOf(fen(taxable.parts), fraction, "half-up"), taxFen });
}

function lastDay(year: number, month: number): PlainDate {
  return lastDayOf(period(`${year}-${String(month).padStart(2, "0")}`));
}
