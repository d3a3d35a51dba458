import {
  addMonthsToPeriod,
  monthsBetween,
  partsOfPeriod,
  period,
  type Period,
  type RetirementCategory,
} from "@tongchou/core";

/** The original age and the pace of its rise for one category. */
interface RetirementRule {
  readonly years: number;
  /** One month later for every so many months of birth. */
  readonly stepMonths: number;
  readonly delayMonthsMax: number;
}

const rules: Readonly<Record<RetirementCategory, RetirementRule>> = {
  M60: { years: 60, stepMonths: 4, delayMonthsMax: 36 },
  F55: { years: 55, stepMonths: 4, delayMonthsMax: 36 },
  F50: { years: 50, stepMonths: 2, delayMonthsMax: 60 },
};

const reformBegins: Period = period("2025-01");

/**
 * The month in which a person reaches statutory retirement age.
 *
 * Decision of the Standing Committee of 2024-09-13: from 2025-01 the original ages of 60, 55 and 50 rise by a
 * month for every four (or two) months of birth, up to 63, 58 and 55. Whoever reached the original age before
 * is not concerned.
 *
 * @param category `M60` men, `F55` women in managerial or technical posts, `F50` other women
 * @example
 * retirementMonth("F55", period("1971-04")); // => "2026-08"
 */
export function retirementMonth(category: RetirementCategory, birth: Period): Period {
  const rule = rules[category];
  const original = originalRetirementMonth(category, birth);
  const since = monthsBetween(reformBegins, original);
  if (since < 0) return original;
  return addMonthsToPeriod(original, Math.min(Math.floor(since / rule.stepMonths) + 1, rule.delayMonthsMax));
}

/**
 * The month in which a person would have reached, or reached, the original age of 60, 55 or 50: the statutory
 * one of the time before 2025.
 *
 * @example
 * originalRetirementMonth("F55", period("1971-04")); // => "2026-04"
 */
export function originalRetirementMonth(category: RetirementCategory, birth: Period): Period {
  return addMonthsToPeriod(birth, rules[category].years * 12);
}

/**
 * Years of contributions needed for a monthly pension by the year of retirement: 15, from 2030 half a year
 * more each year, 20 from 2039.
 *
 * @example
 * minimumContributionYears(period("2030-06")); // => 15.5
 */
export function minimumContributionYears(retirement: Period): number {
  const { year } = partsOfPeriod(retirement);
  return Math.min(20, 15 + Math.max(0, year - 2029) * 0.5);
}
