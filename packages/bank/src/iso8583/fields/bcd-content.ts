import type { FieldDefinition } from "../dialect.js";
import { reportField, reportKind } from "../reading.js";
import { allowedCharacters } from "./characters.js";
import type { ContentCodec } from "./content-codec.js";

/** The two digits of each byte, or undefined where one is no digit; tracks have the separator `D` too. */
const digitPairs = pairsOf("0123456789");
const trackPairs = pairsOf("0123456789___D");

const separator = 0x44;

function pairsOf(signs: string): readonly (string | undefined)[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const pair = (signs[byte >> 4] ?? "_") + (signs[byte & 15] ?? "_");
    return pair.includes("_") ? undefined : pair;
  });
}

/** Digits, two a byte; an odd one is filled up behind (`bcd-left`) or in front (`bcd-right`). */
export function createBcdContent(field: number, definition: FieldDefinition): ContentCodec {
  const isTrack = definition.content === "z";
  const pairs = isTrack ? trackPairs : digitPairs;
  const allowed = isTrack ? "0-9 D" : allowedCharacters.n;
  const isLeft = definition.encoding === "bcd-left";
  const filler = definition.pad === "f" ? 15 : 0;
  return {
    read(reader, units, bytes) {
      let text = "";
      const end = reader.at + bytes;
      const isOdd = units % 2 === 1;
      const fillerAt = !isOdd ? -1 : isLeft ? end - 1 : reader.at;
      for (let at = reader.at; at < end; at += 1) {
        let byte = reader.bytes[at] ?? 0;
        if (at === fillerAt) {
          const found = isLeft ? byte & 15 : byte >> 4;
          if (found !== filler) {
            const pad = definition.pad ?? "0";
            reportField(reader.issues, "iso8583-field-padding", { field, offset: at, allowed: pad });
            return undefined;
          }
          byte = isLeft ? byte & 0xf0 : byte & 15;
        }
        const pair = pairs[byte];
        if (pair === undefined) {
          reportField(reader.issues, "iso8583-field-characters", { field, offset: at, allowed });
          return undefined;
        }
        text += at !== fillerAt ? pair : isLeft ? pair.charAt(0) : pair.charAt(1);
      }
      return text;
    },
    write(writer, value, at, max) {
      if (typeof value !== "string") return reportKind(writer, field, allowed);
      const units = value.length;
      if (units > max) return units;
      const isOdd = units % 2 === 1;
      let index = isOdd && !isLeft ? -1 : 0;
      for (let byte = at; index < units; byte += 1, index += 2) {
        const high = index < 0 ? filler : digitAt(value, index, isTrack);
        const low = index + 1 === units ? filler : digitAt(value, index + 1, isTrack);
        if (high < 0 || low < 0) {
          reportField(writer.issues, "iso8583-field-characters", { field, offset: byte, allowed });
          return -1;
        }
        writer.bytes[byte] = (high << 4) | low;
      }
      return units;
    },
  };
}

/** The four bits of a digit or separator; -1 for anything else. */
function digitAt(text: string, index: number, isTrack: boolean): number {
  const code = text.charCodeAt(index);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return isTrack && code === separator ? 13 : -1;
}
