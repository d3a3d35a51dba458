/** A number as a file stores it, without its exponent and without superfluous signs: `-1.5E3` is `-1500`. */
export function plainDecimal(text: string): string {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d{1,3}))?$/i.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  return (sign === "-" ? "-" : "") + shiftDigits({ whole, fraction }, Number(exponent));
}

/** Moves the point of a plain decimal to the right. */
export function shiftPoint(text: string, places: number): string {
  const isNegative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  return (isNegative ? "-" : "") + shiftDigits({ whole, fraction }, places);
}

/**
 * Removes what binary arithmetic leaves behind: `1234.5600000001` becomes `1234.56`.
 *
 * @returns the number with at most `places` decimals; undefined when the difference reaches a ten-thousandth
 *   of the last place, which for money is 0.000001 yuan: such a number is more precise, not noisy
 */
export function roundNoise(text: string, places: number): string | undefined {
  const [whole = "", fraction = ""] = text.split(".");
  if (fraction.length <= places) return text;
  const kept = places === 0 ? whole : `${whole}.${fraction.slice(0, places)}`;
  const rest = fraction.slice(places);
  if (/^0{4}|^0+$/.test(rest)) return kept;
  if (!/^9{4}\d*[1-9]/.test(rest)) return undefined;
  const isNegative = whole.startsWith("-");
  const units = BigInt(whole.replace(/^[+-]/, "") + fraction.slice(0, places)) + 1n;
  const digits = units.toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  return `${isNegative ? "-" : ""}${digits.slice(0, cut)}${places === 0 ? "" : "."}${digits.slice(cut)}`;
}

function shiftDigits(number: { readonly whole: string; readonly fraction: string }, places: number): string {
  const digits = number.whole + number.fraction;
  const point = number.whole.length + places;
  const padded = point < 0 ? "0".repeat(-point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 0);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const fraction = padded.slice(at);
  return (whole === "" ? "0" : whole) + (fraction === "" ? "" : `.${fraction}`);
}
