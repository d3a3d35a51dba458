const mod112Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const mod112Characters = "10X98765432";

/**
 * The check character of GB 11643 (ISO 7064 MOD 11-2) over 17 digits.
 *
 * @example
 * citizenIdCheckCharacter("36040319000101002"); // => "8"
 */
export function citizenIdCheckCharacter(first17: string): string {
  return mod112Characters.charAt(weightedSum(first17, mod112Weights, digitValue) % 11);
}

const creditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const creditCodeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The 31 characters that GB 32100 allows: digits and capitals without I, O, S, V and Z. */
export const creditCodePattern: RegExp = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** The check character of GB 32100 over 17 characters. */
export function creditCodeCheckCharacter(first17: string): string {
  const sum = weightedSum(first17, creditCodeWeights, (character) => creditCodeAlphabet.indexOf(character));
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31);
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The check character of GB 11714 over the 8 characters of an organisation code. */
export function organisationCheckCharacter(first8: string): string {
  const check = 11 - (weightedSum(first8, organisationWeights, alphanumericValue) % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/**
 * True when a row of digits satisfies the Luhn formula (ISO/IEC 7812-1, annex B).
 *
 * @example
 * satisfiesLuhn("79927398713"); // => true
 */
export function satisfiesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digitValue(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The check digit of a CNAPS bank code over its first 11 digits (ISO 7064 MOD 11,10). */
export function cnapsCheckDigit(first11: string): string {
  let product = 10;
  for (const character of first11) {
    const sum = (product + digitValue(character)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

const residenceWeights = [7, 3, 1] as const;

/** The check digit of the 15-character foreign permanent resident number over its first 14 characters. */
export function permanentResidentCheckDigit(first14: string): string {
  let sum = 0;
  for (let index = 0; index < first14.length; index += 1) {
    sum += alphanumericValue(first14.charAt(index)) * (residenceWeights[index % 3] ?? 0);
  }
  return String(sum % 10);
}

function weightedSum(
  text: string,
  weights: readonly number[],
  valueOf: (character: string) => number,
): number {
  return weights.reduce((sum, weight, index) => sum + weight * valueOf(text.charAt(index)), 0);
}

function digitValue(character: string): number {
  return character.charCodeAt(0) - 48;
}

function alphanumericValue(character: string): number {
  const code = character.charCodeAt(0);
  return code >= 65 ? code - 55 : code - 48;
}
