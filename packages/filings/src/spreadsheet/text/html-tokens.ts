/** A tag, or the text between two of them. */
export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open" | "close"; readonly name: string; readonly attributes: string };

/**
 * Splits HTML into tags and texts. Comments, scripts and style sheets are left out. Whatever the markup, it
 * takes one pass.
 */
export function* readHtmlTokens(html: string): Generator<HtmlToken, void, undefined> {
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf("<", position);
    if (start < 0) return;
    if (start > position) yield { kind: "text", text: html.slice(position, start) };
    const isComment = html.startsWith("<!--", start);
    const end = html.indexOf(isComment ? "-->" : ">", start);
    if (end < 0) return;
    position = end + (isComment ? 3 : 1);
    const tag = isComment ? null : /^<(\/?)([a-z][\w:-]*)([^]*)>$/i.exec(html.slice(start, position));
    if (tag === null) continue;
    const [, slash, name = "", attributes = ""] = tag;
    const lower = name.toLowerCase();
    yield { kind: slash === "/" ? "close" : "open", name: lower, attributes };
    if (slash !== "/" && (lower === "script" || lower === "style")) {
      const close = html.indexOf(`</${lower}`, position);
      if (close < 0) return;
      position = close;
    }
  }
}
