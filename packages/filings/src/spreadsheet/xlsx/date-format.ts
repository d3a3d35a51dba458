/**
 * Number formats that Excel knows by number and that show a date or a time (ECMA-376, part 1, 18.8.30, with
 * the ids of the Chinese editions). The texts of the others are in the file.
 */
const builtInDateFormats = new Set([
  ...range(14, 22),
  ...range(27, 36),
  ...range(45, 47),
  ...range(50, 58),
  ...range(71, 81),
]);

/** True when a built-in format shows a date or a time. */
export function isBuiltInDateFormat(id: number): boolean {
  return builtInDateFormats.has(id);
}

/** Excel allows formats of 255 characters. */
const formatMax = 255;

/**
 * True when a format's text shows a date or a time: it has one of the letters y, m, d, h, s outside quotes,
 * escapes and brackets.
 */
export function isDateFormat(format: string): boolean {
  const bare = format
    .slice(0, formatMax)
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, (bracket) => (/^\[[hms]+\]$/i.test(bracket) ? bracket : ""));
  return !/general|通用格式/i.test(bare) && /[ymdhs]/i.test(bare);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
