import { addMonthsToPeriod, partsOfDate, periodOf, type Period, type PlainDate } from "@tongchou/core";

/**
 * The month in which a joiner is paid first: the month of joining, or, after the day on which the unit closes
 * its payroll, the month after. Both months are then income of that one month, and both count for the basic
 * deduction, which goes by months of employment.
 *
 * @param cutOffDay last day of the month on which a joiner is still paid in it
 * @example
 * firstPaidIn(plainDate("2024-03-26"), 25); // => "2024-04"
 */
export function firstPaidIn(joinedOn: PlainDate, cutOffDay: number): Period {
  const month = periodOf(joinedOn);
  return partsOfDate(joinedOn).day > cutOffDay ? addMonthsToPeriod(month, 1) : month;
}
