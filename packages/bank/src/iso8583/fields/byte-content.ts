import type { FieldDefinition } from "../dialect.js";
import type { FieldValue, Tlv } from "../message.js";
import { type Reader, reportField, reportKind, type Writer } from "../reading.js";
import { allowedCharacters } from "./characters.js";
import type { ContentCodec } from "./content-codec.js";
import { decodeTlv, encodeTlv } from "./tlv.js";

/** The characters of hexadecimal digits, which are upper-case: another case would not be written again. */
const hexDigits = "0123456789ABCDEF";

/** Bytes, or the data objects in them, written as they are or as hexadecimal digits. */
export function createByteContent(field: number, { content, encoding }: FieldDefinition): ContentCodec {
  const isHex = encoding === "hex";
  const isTlv = content === "tlv";
  return {
    read(reader, units, bytes) {
      const value = isHex
        ? readHex(reader, field, units)
        : new Uint8Array(reader.bytes.subarray(reader.at, reader.at + bytes));
      if (!isTlv || value === undefined) return value;
      const objects = decodeTlv(value, { field, offset: reader.at });
      if (objects.ok) return objects.value;
      reader.issues.push(...objects.issues);
      return undefined;
    },
    write(writer, value, at, max) {
      const bytes = isTlv ? bytesOfObjects(writer, field, value) : bytesOf(writer, field, value);
      if (bytes === undefined) return -1;
      if (bytes.length > max) return bytes.length;
      if (!isHex) writer.bytes.set(bytes, at);
      else {
        for (const [index, byte] of bytes.entries()) {
          writer.bytes[at + 2 * index] = hexDigits.charCodeAt(byte >> 4);
          writer.bytes[at + 2 * index + 1] = hexDigits.charCodeAt(byte & 15);
        }
      }
      return bytes.length;
    },
  };
}

function bytesOf(writer: Writer, field: number, value: FieldValue | undefined): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  reportKind(writer, field, "Uint8Array");
  return undefined;
}

function bytesOfObjects(
  writer: Writer,
  field: number,
  value: FieldValue | undefined,
): Uint8Array | undefined {
  if (!isObjectList(value)) {
    reportKind(writer, field, allowedCharacters.tlv);
    return undefined;
  }
  const bytes = encodeTlv(value, { field, offset: writer.at });
  if (bytes.ok) return bytes.value;
  writer.issues.push(...bytes.issues);
  return undefined;
}

function isObjectList(value: FieldValue | undefined): value is readonly Tlv[] {
  return Array.isArray(value);
}

function readHex(reader: Reader, field: number, units: number): Uint8Array | undefined {
  const value = new Uint8Array(units);
  for (let index = 0; index < units; index += 1) {
    const at = reader.at + 2 * index;
    const high = hexDigit(reader.bytes[at] ?? 0);
    const low = hexDigit(reader.bytes[at + 1] ?? 0);
    if (high < 0 || low < 0) {
      reportField(reader.issues, "iso8583-field-characters", { field, offset: at, allowed: "0-9 A-F" });
      return undefined;
    }
    value[index] = (high << 4) | low;
  }
  return value;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0x41 && code <= 0x46 ? code - 0x37 : -1;
}
