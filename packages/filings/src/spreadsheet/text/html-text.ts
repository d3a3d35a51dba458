const named: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
  yen: "¥",
  middot: "·",
};

/** Replaces the character references of HTML that exporting systems write. Others stay as they are. */
export function decodeHtmlText(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, reference: string) => {
    if (!reference.startsWith("#")) return named[reference.toLowerCase()] ?? whole;
    const code = /^#x/i.test(reference) ? parseInt(reference.slice(2), 16) : Number(reference.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
