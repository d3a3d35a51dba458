import type { FieldDefinition } from "../dialect.js";
import type { FieldValue } from "../message.js";
import type { Reader, Writer } from "../reading.js";
import { createAmountContent } from "./amount-content.js";
import { createBcdContent } from "./bcd-content.js";
import { createByteContent } from "./byte-content.js";
import { createAsciiContent, createEbcdicContent } from "./character-content.js";
import { createTextContent } from "./text-content.js";

/** Reads and writes the value of a field; its length is dealt with apart. */
export interface ContentCodec {
  /** Reads a value of so many units in so many bytes at the reader's place, or adds an issue. */
  read(reader: Reader, units: number, bytes: number): FieldValue | undefined;
  /**
   * Writes a value at a place, or adds an issue.
   *
   * @returns the units of the value, and nothing is written where these are more than `max`; -1 with an issue
   */
  write(writer: Writer, value: FieldValue | undefined, at: number, max: number): number;
}

/** Makes the codec of a field's values. */
export function createContentCodec(number: number, definition: FieldDefinition): ContentCodec {
  const { content, encoding } = definition;
  if (content === "amount") return createAmountContent(number, encoding);
  if (content === "b" || content === "tlv") return createByteContent(number, definition);
  if (encoding === "bcd-left" || encoding === "bcd-right") return createBcdContent(number, definition);
  if (encoding === "gbk" || encoding === "gb18030") return createTextContent(number, encoding);
  return encoding === "ebcdic" ? createEbcdicContent(number, content) : createAsciiContent(number, content);
}
