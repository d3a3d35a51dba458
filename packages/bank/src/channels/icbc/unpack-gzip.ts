import { Gunzip } from "fflate";
import { joinBytes } from "../../reading/file-lines.js";

/** Bytes that are unpacked at a time: DEFLATE makes at most some thousand of each. */
const stepBytes = 4096;
/** Size of the header without optional fields and of the trailer: CRC and length (RFC 1952, section 2.3). */
const frameBytes = 18;

/**
 * Unpacks GZIP (RFC 1952) in steps, stops where it grows beyond a limit, and holds the bytes against the
 * check value and the length behind them, which `fflate` leaves to its callers.
 */
export function unpackGzip(packed: Uint8Array, bytesMax: number): Uint8Array | undefined {
  if (packed.length < frameBytes || packed[0] !== 0x1f || packed[1] !== 0x8b) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const gunzip = new Gunzip((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= bytesMax; at += stepBytes)
      gunzip.push(packed.slice(at, at + stepBytes), at + stepBytes >= packed.length);
  } catch {
    return undefined;
  }
  if (length > bytesMax) return undefined;
  const bytes = joinBytes(chunks);
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8);
  const isWhole = trailer.getUint32(0, true) === crc32(bytes) && trailer.getUint32(4, true) === length;
  return isWhole ? bytes : undefined;
}

/** The check value of RFC 1952, section 8: the polynomial 04C11DB7, its bits in reverse order. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return ~value >>> 0;
}
