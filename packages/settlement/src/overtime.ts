import { parsed, proportionOf, type Fen, type Parsed, type PlainDate, type RatePpm } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "./facts-for.js";

/** Hours worked beyond the standard, in hundredths of an hour. */
export interface OvertimeHours {
  readonly weekdayCentihours?: number | undefined;
  /** On rest days, as far as no other rest was given. */
  readonly restDayCentihours?: number | undefined;
  readonly holidayCentihours?: number | undefined;
}

/** Overtime pay with the day's and hour's wage it rests on. */
export interface OvertimePay {
  readonly dayWageFen: Fen;
  readonly hourWageFen: Fen;
  readonly payFen: Fen;
}

const ids = [
  "cn.wage.paid-days",
  "cn.wage.hours-per-day",
  "cn.wage.overtime.weekday",
  "cn.wage.overtime.rest-day",
  "cn.wage.overtime.holiday",
] as const;

/** Paid days have two decimals (21.75) and hours come in hundredths, so the hundredths cancel out. */
const hundredths = 100;
const ppmPerUnit = 1_000_000;

/**
 * Pay for overtime: month's wage ÷ 21.75 ÷ 8 × hours × 150, 200 or 300 % (劳动法 article 44, 劳社部发〔2008〕3号).
 *
 * The pay is reckoned from the month's wage in one step and rounded once, half-up; the day's and hour's wage
 * are rounded for display.
 *
 * @param monthWageFen wage of a full month that overtime is reckoned on
 * @returns the pay, or `fact-unknown`
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const pay = overtimePay(fen(435000), { weekdayCentihours: 200 }, plainDate("2024-03-31"), facts);
 * pay.ok && pay.value.payFen; // => 7500
 */
export function overtimePay(
  monthWageFen: Fen,
  hours: OvertimeHours,
  on: PlainDate,
  facts: Facts,
): Parsed<OvertimePay> {
  const known = factsFor(facts, ids, on);
  if (!known.ok) return known;
  const paidDays = Math.round(known.value["cn.wage.paid-days"].value.count * hundredths);
  const hoursPerDay = known.value["cn.wage.hours-per-day"].value.count;
  const weighted =
    weigh(hours.weekdayCentihours, known.value["cn.wage.overtime.weekday"].value.rate) +
    weigh(hours.restDayCentihours, known.value["cn.wage.overtime.rest-day"].value.rate) +
    weigh(hours.holidayCentihours, known.value["cn.wage.overtime.holiday"].value.rate);
  const monthHours = paidDays * hoursPerDay;
  const share = (numerator: number, denominator: number): Fen =>
    proportionOf(monthWageFen, { numerator, denominator }, "half-up");
  return parsed({
    dayWageFen: share(hundredths, paidDays),
    hourWageFen: share(hundredths, monthHours),
    payFen: share(weighted, monthHours * ppmPerUnit),
  });
}

/** Hundredths of an hour times a rate in parts per million. */
function weigh(centihours: number | undefined, rate: RatePpm): number {
  return (centihours ?? 0) * rate;
}
