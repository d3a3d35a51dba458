import { base64 } from "@scure/base";

/** Writes bytes in Base64 (RFC 4648, section 4), padded, on one line. */
export function writeBase64(bytes: Uint8Array): string {
  return base64.encode(bytes);
}

/** Reads Base64; line breaks, which many banks put in, are left out. Nothing for what is none. */
export function readBase64(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text.replace(/[\r\n\t ]/g, ""));
  } catch {
    return undefined;
  }
}
