import {
  addDays,
  addMonths,
  daysBetween,
  monthsBetween,
  periodOf,
  plainDate,
  type PlainDate,
} from "../calendar/plain-date.js";

/** A stretch of service, both days included. */
export interface ServiceSegment {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** True when severance was paid for it: it is not counted again (Implementing Regulation, article 10). */
  readonly alreadyPaid?: boolean | undefined;
}

/** Service added up over employers. */
export interface MergedServiceYears {
  /** Whole months, years included. */
  readonly months: number;
  /** Days beyond the whole months, at most 30. */
  readonly days: number;
  /**
   * Half months of pay due by article 47: two for each full year, two for a rest of six months or more, else
   * one.
   */
  readonly severanceHalfMonths: number;
  /** True when unpaid service before 2008-01-01 was left out. */
  readonly hasServiceBefore2008: boolean;
}

/**
 * The day the Labour Contract Law came into force; service before it falls under older rules (article 97).
 */
export const labourContractLawInForce: PlainDate = plainDate("2008-01-01");

/** Options of {@link mergedServiceYears}. */
export interface MergeOptions {
  /**
   * True to count service before 2008-01-01 too: damages for unlawful termination count from the first day at
   * work (Implementing Regulation, article 25), and article 97 limits severance alone.
   */
  readonly countsBefore2008?: boolean | undefined;
}

/**
 * Adds up service years by the Labour Contract Law, articles 47 and 97, and its Implementing Regulation,
 * article 10.
 *
 * Days that several segments cover count once, days for which severance was already paid do not count. Months
 * run from the first day of a stretch to the day before the same day of a later month; days that several
 * stretches leave over make a month at 30.
 *
 * @throws RangeError when a segment ends before it begins
 * @example
 * mergedServiceYears([{ from: plainDate("2020-01-01"), to: plainDate("2024-02-29") }]).severanceHalfMonths; // => 9
 */
export function mergedServiceYears(
  segments: readonly ServiceSegment[],
  options: MergeOptions = {},
): MergedServiceYears {
  const stretches = unpaidStretches(segments);
  const counted = options.countsBefore2008 === true ? stretches : stretches.flatMap(partFrom2008);
  const lengths = counted.map(({ from, to }) => lengthOf(from, to));
  let months = lengths.reduce((sum, length) => sum + length.months, 0);
  let days = lengths.reduce((sum, length) => sum + length.days, 0);
  // Within one stretch 30 days may be less than the calendar month they began.
  if (lengths.filter((length) => length.days > 0).length > 1) {
    months += Math.floor(days / 30);
    days %= 30;
  }
  const hasServiceBefore2008 =
    options.countsBefore2008 !== true && stretches.some(({ from }) => from < labourContractLawInForce);
  return { months, days, severanceHalfMonths: severanceHalfMonths(months, days), hasServiceBefore2008 };
}

interface Stretch {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

function partFrom2008({ from, to }: Stretch): readonly Stretch[] {
  if (to < labourContractLawInForce) return [];
  return [{ from: from < labourContractLawInForce ? labourContractLawInForce : from, to }];
}

function unpaidStretches(segments: readonly ServiceSegment[]): readonly Stretch[] {
  if (segments.some((segment) => segment.to < segment.from)) {
    throw new RangeError("a segment of service ends before it begins");
  }
  const paid = joinStretches(segments.filter((segment) => segment.alreadyPaid === true));
  const unpaid = joinStretches(segments.filter((segment) => segment.alreadyPaid !== true));
  return paid.reduce<readonly Stretch[]>(
    (rest, stretch) => rest.flatMap((left) => without(left, stretch)),
    unpaid,
  );
}

/** Stretches in order, those that overlap or touch joined into one. */
function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joined.at(-1);
    if (last === undefined || stretch.from > addDays(last.to, 1)) joined.push(stretch);
    else if (stretch.to > last.to) joined[joined.length - 1] = { from: last.from, to: stretch.to };
  }
  return joined;
}

function without(stretch: Stretch, removed: Stretch): readonly Stretch[] {
  if (removed.to < stretch.from || removed.from > stretch.to) return [stretch];
  const before = { from: stretch.from, to: addDays(removed.from, -1) };
  const after = { from: addDays(removed.to, 1), to: stretch.to };
  return [before, after].filter((part) => part.from <= part.to);
}

function lengthOf(from: PlainDate, to: PlainDate): { months: number; days: number } {
  const end = addDays(to, 1);
  let months = monthsBetween(periodOf(from), periodOf(end));
  if (addMonths(from, months) > end) months -= 1;
  return { months, days: daysBetween(addMonths(from, months), end) };
}

function severanceHalfMonths(months: number, days: number): number {
  const years = Math.floor(months / 12);
  const restMonths = months % 12;
  if (restMonths >= 6) return years * 2 + 2;
  return years * 2 + (restMonths > 0 || days > 0 ? 1 : 0);
}
