import { createIssue, failed, type Issue, parsed, type Parsed, type Place } from "@tongchou/core";
import { type BankEncoding, decodeBytes } from "../encoding.js";
import { readDeclaration, type XmlDeclaration } from "./declaration.js";
import { XmlFault } from "./fault.js";
import { xmlIssues } from "./issues.js";
import { streamLimits, type XmlLimits, type XmlReadOptions } from "./limits.js";
import { type XmlHandler, XmlTokenizer } from "./tokenizer.js";

/** What is known of a document that was read to its end. */
export interface XmlSummary {
  readonly encoding: BankEncoding;
  /** The encoding's name as the document has it, such as `GB2312`. */
  readonly declared: string | undefined;
}

/** Bytes that are decoded and read at a time. */
const stepBytes = 65_536;
const encoder = new TextEncoder();

/**
 * Reads a document chunk by chunk and tells a handler of it; memory does not grow with the document.
 *
 * Refused: document types, entities other than the five of XML, processing instructions, and all that is not
 * well-formed. Time grows with the bytes and not with how they are cut into chunks.
 */
export class XmlReader {
  readonly #options: XmlReadOptions;
  readonly #limits: XmlLimits;
  readonly #tokenizer: XmlTokenizer;
  #declaration: XmlDeclaration | undefined;
  #isEncodingProven = false;
  #chunks: Uint8Array[] = [];
  #pendingBytes = 0;
  #totalBytes = 0;
  /** Bytes that have to come together before the next attempt. */
  #neededBytes = stepBytes;
  #issue: Issue | undefined;

  constructor(handler: XmlHandler, options: XmlReadOptions = {}) {
    this.#options = options;
    this.#limits = { ...streamLimits, ...withoutUndefined(options) };
    this.#tokenizer = new XmlTokenizer(handler, this.#limits, options.dropPrefixes === true);
  }

  /** Where the element or text that the handler was told of last stands. */
  get place(): Place {
    const { line, column } = this.#tokenizer;
    return { file: this.#options.file ?? "xml", row: line, column: String(column) };
  }

  /** Line and column of the same, without the file. */
  get line(): number {
    return this.#tokenizer.line;
  }

  /** See {@link line}. */
  get column(): number {
    return this.#tokenizer.column;
  }

  /**
   * Takes the next bytes.
   *
   * @returns false when something is wrong with the document: further bytes are not read
   */
  write(chunk: Uint8Array): boolean {
    if (this.#issue !== undefined) return false;
    this.#totalBytes += chunk.length;
    if (this.#totalBytes > this.#limits.bytesMax) {
      this.#fail(new XmlFault("xml-too-large", { allowed: this.#limits.bytesMax }));
      return false;
    }
    for (let start = 0; start < chunk.length; start += stepBytes) {
      const step = chunk.subarray(start, start + stepBytes);
      this.#chunks.push(step);
      this.#pendingBytes += step.length;
      if (this.#pendingBytes >= this.#neededBytes) this.#run(() => this.#process(false));
      if (!this.#isGood()) return false;
    }
    return true;
  }

  /** Ends the document. */
  end(): Parsed<XmlSummary> {
    if (this.#issue === undefined) {
      this.#run(() => {
        this.#process(true);
        this.#tokenizer.end();
      });
    }
    if (this.#issue !== undefined) return failed(this.#issue);
    const { encoding = "utf-8", declared } = this.#declaration ?? {};
    return parsed({ encoding, declared });
  }

  #isGood(): boolean {
    return this.#issue === undefined;
  }

  #run(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      this.#fail(error);
    }
  }

  #fail({ code, values }: XmlFault): void {
    this.#issue = createIssue(xmlIssues, code, values, { place: this.place });
    this.#chunks = [];
  }

  #process(isLast: boolean): void {
    const bytes = joined(this.#chunks, this.#pendingBytes);
    const cut = isLast ? bytes.length : safeCut(bytes);
    const rest = bytes.subarray(cut);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#pendingBytes = rest.length;
    // No character of the three encodings takes more than four bytes.
    if (rest.length > 4 * this.#limits.lengthMax + stepBytes) {
      throw new XmlFault("xml-too-long", { allowed: this.#limits.lengthMax });
    }
    if (cut > 0) this.#decode(bytes.subarray(0, cut));
    // What waits is looked at again when as much has come once more, so that time stays linear.
    this.#neededBytes = rest.length + Math.max(stepBytes, rest.length, this.#tokenizer.pendingBytes);
  }

  #decode(bytes: Uint8Array): void {
    let skipped = 0;
    let body = bytes;
    if (this.#declaration === undefined) {
      this.#declaration = readDeclaration(bytes, this.#options.encoding ?? "utf-8");
      body = bytes.subarray(this.#declaration.markLength);
      skipped = this.#declaration.length;
    }
    const { encoding } = this.#declaration;
    const decoded = decodeBytes(body, encoding);
    if (!decoded.ok) {
      const readable = readablePart(body, encoding);
      this.#tokenizer.write(encoder.encode(readable), readable, skipped);
      throw new XmlFault("xml-bytes-not-in-encoding", { encoding: this.#declaration.declared ?? encoding });
    }
    const text = decoded.value;
    if (!this.#isEncodingProven) this.#proveEncoding(body, text, this.#declaration);
    this.#tokenizer.write(encoding === "utf-8" ? body : encoder.encode(text), text, skipped);
  }

  /**
   * Most UTF-8 can be read as GB18030 and becomes other characters. The first Chinese text tells: four
   * characters of GB18030 that happen to be Chinese in UTF-8 too are as good as impossible.
   */
  #proveEncoding(bytes: Uint8Array, text: string, { encoding, declared }: XmlDeclaration): void {
    if (!/\P{ASCII}/u.test(text)) return;
    this.#isEncodingProven = true;
    if (encoding === "utf-8") return;
    const other = decodeBytes(bytes, "utf-8");
    if (!other.ok || !/^[\p{ASCII}\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/u.test(other.value)) return;
    if ((other.value.match(/\P{ASCII}/gu)?.length ?? 0) < 4) return;
    throw new XmlFault("xml-encoding-mismatch", { declared: declared ?? encoding, found: "UTF-8" });
  }
}

/**
 * Where bytes can be cut: `<` and `>` are part of no other character in the three encodings. Behind a `>` mostly
 * nothing is left to wait for.
 */
function safeCut(bytes: Uint8Array): number {
  const behindTag = bytes.lastIndexOf(0x3e) + 1;
  return behindTag > 0 ? behindTag : Math.max(0, bytes.lastIndexOf(0x3c));
}

/** The text before the first stretch, from one `>` to the next, that cannot be decoded. */
function readablePart(bytes: Uint8Array, encoding: BankEncoding): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const next = bytes.indexOf(0x3e, start);
    const end = next === -1 ? bytes.length : next + 1;
    const part = decodeBytes(bytes.subarray(start, end), encoding);
    if (!part.ok) break;
    parts.push(part.value);
    start = end;
  }
  return parts.join("");
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function withoutUndefined(options: XmlReadOptions): Partial<XmlLimits> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
