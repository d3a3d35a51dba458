import { allocate } from "../money/allocate.js";
import { fen, sumFen, type Fen } from "../money/fen.js";
import { multiplyRate } from "../money/rate.js";
import type { FeeTerms, TieredTerms } from "./fee-terms.js";

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

/**
 * Reckons a contract's service fee.
 *
 * @param terms the contract's fee terms
 * @param grossFen gross pay of each worker under the contract this month; their number is the head count
 * @returns the fee and each worker's share; with no worker only a fixed fee or a quote is due, shared by
 *   nobody
 * @throws RangeError when tiered terms have no step for that many workers
 * @example
 * serviceFee({ kind: "per-head", monthlyFen: fen(6000) }, [fen(400000), fen(500000)]).totalFen; // => 12000
 */
export function serviceFee(terms: FeeTerms, grossFen: readonly Fen[]): ServiceFee {
  switch (terms.kind) {
    case "per-head":
      return sameForEach(terms.monthlyFen, grossFen.length);
    case "rate-on-gross": {
      // The contract's rate applies to the month's gross as a whole; rounding it per worker would leak fen.
      const totalFen = multiplyRate(sumFen(grossFen), terms.ppm, "half-up");
      return { totalFen, sharesFen: share(totalFen, grossFen) };
    }
    case "per-head-tiered":
      return shareEvenly(tieredTotal(terms, grossFen.length), grossFen.length);
    case "fixed":
    case "quote":
      return shareEvenly(terms.monthlyFen, grossFen.length);
  }
}

function sameForEach(monthlyFen: Fen, heads: number): ServiceFee {
  return { totalFen: fen(monthlyFen * heads), sharesFen: Array.from({ length: heads }, () => monthlyFen) };
}

function shareEvenly(totalFen: Fen, heads: number): ServiceFee {
  return {
    totalFen,
    sharesFen: share(
      totalFen,
      Array.from({ length: heads }, () => 1),
    ),
  };
}

function tieredTotal(terms: TieredTerms, heads: number): Fen {
  const lastEnd = terms.tiers.at(-1)?.upTo;
  if (lastEnd === undefined || (lastEnd !== null && heads > lastEnd)) {
    throw new RangeError(`no step of the fee terms covers ${heads} workers`);
  }
  if (terms.basis === "volume") {
    const step = terms.tiers.find((tier) => tier.upTo === null || heads <= tier.upTo);
    return fen(heads * (step?.monthlyFen ?? 0));
  }
  let total = 0;
  let counted = 0;
  for (const tier of terms.tiers) {
    const within = Math.min(heads, tier.upTo ?? heads) - counted;
    if (within <= 0) break;
    total += within * tier.monthlyFen;
    counted += within;
  }
  return fen(total);
}

function share(totalFen: Fen, weights: readonly number[]): readonly Fen[] {
  if (weights.length === 0) return [];
  // A negative gross (a clawback) carries no fee; with no positive weight left the fee is shared evenly.
  const positive = weights.map((weight) => Math.max(0, weight));
  return allocate(totalFen, positive.some((weight) => weight > 0) ? positive : positive.map(() => 1));
}
