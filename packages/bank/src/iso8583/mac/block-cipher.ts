import { DES, EDE } from "des.js";
import { sm4Decrypt, sm4Encrypt } from "../../crypto/sm4.js";

/** Encrypts and decrypts single blocks under a key that stays where it is, such as in a hardware module. */
export interface BlockCipher {
  readonly blockBytes: 8 | 16;
  encrypt(block: Uint8Array): Promise<Uint8Array>;
  decrypt(block: Uint8Array): Promise<Uint8Array>;
}

/**
 * DES or triple DES (FIPS 46-3) with a key in memory, as UnionPay's older networks and terminals use it.
 *
 * @param key 8 bytes for DES; 16 (the first half used again) or 24 for triple DES. Parity bits are ignored.
 * @throws RangeError for a key of another length
 * @example
 * const cipher = createDesCipher(new Uint8Array(8).fill(1));
 * (await cipher.encrypt(new Uint8Array(8))).length; // => 8
 */
export function createDesCipher(key: Uint8Array): BlockCipher {
  if (![8, 16, 24].includes(key.length)) throw new RangeError("a DES key has 8, 16 or 24 bytes");
  const whole = key.length === 16 ? Uint8Array.of(...key, ...key.subarray(0, 8)) : key;
  const algorithm = key.length === 8 ? DES : EDE;
  const crypt = (type: "encrypt" | "decrypt", block: Uint8Array): Promise<Uint8Array> =>
    Promise.resolve().then(() => {
      requireBlock(block, 8);
      const run = algorithm.create({ type, key: whole, padding: false });
      return Uint8Array.of(...run.update(block), ...run.final());
    });
  return {
    blockBytes: 8,
    encrypt: (block) => crypt("encrypt", block),
    decrypt: (block) => crypt("decrypt", block),
  };
}

/**
 * SM4 (GB/T 32907) with a key in memory.
 *
 * @param key 16 bytes
 * @example
 * const cipher = createSm4BlockCipher(new Uint8Array(16).fill(1));
 * (await cipher.decrypt(await cipher.encrypt(new Uint8Array(16).fill(7))))[0]; // => 7
 */
export function createSm4BlockCipher(key: Uint8Array): BlockCipher {
  const options = { mode: "ecb", padding: "none" } as const;
  return {
    blockBytes: 16,
    encrypt: (block) =>
      Promise.resolve().then(() => {
        requireBlock(block, 16);
        return sm4Encrypt(block, key, options);
      }),
    decrypt: (block) =>
      Promise.resolve().then(() => {
        requireBlock(block, 16);
        const plain = sm4Decrypt(block, key, options);
        if (!plain.ok) throw new RangeError("the block could not be decrypted");
        return plain.value;
      }),
  };
}

function requireBlock(block: Uint8Array, size: number): void {
  if (block.length !== size) throw new RangeError(`a block has ${size} bytes`);
}
