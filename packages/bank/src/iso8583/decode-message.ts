import { createIssue, parsed, type Parsed } from "@tongchou/core";
import { lastOf } from "./bitmap.js";
import type { CompiledDialect } from "./compiled-dialect.js";
import { lost } from "./fields/field-codec.js";
import { iso8583Issues } from "./issues.js";
import type { FieldValue, IsoMessage } from "./message.js";
import { type Reader, reportField } from "./reading.js";

/** Reads a message; see `Iso8583Codec.decode`. */
export function decodeMessage(compiled: CompiledDialect, bytes: Uint8Array): Parsed<IsoMessage> {
  const reader: Reader = { bytes, at: 0, issues: [], characters: undefined };
  const message = readMessage(compiled, reader);
  return message === undefined || reader.issues.length > 0
    ? { ok: false, issues: reader.issues }
    : parsed(message);
}

function readMessage(compiled: CompiledDialect, reader: Reader): IsoMessage | undefined {
  const hasHeader = compiled.header.size > 0;
  const header = hasHeader ? compiled.header.read(reader) : undefined;
  if (hasHeader && header === undefined) return undefined;
  const type = compiled.type.read(reader);
  if (type === undefined || !compiled.bitmap.read(reader, compiled.numbers)) return undefined;
  const fields = readFields(compiled, reader);
  if (fields === undefined) return undefined;
  const count = reader.bytes.length - reader.at;
  if (count > 0) {
    reader.issues.push(createIssue(iso8583Issues, "iso8583-bytes-left", { offset: reader.at, count }));
  }
  return header === undefined ? { type, fields } : { header, type, fields };
}

function readFields(
  { dialect, fields, numbers }: CompiledDialect,
  reader: Reader,
): IsoMessage["fields"] | undefined {
  const values: Record<number, FieldValue> = {};
  // Room for the highest number at once: an object that grows number by number is copied several times.
  if (numbers.count > 0) values[lastOf(numbers)] = "";
  for (let index = 0; index < numbers.count; index += 1) {
    const number = numbers.list[index] ?? 0;
    const field = fields[number];
    if (field === undefined) {
      const found = { field: number, offset: reader.at, dialect: dialect.id };
      reportField(reader.issues, "iso8583-field-undefined", found);
      return undefined;
    }
    const value = field.read(reader);
    if (value === lost) return undefined;
    if (value !== undefined) values[number] = value;
  }
  return values;
}
