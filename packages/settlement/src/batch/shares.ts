/**
 * Amounts that are shared out row by row: by largest remainder, the earlier row first where two are equal, as
 * `allocate` does. Each column has an entry for each place that a row may have; place 0 shares nothing.
 */
export interface Shares {
  /** A row's share but for an odd fen, where all rows of a place weigh the same. */
  readonly evenFen: Float64Array;
  /** Odd fen that are left for the next rows of such a place; -1 for a place that goes by weights. */
  readonly oddLeft: Float64Array;
  readonly totalFen: Float64Array;
  readonly weights: Float64Array;
  /** Remainder above which a row gets a fen more, and how many rows that have just this remainder do. */
  readonly threshold: Float64Array;
  readonly tiesLeft: Float64Array;
  readonly weightOf: WeightOf;
}

/** What a row weighs: whole, and never below nought. */
export type WeightOf = (row: number, place: number) => number;

/** The rows that share: the place of a row is one more than its entry. */
export interface SharingRows {
  readonly contractIndex: Int32Array;
  readonly weightOf: WeightOf;
}

const byWeight = -1;

/**
 * Prepares totals for sharing: adds up the weights of each and finds which remainders get a fen more. It
 * holds a number for each row of a place whose rows weigh differently, until it returns.
 *
 * @param totalFen by place; NaN for a place whose rows have a fixed amount each
 * @param eachFen by place, of those
 */
export function prepareShares(rows: SharingRows, totalFen: Float64Array, eachFen: Float64Array): Shares {
  const column = (): Float64Array => new Float64Array(totalFen.length);
  const shares: Shares = {
    evenFen: eachFen,
    oddLeft: column(),
    totalFen,
    weights: column(),
    threshold: column().fill(Infinity),
    tiesLeft: column(),
    weightOf: rows.weightOf,
  };
  if (totalFen.every((total) => Number.isNaN(total))) return shares;
  const { heads, least, most } = weigh(rows, shares);
  for (let place = 1; place < totalFen.length; place += 1) {
    const [total, count] = [totalFen[place] ?? 0, heads[place] ?? 0];
    if (Number.isNaN(total) || count === 0) continue;
    const even = Math.floor(total / count);
    shares.evenFen[place] = even;
    shares.oddLeft[place] = least[place] === most[place] ? total - even * count : byWeight;
  }
  findThresholds(rows, heads, shares);
  return shares;
}

interface PlaceRows {
  readonly heads: Float64Array;
  /** The lightest and the heaviest row. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

function weigh({ contractIndex, weightOf }: SharingRows, { weights, totalFen }: Shares): PlaceRows {
  const [heads, most] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const least = new Float64Array(weights.length).fill(Infinity);
  for (let row = 0; row < contractIndex.length; row += 1) {
    const place = (contractIndex[row] ?? 0) + 1;
    if (place === 0 || Number.isNaN(totalFen[place])) continue;
    const weight = weightOf(row, place);
    heads[place] = (heads[place] ?? 0) + 1;
    weights[place] = (weights[place] ?? 0) + weight;
    least[place] = Math.min(least[place] ?? 0, weight);
    most[place] = Math.max(most[place] ?? 0, weight);
  }
  return { heads, least, most };
}

/** The odd fen of a total go to its largest remainders: to all above the threshold, and to some on it. */
function findThresholds({ contractIndex, weightOf }: SharingRows, heads: Float64Array, shares: Shares): void {
  const starts = new Float64Array(heads.length);
  let rows = 0;
  for (let place = 1; place < heads.length; place += 1) {
    starts[place] = rows;
    if (shares.oddLeft[place] === byWeight) rows += heads[place] ?? 0;
  }
  const remainders = new Float64Array(rows);
  const ends = Float64Array.from(starts);
  const odd = Float64Array.from(shares.totalFen);
  for (let row = 0; rows > 0 && row < contractIndex.length; row += 1) {
    const place = (contractIndex[row] ?? 0) + 1;
    if (shares.oddLeft[place] !== byWeight) continue;
    const weight = weightOf(row, place);
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

/** The share of the next row of a place that may get an odd fen, or goes by its weight. */
export function shareApart(shares: Shares, place: number, row: number): number {
  const odd = shares.oddLeft[place] ?? 0;
  if (odd === byWeight) return shareByWeight(shares, place, shares.weightOf(row, place));
  shares.oddLeft[place] = odd - 1;
  return (shares.evenFen[place] ?? 0) + 1;
}

function shareByWeight(shares: Shares, place: number, weight: number): number {
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

/** Shares that are handed out from the first row again. */
export function fromFirstRow(shares: Shares): Shares {
  return {
    ...shares,
    oddLeft: Float64Array.from(shares.oddLeft),
    tiesLeft: Float64Array.from(shares.tiesLeft),
  };
}

/** total × weight ÷ weights, cut off; in big integers where the product is beyond what a number holds. */
function wholeShare({ totalFen, weights }: Shares, place: number, weight: number): number {
  const [total, sum] = [totalFen[place] ?? 0, weights[place] ?? 0];
  const product = total * weight;
  if (product + sum <= Number.MAX_SAFE_INTEGER) return Math.floor(product / sum);
  return Number((BigInt(total) * BigInt(weight)) / BigInt(sum));
}

/** What that division leaves. */
function remainderOf({ totalFen, weights }: Shares, place: number, weight: number): number {
  const [total, sum] = [totalFen[place] ?? 0, weights[place] ?? 0];
  const product = total * weight;
  if (product + sum <= Number.MAX_SAFE_INTEGER) return product % sum;
  return Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
}
