// @ts-check
/** @import { BankChannel, BankProfile, ChannelTransport, ResultFile, SubmissionAnswer } from "@tongchou/bank" */
/** @import { Parsed } from "@tongchou/core" */
import { createProfileAdapter } from "@tongchou/bank";
import { createIssue, parsed } from "@tongchou/core";
import { channelIssues } from "./channel-issues.js";

/**
 * The channel to this bank, as an embedding system has it: parts go out by a profile, answers and results come
 * back.
 *
 * @param {BankProfile} profile
 * @returns {BankChannel}
 */
export function createSimulatorChannel(profile) {
  const adapter = createProfileAdapter(profile);
  return {
    ...adapter,
    notFoundWindowMinutes: 120,
    messageOf: ({ batchNumber, content }) => ({
      transaction: "submissions",
      idempotencyKey: batchNumber,
      content: Buffer.concat([...content]),
    }),
    encodeQuery: ({ batchNumber, queryNumber }) =>
      parsed({
        transaction: "queries",
        idempotencyKey: queryNumber,
        content: Buffer.from(batchNumber),
      }),
    async decodeAnswer(file) {
      const text = (await bytesOf(file)).toString("latin1");
      return submissionAnswer(text, file.name);
    },
    async decode(file) {
      const bytes = await bytesOf(file);
      const missing = /^NOT-FOUND\|([^|\r\n]*)\r\n$/.exec(bytes.toString("latin1"))?.[1];
      if (missing !== undefined) {
        const empty = { file: file.name, batchNumber: missing, outcomes: [], statusText: "NOT-FOUND" };
        return parsed({ ...empty, standing: /** @type {const} */ ("not-found") });
      }
      const result = await adapter.decode({ name: file.name, content: bytes });
      if (!result.ok) return result;
      const isOpen = result.value.outcomes.some(({ status }) => status === "processing");
      const standing = isOpen ? /** @type {const} */ ("processing") : /** @type {const} */ ("finished");
      return parsed({ ...result.value, standing }, result.issues);
    },
  };
}

/**
 * A line counts when it is whole. `DUPLICATE` says that the number was used before, and nothing of what became of it.
 *
 * @param {string} text
 * @param {string} file
 * @returns {Parsed<SubmissionAnswer>}
 */
function submissionAnswer(text, file) {
  const [, statusText, batchNumber, code] =
    /^(ACCEPTED|DUPLICATE|REFUSED)\|([^|\r\n]*)(?:\|([^|\r\n]*))?\r\n$/.exec(text) ?? [];
  switch (statusText) {
    case "ACCEPTED":
      return parsed({ status: "processing", statusText, batchNumber });
    case "REFUSED":
      return parsed({ status: "rejected", statusText: code ?? statusText, batchNumber });
    case "DUPLICATE":
      return parsed({ status: "unknown", statusText, batchNumber, reason: "duplicate" });
    default: {
      const issue = createIssue(
        channelIssues,
        "simulator-answer-unreadable",
        { bytes: text.length },
        { place: { file } },
      );
      return parsed({ status: "unknown", statusText: "" }, [issue]);
    }
  }
}

/**
 * Carries the channel's messages over HTTP.
 *
 * @param {string} address such as `http://127.0.0.1:8080`
 * @returns {ChannelTransport}
 */
export function createHttpTransport(address) {
  return {
    async send({ transaction, idempotencyKey, content }, { signal } = {}) {
      const subject = transaction === "queries" ? Buffer.from(content).toString("latin1") : idempotencyKey;
      const url = `${address}/${transaction}/${encodeURIComponent(subject)}`;
      const response = await fetch(url, {
        method: "POST",
        body: Buffer.from(content),
        signal: /** @type {AbortSignal | null} */ (signal ?? null),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** @param {ResultFile} file */
async function bytesOf({ content }) {
  if (content instanceof Uint8Array) return Buffer.from(content);
  const chunks = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
