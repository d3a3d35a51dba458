import { type Issue, parsed, type Parsed } from "@tongchou/core";
import type { ChannelEnvelope, ChannelMessage } from "../channel.js";
import type { BankEncoding } from "../encoding.js";
import { escapeXml } from "../xml/index.js";
import { credentialPlaceholder, fillPlaceholder } from "./placeholder.js";

/**
 * Puts passwords and tokens into messages as they are sent, so that they are in no message that is kept.
 *
 * @param encoding of the channel's messages
 * @param credentials by the name of their element, such as `PASSWORD` of CCB or `token` of BOC; asked for
 *   before each message, since a token lasts as long as its session
 * @returns of `seal`: the message, or `credential-missing`
 */
export function createCredentialEnvelope(
  encoding: BankEncoding,
  credentials: () => Readonly<Record<string, string>>,
): ChannelEnvelope {
  return {
    seal: (message) => Promise.resolve(seal(encoding, credentials(), message)),
    open: (answer) => Promise.resolve(parsed(answer)),
  };
}

function seal(
  encoding: BankEncoding,
  credentials: Readonly<Record<string, string>>,
  message: ChannelMessage,
): Parsed<ChannelMessage> {
  const issues: Issue[] = [];
  let { content } = message;
  for (const [name, value] of Object.entries(credentials)) {
    const filled = fillPlaceholder(content, encoding, credentialPlaceholder(name), escapeXml(value));
    if (filled.ok) content = filled.value;
    else issues.push(...filled.issues);
  }
  return issues.length === 0 ? parsed({ ...message, content }) : { ok: false, issues };
}
