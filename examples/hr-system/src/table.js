// @ts-check

/**
 * A title with its lines; nothing where there are none.
 *
 * @param {string} title
 * @param {readonly string[]} lines
 */
export function section(title, lines) {
  return lines.length === 0 ? "" : `${[title, ...lines].join("\n")}\n`;
}

/**
 * The lines of a table; a column with figures stands on the right.
 *
 * @param {readonly (readonly string[])[]} rows
 * @returns {readonly string[]}
 */
export function table(rows) {
  const columns = (rows[0] ?? []).map((_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    return { width: Math.max(...cells.map(displayWidth)), isRight: cells.some(isFigure) };
  });
  return rows.map((row) => {
    const cells = columns.map(({ width, isRight }, column) => {
      const text = row[column] ?? "";
      const blanks = " ".repeat(width - displayWidth(text));
      return isRight ? blanks + text : text + blanks;
    });
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

/** @param {string} text */
function isFigure(text) {
  return /^-?[\d,.]+$/.test(text);
}

/**
 * Columns on a terminal: a Han character takes two.
 *
 * @param {string} text
 */
function displayWidth(text) {
  return Array.from(text).reduce((width, character) => width + (character > "\u2e7f" ? 2 : 1), 0);
}
