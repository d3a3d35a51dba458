import { fen, type PayoutRecord } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleBank } from "../__fixtures__/example-bank.js";
import { batchOf, paymentOf, paymentsOf, textOf } from "../__fixtures__/payments.js";
import { encodeAccepted } from "../encoding.js";
import type { BankProfile } from "../profile.js";
import { delimitedProfile, fixedWidthProfile } from "../profiles/tongchou.js";
import { encodeBatch } from "../writing/batch-writer.js";
import { readBatch } from "./batch-reader.js";
import { joinBytes } from "./file-lines.js";

const profiles = [delimitedProfile, fixedWidthProfile, exampleBank];

function codesOf(profile: BankProfile, text: string): readonly string[] {
  const content = encodeAccepted(text, profile.payment.layout.encoding);
  return readBatch(profile, [{ name: "batch.txt", content }]).issues.map(({ code }) => code);
}

const words = "张三李四東瑋韡谋阿依古丽·王欧阳ABCz";
const name = fc
  .array(fc.constantFrom(...Array.from(words)), { minLength: 1, maxLength: 25 })
  .map((characters) => characters.join(""));
const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((numbers) => numbers.join(""));
const payment: fc.Arbitrary<Omit<PayoutRecord, "reference">> = fc.record({
  payeeName: name,
  payeeAccount: digits(6, 32),
  payeeBankName: fc.option(fc.constantFrom("九江银行", "示例銀行東支行"), { nil: undefined }),
  amountFen: fc.integer({ min: 1, max: 5_000_000 }).map((amount) => fen(amount)),
  purpose: fc.constantFrom("wage", "severance"),
});
const payments: fc.Arbitrary<readonly PayoutRecord[]> = fc
  .array(payment, { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map((row, index) => ({ reference: `R${index + 1}`, ...row })));

describe("readBatch", () => {
  it.each(profiles)("reads back what was written by $id", (profile) => {
    fc.assert(
      fc.property(payments, fc.integer({ min: 1, max: 5 }), (rows, rowsPerFile) => {
        const limited = { ...profile, payment: { ...profile.payment, limits: { rowsPerFile } } };
        const { files, refused } = encodeBatch(limited, batchOf(rows));
        expect(refused).toEqual([]);
        const read = readBatch(limited, files);
        const found = read.ok ? read.value.flatMap((part) => part.payments) : read.issues;
        expect(found).toEqual(rows.map((row) => ({ ...row, row: expect.any(Number) as number })));
      }),
    );
  });

  it("puts the parts in order and says their numbers", () => {
    const profile = {
      ...delimitedProfile,
      payment: { ...delimitedProfile.payment, limits: { rowsPerFile: 2 } },
    };
    const { files } = encodeBatch(profile, batchOf(paymentsOf(5)));
    const read = readBatch(profile, files.toReversed());
    expect(read.ok && read.value.map(({ file, batchNumber }) => [file, batchNumber])).toEqual([
      ["B240315-01.txt", "B240315-01"],
      ["B240315-02.txt", "B240315-02"],
      ["B240315-03.txt", "B240315-03"],
    ]);
  });

  const good = textOf(encodeBatch(exampleBank, batchOf(paymentsOf(3))).files[0], "gbk");
  it("takes line feeds alone, empty lines, and a file without its comments and last line end", () => {
    const bare = good
      .replaceAll("\r", "")
      .replace(/^#.*\n/, "\n")
      .replace(/\n$/, "");
    expect(codesOf(exampleBank, good)).toEqual([]);
    expect(codesOf(exampleBank, bare)).toEqual([]);
  });

  it("takes lines with and without a delimiter at the end", () => {
    expect(codesOf(exampleBank, good.replaceAll("|\r", "\r"))).toEqual([]);
  });

  it.each<[string, (text: string) => string, readonly string[]]>([
    ["a total that is 1 fen off", (text) => text.replace("|0.06|", "|0.07|"), ["total-amount-differs"]],
    ["an amount that is 1 fen off", (text) => text.replace("|0.01|", "|0.02|"), ["total-amount-differs"]],
    ["a count that is off", (text) => text.replace("|3|", "|4|"), ["total-count-differs"]],
    [
      "a line lost",
      (text) => text.replace(/^0002.*\r\n/m, ""),
      ["total-count-differs", "total-amount-differs"],
    ],
    ["its end lost", (text) => text.slice(0, -9), ["line-unexpected"]],
    ["nothing in it", () => "", ["file-truncated"]],
    [
      "a column too many",
      (text) => text.replace("|0.01|", "||0.01|"),
      ["line-cell-count", "total-count-differs", "total-amount-differs"],
    ],
    [
      "an amount of three decimals",
      (text) => text.replace("|0.01|", "|0.010|"),
      ["money-too-precise", "total-count-differs", "total-amount-differs"],
    ],
    ["a total that is no amount", (text) => text.replace("|0.06|", "|six|"), ["money-not-a-number"]],
    ["another constant", (text) => text.replace("RMB", "USD"), ["line-unexpected"]],
    ["a reference twice", (text) => text.replace("R2", "R1"), ["reference-repeated"]],
    ["a payment without a name", (text) => text.replace("张三", ""), ["field-missing"]],
    ["a payment without an account", (text) => text.replace(/6299990000000000000/, ""), ["field-missing"]],
    [
      "an amount of nothing",
      (text) => text.replace("|0.01|", "|0.00|").replace("|0.06|", "|0.05|"),
      ["amount-not-positive"],
    ],
    ["nothing behind its header", () => "RMB|20240315|0.00|0|\r\n", ["file-truncated"]],
    ["no payments", () => "RMB|20240315|0.00|0|\r\n*\r\n", ["file-empty"]],
  ])("refuses a file with %s", (_, change, codes) => {
    expect(codesOf(exampleBank, change(good))).toEqual(codes);
  });

  it("refuses a batch of which a part is missing or comes twice", () => {
    const profile = {
      ...delimitedProfile,
      payment: { ...delimitedProfile.payment, limits: { rowsPerFile: 1 } },
    };
    const [first, second, third] = encodeBatch(profile, batchOf(paymentsOf(3))).files;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three parts");
    const codes = (files: Parameters<typeof readBatch>[1]): readonly string[] =>
      readBatch(profile, files).issues.map(({ code }) => code);
    expect(codes([first, third])).toContain("parts-incomplete");
    expect(codes([first, second])).toContain("total-amount-differs");
    expect(codes([first, second, third, third])).toContain("parts-incomplete");
    expect(codes([first, second, third])).toEqual([]);
  });

  it("reads files whose format has no reference", () => {
    const fields = [{ kind: "payee-account" }, { kind: "payee-name" }, { kind: "amount" }] as const;
    const layout = { ...exampleBank.payment.layout, lines: [{ kind: "detail", fields }] } as const;
    const profile = { ...exampleBank, payment: { ...exampleBank.payment, layout } };
    const read = readBatch(profile, encodeBatch(profile, batchOf(paymentsOf(3))).files);
    expect(read.ok && read.value[0]?.payments.map(({ amountFen }) => amountFen)).toEqual([1, 2, 3]);
  });

  it("skips comments that the layout has word for word, without a prefix", () => {
    const { commentPrefix, ...layout } = exampleBank.payment.layout;
    const profile = { ...exampleBank, payment: { ...exampleBank.payment, layout } };
    expect(commentPrefix).toBe("#");
    expect(codesOf(profile, good)).toEqual([]);
    expect(codesOf(profile, good.replace(/^#.*\r\n/, ""))).toEqual([]);
    expect(codesOf(profile, `#${good}`)).toEqual(["line-unexpected"]);
  });

  it("says in which row of which file", () => {
    const content = encodeAccepted(good.replace("|0.01|", "|x|"), "gbk");
    const [issue] = readBatch(exampleBank, [{ name: "batch.txt", content }]).issues;
    expect(issue?.place).toEqual({ file: "batch.txt", row: 3 });
  });

  it("leaves a purpose open that shares its word with another", () => {
    const profile = {
      ...exampleBank,
      payment: { ...exampleBank.payment, purposes: { wage: "工资", severance: "工资" } },
    };
    const read = readBatch(profile, encodeBatch(profile, batchOf([paymentOf()])).files);
    expect(read.ok && read.value[0]?.payments[0]?.purpose).toBeUndefined();
    expect(read.ok).toBe(true);
  });

  it.each(profiles)("takes no mutated file of $id whose totals do not hold", (profile) => {
    const written = joinBytes(encodeBatch(profile, batchOf(paymentsOf(4))).files[0]?.content ?? []);
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(...Array.from("|0123456789.,*\r\n# ", (c) => c.charCodeAt(0))),
    );
    const edit = fc.record({
      at: fc.integer({ min: 0, max: written.length }),
      removed: fc.constantFrom(0, 0, 1, 1, 2, 60),
      inserted: fc.array(byte, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let bytes = Array.from(written);
        for (const { at, removed, inserted } of edits) bytes = bytes.toSpliced(at, removed, ...inserted);
        const read = readBatch(profile, [{ name: "mutated", content: new Uint8Array(bytes) }]);
        if (!read.ok) {
          expect(read.issues.length).toBeGreaterThan(0);
          return;
        }
        const amounts = read.value.flatMap((part) => part.payments).map(({ amountFen }) => amountFen);
        const text = new TextDecoder("gb18030").decode(new Uint8Array(bytes));
        expect(declaredTotals(profile, text)).toEqual([
          amounts.length,
          amounts.reduce((sum, amount) => sum + amount, 0),
        ]);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Count and fen of the header, read by hand from its place in each format. */
function declaredTotals(profile: BankProfile, text: string): readonly number[] {
  const header = text.split("\n").find((line) => /^[\s\uFEFF]*(H|RMB)/.test(line)) ?? "";
  if (profile === fixedWidthProfile) {
    const tail = header.replace(/\r$/, "").slice(-48);
    return [Number(tail.slice(0, 8)), Number(tail.slice(8, 24))];
  }
  const cells = header.split("|").map((cell) => cell.trim().replaceAll(",", ""));
  if (profile === delimitedProfile) return [Number(cells[7]), Number(cells[8])];
  return [Number(cells[3]), Math.round(Number(cells[2]) * 100)];
}
