import type { FieldDefinition, LengthEncoding } from "../dialect.js";
import { type Reader, reportField, type Writer } from "../reading.js";

/** Reads and writes the number in front of a field. */
export interface LengthCodec {
  /** Bytes that it takes. */
  readonly size: number;
  /** Reads the number and moves on; gives digits, characters or bytes of the value. */
  read(reader: Reader): number | undefined;
  write(writer: Writer, units: number): void;
  /** Whether a value of that length can be told from the number. */
  takes(units: number): boolean;
}

/** How the number relates to the units of the value: half as many, the same, or twice as many. */
type Scale = "halved" | "same" | "doubled";

/** Makes the codec of the number in front of a field that has one. */
export function createLengthCodec(
  number: number,
  definition: FieldDefinition,
): { readonly max: number; readonly codec: LengthCodec } {
  const { length, encoding: form } = definition;
  if (length.kind === "fixed") throw new RangeError(`field ${number} has a fixed length`);
  const { kind, max, encoding, counts = "digits" } = length;
  const isBcd = form === "bcd-left" || form === "bcd-right";
  const scale: Scale =
    isBcd && counts === "bytes" ? "halved" : form === "hex" && counts === "digits" ? "doubled" : "same";
  const digits = kind === "ll" ? 2 : 3;
  const size = sizeOf(encoding, digits);
  const readNumber = numberReader(encoding);
  const isFilled = definition.pad === "f";
  const codec: LengthCodec = {
    size,
    read(reader) {
      const count = readNumber(reader.bytes, reader.at, size);
      if (count === undefined || (scale === "doubled" && count % 2 === 1)) {
        reportField(reader.issues, "iso8583-length-digits", { field: number, offset: reader.at });
        return undefined;
      }
      reader.at += size;
      if (scale === "same") return count;
      if (scale === "doubled") return count / 2;
      return count * 2 - (isFilled && hasFiller(reader, form, count) ? 1 : 0);
    },
    write(writer, units) {
      const count = scale === "same" ? units : scale === "doubled" ? units * 2 : (units + 1) >> 1;
      writeNumber(writer, count, { encoding, size });
      writer.at += size;
    },
    takes: (units) => scale !== "halved" || isFilled || units % 2 === 0,
  };
  return { max, codec };
}

function sizeOf(encoding: LengthEncoding, digits: 2 | 3): number {
  return encoding === "ascii" || encoding === "ebcdic" ? digits : digits - 1;
}

/** Reads the number at a place; undefined where it is none. */
type NumberReader = (bytes: Uint8Array, at: number, size: number) => number | undefined;

function numberReader(encoding: LengthEncoding): NumberReader {
  switch (encoding) {
    case "ascii":
      return digitReader(0x30);
    case "ebcdic":
      return digitReader(0xf0);
    case "bcd":
      return readBcd;
    case "binary":
      return (bytes, at, size) => (size === 1 ? bytes[at] : (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
  }
}

function digitReader(zero: number): NumberReader {
  return (bytes, at, size) => {
    let count = 0;
    for (let index = at; index < at + size; index += 1) {
      const digit = (bytes[index] ?? 0) - zero;
      if (digit < 0 || digit > 9) return undefined;
      count = count * 10 + digit;
    }
    return count;
  };
}

function readBcd(bytes: Uint8Array, at: number, size: number): number | undefined {
  let count = 0;
  for (let index = at; index < at + size; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte >> 4 > 9 || (byte & 15) > 9) return undefined;
    count = count * 100 + (byte >> 4) * 10 + (byte & 15);
  }
  return count;
}

function writeNumber(
  { bytes, at }: Writer,
  number: number,
  { encoding, size }: { readonly encoding: LengthEncoding; readonly size: number },
): void {
  let rest = number;
  for (let index = at + size - 1; index >= at; index -= 1) {
    if (encoding === "binary") {
      bytes[index] = rest & 255;
      rest >>= 8;
    } else if (encoding === "bcd") {
      const pair = rest % 100;
      bytes[index] = (((pair / 10) | 0) << 4) | (pair % 10);
      rest = (rest / 100) | 0;
    } else {
      bytes[index] = (encoding === "ascii" ? 0x30 : 0xf0) + (rest % 10);
      rest = (rest / 10) | 0;
    }
  }
}

/** Whether the digits of a value, so many bytes from here on, are an odd number filled up with F. */
function hasFiller({ bytes, at }: Reader, form: string, count: number): boolean {
  if (count === 0) return false;
  return form === "bcd-left" ? ((bytes[at + count - 1] ?? 0) & 15) === 15 : (bytes[at] ?? 0) >> 4 === 15;
}
