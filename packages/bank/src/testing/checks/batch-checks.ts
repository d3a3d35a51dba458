import { type Issue, sumFen } from "@tongchou/core";
import type { EncodedBatch, PayoutBatch } from "../../adapter.js";
import { type CheckDefinition, finding } from "../check.js";
import { allBytes, areSameBytes, kitBatch, kitPayment, kitPayments, type Specimen } from "../specimen.js";

/** What holds of every adapter and every batch. */
export const batchChecks: readonly CheckDefinition[] = [
  {
    id: "contract",
    title: { zh: "编号、名称、来源和限额齐全", en: "says its id, name, provenance and limits" },
    find: ({ adapter }: Specimen): Promise<readonly Issue[]> => Promise.resolve(contractFindings(adapter)),
  },
  {
    id: "ordinary-batch",
    title: { zh: "接受普通付款", en: "takes ordinary payments" },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const { refused, issues } = await adapter.encode(kitBatch(samples, kitPayments(samples, 4)));
      const found = Array.from(new Set(issues.map(({ code }) => code))).join(", ") || "—";
      return refused.map(({ row }) => finding("kit-ordinary-refused", { row, found }));
    },
  },
  {
    id: "accounting",
    title: {
      zh: "每笔付款恰好写入一次或被拒，合计到分",
      en: "writes or refuses every payment once, to the fen",
    },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const zero = kitPayment(samples, 3, { amountFen: sumFen([]) });
      const payments = kitPayments(samples, 6).map((payment, index) => (index === 2 ? zero : payment));
      const batch = kitBatch(samples, payments);
      return accountingFindings(batch, await adapter.encode(batch));
    },
  },
  {
    id: "determinism",
    title: { zh: "同一调用得到相同字节", en: "answers the same call with the same bytes" },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const batch = kitBatch(samples, kitPayments(samples, 3));
      const other = kitBatch(samples, kitPayments(samples, 2), "other");
      const first = await adapter.encode(batch);
      const [second] = await Promise.all([adapter.encode(batch), adapter.encode(other)]);
      return [
        ...(areAlike(first, second) ? [] : [finding("kit-bytes-differ")]),
        ...(areSameBytes(allBytes(first), allBytes(first)) ? [] : [finding("kit-content-once")]),
      ];
    },
  },
  {
    id: "input-untouched",
    title: { zh: "不改动传入的批次", en: "leaves the batch as it was given" },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const batch = kitBatch(samples, kitPayments(samples, 3));
      const before = JSON.stringify(batch);
      allBytes(await adapter.encode(batch));
      return JSON.stringify(batch) === before ? [] : [finding("kit-input-changed")];
    },
  },
  {
    id: "empty-batch",
    title: { zh: "空批次不生成文件", en: "writes no file for an empty batch" },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const { files, issues } = await adapter.encode(kitBatch(samples, []));
      return files.length === 0 && issues.length > 0 ? [] : [finding("kit-empty-written")];
    },
  },
  {
    id: "repeated-references",
    title: { zh: "编号重复的付款全部拒绝", en: "refuses all payments that share a reference" },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const payments = [1, 2, 3].map((n) => kitPayment(samples, n, n === 3 ? { reference: "K1" } : {}));
      const { files, refused } = await adapter.encode(kitBatch(samples, payments));
      const written = files.flatMap((file) => file.payments.map(({ reference }) => reference));
      const rows = refused.map(({ row }) => row).join(", ");
      return written.includes("K1") || rows !== "1, 3" ? [finding("kit-reference-repeated", { rows })] : [];
    },
  },
];

function contractFindings({
  id,
  name,
  provenance,
  limits,
}: Parameters<typeof contractOf>[0]): readonly Issue[] {
  return contractOf({ id, name, provenance, limits }).map((found) => finding("kit-contract", { found }));
}

/** The properties that break the contract. */
function contractOf(adapter: {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly provenance: { readonly source: string };
  readonly limits: { readonly encodings: readonly string[]; readonly rowsPerFile?: number | undefined };
}): readonly string[] {
  const { id, name, provenance, limits } = adapter;
  const { rowsPerFile = 1 } = limits;
  return [
    ...(/^[a-z0-9-]+(\.[a-z0-9-]+)+@\d+$/.test(id) ? [] : ["id"]),
    ...(name.zh !== "" && name.en !== "" ? [] : ["name"]),
    ...(provenance.source === "" ? ["provenance.source"] : []),
    ...(limits.encodings.length > 0 ? [] : ["limits.encodings"]),
    ...(Number.isSafeInteger(rowsPerFile) && rowsPerFile > 0 ? [] : ["limits.rowsPerFile"]),
  ];
}

/** What is wrong with how a batch was divided into files and refused payments. */
export function accountingFindings(batch: PayoutBatch, encoded: EncodedBatch): readonly Issue[] {
  const { files, refused } = encoded;
  const accounted = [...files.flatMap(({ payments }) => payments), ...refused.map(({ payment }) => payment)];
  const sorted = (references: readonly { readonly reference: string }[]): string =>
    references
      .map(({ reference }) => reference)
      .toSorted()
      .join(" ");
  const findings: Issue[] = [];
  if (sorted(accounted) !== sorted(batch.payments)) {
    const values = { sent: batch.payments.length, found: accounted.length };
    findings.push(finding("kit-payments-lost", values));
  }
  for (const { row, payment, issues } of refused) {
    if (batch.payments[row - 1]?.reference !== payment.reference)
      findings.push(finding("kit-refused-row", { row }));
    if (files.length > 0 && !issues.some(({ severity }) => severity === "error")) {
      findings.push(finding("kit-refused-silently", { row }));
    }
  }
  for (const { name, payments, totalFen } of files) {
    const sum = sumFen(payments.map(({ amountFen }) => amountFen));
    if (sum !== totalFen) findings.push(finding("kit-total", { name, sum, found: totalFen }));
    if (payments.length === 0) findings.push(finding("kit-empty-written"));
  }
  return findings;
}

function areAlike(one: EncodedBatch, other: EncodedBatch): boolean {
  const headsOf = ({ files }: EncodedBatch): string =>
    JSON.stringify(files.map(({ name, batchNumber, totalFen }) => [name, batchNumber, totalFen]));
  return headsOf(one) === headsOf(other) && areSameBytes(allBytes(one), allBytes(other));
}
