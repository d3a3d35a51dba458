import { createIssue } from "@tongchou/core";
import type { Dialect } from "./dialect.js";
import { iso8583Issues } from "./issues.js";
import { hasBytes, type Reader, type Writer } from "./reading.js";

/** The numbers of a message's fields, lowest first: the first `count` of the list. */
export interface FieldNumbers {
  readonly list: Uint8Array;
  count: number;
}

/** Reads and writes which fields a message has. */
export interface BitmapCodec {
  readonly sizeMax: number;
  /** Fills in the numbers and moves on; false with an issue. */
  read(reader: Reader, numbers: FieldNumbers): boolean;
  write(writer: Writer, numbers: FieldNumbers): void;
}

const hexDigits = "0123456789ABCDEF";

/** Makes the codec of a dialect's bitmaps. Bit 1 tells that there is a second one. */
export function createBitmapCodec({ form, second }: Dialect["bitmap"]): BitmapCodec {
  const bytesPerOctet = form === "hex" ? 2 : 1;
  const half = 8 * bytesPerOctet;
  return {
    sizeMax: 2 * half,
    read(reader, numbers) {
      numbers.count = 0;
      if (!hasBytes(reader, half, "bitmap")) return false;
      const start = reader.at;
      const first = octetAt(reader, start, form);
      const hasSecond = first >= 0 && (first & 0x80) !== 0;
      if (hasSecond ? second === "never" : second === "always") {
        return report(reader, start, second === "never" ? "8 octets" : "16 octets");
      }
      if (hasSecond && !hasBytes(reader, 2 * half, "bitmap")) return false;
      const octets = hasSecond ? 16 : 8;
      let count = 0;
      for (let index = 0; index < octets; index += 1) {
        const at = start + index * bytesPerOctet;
        let octet = octetAt(reader, at, form);
        if (octet < 0) return report(reader, at, "0-9 A-F");
        if (index === 0) octet &= 0x7f;
        while (octet !== 0) {
          const zeros = Math.clz32(octet) - 24;
          numbers.list[count] = index * 8 + zeros + 1;
          count += 1;
          octet &= 0x7f >> zeros;
        }
      }
      numbers.count = count;
      if (hasSecond && second === "when-needed" && lastOf(numbers) <= 64) {
        return report(reader, start, "8 octets");
      }
      reader.at = start + octets * bytesPerOctet;
      return true;
    },
    write(writer, numbers) {
      const start = writer.at;
      const hasSecond = second === "always" || lastOf(numbers) > 64;
      const octets = hasSecond ? 16 : 8;
      const { bytes } = writer;
      let index = 0;
      let octet = hasSecond ? 0x80 : 0;
      for (let place = 0; place < numbers.count; place += 1) {
        const bit = (numbers.list[place] ?? 0) - 1;
        for (; index < bit >> 3; index += 1, octet = 0)
          writeOctet(bytes, start + index * bytesPerOctet, octet);
        octet |= 0x80 >> (bit & 7);
      }
      for (; index < octets; index += 1, octet = 0) writeOctet(bytes, start + index * bytesPerOctet, octet);
      writer.at = start + octets * bytesPerOctet;
    },
  };

  function writeOctet(bytes: Uint8Array, at: number, octet: number): void {
    if (form === "binary") bytes[at] = octet;
    else {
      bytes[at] = hexDigits.charCodeAt(octet >> 4);
      bytes[at + 1] = hexDigits.charCodeAt(octet & 15);
    }
  }
}

/** The highest number; 0 where there is none. */
export function lastOf({ list, count }: FieldNumbers): number {
  return count === 0 ? 0 : (list[count - 1] ?? 0);
}

/** Eight bits of a bitmap; -1 where its characters are no upper-case hexadecimal digits. */
function octetAt({ bytes }: Reader, at: number, form: Dialect["bitmap"]["form"]): number {
  if (form === "binary") return bytes[at] ?? 0;
  const high = hexDigits.indexOf(String.fromCharCode(bytes[at] ?? 0));
  const low = hexDigits.indexOf(String.fromCharCode(bytes[at + 1] ?? 0));
  return high < 0 || low < 0 ? -1 : (high << 4) | low;
}

function report(reader: Reader, offset: number, allowed: string): false {
  reader.issues.push(createIssue(iso8583Issues, "iso8583-bitmap", { offset, allowed }));
  return false;
}
