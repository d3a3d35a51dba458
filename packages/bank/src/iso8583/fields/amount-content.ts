import { fen } from "@tongchou/core";
import type { FieldEncoding } from "../dialect.js";
import { reportField, reportKind } from "../reading.js";
import { allowedCharacters } from "./characters.js";
import type { ContentCodec } from "./content-codec.js";

/** An amount in fen: digits with zeros in front, in ASCII, EBCDIC or BCD. */
export function createAmountContent(field: number, encoding: FieldEncoding): ContentCodec {
  const isBcd = encoding === "bcd-left" || encoding === "bcd-right";
  const zero = encoding === "ebcdic" ? 0xf0 : 0x30;
  const allowed = allowedCharacters.amount;
  return {
    read(reader, _, bytes) {
      let amount = 0;
      for (let at = reader.at; at < reader.at + bytes; at += 1) {
        const byte = reader.bytes[at] ?? 0;
        const high = isBcd ? byte >> 4 : 0;
        const low = isBcd ? byte & 15 : byte - zero;
        if (high > 9 || low < 0 || low > 9) {
          reportField(reader.issues, "iso8583-field-characters", { field, offset: at, allowed });
          return undefined;
        }
        amount = isBcd ? amount * 100 + high * 10 + low : amount * 10 + low;
      }
      return fen(amount);
    },
    write(writer, value, at, size) {
      if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
        return reportKind(writer, field, "Fen >= 0");
      }
      let rest: number = value;
      const bytes = isBcd ? size / 2 : size;
      for (let index = at + bytes - 1; index >= at; index -= 1) {
        const unit = rest % (isBcd ? 100 : 10);
        writer.bytes[index] = isBcd ? (((unit / 10) | 0) << 4) | (unit % 10) : zero + unit;
        rest = (rest - unit) / (isBcd ? 100 : 10);
      }
      return rest === 0 ? size : String(value).length;
    },
  };
}
