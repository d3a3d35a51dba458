import { Inflate } from "fflate";
import type { ReadLimits } from "../limits.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { crc32 } from "./crc32.js";

/** One part of an archive, as the central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** An archive whose directory has been read. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
/** The end record may be followed by a comment of at most this many bytes. */
const commentMax = 65_535;
/** A workbook has some dozens of parts. */
const entriesMax = 10_000;
const stored = 0;
const deflated = 8;
/** Deflate grows by a factor of at most 1032, so one step of this size inflates to 33 MB at the most. */
const stepBytes = 32_768;

/**
 * Reads the directory of a zip archive (PKWARE APPNOTE 6.3, section 4.3). Sizes come from there and not from
 * the headers before each part, which writers that stream leave empty.
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  const decoder = new TextDecoder("utf-8");
  const entries = new Map<string, ZipEntry>();
  let position = directoryOffset(view, end);
  while (position + 46 <= end && view.getUint32(position, true) === directorySignature) {
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const commentLength = view.getUint16(position + 32, true);
    const next = position + 46 + nameLength + extraLength + commentLength;
    if (next > end || entries.size === entriesMax) throw new SpreadsheetFault("zip-damaged");
    const path = decoder.decode(bytes.subarray(position + 46, position + 46 + nameLength));
    const name = path.replaceAll("\\", "/");
    entries.set(name, readEntry(view, position, name, { nameLength, extraLength }));
    position = next;
  }
  return { bytes, entries };
}

/**
 * Inflates one part piece by piece and checks its length limit and its CRC-32.
 *
 * @param spend called with the size of each piece, so that the caller can keep a total
 */
export function* inflateEntry(
  archive: ZipArchive,
  entry: ZipEntry,
  limits: ReadLimits,
  spend?: (size: number) => void,
): Generator<Uint8Array, void, undefined> {
  if (entry.isEncrypted) throw new SpreadsheetFault("workbook-encrypted");
  let size = 0;
  let crc = 0;
  for (const piece of pieces(entry, compressedBytes(archive, entry))) {
    size += piece.length;
    if (size > limits.partBytes) {
      throw new SpreadsheetFault("limit-part-bytes", { part: entry.name, limit: limits.partBytes });
    }
    spend?.(piece.length);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== entry.crc) throw new SpreadsheetFault("zip-damaged");
}

function* pieces(entry: ZipEntry, data: Uint8Array): Generator<Uint8Array, void, undefined> {
  if (entry.method !== stored && entry.method !== deflated) throw new SpreadsheetFault("zip-damaged");
  let inflated: Uint8Array[] = [];
  const inflate = new Inflate((piece) => inflated.push(piece));
  for (let start = 0; start < data.length || start === 0; start += stepBytes) {
    const step = data.subarray(start, start + stepBytes);
    if (entry.method === stored) {
      yield step;
      continue;
    }
    try {
      inflate.push(step, start + stepBytes >= data.length);
    } catch {
      // The library throws on a broken stream and on nothing else.
      throw new SpreadsheetFault("zip-damaged");
    }
    yield* inflated;
    inflated = [];
  }
}

function compressedBytes({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature) {
    throw new SpreadsheetFault("zip-damaged");
  }
  const nameLength = view.getUint16(entry.offset + 26, true);
  const extraLength = view.getUint16(entry.offset + 28, true);
  const start = entry.offset + 30 + nameLength + extraLength;
  if (start + entry.compressedSize > bytes.length) throw new SpreadsheetFault("zip-damaged");
  return bytes.subarray(start, start + entry.compressedSize);
}

function readEntry(
  view: DataView,
  position: number,
  name: string,
  lengths: { readonly nameLength: number; readonly extraLength: number },
): ZipEntry {
  const size = view.getUint32(position + 24, true);
  const compressedSize = view.getUint32(position + 20, true);
  const offset = view.getUint32(position + 42, true);
  const extra = { start: position + 46 + lengths.nameLength, length: lengths.extraLength };
  const [, compressedSize64, offset64] = zip64Values(view, extra, [size, compressedSize, offset]);
  return {
    name,
    isEncrypted: (view.getUint16(position + 8, true) & 1) === 1,
    method: view.getUint16(position + 10, true),
    crc: view.getUint32(position + 16, true),
    compressedSize: compressedSize64 ?? compressedSize,
    offset: offset64 ?? offset,
  };
}

/** Puts the 64-bit values of the extra field (id 1) in the place of those that say 0xFFFFFFFF (4.5.3). */
function zip64Values(
  view: DataView,
  extra: { readonly start: number; readonly length: number },
  values: readonly number[],
): readonly number[] {
  if (!values.includes(0xffffffff)) return values;
  const end = extra.start + extra.length;
  for (let position = extra.start; position + 4 <= end; position += 4 + view.getUint16(position + 2, true)) {
    if (view.getUint16(position, true) !== 1) continue;
    let next = position + 4;
    return values.map((value) => {
      if (value !== 0xffffffff || next + 8 > end) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return values;
}

function directoryOffset(view: DataView, end: number): number {
  const offset = view.getUint32(end + 16, true);
  if (offset !== 0xffffffff) return offset;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== end64LocatorSignature) {
    throw new SpreadsheetFault("zip-damaged");
  }
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength) throw new SpreadsheetFault("zip-damaged");
  return Number(view.getBigUint64(end64 + 48, true));
}

/** The record that ends every archive; without it the file was cut off. */
function findEndRecord(view: DataView): number {
  const last = view.byteLength - endSize;
  for (let position = last; position >= Math.max(0, last - commentMax); position -= 1) {
    if (view.getUint32(position, true) === endSignature) return position;
  }
  throw new SpreadsheetFault("zip-truncated");
}
