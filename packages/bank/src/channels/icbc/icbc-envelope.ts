import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import type { ChannelEnvelope, ChannelMessage } from "../../channel.js";
import type { Signer } from "../../crypto/signer.js";
import { decodeBytes, encodeAccepted } from "../../encoding.js";
import { joinBytes } from "../../reading/file-lines.js";
import { readXmlDocument } from "../../xml/index.js";
import { readBase64 } from "../base64-text.js";
import { writeForm } from "../form-body.js";
import { channelIssues } from "../issues.js";
import { unpackGzip } from "./unpack-gzip.js";

/** What an answer may take when it is unpacked. */
const unpackedBytesMax = 16_777_216;
const prefix = "reqData=";

/**
 * Signs the messages of the XML channel into a form, and opens its answers: 8 characters `reqData=`, then
 * Base64; in a long answer, the rows are packed once more in an element `zip`.
 *
 * @param signer gives the signed text, such as {@link createIcbcSigner}
 * @returns of `open`: the answer as XML, or `answer-not-sealed`, `unpack-failed`
 */
export function createIcbcEnvelope(signer: Signer): ChannelEnvelope {
  return {
    seal: (message) => seal(signer, message),
    open: (answer) => Promise.resolve(open(answer)),
  };
}

/**
 * A signer by the bank's client beside the application (NetSafe): it posts the message to the client's sign
 * port and takes the text of `sign` from the answer.
 *
 * @param post sends bytes with a content type and gives the answer's bytes. `Expect: 100-continue` must be
 *   off
 */
export function createIcbcSigner(
  post: (bytes: Uint8Array, contentType: string) => Promise<Uint8Array>,
): Signer {
  return {
    sign: async (bytes) => {
      const answer = await post(bytes, "INFOSEC_SIGN/1.0");
      const document = readXmlDocument(answer, { encoding: "gbk" });
      const signed = document.ok ? signOf(document.value) : undefined;
      if (signed === undefined || signed === "") throw new Error("the sign port gave no signature");
      return encodeAccepted(signed, "utf-8");
    },
  };
}

interface SignElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly SignElement[];
}

/** The element stands at another depth in each release of the client. */
function signOf(element: SignElement): string | undefined {
  if (element.name === "sign") return element.text.replace(/\s/g, "");
  for (const child of element.children) {
    const found = signOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function seal(signer: Signer, message: ChannelMessage): Promise<Parsed<ChannelMessage>> {
  const signed = decodeBytes(await signer.sign(message.content), "gbk");
  if (!signed.ok) return signed;
  const { parameters = {}, ...rest } = message;
  return parsed({ ...rest, content: writeForm({ ...parameters, reqData: signed.value }) });
}

function open(answer: Uint8Array): Parsed<Uint8Array> {
  const text = decodeBytes(answer, "gbk");
  const isAnswer = text.ok && text.value.startsWith(prefix);
  const bytes = isAnswer ? readBase64(text.value.slice(prefix.length)) : undefined;
  if (bytes === undefined) {
    const context = { place: { file: "answer" } };
    return failed(createIssue(channelIssues, "answer-not-sealed", {}, context));
  }
  return unpackRows(bytes);
}

/** Puts the packed rows in the place of `zip`. The bytes of both tags are part of no Chinese character. */
function unpackRows(bytes: Uint8Array): Parsed<Uint8Array> {
  const start = indexOf(bytes, "<zip>", 0);
  const end = start === -1 ? -1 : indexOf(bytes, "</zip>", start);
  if (end === -1) return parsed(bytes);
  const packed = decodeBytes(bytes.subarray(start + "<zip>".length, end), "utf-8");
  const base64 = packed.ok ? readBase64(packed.value) : undefined;
  const rows = base64 === undefined ? undefined : unpackGzip(base64, unpackedBytesMax);
  if (rows !== undefined)
    return parsed(joinBytes([bytes.subarray(0, start), rows, bytes.subarray(end + "</zip>".length)]));
  const context = { place: { file: "answer" } };
  return failed(createIssue(channelIssues, "unpack-failed", { allowed: unpackedBytesMax }, context));
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const sought = encodeAccepted(text, "utf-8");
  for (let at = bytes.indexOf(0x3c, from); at !== -1; at = bytes.indexOf(0x3c, at + 1))
    if (sought.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}
