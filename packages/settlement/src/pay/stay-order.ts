import type { Stay } from "@tongchou/core";

/**
 * True when stays run forward and follow one another without a common day.
 *
 * @example
 * areInOrder([{ to: plainDate("2024-03-08") }, { from: plainDate("2024-03-08") }]); // => false
 */
export function areInOrder(stays: readonly Stay[]): boolean {
  return stays.every(({ from, to }, index) => {
    const before = index === 0 ? undefined : stays[index - 1];
    const isForward = from === undefined || to === undefined || from <= to;
    const isAfter =
      before === undefined || (before.to !== undefined && from !== undefined && before.to < from);
    return isForward && isAfter;
  });
}
