import type { Confidence, FactPack, FactVersion } from "../fact.js";
import type { FactId } from "../fact-ids.js";

/** One version of a fact as a table of a test states it: the outcome of reading the law, not the code. */
export type VersionRow = readonly [
  id: FactId,
  from: string,
  to: string | null,
  announced: string | null,
  value: unknown,
  confidence: Confidence,
  source: string,
];

/** Value of an amount, from yuan. */
export function inYuan(amount: number): { readonly fen: number } {
  return { fen: Math.round(amount * 100) };
}

/** Value of a rate, from per cent. */
export function inPercent(rate: number): { readonly rate: number } {
  return { rate: ppm(rate) };
}

/** Parts per million, from per cent. */
export function ppm(percent: number): number {
  return Math.round(percent * 10_000);
}

/** Value of a count. */
export function number(count: number): { readonly count: number } {
  return { count };
}

/** The versions that a pack holds, written as rows; a row's source is the whole one. */
export function rowsOf(pack: FactPack["facts"]): readonly VersionRow[] {
  const entries = Object.entries(pack) as [FactId, readonly FactVersion<unknown>[]][];
  return entries.flatMap(([id, versions]) =>
    versions.map((version): VersionRow => [
      id,
      version.effectiveFrom,
      version.effectiveTo,
      version.announcedOn,
      version.value,
      version.confidence,
      version.source,
    ]),
  );
}
