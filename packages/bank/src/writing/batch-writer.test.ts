import { fen, type PayoutRecord } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleBank, textResultOf } from "../__fixtures__/example-bank.js";
import { batchOf, payer, paymentOf, paymentsOf, textOf } from "../__fixtures__/payments.js";
import type { BankProfile } from "../profile.js";
import { delimitedProfile, fixedWidthProfile } from "../profiles/tongchou.js";
import { joinBytes } from "../reading/file-lines.js";
import { encodeBatch } from "./batch-writer.js";

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const crlf = [0x0d, 0x0a];
const spaces = (count: number): number[] => ascii(" ".repeat(count));
// By the table of GB18030.
const zhangSan = [0xd5, 0xc5, 0xc8, 0xfd];
const liDong = [0xc0, 0xee, 0x96, 0x7c];
const wage = [0xb9, 0xa4, 0xd7, 0xca];
const platform = [0xbe, 0xc5, 0xbd, 0xad, 0xca, 0xd0, 0xca, 0xbe, 0xc0, 0xfd, 0xc6, 0xbd, 0xcc, 0xa8];
const cityBank = [0xbe, 0xc5, 0xbd, 0xad, 0xd2, 0xf8, 0xd0, 0xd0];

const two = [
  paymentOf(),
  paymentOf({
    reference: "R2",
    payeeName: "李東",
    payeeAccount: "0299990000000000013",
    payeeBankName: "九江银行",
    payeeCnapsCode: "313424076706",
    amountFen: fen(6),
  }),
];

function refusalsOf(
  payments: readonly PayoutRecord[],
  profile: BankProfile = exampleBank,
): readonly string[][] {
  return encodeBatch(profile, batchOf(payments)).refused.map(({ issues }) => issues.map(({ code }) => code));
}

describe("encodeBatch", () => {
  it("writes tongchou.delimited@1 to the byte", () => {
    const { files, refused, issues } = encodeBatch(delimitedProfile, batchOf(two));
    expect([refused, issues, files.length]).toEqual([[], [], 1]);
    const [file] = files;
    expect([file?.name, file?.batchNumber, file?.totalFen]).toEqual([
      "B240315-01.txt",
      "B240315-01",
      432_106,
    ]);
    expect(Array.from(joinBytes(file?.content ?? []))).toEqual([
      ...ascii("H|B240315-01|1|1|20240315|100200300400|"),
      ...platform,
      ...ascii("|2|432106|2|432106"),
      ...crlf,
      ...ascii("D|1|R1|6299990000000000005|"),
      ...zhangSan,
      ...ascii("|||432100|"),
      ...wage,
      ...crlf,
      ...ascii("D|2|R2|0299990000000000013|"),
      ...liDong,
      ...ascii("|"),
      ...cityBank,
      ...ascii("|313424076706|6|"),
      ...wage,
      ...crlf,
      ...ascii("T|2|432106"),
      ...crlf,
    ]);
  });

  it("writes tongchou.fixed-width@1 to the byte, widths counting bytes", () => {
    const [file] = encodeBatch(fixedWidthProfile, batchOf(two)).files;
    expect(file?.name).toBe("B240315-01.dat");
    expect(Array.from(joinBytes(file?.content ?? []))).toEqual([
      ...ascii("HB240315-01"),
      ...spaces(30),
      ...ascii("0001000120240315100200300400"),
      ...spaces(28),
      ...platform,
      ...spaces(126),
      ...ascii("000000020000000000432106"),
      ...ascii("000000020000000000432106"),
      ...crlf,
      ...ascii("D00000001R1"),
      ...spaces(30),
      ...ascii("6299990000000000005"),
      ...spaces(21),
      ...zhangSan,
      ...spaces(136),
      ...spaces(140),
      ...spaces(12),
      ...ascii("0000000000432100"),
      ...wage,
      ...spaces(36),
      ...crlf,
      ...ascii("D00000002R2"),
      ...spaces(30),
      ...ascii("0299990000000000013"),
      ...spaces(21),
      ...liDong,
      ...spaces(136),
      ...cityBank,
      ...spaces(132),
      ...ascii("3134240767060000000000000006"),
      ...wage,
      ...spaces(36),
      ...crlf,
      ...ascii("T000000020000000000432106"),
      ...crlf,
    ]);
  });

  const name25 = "长".repeat(25);
  it.each<[string, Partial<PayoutRecord>, readonly string[]]>([
    ["an amount of nothing", { amountFen: fen(0) }, ["amount-not-positive"]],
    ["an amount below nothing", { amountFen: fen(-1) }, ["amount-not-positive"]],
    ["an amount above the bank's limit", { amountFen: fen(5_000_001) }, ["amount-above-limit"]],
    ["no reference", { reference: "" }, ["field-missing"]],
    ["a reference wider than its column", { reference: "R".repeat(21) }, ["field-too-wide"]],
    ["no name", { payeeName: " " }, ["field-missing"]],
    ["a name with the delimiter", { payeeName: "张|三" }, ["field-reserved-characters"]],
    ["a name with a line end", { payeeName: "张\r\n三" }, ["field-reserved-characters"]],
    ["a name that GBK cannot hold", { payeeName: "王䶮" }, ["character-unmappable"]],
    ["a name of 51 bytes", { payeeName: `${name25}a` }, ["field-too-wide"]],
    ["no account", { payeeAccount: "" }, ["field-missing"]],
    ["an account in scientific notation", { payeeAccount: "6.29999E+18" }, ["account-characters"]],
    ["a purpose without a word", { purpose: "income-tax" }, ["purpose-unsupported"]],
    [
      "several things at once",
      { amountFen: fen(0), payeeAccount: "", payeeName: "𬭚|" },
      ["amount-not-positive", "field-missing", "field-reserved-characters", "character-unmappable"],
    ],
  ])("refuses a payment with %s and writes the rest", (_, values, codes) => {
    const bad = paymentOf({ reference: "R9", ...values });
    const { files, refused, issues } = encodeBatch(exampleBank, batchOf([paymentOf(), bad]));
    expect(refused).toEqual([{ row: 2, payment: bad, issues }]);
    expect(issues.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
    expect(issues.every(({ place }) => place?.file === "B240315" && place.row === 2)).toBe(true);
    expect(files.flatMap(({ payments }) => payments)).toEqual([paymentOf()]);
  });

  it.each<[string, Partial<PayoutRecord>]>([
    ["a name of 50 bytes", { payeeName: name25 }],
    ["an amount at the bank's limit", { amountFen: fen(5_000_000) }],
    ["a corporate account with hyphens", { payeeAccount: "1502-0100-0012" }],
  ])("takes %s", (_, values) => {
    expect(refusalsOf([paymentOf(values)])).toEqual([]);
  });

  it.each([
    ["313424076706", "|313424076706|", []],
    ["3134 2407 6706", "|313424076706|", []],
    ["313424076707", "|313424076707|", ["cnaps-check-digit"]],
    ["31342407670", "", ["cnaps-characters", "batch-empty"]],
  ])("tests the CNAPS code %s", (payeeCnapsCode, written, codes) => {
    const { files, issues } = encodeBatch(delimitedProfile, batchOf([paymentOf({ payeeCnapsCode })]));
    expect(issues.map(({ code }) => code)).toEqual(codes);
    expect(textOf(files[0])).toContain(written);
  });

  it("writes the separator of a payer's name as that of a payee's", () => {
    const batch = { ...batchOf([paymentOf()]), payer: { ...payer, name: "买买提•艾力" } };
    expect(textOf(encodeBatch(delimitedProfile, batch).files[0])).toContain("|买买提·艾力|");
  });

  it("refuses a first column that would read as a comment", () => {
    const fields = [{ kind: "payee-name" }, { kind: "payee-account" }, { kind: "amount" }] as const;
    const layout = { ...exampleBank.payment.layout, lines: [{ kind: "detail", fields }] } as const;
    const profile = { ...exampleBank, payment: { ...exampleBank.payment, layout } };
    expect(refusalsOf([paymentOf({ payeeName: "#张" })], profile)).toEqual([["field-reserved-characters"]]);
    expect(refusalsOf([paymentOf({ payeeName: "张#" })], profile)).toEqual([]);
  });

  it.each(["project-account", "direct-from-host", "public-fund-account"])(
    "refuses a payment read from a file whose route is %s",
    (route) => {
      const read = JSON.parse(JSON.stringify({ ...paymentOf(), route })) as PayoutRecord;
      expect(refusalsOf([read])).toEqual([["route-not-through-platform"]]);
    },
  );

  it("takes a payment whose route is through the platform", () => {
    expect(refusalsOf([paymentOf({ route: "through-platform" })])).toEqual([]);
  });

  it("points at the property and hides names and accounts", () => {
    const bad = paymentOf({ payeeName: "欧阳|文山", payeeAccount: "6299990000000001234X" });
    const { issues } = encodeBatch(exampleBank, batchOf([paymentOf({ reference: "R0" }), bad]));
    expect(issues.map(({ path }) => path)).toEqual(["/payments/1/payeeAccount", "/payments/1/payeeName"]);
    const shown = JSON.stringify(issues);
    expect(shown).not.toMatch(/欧阳|文山|629999000000000/);
    expect(shown).toContain("6299************234X");
  });

  it("refuses every payment that shares a reference", () => {
    const payments = [paymentOf(), paymentOf({ reference: "R2" }), paymentOf({ amountFen: fen(1) })];
    const { files, refused } = encodeBatch(exampleBank, batchOf(payments));
    expect(refused.map(({ row, issues }) => [row, issues[0]?.code])).toEqual([
      [1, "reference-repeated"],
      [3, "reference-repeated"],
    ]);
    expect(files[0]?.payments.map(({ reference }) => reference)).toEqual(["R2"]);
  });

  it.each([
    ["has no payments", batchOf([]), "batch-empty"],
    ["has only payments that are refused", batchOf([paymentOf({ amountFen: fen(0) })]), "batch-empty"],
    ["has a number that could leave the folder", batchOf([paymentOf()], "../B1"), "batch-number-characters"],
    ["has no number", batchOf([paymentOf()], ""), "batch-number-characters"],
    [
      "has a payer without a name",
      { ...batchOf([paymentOf()]), payer: { ...payer, name: "" } },
      "field-missing",
    ],
    [
      "has a payer's account that is none",
      { ...batchOf([paymentOf()]), payer: { ...payer, number: "a/b" } },
      "account-characters",
    ],
    [
      "adds up to more than can be counted",
      batchOf(
        [9e15, 9e15].map((amount, index) => paymentOf({ reference: `R${index}`, amountFen: fen(amount) })),
      ),
      "money-out-of-range",
    ],
  ])("writes no file when the batch %s", (_, batch, code) => {
    const { files, refused, issues } = encodeBatch(delimitedProfile, batch);
    expect(files).toEqual([]);
    expect(refused.map(({ payment }) => payment)).toEqual(batch.payments);
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  describe("without a payer", () => {
    const batch = { ...batchOf([paymentOf()]), payer: undefined };
    const withPayerColumn = (optional: boolean) => {
      const fields = [
        { kind: "payer-account", optional },
        { kind: "payee-account" },
        { kind: "amount" },
      ] as const;
      const layout = { ...exampleBank.payment.layout, lines: [{ kind: "detail", fields }] } as const;
      return { ...exampleBank, payment: { ...exampleBank.payment, layout } };
    };

    it("leaves a column empty that does not need one", () => {
      const { files } = encodeBatch(withPayerColumn(true), batch);
      expect(textOf(files[0])).toBe("|6299990000000000005|4321.00|\r\n");
    });

    it("writes no file where a column needs one", () => {
      const { files, issues } = encodeBatch(withPayerColumn(false), batch);
      expect([files.length, issues.map(({ code }) => code)]).toEqual([0, ["field-missing"]]);
    });

    it("writes no file where the file is named after it", () => {
      const profile = withPayerColumn(true);
      const payment = { ...profile.payment, fileName: "{payerAccount}.txt" };
      const { files, issues } = encodeBatch({ ...profile, payment }, batch);
      expect([files.length, issues.map(({ code }) => code)]).toEqual([0, ["field-missing"]]);
    });
  });

  it("lets a column of two digits hold 99 payments", () => {
    const fields = [
      { kind: "serial", widthBytes: 2 },
      { kind: "payee-account" },
      { kind: "payee-name" },
      { kind: "amount" },
    ] as const;
    const layout = { ...exampleBank.payment.layout, lines: [{ kind: "detail", fields }] } as const;
    const { files } = encodeBatch(
      { ...exampleBank, payment: { ...exampleBank.payment, layout } },
      batchOf(paymentsOf(100)),
    );
    expect(files.map(({ payments }) => payments.length)).toEqual([99, 1]);
  });

  it("gives parts numbers and names by the profile's templates", () => {
    const payment = {
      ...exampleBank.payment,
      limits: { rowsPerFile: 1 },
      partBatchNumber: "{batchNumber}{part}",
      fileName: "{payerAccount}_{payDate}_{batchNumber}.txt",
    };
    const { files } = encodeBatch({ ...exampleBank, payment }, batchOf(paymentsOf(2), "77"));
    expect(files.map(({ name, batchNumber }) => [name, batchNumber])).toEqual([
      ["100200300400_20240315_7701.txt", "7701"],
      ["100200300400_20240315_7702.txt", "7702"],
    ]);
  });

  it("splits a batch without losing, repeating or reordering a payment", () => {
    const rows = fc.integer({ min: 1, max: 40 });
    const limits = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(rows, limits, (count, rowsPerFile) => {
        const payments = paymentsOf(count);
        const payment = { ...delimitedProfile.payment, limits: { rowsPerFile } };
        const { files, refused } = encodeBatch({ ...delimitedProfile, payment }, batchOf(payments));
        expect(refused).toEqual([]);
        expect(files.flatMap((file) => file.payments)).toEqual(payments);
        expect(files.every((file) => file.payments.length <= rowsPerFile)).toBe(true);
        expect(files.length).toBe(Math.ceil(count / rowsPerFile));
        expect(new Set(files.map(({ batchNumber }) => batchNumber)).size).toBe(files.length);
        expect(files.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe((count * (count + 1)) / 2);
      }),
    );
  });

  it("puts every payment in one file or among the refused", () => {
    const record = fc.record({
      reference: fc.constantFrom("R1", "R2", "R3", "R4", "R5", ""),
      payeeName: fc.constantFrom("张三", "王䶮", "李|四", ""),
      payeeAccount: fc.constantFrom("6299990000000000005", "x"),
      amountFen: fc.integer({ min: -1, max: 3 }).map((amount) => fen(amount)),
      purpose: fc.constantFrom("wage", "income-tax"),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (payments) => {
        const { files, refused } = encodeBatch(exampleBank, batchOf(payments));
        const accounted = [
          ...files.flatMap((file) => file.payments),
          ...refused.map(({ payment }) => payment),
        ];
        expect(accounted).toHaveLength(payments.length);
        expect(new Set(accounted)).toEqual(new Set(payments));
        expect(refused.every(({ row, payment }) => payments[row - 1] === payment)).toBe(true);
      }),
    );
  });

  it("ends lines with a line feed alone where the profile says so", () => {
    const layout = { ...exampleBank.payment.layout, lineEnd: "lf" } as const;
    const { files } = encodeBatch(
      { ...exampleBank, payment: { ...exampleBank.payment, layout } },
      batchOf([paymentOf()]),
    );
    expect(textOf(files[0], "gbk")).toMatch(/^[^\r]*\*\n$/s);
  });

  it("writes the names of columns where the layout has a line for them", () => {
    const { layout } = textResultOf(exampleBank);
    const fields = [
      { kind: "payee-account", headers: ["账号"] },
      { kind: "payee-name", headers: ["户名"] },
      { kind: "amount", headers: ["金额"] },
    ] as const;
    const payment = {
      ...exampleBank.payment,
      layout: { ...layout, lines: [{ kind: "columns" }, { kind: "detail", fields }] },
    } as const;
    const { files } = encodeBatch({ ...exampleBank, payment }, batchOf([paymentOf()]));
    expect(textOf(files[0], "gbk")).toBe("账号|户名|金额\r\n6299990000000000005|张三|4321.00\r\n");
  });
});
