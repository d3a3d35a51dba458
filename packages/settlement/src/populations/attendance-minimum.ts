import { parsed, proportionOf, type Fen, type Fraction, type Parsed } from "@tongchou/core";
import { leastSure, minimumWage, type Confidence, type Facts } from "@tongchou/statutory";
import { factsFor } from "../facts-for.js";
import type { LawDate } from "../law-date.js";

/** Whose minimum is asked for: the place of work and the attendance. */
export interface AttendanceQuestion {
  /** Six digits of the division where the work is done. */
  readonly division: string;
  /** Days attended, in hundredths of a day. */
  readonly attendedCentidays: number;
  /** Days that the worker was to attend, in hundredths. */
  readonly scheduledCentidays?: number | undefined;
  /** Hours worked, in hundredths, of somebody in part-time work: the hourly standard counts then. */
  readonly partTimeCentihours?: number | undefined;
}

/** The least that normal work has to be paid. */
export interface AttendanceMinimum {
  /** The standard of a full month, or of an hour in part-time work. */
  readonly standardFen: Fen;
  /** The standard in proportion to the attendance, rounded up: no whole fen below it meets the standard. */
  readonly minimumFen: Fen;
  readonly confidence: Confidence;
}

const hundredths = 100;

/**
 * The minimum wage in proportion to the days attended (最低工资规定, articles 3 and 12): of 21.75 paid days a
 * month.
 *
 * Somebody who attended every day that was asked for did normal work and has the whole standard, also in a
 * month of twenty working days. Overtime pay does not count towards it.
 *
 * @param law `on` is the day that is paid for
 * @returns the minimum, or the issues of the minimum wage: `division-unknown`, `minimum-wage-class-unknown`,
 *   `fact-unknown`
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const worked = { division: "360403", attendedCentidays: 870 };
 * const least = attendanceMinimum(worked, { on: plainDate("2024-03-31") }, facts);
 * least.ok && [least.value.standardFen, least.value.minimumFen]; // => [173000, 69200]
 */
export function attendanceMinimum(
  question: AttendanceQuestion,
  law: LawDate,
  facts: Facts,
): Parsed<AttendanceMinimum> {
  const wage = minimumWage(facts, question.division, law.on, law.knownOn);
  if (!wage.ok) return wage;
  const { standardFen, hourlyFen, confidence } = wage.value;
  const { attendedCentidays, scheduledCentidays, partTimeCentihours } = question;
  if (partTimeCentihours !== undefined) {
    const hours = { numerator: partTimeCentihours, denominator: hundredths };
    const minimumFen = proportionOf(hourlyFen, hours, "up");
    return parsed({ standardFen: hourlyFen, minimumFen, confidence }, wage.issues);
  }
  const known = factsFor(facts, ["cn.wage.paid-days"], law.on, law.knownOn);
  if (!known.ok) return known;
  const paidDays = known.value["cn.wage.paid-days"];
  const share = attendanceShare({ attendedCentidays, scheduledCentidays }, paidDays.value.count);
  const minimumFen = proportionOf(standardFen, share, "up");
  const sureness = leastSure([confidence, paidDays.confidence]);
  return parsed({ standardFen, minimumFen, confidence: sureness }, wage.issues);
}

/**
 * The part of a month that was attended: days attended of the paid days of a month, and never more than all.
 * Whoever attended every day that was asked for attended the month.
 *
 * @param paidDays of a month, with two decimals at most
 * @example
 * attendanceShare({ attendedCentidays: 2000, scheduledCentidays: 2000 }, 21.75);
 * // => { numerator: 2175, denominator: 2175 }
 */
export function attendanceShare(
  work: Pick<AttendanceQuestion, "attendedCentidays" | "scheduledCentidays">,
  paidDays: number,
): Fraction {
  const { attendedCentidays, scheduledCentidays } = work;
  const whole = Math.round(paidDays * hundredths);
  const isFull = scheduledCentidays !== undefined && attendedCentidays >= scheduledCentidays;
  return { numerator: isFull ? whole : Math.min(attendedCentidays, whole), denominator: whole };
}
