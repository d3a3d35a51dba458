import { SpreadsheetFault } from "../spreadsheet-fault.js";

/**
 * Decodes a text file: a byte order mark decides; else UTF-8 where the bytes are valid UTF-8; else GB18030,
 * which is what the Chinese editions of Excel and WPS write.
 *
 * Throws a fault with `text-undecodable` when none of them fits.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes) ?? refuse();
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes) ?? refuse();
  return decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes) ?? refuse();
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    // The decoder drops the byte order mark.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(): never {
  throw new SpreadsheetFault("text-undecodable");
}
