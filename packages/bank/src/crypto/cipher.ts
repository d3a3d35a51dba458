import type { Parsed } from "@tongchou/core";
import { type RandomBytes, sm2Decrypt, sm2Encrypt, type Sm2CiphertextForm } from "./sm2-encryption.js";
import { sm4Decrypt, sm4Encrypt, type Sm4Options } from "./sm4.js";

/** Who encrypts and decrypts: keys in memory, an encryption server or a hardware module. */
export interface Cipher {
  encrypt(plaintext: Uint8Array): Promise<Uint8Array>;
  /** Fails for bytes that the key, or the way that was agreed, did not make. */
  decrypt(ciphertext: Uint8Array): Promise<Parsed<Uint8Array>>;
}

/** The keys of both sides: what is sent is for theirs, what comes is for ours. */
export interface Sm2CipherKeys {
  /** 65 bytes, 04 and both coordinates. */
  readonly theirPublicKey: Uint8Array;
  /** 32 bytes. */
  readonly ourPrivateKey: Uint8Array;
}

/**
 * Encrypts and decrypts by SM4 with a key in memory.
 *
 * @param key 16 bytes
 * @example
 * const cipher = createSm4Cipher(new Uint8Array(16).fill(1), { mode: "ecb" });
 * const ciphertext = await cipher.encrypt(Uint8Array.of(1, 2, 3));
 * (await cipher.decrypt(ciphertext)).value; // => Uint8Array.of(1, 2, 3)
 */
export function createSm4Cipher(key: Uint8Array, options: Sm4Options): Cipher {
  return {
    encrypt: (plaintext) => Promise.resolve().then(() => sm4Encrypt(plaintext, key, options)),
    decrypt: (ciphertext) => Promise.resolve().then(() => sm4Decrypt(ciphertext, key, options)),
  };
}

/**
 * Encrypts by SM2 for the other side, and decrypts what it encrypted for us.
 *
 * @example
 * const key = new Uint8Array(32).fill(1);
 * const randomBytes = (length) => new Uint8Array(length).fill(2); // of a test: not random
 * const keys = { theirPublicKey: sm2PublicKey(key), ourPrivateKey: key };
 * const cipher = createSm2Cipher(keys, { order: "C1C2C3", randomBytes });
 * (await cipher.decrypt(await cipher.encrypt(Uint8Array.of(7)))).value; // => Uint8Array.of(7)
 */
export function createSm2Cipher(
  keys: Sm2CipherKeys,
  options: Sm2CiphertextForm & { readonly randomBytes: RandomBytes },
): Cipher {
  const { theirPublicKey, ourPrivateKey } = keys;
  return {
    encrypt: (plaintext) => Promise.resolve().then(() => sm2Encrypt(plaintext, theirPublicKey, options)),
    decrypt: (ciphertext) => Promise.resolve().then(() => sm2Decrypt(ciphertext, ourPrivateKey, options)),
  };
}
