import { fen, type Fen, type Issue, type PayoutRecord } from "@tongchou/core";
import type { EncodedBatch } from "../../adapter.js";
import { normaliseName } from "../../codec/payee-name.js";
import { encodeText } from "../../encoding.js";
import { type CheckDefinition, finding } from "../check.js";
import {
  allBytes,
  areOthersWritten,
  batchAround,
  isBetweenRefused,
  kitBatch,
  kitPayments,
  rowBetween,
  type Specimen,
} from "../specimen.js";

/** What characters, amounts and accounts can do to a file. */
export const paymentChecks: readonly CheckDefinition[] = [
  {
    id: "round-trip",
    title: { zh: "写出的文件读回后一致", en: "writes files that read back as what was sent" },
    needs: needsReadBack,
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const { adapter, samples } = specimen;
      const payments = kitPayments(samples, 5);
      const encoded = await adapter.encode(kitBatch(samples, payments));
      return readBackFindings(specimen, encoded, payments);
    },
  },
  {
    id: "amounts",
    title: {
      zh: "拒绝零、负数、小数分和超范围的金额",
      en: "refuses amounts that are no whole number of fen above 0",
    },
    find: (specimen: Specimen): Promise<readonly Issue[]> =>
      refusalFindings(
        specimen,
        [0, -1, 0.5, 0.1 + 0.2, 1e21, Number.NaN, Number.POSITIVE_INFINITY].map((amount) => ({
          // A record read from JSON has no types; that is what the adapter is tested against.
          values: { amountFen: amount as Fen },
          shown: String(amount),
        })),
      ),
  },
  {
    id: "accounts",
    title: {
      zh: "账号保留前导零，拒绝不是账号的文字",
      en: "keeps an account's leading zeros and refuses what is no account",
    },
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const texts = ["6.29999E+18", "62999|1", "", "六二九九", "62\r\n99"];
      const refusals = await refusalFindings(
        specimen,
        texts.map((payeeAccount) => ({ values: { payeeAccount }, shown: JSON.stringify(payeeAccount) })),
      );
      const { adapter, samples } = specimen;
      const batch = batchAround(samples, { payeeAccount: "0012345678901234" });
      const encoded = await adapter.encode(batch);
      if (isBetweenRefused(encoded)) return [...refusals, finding("kit-zeros-refused")];
      return [...refusals, ...(await readBackFindings(specimen, encoded, batch.payments))];
    },
  },
  {
    id: "foreign-route",
    title: { zh: "拒绝不得经平台账户支付的款项", en: "refuses money that may not pass through the platform" },
    find: (specimen: Specimen): Promise<readonly Issue[]> =>
      refusalFindings(
        specimen,
        ["project-account", "direct-from-host", "public-fund-account"].map((route) => ({
          values: { route: route as "through-platform" },
          shown: route,
        })),
      ),
  },
  {
    id: "unmappable-characters",
    title: {
      zh: "编码容不下的字拒绝，绝不写成问号",
      en: "refuses what its encoding cannot hold and writes no question mark",
    },
    find: async ({ adapter, samples }: Specimen): Promise<readonly Issue[]> => {
      const findings: Issue[] = [];
      const plain = questionMarks(await adapter.encode(batchAround(samples, { payeeName: "王三" })));
      for (const payeeName of ["王䶮", "李㛃", "陈𬭚", "张\uD800"]) {
        const found = codePoints(payeeName);
        const encoded = await adapter.encode(batchAround(samples, { payeeName }));
        const canHold = adapter.limits.encodings.some((encoding) => encodeText(payeeName, encoding).ok);
        const isRefused = isBetweenRefused(encoded);
        if (!isRefused && (!canHold || questionMarks(encoded) > plain)) {
          findings.push(finding("kit-unmappable-written", { found }));
        }
        if (isRefused && !encoded.refused.some(({ issues }) => issues.some(pointsAtRow))) {
          findings.push(finding("kit-unmappable-unplaced", { found }));
        }
      }
      return findings;
    },
  },
  {
    id: "names",
    title: {
      zh: "分隔符、尾字节 0x7C、间隔号等户名原样到达或被拒",
      en: "writes awkward names whole or refuses them",
    },
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const findings: Issue[] = [];
      for (const [payeeName, mustPass] of awkwardNames)
        findings.push(...(await nameFindings(specimen, payeeName, mustPass)));
      return findings;
    },
  },
];

/** Names of people, which have to pass, and text that has to pass whole or not at all. */
const awkwardNames: readonly (readonly [name: string, mustPass: boolean])[] = [
  ...[
    "李東",
    "王瑋",
    "韡",
    "陈謀",
    "阿依古丽·买买提",
    "买买提•艾力",
    "买买提‧艾力",
    "买买提・艾力",
    "买买提･艾力",
  ].map((name) => [name, true] as const),
  ...[
    "张|三",
    "张,三",
    "张;三",
    '张"三',
    "张\t三",
    "张\r\n三",
    "张\u0000三",
    "张&三",
    "<张三>",
    "]]>张",
    "#张",
    "*",
    "",
    " ",
  ].map((name) => [name, false] as const),
];

async function nameFindings(
  specimen: Specimen,
  payeeName: string,
  mustPass: boolean,
): Promise<readonly Issue[]> {
  const batch = batchAround(specimen.samples, { payeeName });
  const encoded = await specimen.adapter.encode(batch);
  const found = JSON.stringify(payeeName);
  const isRefused = isBetweenRefused(encoded);
  if (isRefused && mustPass) return [finding("kit-name-refused", { found })];
  if (!areOthersWritten(encoded)) return [finding("kit-others-lost", { found })];
  const sent = batch.payments.filter((_, index) => !isRefused || index + 1 !== rowBetween);
  const back = await readBackFindings(specimen, encoded, sent);
  return back.length === 0 ? [] : [finding("kit-name-changed", { found })];
}

/** Tests that a payment with these values is refused while those around it are written. */
async function refusalFindings(
  { adapter, samples }: Specimen,
  rows: readonly { readonly values: Partial<PayoutRecord>; readonly shown: string }[],
): Promise<readonly Issue[]> {
  const findings: Issue[] = [];
  for (const { values, shown } of rows) {
    const encoded = await adapter.encode(batchAround(samples, values));
    if (!isBetweenRefused(encoded)) findings.push(finding("kit-not-refused", { found: shown }));
    else if (!areOthersWritten(encoded)) findings.push(finding("kit-others-lost", { found: shown }));
  }
  return findings;
}

/** Reads the files back, where the kit can, and compares every payment with what was sent. */
async function readBackFindings(
  { samples }: Specimen,
  { files }: EncodedBatch,
  sent: readonly PayoutRecord[],
): Promise<readonly Issue[]> {
  if (samples.readBack === undefined) return [];
  const back = await samples.readBack(files);
  if (!back.ok) {
    return [finding("kit-unreadable", { found: back.issues.map(({ code }) => code).join(", ") })];
  }
  if (back.value.length !== sent.length) {
    return [finding("kit-read-count", { sent: sent.length, found: back.value.length })];
  }
  return sent.flatMap((payment, index) => {
    const read = back.value[index];
    const isSame =
      read?.amountFen === fen(payment.amountFen) &&
      (read.reference ?? payment.reference) === payment.reference &&
      (read.payeeAccount ?? payment.payeeAccount) === payment.payeeAccount &&
      (read.payeeName ?? normaliseName(payment.payeeName)) === normaliseName(payment.payeeName);
    return isSame ? [] : [finding("kit-read-differs", { row: index + 1 })];
  });
}

function needsReadBack({ samples }: Specimen): string | undefined {
  return samples.readBack === undefined ? "samples.readBack" : undefined;
}

function questionMarks(encoded: EncodedBatch): number {
  return allBytes(encoded).filter((byte) => byte === 0x3f).length;
}

function pointsAtRow({ place, path = "" }: Issue): boolean {
  return place?.row === rowBetween || path.startsWith(`/payments/${rowBetween - 1}`);
}

function codePoints(text: string): string {
  return Array.from(
    text,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  ).join(" ");
}
