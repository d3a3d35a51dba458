import type { PlainDate } from "@tongchou/core";

/** A time of employment, first and last day included; an end that is left out is open. */
export interface EmploymentStretch {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

/**
 * True when stretches run forward and follow one another without a common day.
 *
 * @example
 * areInOrder([{ to: plainDate("2024-03-08") }, { from: plainDate("2024-03-08") }]); // => false
 */
export function areInOrder(stretches: readonly EmploymentStretch[]): boolean {
  return stretches.every(({ from, to }, index) => {
    const before = index === 0 ? undefined : stretches[index - 1];
    const isForward = from === undefined || to === undefined || from <= to;
    const isAfter =
      before === undefined || (before.to !== undefined && from !== undefined && before.to < from);
    return isForward && isAfter;
  });
}
