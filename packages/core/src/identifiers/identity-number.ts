import { isCalendarDay, plainDate, type PlainDate } from "../calendar/plain-date.js";
import { coreIssues, type CoreIssueCode } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { maskIdentityNumber } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { citizenIdCheckCharacter, permanentResidentCheckDigit } from "./check-digits.js";
import { isProvinceCode } from "./division.js";
import { isScientificNotation, plainNumberText } from "./normalise.js";

/** The documents whose number this module reads. */
export type IdentityDocumentKind =
  "resident-identity-card" | "hong-kong-macau-taiwan-residence-permit" | "foreign-permanent-resident-card";

/** A person's number, checked, with what it says of its holder. */
export interface IdentityNumber {
  readonly kind: IdentityDocumentKind;
  /** 18 characters, or 15 for the permanent-resident card issued before 2023-12-01. */
  readonly number: string;
  /**
   * Division of first registration (GB/T 2260), `810000`, `820000`, `830000`, or none for permanent
   * residents.
   */
  readonly divisionCode?: string;
  /** None for the 15-character permanent-resident number: it has a two-digit year. */
  readonly birth?: PlainDate;
  readonly sex?: "male" | "female";
  /** True when the number was given in the 15-digit form used before 1999 and extended here. */
  readonly legacy15?: true;
}

/** Options of {@link parseIdentityNumber}. */
export interface IdentityNumberOptions {
  /**
   * A birth date after this day is refused. Without it the future is not checked: this module has no clock.
   */
  readonly asOf?: PlainDate | undefined;
}

/**
 * Reads a citizen id number (GB 11643), a Hong Kong, Macau or Taiwan residence permit number, or either form
 * of the foreign permanent-resident number.
 *
 * Full-width characters, spaces and a leading apostrophe are folded away; a last character typed as `x`, `×`
 * or `*` counts as `X` where the check holds. Nothing else is repaired.
 *
 * @returns the number, or the issues `citizen-id-empty`, `citizen-id-scientific`, `citizen-id-length`,
 *   `citizen-id-characters`, `citizen-id-birth-date`, `citizen-id-check-digit`; the warnings
 *   `citizen-id-legacy15`, `citizen-id-unknown-division`
 * @example
 * parseIdentityNumber("360403190001010028").ok; // => true
 * parseIdentityNumber("360403190001010021").ok; // => false
 */
export function parseIdentityNumber(
  text: string,
  options: IdentityNumberOptions = {},
): Parsed<IdentityNumber> {
  const folded = plainNumberText(text).toUpperCase();
  if (folded === "") return refuse("citizen-id-empty", folded);
  if (isScientificNotation(folded)) return refuse("citizen-id-scientific", folded);
  if (/^[A-Z]{3}\d{12}$/.test(folded)) return parsePermanentResident15(folded);
  const number = folded.replace(/[×*]$/, "X");
  if (/^\d{15}$/.test(number)) return parseLegacy15(number, options);
  if (number.length !== 18) return refuse("citizen-id-length", number, { length: number.length });
  if (!/^\d{17}[\dX]$/.test(number)) return refuse("citizen-id-characters", number);
  return parseNumber18(number, options);
}

function parseNumber18(number: string, options: IdentityNumberOptions): Parsed<IdentityNumber> {
  const birth = birthDate(number.slice(6, 14), options);
  const problems: Issue[] = [];
  if (birth === undefined) problems.push(identityIssue("citizen-id-birth-date", number));
  if (citizenIdCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    problems.push(identityIssue("citizen-id-check-digit", number));
  }
  if (problems.length > 0) return { ok: false, issues: problems };
  const sex = Number(number.charAt(16)) % 2 === 1 ? "male" : "female";
  const common = { number, sex, ...(birth === undefined ? {} : { birth }) } as const;
  if (number.startsWith("9")) return parsed({ kind: "foreign-permanent-resident-card", ...common });
  const divisionCode = number.slice(0, 6);
  if (/^8[123]0000$/.test(divisionCode)) {
    return parsed({ kind: "hong-kong-macau-taiwan-residence-permit", divisionCode, ...common });
  }
  const warnings = isProvinceCode(number.slice(0, 2))
    ? []
    : [identityIssue("citizen-id-unknown-division", number)];
  return parsed({ kind: "resident-identity-card", divisionCode, ...common }, warnings);
}

function parseLegacy15(number: string, options: IdentityNumberOptions): Parsed<IdentityNumber> {
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  const result = parseNumber18(first17 + citizenIdCheckCharacter(first17), options);
  if (!result.ok) return result;
  // Only citizens had numbers of this form; residence permits and permanent-resident cards never did.
  if (result.value.kind !== "resident-identity-card")
    return refuse("citizen-id-length", number, { length: 15 });
  return parsed({ ...result.value, legacy15: true }, [
    ...result.issues,
    identityIssue("citizen-id-legacy15", number),
  ]);
}

function parsePermanentResident15(number: string): Parsed<IdentityNumber> {
  const problems: Issue[] = [];
  const month = Number(number.slice(9, 11));
  const day = Number(number.slice(11, 13));
  // The year has two digits. Both centuries have the same leap years, but for 1900, which is given 2000's.
  const year = 2000 + Number(number.slice(7, 9));
  if (!isCalendarDay(year, month, day)) {
    problems.push(identityIssue("citizen-id-birth-date", number));
  }
  if (permanentResidentCheckDigit(number.slice(0, 14)) !== number.charAt(14)) {
    problems.push(identityIssue("citizen-id-check-digit", number));
  }
  if (problems.length > 0) return { ok: false, issues: problems };
  return parsed({ kind: "foreign-permanent-resident-card", number });
}

function birthDate(digits: string, options: IdentityNumberOptions): PlainDate | undefined {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  if (Number(year) < 1900 || !isCalendarDay(Number(year), Number(month), Number(day))) return undefined;
  const birth = plainDate(`${year}-${month}-${day}`);
  return options.asOf !== undefined && birth > options.asOf ? undefined : birth;
}

function refuse(code: CoreIssueCode, number: string, values: Record<string, number> = {}): Parsed<never> {
  return failed(createIssue(coreIssues, code, { found: maskIdentityNumber(number), ...values }));
}

function identityIssue(code: CoreIssueCode, number: string): Issue {
  return createIssue(coreIssues, code, { found: maskIdentityNumber(number) });
}
