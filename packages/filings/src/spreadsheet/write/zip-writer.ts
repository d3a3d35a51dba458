import { Zip, ZipDeflate } from "fflate";

/** One file of an archive, its text in pieces that are asked for one after another. */
export interface ZipPart {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Zip archives say when a file was changed; this says nothing, so that equal content gives equal bytes. */
const timestamp = new Date(1980, 0, 1, 12);
const pieceCharacters = 65_536;

/** Writes an archive. The text of a part is never held as a whole. */
export function writeZip(parts: Iterable<ZipPart>): Uint8Array {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    written.push(piece);
  });
  const encoder = new TextEncoder();
  for (const { name, pieces } of parts) {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = timestamp;
    zip.add(part);
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < pieceCharacters) continue;
      part.push(encoder.encode(waiting));
      waiting = "";
    }
    part.push(encoder.encode(waiting), true);
  }
  zip.end();
  return concatenate(written);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}
