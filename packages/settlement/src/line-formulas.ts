/*
 * The formulas of a line from gross to net, over plain whole numbers of fen: settling one line and settling a
 * batch both come here. Shares of an amount are in apply-rate.ts, what goes by a table in tax/tax-table.ts.
 */

/**
 * The amount, or nought for a negative one. It has no branch: whether a wage lies below a bound is nothing
 * that a processor can guess, and each wrong guess costs as much as the rest of the row.
 */
function positivePart(amountFen: number): number {
  return (amountFen + Math.abs(amountFen)) * 0.5;
}

/** An amount within bounds. */
export function withinBounds(amountFen: number, lowerFen: number, upperFen: number): number {
  const raisedFen = amountFen + positivePart(lowerFen - amountFen);
  return raisedFen - positivePart(raisedFen - upperFen);
}

/** The base of a declared wage: nought for somebody who declares none and so is not insured. */
export function insuredBase(wageFen: number, lowerFen: number, upperFen: number): number {
  return wageFen === 0 ? 0 : withinBounds(wageFen, lowerFen, upperFen);
}

/** Taxable income of the year so far (国家税务总局公告2018年第61号, article 6); it may be negative. */
export function taxableOfYear(
  incomeFen: number,
  exemptFen: number,
  basicDeductionFen: number,
  specialFen: number,
  additionalFen: number,
  otherFen: number,
): number {
  return incomeFen - exemptFen - basicDeductionFen - specialFen - additionalFen - otherFen;
}

/** What of the year's tax falls to a month; nothing is paid back during the year. */
export function taxOfMonth(taxOfYearFen: number, withheldBeforeFen: number): number {
  return positivePart(taxOfYearFen - withheldBeforeFen);
}

/** What is left of the gross for the worker; negative when deductions exceed it. */
export function netPay(
  grossFen: number,
  specialDeductionsFen: number,
  taxFen: number,
  otherDeductionsFen: number,
): number {
  return grossFen - specialDeductionsFen - taxFen - otherDeductionsFen;
}
