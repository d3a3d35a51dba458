import { createIssue } from "@tongchou/core";
import type { Dialect, HeaderPart } from "./dialect.js";
import { iso8583Issues } from "./issues.js";
import type { IsoMessage } from "./message.js";
import { charactersAt, hasBytes, type Reader, type Writer } from "./reading.js";

/** Reads and writes what stands in front of the message type. */
export interface HeaderCodec {
  readonly size: number;
  /** Reads the parts and moves on; undefined where the message is cut off inside of the header. */
  read(reader: Reader): Readonly<Record<string, string>> | undefined;
  write(writer: Writer, header: IsoMessage["header"]): void;
  /** Fills in the parts that are worked out, when the whole message has been written. */
  finish(writer: Writer): void;
}

interface PlacedPart extends HeaderPart {
  readonly from: number;
  readonly to: number;
}

/** Makes the codec of a dialect's header. */
export function createHeaderCodec({ header }: Pick<Dialect, "header">): HeaderCodec {
  let size = 0;
  const parts = header.map((part): PlacedPart => {
    const from = size;
    size += part.size;
    return { ...part, from, to: size };
  });
  const given = parts.filter(({ computed }) => computed === undefined);
  const computed = parts.filter(({ computed }) => computed !== undefined);
  return {
    size,
    read(reader) {
      if (!hasBytes(reader, size, "header")) return undefined;
      const values: Record<string, string> = {};
      for (const part of given) {
        const value = readPart(reader, part);
        if (value === undefined) report(reader, part, "ASCII 20-7E");
        else values[part.name] = value;
      }
      for (const part of computed) {
        const expected = textOf(part, computedLength(part, size, reader.bytes.length));
        if (readPart(reader, part) !== expected) report(reader, part, expected);
      }
      reader.at += size;
      return values;
    },
    write(writer, values) {
      for (const part of given) {
        const value =
          values !== undefined && Object.hasOwn(values, part.name) ? values[part.name] : undefined;
        if (value === undefined || !isTextOf(part, value)) report(writer, part, formOf(part));
        else writePart(writer.bytes, part, value);
      }
      writer.at += size;
    },
    finish(writer) {
      for (const part of computed) {
        const text = textOf(part, computedLength(part, size, writer.at));
        if (isTextOf(part, text)) writePart(writer.bytes, part, text);
        else report(writer, part, formOf(part));
      }
    },
  };
}

function computedLength({ computed }: HeaderPart, header: number, message: number): number {
  return computed === "header-length" ? header : message;
}

/** A number as the text of a part; longer than the part where it does not fit. */
function textOf({ form, size }: HeaderPart, length: number): string {
  return form === "hex"
    ? length
        .toString(16)
        .toUpperCase()
        .padStart(size * 2, "0")
    : String(length).padStart(size, "0");
}

function isTextOf({ form, size }: HeaderPart, text: unknown): boolean {
  if (typeof text !== "string") return false;
  if (form === "hex") return text.length === size * 2 && /^[0-9A-F]*$/.test(text);
  return text.length === size && /^[\x20-\x7e]*$/.test(text);
}

function formOf({ form, size }: HeaderPart): string {
  return form === "hex" ? `0-9 A-F × ${size * 2}` : `ASCII 20-7E × ${size}`;
}

function readPart(reader: Reader, part: PlacedPart): string | undefined {
  if (part.form === "ascii") {
    const text = charactersAt(reader, part.from, part.to);
    return isTextOf(part, text) ? text : undefined;
  }
  let text = "";
  for (let at = part.from; at < part.to; at += 1) text += pairs[reader.bytes[at] ?? 0] ?? "";
  return text;
}

function writePart(bytes: Uint8Array, { form, from, size }: PlacedPart, text: string): void {
  for (let index = 0; index < size; index += 1) {
    bytes[from + index] =
      form === "hex" ? Number.parseInt(text.slice(2 * index, 2 * index + 2), 16) : text.charCodeAt(index);
  }
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, "0"));

function report({ issues }: Reader | Writer, part: PlacedPart, allowed: string): void {
  const values = { part: part.name, offset: part.from, allowed };
  issues.push(createIssue(iso8583Issues, "iso8583-header", values, { path: `/header/${part.name}` }));
}
