import {
  coreIssues,
  createIssue,
  dateFromDayNumber,
  dateOf,
  dayNumber,
  failed,
  foldFullWidth,
  isCalendarDay,
  parsed,
  type Parsed,
  type Period,
  period,
  periodOf,
  plainDate,
  type PlainDate,
} from "@tongchou/core";
import { meansNothing, refuse, showText, textOf, type ValueCell } from "./cell-value.js";
import { roundNoise } from "./decimal-text.js";

/** Serial 0 of the two date systems. Serial 60 of the first is 29 February 1900, which never was. */
const epoch1900 = dayNumber(plainDate("1899-12-30"));
const epoch1904 = dayNumber(plainDate("1904-01-01"));
const serialMax = 80_000;
const leapBugSerial = 60;

const dayPatterns = [
  /^((?:19|20|21)\d\d)[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/,
  /^((?:19|20|21)\d\d)(\d{2})(\d{2})$/,
];
const monthPatterns = [/^((?:19|20|21)\d\d)[-./年](\d{1,2})(?:月份?)?$/, /^((?:19|20|21)\d\d)(\d{2})$/];

/**
 * Reads a day: `2024.1.5`, `2024-1-5`, `2024/1/5`, `20240105`, `2024年1月5日`, any of them with a time behind
 * it, or a serial number.
 *
 * @returns the day; undefined for `-`, `/`, `无` and the words for an open end; the issues `date-lacks-day` (a
 *   month or a year), `date-serial-range` and core's `date-not-a-date`
 */
export function readDateCell(cell: ValueCell, usesDate1904: boolean): Parsed<PlainDate | undefined> {
  const text = dateText(cell);
  if (meansNothing(text) || /^(长期|永久|无固定(期限)?)$/.test(text)) return parsed(undefined);
  const day = matchDay(text);
  if (day !== undefined) return parsed(day);
  if (matchMonth(text) !== undefined || /^(19|20|21)\d\d(\.\d)?年?$/.test(text)) {
    return refuse("date-lacks-day", { found: text });
  }
  if (!/^-?\d{1,7}(\.\d+)?$/.test(text)) {
    return failed(createIssue(coreIssues, "date-not-a-date", { found: showText(text) }));
  }
  const date = dateOfSerial(Number(text), usesDate1904);
  return date === undefined ? refuse("date-serial-range", { found: text }) : parsed(date);
}

/**
 * Reads a month: `2024.01`, `2024-1`, `202401`, `2024年1月`, a day, or a serial number.
 *
 * @returns the month; undefined for `-`, `/`, `无`; the issues `month-ambiguous` (a number cell `2024.1` may
 *   have been `2024.10`), `date-serial-range` and core's `period-not-a-period`
 */
export function readMonthCell(cell: ValueCell, usesDate1904: boolean): Parsed<Period | undefined> {
  const text = dateText(cell);
  if (meansNothing(text)) return parsed(undefined);
  if (cell.kind === "number" && !cell.isDate) {
    const decimal = roundNoise(text, 2) ?? text;
    if (/^\d{4}\.1$/.test(decimal)) return refuse("month-ambiguous", { found: decimal });
    const month = matchMonth(decimal);
    if (month !== undefined) return parsed(month);
  }
  const day = matchDay(text);
  const month = day === undefined ? matchMonth(text) : periodOf(day);
  if (month !== undefined) return parsed(month);
  if (!/^\d{5}(\.\d+)?$/.test(text)) {
    return failed(createIssue(coreIssues, "period-not-a-period", { found: showText(text) }));
  }
  const date = dateOfSerial(Number(text), usesDate1904);
  return date === undefined ? refuse("date-serial-range", { found: text }) : parsed(periodOf(date));
}

/** The text of a date without the time behind it and without blanks. */
function dateText(cell: ValueCell): string {
  return foldFullWidth(textOf(cell))
    .replace(/[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "")
    .replace(/^['‘’]|\s/g, "");
}

function matchDay(text: string): PlainDate | undefined {
  for (const pattern of dayPatterns) {
    const [, year, month, day] = pattern.exec(text) ?? [];
    if (isCalendarDay(Number(year), Number(month), Number(day))) {
      return dateOf(Number(year), Number(month), Number(day));
    }
  }
  return undefined;
}

function matchMonth(text: string): Period | undefined {
  for (const pattern of monthPatterns) {
    const [, year = "", month = ""] = pattern.exec(text) ?? [];
    if (Number(month) >= 1 && Number(month) <= 12) return period(`${year}-${month.padStart(2, "0")}`);
  }
  return undefined;
}

function dateOfSerial(serial: number, usesDate1904: boolean): PlainDate | undefined {
  const days = Math.floor(serial);
  if (days < 1 || days > serialMax) return undefined;
  if (usesDate1904) return dateFromDayNumber(epoch1904 + days);
  if (days === leapBugSerial) return undefined;
  return dateFromDayNumber(epoch1900 + days + (days < leapBugSerial ? 1 : 0));
}
