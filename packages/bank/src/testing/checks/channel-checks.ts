import { type Issue, plainDate } from "@tongchou/core";
import type { PaymentFile } from "../../adapter.js";
import type { BankChannel, PartQuery } from "../../channel.js";
import { damagedCopies, junkInputs, truncations } from "../answers.js";
import { type CheckDefinition, finding } from "../check.js";
import type { ChannelSamples } from "../samples.js";
import { areSameBytes, kitBatch, kitPayments, type Specimen } from "../specimen.js";

/** A bank's number of a part, such as a bank may give. */
const bankReference = "900001";

/** A channel that is checked. */
export interface ChannelSpecimen extends Specimen {
  readonly adapter: BankChannel;
  readonly samples: ChannelSamples;
}

/** What a channel does beside writing and reading. */
export const channelChecks: readonly CheckDefinition<ChannelSpecimen>[] = [
  {
    id: "message-keys",
    title: { zh: "每部分一个固定的防重号", en: "gives each part's message one key that stays" },
    find: async ({ adapter, samples }: ChannelSpecimen): Promise<readonly Issue[]> => {
      const { files } = await adapter.encode(kitBatch(samples, kitPayments(samples, 3)));
      const { files: others } = await adapter.encode(kitBatch(samples, kitPayments(samples, 3), "other"));
      const keys = files.map((file) => keyOf(adapter, file));
      const again = files.map((file) => keyOf(adapter, file));
      const otherKeys = others.map((file) => keyOf(adapter, file));
      const isRight =
        keys.join() === again.join() && !keys.includes("") && !otherKeys.some((key) => keys.includes(key));
      return isRight
        ? []
        : [finding("kit-message-key", { found: [...keys, ...again, ...otherKeys].join(", ") })];
    },
  },
  {
    id: "submission-answers",
    title: { zh: "即时应答按样本读出", en: "reads what the bank answers at once" },
    needs: needsAnswers,
    find: async ({ adapter, samples }: ChannelSpecimen): Promise<readonly Issue[]> => {
      const findings: Issue[] = [];
      for (const { title, content, status } of samples.submissionAnswers ?? []) {
        const answer = await adapter.decodeAnswer({ name: "answer", content });
        const found = answer.ok ? answer.value.status : "—";
        if (found !== status) findings.push(finding("kit-status", { word: title, wanted: status, found }));
      }
      return findings;
    },
  },
  {
    id: "damaged-answers",
    title: {
      zh: "损坏的应答为未知，不当作拒绝",
      en: "takes a damaged answer for unknown, never for a refusal",
    },
    find: async ({ adapter, samples }: ChannelSpecimen): Promise<readonly Issue[]> => {
      const answers = samples.submissionAnswers ?? [];
      const open = answers.filter(({ status }) => status !== "rejected");
      // One flipped bit can turn a code into another one; a cut or anything foreign says nothing.
      const saysNothing = [...junkInputs(), ...open.flatMap(({ content }) => truncations(content))];
      const copies = damagedCopies(answers.map(({ content }) => content));
      for (const [index, content] of [...saysNothing, ...copies].entries()) {
        const found = await brokenAnswer(adapter, content, index >= saysNothing.length);
        if (found !== undefined) return [finding("kit-answer-damaged", { bytes: content.length, found })];
      }
      return [];
    },
  },
  {
    id: "queries",
    title: { zh: "查询报文可重现且不与付款同号", en: "writes the same query again, under a key of its own" },
    find: async ({ adapter, samples }: ChannelSpecimen): Promise<readonly Issue[]> => {
      const { files } = await adapter.encode(kitBatch(samples, kitPayments(samples, 3)));
      const { batchNumber = "" } = files[0] ?? {};
      const query: PartQuery = {
        batchNumber,
        payDate: samples.batch?.payDate ?? plainDate("2024-03-15"),
        queryNumber: "KITQ1",
        queriedAt: "2024-03-15T10:00:00",
        bankReference,
      };
      const [one, two] = [adapter.encodeQuery(query), adapter.encodeQuery(query)];
      if (!one.ok || !two.ok) {
        return [
          finding("kit-query-refused", { found: one.issues.map(({ code }) => code).join(", ") || "—" }),
        ];
      }
      const keys = files.map((file) => keyOf(adapter, file));
      return [
        ...(areSameBytes(one.value.content, two.value.content) ? [] : [finding("kit-bytes-differ")]),
        ...(keys.includes(one.value.idempotencyKey) ? [finding("kit-query-key")] : []),
      ];
    },
  },
];

/** The key of a part's message; a bank may want its own number in the messages after the first. */
function keyOf(adapter: BankChannel, file: PaymentFile): string {
  return adapter.messageOf(file, { bankReference }).idempotencyKey;
}

/** What is wrong with how a channel takes an answer that is none, or not whole. */
async function brokenAnswer(
  adapter: BankChannel,
  content: Uint8Array,
  mayBeRejected: boolean,
): Promise<string | undefined> {
  try {
    const answer = await adapter.decodeAnswer({ name: "hostile", content });
    if (answer.ok && answer.value.status === "rejected" && !mayBeRejected) return "rejected";
    return answer.ok || answer.issues.length > 0 ? undefined : "no issue";
  } catch (error) {
    return error instanceof Error ? error.name : typeof error;
  }
}

function needsAnswers({ samples }: ChannelSpecimen): string | undefined {
  return samples.submissionAnswers === undefined ? "samples.submissionAnswers" : undefined;
}
