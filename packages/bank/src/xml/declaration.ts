import type { BankEncoding } from "../encoding.js";
import { XmlFault } from "./fault.js";

/** What the first bytes of a document say of the rest. */
export interface XmlDeclaration {
  readonly encoding: BankEncoding;
  /** The encoding's name as the document has it. */
  readonly declared: string | undefined;
  /** Bytes of a byte order mark. */
  readonly markLength: number;
  /** Characters of the declaration itself. */
  readonly length: number;
}

const form =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.0\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])([A-Za-z][\w.-]*)\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\4)?[ \t\r\n]*$/;
const lengthMax = 256;

/** Declared names. What says GB2312 or GBK is read by the table of GB18030, which has all of both. */
const encodings: ReadonlyMap<string, BankEncoding> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["gb18030", "gb18030"],
  ["gbk", "gb18030"],
  ["gb2312", "gb18030"],
]);

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: BankEncoding | undefined }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: "gb18030" },
  { bytes: [0xfe, 0xff], encoding: undefined },
  { bytes: [0xff, 0xfe], encoding: undefined },
  { bytes: [0x00, 0x3c], encoding: undefined },
  { bytes: [0x3c, 0x00], encoding: undefined },
];

/**
 * Reads the byte order mark and the XML declaration.
 *
 * @param bytes the document up to its first `>` or more
 * @param assumed what it is where it does not say
 * @throws XmlFault `xml-declaration-malformed`, `xml-encoding-unsupported`, `xml-encoding-mismatch`
 */
export function readDeclaration(bytes: Uint8Array, assumed: BankEncoding): XmlDeclaration {
  const mark = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined && mark.encoding === undefined) {
    throw new XmlFault("xml-encoding-unsupported", { found: "UTF-16" });
  }
  const markLength = mark?.bytes.length ?? 0;
  const head = String.fromCharCode(...bytes.subarray(markLength, markLength + lengthMax));
  const implied = mark?.encoding ?? (assumed === "gbk" ? "gb18030" : assumed);
  const none = { encoding: implied, declared: undefined, markLength, length: 0 };
  if (!/^<\?xml[ \t\r\n?]/.test(head)) return none;
  const end = head.indexOf("?>");
  const match = form.exec(head.slice(0, Math.max(0, end)));
  if (match === null) throw new XmlFault("xml-declaration-malformed");
  const declared = match[3];
  const length = end + 2;
  if (declared === undefined) return { ...none, length };
  const encoding = encodings.get(declared.toLowerCase());
  if (encoding === undefined)
    throw new XmlFault("xml-encoding-unsupported", { found: declared.slice(0, 40) });
  if (mark !== undefined && mark.encoding !== encoding) {
    throw new XmlFault("xml-encoding-mismatch", { declared: declared.slice(0, 40), found: implied });
  }
  return { encoding, declared, markLength, length };
}
