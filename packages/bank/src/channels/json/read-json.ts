import { createIssue, failed, type IssueValues, parsed, type Parsed } from "@tongchou/core";
import { decodeBytes } from "../../encoding.js";
import { type ChannelIssueCode, channelIssues } from "../issues.js";
import type { JsonValue } from "./json-value.js";

/** What a message may cost; what is above is refused. */
const bytesMax = 16_777_216;
const depthMax = 64;

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const spacePattern = /[ \t\r\n]*/y;
const plainPattern = /[^"\\\u0000-\u001f]*/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const literals: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** What ends the reading; the reader makes an issue of it. */
class JsonFault extends Error {
  readonly code: ChannelIssueCode;
  readonly values: IssueValues;

  constructor(code: ChannelIssueCode, values: IssueValues = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/**
 * Reads a JSON message (RFC 8259) in UTF-8. A key that stands twice in one object is refused: what the bank
 * meant cannot be told, and a signature may cover one of them and a reader use the other.
 *
 * @param name for the places of issues
 * @returns the value, or one issue with line and column: `json-malformed`, `json-key-repeated`,
 *   `json-too-deep`, `answer-too-large`, or `bytes-not-in-encoding`
 */
export function readJson(bytes: Uint8Array, name: string): Parsed<JsonValue> {
  if (bytes.length > bytesMax) {
    const place = { file: name };
    return failed(createIssue(channelIssues, "answer-too-large", { allowed: bytesMax }, { place }));
  }
  const text = decodeBytes(bytes, "utf-8");
  if (!text.ok) return text;
  const reader = new JsonReader(text.value);
  try {
    return parsed(reader.readDocument());
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const place = { file: name, ...reader.lineAndColumn() };
    return failed(createIssue(channelIssues, error.code, error.values, { place }));
  }
}

/** One document and the place in it that is being read. */
class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): JsonValue {
    const value = this.#readValue(1);
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new JsonFault("json-malformed");
    return value;
  }

  lineAndColumn(): { readonly row: number; readonly column: string } {
    const before = this.#text.slice(0, this.#at).split("\n");
    return { row: before.length, column: String((before.at(-1) ?? "").length + 1) };
  }

  #readValue(depth: number): JsonValue {
    if (depth > depthMax) throw new JsonFault("json-too-deep", { allowed: depthMax });
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#readObject(depth);
      case "[":
        return this.#readArray(depth);
      case '"':
        return this.#readText();
      default:
        return this.#readLiteral();
    }
  }

  #readObject(depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#at += 1;
    for (let isFirst = true; !this.#take("}"); isFirst = false) {
      if (!isFirst) this.#need(",");
      this.#skipSpace();
      const start = this.#at;
      const key = this.#readText();
      if (members.has(key)) {
        this.#at = start;
        throw new JsonFault("json-key-repeated");
      }
      this.#need(":");
      members.set(key, this.#readValue(depth + 1));
    }
    return members;
  }

  #readArray(depth: number): JsonValue {
    const items: JsonValue[] = [];
    this.#at += 1;
    while (!this.#take("]")) {
      if (items.length > 0) this.#need(",");
      items.push(this.#readValue(depth + 1));
    }
    return items;
  }

  #readText(): string {
    if (this.#text[this.#at] !== '"') throw new JsonFault("json-malformed");
    this.#at += 1;
    let text = "";
    for (;;) {
      text += this.#match(plainPattern);
      const next = this.#text[this.#at];
      if (next === '"') break;
      if (next !== "\\") throw new JsonFault("json-malformed");
      text += this.#readEscape();
    }
    this.#at += 1;
    return text;
  }

  #readEscape(): string {
    const letter = this.#text[this.#at + 1] ?? "";
    const digits = this.#text.slice(this.#at + 2, this.#at + 6);
    const isCode = letter === "u" && /^[0-9a-fA-F]{4}$/.test(digits);
    const text = isCode ? String.fromCharCode(Number.parseInt(digits, 16)) : escapes[letter];
    if (text === undefined) throw new JsonFault("json-malformed");
    this.#at += isCode ? 6 : 2;
    return text;
  }

  #readLiteral(): JsonValue {
    for (const [word, value] of literals) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    const digits = this.#match(numberPattern);
    if (digits === "") throw new JsonFault("json-malformed");
    return { digits };
  }

  #take(sign: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #need(sign: string): void {
    if (!this.#take(sign)) throw new JsonFault("json-malformed");
  }

  #skipSpace(): void {
    this.#match(spacePattern);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }
}
