import { hexToBytes } from "@noble/hashes/utils.js";

/** The cipher works on blocks and keys of 16 bytes, in 32 rounds (GB/T 32907-2016, section 4). */
export const sm4BlockBytes = 16;
const rounds = 32;

/** The substitution of bytes: GB/T 32907-2016, section 6.2, table 1, row after row. */
const substitution = hexToBytes(
  "d690e9fecce13db716b614c228fb2c052b679a762abe04c3aa441326498606999c4250f491ef987a33540b43edcfac62" +
    "e4b31ca9c908e89580df94fa758f3fa64707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35" +
    "1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89eeabf8ad240c738b5a3f7f2cef96115a1" +
    "e0ae5da49b341a55ad933230f58cb1e31df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51" +
    "8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b08969974a0c96777e65b9f109c56ec684" +
    "18f07dec3adc4d2079ee5f3ed7cb3948",
);
/** The system parameter FK (section 7.3). */
const systemParameter = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc] as const;

/** The constants CK: byte j of word i is (4i + j) · 7 modulo 256 (section 7.3). */
const roundConstants = Int32Array.from({ length: rounds }, (_, round) => {
  const byte = (place: number): number => ((4 * round + place) * 7) & 0xff;
  return (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
});

/** The round's transformation T of one byte, for each of the word's four places. */
const roundTables = [24, 16, 8, 0].map((shift) =>
  Int32Array.from(substitution, (byte) => {
    const word = byte << shift;
    return word ^ rotate(word, 2) ^ rotate(word, 10) ^ rotate(word, 18) ^ rotate(word, 24);
  }),
);
const [table0 = new Int32Array(), table1 = table0, table2 = table0, table3 = table0] = roundTables;

/** What SM4 makes of a key: the round keys in the order of encryption, or of decryption. */
export type Sm4RoundKeys = Int32Array;

/**
 * Expands a key (GB/T 32907-2016, section 7.3).
 *
 * @param key 16 bytes
 * @throws RangeError for a key of another length
 */
export function expandSm4Key(key: Uint8Array, direction: "encrypt" | "decrypt"): Sm4RoundKeys {
  if (key.length !== sm4BlockBytes) throw new RangeError("an SM4 key has 16 bytes");
  const words = viewOf(key);
  const keys = new Int32Array(rounds + 4);
  const at = (index: number): number => keys[index] ?? 0;
  for (const [index, parameter] of systemParameter.entries())
    keys[index] = words.getInt32(index * 4) ^ parameter;
  for (let round = 0; round < rounds; round += 1) {
    const mixed = at(round + 1) ^ at(round + 2) ^ at(round + 3) ^ (roundConstants[round] ?? 0);
    const word = substituteWord(mixed);
    keys[round + 4] = at(round) ^ word ^ rotate(word, 13) ^ rotate(word, 23);
  }
  const roundKeys = keys.slice(4);
  return direction === "encrypt" ? roundKeys : roundKeys.reverse();
}

/**
 * Encrypts or decrypts one block in place, as the round keys say.
 *
 * @param offset where the 16 bytes of the block begin
 */
export function cryptSm4Block(keys: Sm4RoundKeys, blocks: DataView, offset: number): void {
  let a = blocks.getInt32(offset);
  let b = blocks.getInt32(offset + 4);
  let c = blocks.getInt32(offset + 8);
  let d = blocks.getInt32(offset + 12);
  for (let round = 0; round < rounds; round += 1) {
    const mixed = b ^ c ^ d ^ (keys[round] ?? 0);
    const next =
      a ^
      (table0[mixed >>> 24] ?? 0) ^
      (table1[(mixed >>> 16) & 0xff] ?? 0) ^
      (table2[(mixed >>> 8) & 0xff] ?? 0) ^
      (table3[mixed & 0xff] ?? 0);
    a = b;
    b = c;
    c = d;
    d = next;
  }
  blocks.setInt32(offset, d);
  blocks.setInt32(offset + 4, c);
  blocks.setInt32(offset + 8, b);
  blocks.setInt32(offset + 12, a);
}

function substituteWord(word: number): number {
  const byte = (shift: number): number => (substitution[(word >>> shift) & 0xff] ?? 0) << shift;
  return byte(24) | byte(16) | byte(8) | byte(0);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
