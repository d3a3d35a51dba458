import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { cryptoIssues } from "./issues.js";
import { cryptSm4Block, expandSm4Key, sm4BlockBytes } from "./sm4-block.js";

/** How blocks are chained, and how the last one is filled. */
export interface Sm4Options {
  /** ECB or CBC (GB/T 17964-2021). CBC needs its first vector of 16 bytes, never used twice with one key. */
  readonly mode: "ecb" | { readonly kind: "cbc"; readonly iv: Uint8Array };
  /** `pkcs7` (RFC 5652, section 6.3), or none for whole blocks. Default: `pkcs7`. */
  readonly padding?: "pkcs7" | "none" | undefined;
}

/**
 * Encrypts by SM4 (GB/T 32907-2016).
 *
 * @param key 16 bytes
 * @throws RangeError for a key or a first vector of another length than 16 bytes, and without padding for a
 *   text that is not of whole blocks
 * @example
 * const key = new Uint8Array(16).fill(1);
 * sm4Encrypt(Uint8Array.of(1, 2, 3), key, { mode: "ecb" }).length; // => 16
 */
export function sm4Encrypt(plaintext: Uint8Array, key: Uint8Array, options: Sm4Options): Uint8Array {
  const { mode, padding = "pkcs7" } = options;
  const bytes = padding === "pkcs7" ? padPkcs7(plaintext) : plaintext.slice();
  if (bytes.length % sm4BlockBytes !== 0) throw new RangeError("without padding SM4 takes whole blocks");
  const keys = expandSm4Key(key, "encrypt");
  const blocks = new DataView(bytes.buffer);
  const vector = mode === "ecb" ? undefined : checkedVector(mode.iv);
  for (let offset = 0; offset < bytes.length; offset += sm4BlockBytes) {
    if (vector !== undefined) mixBlock(blocks, offset, vector, blocks);
    cryptSm4Block(keys, blocks, offset);
  }
  return bytes;
}

/**
 * Decrypts by SM4.
 *
 * @returns the text, or `ciphertext-length` where bytes are missing, or `decryption-failed` where the padding
 *   shows that the key, the vector or the bytes are wrong
 * @throws RangeError for a key or a first vector of another length than 16 bytes
 * @example
 * const [key, iv] = [new Uint8Array(16).fill(1), new Uint8Array(16)];
 * const options = { mode: { kind: "cbc", iv } };
 * sm4Decrypt(sm4Encrypt(Uint8Array.of(1, 2, 3), key, options), key, options);
 * // => { ok: true, value: Uint8Array.of(1, 2, 3), issues: [] }
 */
export function sm4Decrypt(ciphertext: Uint8Array, key: Uint8Array, options: Sm4Options): Parsed<Uint8Array> {
  const { mode, padding = "pkcs7" } = options;
  const keys = expandSm4Key(key, "decrypt");
  const vector = mode === "ecb" ? undefined : checkedVector(mode.iv);
  const found = ciphertext.length;
  if (found % sm4BlockBytes !== 0 || (found === 0 && padding === "pkcs7"))
    return failed(createIssue(cryptoIssues, "ciphertext-length", { found }));
  const bytes = ciphertext.slice();
  const blocks = new DataView(bytes.buffer);
  const chained = viewOf(ciphertext);
  for (let offset = 0; offset < bytes.length; offset += sm4BlockBytes) {
    cryptSm4Block(keys, blocks, offset);
    if (vector !== undefined) mixBlock(blocks, offset, vector, chained);
  }
  const plaintext = padding === "pkcs7" ? unpadPkcs7(bytes) : bytes;
  return plaintext === undefined ? failed(createIssue(cryptoIssues, "decryption-failed")) : parsed(plaintext);
}

function checkedVector(iv: Uint8Array): DataView {
  if (iv.length !== sm4BlockBytes) throw new RangeError("the first vector of SM4 has 16 bytes");
  return viewOf(iv);
}

/** Mixes a block with the one before it in the ciphertext, the first one with the first vector. */
function mixBlock(blocks: DataView, offset: number, vector: DataView, ciphertext: DataView): void {
  const [mask, maskOffset] = offset === 0 ? [vector, 0] : [ciphertext, offset - sm4BlockBytes];
  for (let at = 0; at < sm4BlockBytes; at += 4)
    blocks.setInt32(offset + at, blocks.getInt32(offset + at) ^ mask.getInt32(maskOffset + at));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function padPkcs7(plaintext: Uint8Array): Uint8Array {
  const count = sm4BlockBytes - (plaintext.length % sm4BlockBytes);
  const padded = new Uint8Array(plaintext.length + count).fill(count, plaintext.length);
  padded.set(plaintext);
  return padded;
}

function unpadPkcs7(padded: Uint8Array): Uint8Array | undefined {
  const count = padded.at(-1) ?? 0;
  const isPadding = padded.subarray(padded.length - count).every((byte) => byte === count);
  return count >= 1 && count <= sm4BlockBytes && isPadding
    ? padded.subarray(0, padded.length - count)
    : undefined;
}
