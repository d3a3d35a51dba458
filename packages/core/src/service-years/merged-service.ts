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
  /** Days beyond the whole months, fewer than 30. */
  readonly days: number;
  /**
   * Half months of pay due by article 47: two for each full year, two for a rest of six months or more, else
   * one.
   */
  readonly severanceHalfMonths: number;
  /** True when service before 2008-01-01 was left out. */
  readonly hasServiceBefore2008: boolean;
}

/**
 * The day the Labour Contract Law came into force; service before it falls under older rules (article 97).
 */
export const labourContractLawInForce: PlainDate = plainDate("2008-01-01");

/**
 * Adds up service years by the Labour Contract Law, articles 47 and 97, and its Implementing Regulation,
 * article 10.
 *
 * Segments that overlap or touch count once as one stretch; segments already paid for do not count.
 *
 * @throws RangeError when a segment ends before it begins
 * @example
 * mergedServiceYears([{ from: plainDate("2020-01-01"), to: plainDate("2024-02-29") }]).severanceHalfMonths; // => 9
 */
export function mergedServiceYears(segments: readonly ServiceSegment[]): MergedServiceYears {
  let months = 0;
  let days = 0;
  let hasServiceBefore2008 = false;
  for (const segment of joinSegments(segments)) {
    if (segment.from < labourContractLawInForce) hasServiceBefore2008 = true;
    if (segment.to < labourContractLawInForce) continue;
    const from = segment.from < labourContractLawInForce ? labourContractLawInForce : segment.from;
    const length = lengthOf(from, segment.to);
    months += length.months;
    days += length.days;
  }
  months += Math.floor(days / 30);
  days %= 30;
  return { months, days, severanceHalfMonths: severanceHalfMonths(months, days), hasServiceBefore2008 };
}

function joinSegments(segments: readonly ServiceSegment[]): readonly ServiceSegment[] {
  const joined: { from: PlainDate; to: PlainDate }[] = [];
  const counted = segments.filter((segment) => segment.alreadyPaid !== true);
  for (const segment of counted.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (segment.to < segment.from) throw new RangeError("a segment of service ends before it begins");
    const last = joined.at(-1);
    if (last !== undefined && segment.from <= addDays(last.to, 1)) {
      if (segment.to > last.to) last.to = segment.to;
    } else {
      joined.push({ from: segment.from, to: segment.to });
    }
  }
  return joined;
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
