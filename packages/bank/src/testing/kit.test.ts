import { createIssue, type Fen, fen, parsed, type PayoutRecord } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import type { EncodedBatch, PayoutBatch } from "../adapter.js";
import type { BankChannel, PartResult } from "../channel.js";
import { bankIssues } from "../index.js";
import { joinBytes } from "../reading/file-lines.js";
import { smallBank, soundChannel, soundSamples } from "./__fixtures__/sound-channel.js";
import { conformanceChecks, conformanceSuite } from "./conformance.js";
import { formatConformance } from "./report.js";
import { isBetweenRefused } from "./specimen.js";

const sound = soundChannel;
const limitFen = smallBank.payment.limits?.amountPerPaymentFen ?? 0;

/** The sound channel with another way of writing. */
function writing(encode: (batch: PayoutBatch) => Promise<EncodedBatch>): BankChannel {
  return { ...sound, encode };
}

/** The sound channel, given other payments than it was sent. */
function changing(change: (payment: PayoutRecord) => Partial<PayoutRecord>): BankChannel {
  return writing((batch) => {
    const payments = batch.payments.map((payment) => ({ ...payment, ...change(payment) }));
    return sound.encode({ ...batch, payments });
  });
}

/** The sound channel with what it wrote changed, where the batch is of this size. */
function altering(size: number, alter: (encoded: EncodedBatch) => EncodedBatch): BankChannel {
  return writing(async (batch) => {
    const encoded = await sound.encode(batch);
    return batch.payments.length === size ? alter(encoded) : encoded;
  });
}

/** The sound channel with what it read changed. */
function reading(alter: (result: PartResult) => PartResult): BankChannel {
  return {
    ...sound,
    async decode(file) {
      const result = await sound.decode(file);
      return result.ok ? { ...result, value: alter(result.value) } : result;
    },
  };
}

/** The sound channel, reading one list of statuses as another. */
function mistaking(wrong: Readonly<Record<string, string>>): BankChannel {
  return reading((result) => {
    const statuses = result.outcomes.map(({ status }) => status).join(" ");
    const read = wrong[statuses]?.split(" ") as PartResult["outcomes"][number]["status"][] | undefined;
    const outcomes = result.outcomes.map((outcome, index) => ({
      ...outcome,
      status: read?.[index] ?? outcome.status,
    }));
    return { ...result, outcomes };
  });
}

let calls = 0;

/** Each check, and an adapter with the one mistake that the check is there for. */
const broken: readonly (readonly [check: string, mistake: string, adapter: BankChannel])[] = [
  ["contract", "an id without a version", { ...sound, id: "small-bank" }],
  [
    "ordinary-batch",
    "a payment refused for nothing",
    altering(4, ({ files, issues }) => {
      const last = files[0]?.payments[3];
      const issue = createIssue(bankIssues, "batch-empty");
      const refused = last === undefined ? [] : [{ row: 4, payment: last, issues: [issue] }];
      return {
        files: files.map((file) => ({ ...file, payments: file.payments.slice(0, 3) })),
        refused,
        issues,
      };
    }),
  ],
  [
    "accounting",
    "a total off by one fen",
    altering(6, (encoded) => ({
      ...encoded,
      files: encoded.files.map((file) => ({ ...file, totalFen: fen(file.totalFen + 1) })),
    })),
  ],
  [
    "determinism",
    "a counter in file names",
    writing(async (batch) => {
      const encoded = await sound.encode(batch);
      calls += 1;
      return { ...encoded, files: encoded.files.map((file) => ({ ...file, name: `${calls}${file.name}` })) };
    }),
  ],
  [
    "input-untouched",
    "a batch written to",
    writing((batch) => sound.encode(Object.assign(batch, { isWritten: true }))),
  ],
  [
    "empty-batch",
    "a file without payments",
    altering(0, (encoded) => ({
      ...encoded,
      files: [{ name: "a", batchNumber: "a", content: [], payments: [], totalFen: fen(0) }],
    })),
  ],
  [
    "repeated-references",
    "the first of two payments with one reference written",
    writing(async (batch) => {
      const seen = new Set<string>();
      const payments = batch.payments.filter(({ reference }) => !seen.has(reference) && seen.add(reference));
      return sound.encode({ ...batch, payments });
    }),
  ],
  [
    "row-limit",
    "parts in another order",
    altering(6, (encoded) => ({
      ...encoded,
      files: encoded.files.map((file) => ({ ...file, payments: file.payments.toReversed() })),
    })),
  ],
  [
    "part-numbers",
    "numbers that hang on how many payments there are",
    writing(async (batch) => {
      const encoded = await sound.encode(batch);
      const size = batch.payments.length;
      const files = encoded.files.map((file) => ({ ...file, batchNumber: `${file.batchNumber}-${size}` }));
      return size < 5 ? encoded : { ...encoded, files };
    }),
  ],
  [
    "amount-limit",
    "amounts cut to the limit",
    changing(({ amountFen }) => (amountFen === limitFen + 1 ? { amountFen: fen(limitFen) } : {})),
  ],
  [
    "name-width",
    "names cut to their width",
    changing(({ payeeName }) => ({ payeeName: payeeName.slice(0, 70) })),
  ],
  [
    "round-trip",
    "a file that lost its end",
    altering(5, (encoded) => ({
      ...encoded,
      files: encoded.files.map((file) => ({ ...file, content: [joinBytes(file.content).slice(0, -9)] })),
    })),
  ],
  [
    "amounts",
    "amounts rounded",
    changing(({ amountFen }) =>
      amountFen > 0 && amountFen < 1 ? { amountFen: Math.ceil(amountFen) as Fen } : {},
    ),
  ],
  [
    "accounts",
    "accounts as numbers",
    changing(({ payeeAccount }) => ({ payeeAccount: payeeAccount.replace(/^0+/, "") })),
  ],
  ["foreign-route", "routes not looked at", changing(() => ({ route: undefined }))],
  [
    "unmappable-characters",
    "question marks",
    changing(({ payeeName }) => ({ payeeName: payeeName.replace(/\p{Cs}/gu, "?") })),
  ],
  [
    "names",
    "delimiters taken out of names",
    changing(({ payeeName }) => ({ payeeName: payeeName.replace("|", "") })),
  ],
  [
    "result-samples",
    "a reason that is not read",
    reading((result) => ({
      ...result,
      outcomes: result.outcomes.map((outcome) => ({ ...outcome, reason: undefined })),
    })),
  ],
  [
    "chunks",
    "streams that are not read",
    {
      ...sound,
      decode: ({ name, content }) =>
        sound.decode({ name, content: Symbol.asyncIterator in content ? new Uint8Array() : content }),
    },
  ],
  ["partial-result", "all paid where some are", mistaking({ "paid rejected paid": "paid paid paid" })],
  ["returned-result", "returns not seen", mistaking({ "paid returned paid": "paid paid paid" })],
  ["status-words", "a return taken for a rejection", mistaking({ returned: "rejected" })],
  ["acceptance", "acceptance taken for payment", mistaking({ processing: "paid" })],
  [
    "unknown-status",
    "a search for the word",
    reading((result) => ({
      ...result,
      outcomes: result.outcomes.map((outcome) =>
        outcome.status === "unknown" && outcome.statusText.includes("PAID")
          ? { ...outcome, status: "paid" }
          : outcome,
      ),
    })),
  ],
  [
    "result-totals",
    "totals not compared",
    {
      ...sound,
      async decode(file) {
        const result = await sound.decode(file);
        const isTotal = result.issues.some(({ code }) => code.startsWith("total-"));
        return isTotal
          ? parsed({ file: file.name, outcomes: [], standing: "finished", statusText: "" })
          : result;
      },
    },
  ],
  [
    "truncated-result",
    "the lines before a cut taken",
    {
      ...sound,
      async decode(file) {
        const result = await sound.decode(file);
        const isCut = file.content instanceof Uint8Array && file.content.at(-1) !== 0x0a;
        const outcome = { row: 1, reference: "K1", status: "paid", statusText: "PAID" } as const;
        return result.ok || !isCut
          ? result
          : parsed({ file: file.name, outcomes: [outcome], standing: "finished", statusText: "" });
      },
    },
  ],
  [
    "hostile-input",
    "an exception",
    {
      ...sound,
      decode: (file) => {
        const isBrace = file.content instanceof Uint8Array && file.content[0] === 0x7b;
        return isBrace ? Promise.reject(new SyntaxError("unexpected")) : sound.decode(file);
      },
    },
  ],
  [
    "privacy",
    "names in messages",
    writing(async (batch) => {
      const encoded = await sound.encode(batch);
      const found = batch.payments[1]?.payeeName ?? "";
      const issue = createIssue(bankIssues, "purpose-unsupported", { found });
      return isBetweenRefused(encoded) ? { ...encoded, issues: [...encoded.issues, issue] } : encoded;
    }),
  ],
  [
    "message-keys",
    "one key for all",
    { ...sound, messageOf: (file) => ({ ...sound.messageOf(file), idempotencyKey: "1" }) },
  ],
  [
    "submission-answers",
    "a refusal not understood",
    {
      ...sound,
      decodeAnswer: (file) =>
        sound.decodeAnswer(file).then((answer) => {
          const isRefusal = answer.ok && answer.value.status === "rejected";
          return isRefusal ? parsed({ ...answer.value, status: "processing" }) : answer;
        }),
    },
  ],
  [
    "damaged-answers",
    "nothing taken for a refusal",
    {
      ...sound,
      decodeAnswer: (file) =>
        sound.decodeAnswer(file).then((answer) => {
          const isNothing = answer.ok && answer.value.status === "unknown";
          return isNothing ? parsed({ ...answer.value, status: "rejected" }) : answer;
        }),
    },
  ],
  [
    "queries",
    "a query under the payment's key",
    {
      ...sound,
      encodeQuery: (query) => {
        const message = sound.encodeQuery(query);
        return message.ok ? parsed({ ...message.value, idempotencyKey: query.batchNumber }) : message;
      },
    },
  ],
];

describe("the kit", () => {
  it("passes a sound channel in every check", async () => {
    const { results, isConforming } = await conformanceSuite(sound, soundSamples);
    expect(results.filter(({ kind }) => kind !== "passed")).toEqual([]);
    expect(isConforming).toBe(true);
  });

  it("has an adapter with one mistake for each check", () => {
    const ids = conformanceChecks(sound, soundSamples).map(({ id }) => id);
    expect(broken.map(([check]) => check)).toEqual(ids);
  });

  it.each(broken)("%s finds %s, and no other check does", async (check, _, adapter) => {
    const { results, isConforming } = await conformanceSuite(adapter, soundSamples);
    const failed = results.filter(({ kind }) => kind === "failed");
    expect(failed.map(({ id }) => id)).toEqual([check]);
    expect(isConforming).toBe(false);
    expect(failed[0]?.issues.every(({ message: { zh, en } }) => zh !== "" && en !== "")).toBe(true);
  });

  it("says what a check lacks, and lets it pass as a test", async () => {
    const { limits } = sound;
    const bare = { ...sound, limits: { encodings: limits.encodings } };
    const notRun = conformanceChecks(bare).filter(({ name }) => name.includes("(not run: needs "));
    expect(notRun.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["row-limit", "round-trip", "result-samples", "submission-answers"]),
    );
    await Promise.all(notRun.map(({ run }) => expect(run()).resolves.toBeUndefined()));
  });

  it("rejects a test with the rule and all findings", async () => {
    const check = conformanceChecks({ ...sound, id: "x" }, soundSamples).find(({ id }) => id === "contract");
    await expect(check?.run()).rejects.toThrow(/^says its id, name, provenance and limits\n- id is missing/);
  });
});

describe("formatConformance", () => {
  it("prints a line for each check, findings below, and counts, in both languages", async () => {
    const report = await conformanceSuite({ ...sound, id: "x" });
    const english = formatConformance(report, "en").split("\n");
    expect(english[0]).toBe("x");
    expect(english[1]).toBe("✗ says its id, name, provenance and limits");
    expect(english[2]).toMatch(/^ {4}id is missing .*\[kit-contract\]$/);
    expect(english.at(-2)).toMatch(/^\d+ passed, 1 failed, \d+ not run$/);
    const chinese = formatConformance(report, "zh").split("\n");
    expect(chinese[1]).toBe("✗ 编号、名称、来源和限额齐全");
    expect(chinese.at(-2)).toMatch(/^\d+ 通过，1 未通过，\d+ 未运行$/);
  });
});
