import { addDays, dayNumber, lastDayOf, type Period, type PlainDate } from "@tongchou/core";

const daysPerWeek = 7;
/** 2024-01-06, a Saturday, as a day number. */
const aSaturday = dayNumber("2024-01-06" as PlainDate);

/**
 * The pay day of a month unless one is given: its last day, or the working day before when that is a Saturday
 * or Sunday (劳部发〔1994〕489号, article 7). Public holidays are not known here: a pay day that falls on one is
 * given by hand.
 */
export function payDateOf(period: Period): PlainDate {
  let day = lastDayOf(period);
  while (isWeekend(day)) day = addDays(day, -1);
  return day;
}

function isWeekend(day: PlainDate): boolean {
  const offset = (dayNumber(day) - aSaturday) % daysPerWeek;
  return (offset + daysPerWeek) % daysPerWeek < 2;
}
