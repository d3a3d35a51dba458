import { groupBy, partsOfPeriod, subtractFen, sumFen, type Fen, type Period } from "@tongchou/core";

/** What was paid and what is due for one month of service. */
export interface ServicePay {
  readonly serviceMonth: Period;
  readonly paidFen: Fen;
  readonly dueFen: Fen;
}

/** One month's part of back pay (above nought) or of a clawback (below nought). */
export interface BackPayItem {
  readonly serviceMonth: Period;
  readonly kind: "back-pay" | "clawback";
  readonly amountFen: Fen;
}

/** Back pay and clawback that go out together. */
export interface BackPay {
  /** Month of payment: its income, and that of its year, for tax. */
  readonly taxMonth: Period;
  /** The months of service that differ, in rising order. */
  readonly items: readonly BackPayItem[];
  /** Above nought to be paid, below nought to be taken back. */
  readonly amountFen: Fen;
  /** Part that belongs to the wage of service years before the tax year. */
  readonly earlierYearsFen: Fen;
}

/**
 * Makes up what months of service were paid too little or too much, in a later month.
 *
 * All of it is income of the month in which it is paid, also over the turn of a year: tax is withheld on
 * payment (个人所得税法实施条例 article 24). The wage that next year's contribution bases rest on
 * counts it in the months that it was earned in.
 *
 * @returns a difference for each month of service that has one
 * @example
 * const raise = { paidFen: fen(400000), dueFen: fen(430000) };
 * const served = [period("2023-11"), period("2023-12"), period("2024-01")];
 * const months = served.map((serviceMonth) => ({ serviceMonth, ...raise }));
 * const backPay = backPayOf(months, period("2024-02"));
 * [backPay.amountFen, backPay.earlierYearsFen]; // => [90000, 60000]
 */
export function backPayOf(months: readonly ServicePay[], taxMonth: Period): BackPay {
  const items = months
    .map(({ serviceMonth, paidFen, dueFen }): BackPayItem => {
      const amountFen = subtractFen(dueFen, paidFen);
      return { serviceMonth, kind: amountFen < 0 ? "clawback" : "back-pay", amountFen };
    })
    .filter(({ amountFen }) => amountFen !== 0)
    .toSorted((a, b) => (a.serviceMonth < b.serviceMonth ? -1 : 1));
  const { year } = partsOfPeriod(taxMonth);
  const earlier = items.filter(({ serviceMonth }) => partsOfPeriod(serviceMonth).year < year);
  const total = (some: readonly BackPayItem[]): Fen => sumFen(some.map(({ amountFen }) => amountFen));
  return { taxMonth, items, amountFen: total(items), earlierYearsFen: total(earlier) };
}

/** An amount of pay with the month it was paid in and, where it is another, the month it was earned in. */
export interface PaidAmount {
  readonly paidIn: Period;
  readonly serviceMonth?: Period | undefined;
  readonly amountFen: Fen;
}

/**
 * Pay by the month in which it was earned, as the average wage of a year and severance count it.
 *
 * @example
 * const december = { paidIn: period("2024-02"), serviceMonth: period("2023-12"), amountFen: fen(30000) };
 * const february = { paidIn: period("2024-02"), amountFen: fen(430000) };
 * [...payByServiceMonth([december, february])]; // => [["2023-12", 30000], ["2024-02", 430000]]
 */
export function payByServiceMonth(amounts: readonly PaidAmount[]): ReadonlyMap<Period, Fen> {
  const groups = groupBy(amounts, ({ paidIn, serviceMonth }) => serviceMonth ?? paidIn);
  return new Map(
    [...groups].map(([month, paid]) => [month, sumFen(paid.map(({ amountFen }) => amountFen))] as const),
  );
}
