import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { type BankEncoding, decodeBytes, encodeText } from "../encoding.js";
import { channelIssues } from "./issues.js";

/** A place in a message that is filled as it is sent: for a signature, a password, a session's token. */
export interface Placeholder {
  /** What goes there, for issues. */
  readonly name: string;
  /** The text that stands there until then. */
  readonly placeholder: string;
}

/** The place of a credential, such as `__credential_PASSWORD__`. */
export function credentialPlaceholder(name: string): Placeholder {
  return { name, placeholder: `__credential_${name}__` };
}

/**
 * Puts a value in its place.
 *
 * @param value as it stands in the message, escaped
 * @returns the bytes, or `credential-missing` where the place does not stand there exactly once, which also
 *   keeps a payee's name from being taken for it; or issues of the encoding
 */
export function fillPlaceholder(
  content: Uint8Array,
  encoding: BankEncoding,
  { name, placeholder }: Placeholder,
  value: string,
): Parsed<Uint8Array> {
  const text = decodeBytes(content, encoding);
  if (!text.ok) return text;
  const [before = "", after = "", ...more] = text.value.split(placeholder);
  const found = text.value.includes(placeholder) ? 1 + more.length : 0;
  if (found !== 1) return failed(createIssue(channelIssues, "credential-missing", { name, found }));
  const filled = encodeText(before + value + after, encoding);
  return filled.ok ? parsed(filled.value) : filled;
}
