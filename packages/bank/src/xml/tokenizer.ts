import { codePoint } from "../encoding.js";
import { parseAttributes, type XmlAttributes } from "./attributes.js";
import { decodeReferences, isXmlName, refusedCharacterAt } from "./characters.js";
import { XmlFault } from "./fault.js";
import type { XmlLimits } from "./limits.js";

/** What a reader of XML hears of, in the order of the document. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  /** A whole text between two tags, or of one CDATA section. White space between elements is told as well. */
  text(text: string): void;
  close(name: string): void;
}

/** A name as the document has it, and as the handler is told. */
interface ElementName {
  readonly raw: string;
  readonly told: string;
}

/** Characters that a name may have, by code, below 128; those above are tested once for each name. */
const nameCharacters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[-.:\w]/.test(String.fromCharCode(code)) ? 1 : 0,
);
/** Names that are remembered: messages have some dozens, a hostile file may have any number. */
const namesMax = 1024;
const noAttributes: XmlAttributes = new Map();
const incomplete = -1;

/** What can follow `<!`, each of which may still be incomplete. */
const commentStart = "<!--";
const cdataStart = "<![CDATA[";
const doctypeStart = "<!DOCTYPE";

/**
 * Splits the text of a document into tags and texts, piece by piece, and tests that it is well-formed.
 *
 * It keeps the open elements and the piece of a tag or text that has not ended; nothing else. It throws
 * {@link XmlFault} at the first thing that is wrong; {@link line} and {@link column} then say where.
 */
export class XmlTokenizer {
  readonly #handler: XmlHandler;
  readonly #limits: XmlLimits;
  readonly #dropPrefixes: boolean;
  readonly #names = new Map<string, ElementName>();
  readonly #stack: ElementName[] = [];
  #buffer = "";
  /** Start of the tag or text that is read. */
  #at = 0;
  /** Whether what is rare stands anywhere in the buffer. */
  #hasReference = false;
  #hasReturn = false;
  #hasSectionEnd = false;
  #hasRoot = false;
  #elements = 0;
  /** Up to where lines were counted, the line's number there, and where it starts. */
  #counted = 0;
  #line = 1;
  #lineStart = 0;

  constructor(handler: XmlHandler, limits: XmlLimits, dropPrefixes: boolean) {
    this.#handler = handler;
    this.#limits = limits;
    this.#dropPrefixes = dropPrefixes;
  }

  /** Line of the tag or text that was told last, or of what is wrong, from 1. */
  get line(): number {
    this.#countLines(this.#at);
    return this.#line;
  }

  /** Its first character in that line, from 1, in UTF-16 units. */
  get column(): number {
    this.#countLines(this.#at);
    return this.#at - this.#lineStart + 1;
  }

  /** Characters that wait for the rest of their tag or text. */
  get pending(): number {
    return this.#buffer.length;
  }

  /** Goes past a declaration, which the reader of the bytes has read. */
  skip(length: number, text: string): string {
    this.#line += text.slice(0, length).split("\n").length - 1;
    this.#lineStart = text.lastIndexOf("\n", length - 1) + 1 - length;
    return text.slice(length);
  }

  /** Takes the next piece of text; what is not complete at its end stays. */
  write(piece: string): void {
    const start = this.#buffer.length;
    const buffer = start === 0 ? piece : this.#buffer + piece;
    this.#buffer = buffer;
    this.#at = 0;
    const refusedAt = refusedCharacterAt(piece);
    if (refusedAt !== -1) {
      this.#at = start + refusedAt;
      throw new XmlFault("xml-character-refused", { character: codePoint(piece.charAt(refusedAt)) });
    }
    this.#hasReference = buffer.includes("&");
    this.#hasReturn = buffer.includes("\r");
    this.#hasSectionEnd = buffer.includes("]]>");
    this.#scan();
    this.#countLines(this.#at);
    const rest = buffer.slice(this.#at);
    if (rest.length > this.#limits.lengthMax) throw this.#tooLong();
    this.#counted = 0;
    this.#lineStart -= this.#at;
    this.#at = 0;
    this.#buffer = rest;
  }

  /** Tests that the document is complete. */
  end(): void {
    if (this.#stack.length === 0 && !this.#buffer.includes("<")) {
      this.#text(0, this.#buffer.length);
      if (this.#hasRoot) return;
      throw new XmlFault("xml-empty");
    }
    throw new XmlFault("xml-truncated");
  }

  #scan(): void {
    const { lengthMax } = this.#limits;
    for (;;) {
      const start = this.#at;
      const open = this.#buffer.indexOf("<", start);
      if (open === -1) return;
      if (open > start) {
        if (open - start > lengthMax) throw this.#tooLong();
        this.#text(start, open);
        this.#at = open;
      }
      const next = this.#markup(open);
      if (next === incomplete) return;
      if (next - open > lengthMax) throw this.#tooLong();
      this.#at = next;
    }
  }

  #text(start: number, end: number): void {
    let text = this.#buffer.slice(start, end);
    if (this.#stack.length === 0) {
      if (/[^ \t\r\n]/.test(text)) throw new XmlFault("xml-outside-root");
      return;
    }
    if (this.#hasSectionEnd && text.includes("]]>")) throw new XmlFault("xml-markup-malformed");
    if (this.#hasReturn) text = withLineFeeds(text);
    if (this.#hasReference) text = decodeReferences(text);
    this.#handler.text(text);
  }

  /** Reads what begins with `<`; gives the place behind it. */
  #markup(open: number): number {
    switch (this.#buffer.charCodeAt(open + 1)) {
      case 47:
        return this.#endTag(open);
      case 33:
        return this.#declared(open);
      case 63:
        throw new XmlFault(
          this.#buffer.startsWith("xml", open + 2) ? "xml-declaration-malformed" : "xml-instruction-refused",
        );
      default:
        return this.#startTag(open);
    }
  }

  #startTag(open: number): number {
    const buffer = this.#buffer;
    let end = open + 1;
    for (;;) {
      const code = buffer.charCodeAt(end);
      if (code < 128 ? nameCharacters[code] !== 1 : Number.isNaN(code)) break;
      end += 1;
    }
    if (end === buffer.length) return incomplete;
    const raw = buffer.slice(open + 1, end);
    const name = this.#names.get(raw) ?? this.#learn(raw);
    if (buffer.charCodeAt(end) === 62) {
      this.#open(name, noAttributes);
      this.#stack.push(name);
      return end + 1;
    }
    const tag = parseAttributes(buffer, end, this.#limits.attributesMax);
    if (tag === undefined) return incomplete;
    this.#open(name, tag.attributes);
    if (tag.isEmpty) this.#handler.close(name.told);
    else this.#stack.push(name);
    return tag.end;
  }

  #open(name: ElementName, attributes: XmlAttributes): void {
    const depth = this.#stack.length;
    const { depthMax, elementsMax } = this.#limits;
    if (depth === 0) {
      if (this.#hasRoot) throw new XmlFault("xml-outside-root");
      this.#hasRoot = true;
    }
    if (depth >= depthMax) throw new XmlFault("xml-too-deep", { allowed: depthMax });
    this.#elements += 1;
    if (this.#elements > elementsMax) throw new XmlFault("xml-too-many-elements", { allowed: elementsMax });
    this.#handler.open(name.told, attributes);
  }

  #learn(raw: string): ElementName {
    if (!isXmlName(raw)) throw new XmlFault("xml-tag-malformed");
    const name = { raw, told: this.#dropPrefixes ? raw.slice(raw.indexOf(":") + 1) : raw };
    if (this.#names.size < namesMax && raw.length < 64) this.#names.set(raw, name);
    return name;
  }

  #endTag(open: number): number {
    const buffer = this.#buffer;
    const name = this.#stack.at(-1);
    if (name === undefined) throw new XmlFault("xml-outside-root");
    let end = open + 2 + name.raw.length;
    if (buffer.startsWith(name.raw, open + 2)) {
      let code = buffer.charCodeAt(end);
      while (code === 32 || code === 10 || code === 13 || code === 9) code = buffer.charCodeAt((end += 1));
      if (code === 62) {
        this.#stack.pop();
        this.#handler.close(name.told);
        return end + 1;
      }
      if (Number.isNaN(code)) return incomplete;
    } else if (name.raw.startsWith(buffer.slice(open + 2, end))) return incomplete;
    throw new XmlFault("xml-tag-mismatch", { expected: name.raw.slice(0, 64) });
  }

  /** Comments and CDATA sections. */
  #declared(open: number): number {
    const buffer = this.#buffer;
    if (buffer.startsWith(commentStart, open)) {
      const end = buffer.indexOf("--", open + commentStart.length);
      if (end === -1 || end + 2 === buffer.length) return incomplete;
      if (buffer.charCodeAt(end + 2) === 62) return end + 3;
      throw new XmlFault("xml-markup-malformed");
    }
    if (buffer.startsWith(cdataStart, open)) {
      if (this.#stack.length === 0) throw new XmlFault("xml-outside-root");
      const start = open + cdataStart.length;
      const end = buffer.indexOf("]]>", start);
      if (end === -1) return incomplete;
      if (end > start) this.#handler.text(withLineFeeds(buffer.slice(start, end)));
      return end + 3;
    }
    if (buffer.startsWith(doctypeStart, open)) throw new XmlFault("xml-dtd-refused");
    const found = buffer.slice(open, open + cdataStart.length);
    if ([commentStart, cdataStart, doctypeStart].some((start) => start.startsWith(found))) return incomplete;
    throw new XmlFault("xml-markup-malformed");
  }

  #tooLong(): XmlFault {
    return new XmlFault("xml-too-long", { allowed: this.#limits.lengthMax });
  }

  #countLines(until: number): void {
    if (until <= this.#counted) return;
    let at = this.#buffer.indexOf("\n", this.#counted);
    while (at !== -1 && at < until) {
      this.#line += 1;
      this.#lineStart = at + 1;
      at = this.#buffer.indexOf("\n", at + 1);
    }
    this.#counted = until;
  }
}

/** The ends of lines as XML has them (XML 1.0, section 2.11). */
function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
