import {
  daysBetween,
  fen,
  parsed,
  proportionOf,
  type Fen,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../facts-for.js";

/** Contributions that were paid in after their day. */
export interface LateContribution {
  readonly amountFen: Fen;
  /**
   * Last day on which they were due. For a difference that a late notice brings it is the day the notice
   * sets: until then nothing was late.
   */
  readonly dueOn: PlainDate;
  readonly paidOn: PlainDate;
}

/** A late fee, and who bears it. */
export interface LateFee {
  readonly days: number;
  readonly feeFen: Fen;
  /** By law always the employer: nothing of it is taken from a worker, or charged for a worker's part. */
  readonly bearer: "employer";
}

const wholePpm = 1_000_000;

/**
 * The late fee on contributions: 0.05 % a day from the day after they were due (社会保险法 article 86).
 *
 * @returns days, fee and bearer; nothing for whoever paid in time; or `fact-unknown`
 * @example
 * const late = { amountFen: fen(1000000), dueOn: plainDate("2024-03-25"), paidOn: plainDate("2024-04-04") };
 * const fee = lateFee(late, createFacts(jiujiangPacks));
 * fee.ok && fee.value; // => { days: 10, feeFen: 5000, bearer: "employer" }
 */
export function lateFee({ amountFen, dueOn, paidOn }: LateContribution, facts: Facts): Parsed<LateFee> {
  const known = factsFor(facts, ["cn.si.late-fee-daily", "cn.si.rounding"], dueOn);
  if (!known.ok) return known;
  const { mode, unitFen } = known.value["cn.si.rounding"].value;
  const days = Math.max(0, daysBetween(dueOn, paidOn));
  const fraction = {
    numerator: known.value["cn.si.late-fee-daily"].value.rate * days,
    denominator: wholePpm * unitFen,
  };
  return parsed({ days, feeFen: fen(proportionOf(amountFen, fraction, mode) * unitFen), bearer: "employer" });
}
