import { createIssue, failed, type Issue, parsed, type Parsed, type Place } from "@tongchou/core";
import { iso20022Issues } from "../issues.js";

/** The head of a CNAPS2 message: texts of ASCII, without the spaces that fill them up. */
export interface CnapsHeader {
  /** Two digits. */
  readonly version: string;
  /** CNAPS code of the sender; the system it sends by, such as `BEPS`. */
  readonly sender: string;
  readonly senderSystem: string;
  readonly receiver: string;
  readonly receiverSystem: string;
  /** `20240315` and `093000`. */
  readonly sentOn: string;
  readonly sentAt: string;
  /** `XML`. */
  readonly structure: string;
  /** Such as `beps.121.001.01`. */
  readonly messageType: string;
  readonly messageId: string;
  readonly messageReference: string;
  /** 1 very urgent, 2 urgent, 3 ordinary. */
  readonly priority: string;
  /** U from the bank to the centre, D from the centre to the bank. */
  readonly direction: string;
  readonly reserve: string;
}

/** The fields behind `{H:` with their widths in bytes, which come to 126 (message header of CNAPS2). */
const fields: readonly {
  readonly name: keyof CnapsHeader;
  readonly width: number;
  readonly form?: RegExp;
}[] = [
  { name: "version", width: 2, form: /^\d{2}$/ },
  { name: "sender", width: 14 },
  { name: "senderSystem", width: 4 },
  { name: "receiver", width: 14 },
  { name: "receiverSystem", width: 4 },
  { name: "sentOn", width: 8, form: /^\d{8}$/ },
  { name: "sentAt", width: 6, form: /^\d{6}$/ },
  { name: "structure", width: 3 },
  { name: "messageType", width: 20 },
  { name: "messageId", width: 20 },
  { name: "messageReference", width: 20 },
  { name: "priority", width: 1, form: /^[123]$/ },
  { name: "direction", width: 1, form: /^[UD]$/ },
  { name: "reserve", width: 9 },
];

const start = "{H:";
const end = "}\r\n";
/** Bytes of the header with its line end. */
export const headerLength: number =
  start.length + fields.reduce((sum, { width }) => sum + width, 0) + end.length;

/**
 * Writes the header, 132 bytes with its line end.
 *
 * @returns the text, or `cnaps-field-too-wide`, `cnaps-field-malformed` for each field that does not fit
 */
export function encodeCnapsHeader(header: CnapsHeader): Parsed<string> {
  const issues: Issue[] = [];
  const cells = fields.map(({ name, width, form }) => {
    const text = header[name];
    if (text.length > width) {
      const values = { element: name, found: text.length, allowed: width };
      issues.push(createIssue(iso20022Issues, "cnaps-field-too-wide", values, { path: `/header/${name}` }));
    } else if (!isField(text, form)) issues.push(malformed(name, { path: `/header/${name}` }));
    return text.padEnd(width);
  });
  return issues.length > 0 ? { ok: false, issues } : parsed(start + cells.join("") + end);
}

/**
 * Reads the header; widths count bytes.
 *
 * @returns the header, or `cnaps-header-malformed` with the byte
 */
export function decodeCnapsHeader(bytes: Uint8Array, file: string): Parsed<CnapsHeader> {
  const text = String.fromCharCode(...bytes.subarray(0, headerLength));
  const header: Partial<Record<keyof CnapsHeader, string>> = {};
  if (!text.startsWith(start)) return headerMalformed(0, file);
  let at = start.length;
  for (const { name, width, form } of fields) {
    const cell = text.slice(at, at + width);
    const value = cell.replace(/ +$/, "");
    if (cell.length < width || !isField(value, form)) return headerMalformed(at, file);
    header[name] = value;
    at += width;
  }
  if (text.slice(at) !== end) return headerMalformed(at, file);
  return parsed(header as CnapsHeader);
}

function isField(text: string, form: RegExp | undefined): boolean {
  return /^(?:[\x21-\x7e][\x20-\x7e]*)?$/.test(text) && text.trimEnd() === text && (form?.test(text) ?? true);
}

function headerMalformed(offset: number, file: string): ReturnType<typeof failed> {
  return failed(createIssue(iso20022Issues, "cnaps-header-malformed", { offset }, { place: { file } }));
}

function malformed(element: string, context: { readonly path?: string; readonly place?: Place }): Issue {
  const values = { element, allowedZh: "报文头规定的 ASCII 字符", allowedEn: "ASCII as the header has it" };
  return createIssue(iso20022Issues, "cnaps-field-malformed", values, context);
}
