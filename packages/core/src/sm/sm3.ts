/** Initial value and round constants of SM3 (GB/T 32905-2016, sections 4.1 and 4.2). */
const initialValue = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;
const earlyConstant = 0x79cc4519;
const lateConstant = 0x7a879d8a;
const earlyRounds = 16;
const rounds = 64;
const blockBytes = 64;

/**
 * The cryptographic hash SM3 of a message, 32 bytes (GB/T 32905-2016, GM/T 0004-2012).
 *
 * @example
 * sm3(Uint8Array.of(0x61, 0x62, 0x63)).slice(0, 4); // => Uint8Array.of(0x66, 0xc7, 0xf0, 0xf4)
 */
export function sm3(message: Uint8Array): Uint8Array {
  const padded = padMessage(message);
  const blocks = new DataView(padded.buffer);
  const state = Uint32Array.from(initialValue);
  const words = new Uint32Array(rounds + 4);
  for (let offset = 0; offset < padded.length; offset += blockBytes) {
    expandBlock(blocks, offset, words);
    compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(state.length * 4));
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word);
  return new Uint8Array(digest.buffer);
}

/** A one bit, noughts, and the length in bits as 64 bits, up to whole blocks. */
function padMessage(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / blockBytes) * blockBytes);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return padded;
}

function expandBlock(blocks: DataView, offset: number, words: Uint32Array): void {
  const at = (index: number): number => words[index] ?? 0;
  for (let j = 0; j < 16; j += 1) words[j] = blocks.getUint32(offset + j * 4);
  for (let j = 16; j < words.length; j += 1) {
    const mixed = at(j - 16) ^ at(j - 9) ^ rotate(at(j - 3), 15);
    const permuted = mixed ^ rotate(mixed, 15) ^ rotate(mixed, 23);
    words[j] = permuted ^ rotate(at(j - 13), 7) ^ at(j - 6);
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let j = 0; j < rounds; j += 1) {
    const isEarly = j < earlyRounds;
    const word = words[j] ?? 0;
    const constant = rotate(isEarly ? earlyConstant : lateConstant, j % 32);
    const sum1 = rotate((rotate(a, 12) + e + constant) | 0, 7);
    const sum2 = sum1 ^ rotate(a, 12);
    const chosen1 = isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const chosen2 = isEarly ? e ^ f ^ g : (e & f) | (~e & g);
    const next1 = (chosen1 + d + sum2 + (word ^ (words[j + 4] ?? 0))) | 0;
    const next2 = (chosen2 + h + sum1 + word) | 0;
    [d, c, b, a] = [c, rotate(b, 9), a, next1];
    [h, g, f, e] = [g, rotate(f, 19), e, next2 ^ rotate(next2, 9) ^ rotate(next2, 17)];
  }
  const registers = [a, b, c, d, e, f, g, h];
  for (const [index, register] of registers.entries()) state[index] = (state[index] ?? 0) ^ register;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
