import { type BitmapCodec, createBitmapCodec, type FieldNumbers } from "./bitmap.js";
import type { Dialect } from "./dialect.js";
import { createFieldCodec, type FieldCodec } from "./fields/field-codec.js";
import { createHeaderCodec, type HeaderCodec } from "./header.js";
import { createMessageTypeCodec, type MessageTypeCodec } from "./message-type.js";

/** A dialect made ready: the codec of each of its parts, and the places where a message is put together. */
export interface CompiledDialect {
  readonly dialect: Dialect;
  readonly header: HeaderCodec;
  readonly type: MessageTypeCodec;
  readonly bitmap: BitmapCodec;
  /** By number; undefined where the dialect has no such field. */
  readonly fields: readonly (FieldCodec | undefined)[];
  /** Room for the longest message. One call uses it at a time: nothing in a call waits. */
  readonly scratch: Uint8Array;
  /** The fields of the message at hand; used like `scratch`. */
  readonly numbers: FieldNumbers;
}

/** Makes a dialect ready that has been checked. */
export function compileDialect(dialect: Dialect): CompiledDialect {
  const header = createHeaderCodec(dialect);
  const type = createMessageTypeCodec(dialect.messageType);
  const bitmap = createBitmapCodec(dialect.bitmap);
  const fields: (FieldCodec | undefined)[] = Array.from({ length: 129 }, () => undefined);
  let bytesMax = header.size + type.size + bitmap.sizeMax;
  for (const [number, definition] of Object.entries(dialect.fields)) {
    const field = createFieldCodec(Number(number), definition);
    fields[field.number] = field;
    bytesMax += field.bytesMax;
  }
  const numbers = { list: new Uint8Array(128), count: 0 };
  return { dialect, header, type, bitmap, fields, scratch: new Uint8Array(bytesMax), numbers };
}
