/**
 * Hides the middle of an identity number.
 *
 * @example
 * maskIdentityNumber("360403190001010028"); // => "360***********0028"
 */
export function maskIdentityNumber(number: string): string {
  return maskMiddle(number, 3, 4);
}

/**
 * Hides the middle of a card or account number.
 *
 * @example
 * maskAccountNumber("6299990000000001234"); // => "6299***********1234"
 */
export function maskAccountNumber(number: string): string {
  return maskMiddle(number, 4, 4);
}

/**
 * Hides a name but for its first and, from three characters on, its last character.
 *
 * @example
 * maskName("张三"); // => "张*"
 * maskName("欧阳文山"); // => "欧**山"
 */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const first = characters[0] ?? "";
  if (characters.length < 3) return first + "*".repeat(Math.max(0, characters.length - 1));
  return first + "*".repeat(characters.length - 2) + (characters.at(-1) ?? "");
}

function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return "*".repeat(text.length);
  return text.slice(0, head) + "*".repeat(text.length - head - tail) + text.slice(-tail);
}
