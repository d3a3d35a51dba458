import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultReadLimits } from "../limits.js";
import { SpreadsheetFault } from "../spreadsheet-fault.js";
import { crc32 } from "./crc32.js";
import { inflateEntry, openZip } from "./zip-archive.js";

const text = new TextEncoder().encode("<a>内容</a>");
const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
const u32 = (value: number): number[] => [...u16(value), ...u16(Math.floor(value / 65_536))];
const u64 = (value: number): number[] => [...u32(value), ...u32(0)];
const unknown = 0xffffffff;

/** An archive of one stored part; every size and offset stands in the 64-bit records (APPNOTE 4.3, 4.5.3). */
function zip64(): Uint8Array {
  const name = [...new TextEncoder().encode("a.xml")];
  const crc = u32(crc32(text));
  const local = [...u32(0x04034b50), ...u16(45), ...u16(0), ...u16(0), ...u32(0), ...crc];
  const part = [...local, ...u32(unknown), ...u32(unknown), ...u16(name.length), ...u16(0), ...name, ...text];
  const other = [...u16(0x5455), ...u16(1), 0];
  const extra = [...other, ...u16(1), ...u16(24), ...u64(text.length), ...u64(text.length), ...u64(0)];
  const header = [...u32(0x02014b50), ...u16(45), ...u16(45), ...u16(0), ...u16(0), ...u32(0), ...crc];
  const sizes = [...u32(unknown), ...u32(unknown), ...u16(name.length), ...u16(extra.length), ...u16(0)];
  const directory = [
    ...header,
    ...sizes,
    ...u16(0),
    ...u16(0),
    ...u32(0),
    ...u32(unknown),
    ...name,
    ...extra,
  ];
  const end64 = [
    ...[...u32(0x06064b50), ...u64(44), ...u16(45), ...u16(45), ...u32(0), ...u32(0)],
    ...[...u64(1), ...u64(1), ...u64(directory.length), ...u64(part.length)],
  ];
  const locator = [...u32(0x07064b50), ...u32(0), ...u64(part.length + directory.length), ...u32(1)];
  const end = [
    ...u32(0x06054b50),
    ...u16(0),
    ...u16(0),
    ...u16(1),
    ...u16(1),
    ...u32(unknown),
    ...u32(unknown),
    ...u16(0),
  ];
  return Uint8Array.from([...part, ...directory, ...end64, ...locator, ...end]);
}

function contentOf(bytes: Uint8Array, name: string): Uint8Array {
  const archive = openZip(bytes);
  const entry = archive.entries.get(name);
  if (entry === undefined) throw new Error(`no ${name}`);
  return Uint8Array.from([...inflateEntry(archive, entry, defaultReadLimits)].flatMap((piece) => [...piece]));
}

describe("openZip and inflateEntry", () => {
  it("read archives with 64-bit sizes", () => {
    expect(contentOf(zip64(), "a.xml")).toEqual(text);
  });

  it("read parts that are stored, that are empty, and that inflate in many steps", () => {
    const long = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) % 251);
    const bytes = zipSync({ "a.xml": [text, { level: 0 }], empty: new Uint8Array(0), "b\\c.bin": long });
    expect(contentOf(bytes, "a.xml")).toEqual(text);
    expect(contentOf(bytes, "empty")).toEqual(new Uint8Array(0));
    expect(contentOf(bytes, "b/c.bin")).toEqual(long);
  });

  it("read an archive with a comment behind it", () => {
    const bytes = zipSync({ "a.xml": text });
    const end = bytes.length - 22;
    const commented = Uint8Array.from([...bytes.subarray(0, end + 20), ...u16(3), 1, 2, 3]);
    expect(contentOf(commented, "a.xml")).toEqual(text);
  });

  it.each([
    ["a method that is not known", 10, 99],
    ["a checksum that differs", 16, 1],
    ["an offset behind the end", 42, 200],
    ["a length behind the end", 20, 250],
  ])("refuse %s", (_, field, value) => {
    const bytes = zipSync({ "a.xml": text });
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    bytes[directory + field] = value;
    expect(() => contentOf(bytes, "a.xml")).toThrow(SpreadsheetFault);
  });
});
