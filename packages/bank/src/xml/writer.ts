import { createIssue, failed, type Issue, type Parsed, parsed } from "@tongchou/core";
import { type BankEncoding, encodeAccepted, encodeText } from "../encoding.js";
import { isXmlName, unwritableCharacters } from "./characters.js";
import { xmlIssues } from "./issues.js";

/** An element to be written: with a text, or with children. What {@link readXmlDocument} gave is one. */
export interface XmlContent {
  readonly name: string;
  readonly attributes?: ReadonlyMap<string, string> | undefined;
  readonly text?: string | undefined;
  readonly children?: Iterable<XmlContent> | undefined;
}

/** How a document is written; every field has a default. */
export interface XmlWriteOptions {
  /** Default: `utf-8`. */
  readonly encoding?: BankEncoding | undefined;
  /** The whole declaration, or nothing. Default: version 1.0 and the encoding's name. */
  readonly declaration?: string | undefined;
  /** How elements without content are written: `<a></a>` (the default) or `<a/>`. */
  readonly emptyElements?: "pair" | "single" | undefined;
}

/** Characters that are encoded at a time. */
const chunkLength = 65_536;

/**
 * Writes a whole message. Nothing is put between elements, so text is what was given.
 *
 * @returns the bytes, or `xml-text-unwritable`, or `character-unmappable` of the encoding
 * @throws RangeError when a name is none of XML: such a call is a broken program
 * @example
 * const bytes = writeXmlDocument(xmlElement("TX", [xmlElement("USEOF", "A&B")]), { declaration: "" });
 * bytes.ok && new TextDecoder().decode(bytes.value); // => "<TX><USEOF>A&amp;B</USEOF></TX>"
 */
export function writeXmlDocument(root: XmlContent, options: XmlWriteOptions = {}): Parsed<Uint8Array> {
  const { encoding = "utf-8" } = options;
  const text = Array.from(xmlPieces(root, options)).join("");
  const unwritable = xmlTextIssues(text);
  if (unwritable[0] !== undefined) return failed(unwritable[0]);
  const bytes = encodeText(text, encoding);
  return bytes.ok ? parsed(bytes.value, bytes.issues) : bytes;
}

/**
 * Writes a document of any length, some elements at a time: children can come from a generator.
 *
 * Its texts have been tested by {@link xmlTextIssues} and for the encoding.
 *
 * @throws RangeError when a name is none of XML
 */
export function writeXmlStream(root: XmlContent, options: XmlWriteOptions = {}): Generator<Uint8Array, void> {
  return encodeXmlPieces(xmlPieces(root, options), options.encoding ?? "utf-8");
}

/** Encodes pieces of a document that have been tested, joined to chunks. */
export function* encodeXmlPieces(
  pieces: Iterable<string>,
  encoding: BankEncoding,
): Generator<Uint8Array, void> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < chunkLength) continue;
    yield encodeAccepted(text, encoding);
    text = "";
  }
  if (text !== "") yield encodeAccepted(text, encoding);
}

/** An element to be written, in short. An attribute without a value is left out. */
export function xmlElement(
  name: string,
  content: string | Iterable<XmlContent> = "",
  attributes: Readonly<Record<string, string>> = {},
): XmlContent {
  const own = new Map(Object.entries(attributes));
  return typeof content === "string"
    ? { name, attributes: own, text: content }
    : { name, attributes: own, children: content };
}

/**
 * Tests a text for characters that XML cannot hold, such as control characters.
 *
 * @returns nothing, or `xml-text-unwritable` with their code points
 * @example
 * xmlTextIssues("王\u0000")[0]?.code; // => "xml-text-unwritable"
 */
export function xmlTextIssues(text: string): readonly Issue[] {
  const characters = unwritableCharacters(text);
  if (characters.length === 0) return [];
  return [createIssue(xmlIssues, "xml-text-unwritable", { characters: characters.join(" ") })];
}

const special = /[&<>\r]/;

/**
 * Writes a text so that a reader gets the same text.
 *
 * @example
 * escapeXml("a<b & c"); // => "a&lt;b &amp; c"
 */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

function* xmlPieces(root: XmlContent, options: XmlWriteOptions): Generator<string, void> {
  const { encoding = "utf-8", emptyElements } = options;
  yield options.declaration ?? `<?xml version="1.0" encoding="${encoding.toUpperCase()}"?>`;
  yield* elementPieces(root, emptyElements === "single");
}

function* elementPieces(element: XmlContent, isShort: boolean): Generator<string, void> {
  const { name, attributes, text = "", children = [] } = element;
  if (!isXmlName(name)) throw new RangeError(`not a name of XML: ${name}`);
  let start = `<${name}`;
  for (const [key, value] of attributes ?? []) {
    if (!isXmlName(key)) throw new RangeError(`not a name of XML: ${key}`);
    start += ` ${key}="${escapeAttribute(value)}"`;
  }
  let hasContent = text !== "";
  if (hasContent) yield `${start}>${escapeXml(text)}`;
  for (const child of children) {
    if (!hasContent) yield `${start}>`;
    hasContent = true;
    yield* elementPieces(child, isShort);
  }
  if (hasContent) yield `</${name}>`;
  else yield isShort ? `${start}/>` : `${start}></${name}>`;
}
