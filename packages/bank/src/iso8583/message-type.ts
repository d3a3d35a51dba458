import { createIssue } from "@tongchou/core";
import type { Dialect } from "./dialect.js";
import { iso8583Issues } from "./issues.js";
import { charactersAt, hasBytes, type Reader, type Writer } from "./reading.js";

/** Reads and writes the four digits of the message type. */
export interface MessageTypeCodec {
  readonly size: number;
  read(reader: Reader): string | undefined;
  write(writer: Writer, type: string): void;
}

/** Makes the codec of a dialect's message types. */
export function createMessageTypeCodec(form: Dialect["messageType"]): MessageTypeCodec {
  const isBcd = form === "bcd";
  const zero = form === "ebcdic" ? 0xf0 : 0x30;
  const size = isBcd ? 2 : 4;
  return {
    size,
    read(reader) {
      const { bytes, at } = reader;
      if (!hasBytes(reader, size, "message type")) return undefined;
      let type = "";
      for (let index = 0; index < 4; index += 1) {
        const byte = bytes[at + (isBcd ? index >> 1 : index)] ?? 0;
        const digit = !isBcd ? byte - zero : index % 2 === 0 ? byte >> 4 : byte & 15;
        if (digit < 0 || digit > 9) return report(reader);
        if (form !== "ascii") type += digits.charAt(digit);
      }
      reader.at += size;
      return form === "ascii" ? charactersAt(reader, at, at + size) : type;
    },
    write(writer, type) {
      const { bytes, at } = writer;
      if (typeof type !== "string" || !/^\d{4}$/.test(type)) report(writer);
      else {
        for (let index = 0; index < 4; index += 1) {
          const digit = type.charCodeAt(index) - 0x30;
          if (!isBcd) bytes[at + index] = zero + digit;
          else if (index % 2 === 0) bytes[at + (index >> 1)] = digit << 4;
          else bytes[at + (index >> 1)] = (bytes[at + (index >> 1)] ?? 0) | digit;
        }
      }
      writer.at += size;
    },
  };
}

const digits = "0123456789";

function report({ issues, at }: Reader | Writer): undefined {
  issues.push(createIssue(iso8583Issues, "iso8583-message-type", { offset: at }, { path: "/type" }));
  return undefined;
}
