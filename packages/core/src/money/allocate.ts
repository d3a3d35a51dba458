import { fen, type Fen } from "./fen.js";

/**
 * Splits an amount by weights so that the parts add up to it to the fen (largest remainder).
 *
 * Each part is first rounded towards zero; what is left goes fen by fen to the largest remainders, the
 * earlier part first when two are equal, so the same input always gives the same split.
 *
 * @param total any amount; a negative one splits as its mirror image
 * @param weights whole numbers of 0 or more, at least one above 0
 * @throws RangeError when there is no positive weight, or a weight is not a safe integer of 0 or more
 * @example
 * allocate(fen(100), [1, 1, 1]); // => [34, 33, 33]
 * allocate(fen(-100), [1, 1, 1]); // => [-34, -33, -33]
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  let weightTotal = 0n;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
    weightTotal += BigInt(weight);
  }
  if (weightTotal === 0n) throw new RangeError("allocate needs a weight above 0");
  const magnitude = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight);
    return { index, part: product / weightTotal, remainder: product % weightTotal };
  });
  let left = magnitude - shares.reduce((sum, share) => sum + share.part, 0n);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map((share) => fen(total < 0 ? -Number(share.part) : Number(share.part)));
}
