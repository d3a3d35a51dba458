import type { Issue, Parsed } from "@tongchou/core";

/**
 * The issues of all results that failed, so that nothing stops at the first.
 *
 * @throws RangeError when none of them failed: such a call is a broken program
 */
export function failedTogether(...results: readonly Parsed<unknown>[]): Parsed<never> {
  const issues = results.flatMap((result): readonly Issue[] => (result.ok ? [] : result.issues));
  if (issues.length === 0) throw new RangeError("no result failed");
  return { ok: false, issues };
}
