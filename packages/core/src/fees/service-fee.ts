import { daysInMonth, partsOfPeriod } from "../calendar/plain-date.js";
import { allocate } from "../money/allocate.js";
import { fen, sumFen, type Fen } from "../money/fen.js";
import { divideRounded } from "../money/rounding.js";
import { multiplyRate } from "../money/rate.js";
import type { FeeBounds, FeeTerms, TieredTerms } from "./fee-terms.js";
import { countedDays, type MonthStays } from "./head-counting.js";

/**
 * The service fee of one contract for one month, shared out over the workers it is for.
 *
 * The fee is reckoned once, on the contract; the shares only say where it goes and add up to it to the fen.
 */
export interface ServiceFee {
  readonly totalFen: Fen;
  /** One share a worker, in the order the gross amounts were given. */
  readonly sharesFen: readonly Fen[];
}

/** The heads of a contract, in days of the month, so that a part of a month is a whole number. */
export interface HeadDays {
  readonly total: number;
  /** Days of one whole head. */
  readonly ofHead: number;
}

/** What a contract's fee is reckoned on: sums over its workers of the month. */
export interface FeeSize {
  readonly grossFen: Fen;
  readonly days: HeadDays;
}

/**
 * Reckons a contract's service fee.
 *
 * A price a head is reckoned on the days that all workers count with and rounded once, half-up to the fen;
 * then the minimum charge and the most a month costs come in. A share follows the worker's counted days, or
 * the gross pay where the fee is a rate on it, by largest remainder.
 *
 * @param terms the contract's fee terms
 * @param grossFen gross pay of each worker under the contract this month; their number is the head count
 * @param stays days of workers who joined or left inside the month; without it, all were there throughout
 * @returns the fee and each worker's share; with no worker only a fixed fee, a quote or a minimum charge is
 *   due, shared by nobody
 * @throws RangeError when tiered terms have no step for that many workers
 * @example
 * serviceFee({ kind: "per-head", monthlyFen: fen(6000) }, [fen(400000), fen(500000)]).totalFen; // => 12000
 * const joined = { month: period("2024-03"), stays: [undefined, { from: plainDate("2024-03-16") }] };
 * const byDay = { kind: "per-head", monthlyFen: fen(6200), headCounting: { kind: "by-day" } };
 * serviceFee(byDay, [fen(400000), fen(200000)], joined).sharesFen; // => [6200, 3200]
 */
export function serviceFee(terms: FeeTerms, grossFen: readonly Fen[], stays?: MonthStays): ServiceFee {
  const { each, ...days } = headDays(terms, grossFen.length, stays);
  const totalFen = serviceFeeTotal(terms, { grossFen: sumFen(grossFen), days });
  return { totalFen, sharesFen: share(totalFen, terms.kind === "rate-on-gross" ? grossFen : each) };
}

/**
 * {@link serviceFee} as a whole, where sums over the workers are all there is.
 *
 * @throws RangeError when tiered terms have no step for that many workers
 * @example
 * const days = { total: 31 + 16, ofHead: 31 };
 * serviceFeeTotal({ kind: "per-head", monthlyFen: fen(6200) }, { grossFen: fen(0), days }); // => 9400
 */
export function serviceFeeTotal(terms: FeeTerms, { grossFen, days }: FeeSize): Fen {
  switch (terms.kind) {
    case "rate-on-gross":
      // The contract's rate applies to the month's gross as a whole; rounding it per worker would leak fen.
      return bounded(multiplyRate(grossFen, terms.ppm, "half-up"), terms);
    case "per-head":
    case "per-head-tiered": {
      const steps =
        terms.kind === "per-head" ? { tiers: [{ upTo: null, monthlyFen: terms.monthlyFen }] } : terms;
      return bounded(priceOfDays(steps, days), terms);
    }
    case "fixed":
    case "quote":
      return terms.monthlyFen;
  }
}

/** Days that count; where the price is none a head, every worker counts alike. */
function headDays(
  terms: FeeTerms,
  heads: number,
  given: MonthStays | undefined,
): HeadDays & { readonly each: readonly number[] } {
  const isByHead = terms.kind === "per-head" || terms.kind === "per-head-tiered";
  if (given === undefined || !isByHead) {
    return { each: Array.from({ length: heads }, () => 1), total: heads, ofHead: 1 };
  }
  const { year, month } = partsOfPeriod(given.month);
  const each = Array.from({ length: heads }, (_, index) =>
    countedDays(terms.headCounting, given.stays[index] ?? {}, given.month),
  );
  return { each, total: each.reduce((sum, days) => sum + days, 0), ofHead: daysInMonth(year, month) };
}

function priceOfDays(
  { tiers, basis }: Pick<TieredTerms, "tiers" | "basis">,
  { total, ofHead }: HeadDays,
): Fen {
  const lastEnd = tiers.at(-1)?.upTo;
  if (lastEnd === undefined || (lastEnd !== null && total > lastEnd * ofHead)) {
    throw new RangeError(`no step of the fee terms covers ${Math.ceil(total / ofHead)} workers`);
  }
  if (basis === "volume") {
    const step = tiers.find((tier) => tier.upTo === null || total <= tier.upTo * ofHead);
    return fen(divideRounded(total * (step?.monthlyFen ?? 0), ofHead, "half-up"));
  }
  let price = 0;
  let counted = 0;
  for (const tier of tiers) {
    const within = Math.min(total, tier.upTo === null ? total : tier.upTo * ofHead) - counted;
    if (within <= 0) break;
    price += within * tier.monthlyFen;
    counted += within;
  }
  return fen(divideRounded(price, ofHead, "half-up"));
}

function bounded(amount: Fen, { minimumFen, maximumFen }: FeeBounds): Fen {
  return fen(Math.min(Math.max(amount, minimumFen ?? amount), maximumFen ?? Infinity));
}

function share(totalFen: Fen, weights: readonly number[]): readonly Fen[] {
  const [first] = weights;
  if (first === undefined) return [];
  // Equal weights are the common case by far, and need no remainders where the whole divides.
  if (weights.every((weight) => weight === first) && totalFen % weights.length === 0) {
    return weights.map(() => fen(totalFen / weights.length));
  }
  // A negative gross (a clawback) carries no fee; with no positive weight left the fee is shared evenly.
  const positive = weights.map((weight) => Math.max(0, weight));
  return allocate(totalFen, positive.some((weight) => weight > 0) ? positive : positive.map(() => 1));
}
