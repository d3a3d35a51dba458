/**
 * Folds full-width letters, digits and punctuation to their ASCII forms and full-width spaces to plain ones.
 *
 * Only U+FF01–FF5E and U+3000 are touched: NFKC would also rewrite Han characters that stand in names.
 *
 * @example
 * foldFullWidth("３６０４Ｘ"); // => "3604X"
 */
export function foldFullWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/**
 * The plain form of a number typed into a form: full-width folded, without spaces, zero-width characters
 * and marks of writing direction, and without the apostrophe that keeps a spreadsheet cell as text.
 *
 * @example
 * plainNumberText(" '3604 0319 "); // => "36040319"
 */
export function plainNumberText(text: string): string {
  return foldFullWidth(text)
    .replace(/[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, "")
    .replace(/^['‘’]/, "");
}

/** True for a number that a spreadsheet turned into scientific notation, such as `3.60403E+17`. */
export function isScientificNotation(text: string): boolean {
  return /^\d(\.\d+)?E\+?\d+$/i.test(text);
}
