import {
  type Fen,
  fen,
  multiplyRate,
  type RatePpm,
  type WithholdingRecord,
  type WithholdingTotals,
  zeroFen,
} from "@tongchou/core";

/** The year's table: brackets in rising order, an upper limit within its bracket, the last without one. */
export interface WithholdingTable {
  readonly brackets: readonly {
    readonly upToFen: Fen | null;
    readonly rate: RatePpm;
    readonly quickFen: Fen;
  }[];
}

/**
 * Why two reckonings differ.
 *
 * - `base`: the month's income, exempt income or contributions.
 * - `additional-deductions`: special additional and other deductions, which the tax side knows.
 * - `months`: the basic deduction, that is the months that count.
 * - `other-agent`: the figures before this month, of another withholding agent or of a month put right since.
 * - `relief`: tax that the law remits.
 * - `rate-table`: a rate or quick deduction that the year's table does not have for the amount.
 * - `rounding`: one fen.
 * - `unexplained`: one side's figures do not give its tax.
 */
export type WithholdingCause =
  | "additional-deductions"
  | "base"
  | "months"
  | "other-agent"
  | "rate-table"
  | "relief"
  | "rounding"
  | "unexplained";

/** A figure in which two reckonings differ, and what of the tax comes of it. */
export interface WithholdingDifference {
  readonly cause: WithholdingCause;
  readonly field: string;
  readonly ownFen: Fen;
  readonly exportedFen: Fen;
  /** Exported tax less own tax, as far as it comes of this figure. */
  readonly taxFen: Fen;
}

/** A figure that both sides have: how it is read, where it acts, and what a difference in it means. */
interface Figure {
  readonly field: string;
  readonly cause: WithholdingCause;
  readonly total: keyof WithholdingTotals;
  readonly amountOf: (record: WithholdingRecord) => number;
}

/** Figures of the month, each with the one of the months before; their sum is the year's. */
const monthly = [
  ["incomeFen", "incomeBeforeFen"],
  ["exemptFen", "exemptBeforeFen"],
  ["specialFen", "specialBeforeFen"],
] as const;

/** In the order in which they are gone through. */
const figures: readonly Figure[] = [
  ...monthly.map(([total]): Figure => ({
    field: total,
    cause: "base",
    total,
    amountOf: ({ month }) => month[total],
  })),
  ...monthly.map(([total, field]): Figure => ({
    field,
    cause: "other-agent",
    total,
    amountOf: ({ year, month }) => year[total] - month[total],
  })),
  yearly("basicDeductionFen", "months"),
  yearly("additionalFen", "additional-deductions"),
  yearly("otherFen", "additional-deductions"),
  yearly("reliefFen", "relief"),
  yearly("withheldFen", "other-agent"),
];

function yearly(total: keyof WithholdingTotals, cause: WithholdingCause): Figure {
  return { field: total, cause, total, amountOf: ({ year }) => year[total] };
}

/**
 * Explains one person's difference to the fen: the figures of the one side are replaced by those of the other
 * one by one, and the tax is reckoned after each. The parts of all differences add up to exported less own
 * tax.
 */
export function explainDifference(
  own: WithholdingRecord,
  exported: WithholdingRecord,
  table: WithholdingTable,
): readonly WithholdingDifference[] {
  const differences: WithholdingDifference[] = [];
  const year: Record<keyof WithholdingTotals, number> = { ...own.year };
  let taxFen = taxOfMonth(year, bracketOf(table, taxableOf(year)));
  const ownErrorFen = taxFen - own.taxFen;
  for (const { field, cause, total, amountOf } of figures) {
    const [ownFen, exportedFen] = [amountOf(own), amountOf(exported)];
    if (ownFen === exportedFen) continue;
    year[total] += exportedFen - ownFen;
    const nextFen = taxOfMonth(year, bracketOf(table, taxableOf(year)));
    const amounts = { ownFen: fen(ownFen), exportedFen: fen(exportedFen), taxFen: fen(nextFen - taxFen) };
    differences.push({ cause, field, ...amounts });
    taxFen = nextFen;
  }
  const expected = bracketOf(table, taxableOf(year));
  const applied = exported.bracket;
  if (taxableOf(year) > 0 && applied !== undefined && !isSameBracket(applied, expected)) {
    const nextFen = taxOfMonth(year, applied);
    const amounts = { ownFen: fen(taxFen), exportedFen: fen(nextFen), taxFen: fen(nextFen - taxFen) };
    differences.push({ cause: "rate-table", field: "rate", ...amounts });
    taxFen = nextFen;
  }
  const restFen = exported.taxFen - taxFen + ownErrorFen;
  if (restFen === 0) return differences;
  const cause = Math.abs(restFen) === 1 ? "rounding" : "unexplained";
  const taxes = { ownFen: own.taxFen, exportedFen: exported.taxFen };
  return [...differences, { cause, field: "taxFen", ...taxes, taxFen: fen(restFen) }];
}

type Bracket = Pick<WithholdingTable["brackets"][number], "quickFen" | "rate">;

function isSameBracket(one: Bracket, other: Bracket): boolean {
  return one.rate === other.rate && one.quickFen === other.quickFen;
}

function taxableOf(year: Readonly<Record<keyof WithholdingTotals, number>>): Fen {
  const { incomeFen, exemptFen, basicDeductionFen, specialFen, additionalFen, otherFen } = year;
  return fen(incomeFen - exemptFen - basicDeductionFen - specialFen - additionalFen - otherFen);
}

/**
 * @throws RangeError when the table has an end and the amount lies beyond it
 */
function bracketOf({ brackets }: WithholdingTable, taxableFen: Fen): Bracket {
  const bracket = brackets.find(({ upToFen }) => upToFen === null || taxableFen <= upToFen);
  if (bracket === undefined) throw new RangeError("the last bracket of a tax table has no limit");
  return bracket;
}

/** Cumulative withholding (国家税务总局公告2018年第61号, article 6): nothing is paid back during the year. */
function taxOfMonth(year: Readonly<Record<keyof WithholdingTotals, number>>, bracket: Bracket): number {
  const taxableFen = taxableOf(year);
  const yearTaxFen =
    taxableFen <= 0 ? zeroFen : multiplyRate(taxableFen, bracket.rate, "half-up") - bracket.quickFen;
  return Math.max(0, yearTaxFen - year.reliefFen - year.withheldFen);
}
