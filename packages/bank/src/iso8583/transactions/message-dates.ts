import {
  createIssue,
  daysBetween,
  failed,
  parsed,
  type Parsed,
  parsePlainDate,
  partsOfDate,
  type PlainDate,
} from "@tongchou/core";
import { iso8583Issues } from "../issues.js";
import type { IsoMessage } from "../message.js";

/** The days of a message, with their years. */
export interface MessageDates {
  /** Day on the sender's clock (field 13). */
  readonly localDate?: PlainDate | undefined;
  /** Day on which the network settles (field 15): books are reconciled by it, not by the sender's day. */
  readonly settlementDate?: PlainDate | undefined;
}

/**
 * Finds the days of a message. They have no year: it is the one that brings them nearest to the day of
 * receipt, so that on 1 January 1231 is yesterday, and on 31 December 0101 is tomorrow.
 *
 * @param receivedOn day on which the message came
 * @returns the days that it has, or `iso8583-date` for a field that is no day of the calendar
 * @example
 * messageDates({ type: "0210", fields: { 13: "1231", 15: "0101" } }, "2025-01-01").value;
 * // => { localDate: "2024-12-31", settlementDate: "2025-01-01" }
 */
export function messageDates(message: IsoMessage, receivedOn: PlainDate): Parsed<MessageDates> {
  const localDate = dateInField(message, 13, receivedOn);
  const settlementDate = dateInField(message, 15, receivedOn);
  const issues = [...(localDate?.issues ?? []), ...(settlementDate?.issues ?? [])];
  if (issues.length > 0) return { ok: false, issues };
  return parsed({
    ...(localDate?.ok === true ? { localDate: localDate.value } : {}),
    ...(settlementDate?.ok === true ? { settlementDate: settlementDate.value } : {}),
  });
}

function dateInField(
  { fields }: IsoMessage,
  field: 13 | 15,
  receivedOn: PlainDate,
): Parsed<PlainDate> | undefined {
  const text = fields[field];
  if (text === undefined) return undefined;
  const date = typeof text === "string" && /^\d{4}$/.test(text) ? nearestDate(text, receivedOn) : undefined;
  if (date !== undefined) return parsed(date);
  return failed(createIssue(iso8583Issues, "iso8583-date", { field }, { path: `/fields/${field}` }));
}

/** The day MMDD nearest to another; 29 February is looked for in the years around that have one. */
function nearestDate(monthDay: string, around: PlainDate): PlainDate | undefined {
  const { year } = partsOfDate(around);
  const distance = (date: PlainDate): number => Math.abs(daysBetween(around, date));
  return [year - 1, year, year + 1]
    .map((candidate) => parsePlainDate(`${candidate}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`))
    .flatMap((date) => (date.ok ? [date.value] : []))
    .reduce<PlainDate | undefined>(
      (best, date) => (best === undefined || distance(date) < distance(best) ? date : best),
      undefined,
    );
}
