import { failed, createIssue, parsed, type Parsed } from "@tongchou/core";
import { iso8583Issues } from "../issues.js";
import type { Tlv } from "../message.js";

/** Objects inside objects that are gone into; chip data has two or three levels. */
const depthMax = 8;
const tagBytesMax = 4;

/** What is wrong, and where. */
interface Fault {
  readonly offset: number;
  readonly allowed: string;
}

/** Where in a message the data objects stand, for issues. */
export interface TlvPlace {
  readonly field: number;
  /** Offset of the first byte in the message. Default: 0. */
  readonly offset?: number | undefined;
}

/**
 * Reads data objects of BER-TLV (ISO/IEC 8825-1, as EMV book 3, annex B uses them), constructed ones inside
 * out. What it accepts, {@link encodeTlv} writes as the same bytes.
 *
 * @returns the objects, or `iso8583-tlv` with the byte where they break off
 * @example
 * decodeTlv(new Uint8Array([0x9a, 3, 0x16, 0x11, 0x15]), { field: 55 });
 * // => { ok: true, value: [{ tag: "9A", value: new Uint8Array([0x16, 0x11, 0x15]) }], issues: [] }
 * decodeTlv(new Uint8Array([0x9a, 3, 0x16]), { field: 55 }).ok; // => false
 */
export function decodeTlv(bytes: Uint8Array, { field, offset = 0 }: TlvPlace): Parsed<readonly Tlv[]> {
  const objects = readObjects(bytes, { from: 0, to: bytes.length, depth: 1 });
  if (!isFault(objects)) return parsed(objects);
  const values = { field, offset: offset + objects.offset, allowed: objects.allowed };
  return failed(createIssue(iso8583Issues, "iso8583-tlv", values, { path: `/fields/${field}` }));
}

/**
 * Writes data objects of BER-TLV, lengths in the fewest bytes unless `lengthBytes` asks for more.
 *
 * @returns the bytes, or `iso8583-tlv` for a tag that is none or objects that nest too deeply
 * @example
 * encodeTlv([{ tag: "9A", value: new Uint8Array([0x16, 0x11, 0x15]) }], { field: 55 });
 * // => { ok: true, value: new Uint8Array([0x9a, 3, 0x16, 0x11, 0x15]), issues: [] }
 */
export function encodeTlv(objects: readonly Tlv[], { field, offset = 0 }: TlvPlace): Parsed<Uint8Array> {
  const bytes: number[] = [];
  const fault = writeObjects(bytes, objects, 1);
  if (fault === undefined) return parsed(Uint8Array.from(bytes));
  const values = { field, offset: offset + fault.offset, allowed: fault.allowed };
  return failed(createIssue(iso8583Issues, "iso8583-tlv", values, { path: `/fields/${field}` }));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function readObjects(bytes: Uint8Array, { from, to, depth }: Stretch): readonly Tlv[] | Fault {
  if (depth > depthMax) return { offset: from, allowed: `depth <= ${depthMax}` };
  const objects: Tlv[] = [];
  let at = from;
  while (at < to) {
    const tagEnd = endOfTag(bytes, at, to);
    if (tagEnd === undefined) return { offset: at, allowed: "BER tag" };
    const length = readLength(bytes, tagEnd, to);
    if (length === undefined) return { offset: tagEnd, allowed: "BER length" };
    const end = length.valueFrom + length.size;
    if (end > to) return { offset: tagEnd, allowed: `length <= ${to - length.valueFrom}` };
    const isConstructed = ((bytes[at] ?? 0) & 0x20) !== 0;
    const value = isConstructed
      ? readObjects(bytes, { from: length.valueFrom, to: end, depth: depth + 1 })
      : new Uint8Array(bytes.subarray(length.valueFrom, end));
    if (isFault(value)) return value;
    const lengthBytes = length.valueFrom - tagEnd;
    const isLonger = lengthBytes > fewestLengthBytes(length.size);
    objects.push({ tag: hexOf(bytes, at, tagEnd), value, ...(isLonger ? { lengthBytes } : {}) });
    at = end;
  }
  return objects;
}

/** Byte after a tag, or undefined where there is none. The tag 00 is filler, which has no value to keep. */
function endOfTag(bytes: Uint8Array, from: number, to: number): number | undefined {
  const first = bytes[from] ?? 0;
  if (first === 0) return undefined;
  if ((first & 0x1f) !== 0x1f) return from + 1;
  for (let at = from + 1; at < Math.min(to, from + tagBytesMax); at += 1) {
    if (((bytes[at] ?? 0) & 0x80) === 0) return at + 1;
  }
  return undefined;
}

function readLength(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly valueFrom: number; readonly size: number } | undefined {
  if (from >= to) return undefined;
  const first = bytes[from] ?? 0;
  if (first < 0x80) return { valueFrom: from + 1, size: first };
  const count = first & 0x7f;
  if (count === 0 || count > 3 || from + 1 + count > to) return undefined;
  let size = 0;
  for (let at = from + 1; at <= from + count; at += 1) size = size * 256 + (bytes[at] ?? 0);
  return { valueFrom: from + 1 + count, size };
}

function fewestLengthBytes(size: number): number {
  if (size < 0x80) return 1;
  if (size < 0x100) return 2;
  return size < 0x10000 ? 3 : 4;
}

function writeObjects(bytes: number[], objects: readonly Tlv[], depth: number): Fault | undefined {
  if (depth > depthMax) return { offset: bytes.length, allowed: `depth <= ${depthMax}` };
  for (const { tag, value, lengthBytes } of objects) {
    const tagBytes = bytesOfTag(tag);
    const isConstructed = ((tagBytes?.[0] ?? 0) & 0x20) !== 0;
    if (tagBytes === undefined || isConstructed !== isList(value)) {
      return { offset: bytes.length, allowed: "BER tag" };
    }
    const content: number[] = [];
    if (isList(value)) {
      const fault = writeObjects(content, value, depth + 1);
      if (fault !== undefined) return { ...fault, offset: bytes.length };
    } else {
      for (const byte of value) content.push(byte);
    }
    const count = lengthBytes ?? fewestLengthBytes(content.length);
    if (count < fewestLengthBytes(content.length) || count > 4 || !Number.isInteger(count)) {
      return { offset: bytes.length, allowed: "lengthBytes 1-4" };
    }
    bytes.push(...tagBytes);
    if (count > 1) bytes.push(0x80 | (count - 1));
    for (let index = Math.max(count - 2, 0); index >= 0; index -= 1) {
      bytes.push(Math.floor(content.length / 256 ** index) % 256);
    }
    for (const byte of content) bytes.push(byte);
  }
  return undefined;
}

function bytesOfTag(tag: string): readonly number[] | undefined {
  if (!/^(?:[0-9A-F]{2}){1,4}$/.test(tag)) return undefined;
  const bytes = Array.from(tag.matchAll(/../g), ([pair]) => Number.parseInt(pair, 16));
  return endOfTag(Uint8Array.from(bytes), 0, bytes.length) === bytes.length ? bytes : undefined;
}

function hexOf(bytes: Uint8Array, from: number, to: number): string {
  return Array.from(bytes.subarray(from, to), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}

function isFault(value: Uint8Array | readonly Tlv[] | Fault): value is Fault {
  return !(value instanceof Uint8Array) && !isList(value);
}

function isList(value: object): value is readonly Tlv[] {
  return Array.isArray(value);
}
