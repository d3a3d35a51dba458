import { createIssue, fen, parsed } from "@tongchou/core";
import {
  bankIssues,
  type BankChannel,
  type BankProfile,
  createProfileAdapter,
  delimitedProfile,
} from "../../index.js";
import { joinBytes } from "../../reading/file-lines.js";
import { profileSamples } from "../profile-samples.js";
import type { ChannelSamples } from "../samples.js";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const limits = { rowsPerFile: 5, amountPerPaymentFen: fen(1_000_000) };

/** A small bank with a limit of everything, so that every check of the kit runs on it. */
export const smallBank: BankProfile = {
  ...delimitedProfile,
  id: "small-bank.payroll@1",
  payment: { ...delimitedProfile.payment, limits },
};

const adapter = createProfileAdapter(smallBank);
const answers: Readonly<Record<string, "processing" | "rejected">> = {
  "TAKEN.": "processing",
  "REFUSED.": "rejected",
};

/** A channel that passes every check. */
export const soundChannel: BankChannel = {
  ...adapter,
  async decode(file) {
    const result = await adapter.decode(file);
    return result.ok
      ? { ...result, value: { ...result.value, standing: "finished", statusText: "" } }
      : result;
  },
  messageOf: ({ batchNumber, content }) => ({
    transaction: "PAY",
    idempotencyKey: batchNumber,
    content: joinBytes(content),
  }),
  decodeAnswer: async ({ name, content }) => {
    const chunks: Uint8Array[] = [];
    if (content instanceof Uint8Array) chunks.push(content);
    else for await (const chunk of content) chunks.push(chunk);
    const statusText = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(joinBytes(chunks));
    const status = Object.hasOwn(answers, statusText) ? answers[statusText] : undefined;
    if (status !== undefined) return parsed({ status, statusText });
    const issue = createIssue(bankIssues, "status-unknown", { found: "—" }, { place: { file: name } });
    return parsed({ status: "unknown", statusText: "" }, [issue]);
  },
  encodeQuery: ({ batchNumber, queryNumber }) =>
    parsed({ transaction: "ASK", idempotencyKey: queryNumber, content: encode(`ASK|${batchNumber}`) }),
};

/** Everything that the kit can be told of it. */
export const soundSamples: ChannelSamples = {
  ...profileSamples(smallBank),
  results: [
    {
      title: "one payment",
      content: encode("H|S1|1|5\r\nD|1|S1|6299990000000000005|X|5|REJECTED|CARD_LOST\r\nT|1|5\r\n"),
      outcomes: [{ status: "rejected", reference: "S1", amountFen: fen(5), reason: "card-lost" }],
    },
  ],
  submissionAnswers: [
    { title: "taken", content: encode("TAKEN."), status: "processing" },
    { title: "refused", content: encode("REFUSED."), status: "rejected" },
  ],
};
