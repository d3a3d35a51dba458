import type { FieldDefinition } from "../dialect.js";
import type { FieldValue } from "../message.js";
import { hasBytes, type Reader, reportField, type Writer } from "../reading.js";
import { createContentCodec } from "./content-codec.js";
import { createLengthCodec } from "./length-codec.js";

/** The answer of a field after which the next one cannot be found any more. */
export const lost: unique symbol = Symbol("lost");

/** Reads and writes one field. */
export interface FieldCodec {
  readonly number: number;
  /** The most bytes that the field takes, its length included. */
  readonly bytesMax: number;
  /**
   * Reads the value and moves on. A wrong value adds an issue; where the message is cut off, or the length is
   * no length, the answer is {@link lost}.
   */
  read(reader: Reader): FieldValue | typeof lost | undefined;
  /** Writes the value and moves on, or adds an issue. */
  write(writer: Writer, value: FieldValue | undefined): void;
}

/** Bytes that a value of so many digits, characters or bytes takes. */
export function bytesOfUnits({ encoding }: FieldDefinition, units: number): number {
  if (encoding === "bcd-left" || encoding === "bcd-right") return (units + 1) >> 1;
  return encoding === "hex" ? units * 2 : units;
}

/** Makes the reader and writer of a field from its definition, which has been checked. */
export function createFieldCodec(number: number, definition: FieldDefinition): FieldCodec {
  return definition.length.kind === "fixed"
    ? createFixedField(number, definition, definition.length.size)
    : createVariableField(number, definition);
}

function createFixedField(number: number, definition: FieldDefinition, size: number): FieldCodec {
  const content = createContentCodec(number, definition);
  const bytesMax = bytesOfUnits(definition, size);
  const part = `F${number}`;
  return {
    number,
    bytesMax,
    read(reader) {
      if (!hasBytes(reader, bytesMax, part)) return lost;
      const value = content.read(reader, size, bytesMax);
      reader.at += bytesMax;
      return value;
    },
    write(writer, value) {
      const units = content.write(writer, value, writer.at, size);
      if (units === size) writer.at += bytesMax;
      else if (units >= 0) {
        const values = { field: number, offset: writer.at, found: units, allowed: size };
        reportField(writer.issues, "iso8583-field-length", values);
      }
    },
  };
}

function createVariableField(number: number, definition: FieldDefinition): FieldCodec {
  const content = createContentCodec(number, definition);
  const { max, codec: length } = createLengthCodec(number, definition);
  const part = `F${number}`;
  return {
    number,
    bytesMax: length.size + bytesOfUnits(definition, max),
    read(reader) {
      const start = reader.at;
      if (!hasBytes(reader, length.size, part)) return lost;
      const units = length.read(reader);
      if (units === undefined) return lost;
      const bytes = bytesOfUnits(definition, units);
      if (units > max) {
        const values = { field: number, offset: start, found: units, allowed: `0-${max}` };
        reportField(reader.issues, "iso8583-field-length", values);
        return lost;
      }
      if (!hasBytes(reader, bytes, part)) return lost;
      const value = content.read(reader, units, bytes);
      reader.at += bytes;
      return value;
    },
    write(writer, value) {
      const units = content.write(writer, value, writer.at + length.size, max);
      if (units < 0) return;
      if (units > max || !length.takes(units)) {
        const allowed = length.takes(units) ? `0-${max}` : "even";
        const values = { field: number, offset: writer.at, found: units, allowed };
        reportField(writer.issues, "iso8583-field-length", values);
        return;
      }
      length.write(writer, units);
      writer.at += bytesOfUnits(definition, units);
    },
  };
}
