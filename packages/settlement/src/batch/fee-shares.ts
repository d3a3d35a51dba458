import {
  daysCounted,
  daysInMonth,
  fen,
  partsOfPeriod,
  serviceFeeTotal,
  type Fen,
  type FeeTerms,
  type Period,
} from "@tongchou/core";
import type { BatchRows } from "./batch-rows.js";
import { prepareShares, shareApart, type Shares, type WeightOf } from "./shares.js";
import type { BatchVat } from "./vat-shares.js";
import type { WorkerColumns } from "./worker-columns.js";

/**
 * What the workers under a contract share.
 *
 * - `per-head`: a price for each, whatever their number.
 * - `total`: the contract's fee of the month, as `serviceFee` reckons it, shared by the column of weights.
 * - `terms`: the fee is reckoned here, on the gross and the days of the rows; `batchFeeOf` makes one of a
 *   contract.
 */
export type BatchFee =
  | { readonly kind: "per-head"; readonly monthlyFen: Fen }
  | { readonly kind: "total"; readonly feeFen: Fen }
  | { readonly kind: "terms"; readonly terms: FeeTerms; readonly vat: BatchVat };

/**
 * Prepares the fees of a month's contracts, ready to be handed out row by row.
 *
 * @throws RangeError when a row has a weight that is not whole, or a contract that there is not, and when
 *   tiered terms have no step for that many workers
 */
export function prepareFeeShares(workers: WorkerColumns, fees: readonly BatchFee[], period: Period): Shares {
  const { year, month } = partsOfPeriod(period);
  const weightOf = createWeights(workers, fees, daysInMonth(year, month));
  const totals = new Float64Array(fees.length + 1).fill(Number.NaN);
  const each = new Float64Array(fees.length + 1);
  const sizes = sizesOf(workers, fees, weightOf);
  for (const [index, fee] of fees.entries()) {
    const place = index + 1;
    if (fee.kind === "per-head") each[place] = fee.monthlyFen;
    else if (fee.kind === "total") totals[place] = fee.feeFen;
    else {
      const days = { total: sizes.weights[place] ?? 0, ofHead: daysInMonth(year, month) };
      const grossFen = fen(sizes.grossFen[place] ?? 0);
      totals[place] = sizes.heads[place] === 0 ? 0 : serviceFeeTotal(fee.terms, { grossFen, days });
    }
  }
  return prepareShares({ contractIndex: workers.contractIndex, weightOf }, totals, each);
}

/** What a row weighs in its contract's fee: its own column, its gross, or the days it counts with. */
function createWeights(workers: WorkerColumns, fees: readonly BatchFee[], monthDays: number): WeightOf {
  const { feeWeight, grossFen, firstDay, lastDay } = workers;
  return (row, place) => {
    const fee = fees[place - 1];
    if (fee?.kind !== "terms") {
      const weight = Math.max(0, feeWeight[row] ?? 0);
      if (!Number.isSafeInteger(weight)) throw new RangeError(`row ${row}: feeWeight is not whole`);
      return weight;
    }
    switch (fee.terms.kind) {
      case "rate-on-gross":
        return Math.max(0, grossFen[row] ?? 0);
      case "fixed":
      case "quote":
        return 1;
      case "per-head":
      case "per-head-tiered": {
        const [first, last] = [firstDay[row] ?? 0, lastDay[row] ?? 0];
        const there = { first, last: last === 0 ? monthDays : last, monthDays };
        return daysCounted(fee.terms.headCounting, there);
      }
    }
  };
}

/** Sums over the rows of each contract whose fee is to be reckoned. */
interface ContractSizes {
  readonly heads: Float64Array;
  readonly grossFen: Float64Array;
  readonly weights: Float64Array;
}

function sizesOf(workers: WorkerColumns, fees: readonly BatchFee[], weightOf: WeightOf): ContractSizes {
  const column = (): Float64Array => new Float64Array(fees.length + 1);
  const sizes = { heads: column(), grossFen: column(), weights: column() };
  const isReckoned = [false, ...fees.map(({ kind }) => kind === "terms")];
  if (!isReckoned.includes(true)) return sizes;
  for (let row = 0; row < workers.contractIndex.length; row += 1) {
    const place = (workers.contractIndex[row] ?? 0) + 1;
    if (isReckoned[place] !== true) continue;
    sizes.heads[place] = (sizes.heads[place] ?? 0) + 1;
    sizes.grossFen[place] = (sizes.grossFen[place] ?? 0) + (workers.grossFen[row] ?? 0);
    sizes.weights[place] = (sizes.weights[place] ?? 0) + weightOf(row, place);
  }
  return sizes;
}

/**
 * Hands out the shares of the next rows.
 *
 * @throws RangeError when a row names a contract that there is not
 */
export function fillShares(
  { contractIndex }: WorkerColumns,
  { from, count }: BatchRows,
  shares: Shares,
  shareFen: Float64Array,
): void {
  const { evenFen, oddLeft } = shares;
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const place = (contractIndex[row] ?? 0) + 1;
    const odd = oddLeft[place];
    if (odd === undefined) throw new RangeError(`row ${row}: there is no contract ${place - 1}`);
    shareFen[at] = odd === 0 ? (evenFen[place] ?? 0) : shareApart(shares, place, row);
  }
}
