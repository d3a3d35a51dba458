/** The seed of every run, so that what one run finds the next one finds. */
const seed = 20_240_315;

/**
 * Changed copies of a message: bytes flipped, put in, taken out, doubled and cut off, by a generator with a
 * kept seed (xorshift32, Marsaglia 2003).
 */
export function* mutated(message: Uint8Array, count: number): Generator<Uint8Array> {
  let state = seed;
  const draw = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  for (let run = 0; run < count; run += 1) {
    let bytes = Array.from(message);
    for (let change = draw(4); change >= 0; change -= 1) {
      const at = draw(bytes.length + 1);
      const kind = draw(5);
      if (kind === 0) bytes[Math.min(at, bytes.length - 1)] = draw(256);
      else if (kind === 1) bytes.splice(at, 0, draw(256));
      else if (kind === 2) bytes.splice(at, 1 + draw(8));
      else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + draw(32)));
      else bytes = draw(8) === 0 ? bytes.slice(0, at) : bytes;
      if (bytes.length === 0) bytes = [draw(256)];
    }
    yield Uint8Array.from(bytes);
  }
}
