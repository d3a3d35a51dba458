/** The printable characters of ASCII, 20 to 7E, in IBM code page 037. */
const fromPrintable =
  "405a7f7b5b6c507d4d5d5c4e6b604b61f0f1f2f3f4f5f6f7f8f97a5e4c7e6e6f7cc1c2c3c4c5c6c7c8c9d1d2d3d4d5d6d7d8d9e2e3" +
  "e4e5e6e7e8e9bae0bbb06d79818283848586878889919293949596979899a2a3a4a5a6a7a8a9c04fd0a1";

/** The EBCDIC byte of each printable ASCII character; 0 where there is none. */
export const ebcdicOfAscii: Uint8Array = new Uint8Array(256);
/** The ASCII character of each EBCDIC byte; 0 where there is none that is printable. */
export const asciiOfEbcdic: Uint8Array = new Uint8Array(256);

for (let code = 0x20; code < 0x7f; code += 1) {
  const at = (code - 0x20) * 2;
  const byte = Number.parseInt(fromPrintable.slice(at, at + 2), 16);
  ebcdicOfAscii[code] = byte;
  asciiOfEbcdic[byte] = code;
}
