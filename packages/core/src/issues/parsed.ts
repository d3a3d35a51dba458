import type { Issue } from "./issue.js";

/** The result of reading data: the value with any warnings, or every problem found. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Wraps a value that could be read.
 *
 * @example
 * parsed(1); // => { ok: true, value: 1, issues: [] }
 */
export function parsed<T>(value: T, issues: readonly Issue[] = []): Parsed<T> {
  return { ok: true, value, issues };
}

/**
 * Wraps the problems that kept a value from being read.
 *
 * @example
 * failed(createIssue(coreIssues, "person-name-empty")).ok; // => false
 */
export function failed(...issues: readonly [Issue, ...Issue[]]): {
  readonly ok: false;
  readonly issues: readonly Issue[];
} {
  return { ok: false, issues };
}
