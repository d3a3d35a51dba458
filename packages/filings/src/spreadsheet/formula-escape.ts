/**
 * Characters a text may not begin with where a spreadsheet could take it for a formula, full-width forms
 * included; apostrophes before them count, so that escaping can be undone.
 */
const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/;
const pureNumber = /^[+-]?\d+(\.\d+)?$/;

/**
 * Puts an apostrophe before a text that a spreadsheet could run as a formula; pure numbers stay as they are.
 *
 * @example
 * escapeFormula("=1+1"); // => "'=1+1"
 * escapeFormula("-12.50"); // => "-12.50"
 */
export function escapeFormula(text: string): string {
  return formulaStart.test(text) && !pureNumber.test(text) ? `'${text}` : text;
}

/** Takes that apostrophe off again. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}
