import { coreIssues, type CoreIssueCode } from "../issues/catalogue.js";
import { createIssue } from "../issues/issue.js";
import { maskAccountNumber } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { satisfiesLuhn } from "./check-digits.js";
import { isScientificNotation, plainNumberText } from "./normalise.js";

/** A person's card or account number: digits kept as text, leading zeros included. */
export type BankAccountNumber = string & { readonly __unit: "account" };

const longestCard = 19;

/** Options of {@link parseBankAccount}. */
export interface BankAccountOptions {
  /** True where nothing but a card will do: then the Luhn digit decides whatever the issuer's prefix is. */
  readonly isCard?: boolean | undefined;
}

/**
 * Reads the number of a bank card or of a person's account.
 *
 * Every card number carries a Luhn check digit (ISO/IEC 7812-1, annex B), passbook accounts do not. Where a
 * number may be either, only the prefix of UnionPay (62) tells a card, and for the others form and length are
 * checked.
 *
 * @returns the number, or the issues `bank-card-empty`, `bank-card-scientific`, `bank-card-characters`,
 *   `bank-card-length` (12 to 32 digits), `bank-card-check-digit`; the warning `bank-card-long` when a number with
 *   a card's prefix has more than the 19 digits of ISO/IEC 7812
 * @example
 * parseBankAccount("6299990000000000004").ok; // => true
 */
export function parseBankAccount(text: string, options: BankAccountOptions = {}): Parsed<BankAccountNumber> {
  const number = plainNumberText(text).replace(/-/g, "");
  if (number === "") return refuse("bank-card-empty", number);
  if (isScientificNotation(number)) return refuse("bank-card-scientific", number);
  if (!/^\d+$/.test(number)) return refuse("bank-card-characters", number);
  if (number.length < 12 || number.length > 32) return refuse("bank-card-length", number);
  const isCard = options.isCard === true || number.startsWith("62");
  if (isCard && !satisfiesLuhn(number)) return refuse("bank-card-check-digit", number);
  const warnings =
    isCard && number.length > longestCard
      ? [
          createIssue(coreIssues, "bank-card-long", {
            found: maskAccountNumber(number),
            length: number.length,
          }),
        ]
      : [];
  return parsed(number as BankAccountNumber, warnings);
}

function refuse(code: CoreIssueCode, number: string): Parsed<never> {
  return failed(createIssue(coreIssues, code, { found: maskAccountNumber(number), length: number.length }));
}
