import { coreIssues } from "../issues/catalogue.js";
import { createIssue } from "../issues/issue.js";
import { maskNumbersIn } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { cnapsCheckDigit } from "./check-digits.js";
import { plainNumberText } from "./normalise.js";

/** A 12-digit CNAPS bank code (联行号): bank category and bank 3, city 4, branch 4, check 1. */
export interface CnapsCode {
  readonly code: string;
  /** First three digits, such as `102` for ICBC or `313` for the city commercial banks. */
  readonly bank: string;
  /** Four digits of the PBOC's own numbering of cities, not of GB/T 2260. */
  readonly city: string;
}

/** Options of {@link parseCnapsCode}. */
export interface CnapsCodeOptions {
  /** Refuse a failing check digit. Off by default: the PBOC's code book is the authority, not the formula. */
  readonly strict?: boolean;
}

/**
 * Reads a CNAPS bank code.
 *
 * @returns the code, or the issue `cnaps-characters`; a failing check digit is the warning
 *   `cnaps-check-digit`, or an error when strict
 * @example
 * parseCnapsCode("102100099996").ok; // => true
 */
export function parseCnapsCode(text: string, options: CnapsCodeOptions = {}): Parsed<CnapsCode> {
  const code = plainNumberText(text);
  if (!/^\d{12}$/.test(code)) {
    return failed(createIssue(coreIssues, "cnaps-characters", { found: maskNumbersIn(code) }));
  }
  const value = { code, bank: code.slice(0, 3), city: code.slice(3, 7) };
  if (cnapsCheckDigit(code.slice(0, 11)) === code.charAt(11)) return parsed(value);
  const severity = options.strict === true ? "error" : "warning";
  const problem = createIssue(coreIssues, "cnaps-check-digit", { found: code }, { severity });
  return options.strict === true ? failed(problem) : parsed(value, [problem]);
}
