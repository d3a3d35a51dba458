import { codePoint } from "../encoding.js";
import { decodeReferences, isXmlName, refusedCharacterAt } from "./characters.js";
import { XmlFault } from "./fault.js";

/** The attributes of an element by name; a name such as `__proto__` is one like any other. */
export type XmlAttributes = ReadonlyMap<string, string>;

/** What stands in a tag behind its name. */
interface TagEnd {
  readonly attributes: XmlAttributes;
  /** Whether the element ends with the tag. */
  readonly isEmpty: boolean;
  /** Place behind the tag. */
  readonly end: number;
}

/**
 * Reads the attributes of a tag and its end.
 *
 * @param start place behind the element's name
 * @returns nothing where the text ends before the tag does
 * @throws XmlFault where it is not well-formed
 */
export function parseAttributes(text: string, start: number, attributesMax: number): TagEnd | undefined {
  const attributes = new Map<string, string>();
  let at = start;
  for (;;) {
    const before = at;
    at = behindSpace(text, at);
    const code = text.charCodeAt(at);
    if (code === 62) return { attributes, isEmpty: false, end: at + 1 };
    if (code === 47) {
      if (at + 1 === text.length) return undefined;
      if (text.charCodeAt(at + 1) !== 62) throw new XmlFault("xml-tag-malformed");
      return { attributes, isEmpty: true, end: at + 2 };
    }
    if (Number.isNaN(code)) return undefined;
    if (at === before) throw new XmlFault("xml-tag-malformed");
    const attribute = parseAttribute(text, at);
    if (attribute === undefined) return undefined;
    if (attributes.has(attribute.name)) throw new XmlFault("xml-attribute-repeated");
    if (attributes.size === attributesMax) {
      throw new XmlFault("xml-too-many-attributes", { allowed: attributesMax });
    }
    attributes.set(attribute.name, attribute.value);
    at = attribute.end;
  }
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

function parseAttribute(text: string, start: number): Attribute | undefined {
  const nameEnd = endOfName(text, start);
  const sign = behindSpace(text, nameEnd);
  const open = behindSpace(text, sign + 1);
  if (open >= text.length) {
    if (sign < text.length && text.charAt(sign) !== "=") throw new XmlFault("xml-attribute-malformed");
    return undefined;
  }
  const name = text.slice(start, nameEnd);
  const quote = text.charAt(open);
  if (text.charAt(sign) !== "=" || (quote !== '"' && quote !== "'") || !isXmlName(name)) {
    throw new XmlFault("xml-attribute-malformed");
  }
  const end = text.indexOf(quote, open + 1);
  if (end === -1) return undefined;
  const raw = text.slice(open + 1, end);
  if (raw.includes("<")) throw new XmlFault("xml-attribute-malformed");
  const refusedAt = refusedCharacterAt(raw);
  if (refusedAt !== -1) {
    throw new XmlFault("xml-character-refused", { character: codePoint(raw.charAt(refusedAt)) });
  }
  // White space becomes spaces (XML 1.0, section 3.3.3); what stands as a reference stays.
  return { name, value: decodeReferences(raw.replace(/\r\n|[\t\n\r]/g, " ")), end: end + 1 };
}

function endOfName(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) || isSpace(code) || code === 61 || code === 62 || code === 47) return at;
    at += 1;
  }
}

function behindSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
