import { type BankEncoding, decodeBytes, encodeText } from "../../encoding.js";
import { charactersAt, reportField, reportKind } from "../reading.js";
import { characterMask } from "./characters.js";
import type { ContentCodec } from "./content-codec.js";

const printable = characterMask("text");
const control = /\p{Cc}/u;

/** Text in GBK or GB18030, measured in bytes. What cannot be written back as the same bytes is refused. */
export function createTextContent(field: number, encoding: BankEncoding): ContentCodec {
  const allowed = encoding.toUpperCase();
  return {
    read(reader, _, length) {
      const from = reader.at;
      const to = from + length;
      if (isPlain(reader.bytes, from, to)) return charactersAt(reader, from, to);
      const bytes = new Uint8Array(reader.bytes.subarray(from, to));
      const text = decodeBytes(bytes, encoding);
      if (text.ok && !control.test(text.value)) {
        const again = encodeText(text.value, encoding);
        if (again.ok && isSame(again.value, bytes)) return text.value;
      }
      reportField(reader.issues, "iso8583-field-characters", { field, offset: from, allowed });
      return undefined;
    },
    write(writer, value, at, max) {
      if (typeof value !== "string") return reportKind(writer, field, allowed);
      // Every character takes a byte at least.
      if (value.length > max * 2) return value.length;
      const bytes = encodeText(value, encoding);
      if (!bytes.ok || control.test(value)) {
        reportField(writer.issues, "iso8583-field-characters", { field, offset: at, allowed });
        return -1;
      }
      if (bytes.value.length <= max) writer.bytes.set(bytes.value, at);
      return bytes.value.length;
    },
  };
}

function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (((printable.classes[bytes[at] ?? 0] ?? 0) & printable.rest) === 0) return false;
  }
  return true;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
