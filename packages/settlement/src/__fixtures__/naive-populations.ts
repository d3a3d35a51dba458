import {
  fenOf,
  fraction,
  halfUp,
  isAtMost,
  larger,
  minus,
  over,
  plus,
  smaller,
  times,
  yuanOf,
  type Fraction,
} from "./fraction.js";

/*
 * Second implementations for the populations beside non-establishment staff, written from the texts of the
 * law with fractions. They share nothing with the code they check.
 */

const nought = fraction(0);
const toTheFen = fraction("0.01");
const paidDays = fraction("21.75");

/** Hundredths or thousandths of a day, hour or piece. */
function part(count: number, of: number): Fraction {
  return { numerator: BigInt(count), denominator: BigInt(of) };
}

/** Pay of a number of days or hours, given in hundredths: fen. */
export function naiveTimedPay(priceFen: number, hundredths: number): number {
  return fenOf(halfUp(times(yuanOf(priceFen), part(hundredths, 100)), toTheFen));
}

/** Pay of pieces: each kind of piece rounded by itself, in fen. */
export function naivePiecePay(
  pieces: readonly {
    readonly priceFen: number;
    readonly perUnits: number;
    readonly thousandths: number;
  }[],
): number {
  const amounts = pieces.map(({ priceFen, perUnits, thousandths }) =>
    halfUp(times(over(yuanOf(priceFen), fraction(perUnits)), part(thousandths, 1000)), toTheFen),
  );
  return fenOf(amounts.reduce(plus, nought));
}

/** A month's wage for the days attended of the days asked for, in fen. */
export function naiveMonthPay(
  monthFen: number,
  attended: number,
  scheduled: number,
  convention: "paid-days" | "paid-days-missed",
): number {
  if (attended >= scheduled) return monthFen;
  const dayWage = over(yuanOf(monthFen), paidDays);
  const days = part(attended, 100);
  const missed = minus(part(scheduled, 100), days);
  const pay =
    convention === "paid-days"
      ? times(dayWage, smaller(days, paidDays))
      : minus(yuanOf(monthFen), times(dayWage, missed));
  return fenOf(halfUp(larger(nought, pay), toTheFen));
}

/** True when pay meets the month's standard in proportion to the days attended. */
export function naiveMeetsMinimum(
  payFen: number,
  standardFen: number,
  attended: number,
  scheduled: number | undefined,
): boolean {
  const isFull = scheduled !== undefined && attended >= scheduled;
  const share = isFull ? fraction(1) : smaller(fraction(1), over(part(attended, 100), paidDays));
  return isAtMost(times(yuanOf(standardFen), share), yuanOf(payFen));
}

/** A month as a number, counted from year 0. */
export function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/**
 * The term of the subsidies, month by month from the first claim to the last one possible. Months are counted
 * as {@link monthIndex} does.
 */
export function naiveWelfareTerm(person: {
  readonly approved: number;
  readonly retires: number;
  readonly retiresByLawThen: number;
  readonly claimed: ReadonlySet<number>;
  readonly asked: number;
}): { readonly number: number; readonly left: number; readonly last: number } {
  const distance = person.retiresByLawThen - person.approved;
  const near = distance >= 0 && distance < 60;
  const may = (month: number): boolean => month <= person.retires && (near || count < 36);
  let count = 0;
  let number = 0;
  let last = -1;
  for (let month = person.approved; month <= person.asked; month += 1) {
    number = 0;
    if (!person.claimed.has(month) || !may(month)) continue;
    count += 1;
    number = count;
    last = month;
  }
  // Whoever retired before the count was full could have drawn it until then.
  if (person.asked >= person.retires && may(person.retires)) last = person.retires;
  let left = 0;
  for (let month = person.asked + 1; may(month); month += 1) {
    count += 1;
    left += 1;
    last = month;
  }
  return { number, left, last };
}

/**
 * True when an intern's pay meets the floor of its month: 80 % of the post's wage or the lowest grade's wage,
 * for the days attended.
 */
export function naiveMeetsInternFloor(month: {
  readonly payFen: number;
  readonly postWageFen: number;
  readonly lowestGradeFen: number | undefined;
  readonly attended: number;
  readonly scheduled: number | undefined;
}): boolean {
  const { attended, scheduled } = month;
  const isFull = scheduled !== undefined && attended >= scheduled;
  const share = isFull ? fraction(1) : smaller(fraction(1), over(part(attended, 100), paidDays));
  const meets = (wage: Fraction): boolean => isAtMost(times(wage, share), yuanOf(month.payFen));
  if (meets(times(yuanOf(month.postWageFen), fraction("0.8")))) return true;
  return month.lowestGradeFen !== undefined && meets(yuanOf(month.lowestGradeFen));
}
