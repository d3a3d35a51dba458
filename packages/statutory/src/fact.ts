import type { PlainDate } from "@tongchou/core";
import type { FactId, FactValue } from "./fact-ids.js";

/**
 * How sure a fact is.
 *
 * - `confirmed`: the legal text itself was read.
 * - `secondary`: other sources quote the text, or the value follows from one that was read.
 * - `unverified`: provisional. It may be used, and every result that rests on it says so.
 */
export type Confidence = "confirmed" | "secondary" | "unverified";

/** One version of a fact: a value with the time in which it holds and the time from which it is known. */
export interface FactVersion<Value> {
  readonly value: Value;
  /** First day on which the value holds. */
  readonly effectiveFrom: PlainDate;
  /** Last day on which it holds; `null` while no end has been announced. */
  readonly effectiveTo: PlainDate | null;
  /**
   * Day from which it counts as known. `null` when it was known on its first day or that day is not recorded.
   * A value announced later than its first day is a retroactive one.
   */
  readonly announcedOn: PlainDate | null;
  /** Law and article, or document number. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string | undefined;
}

/** Facts that belong together: a country's, a province's, a city's, or what a deployment lays over them. */
export interface FactPack {
  readonly id: string;
  readonly version: string;
  readonly facts: { readonly [Id in FactId]?: readonly FactVersion<FactValue<Id>>[] };
}

const order: readonly Confidence[] = ["confirmed", "secondary", "unverified"];

/**
 * The confidence of a result: that of the least sure of the facts it rests on.
 *
 * @example
 * leastSure(["confirmed", "unverified", "secondary"]); // => "unverified"
 */
export function leastSure(confidences: Iterable<Confidence>): Confidence {
  let least = 0;
  for (const confidence of confidences) least = Math.max(least, order.indexOf(confidence));
  return order[least] ?? "unverified";
}
