import { plainNumberText } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchOf, paymentsOf } from "../__fixtures__/payments.js";
import { normaliseName } from "../codec/payee-name.js";
import { encodeAccepted } from "../encoding.js";
import type { BankProfile } from "../profile.js";
import { abcPayrollProfile } from "../profiles/banks/abc.js";
import { ccbPayrollProfile } from "../profiles/banks/ccb.js";
import { icbcBatchProfile } from "../profiles/banks/icbc.js";
import { sbsPacketProfile } from "../profiles/banks/sbs.js";
import { delimitedProfile, fixedWidthProfile } from "../profiles/tongchou.js";
import { encodeBatch } from "../writing/batch-writer.js";
import { type FiledPart, readBatch } from "./batch-reader.js";
import { joinBytes } from "./file-lines.js";
import { decodeResult, decodeRows } from "./result-reader.js";
import type { SheetCell } from "./sheet-reader.js";

const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000);
const timeoutMs = runs > 10_000 ? 3_600_000 : 20_000;
const seed = 20_240_315;

const payments = paymentsOf(2).map((payment, index) => ({
  ...payment,
  payeeName: ["李東", "王伟"][index] ?? "",
}));

/** What once went wrong, or is likely to: kept as rows. */
const crashers: readonly (readonly number[])[] = [
  [],
  [0x0a],
  [0x0d],
  [0x96],
  [0x84, 0x31, 0x95, 0x33],
  [0xef, 0xbb, 0xbf],
  [0x2a],
  Array.from({ length: 3000 }, () => 0x7c),
  Array.from({ length: 3000 }, () => 0x0a),
];

const changes = fc.array(fc.tuple(fc.nat(5000), fc.nat(4), fc.nat(255)), { minLength: 1, maxLength: 6 });

/** Changes, removes, inserts, repeats or cuts bytes at places. */
function mutate(bytes: Uint8Array, edits: readonly (readonly [number, number, number])[]): Uint8Array {
  let list = [...bytes];
  for (const [place, kind, value] of edits) {
    const at = place % (list.length + 1);
    if (kind === 0) list.splice(at, 1, value);
    if (kind === 1) list.splice(at, 1 + (value % 4));
    if (kind === 2) list.splice(at, 0, value);
    if (kind === 3) list = [...list.slice(0, at), ...list.slice(Math.max(0, at - (value % 32)))];
    if (kind === 4 && value < 8) list = list.slice(0, at);
  }
  return new Uint8Array(list);
}

/** What a part asks for, as payments that are written again, and in the form in which they are written. */
function paymentsOfPart(part: FiledPart | undefined): ReturnType<typeof paymentsOf> {
  return (part?.payments ?? []).map((payment, index) => ({
    ...payment,
    payeeName: normaliseName(payment.payeeName),
    payeeCnapsCode: plainNumberText(payment.payeeCnapsCode ?? ""),
    reference: payment.reference ?? `R${index}`,
    purpose: payment.purpose ?? "wage",
  }));
}

const formats: readonly BankProfile[] = [
  delimitedProfile,
  fixedWidthProfile,
  icbcBatchProfile,
  ccbPayrollProfile,
  abcPayrollProfile,
  sbsPacketProfile,
];

describe.each(formats)("payment files of $id", (profile) => {
  const [file] = encodeBatch(profile, batchOf(payments)).files;
  const bytes = joinBytes(file?.content ?? []);

  it.each(crashers.map((crasher) => [crasher]))("survives row %# of what once went wrong", (crasher) => {
    const read = readBatch(profile, [{ name: "a", content: new Uint8Array(crasher) }]);
    expect(read.ok ? [] : read.issues).not.toHaveLength(0);
  });

  it(
    "gives issues or payments whatever changes, and what it takes can be written and read again",
    () => {
      const check = (edits: readonly (readonly [number, number, number])[]): void => {
        const content = mutate(bytes, edits);
        const read = readBatch(profile, [{ name: "a", content }]);
        if (!read.ok) {
          if (read.issues.length === 0) throw new Error("refused without an issue");
          return;
        }
        const found = paymentsOfPart(read.value[0]);
        const again = encodeBatch(profile, batchOf(found));
        // A bank's file can have what we would not write, such as letters in an account.
        if (again.refused.length > 0) return;
        const twice = readBatch(profile, again.files);
        if (!twice.ok) throw new Error(JSON.stringify(twice.issues));
        expect(paymentsOfPart(twice.value[0]).map(withoutRow)).toEqual(found.map(withoutRow));
      };
      fc.assert(fc.property(changes, check), {
        numRuns: Math.ceil(runs / formats.length),
        seed,
        // An apostrophe where a CNAPS code should be, which is written as nothing.
        examples: [
          [
            [
              [2, 2, 0],
              [1657, 2, 39],
            ],
          ],
        ],
      });
    },
    timeoutMs,
  );
});

function withoutRow<T extends object>(payment: T): object {
  return Object.fromEntries(Object.entries(payment).filter(([key]) => key !== "row"));
}

const results: readonly (readonly [BankProfile, string])[] = [
  [delimitedProfile, "H|B1-01|1|5\r\nD|1|R1|6299990000000000005|李東|5|PAID|\r\nT|1|5\r\n"],
  [
    icbcBatchProfile,
    "[BatchPayDetail]\r\n收款账号|收款单位名称|金额|网上银行状态\r\n6299990000000000005|李東|1,234.05元|处理成功\r\n",
  ],
  [ccbPayrollProfile, "0000001|6299990000000000005|李東|.05|工资|R1|成功||\r\n"],
];

describe.each(results)("result files of $id", (profile, text) => {
  const bytes = encodeAccepted(text, "gbk");

  it("reads the sample", () => {
    expect(decodeResult(profile, { name: "a", content: bytes }).ok).toBe(true);
  });

  it(
    "never throws, and takes nothing for paid but the bank's own word for it",
    () => {
      const words = Object.entries(profile.result?.statuses ?? {}).flatMap(([word, { outcome }]) =>
        outcome === "paid" ? [word] : [],
      );
      const check = (edits: readonly (readonly [number, number, number])[]): void => {
        const result = decodeResult(profile, { name: "a", content: mutate(bytes, edits) });
        if (!result.ok && result.issues.length === 0) throw new Error("refused without an issue");
        for (const { status, statusText } of result.ok ? result.value.outcomes : []) {
          if (status === "paid" && !words.includes(statusText)) throw new Error(`${statusText} is paid`);
        }
      };
      fc.assert(fc.property(changes, check), { numRuns: Math.ceil(runs / results.length), seed });
    },
    timeoutMs,
  );
});

describe("sheets", () => {
  it("never throws, whatever cells there are", () => {
    const cell: fc.Arbitrary<SheetCell> = fc.oneof(
      fc.constantFrom<SheetCell>(null, undefined, true, Number.NaN, 1e21, "6", "__proto__", "1.00"),
      fc.double(),
      fc.string(),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 4 });
    const check = (cells: readonly (readonly SheetCell[])[]): void => {
      const result = decodeRows(abcPayrollProfile, { name: "a", rows: cells });
      if (!result.ok && result.issues.length === 0) throw new Error("refused without an issue");
    };
    fc.assert(fc.property(rows, check), { numRuns: Math.ceil(runs / 10), seed });
  });
});
