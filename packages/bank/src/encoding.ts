import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import iconv from "iconv-lite";
import { bankIssues } from "./issues.js";

/** The text encodings of bank files. What calls itself GB2312 is GBK in practice. */
export type BankEncoding = "gb18030" | "gbk" | "utf-8";

// GB18030 reads GBK too (WHATWG Encoding, section 10.1), by one table on every runtime; a runtime's own GBK
// table may still hold the private-use code points that GB 18030-2022 replaced.
const gb18030Decoder = new TextDecoder("gb18030", { fatal: true, ignoreBOM: true });
const utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const utf8Encoder = new TextEncoder();

/**
 * The 80 characters that GB18030 writes as FE50 to FEA0, in that order.
 *
 * GBK tables that predate GB 18030-2022 read these bytes as U+E815 to U+E864, private use, in the same order.
 */
export const disputedCharacters: readonly string[] = Array.from({ length: 80 }, (_, index) => {
  const trail = 0x50 + index;
  return gb18030Decoder.decode(new Uint8Array([0xfe, trail < 0x7f ? trail : trail + 1]));
});
const disputed: ReadonlySet<string> = new Set(disputedCharacters);

const plainAscii = /^[\x20-\x7e]*$/;

/**
 * Writes text in a bank's encoding, or refuses it: a character without a place there never becomes `?`.
 *
 * What was written is read back and has to be the same text. Under GBK the characters of FE50 to FEA0, 䶮
 * among them, are refused too: banks' tables disagree on these bytes, some read private-use characters.
 *
 * @returns the bytes, or `character-unmappable` with the code points; the warning `character-private-use`
 * @example
 * encodeText("東", "gbk").ok; // => true
 * encodeText("王䶮", "gb18030").ok; // => true
 * encodeText("王䶮", "gbk").ok; // => false
 */
export function encodeText(text: string, encoding: BankEncoding): Parsed<Uint8Array> {
  const bytes = encodeChecked(text, encoding);
  if (bytes === undefined) {
    const unmappable = Array.from(text).filter(
      (character) => encodeChecked(character, encoding) === undefined,
    );
    const characters = unmappable.map(codePoint).join(" ");
    return failed(createIssue(bankIssues, "character-unmappable", { characters, encoding }));
  }
  const privateUse = text.match(/\p{Co}/gu);
  if (privateUse === null) return parsed(bytes);
  const characters = privateUse.map(codePoint).join(" ");
  return parsed(bytes, [createIssue(bankIssues, "character-private-use", { characters })]);
}

/**
 * Reads bytes in a bank's encoding. GBK is read by the table of GB18030, which contains it.
 *
 * @returns the text, or `bytes-not-in-encoding`
 * @example
 * decodeBytes(new Uint8Array([0x96, 0x7c]), "gbk"); // => { ok: true, value: "東", issues: [] }
 * decodeBytes(new Uint8Array([0x96]), "gbk").ok; // => false
 */
export function decodeBytes(bytes: Uint8Array, encoding: BankEncoding): Parsed<string> {
  const text = decode(bytes, encoding);
  return text === undefined
    ? failed(createIssue(bankIssues, "bytes-not-in-encoding", { encoding }))
    : parsed(text);
}

/**
 * Writes text that {@link encodeText} has accepted, part by part.
 *
 * The three encodings keep no state between characters: what can be written in parts can be written whole.
 */
export function encodeAccepted(text: string, encoding: BankEncoding): Uint8Array {
  if (encoding === "utf-8" || plainAscii.test(text)) return utf8Encoder.encode(text);
  return new Uint8Array(iconv.encode(text, encoding));
}

/** The number of bytes that accepted text takes in a file. */
export function byteLength(text: string, encoding: BankEncoding): number {
  return plainAscii.test(text) ? text.length : encodeAccepted(text, encoding).length;
}

function encodeChecked(text: string, encoding: BankEncoding): Uint8Array | undefined {
  const bytes = encodeAccepted(text, encoding);
  if (plainAscii.test(text)) return bytes;
  if (encoding === "gbk" && Array.from(text).some((character) => disputed.has(character))) return undefined;
  return decode(bytes, encoding) === text ? bytes : undefined;
}

function decode(bytes: Uint8Array, encoding: BankEncoding): string | undefined {
  try {
    return (encoding === "utf-8" ? utf8Decoder : gb18030Decoder).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The name of a character, such as `U+4DAE`, which also shows those that have no picture. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
