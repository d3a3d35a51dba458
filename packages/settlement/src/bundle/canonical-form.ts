import { bytesToUtf8 } from "@noble/hashes/utils.js";

/** Levels a document may nest; statements have fewer than twenty. */
const depthMax = 100;

/**
 * The byte at which a file stops being canonical JSON (RFC 8785): the first one that cannot follow what is
 * before it in the canonical form of any document, or the end of a file that breaks off. A number, a literal
 * or a name that is wrong as a whole is told by its first byte.
 *
 * @returns the offset from 0; undefined for a file that is canonical JSON and nothing else
 * @example
 * firstNonCanonicalByte(new Uint8Array([0x5b, 0x31, 0x2c, 0x20, 0x32, 0x5d])); // => 3
 */
export function firstNonCanonicalByte(bytes: Uint8Array): number | undefined {
  const scanner = { bytes, at: 0 };
  try {
    scanValue(scanner, 0);
  } catch (error) {
    if (error instanceof OutOfForm) return error.at;
    throw error;
  }
  return scanner.at === bytes.length ? undefined : scanner.at;
}

/** The place at which a scan ended. */
class OutOfForm extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`byte ${at}`);
    this.at = at;
  }
}

interface Scanner {
  readonly bytes: Uint8Array;
  at: number;
}

const code = {
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  zero: 0x30,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

function scanValue(scanner: Scanner, depth: number): void {
  if (depth > depthMax) throw new OutOfForm(scanner.at);
  const first = scanner.bytes[scanner.at];
  if (first === code.openObject) scanObject(scanner, depth);
  else if (first === code.openList) scanList(scanner, depth);
  else if (first === code.quote) scanString(scanner);
  else if (first === code.minus || isDigit(first)) scanNumber(scanner);
  else scanLiteral(scanner);
}

function scanObject(scanner: Scanner, depth: number): void {
  scanner.at += 1;
  if (take(scanner, code.closeObject)) return;
  let last = -1;
  do {
    const name = scanner.at;
    scanString(scanner);
    if (last >= 0 && !isBefore(scanner.bytes, last, name)) throw new OutOfForm(name);
    last = name;
    need(scanner, code.colon);
    scanValue(scanner, depth + 1);
  } while (take(scanner, code.comma));
  need(scanner, code.closeObject);
}

/** True when the name at one place sorts before that at another: by UTF-16 code units (RFC 8785, 3.2.3). */
function isBefore(bytes: Uint8Array, left: number, right: number): boolean {
  let length = 1;
  while (bytes[left + length] === bytes[right + length] && bytes[left + length] !== code.quote) length += 1;
  const a = bytes[left + length] ?? 0;
  const b = bytes[right + length] ?? 0;
  // Letters and digits sort as their bytes do, and a name before what it begins; not the letter of an escape.
  const isEscaped = bytes[left + length - 1] === code.backslash;
  if (!isEscaped && isPlain(b) && (isPlain(a) || a === code.quote)) return a === code.quote || a < b;
  return nameAt(bytes, left) < nameAt(bytes, right);
}

function isPlain(byte: number): boolean {
  return byte > 0x2f && byte < 0x80 && byte !== code.backslash;
}

function nameAt(bytes: Uint8Array, at: number): string {
  const scanner = { bytes, at };
  scanString(scanner);
  return JSON.parse(bytesToUtf8(bytes.subarray(at, scanner.at))) as string;
}

function scanList(scanner: Scanner, depth: number): void {
  scanner.at += 1;
  if (take(scanner, code.closeList)) return;
  do {
    scanValue(scanner, depth + 1);
  } while (take(scanner, code.comma));
  need(scanner, code.closeList);
}

/** RFC 8785, section 3.2.2.2: escapes only where JSON needs them, and those in one form. */
function scanString(scanner: Scanner): void {
  const { bytes } = scanner;
  need(scanner, code.quote);
  let at = scanner.at;
  for (let byte = bytes[at]; byte !== code.quote; byte = bytes[at]) {
    if (byte === undefined || byte < 0x20) throw new OutOfForm(at);
    if (byte === code.backslash) at += escapeLength(bytes, at);
    else at += byte < 0x80 ? 1 : characterLength(bytes, at);
  }
  scanner.at = at + 1;
}

const shortEscapes = new Set(Array.from('"\\bfnrt', (character) => character.charCodeAt(0)));

function escapeLength(bytes: Uint8Array, at: number): number {
  if (shortEscapes.has(bytes[at + 1] ?? 0)) return 2;
  const text = bytesToUtf8(bytes.subarray(at, at + 6));
  // Control characters that have no short form, with small letters.
  if (!/^\\u00(0[0-7be-f]|1[0-9a-f])$/.test(text)) throw new OutOfForm(at);
  return 6;
}

/** Bytes of a well-formed character beyond ASCII (RFC 3629, section 4). */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const secondMin = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const secondMax = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (first < 0xc2 || first > 0xf4) throw new OutOfForm(at);
  if (second < secondMin || second > secondMax) throw new OutOfForm(at + 1);
  for (let next = 2; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) throw new OutOfForm(at + next);
  }
  return length;
}

/** Integers of so many digits print as they are read. */
const exactDigits = 15;

/** Numbers as ECMAScript prints them (RFC 8785, section 3.2.2.3). */
function scanNumber(scanner: Scanner): void {
  const start = scanner.at;
  let end = scanner.bytes[start] === code.minus ? start + 1 : start;
  const [digitsFrom, first] = [end, scanner.bytes[end]];
  while (isDigit(scanner.bytes[end])) end += 1;
  const isShort = end > digitsFrom && end - digitsFrom <= exactDigits && first !== code.zero;
  if (!isShort || isNumberByte(scanner.bytes[end])) {
    while (isNumberByte(scanner.bytes[end])) end += 1;
    const text = bytesToUtf8(scanner.bytes.subarray(start, end));
    if (String(Number(text)) !== text) throw new OutOfForm(start);
  }
  scanner.at = end;
}

const literals = ["true", "null", "false"].map((word) =>
  Uint8Array.from(Array.from(word, (c) => c.charCodeAt(0))),
);

function scanLiteral(scanner: Scanner): void {
  const { bytes, at } = scanner;
  const literal = literals.find((word) => word.every((byte, index) => bytes[at + index] === byte));
  if (literal === undefined) throw new OutOfForm(at);
  scanner.at += literal.length;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Digits, signs, point and exponent. */
function isNumberByte(byte: number | undefined): boolean {
  return isDigit(byte) || byte === 0x2b || byte === code.minus || byte === 0x2e || byte === 0x65;
}

function take(scanner: Scanner, byte: number): boolean {
  if (scanner.bytes[scanner.at] !== byte) return false;
  scanner.at += 1;
  return true;
}

function need(scanner: Scanner, byte: number): void {
  if (!take(scanner, byte)) throw new OutOfForm(scanner.at);
}
