import type { FileLine } from "../codec/record-line.js";
import { type BankEncoding, decodeBytes } from "../encoding.js";
import { detailFields, type FileLayout, type PacketLayout } from "../profiles/layout.js";

/** The bytes of a file that is wholly there. */
export interface FileBytes {
  readonly name: string;
  readonly content: Uint8Array | Iterable<Uint8Array>;
}

/**
 * Splits a file into its lines; empty ones are left out, and so is a byte order mark.
 *
 * Line feeds are looked for in the bytes: 0x0A is part of no other character in the three encodings. Columns
 * are not: 0x7C `|` is also the second byte of 東, 瑋 and other characters of GBK.
 */
export function splitLines(layout: FileLayout, content: FileBytes["content"]): readonly FileLine[] {
  const bytes = withoutMark(joinBytes(content), layout.encoding);
  if (layout.kind === "packet") return splitPacket(layout, bytes);
  const lines: FileLine[] = [];
  let start = 0;
  for (let row = 1; start < bytes.length; row += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    const line = bytes.subarray(start, end > start && bytes[end - 1] === 0x0d ? end - 1 : end);
    start = end + 1;
    if (line.length === 0) continue;
    const text = decodeBytes(line, layout.encoding);
    lines.push({ row, bytes: line, text: text.ok ? text.value : undefined });
  }
  return lines;
}

/** The head of a packet, then each payment, as if they stood on lines of their own. */
function splitPacket(layout: PacketLayout, bytes: Uint8Array): readonly FileLine[] {
  const { delimiter, encoding } = layout;
  const headFields = layout.lines.flatMap((line) => (line.kind === "summary" ? line.fields : []));
  const headBytes = headFields.reduce((sum, field) => sum + (field.widthBytes ?? 0), 0);
  const lineOf = (row: number, from: number, to?: number): FileLine => {
    const line = bytes.subarray(from, to);
    const text = decodeBytes(line, encoding);
    return { row, bytes: line, text: text.ok ? text.value : undefined };
  };
  const head = lineOf(1, 0, headBytes);
  const rest = lineOf(2, headBytes);
  if (rest.text === undefined) return [head, rest];
  const cells = rest.text.replace(/[\r\n]+$/, "").split(delimiter);
  if (cells.at(-1) === "") cells.pop();
  const size = detailFields(layout).length;
  return [
    head,
    ...Array.from({ length: Math.ceil(cells.length / size) }, (_, index): FileLine => {
      const text = cells.slice(index * size, (index + 1) * size).join(delimiter) + delimiter;
      return { row: index + 2, bytes: rest.bytes, text };
    }),
  ];
}

function withoutMark(bytes: Uint8Array, encoding: BankEncoding): Uint8Array {
  const mark = encoding === "utf-8" ? [0xef, 0xbb, 0xbf] : [0x84, 0x31, 0x95, 0x33];
  return mark.every((byte, index) => bytes[index] === byte) ? bytes.subarray(mark.length) : bytes;
}

/** Joins the chunks of a file. */
export function joinBytes(content: FileBytes["content"]): Uint8Array {
  if (content instanceof Uint8Array) return content;
  const chunks = Array.from(content);
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, start);
    start += chunk.length;
  }
  return bytes;
}
