import type { Parsed } from "@tongchou/core";
import { checkDialect } from "./check-dialect.js";
import { compileDialect } from "./compiled-dialect.js";
import { decodeMessage } from "./decode-message.js";
import type { Dialect } from "./dialect.js";
import { encodeMessage } from "./encode-message.js";
import type { IsoMessage } from "./message.js";

/** Writes and reads the messages of one dialect. */
export interface Iso8583Codec {
  readonly dialect: Dialect;
  /** Bytes of the header: the message type begins there. */
  readonly headerBytes: number;
  /**
   * Writes a message, without the length in front of it on a line.
   *
   * Nothing is filled up, cut off or replaced: a value that is not exactly what its field takes is an issue.
   *
   * @returns the bytes, or all that is wrong: `iso8583-header`, `-message-type`, `-field-undefined`,
   *   `-field-kind`, `-field-length`, `-field-characters`, `-tlv`
   */
  encode(message: IsoMessage): Parsed<Uint8Array>;
  /**
   * Reads a message, without the length in front of it. What it accepts, `encode` writes as the same bytes.
   *
   * @returns the message, or what is wrong, up to where the next field cannot be found any more:
   *   `iso8583-truncated`, `-header`, `-message-type`, `-bitmap`, `-field-undefined`, `-length-digits`,
   *   `-field-length`, `-field-characters`, `-field-padding`, `-tlv`, `-bytes-left`
   */
  decode(bytes: Uint8Array): Parsed<IsoMessage>;
}

/**
 * Makes the codec of a dialect.
 *
 * @throws RangeError for a dialect that {@link checkDialect} finds something wrong with
 * @example
 * import { unionPayPos } from "@tongchou/bank/iso8583";
 * const codec = createCodec(unionPayPos);
 * const header = { tpdu: "6000030000", application: "603100310100" };
 * const echo = codec.encode({ header, type: "0820", fields: { 11: "000452" } });
 * echo.ok && echo.value.length; // => 24
 * echo.ok && codec.decode(echo.value).value.fields[11]; // => "000452"
 */
export function createCodec(dialect: Dialect): Iso8583Codec {
  const [problem] = checkDialect(dialect);
  if (problem !== undefined) throw new RangeError(problem.message.en);
  const compiled = compileDialect(dialect);
  return {
    dialect,
    headerBytes: compiled.header.size,
    encode: (message) => encodeMessage(compiled, message),
    decode: (bytes) => decodeMessage(compiled, bytes),
  };
}
