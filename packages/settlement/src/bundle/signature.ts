import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import {
  isSm2PrivateKey,
  isSm2PublicKey,
  sm2DefaultUserId,
  sm2PublicKey,
  sm2Sign,
  sm2Verify,
} from "@tongchou/core";

/** How statements are signed: Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918.2, GB/T 32905). */
export type SignatureAlgorithm = "Ed25519" | "SM2";

/** Who signs statements: a key in memory, or a hardware module that holds the key. */
export interface StatementSigner {
  readonly algorithm: SignatureAlgorithm;
  /** Name by which verifiers find the key, such as its {@link keyIdOf}. */
  readonly keyId: string;
  /** 64 bytes: R and S for Ed25519, r and s for SM2. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Who tests signatures by one key. */
export interface StatementVerifier {
  readonly algorithm: SignatureAlgorithm;
  readonly keyId: string;
  /** False for everything that is no signature by the key. */
  verify(bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** A key of SM2 and the user id that is signed along; without one the standard's default. */
export interface Sm2KeyOptions {
  readonly userId?: string | undefined;
}

/**
 * Names a public key: the first 8 bytes of its SHA-256, in hexadecimal.
 *
 * @param publicKey 32 bytes for Ed25519; 65 bytes, 04 and both coordinates, for SM2
 * @example
 * keyIdOf(publicKeyOf("Ed25519", new Uint8Array(32))).length; // => 16
 */
export function keyIdOf(publicKey: Uint8Array): string {
  return bytesToHex(sha256(publicKey).subarray(0, 8));
}

/**
 * The public key of a private key: 32 bytes for Ed25519, 65 bytes for SM2.
 *
 * @param privateKey 32 bytes
 * @throws RangeError for bytes that are no private key
 * @example
 * publicKeyOf("SM2", new Uint8Array(32).fill(1)).length; // => 65
 */
export function publicKeyOf(algorithm: SignatureAlgorithm, privateKey: Uint8Array): Uint8Array {
  if (algorithm === "SM2") return sm2PublicKey(privateKey);
  if (privateKey.length !== 32) throw new RangeError("an Ed25519 private key has 32 bytes");
  return ed25519.getPublicKey(privateKey);
}

/**
 * True for bytes that are a private key.
 *
 * @example
 * isPrivateKey("SM2", new Uint8Array(32)); // => false
 */
export function isPrivateKey(algorithm: SignatureAlgorithm, bytes: Uint8Array): boolean {
  return algorithm === "SM2" ? isSm2PrivateKey(bytes) : bytes.length === 32;
}

/**
 * True for bytes that are a public key: a point of the algorithm's curve.
 *
 * @example
 * isPublicKey("Ed25519", publicKeyOf("Ed25519", new Uint8Array(32))); // => true
 */
export function isPublicKey(algorithm: SignatureAlgorithm, bytes: Uint8Array): boolean {
  return algorithm === "SM2" ? isSm2PublicKey(bytes) : ed25519.utils.isValidPublicKey(bytes);
}

/**
 * Signs with a private key in memory. The same bytes always give the same signature.
 *
 * @param privateKey 32 bytes
 * @throws RangeError for bytes that are no private key
 * @example
 * createSigner("Ed25519", new Uint8Array(32).fill(1)).algorithm; // => "Ed25519"
 */
export function createSigner(
  algorithm: SignatureAlgorithm,
  privateKey: Uint8Array,
  options: Sm2KeyOptions = {},
): StatementSigner {
  const { userId = sm2DefaultUserId } = options;
  const sign = (message: Uint8Array): Uint8Array =>
    algorithm === "SM2" ? sm2Sign({ message, userId }, privateKey) : ed25519.sign(message, privateKey);
  return {
    algorithm,
    keyId: keyIdOf(publicKeyOf(algorithm, privateKey)),
    sign: (bytes) => Promise.resolve(sign(bytes)),
  };
}

/**
 * Tests signatures with a public key.
 *
 * @param publicKey as {@link publicKeyOf} gives it
 * @example
 * const signer = createSigner("SM2", new Uint8Array(32).fill(1));
 * const verifier = createVerifier("SM2", publicKeyOf("SM2", new Uint8Array(32).fill(1)));
 * await verifier.verify(Uint8Array.of(1), await signer.sign(Uint8Array.of(1))); // => true
 */
export function createVerifier(
  algorithm: SignatureAlgorithm,
  publicKey: Uint8Array,
  options: Sm2KeyOptions = {},
): StatementVerifier {
  const { userId = sm2DefaultUserId } = options;
  const verify = (message: Uint8Array, signature: Uint8Array): boolean =>
    algorithm === "SM2"
      ? sm2Verify({ message, userId }, signature, publicKey)
      : verifyEd25519(message, signature, publicKey);
  return {
    algorithm,
    keyId: keyIdOf(publicKey),
    verify: (bytes, signature) => Promise.resolve(verify(bytes, signature)),
  };
}

/** By the strict rules of RFC 8032, under which a signature has one form only. */
function verifyEd25519(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || !ed25519.utils.isValidPublicKey(publicKey)) return false;
  return ed25519.verify(signature, message, publicKey, { zip215: false });
}
