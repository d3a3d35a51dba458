import {
  fenOf,
  fraction,
  halfUp,
  isAtMost,
  larger,
  minus,
  plus,
  smaller,
  times,
  yuanOf,
  type Fraction,
} from "./fraction.js";

/*
 * A second implementation of a month of wages in Jiujiang, written from the texts of the law with its own
 * tables in yuan. It shares nothing with the code it checks.
 */

const nought = fraction(0);
const toTheFen = fraction("0.01");
const toTheYuan = fraction(1);

/** Annual table of comprehensive income: upper limit, rate, quick deduction. */
const annualTable: readonly (readonly [string | undefined, string, string])[] = [
  ["36000", "0.03", "0"],
  ["144000", "0.10", "2520"],
  ["300000", "0.20", "16920"],
  ["420000", "0.25", "31920"],
  ["660000", "0.30", "52920"],
  ["960000", "0.35", "85920"],
  [undefined, "0.45", "181920"],
];

/** Tax on an amount by the annual table, rounded half-up to the fen. */
export function annualTax(taxable: Fraction): Fraction {
  if (isAtMost(taxable, nought)) return nought;
  for (const [limit, rate, quick] of annualTable) {
    if (limit === undefined || isAtMost(taxable, fraction(limit))) {
      return halfUp(minus(times(taxable, fraction(rate)), fraction(quick)), toTheFen);
    }
  }
  throw new Error("the table has no end");
}

/** Bounds of the contribution base by year, in yuan; announced late in each year, applied from January. */
const boundsByYear: Readonly<Record<string, readonly [string, string]>> = {
  2019: ["2842", "14208"],
  2020: ["3176", "15879"],
  2021: ["3176", "16644"],
  2022: ["3443", "17214"],
  2023: ["3659", "18294"],
  2024: ["3838", "19191"],
};

const injuryRates = ["0.002", "0.004", "0.007", "0.009", "0.011", "0.013", "0.016", "0.019"];

/** One worker's month; amounts in fen. */
export interface NaiveMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** Year whose bounds are known when the month is settled. */
  readonly boundsOf: string;
  readonly pay: readonly number[];
  readonly contributionWage: number;
  /** In whole per cent. */
  readonly fundPercent: number;
  readonly mode: "months-at-unit" | "first-wage-of-year" | "sixty-thousand";
  readonly monthsAtAgent: number;
  readonly additional: number;
  readonly incomeBefore: number;
  readonly specialBefore: number;
  readonly withheldBefore: number;
  readonly otherDeductions: readonly number[];
  readonly injuryClass: number | undefined;
}

/** What comes of it; amounts in fen, `null` for a side without an established rate. */
export interface NaiveResult {
  readonly gross: number;
  readonly base: number;
  readonly insurance: Readonly<Record<string, readonly [employer: number | null, employee: number | null]>>;
  readonly fundBase: number;
  readonly fundEachSide: number;
  readonly special: number;
  readonly deduction: number;
  readonly taxable: number;
  readonly tax: number;
  readonly net: number;
  readonly employer: number;
}

function clamp(value: Fraction, [lower, upper]: readonly [string, string]): Fraction {
  return smaller(larger(value, fraction(lower)), fraction(upper));
}

/** Rates of employer and employee in a month; unknown ones are undefined. */
function ratesOf(
  input: NaiveMonth,
): Readonly<Record<string, readonly [string | undefined, string | undefined]>> {
  const { month, injuryClass } = input;
  const halves = month >= "2023-05" && month <= "2025-12";
  return {
    pension: month >= "2019-05" ? ["0.16", "0.08"] : [undefined, undefined],
    medical: ["0.08", "0.02"],
    unemployment: halves ? ["0.005", "0.005"] : [undefined, undefined],
    workInjury: [injuryClass === undefined ? undefined : injuryRates[injuryClass - 1], "0"],
    maternity: [undefined, "0"],
  };
}

/** From gross to net, in the order of the pay slip. */
export function naiveMonth(input: NaiveMonth): NaiveResult {
  const gross = input.pay.map(yuanOf).reduce(plus, nought);
  const wage = yuanOf(input.contributionWage);
  const isInsured = input.contributionWage > 0;
  const base = isInsured ? clamp(wage, boundsByYear[input.boundsOf] ?? ["0", "0"]) : nought;
  let special = nought;
  let employer = nought;
  const insurance: Record<string, readonly [number | null, number | null]> = {};
  for (const [kind, [employerRate, employeeRate]] of Object.entries(ratesOf(input))) {
    const shareOf = (rate: string | undefined): Fraction | undefined =>
      rate === undefined ? undefined : halfUp(times(base, fraction(rate)), toTheFen);
    const [theirs, own] = [shareOf(employerRate), shareOf(employeeRate)];
    insurance[kind] = [theirs === undefined ? null : fenOf(theirs), own === undefined ? null : fenOf(own)];
    employer = plus(employer, theirs ?? nought);
    special = plus(special, own ?? nought);
  }
  const hasFundBounds = input.month >= "2024-07" && input.month <= "2025-06";
  const fundBase = hasFundBounds ? clamp(wage, ["1870", "23378"]) : wage;
  const fund = halfUp(times(fundBase, fraction((input.fundPercent / 100).toFixed(2))), toTheYuan);
  special = plus(special, fund);
  employer = plus(employer, fund);
  const deduction = fraction(5000 * monthsOfDeduction(input));
  const income = plus(yuanOf(input.incomeBefore), gross);
  const deductible = plus(plus(yuanOf(input.specialBefore), special), yuanOf(input.additional));
  const taxable = minus(minus(income, deduction), deductible);
  const tax = larger(nought, minus(annualTax(taxable), yuanOf(input.withheldBefore)));
  const other = input.otherDeductions.map(yuanOf).reduce(plus, nought);
  const net = minus(minus(minus(gross, special), tax), other);
  return {
    gross: fenOf(gross),
    base: fenOf(base),
    insurance,
    fundBase: fenOf(fundBase),
    fundEachSide: fenOf(fund),
    special: fenOf(special),
    deduction: fenOf(deduction),
    taxable: fenOf(taxable),
    tax: fenOf(tax),
    net: fenOf(net),
    employer: fenOf(employer),
  };
}

function monthsOfDeduction({ mode, month, monthsAtAgent }: NaiveMonth): number {
  if (mode === "sixty-thousand") return 12;
  return mode === "months-at-unit" ? monthsAtAgent : Number(month.slice(5));
}

/** A year at one agent: each month's tax in fen. Figures are of the month, in fen. */
export function naiveYear(
  months: readonly { readonly income: number; readonly deductions: number }[],
  options: { readonly startMonth: number; readonly mode: NaiveMonth["mode"] },
): readonly number[] {
  let income = nought;
  let deductions = nought;
  let withheld = nought;
  return months.map((month, index) => {
    income = plus(income, yuanOf(month.income));
    deductions = plus(deductions, yuanOf(month.deductions));
    const counted = { "months-at-unit": index + 1, "first-wage-of-year": options.startMonth + index };
    const basic = options.mode === "sixty-thousand" ? 60_000 : 5000 * counted[options.mode];
    const cumulative = annualTax(minus(minus(income, deductions), fraction(basic)));
    const tax = larger(nought, minus(cumulative, withheld));
    withheld = plus(withheld, tax);
    return fenOf(tax);
  });
}

/** Months of a fifth off: interns (80 % taxable) and platform workers. Incomes and taxes in fen. */
export function naiveShareYear(incomes: readonly number[]): readonly number[] {
  let income = nought;
  let withheld = nought;
  return incomes.map((amount, index) => {
    income = plus(income, yuanOf(amount));
    const taxable = minus(times(income, fraction("0.8")), fraction(5000 * (index + 1)));
    const tax = larger(nought, minus(annualTax(taxable), withheld));
    withheld = plus(withheld, tax);
    return fenOf(tax);
  });
}

/** One occasion of labour remuneration: tax in fen, and the taxable amount exactly. */
export function naiveLabourFee(income: number): { readonly taxable: Fraction; readonly tax: number } {
  const amount = yuanOf(income);
  const expense = isAtMost(amount, fraction(4000)) ? fraction(800) : times(amount, fraction("0.2"));
  const taxable = larger(nought, minus(amount, expense));
  const [rate, quick] = isAtMost(taxable, fraction(20_000))
    ? ["0.2", "0"]
    : isAtMost(taxable, fraction(50_000))
      ? ["0.3", "2000"]
      : ["0.4", "7000"];
  const tax = halfUp(minus(times(taxable, fraction(rate ?? "0")), fraction(quick ?? "0")), toTheFen);
  return { taxable, tax: fenOf(tax) };
}

/** Year-end bonus taxed apart by the monthly table, in fen. */
export function naiveBonus(bonus: number): number {
  const amount = yuanOf(bonus);
  const twelfth = times(amount, { numerator: 1n, denominator: 12n });
  const table: readonly (readonly [string | undefined, string, string])[] = [
    ["3000", "0.03", "0"],
    ["12000", "0.10", "210"],
    ["25000", "0.20", "1410"],
    ["35000", "0.25", "2660"],
    ["55000", "0.30", "4410"],
    ["80000", "0.35", "7160"],
    [undefined, "0.45", "15160"],
  ];
  for (const [limit, rate, quick] of table) {
    if (limit === undefined || isAtMost(twelfth, fraction(limit))) {
      return fenOf(larger(nought, halfUp(minus(times(amount, fraction(rate)), fraction(quick)), toTheFen)));
    }
  }
  throw new Error("the table has no end");
}
