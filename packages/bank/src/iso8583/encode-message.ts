import { parsed, type Parsed } from "@tongchou/core";
import type { CompiledDialect } from "./compiled-dialect.js";
import type { IsoMessage } from "./message.js";
import { reportField, type Writer } from "./reading.js";

/** Writes a message; see `Iso8583Codec.encode`. */
export function encodeMessage(compiled: CompiledDialect, message: IsoMessage): Parsed<Uint8Array> {
  const { header, type, bitmap, fields, scratch, numbers } = compiled;
  const writer: Writer = { bytes: scratch, at: 0, issues: [] };
  header.write(writer, message.header);
  type.write(writer, message.type);
  listNumbers(compiled, message, writer);
  bitmap.write(writer, numbers);
  for (let index = 0; index < numbers.count; index += 1) {
    const number = numbers.list[index] ?? 0;
    fields[number]?.write(writer, message.fields[number]);
  }
  header.finish(writer);
  if (writer.issues.length > 0) return { ok: false, issues: writer.issues };
  return parsed(scratch.slice(0, writer.at));
}

/** Lists the fields that a message has, and reports those that the dialect does not have. */
function listNumbers(
  { dialect, fields, numbers }: CompiledDialect,
  message: IsoMessage,
  writer: Writer,
): void {
  const values = message.fields;
  numbers.count = 0;
  for (let number = 2; number < fields.length; number += 1) {
    if (values[number] === undefined || fields[number] === undefined) continue;
    numbers.list[numbers.count] = number;
    numbers.count += 1;
  }
  // Counting keys takes less time than going through them, and there is seldom one that is no field.
  const keys = Object.keys(values);
  if (keys.length === numbers.count) return;
  const known = new Set(Array.from(numbers.list.subarray(0, numbers.count), String));
  for (const key of keys.filter((key) => !known.has(key))) {
    const field = Number.parseInt(key, 10) || 0;
    reportField(writer.issues, "iso8583-field-undefined", { field, offset: writer.at, dialect: dialect.id });
  }
}
