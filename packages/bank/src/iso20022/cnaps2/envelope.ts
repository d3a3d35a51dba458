import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { base64 } from "@scure/base";
import { joinBytes } from "../../reading/file-lines.js";
import { iso20022Issues } from "../issues.js";
import { type CnapsHeader, decodeCnapsHeader, encodeCnapsHeader, headerLength } from "./header.js";

/** A message as it travels: header, signature, document. */
export interface CnapsEnvelope {
  readonly header: CnapsHeader;
  /** Base64 as it stands in the `{S:…}` block, line breaks in it too; missing where there is no block. */
  readonly signature?: string | undefined;
  /** The XML document. */
  readonly document: Uint8Array;
}

const encoder = new TextEncoder();
const blockStart = "{S:";
/** A signature of SM2 or RSA takes some hundred characters. */
const signatureLengthMax = 8192;

/**
 * Puts a message together: `{H:…}`, `{S:…}`, the document, with line ends between.
 *
 * @returns the bytes, or the issues of the header, or `cnaps-base64`
 */
export function encodeCnapsEnvelope(message: CnapsEnvelope): Parsed<Uint8Array> {
  const header = encodeCnapsHeader(message.header);
  if (!header.ok) return header;
  const { signature } = message;
  if (signature !== undefined && !isSignature(signature)) {
    return failed(createIssue(iso20022Issues, "cnaps-base64", {}, { path: "/signature" }));
  }
  const block = signature === undefined ? "" : `${blockStart}${signature}}\r\n`;
  return parsed(joinBytes([encoder.encode(header.value + block), message.document]));
}

/**
 * Takes a message apart. What it gives, {@link encodeCnapsEnvelope} makes the same bytes of.
 *
 * @returns the parts, or `cnaps-header-malformed` with the byte, or `cnaps-base64`
 */
export function decodeCnapsEnvelope(bytes: Uint8Array, file = "cnaps"): Parsed<CnapsEnvelope> {
  const header = decodeCnapsHeader(bytes, file);
  if (!header.ok) return header;
  const rest = bytes.subarray(headerLength);
  const head = String.fromCharCode(...rest.subarray(0, blockStart.length));
  if (head !== blockStart) return parsed({ header: header.value, document: rest });
  const close = rest.subarray(0, signatureLengthMax).indexOf(0x7d);
  const signature = Array.from(rest.subarray(blockStart.length, Math.max(0, close)), (byte) =>
    String.fromCharCode(byte),
  ).join("");
  const isEnded = rest[close + 1] === 0x0d && rest[close + 2] === 0x0a;
  if (close === -1 || !isEnded || !isSignature(signature)) {
    return failed(createIssue(iso20022Issues, "cnaps-base64", {}, { place: { file } }));
  }
  return parsed({ header: header.value, signature, document: rest.subarray(close + 3) });
}

/**
 * The bytes of a signature, whose Base64 may be wrapped. In samples they are a DER sequence of two integers.
 *
 * @example
 * cnapsSignatureBytes("AQ\r\nID").value; // => new Uint8Array([1, 2, 3])
 */
export function cnapsSignatureBytes(signature: string): Parsed<Uint8Array> {
  if (!isSignature(signature)) return failed(createIssue(iso20022Issues, "cnaps-base64"));
  return parsed(base64.decode(signature.replace(/[ \r\n]/g, "")));
}

function isSignature(text: string): boolean {
  if (text.length > signatureLengthMax || !/^[A-Za-z0-9+/= \r\n]*$/.test(text)) return false;
  try {
    base64.decode(text.replace(/[ \r\n]/g, ""));
    return true;
  } catch {
    // It throws on what is no Base64 and on nothing else.
    return false;
  }
}
