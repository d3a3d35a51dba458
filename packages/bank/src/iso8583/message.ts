import type { Fen } from "@tongchou/core";

/** One data object of a field of BER-TLV. */
export interface Tlv {
  /** The tag in hexadecimal digits, such as `9F26`. */
  readonly tag: string;
  /** The bytes of a primitive object, the objects inside a constructed one. */
  readonly value: Uint8Array | readonly Tlv[];
  /** Bytes of the length, where there are more than the length needs. */
  readonly lengthBytes?: number | undefined;
}

/** What a field holds: text or digits, an amount in fen, bytes, or data objects, as its definition says. */
export type FieldValue = string | Fen | Uint8Array | readonly Tlv[];

/** A message of ISO 8583. */
export interface IsoMessage {
  /** Parts of the header by name, those that are worked out left away. Missing where the dialect has none. */
  readonly header?: Readonly<Record<string, string>> | undefined;
  /** The message type: four digits, such as `0200`. */
  readonly type: string;
  /** The fields by number, 2 to 128. */
  readonly fields: Readonly<Record<number, FieldValue>>;
}
