import { concatBytes } from "@noble/hashes/utils.js";
import { sm3 } from "@tongchou/core";

/** SM3 works on blocks of 64 bytes. */
const blockBytes = 64;

/**
 * The keyed hash HMAC with SM3, 32 bytes (GB/T 15852.2-2012, RFC 2104).
 *
 * @example
 * hmacSm3(Uint8Array.of(1), Uint8Array.of(2)).length; // => 32
 */
export function hmacSm3(message: Uint8Array, key: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockBytes);
  block.set(key.length > blockBytes ? sm3(key) : key);
  const inner = sm3(
    concatBytes(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sm3(
    concatBytes(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}
