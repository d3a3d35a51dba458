import type { BilingualText } from "@tongchou/core";
import type { Provenance } from "../profile.js";

/**
 * What a field may hold.
 *
 * - `n` digits, `a` letters, `an` letters and digits, `ans` everything printable of ASCII, spaces too;
 * - `anp` letters, digits and spaces, as ISO 8583:1993 names it;
 * - `xn` the sign `C` or `D` and digits;
 * - `z` a track: digits and the separator, `D` or `=`;
 * - `amount` digits that are an amount in fen;
 * - `text` whatever the encoding has, without control characters, in Chinese for instance;
 * - `b` bytes;
 * - `tlv` BER data objects, such as those of a chip (field 55).
 */
export type FieldContent = "n" | "a" | "an" | "anp" | "ans" | "xn" | "z" | "amount" | "text" | "b" | "tlv";

/**
 * How a field is written.
 *
 * - `ascii`, `ebcdic` (code page 037), `gbk`, `gb18030`: one or more bytes a character;
 * - `bcd-left`: two digits a byte, an odd one filled up behind; `bcd-right`: filled up in front;
 * - `binary`: the bytes themselves; `hex`: bytes as pairs of the characters 0 to 9 and A to F.
 */
export type FieldEncoding =
  "ascii" | "ebcdic" | "gbk" | "gb18030" | "bcd-left" | "bcd-right" | "binary" | "hex";

/** How the number in front of a field is written: its digits in ASCII, EBCDIC or BCD, or a binary number. */
export type LengthEncoding = "ascii" | "ebcdic" | "bcd" | "binary";

/** The length of a field, in digits, characters or bytes of its value; of `gbk` and `gb18030`, in bytes. */
export type FieldLength =
  | { readonly kind: "fixed"; readonly size: number }
  | {
      /** Digits of the number in front: two or three. In BCD they take one or two bytes, in binary too. */
      readonly kind: "ll" | "lll";
      readonly max: number;
      readonly encoding: LengthEncoding;
      /**
       * What the number counts where a byte holds two digits: digits, or bytes. Default: `digits`. Bytes say
       * nothing of an odd last digit, so such a field takes an even number of digits, or is filled with `f`.
       */
      readonly counts?: "digits" | "bytes" | undefined;
    };

/** One field of a dialect. */
export interface FieldDefinition {
  readonly content: FieldContent;
  readonly encoding: FieldEncoding;
  readonly length: FieldLength;
  /** What fills up an odd number of digits in BCD. Default: `0`. */
  readonly pad?: "0" | "f" | undefined;
  /**
   * Whether a log may show the value: whole, or with its middle hidden. Default: not at all, only its size.
   */
  readonly shown?: "plain" | "masked" | undefined;
}

/** One part of a header. */
export interface HeaderPart {
  readonly name: string;
  /** Bytes that it takes. */
  readonly size: number;
  /** `hex`: the value is written in hexadecimal digits; `ascii`: it is text, one character a byte. */
  readonly form: "hex" | "ascii";
  /**
   * A part that is worked out: the bytes of the header, or of the header and the message, as a binary number
   * under `hex` and in decimal digits under `ascii`. A message in which it does not hold is refused.
   */
  readonly computed?: "header-length" | "message-length" | undefined;
}

/** The number of bytes in front of each message on a line, itself not counted. */
export type FrameLength = "binary-2" | "ascii-4";

/** A dialect of ISO 8583 as data; all of it fits in a JSON file. */
export interface Dialect {
  /** Owner, format and version, such as `unionpay.pos@1`. A changed table is a new version. */
  readonly id: string;
  readonly name: BilingualText;
  readonly provenance: Provenance;
  /** What stands between the length and the message type, part after part. */
  readonly header: readonly HeaderPart[];
  readonly frame: FrameLength;
  readonly messageType: "ascii" | "ebcdic" | "bcd";
  readonly bitmap: {
    readonly form: "binary" | "hex";
    /** Whether a second bitmap, for fields 65 to 128, is written: `when-needed`, `always` or `never`. */
    readonly second: "when-needed" | "always" | "never";
  };
  /** The fields by number, 2 to 128. A message with any other is refused. */
  readonly fields: Readonly<Record<number, FieldDefinition>>;
  /** The field that the message authentication code stands in; always the last. */
  readonly macField?: number | undefined;
}
