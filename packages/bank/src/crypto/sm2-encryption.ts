import { concatBytes } from "@noble/hashes/utils.js";
import {
  createIssue,
  failed,
  isSm2PrivateKey,
  parsed,
  type Parsed,
  sm2PublicKey,
  sm2SharedPoint,
  sm3,
} from "@tongchou/core";
import { cryptoIssues } from "./issues.js";

/** Gives so many random bytes, such as `crypto.getRandomValues(new Uint8Array(length))`. */
export type RandomBytes = (length: number) => Uint8Array;

/** How the parts of a ciphertext stand: the point C1, the encrypted text C2 and the hash C3. */
export interface Sm2CiphertextForm {
  /** C1C3C2 is the standard's of 2016 (GB/T 32918.4), C1C2C3 that of 2010. Default: C1C3C2. */
  readonly order?: "C1C3C2" | "C1C2C3" | undefined;
  /** Whether the point begins with 04, as the standard has it; many leave it out. Default: `with-04`. */
  readonly point?: "with-04" | "without-04" | undefined;
}

const coordinateBytes = 32;
const pointBytes = 1 + 2 * coordinateBytes;
const hashBytes = 32;
/** A source that gives no usable number so many times in a row is broken. */
const drawsMax = 64;

/**
 * Encrypts for the holder of a key by SM2 (GB/T 32918.4-2016, section 6).
 *
 * @param publicKey 65 bytes, 04 and both coordinates
 * @param randomBytes draws the number behind C1: it must not be foreseen, and never be the same twice
 * @throws RangeError for a key that is no point of the curve, for an empty text, which the standard does not
 *   encrypt, and for a source of randomness that gives no usable number
 * @example
 * const key = new Uint8Array(32).fill(1);
 * const randomBytes = (length) => new Uint8Array(length).fill(2); // of a test: not random
 * sm2Encrypt(Uint8Array.of(1, 2, 3), sm2PublicKey(key), { randomBytes }).length; // => 100
 */
export function sm2Encrypt(
  plaintext: Uint8Array,
  publicKey: Uint8Array,
  options: Sm2CiphertextForm & { readonly randomBytes: RandomBytes },
): Uint8Array {
  const { order = "C1C3C2", point = "with-04", randomBytes } = options;
  if (plaintext.length === 0) throw new RangeError("SM2 does not encrypt an empty text");
  for (let draw = 0; draw < drawsMax; draw += 1) {
    const ephemeral = randomBytes(coordinateBytes);
    if (!isSm2PrivateKey(ephemeral)) continue;
    const shared = sm2SharedPoint(ephemeral, publicKey);
    if (shared === undefined) throw new RangeError("this is no SM2 public key");
    const mask = deriveKey(shared.subarray(1), plaintext.length);
    if (mask.every((byte) => byte === 0)) continue;
    const c1 = sm2PublicKey(ephemeral).subarray(point === "with-04" ? 0 : 1);
    const c2 = mixed(plaintext, mask);
    const c3 = hashOf(shared, plaintext);
    return order === "C1C3C2" ? concatBytes(c1, c3, c2) : concatBytes(c1, c2, c3);
  }
  throw new RangeError("the source of randomness gives no usable number");
}

/**
 * Decrypts by SM2 (GB/T 32918.4-2016, section 7).
 *
 * @param privateKey 32 bytes
 * @returns the text, or `ciphertext-length` where it is too short, or `decryption-failed`
 * @throws RangeError for a private key that is none
 * @example
 * sm2Decrypt(new Uint8Array(99), new Uint8Array(32).fill(1)).issues[0]?.code; // => "decryption-failed"
 */
export function sm2Decrypt(
  ciphertext: Uint8Array,
  privateKey: Uint8Array,
  form: Sm2CiphertextForm = {},
): Parsed<Uint8Array> {
  if (!isSm2PrivateKey(privateKey)) throw new RangeError("this is no SM2 private key");
  const { order = "C1C3C2", point = "with-04" } = form;
  const whole = point === "with-04" ? ciphertext : concatBytes(Uint8Array.of(4), ciphertext);
  const rest = whole.subarray(pointBytes);
  if (rest.length <= hashBytes) {
    return failed(createIssue(cryptoIssues, "ciphertext-length", { found: ciphertext.length }));
  }
  const [c2, c3] =
    order === "C1C3C2"
      ? [rest.subarray(hashBytes), rest.subarray(0, hashBytes)]
      : [rest.subarray(0, -hashBytes), rest.subarray(-hashBytes)];
  const shared = sm2SharedPoint(privateKey, whole.subarray(0, pointBytes));
  if (shared === undefined) return failed(createIssue(cryptoIssues, "decryption-failed"));
  const mask = deriveKey(shared.subarray(1), c2.length);
  const plaintext = mixed(c2, mask);
  const isWhole = areEqual(hashOf(shared, plaintext), c3) && mask.some((byte) => byte !== 0);
  return isWhole ? parsed(plaintext) : failed(createIssue(cryptoIssues, "decryption-failed"));
}

/** Key derivation (GB/T 32918.4-2016, section 5.4.3): SM3 over the secret and a counter of 32 bits. */
function deriveKey(secret: Uint8Array, length: number): Uint8Array {
  const key = new Uint8Array(length);
  const counted = concatBytes(secret, new Uint8Array(4));
  const counter = new DataView(counted.buffer, secret.length);
  for (let offset = 0; offset < length; offset += hashBytes) {
    counter.setUint32(0, offset / hashBytes + 1);
    key.set(sm3(counted).subarray(0, length - offset), offset);
  }
  return key;
}

/** C3: SM3 over the one coordinate, the text and the other coordinate. */
function hashOf(shared: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const y = 1 + coordinateBytes;
  return sm3(concatBytes(shared.subarray(1, y), plaintext, shared.subarray(y)));
}

function mixed(text: Uint8Array, mask: Uint8Array): Uint8Array {
  return text.map((byte, index) => byte ^ (mask[index] ?? 0));
}

/** In a time that does not hang on where they differ. */
function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  const difference = left.reduce((sum, byte, index) => sum | (byte ^ (right[index] ?? 0)), 0);
  return left.length === right.length && difference === 0;
}
