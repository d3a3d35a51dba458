/** What the first bytes of a file say. */
export type SniffedFormat =
  | { readonly kind: "empty" | "zip" | "xls" | "encrypted" | "html" | "csv" | "binary" }
  | { readonly kind: "unsupported"; readonly format: string };

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const sampleBytes = 4096;

const signatures: readonly (readonly [bytes: readonly number[], format: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x52, 0x61, 0x72, 0x21], "rar"],
  [[0x37, 0x7a, 0xbc, 0xaf], "7z"],
  [[0x1f, 0x8b], "gz"],
  [[0x89, 0x50, 0x4e, 0x47], "png"],
  [[0xff, 0xd8, 0xff], "jpeg"],
];

/** Tells a file's format by its content; the name is never asked. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  if (bytes.length === 0) return { kind: "empty" };
  if (startsWith(bytes, [0x50, 0x4b])) return { kind: "zip" };
  if (startsWith(bytes, compoundFile)) return sniffCompoundFile(bytes);
  const known = signatures.find(([signature]) => startsWith(bytes, signature));
  if (known !== undefined) return { kind: "unsupported", format: known[1] };
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const sample = bytes.subarray(0, sampleBytes);
  if (!isUtf16 && sample.includes(0)) return { kind: "binary" };
  return sniffText(String.fromCharCode(...sample.filter((byte) => byte !== 0)));
}

/** True when an `.xls` carries a macro project. */
export function hasMacroStorage(bytes: Uint8Array): boolean {
  return hasDirectoryEntry(bytes, "_VBA_PROJECT_CUR");
}

function sniffCompoundFile(bytes: Uint8Array): SniffedFormat {
  if (hasDirectoryEntry(bytes, "EncryptedPackage")) return { kind: "encrypted" };
  if (hasDirectoryEntry(bytes, "WordDocument")) return { kind: "unsupported", format: "doc" };
  return { kind: "xls" };
}

function sniffText(text: string): SniffedFormat {
  const start = text.replace(/^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, "").trimStart();
  if (/^<\?xml[^]*urn:schemas-microsoft-com:office:spreadsheet/i.test(start)) {
    return { kind: "unsupported", format: "xml" };
  }
  if (/^(mime-version:|from:)/i.test(start)) return { kind: "unsupported", format: "mht" };
  const isMarkup =
    start.startsWith("<") && /<(!doctype html|html|head|body|meta|style|table|div)\b/i.test(start);
  return { kind: isMarkup ? "html" : "csv" };
}

/**
 * Looks for a name in the directory of a compound file (MS-CFB, section 2.6): entries are 128 bytes long, lie
 * at multiples of 128 and begin with the name in UTF-16.
 */
function hasDirectoryEntry(bytes: Uint8Array, name: string): boolean {
  const pattern = Array.from(`${name}\0`).flatMap((character) => [character.charCodeAt(0), 0]);
  for (let start = 512; start + 128 <= bytes.length; start += 128) {
    if (startsWith(bytes.subarray(start, start + pattern.length), pattern)) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, pattern: readonly number[]): boolean {
  return pattern.every((byte, index) => bytes[index] === byte);
}
