import { coreIssues, type CoreIssueCode } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { maskNumbersIn } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { creditCodeCheckCharacter, creditCodePattern, organisationCheckCharacter } from "./check-digits.js";
import { plainNumberText } from "./normalise.js";

/** Who registers the holder of a unified social credit code, by its first two characters (GB 32100). */
export type CreditCodeHolder =
  | "state-organ"
  | "public-institution"
  | "mass-organisation"
  | "other-establishment"
  | "social-organisation"
  | "private-non-enterprise"
  | "foundation"
  | "other-civil"
  | "enterprise"
  | "self-employed"
  | "farmers-cooperative"
  | "rural-collective"
  | "other";

/** A unified social credit code, checked. */
export interface CreditCode {
  readonly code: string;
  readonly holder: CreditCodeHolder;
  readonly divisionCode: string;
  /** The 9 characters of the organisation code (GB 11714) inside it. */
  readonly organisationCode: string;
}

const holders: Readonly<Record<string, CreditCodeHolder>> = {
  "11": "state-organ",
  "12": "public-institution",
  "13": "mass-organisation",
  "19": "other-establishment",
  "51": "social-organisation",
  "52": "private-non-enterprise",
  "53": "foundation",
  "59": "other-civil",
  "91": "enterprise",
  "92": "self-employed",
  "93": "farmers-cooperative",
  N1: "rural-collective",
  N2: "rural-collective",
  N9: "rural-collective",
  Y1: "other",
};

/**
 * Reads a unified social credit code (GB 32100) with the organisation code (GB 11714) inside it.
 *
 * @returns the code, or the issues `credit-code-characters`, `credit-code-check-character`,
 *   `credit-code-organisation-check`; the warning `credit-code-unknown-holder`
 * @example
 * parseCreditCode("91360403MA00000079").ok; // => true
 */
export function parseCreditCode(text: string): Parsed<CreditCode> {
  const code = plainNumberText(text).toUpperCase();
  if (!creditCodePattern.test(code)) return failed(creditCodeIssue("credit-code-characters", code));
  const problems: Issue[] = [];
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code.charAt(17)) {
    problems.push(creditCodeIssue("credit-code-check-character", code));
  }
  const organisationCode = code.slice(8, 17);
  if (organisationCheckCharacter(organisationCode.slice(0, 8)) !== organisationCode.charAt(8)) {
    problems.push(creditCodeIssue("credit-code-organisation-check", code));
  }
  if (problems.length > 0) return { ok: false, issues: problems };
  const holder = holders[code.slice(0, 2)];
  const warnings = holder === undefined ? [creditCodeIssue("credit-code-unknown-holder", code)] : [];
  return parsed(
    { code, holder: holder ?? "other", divisionCode: code.slice(2, 8), organisationCode },
    warnings,
  );
}

/** A code that has the form of an identity number is shown masked: it may stand in the wrong column. */
function creditCodeIssue(code: CoreIssueCode, found: string): Issue {
  const isLikePerson = !creditCodePattern.test(found) || /^\d{17}[\dX]$/.test(found);
  return createIssue(coreIssues, code, { found: isLikePerson ? maskNumbersIn(found) : found });
}
