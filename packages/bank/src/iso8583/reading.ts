import { createIssue, type Issue, type IssueValues } from "@tongchou/core";
import { type Iso8583IssueCode, iso8583Issues } from "./issues.js";

/** Where a decoder stands in a message. */
export interface Reader {
  readonly bytes: Uint8Array;
  at: number;
  readonly issues: Issue[];
  /** The bytes as characters, made when a field first needs them. */
  characters: string | undefined;
}

/** Where an encoder stands in a message. */
export interface Writer {
  readonly bytes: Uint8Array;
  at: number;
  readonly issues: Issue[];
}

// One character a byte; only those below 80 are used, which all tables of this kind have in common.
const asciiDecoder = new TextDecoder("latin1", { fatal: false, ignoreBOM: true });

/** One character for each byte, whatever it is. */
function charactersOf(bytes: Uint8Array): string {
  const text = asciiDecoder.decode(bytes);
  if (text.length === bytes.length) return text;
  // The decoder of Node 20 leaves out a first byte FF, and all the others would move.
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** A stretch of a message that is known to be ASCII, as text. */
export function charactersAt(reader: Reader, from: number, to: number): string {
  reader.characters ??= charactersOf(reader.bytes);
  return reader.characters.substring(from, to);
}

/** Adds an issue about a field; its path names the field. */
export function reportField(
  issues: Issue[],
  code: Iso8583IssueCode,
  values: IssueValues & { readonly field: number },
): void {
  issues.push(createIssue(iso8583Issues, code, values, { path: `/fields/${values.field}` }));
}

/** Tells whether a message has so many bytes left, and reports where it is cut off. */
export function hasBytes(reader: Reader, needed: number, part: string): boolean {
  const found = reader.bytes.length - reader.at;
  if (needed <= found) return true;
  const values = { offset: reader.at, needed, found, part };
  reader.issues.push(createIssue(iso8583Issues, "iso8583-truncated", values));
  return false;
}

/** Adds the issue of a value that is of the wrong kind, and gives -1. */
export function reportKind(writer: Writer, field: number, allowed: string): -1 {
  reportField(writer.issues, "iso8583-field-kind", { field, allowed });
  return -1;
}
