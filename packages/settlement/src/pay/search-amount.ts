import { fen, type Fen } from "@tongchou/core";

/**
 * The largest amount of a range for which something holds that stops holding once and for all as the amount
 * grows. It is taken as given that it holds for the smallest.
 *
 * @example
 * largestWhere(fen(0), fen(100), (amount) => amount * 3 <= 100); // => 33
 */
export function largestWhere(smallest: Fen, largest: Fen, holds: (amount: Fen) => boolean): Fen {
  let held: number = smallest;
  let above: number = largest + 1;
  while (above - held > 1) {
    const middle = Math.floor((held + above) / 2);
    if (holds(fen(middle))) held = middle;
    else above = middle;
  }
  return fen(held);
}
