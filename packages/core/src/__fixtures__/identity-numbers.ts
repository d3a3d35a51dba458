/**
 * The check character of ISO/IEC 7064 MOD 11-2 by its recursive definition; the code under test uses a table
 * of weights.
 */
export function mod11_2(digits: string): string {
  const product = [...digits].reduce((carry, digit) => ((carry + Number(digit)) * 2) % 11, 0);
  const check = (12 - product) % 11;
  return check === 10 ? "X" : String(check);
}

/**
 * A citizen id number of nobody: region 360499, which no register gives out.
 *
 * @param birth `YYYYMMDD`
 * @param sequence three digits, the last one odd for a man
 */
export function citizenNumber(birth: string, sequence: string): string {
  const first17 = `360499${birth}${sequence}`;
  return first17 + mod11_2(first17);
}

/** A card number of nobody: prefix 629999 and a Luhn check digit, 16 to 19 digits long. */
export function cardNumber(serial: string): string {
  const body = `629999${serial}`;
  const sum = [...body].toReversed().reduce((total, digit, index) => {
    const value = Number(digit);
    // Doubled digits by table instead of by arithmetic.
    return total + (index % 2 === 0 ? Number("0246813579"[value]) : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
