import { fen, type Issue, type Parsed } from "@tongchou/core";
import type { BankAdapter, BatchResult, PaymentFile } from "../../adapter.js";
import type { BankChannel } from "../../channel.js";
import { completeResult } from "../../channels/complete-result.js";
import type { OutcomeStatus } from "../../outcome.js";
import { reconcile } from "../../reconcile.js";
import { answeredPart, truncations, wordFor } from "../answers.js";
import { type CheckDefinition, finding } from "../check.js";
import type { ResultSample } from "../samples.js";
import type { Specimen } from "../specimen.js";

/** How results are read. */
export const resultChecks: readonly CheckDefinition[] = [
  {
    id: "result-samples",
    title: { zh: "样本结果读出约定的内容", en: "reads the sample results as what they say" },
    needs: ({ samples }: Specimen): string | undefined =>
      samples.results === undefined ? "samples.results" : undefined,
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const findings: Issue[] = [];
      for (const sample of samples.results ?? []) {
        const result = await adapter.decode({ name: "sample", content: sample.content });
        findings.push(...sampleFindings(sample, result.ok ? result.value : undefined));
      }
      return findings;
    },
  },
  {
    id: "chunks",
    title: {
      zh: "整块、逐字节和流读出相同结果",
      en: "reads a file whole, byte by byte and as a stream alike",
    },
    needs: needsResult,
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const content =
        specimen.samples.results?.[0]?.content ?? (await resultOf(specimen, ["paid", "rejected"]));
      if (content === undefined) return [];
      const bytes = Array.from(content, (byte) => Uint8Array.of(byte));
      const contents = [content, bytes, streamOf(bytes)];
      const read = await Promise.all(
        contents.map((each) => specimen.adapter.decode({ name: "answer", content: each })),
      );
      const texts = new Set(read.map((result) => JSON.stringify(result)));
      return texts.size === 1 ? [] : [finding("kit-chunks-differ")];
    },
  },
  {
    id: "partial-result",
    title: { zh: "部分成功：已付合计等于各行之和", en: "reads a partial success row by row" },
    needs: needsWords("paid", "rejected"),
    find: (specimen: Specimen): Promise<readonly Issue[]> =>
      expectKinds(specimen, [["paid", "rejected", "paid"]], ["paid", "rejected", "paid"]),
  },
  {
    id: "returned-result",
    title: { zh: "已付之后可以退汇", en: "reads a return after a payment" },
    needs: needsWords("paid", "returned"),
    find: (specimen: Specimen): Promise<readonly Issue[]> =>
      expectKinds(
        specimen,
        [
          ["paid", "paid", "paid"],
          ["paid", "returned", "paid"],
        ],
        ["paid", "returned", "paid"],
      ),
  },
  {
    id: "status-words",
    title: { zh: "状态按字全等查表", en: "gives each word of the bank its meaning" },
    needs: needsWords("paid"),
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const words = Object.entries(specimen.samples.statuses ?? {});
      const final = words.filter(([, { outcome }]) => outcome !== "processing");
      return wordFindings(
        specimen,
        final.map(([word, { outcome }]) => [word, outcome]),
      );
    },
  },
  {
    id: "acceptance",
    title: { zh: "受理不是已付", en: "takes acceptance for no payment" },
    needs: needsWords("processing"),
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const words = Object.entries(specimen.samples.statuses ?? {});
      const open = words.filter(([, { outcome }]) => outcome === "processing");
      return wordFindings(
        specimen,
        open.map(([word]) => [word, "processing"]),
      );
    },
  },
  {
    id: "unknown-status",
    title: { zh: "表外状态一律为未知", en: "takes a word that it does not know for unknown" },
    needs: needsWords("paid"),
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const known = specimen.samples.statuses ?? {};
      const paid = wordFor(specimen, "paid") ?? "";
      const strange = [
        `部分${paid}`,
        `未${paid}`,
        `${paid}!`,
        `${paid.slice(0, -1)}~`,
        "__proto__",
        "toString",
      ];
      return wordFindings(
        specimen,
        strange.filter((word) => !Object.hasOwn(known, word)).map((word) => [word, "unknown"]),
      );
    },
  },
  {
    id: "result-totals",
    title: {
      zh: "结果合计差一分或差一笔即整体不采用",
      en: "refuses a result whose totals are off by one fen or one row",
    },
    needs: ({ samples }: Specimen): string | undefined =>
      samples.answer?.hasTotals === true ? needsWords("paid")({ samples }) : "samples.answer.hasTotals",
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const part = await answeredPart(specimen);
      const word = wordFor(specimen, "paid") ?? "";
      const findings: Issue[] = [];
      for (const off of [{ amountFen: fen(1) }, { amountFen: fen(-1) }, { count: 1 }, { count: -1 }]) {
        const content = part?.write([word, word, word], off);
        if (content === undefined) continue;
        const result = await specimen.adapter.decode({ name: "answer", content });
        if (result.ok) findings.push(finding("kit-totals-ignored", { found: JSON.stringify(off) }));
      }
      return findings;
    },
  },
  {
    id: "truncated-result",
    title: { zh: "截断的结果不会多出已付", en: "pays nobody by a result that was cut off" },
    needs: needsWords("paid", "rejected"),
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const part = await answeredPart(specimen);
      const content = await resultOf(specimen, ["rejected", "paid", "rejected"]);
      if (part === undefined || content === undefined) return [];
      for (const cut of truncations(content)) {
        const result = await readResult(specimen, part.file, cut);
        const { rows } = reconcile([part.file], result.ok ? [result.value] : []);
        const paid = rows.flatMap((row) => (row.kind === "paid" ? [row.payment.reference] : []));
        if (paid.some((reference) => reference !== part.file.payments[1]?.reference)) {
          return [finding("kit-cut-paid", { at: cut.length, found: paid.join(", ") })];
        }
      }
      return [];
    },
  },
];

function sampleFindings(sample: ResultSample, result: BatchResult | undefined): readonly Issue[] {
  const { title, outcomes } = sample;
  if (result?.outcomes.length !== outcomes.length) {
    return [
      finding("kit-sample-rows", { title, wanted: outcomes.length, found: result?.outcomes.length ?? "—" }),
    ];
  }
  return outcomes.flatMap((wanted, index) => {
    const found = result.outcomes[index];
    const isAlike = Object.entries(wanted).every(
      ([property, value]) => found?.[property as keyof typeof wanted] === value,
    );
    return isAlike ? [] : [finding("kit-sample-differs", { title, row: index + 1 })];
  });
}

/** Has the words written, one after the other, and compares what they are read as. */
async function wordFindings(
  specimen: Specimen,
  words: readonly (readonly [word: string, wanted: OutcomeStatus])[],
): Promise<readonly Issue[]> {
  const part = await answeredPart(specimen);
  const findings: Issue[] = [];
  for (const [word, wanted] of words) {
    const content = part?.write([word]);
    if (content === undefined) continue;
    const result = await specimen.adapter.decode({ name: "answer", content });
    const found = result.ok ? result.value.outcomes[0]?.status : undefined;
    // An unknown word may also keep its line, or the file, from being read; it may not go unsaid.
    const isRight = wanted === "unknown" ? (found ?? wanted) === wanted : found === wanted;
    const isSaid = Object.hasOwn(specimen.samples.statuses ?? {}, word) || result.issues.length > 0;
    if (!isRight) findings.push(finding("kit-status", { word, wanted, found: found ?? "—" }));
    else if (!isSaid) findings.push(finding("kit-status-unsaid", { word }));
  }
  return findings;
}

async function expectKinds(
  specimen: Specimen,
  results: readonly (readonly OutcomeStatus[])[],
  wanted: readonly OutcomeStatus[],
): Promise<readonly Issue[]> {
  const part = await answeredPart(specimen);
  if (part === undefined) return [];
  const read: BatchResult[] = [];
  for (const statuses of results) {
    const content = await resultOf(specimen, statuses);
    const result = content && (await readResult(specimen, part.file, content));
    if (result?.ok === true) read.push(result.value);
  }
  const found = reconcile([part.file], read).rows.map(({ kind }) => kind);
  const isRight = found.join() === wanted.join();
  return isRight ? [] : [finding("kit-kinds", { wanted: wanted.join(", "), found: found.join(", ") })];
}

/** Reads a result; where a channel lists only some payments, the others have the outcome of the rest. */
async function readResult(
  { adapter }: Specimen,
  file: PaymentFile,
  content: Uint8Array,
): Promise<Parsed<BatchResult>> {
  if (!isChannel(adapter)) return adapter.decode({ name: "answer", content });
  const result = await adapter.decode({ name: "answer", content });
  return result.ok ? completeResult([file], result.value) : result;
}

function isChannel(adapter: BankAdapter): adapter is BankChannel {
  return "encodeQuery" in adapter;
}

async function resultOf(
  specimen: Specimen,
  statuses: readonly OutcomeStatus[],
): Promise<Uint8Array | undefined> {
  const part = await answeredPart(specimen);
  return part?.write(statuses.map((status) => wordFor(specimen, status) ?? ""));
}

function needsWords(
  ...statuses: readonly OutcomeStatus[]
): (of: Pick<Specimen, "samples">) => string | undefined {
  return ({ samples }) => {
    if (samples.answer === undefined) return "samples.answer";
    const meanings = new Set(Object.values(samples.statuses ?? {}).map(({ outcome }) => outcome));
    const missing = statuses.find((status) => !meanings.has(status));
    return missing === undefined ? undefined : `samples.statuses: ${missing}`;
  };
}

function needsResult({ samples }: Specimen): string | undefined {
  return samples.results === undefined ? needsWords("paid", "rejected")({ samples }) : undefined;
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}
