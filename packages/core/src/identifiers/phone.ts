import { coreIssues } from "../issues/catalogue.js";
import { createIssue } from "../issues/issue.js";
import { maskPhoneNumber } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { plainNumberText } from "./normalise.js";

/**
 * Reads a mobile number of mainland China, with or without `+86` or `0086`, spaces and hyphens.
 *
 * @returns 11 digits, or the issue `mobile-not-a-mobile`
 * @example
 * parseMobile("+86 138-0000-0000"); // => { ok: true, value: "13800000000", issues: [] }
 */
export function parseMobile(text: string): Parsed<string> {
  const digits = plainNumberText(text)
    .replace(/-/g, "")
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, "");
  if (/^1[3-9]\d{9}$/.test(digits)) return parsed(digits);
  return failed(createIssue(coreIssues, "mobile-not-a-mobile", { found: maskPhoneNumber(digits) }));
}

/**
 * Reads a number from a contact column: a mobile, or a landline such as `0792-8223344` with an extension.
 *
 * @returns the number, or the issue `mobile-not-a-mobile`
 * @example
 * parseContactNumber("0792 - 8223344"); // => { ok: true, value: "0792-8223344", issues: [] }
 */
export function parseContactNumber(text: string): Parsed<string> {
  const plain = plainNumberText(text);
  return /^0\d{2,3}-?\d{7,8}(-\d+)?$/.test(plain) ? parsed(plain) : parseMobile(text);
}
