import { createIssue, type Issue } from "@tongchou/core";
import { bankIssues } from "../issues.js";

/**
 * Finds the references that stand on more than one payment; empty ones do not count.
 *
 * @returns for each of them the issue `reference-repeated`
 */
export function repeatedReferences(references: Iterable<string>): ReadonlyMap<string, Issue> {
  const counts = new Map<string, number>();
  for (const reference of references) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  counts.delete("");
  return new Map(
    Array.from(counts)
      .filter(([, count]) => count > 1)
      .map(([found, count]) => [found, createIssue(bankIssues, "reference-repeated", { found, count })]),
  );
}
