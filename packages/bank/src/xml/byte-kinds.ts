/** What a byte of UTF-8 can mean in a text between tags; kinds are flags, so that a text's can be joined. */
export const byteKind = {
  space: 1,
  return: 2,
  plain: 4,
  reference: 8,
  tagEnd: 16,
  beyondAscii: 32,
  refused: 64,
  tagStart: 128,
} as const;

/** The kind of each byte. */
export const byteKinds: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

/** Bytes that a name may have; those beyond ASCII are tested once for each name. */
export const nameBytes: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || /[-.:\w]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

function kindOf(byte: number): number {
  if (byte >= 0x80) return byteKind.beyondAscii;
  switch (byte) {
    case 0x09:
    case 0x0a:
    case 0x20:
      return byteKind.space;
    case 0x0d:
      return byteKind.space | byteKind.return;
    case 0x26:
      return byteKind.reference;
    case 0x3c:
      return byteKind.tagStart;
    case 0x3e:
      return byteKind.tagEnd;
    default:
      return byte < 0x20 ? byteKind.refused : byteKind.plain;
  }
}

/**
 * The UTF-16 units that bytes of UTF-8 make: continuation bytes make none, the first of four bytes makes two.
 */
export function unitsOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  return byte < 0xf0 ? 1 : 2;
}
