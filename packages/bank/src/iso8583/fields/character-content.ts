import type { FieldContent } from "../dialect.js";
import { charactersAt, reportField, reportKind } from "../reading.js";
import { allowedCharacters, characterMask } from "./characters.js";
import type { ContentCodec } from "./content-codec.js";
import { asciiOfEbcdic, ebcdicOfAscii } from "./ebcdic.js";

/** Digits, letters and signs in ASCII. */
export function createAsciiContent(field: number, content: FieldContent): ContentCodec {
  const { classes, first, rest } = characterMask(content);
  const allowed = allowedCharacters[content];
  return {
    read(reader, _, length) {
      const { bytes, at: from } = reader;
      const to = from + length;
      let mask = first;
      for (let at = from; at < to; at += 1) {
        if (((classes[bytes[at] ?? 0] ?? 0) & mask) === 0) {
          reportField(reader.issues, "iso8583-field-characters", { field, offset: at, allowed });
          return undefined;
        }
        mask = rest;
      }
      return charactersAt(reader, from, to);
    },
    write(writer, value, at, max) {
      if (typeof value !== "string") return reportKind(writer, field, allowed);
      const { bytes } = writer;
      const units = value.length;
      if (units > max) return units;
      let mask = first;
      for (let index = 0; index < units; index += 1) {
        const code = value.charCodeAt(index);
        if (((classes[code] ?? 0) & mask) === 0) {
          reportField(writer.issues, "iso8583-field-characters", { field, offset: at + index, allowed });
          return -1;
        }
        bytes[at + index] = code;
        mask = rest;
      }
      return units;
    },
  };
}

/** The same in EBCDIC. */
export function createEbcdicContent(field: number, content: FieldContent): ContentCodec {
  const { classes, first, rest } = characterMask(content);
  const allowed = allowedCharacters[content];
  return {
    read(reader, _, length) {
      let text = "";
      let mask = first;
      for (let at = reader.at; at < reader.at + length; at += 1) {
        const code = asciiOfEbcdic[reader.bytes[at] ?? 0] ?? 0;
        if (((classes[code] ?? 0) & mask) === 0) {
          reportField(reader.issues, "iso8583-field-characters", { field, offset: at, allowed });
          return undefined;
        }
        text += String.fromCharCode(code);
        mask = rest;
      }
      return text;
    },
    write(writer, value, at, max) {
      if (typeof value !== "string") return reportKind(writer, field, allowed);
      if (value.length > max) return value.length;
      let mask = first;
      for (let index = 0; index < value.length; index += 1) {
        const code = value.charCodeAt(index);
        if (((classes[code] ?? 0) & mask) === 0) {
          reportField(writer.issues, "iso8583-field-characters", { field, offset: at + index, allowed });
          return -1;
        }
        writer.bytes[at + index] = ebcdicOfAscii[code] ?? 0;
        mask = rest;
      }
      return value.length;
    },
  };
}
