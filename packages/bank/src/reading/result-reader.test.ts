import { fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleBank, textResultOf } from "../__fixtures__/example-bank.js";
import type { BatchResult } from "../adapter.js";
import { encodeAccepted } from "../encoding.js";
import type { BankProfile } from "../profile.js";
import { delimitedProfile, fixedWidthProfile } from "../profiles/tongchou.js";
import { decodeResult } from "./result-reader.js";

const account = "6299990000000000005";

function decode(profile: BankProfile, lines: readonly string[]): ReturnType<typeof decodeResult> {
  const content = encodeAccepted(lines.join("\r\n"), textResultOf(profile).layout.encoding);
  return decodeResult(profile, { name: "answer.txt", content });
}

function outcomesOf(profile: BankProfile, lines: readonly string[]): BatchResult["outcomes"] {
  const result = decode(profile, lines);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.outcomes;
}

function codesOf(profile: BankProfile, lines: readonly string[]): readonly string[] {
  return decode(profile, lines).issues.map(({ code }) => code);
}

describe("decodeResult", () => {
  const header = "收款账号|收款户名|金额|处理状态|失败原因|自定义流水";

  it("reads all that a result of tongchou.delimited@1 says", () => {
    const lines = [
      "H|B240315-01|2|432106",
      `D|1|R1|${account}|张三|432100|PAID|`,
      `D|2|R2|${account}|李東|6|REJECTED|NAME_MISMATCH`,
      "T|2|432106",
    ];
    expect(decode(delimitedProfile, lines)).toEqual({
      ok: true,
      issues: [],
      value: {
        file: "answer.txt",
        batchNumber: "B240315-01",
        outcomes: [
          {
            row: 2,
            status: "paid",
            statusText: "PAID",
            reference: "R1",
            payeeName: "张三",
            payeeAccount: account,
            amountFen: fen(432_100),
          },
          {
            row: 3,
            status: "rejected",
            statusText: "REJECTED",
            reasonText: "NAME_MISMATCH",
            reason: "name-mismatch",
            reference: "R2",
            payeeName: "李東",
            payeeAccount: account,
            amountFen: fen(6),
          },
        ],
      },
    });
  });

  it("reads a result of tongchou.fixed-width@1 by bytes", () => {
    // Each Chinese character takes two bytes, so the name's column has 138 and 136 characters.
    const detail = (name: string, rest: string): string =>
      `D00000001${"R1".padEnd(32)}${account.padEnd(40)}${name}${rest}`;
    const lines = [
      `H${"B240315-01".padEnd(40)}000000010000000000432100`,
      detail("李東".padEnd(138), `0000000000432100${"RETURNED".padEnd(12)}${"ACCOUNT_CLOSED".padEnd(40)}`),
      "T000000010000000000432100",
    ];
    expect(outcomesOf(fixedWidthProfile, lines)).toMatchObject([
      { status: "returned", reason: "account-closed", payeeName: "李東", amountFen: 432_100 },
    ]);
    const shifted = [...lines];
    shifted[1] = detail("李東".padEnd(140), `0000000000432100${"RETURNED".padEnd(12)}${"".padEnd(40)}`);
    expect(codesOf(fixedWidthProfile, shifted)).toContain("line-width");
  });

  it.each(["PAID", "REJECTED", "RETURNED", "PROCESSING", "UNKNOWN"])("has a word for %s", (word) => {
    const lines = ["H|B1|1|5", `D|1|R1|${account}|张三|5|${word}|`, "T|1|5"];
    expect(outcomesOf(delimitedProfile, lines)[0]?.status).toBe(word.toLowerCase());
    expect(codesOf(delimitedProfile, lines)).toEqual([]);
  });

  it.each(["成功", "处理成功 ok", "toString", "__proto__", ""])(
    "takes the status %j for unknown and says so",
    (status) => {
      const lines = [header, `${account}|张三|1.00|${status}||R1`];
      expect(outcomesOf(exampleBank, lines)[0]).toMatchObject({ status: "unknown", statusText: status });
      expect(codesOf(exampleBank, lines)).toEqual(["status-unknown"]);
    },
  );

  it.each([
    ["李小明", "李*明"],
    [account, "629************0005"],
  ])("hides %s, which a column too many puts where the status belongs", (status, shown) => {
    const { issues } = decode(exampleBank, [header, `${account}|张三|1.00|${status}||R1`]);
    expect(issues[0]?.message.en).toContain(`"${shown}"`);
    expect(JSON.stringify(issues)).not.toContain(status);
  });

  it.each(["toString", "constructor", ""])("takes the reason %j for none that it knows", (reason) => {
    const lines = [header, `${account}|张三|1.00|处理失败|${reason}|R1`];
    expect(outcomesOf(exampleBank, lines)[0]?.reason).toBeUndefined();
  });

  it("shows no account that stands where a status should", () => {
    const { issues } = decode(exampleBank, [header, `${account}|张三|1.00|${account}||R1`]);
    expect(issues[0]?.message.en).toContain("629************0005");
    expect(JSON.stringify(issues)).not.toContain(account);
  });

  it("finds columns by name behind a preamble, in any order, with more columns around them", () => {
    const lines = [
      "[BatchPayDetail]",
      "查询时间: 20240316 16:13:19",
      "#序号|自定义流水|付款账号|金额（元）|金额|失败原因|处理状态|收款单位名称|收款帐号|",
      `1|R1|100200300400|x|4,321.00元||处理成功| 李 東 | ${account}\t|`,
    ];
    expect(outcomesOf(exampleBank, lines)).toMatchObject([
      {
        row: 4,
        reference: "R1",
        payeeName: "李 東",
        payeeAccount: account,
        amountFen: 432_100,
        status: "paid",
      },
    ]);
  });

  it("sees full-width brackets in a name of a column as plain ones", () => {
    const { layout } = textResultOf(exampleBank);
    const fields = [
      { kind: "reference", headers: ["流水"] },
      { kind: "amount", headers: ["金额(元)"] },
      { kind: "status", headers: ["状态"] },
    ] as const;
    const lines = [{ kind: "columns" }, { kind: "detail", fields }] as const;
    const profile = {
      ...exampleBank,
      result: { ...textResultOf(exampleBank), layout: { ...layout, lines } },
    };
    expect(outcomesOf(profile, ["流水|状态|金额 （元）", "R1|处理成功|1.00"])).toMatchObject([
      { reference: "R1", status: "paid", amountFen: 100 },
    ]);
  });

  it("does without a column that is optional", () => {
    const lines = ["收款账号|收款户名|金额|处理状态|自定义流水", `${account}|张三|1.00|处理失败|R1`];
    expect(outcomesOf(exampleBank, lines)).toMatchObject([{ status: "rejected", reasonText: undefined }]);
  });

  it.each([
    ["lacks a column", header.replace("处理状态", "状态")],
    ["has a column twice", `${header}|金额`],
    ["has no names", `${account}|张三|1.00|处理成功||R1`],
  ])("refuses a file whose line of names %s", (_, names) => {
    expect(codesOf(exampleBank, [names, `${account}|张三|1.00|处理成功||R1`])).toEqual(["columns-missing"]);
  });

  it("keeps the lines that can be read where no totals are declared", () => {
    const lines = [
      header,
      `${account}|张三|x|处理成功||R1`,
      `${account}|张三|1.00|处理成功||R2`,
      "合计|1.00",
    ];
    const result = decode(exampleBank, lines);
    expect(result.ok && result.value.outcomes.map(({ reference }) => reference)).toEqual(["R2"]);
    expect(result.issues.map(({ code, place }) => [code, place?.row])).toEqual([
      ["money-not-a-number", 2],
      ["line-cell-count", 4],
    ]);
  });

  it("keeps no line where one cannot be read and totals are declared", () => {
    const lines = ["H|B1|2|10", `D|1|R1|${account}|张三|5|PAID|`, `D|2|R2|${account}|张三|?|PAID|`, "T|2|10"];
    const result = decode(delimitedProfile, lines);
    expect(result.ok).toBe(false);
    expect(new Set(result.issues.map(({ code }) => code))).toEqual(
      new Set(["amount-not-fen", "total-count-differs", "total-amount-differs"]),
    );
  });

  it("says which line is not in the encoding", () => {
    const content = new Uint8Array([...encodeAccepted(`${header}\n${account}|`, "gbk"), 0xff, 0x0a]);
    const result = decodeResult(exampleBank, { name: "answer.txt", content });
    expect(result.issues.map(({ code, place }) => [code, place?.row])).toEqual([
      ["bytes-not-in-encoding", 2],
    ]);
  });

  it("reads a file in chunks cut anywhere, and one with a byte order mark", () => {
    const lines = ["H|B1|1|5", `D|1|R1|${account}|李東|5|PAID|`, "T|1|5"];
    const bytes = encodeAccepted(`\uFEFF${lines.join("\n")}`, "gb18030");
    const chunks = Array.from(bytes, (byte) => new Uint8Array([byte]));
    const whole = decodeResult(delimitedProfile, { name: "answer.txt", content: bytes });
    expect(whole).toMatchObject({ ok: true, value: { outcomes: [{ payeeName: "李東" }] } });
    expect(decodeResult(delimitedProfile, { name: "answer.txt", content: chunks })).toEqual(whole);
  });

  it.each(["gb18030", "utf-8"] as const)(
    "leaves out a byte order mark of %s before columns of fixed width",
    (encoding) => {
      const { layout } = textResultOf(fixedWidthProfile);
      const profile = {
        ...fixedWidthProfile,
        result: { ...textResultOf(fixedWidthProfile), layout: { ...layout, encoding } },
      };
      const detail = `D00000001${"R1".padEnd(32)}${account.padEnd(40)}${"X".padEnd(140)}0000000000000005${"PAID".padEnd(52)}`;
      const lines = [
        `\uFEFFH${"B1".padEnd(40)}000000010000000000000005`,
        detail,
        "T000000010000000000000005",
      ];
      expect(outcomesOf(profile, lines)).toMatchObject([{ reference: "R1", status: "paid" }]);
    },
  );

  it("throws for no mutated file and makes nobody paid who is not", () => {
    const columns = [
      header,
      `${account}|张三|4,321.00元|处理成功||ALPHA`,
      `${account}|李東|.06|处理失败|户名不符|OMEGA`,
    ];
    const own = [
      "H|B1|2|6",
      `D|1|ALPHA|${account}|张三|1|PAID|`,
      `D|2|OMEGA|${account}|李東|5|REJECTED|`,
      "T|2|6",
    ];
    const files: readonly (readonly [BankProfile, readonly number[]])[] = [
      [exampleBank, Array.from(encodeAccepted(columns.join("\r\n"), "gbk"))],
      [delimitedProfile, Array.from(encodeAccepted(own.join("\n"), "gb18030"))],
    ];
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0x7c, 0x0a, 0x0d, 0x23, 0x2e, 0x96),
    );
    const edit = fc.tuple(
      fc.nat({ max: 200 }),
      fc.constantFrom(0, 1, 2, 30),
      fc.array(byte, { maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(edit, { maxLength: 4 }), ([profile, bytes], edits) => {
        let mutated = bytes;
        for (const [at, removed, inserted] of edits) mutated = mutated.toSpliced(at, removed, ...inserted);
        const result = decodeResult(profile, { name: "mutated", content: new Uint8Array(mutated) });
        const paid = result.ok ? result.value.outcomes.filter(({ status }) => status === "paid") : [];
        expect(paid.map(({ reference }) => reference)).not.toContain("OMEGA");
      }),
      { numRuns: 5000 },
    );
  });

  it("throws for no bytes at all", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(exampleBank, delimitedProfile, fixedWidthProfile),
        fc.uint8Array(),
        (profile, content) => {
          expect(() => decodeResult(profile, { name: "noise", content })).not.toThrow();
        },
      ),
      { numRuns: 3000 },
    );
  });
});
