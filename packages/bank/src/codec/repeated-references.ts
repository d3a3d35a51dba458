import { createIssue, type Issue } from "@tongchou/core";
import { bankIssues } from "../issues.js";

/**
 * Finds the references that stand on more than one payment; empty ones do not count.
 *
 * @returns for each of them the issue `reference-repeated`
 */
export function repeatedReferences(references: readonly string[]): ReadonlyMap<string, Issue> {
  const counts = new Map<string, number>();
  for (const reference of perhapsRepeated(references)) {
    counts.set(reference, (counts.get(reference) ?? 0) + 1);
  }
  counts.delete("");
  return new Map(
    Array.from(counts)
      .filter(([, count]) => count > 1)
      .map(([found, count]) => [found, createIssue(bankIssues, "reference-repeated", { found, count })]),
  );
}

/**
 * Those whose hash another one has too: all repeated ones are among them, and few others.
 *
 * A set of all references would take a hundred bytes and more for each of them, hashes take eight.
 */
function perhapsRepeated(references: readonly string[]): readonly string[] {
  const hashes = new Uint32Array(references.length);
  references.forEach((reference, index) => {
    hashes[index] = hashOf(reference);
  });
  const sorted = hashes.toSorted();
  const shared = new Set(sorted.filter((hash, index) => hash === sorted[index + 1]));
  return shared.size === 0 ? [] : references.filter((_, index) => shared.has(hashes[index] ?? 0));
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
