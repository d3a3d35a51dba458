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
 * The plain form of a number typed into a form: full-width folded, no spaces or zero-width characters, and
 * without the apostrophe that keeps a spreadsheet cell as text.
 *
 * @example
 * plainNumberText(" '3604 0319 "); // => "36040319"
 */
export function plainNumberText(text: string): string {
  return foldFullWidth(text)
    .replace(/[\s\u00A0\u200B-\u200D\uFEFF]/g, "")
    .replace(/^['‘’]/, "");
}
