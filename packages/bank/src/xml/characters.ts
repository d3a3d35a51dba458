import { codePoint } from "../encoding.js";
import { XmlFault } from "./fault.js";

// XML 1.0, fifth edition, production 2. Text that was decoded has no lone surrogates; text to be written may.
const refused = new RegExp("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]");
const unwritable = new RegExp(`${refused.source}|\\p{Surrogate}`, "gu");

// Productions 4 and 4a, without the colon, which is for namespaces.
const nameStart =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D" +
  "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const part = `[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*`;
const qualifiedName = new RegExp(`^${part}(?::${part})?$`, "u");

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Place of the first character that no XML document may have; -1 where there is none. */
export function refusedCharacterAt(text: string): number {
  return text.search(refused);
}

/** The characters that XML cannot hold, each once. */
export function unwritableCharacters(text: string): readonly string[] {
  const found = text.match(unwritable);
  return found === null ? [] : Array.from(new Set(found), codePoint);
}

/** Whether a text is a name of XML, with or without a namespace prefix. */
export function isXmlName(text: string): boolean {
  return qualifiedName.test(text);
}

/**
 * Replaces the five entities of XML and character references by what they stand for.
 *
 * @throws XmlFault `xml-entity-refused` at any other use of `&`
 */
export function decodeReferences(text: string): string {
  let decoded = "";
  let done = 0;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", done)) {
    // The longest that is valid has ten characters and leading zeros, of which a few are put up with.
    const end = text.slice(at, at + 32).indexOf(";");
    const value = end === -1 ? undefined : valueOfReference(text.slice(at + 1, at + end));
    if (value === undefined) throw new XmlFault("xml-entity-refused");
    decoded += text.slice(done, at) + value;
    done = at + end + 1;
  }
  return decoded + text.slice(done);
}

function valueOfReference(name: string): string | undefined {
  const entity = entities.get(name);
  if (entity !== undefined) return entity;
  const digits = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return refused.test(character) ? undefined : character;
}
