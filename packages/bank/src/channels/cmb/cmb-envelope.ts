import { createIssue, failed, type Issue, parsed, type Parsed } from "@tongchou/core";
import type { ChannelEnvelope, ChannelMessage } from "../../channel.js";
import type { Cipher } from "../../crypto/cipher.js";
import type { Signer, Verifier } from "../../crypto/signer.js";
import { decodeBytes, encodeAccepted } from "../../encoding.js";
import { readBase64, writeBase64 } from "../base64-text.js";
import { fillPlaceholder } from "../placeholder.js";
import { writeForm } from "../form-body.js";
import { channelIssues } from "../issues.js";
import { type JsonObject, type JsonValue, memberOf, textOfMember, writeJson } from "../json/json-value.js";
import { readJson } from "../json/read-json.js";
import { signaturePlaceholder } from "./cmb-options.js";

/** The keys on both sides of the channel. */
export interface CmbEnvelopeKeys {
  /** Signs by SM2 with the user id of {@link cmbUserId}, raw r and s. */
  readonly signer: Signer;
  /** Tests the bank's signatures by its public key, with the same user id and form. */
  readonly verifier: Verifier;
  /** SM4 in CBC with the user's key; its first vector is {@link cmbUserId}. */
  readonly cipher: Cipher;
}

/**
 * The user id of signatures, and as 16 bytes the first vector of SM4: the UID and noughts behind it.
 *
 * @example
 * cmbUserId("N002466353"); // => "N002466353000000"
 */
export function cmbUserId(uid: string): string {
  return `${uid}0000000000000000`.slice(0, 16);
}

/**
 * Signs and encrypts the messages of the JSON channel, and opens its answers.
 *
 * The text is signed with a placeholder where the signature will stand; the whole is encrypted, and goes into
 * the field DATA of a form. Answers are decrypted, and verified with their members in the order of names.
 *
 * @returns of `open`: the answer as JSON, or `answer-not-sealed`, `answer-not-signed`, issues of the JSON
 */
export function createCmbEnvelope(keys: CmbEnvelopeKeys): ChannelEnvelope {
  return { seal: (message) => seal(keys, message), open: (answer) => open(keys, answer) };
}

async function seal(keys: CmbEnvelopeKeys, message: ChannelMessage): Promise<Parsed<ChannelMessage>> {
  const signature = writeBase64(await keys.signer.sign(message.content));
  const name = { name: "sigdat", placeholder: signaturePlaceholder };
  const signed = fillPlaceholder(message.content, "utf-8", name, signature);
  if (!signed.ok) return signed;
  const data = writeBase64(await keys.cipher.encrypt(signed.value));
  const { parameters = {}, ...rest } = message;
  return parsed({ ...rest, content: writeForm({ ...parameters, DATA: data }) });
}

async function open(keys: CmbEnvelopeKeys, answer: Uint8Array): Promise<Parsed<Uint8Array>> {
  const text = decodeBytes(answer, "utf-8");
  const ciphertext = text.ok ? readBase64(text.value) : undefined;
  if (ciphertext === undefined) return failed(issue("answer-not-sealed"));
  const plaintext = await keys.cipher.decrypt(ciphertext);
  if (!plaintext.ok) return { ok: false, issues: [issue("answer-not-sealed"), ...plaintext.issues] };
  const document = readJson(plaintext.value, "answer");
  if (!document.ok) return document;
  const signature = readBase64(textOfMember(memberOf(document.value, "signature"), "sigdat") ?? "");
  const signedText = encodeAccepted(writeJson(withPlaceholder(document.value), { sorted: true }), "utf-8");
  const isSigned = signature !== undefined && (await keys.verifier.verify(signedText, signature));
  return isSigned ? parsed(plaintext.value) : failed(issue("answer-not-signed"));
}

function withPlaceholder(document: JsonValue): JsonValue {
  const signature = memberOf(document, "signature");
  if (!(document instanceof Map) || !(signature instanceof Map)) return document;
  const replaced = new Map(signature as JsonObject).set("sigdat", signaturePlaceholder);
  return new Map(document as JsonObject).set("signature", replaced);
}

function issue(code: "answer-not-sealed" | "answer-not-signed"): Issue {
  return createIssue(channelIssues, code, {}, { place: { file: "answer" } });
}
