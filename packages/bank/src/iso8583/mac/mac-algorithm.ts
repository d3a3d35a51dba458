import type { BlockCipher } from "./block-cipher.js";

/** Makes message authentication codes: with a key in memory, or in a hardware module. */
export interface MacAlgorithm {
  /** The code of a message: eight bytes, for the field that carries it. */
  mac(data: Uint8Array): Promise<Uint8Array>;
}

/** The two halves of a double-length key. */
export interface KeyHalves {
  readonly left: BlockCipher;
  readonly right: BlockCipher;
}

const macBytes = 8;
const hexDigits = "0123456789ABCDEF";

/**
 * The code of UnionPay's terminals ("ECB"): all blocks are added by XOR, the sum is written in upper-case
 * hexadecimal characters, the first half of these is encrypted, added to the second half, and encrypted
 * again; the code is the first eight hexadecimal characters of the result.
 *
 * With DES or triple DES as articles by integrators describe it, with a published vector. With SM4 the same
 * over blocks of 16 bytes, which is from memory and was not compared with UnionPay's own document.
 *
 * @example
 * import { createDesCipher } from "@tongchou/bank/iso8583";
 * const algorithm = createHexMac(createDesCipher(new Uint8Array(16).fill(1)));
 * (await algorithm.mac(new Uint8Array(20))).length; // => 8
 */
export function createHexMac(cipher: BlockCipher): MacAlgorithm {
  const size = cipher.blockBytes;
  return {
    async mac(data) {
      const sum = new Uint8Array(size);
      for (const [index, byte] of data.entries()) sum[index % size] = (sum[index % size] ?? 0) ^ byte;
      const characters = hexCharacters(sum);
      const first = await cipher.encrypt(characters.subarray(0, size));
      const last = await cipher.encrypt(added(first, characters.subarray(size)));
      return hexCharacters(last).slice(0, macBytes);
    },
  };
}

/**
 * The code of ANSI X9.19, which is algorithm 3 of ISO/IEC 9797-1 with zeros behind (padding method 1): cipher
 * block chaining under the left half of the key; the last block is decrypted under the right half and
 * encrypted under the left.
 *
 * @throws RangeError for ciphers whose blocks are not of eight bytes
 * @example
 * import { createDesCipher } from "@tongchou/bank/iso8583";
 * const left = createDesCipher(new Uint8Array(8).fill(1));
 * const right = createDesCipher(new Uint8Array(8).fill(2));
 * (await createX919Mac({ left, right }).mac(new Uint8Array(20))).length; // => 8
 */
export function createX919Mac({ left, right }: KeyHalves): MacAlgorithm {
  if (left.blockBytes !== macBytes || right.blockBytes !== macBytes) {
    throw new RangeError("X9.19 takes ciphers with blocks of 8 bytes");
  }
  return {
    async mac(data) {
      let chained = new Uint8Array(macBytes);
      for (let at = 0; at === 0 || at < data.length; at += macBytes) {
        chained = new Uint8Array(await left.encrypt(added(chained, data.subarray(at, at + macBytes))));
      }
      return left.encrypt(await right.decrypt(chained));
    },
  };
}

/** The sum of two blocks by XOR; a short second one counts as filled up with zeros. */
function added(block: Uint8Array, other: Uint8Array): Uint8Array {
  return block.map((byte, index) => byte ^ (other[index] ?? 0));
}

function hexCharacters(bytes: Uint8Array): Uint8Array {
  const characters = new Uint8Array(bytes.length * 2);
  for (const [index, byte] of bytes.entries()) {
    characters[2 * index] = hexDigits.charCodeAt(byte >> 4);
    characters[2 * index + 1] = hexDigits.charCodeAt(byte & 15);
  }
  return characters;
}
