import { createIssue, type Issue } from "@tongchou/core";
import { outcomeIssues } from "./outcome-issues.js";

/** What is known of a part whose fate is not. Moments are in the bank's time: `2024-03-15T09:30:00`. */
export interface UnansweredPart {
  readonly batchNumber: string;
  readonly submittedAt: string;
  /** When the bank last said that it does not have the part; missing where it never did. */
  readonly notFoundAt?: string | undefined;
  /** Minutes after which the bank guarantees that a query finds what it took; missing where it does not. */
  readonly windowMinutes?: number | undefined;
}

/**
 * Tests whether "not found" came late enough for a part to be submitted once more, with the same number and
 * the same bytes: it is no proof while the bank may still be taking the part in.
 *
 * Time is all that it looks at. `decideResend` of `@tongchou/bank/channels` also knows a part that the bank
 * had shown before.
 *
 * @returns nothing where it may, else `resubmission-too-early`
 * @throws RangeError when a moment is none
 * @example
 * const part = { batchNumber: "B1-01", submittedAt: "2024-03-15T23:50:00", windowMinutes: 30 };
 * checkResubmission({ ...part, notFoundAt: "2024-03-16T00:10:00" })[0]?.code; // => "resubmission-too-early"
 * checkResubmission({ ...part, notFoundAt: "2024-03-16T00:20:00" }); // => []
 */
export function checkResubmission(part: UnansweredPart): readonly Issue[] {
  const { batchNumber, submittedAt, notFoundAt, windowMinutes } = part;
  const isDue =
    notFoundAt !== undefined &&
    windowMinutes !== undefined &&
    minutesOf(notFoundAt) - minutesOf(submittedAt) >= windowMinutes;
  if (isDue) return [];
  const allowed = windowMinutes === undefined ? "—" : `${windowMinutes} min`;
  return [createIssue(outcomeIssues, "resubmission-too-early", { batchNumber, allowed })];
}

function minutesOf(moment: string): number {
  // The bank's time has no zone and no summer time: read as UTC, differences are right.
  const milliseconds = Date.parse(`${moment}Z`);
  if (!Number.isFinite(milliseconds)) throw new RangeError(`not a moment: ${moment}`);
  return milliseconds / 60_000;
}
