import { Decimal } from "decimal.js";

/*
 * A third implementation of a month of wages in Jiujiang: decimal.js on amounts in yuan, written from the
 * tables of facts alone, with its own copy of them. It shares nothing with the code it checks.
 */

const Yuan = Decimal.clone({ precision: 40 });
const nought = new Yuan(0);
const decimals = (list: readonly string[]): readonly Decimal[] => list.map((text) => new Yuan(text));

/** Bounds of the contribution base with the day on which they became known. */
const boundsOfYear: Readonly<Record<string, readonly [knownOn: string, lower: string, upper: string]>> = {
  2019: ["2019-12-31", "2842", "14208"],
  2020: ["2020-12-31", "3176", "15879"],
  2021: ["2021-12-31", "3176", "16644"],
  2022: ["2022-12-31", "3443", "17214"],
  2023: ["2023-08-21", "3659", "18294"],
  2024: ["2024-12-31", "3838", "19191"],
};

const limits = decimals(["36000", "144000", "300000", "420000", "660000", "960000"]);
const taxRates = decimals(["0.03", "0.10", "0.20", "0.25", "0.30", "0.35", "0.45"]);
const quickDeductions = decimals(["0", "2520", "16920", "31920", "52920", "85920", "181920"]);
const injuryRates = decimals(["0.002", "0.004", "0.007", "0.009", "0.011", "0.013", "0.016", "0.019"]);

/** What a month is reckoned under. */
export interface DecimalMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** Day whose knowledge is used, `YYYY-MM-DD`. */
  readonly knownOn: string;
  readonly injuryClass: number | undefined;
  /** Of insurance and of tax to the fen, of the housing fund to the yuan. */
  readonly rounding: Decimal.Rounding;
}

/** One worker; amounts in fen. */
export interface DecimalWorker {
  readonly gross: number;
  readonly wage: number;
  readonly fundPercent: number;
  readonly mode: "months-at-unit" | "first-wage-of-year" | "sixty-thousand";
  readonly monthsAtAgent: number;
  readonly additional: number;
  readonly incomeBefore: number;
  readonly specialBefore: number;
  readonly withheldBefore: number;
  readonly other: number;
}

/** What comes of it, in fen; undefined for a side without an established rate. */
export interface DecimalLine {
  readonly base: number;
  readonly sides: readonly (number | undefined)[];
  readonly fund: number;
  readonly special: number;
  readonly employer: number;
  readonly taxable: number;
  readonly tax: number;
  readonly net: number;
  readonly cost: number;
}

/**
 * Bounds that are used for a month: those of its year once they are known, until then those of the year
 * before; undefined when neither is known.
 */
export function decimalBounds({ month, knownOn }: DecimalMonth): readonly [Decimal, Decimal] | undefined {
  const year = Number(month.slice(0, 4));
  const known = [year, year - 1]
    .map((each) => boundsOfYear[String(each)])
    .find((each) => each && each[0] <= knownOn);
  return known && [new Yuan(known[1]), new Yuan(known[2])];
}

/** A function that settles workers of one month, the sides in the order pension, medical, … maternity. */
export function decimalSettler(rules: DecimalMonth): (worker: DecimalWorker) => DecimalLine {
  const { month, injuryClass, rounding } = rules;
  const bounds = decimalBounds(rules);
  if (bounds === undefined) throw new Error(`no bounds for ${month}`);
  const [lower, upper] = bounds;
  const unemployment = month >= "2023-05" && month <= "2025-12" ? new Yuan("0.005") : undefined;
  const injury = injuryClass === undefined ? undefined : injuryRates[injuryClass - 1];
  const pension = decimals(["0.16", "0.08"]);
  const medical = decimals(["0.08", "0.02"]);
  const sideRates = [...pension, ...medical, unemployment, unemployment, injury, nought, undefined, nought];
  const hasFundBounds = month >= "2024-07" && month <= "2025-06";
  return (worker) => {
    const wage = new Yuan(worker.wage).div(100);
    const gross = new Yuan(worker.gross).div(100);
    const base = wage.isZero() ? nought : clamp(wage, lower, upper);
    const sides = sideRates.map((rate) => rate && base.times(rate).toDecimalPlaces(2, rounding));
    const fundBase = hasFundBounds ? clamp(wage, new Yuan(1870), new Yuan(23378)) : wage;
    const fund = fundBase.times(worker.fundPercent).div(100).toDecimalPlaces(0, rounding);
    const employer = sides.filter((_, index) => index % 2 === 0).reduce(sum, fund);
    const special = sides.filter((_, index) => index % 2 === 1).reduce(sum, fund);
    const taxable = new Yuan(worker.incomeBefore - worker.specialBefore - worker.additional)
      .div(100)
      .plus(gross)
      .minus(special)
      .minus(5000 * monthsOfDeduction(worker, month));
    const tax = Yuan.max(nought, yearTax(taxable, rounding).minus(new Yuan(worker.withheldBefore).div(100)));
    const net = gross.minus(special).minus(tax).minus(new Yuan(worker.other).div(100));
    return {
      base: fenOf(base),
      sides: sides.map((side) => side && fenOf(side)),
      fund: fenOf(fund),
      special: fenOf(special),
      employer: fenOf(employer),
      taxable: fenOf(taxable),
      tax: fenOf(tax),
      net: fenOf(net),
      cost: fenOf(gross.plus(employer)),
    };
  };
}

function clamp(value: Decimal, lower: Decimal, upper: Decimal): Decimal {
  return Yuan.min(Yuan.max(value, lower), upper);
}

function sum(total: Decimal, part: Decimal | undefined): Decimal {
  return total.plus(part ?? nought);
}

function yearTax(taxable: Decimal, rounding: Decimal.Rounding): Decimal {
  if (taxable.lessThanOrEqualTo(0)) return nought;
  const at = limits.filter((limit) => taxable.greaterThan(limit)).length;
  const product = taxable.times(taxRates[at] ?? nought).toDecimalPlaces(2, rounding);
  return product.minus(quickDeductions[at] ?? nought);
}

function monthsOfDeduction({ mode, monthsAtAgent }: DecimalWorker, month: string): number {
  if (mode === "sixty-thousand") return 12;
  return mode === "months-at-unit" ? monthsAtAgent : Number(month.slice(5));
}

function fenOf(yuan: Decimal): number {
  const fen = yuan.times(100);
  if (!fen.isInteger()) throw new Error("not a whole number of fen");
  return fen.toNumber();
}
