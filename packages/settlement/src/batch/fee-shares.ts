import type { Fen } from "@tongchou/core";
import type { BatchRows } from "./batch-rows.js";
import type { WorkerColumns } from "./worker-columns.js";

/**
 * What the workers under a contract share.
 *
 * - `per-head`: a price for each, whatever their number.
 * - `total`: the contract's fee of the month, as `serviceFee` reckons it, shared by the column of weights.
 */
export type BatchFee =
  { readonly kind: "per-head"; readonly monthlyFen: Fen } | { readonly kind: "total"; readonly feeFen: Fen };

/**
 * The fees of a month's contracts, ready to be handed out row by row: by largest remainder, the earlier row
 * first where two are equal, as `allocate` does. Place 0 of each column is that of rows under no contract.
 */
export interface FeeShares {
  /** A row's share but for an odd fen, where all rows of a contract weigh the same. */
  readonly evenFen: Float64Array;
  /** Odd fen that are left for the next rows of such a contract; -1 for a contract that goes by weights. */
  readonly oddLeft: Float64Array;
  readonly totalFen: Float64Array;
  readonly weights: Float64Array;
  /** Remainder above which a row gets a fen more, and how many rows that have just this remainder do. */
  readonly threshold: Float64Array;
  readonly tiesLeft: Float64Array;
}

const byWeight = -1;

/**
 * Prepares the fees: adds up the weights of each total and finds which remainders get a fen more. It holds a
 * number for each row of a contract whose rows weigh differently, until it returns.
 *
 * @throws RangeError when a row has a weight that is not whole, or a weight but no such contract
 */
export function prepareFeeShares(workers: WorkerColumns, fees: readonly BatchFee[]): FeeShares {
  const column = (): Float64Array => new Float64Array(fees.length + 1);
  const shares: FeeShares = {
    evenFen: column(),
    oddLeft: column(),
    totalFen: column(),
    weights: column(),
    threshold: column().fill(Infinity),
    tiesLeft: column(),
  };
  for (const [index, fee] of fees.entries()) {
    if (fee.kind === "per-head") shares.evenFen[index + 1] = fee.monthlyFen;
    else shares.totalFen[index + 1] = fee.feeFen;
  }
  if (fees.some((fee) => fee.kind === "total")) shareTotals(workers, fees, shares);
  return shares;
}

function shareTotals(workers: WorkerColumns, fees: readonly BatchFee[], shares: FeeShares): void {
  const { heads, least, most } = weigh(workers, shares);
  for (const [index, fee] of fees.entries()) {
    const place = index + 1;
    const count = heads[place] ?? 0;
    if (fee.kind === "per-head" || count === 0) continue;
    const even = Math.floor(fee.feeFen / count);
    shares.evenFen[place] = even;
    shares.oddLeft[place] = least[place] === most[place] ? fee.feeFen - even * count : byWeight;
  }
  findThresholds(workers, heads, shares);
}

interface ContractRows {
  readonly heads: Float64Array;
  /** The lightest and the heaviest row. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

function weigh({ contractIndex, feeWeight }: WorkerColumns, { weights }: FeeShares): ContractRows {
  const [heads, most] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const least = new Float64Array(weights.length).fill(Infinity);
  for (let row = 0; row < contractIndex.length; row += 1) {
    const place = (contractIndex[row] ?? 0) + 1;
    const weight = Math.max(0, feeWeight[row] ?? 0);
    if (!Number.isSafeInteger(weight)) throw new RangeError(`row ${row}: feeWeight is not whole`);
    heads[place] = (heads[place] ?? 0) + 1;
    weights[place] = (weights[place] ?? 0) + weight;
    least[place] = Math.min(least[place] ?? 0, weight);
    most[place] = Math.max(most[place] ?? 0, weight);
  }
  return { heads, least, most };
}

/** The odd fen of a contract go to its largest remainders: to all above the threshold, and to some on it. */
function findThresholds(workers: WorkerColumns, heads: Float64Array, shares: FeeShares): void {
  const starts = new Float64Array(heads.length);
  let rows = 0;
  for (let place = 1; place < heads.length; place += 1) {
    starts[place] = rows;
    if (shares.oddLeft[place] === byWeight) rows += heads[place] ?? 0;
  }
  const remainders = new Float64Array(rows);
  const ends = Float64Array.from(starts);
  const odd = Float64Array.from(shares.totalFen);
  for (let row = 0; rows > 0 && row < workers.contractIndex.length; row += 1) {
    const place = (workers.contractIndex[row] ?? 0) + 1;
    if (shares.oddLeft[place] !== byWeight) continue;
    const weight = Math.max(0, workers.feeWeight[row] ?? 0);
    const end = ends[place] ?? 0;
    remainders[end] = remainderOf(shares, place, weight);
    ends[place] = end + 1;
    odd[place] = (odd[place] ?? 0) - wholeShare(shares, place, weight);
  }
  for (let place = 1; place < heads.length; place += 1) {
    if (shares.oddLeft[place] !== byWeight || odd[place] === 0) continue;
    const own = remainders.subarray(starts[place], ends[place]).sort();
    const top = own.subarray(own.length - (odd[place] ?? 0));
    const threshold = top[0] ?? Infinity;
    shares.threshold[place] = threshold;
    shares.tiesLeft[place] = top.filter((remainder) => remainder === threshold).length;
  }
}

/**
 * Hands out the shares of the next rows.
 *
 * @throws RangeError when a row names a contract that there is not
 */
export function fillFeeShares(
  workers: WorkerColumns,
  { from, count }: BatchRows,
  shares: FeeShares,
  agencyFeeFen: Float64Array,
): void {
  const { evenFen, oddLeft } = shares;
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const place = (workers.contractIndex[row] ?? 0) + 1;
    const odd = oddLeft[place];
    if (odd === undefined) throw new RangeError(`row ${row}: there is no contract ${place - 1}`);
    const even = evenFen[place] ?? 0;
    agencyFeeFen[at] = odd === 0 ? even : shareApart(shares, place, workers.feeWeight[row] ?? 0);
  }
}

/** The share of a row that may get an odd fen, or goes by its weight. */
function shareApart(shares: FeeShares, place: number, weight: number): number {
  const odd = shares.oddLeft[place] ?? 0;
  if (odd === byWeight) return shareByWeight(shares, place, Math.max(0, weight));
  shares.oddLeft[place] = odd - 1;
  return (shares.evenFen[place] ?? 0) + 1;
}

function shareByWeight(shares: FeeShares, place: number, weight: number): number {
  const share = wholeShare(shares, place, weight);
  const remainder = remainderOf(shares, place, weight);
  const threshold = shares.threshold[place] ?? Infinity;
  if (remainder < threshold) return share;
  if (remainder > threshold) return share + 1;
  const ties = shares.tiesLeft[place] ?? 0;
  if (ties === 0) return share;
  shares.tiesLeft[place] = ties - 1;
  return share + 1;
}

/** total × weight ÷ weights, cut off; in big integers where the product is beyond what a number holds. */
function wholeShare({ totalFen, weights }: FeeShares, place: number, weight: number): number {
  const [total, sum] = [totalFen[place] ?? 0, weights[place] ?? 0];
  const product = total * weight;
  if (product + sum <= Number.MAX_SAFE_INTEGER) return Math.floor(product / sum);
  return Number((BigInt(total) * BigInt(weight)) / BigInt(sum));
}

/** What that division leaves. */
function remainderOf({ totalFen, weights }: FeeShares, place: number, weight: number): number {
  const [total, sum] = [totalFen[place] ?? 0, weights[place] ?? 0];
  const product = total * weight;
  if (product + sum <= Number.MAX_SAFE_INTEGER) return product % sum;
  return Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
}
