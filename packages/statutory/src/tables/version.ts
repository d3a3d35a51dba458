import { fen, parseRate, parseYuan, plainDate, type Fen, type RatePpm } from "@tongchou/core";
import type { Confidence, FactVersion } from "../fact.js";

/** The dates, source and confidence of a version, as a table writes them. */
export interface VersionFacts {
  readonly from: string;
  readonly to?: string;
  readonly announced?: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** One version of a fact, written in a line of a table. */
export function version<Value>(value: Value, facts: VersionFacts): FactVersion<Value> {
  return {
    value,
    effectiveFrom: plainDate(facts.from),
    effectiveTo: facts.to === undefined ? null : plainDate(facts.to),
    announcedOn: facts.announced === undefined ? null : plainDate(facts.announced),
    source: facts.source,
    confidence: facts.confidence,
    ...(facts.note === undefined ? {} : { note: facts.note }),
  };
}

/** An amount as law prints it, in yuan. */
export function yuan(text: string): Fen {
  const amount = parseYuan(text);
  if (!amount.ok) throw new RangeError(`not an amount: ${text}`);
  return amount.value;
}

/** A rate as law prints it, such as `16%`. */
export function percent(text: string): RatePpm {
  const rate = parseRate(text);
  if (!rate.ok) throw new RangeError(`not a rate: ${text}`);
  return rate.value;
}

/** An amount in yuan as the value of a fact. */
export function amount(text: string): { readonly fen: Fen } {
  return { fen: yuan(text) };
}

/** A number as the value of a fact. */
export function count(number: number): { readonly count: number } {
  return { count: number };
}

/** A rate as the value of a fact. */
export function rate(text: string): { readonly rate: RatePpm } {
  return { rate: percent(text) };
}

/** The rates of employer and employee as the value of a fact. */
export function ratePair(
  employer: string,
  employee: string,
): {
  readonly employer: RatePpm;
  readonly employee: RatePpm;
} {
  return { employer: percent(employer), employee: percent(employee) };
}

/** A progressive table from rows of upper limit, rate and quick deduction; the last row has no limit. */
export function taxTable(rows: readonly (readonly [string | null, string, string])[]): {
  readonly brackets: readonly { upToFen: Fen | null; rate: RatePpm; quickFen: Fen }[];
} {
  return {
    brackets: rows.map(([upTo, bracketRate, quick]) => ({
      upToFen: upTo === null ? null : yuan(upTo),
      rate: percent(bracketRate),
      quickFen: yuan(quick),
    })),
  };
}

/** To the fen, half away from zero. */
export const halfUpToFen: { readonly mode: "half-up"; readonly unitFen: Fen } = {
  mode: "half-up",
  unitFen: fen(1),
};
