import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { writeCanonicalJson } from "../canonical-json.js";

/**
 * SHA-256 over the canonical JSON of plain data, in hexadecimal.
 *
 * @example
 * digestOf({ b: 1, a: 2 }) === digestOf({ a: 2, b: 1 }); // => true
 */
export function digestOf(value: unknown): string {
  const hash = sha256.create();
  writeCanonicalJson(value, (piece) => hash.update(utf8ToBytes(piece)));
  return bytesToHex(hash.digest());
}
