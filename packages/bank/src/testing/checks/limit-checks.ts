import { fen, type Issue } from "@tongchou/core";
import type { EncodedBatch } from "../../adapter.js";
import { encodeText } from "../../encoding.js";
import { type CheckDefinition, finding } from "../check.js";
import { batchAround, isBetweenRefused, kitBatch, kitPayments, type Specimen } from "../specimen.js";

/** Larger files are not written by the kit. */
const rowsMax = 20_000;

/** What an adapter does at its limits and one above. */
export const limitChecks: readonly CheckDefinition[] = [
  {
    id: "row-limit",
    title: { zh: "超过单文件笔数时拆分", en: "splits a batch above the rows of one file" },
    needs: needsRowLimit,
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const limit = adapter.limits.rowsPerFile ?? rowsMax;
      const payments = kitPayments(samples, limit + 1);
      const whole = await adapter.encode(kitBatch(samples, payments.slice(0, limit)));
      const split = await adapter.encode(kitBatch(samples, payments));
      const sizes = split.files.map((file) => file.payments.length);
      const isInOrder =
        referencesOf(split).join(" ") === payments.map(({ reference }) => reference).join(" ");
      const isSplit =
        whole.files.length === 1 && sizes.length > 1 && Math.max(...sizes) <= limit && isInOrder;
      return isSplit ? [] : [finding("kit-split", { limit, found: sizes.join(" + ") || "0" })];
    },
  },
  {
    id: "part-numbers",
    title: {
      zh: "各部分的批次号互不相同，且只取决于批次号和部分序号",
      en: "gives every part a number of its own that hangs on the batch's number and the part's place alone",
    },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const { rowsPerFile = 2 } = adapter.limits;
      const count = Math.min(rowsPerFile, rowsMax) + 1;
      const payments = kitPayments(samples, count + 1);
      const numbers = async (size: number, which?: "other"): Promise<readonly string[]> => {
        const { files } = await adapter.encode(kitBatch(samples, payments.slice(0, size), which));
        return files.map((file) => file.batchNumber);
      };
      const first = await numbers(count);
      const more = await numbers(count + 1);
      const fewer = await numbers(count - 1);
      const other = await numbers(count, "other");
      return [
        ...(new Set(first).size === first.length && !first.includes("")
          ? []
          : [finding("kit-part-repeated")]),
        ...(isStart(first, more) && isStart(fewer, first) ? [] : [finding("kit-part-unstable")]),
        ...(other.some((number) => first.includes(number)) ? [finding("kit-part-shared")] : []),
      ];
    },
  },
  {
    id: "amount-limit",
    title: { zh: "单笔限额：等于可付，多一分拒绝", en: "takes the highest amount and refuses one fen more" },
    needs: ({ adapter }: Specimen): string | undefined =>
      adapter.limits.amountPerPaymentFen === undefined ? "limits.amountPerPaymentFen" : undefined,
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const limit = adapter.limits.amountPerPaymentFen ?? 0;
      const findings: Issue[] = [];
      for (const [amountFen, isAllowed] of [
        [limit, true],
        [limit + 1, false],
      ] as const) {
        const encoded = await adapter.encode(batchAround(samples, { amountFen: fen(amountFen) }));
        if (isBetweenRefused(encoded) === isAllowed)
          findings.push(finding("kit-amount-limit", { amountFen }));
      }
      return findings;
    },
  },
  {
    id: "name-width",
    title: {
      zh: "户名按字节计宽：等于可写，超出拒绝",
      en: "counts the bytes of a name and refuses what is wider",
    },
    needs: ({ adapter }: Specimen): string | undefined =>
      adapter.limits.payeeNameBytes === undefined ? "limits.payeeNameBytes" : undefined,
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const limit = adapter.limits.payeeNameBytes ?? 0;
      const encoding = adapter.limits.encodings[0] ?? "utf-8";
      const bytes = encodeText("长", encoding);
      const width = bytes.ok ? bytes.value.length : 1;
      const fitting = "长".repeat(Math.floor(limit / width)) + "a".repeat(limit % width);
      const findings: Issue[] = [];
      for (const [payeeName, isAllowed] of [
        [fitting, true],
        [`${fitting}长`, false],
      ] as const) {
        const encoded = await adapter.encode(batchAround(samples, { payeeName }));
        if (isBetweenRefused(encoded) === isAllowed) {
          findings.push(
            finding("kit-name-width", { limit, encoding, found: isAllowed ? limit : limit + width }),
          );
        }
      }
      return findings;
    },
  },
];

function needsRowLimit({ adapter }: Specimen): string | undefined {
  const { rowsPerFile } = adapter.limits;
  return rowsPerFile === undefined || rowsPerFile > rowsMax ? `limits.rowsPerFile ≤ ${rowsMax}` : undefined;
}

function referencesOf({ files }: EncodedBatch): readonly string[] {
  return files.flatMap(({ payments }) => payments.map(({ reference }) => reference));
}

function isStart(start: readonly string[], whole: readonly string[]): boolean {
  return start.every((number, index) => number === whole[index]);
}
