import type { BankEncoding } from "../encoding.js";

/** How much of a document is taken before reading stops with an issue. */
export interface XmlLimits {
  /** Elements inside of each other, the root counted. Default: 64. */
  readonly depthMax: number;
  /** Characters of one text, one tag with its attributes, or one comment. Default: 4,194,304. */
  readonly lengthMax: number;
  /** Attributes of one element. Default: 64. */
  readonly attributesMax: number;
  /** Bytes of the document. Default: 16 MiB for a tree, no limit for a stream. */
  readonly bytesMax: number;
  /** Elements of the document. Default: 500,000 for a tree, no limit for a stream. */
  readonly elementsMax: number;
}

/** How a document is read; every field has a default. */
export interface XmlReadOptions extends Partial<XmlLimits> {
  /** Name for the places of issues. Default: `xml`. */
  readonly file?: string | undefined;
  /** What the bytes are where the document does not declare an encoding. Default: `utf-8`. */
  readonly encoding?: BankEncoding | undefined;
  /** Whether names lose their namespace prefix: `ns2:Document` becomes `Document`. Default: `false`. */
  readonly dropPrefixes?: boolean | undefined;
}

/** The limits of a stream: what one token may take, and nothing about the whole. */
export const streamLimits: XmlLimits = {
  depthMax: 64,
  lengthMax: 4_194_304,
  attributesMax: 64,
  bytesMax: Infinity,
  elementsMax: Infinity,
};

/** The limits of a document that is held whole. */
export const treeLimits: XmlLimits = { ...streamLimits, bytesMax: 16_777_216, elementsMax: 500_000 };
