const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A citizen id number of the region 360499, which nobody has.
 *
 * @param birth eight digits
 * @param sequence three digits, the last one odd for men
 */
export function identityNumber(birth: string, sequence: string): string {
  const first17 = `360499${birth}${sequence}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + (["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11] ?? "");
}

/** A card number of 19 digits with the prefix 629999 and a check digit that satisfies the Luhn formula. */
export function cardNumber(serial: number): string {
  const first18 = `629999${String(serial).padStart(12, "0")}`;
  const sum = Array.from(first18).reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return first18 + String((10 - (sum % 10)) % 10);
}
