import { codePoint } from "../encoding.js";
import { parseAttributes, type XmlAttributes } from "./attributes.js";
import { byteKind, byteKinds, nameBytes, unitsOf } from "./byte-kinds.js";
import { decodeReferences, isXmlName, refusedCharacterAt } from "./characters.js";
import { XmlFault } from "./fault.js";
import type { XmlLimits } from "./limits.js";

/** What a reader of XML hears of, in the order of the document. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  /** A whole text between two tags, or of one CDATA section; not the white space that sets elements apart. */
  text(text: string): void;
  close(name: string): void;
}

/** A name as the document has it, and as the handler is told. */
interface ElementName {
  readonly raw: string;
  readonly told: string;
  readonly bytes: Uint8Array;
}

/** Names that are remembered, by a hash: messages have some dozens, a hostile file may have any number. */
const nameSlots = 1024;
const noAttributes: XmlAttributes = new Map();
const incomplete = -1;

/** What can follow `<!`, each of which may still be incomplete. */
const commentStart = "<!--";
const cdataStart = "<![CDATA[";
const doctypeStart = "<!DOCTYPE";

/**
 * Splits a document into tags and texts, piece by piece, and tests that it is well-formed.
 *
 * A piece comes as UTF-8 and as text. Tags and ends of texts are looked for in the bytes, which is faster;
 * what is told is cut out of the text. It keeps the open elements and the piece of a tag or text that has not
 * ended, nothing else. It throws {@link XmlFault} at the first thing that is wrong.
 */
export class XmlTokenizer {
  readonly #handler: XmlHandler;
  readonly #limits: XmlLimits;
  readonly #dropPrefixes: boolean;
  readonly #names: (ElementName | undefined)[] = new Array<undefined>(nameSlots).fill(undefined);
  readonly #stack: ElementName[] = [];
  #bytes: Uint8Array = new Uint8Array(0);
  #text = "";
  /** Start of the tag or text that is read, in bytes. */
  #at = 0;
  /** How many bytes more there are before that place than UTF-16 units. */
  #shift = 0;
  #hasRoot = false;
  /** What came before: a start tag, a CDATA section, or the end of an element. */
  #previous: "start" | "section" | "end" = "end";
  #elements = 0;
  /** Up to where lines were counted in the text, the line's number there, and where it starts. */
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
    this.#countLines(this.#at - this.#shift);
    return this.#line;
  }

  /** Its first character in that line, from 1, in UTF-16 units. */
  get column(): number {
    this.#countLines(this.#at - this.#shift);
    return this.#at - this.#shift - this.#lineStart + 1;
  }

  /** Bytes that wait for the rest of their tag or text. */
  get pendingBytes(): number {
    return this.#bytes.length;
  }

  /**
   * Takes the next piece; what is not complete at its end stays.
   *
   * @param skipped characters at its start, of ASCII, that the reader of the bytes has dealt with
   */
  write(bytes: Uint8Array, text: string, skipped = 0): void {
    const hasRest = this.#bytes.length > 0;
    this.#bytes = hasRest ? joinedBytes(this.#bytes, bytes) : bytes;
    this.#text = hasRest ? this.#text + text : text;
    this.#at = skipped;
    this.#scan();
    const end = this.#at - this.#shift;
    this.#countLines(end);
    const rest = this.#text.slice(end);
    if (rest.length > this.#limits.lengthMax) throw this.#tooLong();
    this.#bytes = this.#bytes.subarray(this.#at);
    this.#text = rest;
    this.#counted = 0;
    this.#lineStart -= end;
    this.#at = 0;
    this.#shift = 0;
  }

  /** Tests that the document is complete. */
  end(): void {
    if (this.#stack.length > 0 || this.#bytes.includes(0x3c)) throw new XmlFault("xml-truncated");
    if (/[^ \t\r\n]/.test(this.#text)) throw new XmlFault("xml-outside-root");
    if (!this.#hasRoot) throw new XmlFault("xml-empty");
  }

  #scan(): void {
    const bytes = this.#bytes;
    const { length } = bytes;
    const { lengthMax } = this.#limits;
    for (;;) {
      const start = this.#at;
      let open = start;
      let seen = 0;
      while (open < length) {
        const kind = byteKinds[bytes[open] as number] as number;
        if (kind === byteKind.tagStart) break;
        seen |= kind;
        open += 1;
      }
      // Whether white space is a value or sets elements apart, the next tag tells.
      if (open + 1 >= length) return;
      if (seen !== 0) this.#tell(start, open, seen);
      const next = this.#markup(open);
      if (next === incomplete) return;
      if (next - open > lengthMax) throw this.#tooLong();
      this.#at = next;
    }
  }

  /** Tells of a text, and goes to its end. */
  #tell(start: number, end: number, seen: number): void {
    const from = start - this.#shift;
    const extra = (seen & byteKind.beyondAscii) === 0 ? 0 : extraBytes(this.#bytes, start, end);
    const until = end - this.#shift - extra;
    if ((seen & ~(byteKind.space | byteKind.return)) !== 0 || this.#isValue(end)) {
      if (this.#stack.length === 0) throw new XmlFault("xml-outside-root");
      let text = this.#text.slice(from, until);
      if (text.length > this.#limits.lengthMax) throw this.#tooLong();
      if ((seen & (byteKind.refused | byteKind.beyondAscii)) !== 0) this.#testCharacters(text, start);
      if ((seen & byteKind.tagEnd) !== 0 && text.includes("]]>")) throw new XmlFault("xml-markup-malformed");
      if ((seen & byteKind.return) !== 0) text = withLineFeeds(text);
      if ((seen & byteKind.reference) !== 0) text = decodeReferences(text);
      this.#handler.text(text);
    } else if (end - start > this.#limits.lengthMax) throw this.#tooLong();
    this.#at = end;
    this.#shift += extra;
  }

  /** Whether white space before a place is a value, or part of one, and does not set elements apart. */
  #isValue(end: number): boolean {
    if (this.#stack.length === 0) return false;
    const next = this.#bytes[end + 1];
    return this.#previous === "section" || next === 33 || (this.#previous === "start" && next === 47);
  }

  /** @param start where the text starts, in bytes */
  #testCharacters(text: string, start: number): void {
    const refusedAt = refusedCharacterAt(text);
    if (refusedAt === -1) return;
    this.#at = this.#behind(start, refusedAt);
    this.#shift += extraBytes(this.#bytes, start, this.#at);
    throw new XmlFault("xml-character-refused", { character: codePoint(text.charAt(refusedAt)) });
  }

  /** Reads what begins with `<`; gives the place behind it. */
  #markup(open: number): number {
    switch (this.#bytes[open + 1]) {
      case 47:
        return this.#endTag(open);
      case 33:
        return this.#declared(open);
      case 63:
        throw new XmlFault(
          this.#text.startsWith("xml", open - this.#shift + 2)
            ? "xml-declaration-malformed"
            : "xml-instruction-refused",
        );
      default:
        return this.#startTag(open);
    }
  }

  #startTag(open: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    let end = open + 1;
    let hash = 0;
    while (end < length) {
      const byte = bytes[end] as number;
      if (nameBytes[byte] !== 1) break;
      hash = (hash * 31 + byte) | 0;
      end += 1;
    }
    if (end === length) return incomplete;
    const slot = hash & (nameSlots - 1);
    let name = this.#names[slot];
    if (
      name === undefined ||
      name.bytes.length !== end - open - 1 ||
      !standsAt(name.bytes, bytes, open + 1)
    ) {
      name = this.#learn(open, end);
      this.#names[slot] = name;
    }
    const extra = name.bytes.length - name.raw.length;
    if (bytes[end] === 62) {
      this.#open(name, noAttributes);
      this.#stack.push(name);
      this.#previous = "start";
      this.#shift += extra;
      return end + 1;
    }
    const from = end - this.#shift - extra;
    const tag = parseAttributes(this.#text, from, this.#limits.attributesMax);
    if (tag === undefined) return incomplete;
    this.#open(name, tag.attributes);
    this.#previous = tag.isEmpty ? "end" : "start";
    if (tag.isEmpty) this.#handler.close(name.told);
    else this.#stack.push(name);
    return this.#moveTo(end, tag.end, tag.end - from);
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

  #learn(open: number, end: number): ElementName {
    const bytes = this.#bytes.slice(open + 1, end);
    const start = open + 1 - this.#shift;
    const raw = this.#text.slice(start, start + bytes.length - extraBytes(bytes, 0, bytes.length));
    if (!isXmlName(raw)) throw new XmlFault("xml-tag-malformed");
    return { raw, told: this.#dropPrefixes ? raw.slice(raw.indexOf(":") + 1) : raw, bytes };
  }

  #endTag(open: number): number {
    const bytes = this.#bytes;
    const name = this.#stack.at(-1);
    if (name === undefined) throw new XmlFault("xml-outside-root");
    const start = open + 2;
    if (standsAt(name.bytes, bytes, start)) {
      let end = start + name.bytes.length;
      while (((byteKinds[bytes[end] ?? 0] ?? 0) & byteKind.space) !== 0) end += 1;
      if (bytes[end] === 62) {
        this.#stack.pop();
        this.#previous = "end";
        this.#handler.close(name.told);
        this.#shift += name.bytes.length - name.raw.length;
        return end + 1;
      }
      if (end >= bytes.length) return incomplete;
    } else if (bytes.length < start + name.bytes.length) {
      if (standsAt(bytes.subarray(start), name.bytes, 0)) return incomplete;
    }
    throw new XmlFault("xml-tag-mismatch", { expected: name.raw.slice(0, 64) });
  }

  /** Comments and CDATA sections. */
  #declared(open: number): number {
    const text = this.#text;
    const from = open - this.#shift;
    if (text.startsWith(commentStart, from)) {
      const end = text.indexOf("--", from + commentStart.length);
      if (end === -1 || end + 2 === text.length) return incomplete;
      if (text.charCodeAt(end + 2) !== 62) throw new XmlFault("xml-markup-malformed");
      this.#testCharacters(text.slice(from, end), open);
      return this.#moveTo(open, end + 3, end + 3 - from);
    }
    if (text.startsWith(cdataStart, from)) {
      if (this.#stack.length === 0) throw new XmlFault("xml-outside-root");
      const start = from + cdataStart.length;
      const end = text.indexOf("]]>", start);
      if (end === -1) return incomplete;
      this.#testCharacters(text.slice(from, end), open);
      if (end > start) this.#handler.text(withLineFeeds(text.slice(start, end)));
      this.#previous = "section";
      return this.#moveTo(open, end + 3, end + 3 - from);
    }
    if (text.startsWith(doctypeStart, from)) throw new XmlFault("xml-dtd-refused");
    const found = text.slice(from, from + cdataStart.length);
    if ([commentStart, cdataStart, doctypeStart].some((start) => start.startsWith(found))) return incomplete;
    throw new XmlFault("xml-markup-malformed");
  }

  /**
   * Goes past so many UTF-16 units that do not end between the bytes of a character.
   *
   * @param end the place in the text that is come to
   * @returns the same place in the bytes
   */
  #moveTo(start: number, end: number, units: number): number {
    const at = this.#behind(start, units);
    this.#shift = at - end;
    return at;
  }

  #behind(start: number, units: number): number {
    let at = start;
    for (let left = units; left > 0; at += 1) left -= unitsOf(this.#bytes[at] ?? 0);
    while (((this.#bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
    return at;
  }

  #tooLong(): XmlFault {
    return new XmlFault("xml-too-long", { allowed: this.#limits.lengthMax });
  }

  #countLines(until: number): void {
    if (until <= this.#counted) return;
    let at = this.#text.indexOf("\n", this.#counted);
    while (at !== -1 && at < until) {
      this.#line += 1;
      this.#lineStart = at + 1;
      at = this.#text.indexOf("\n", at + 1);
    }
    this.#counted = until;
  }
}

/** Whether bytes stand at a place of others. */
function standsAt(part: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < part.length; index += 1) if (part[index] !== bytes[at + index]) return false;
  return true;
}

/** How many bytes more there are than UTF-16 units. */
function extraBytes(bytes: Uint8Array, start: number, end: number): number {
  let extra = 0;
  for (let at = start; at < end; at += 1) extra += 1 - unitsOf(bytes[at] as number);
  return extra;
}

function joinedBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

/** The ends of lines as XML has them (XML 1.0, section 2.11). */
function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
