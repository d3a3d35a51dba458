import { fen, plainDate, sm3 } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { exampleBank, textResultOf } from "./__fixtures__/example-bank.js";
import { batchOf, payer, paymentOf, paymentsOf, textOf } from "./__fixtures__/payments.js";
import type { BankAdapter, BatchResult, PaymentOutcome } from "./adapter.js";
import { readBase64, writeBase64 } from "./channels/base64-text.js";
import { createBocChannel } from "./channels/boc/boc-channel.js";
import { decideResend } from "./resubmission.js";
import { encodeAccepted } from "./encoding.js";
import type { OutcomeStatus, StatusMeaning } from "./outcome.js";
import { repay } from "./repayment.js";
import { createProfileAdapter } from "./profile-adapter.js";
import type { BankProfile } from "./profile.js";
import { delimitedProfile, fixedWidthProfile } from "./profiles/tongchou.js";
import { readBatch } from "./reading/batch-reader.js";
import { joinBytes } from "./reading/file-lines.js";
import { decodeResult } from "./reading/result-reader.js";
import { reconcile } from "./reconcile.js";
import { encodeBatch } from "./writing/batch-writer.js";

const profiles = [delimitedProfile, fixedWidthProfile, exampleBank];
const account = "6299990000000000005";

function withLimit(profile: BankProfile, rowsPerFile: number): BankProfile {
  return { ...profile, payment: { ...profile.payment, limits: { rowsPerFile } } };
}

function withStatuses(statuses: Readonly<Record<string, StatusMeaning>>): BankProfile {
  return { ...exampleBank, result: { ...textResultOf(exampleBank), statuses } };
}

/** Outcomes of a result of the example bank, whose first line has the names of columns. */
function answerOf(lines: readonly string[], profile: BankProfile = exampleBank): readonly PaymentOutcome[] {
  const result = decodeResult(profile, {
    name: "answer.txt",
    content: encodeAccepted(lines.join("\n"), "gbk"),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.outcomes;
}

const columns = "收款账号|收款户名|金额|处理状态|失败原因|自定义流水";

// What has gone wrong in published code that writes and reads the files of Chinese banks.
describe("pitfalls of bank files", () => {
  it("pitfall 1, fen and yuan: the same batch has the same total in every format", () => {
    const payments = paymentsOf(120);
    const totals = profiles.map((profile) => {
      const read = readBatch(profile, encodeBatch(profile, batchOf(payments)).files);
      const amounts = read.ok
        ? read.value.flatMap((part) => part.payments.map(({ amountFen }) => amountFen))
        : [];
      return amounts.reduce((sum, amount) => sum + amount, 0);
    });
    expect(totals).toEqual([7260, 7260, 7260]);
  });

  it("pitfall 2, totals and count: a sample with 1 payment of 0.01 in its header and two of 21.01 behind it is refused", () => {
    const lines = [
      "RMB|20240315|0.01|1|",
      `0001|${account}|张三||21.01|工资|R1|`,
      `0002|${account}|李四||21.01|工资|R2|`,
    ];
    const content = encodeAccepted([...lines, "*"].join("\n"), "gbk");
    const { issues } = readBatch(exampleBank, [{ name: "sample.txt", content }]);
    expect(issues.map(({ code }) => code)).toEqual(["total-count-differs", "total-amount-differs"]);
  });

  it("pitfall 3, duplicate batch number: a batch written again has the same numbers, with a payment more or less too", () => {
    const profile = withLimit(delimitedProfile, 2);
    const numbers = (count: number): readonly string[] =>
      encodeBatch(profile, batchOf(paymentsOf(count))).files.map(({ batchNumber }) => batchNumber);
    expect(numbers(4)).toEqual(["B240315-01", "B240315-02"]);
    expect(numbers(3)).toEqual(numbers(4));
    expect(numbers(5)).toEqual([...numbers(4), "B240315-03"]);
    const bytes = (): readonly Uint8Array[] =>
      encodeBatch(profile, batchOf(paymentsOf(4))).files.map(({ content }) => joinBytes(content));
    expect(bytes()).toEqual(bytes());
  });

  it("pitfall 4, time-outs: no time-out and no wait makes a part fit to be sent again, only the bank's word", () => {
    const sent = { kind: "sent", at: "2024-03-15T09:30:00" } as const;
    const lost = { kind: "unanswered", at: "2024-03-15T09:31:00" } as const;
    const part = { notFoundWindowMinutes: 30 };
    expect(decideResend({ ...part, events: [sent, lost] })).toBe("ask");
    const late = { kind: "unanswered", at: "2024-04-15T09:31:00" } as const;
    expect(decideResend({ ...part, events: [sent, lost, late] })).toBe("ask");
    const { files } = encodeBatch(exampleBank, batchOf([paymentOf()]));
    const { rows } = reconcile(files, []);
    expect(rows.map(({ kind }) => kind)).toEqual(["missing"]);
    expect(
      repay({ payment: paymentOf(), standing: "missing", reference: "R2", usedReferences: new Set() }).ok,
    ).toBe(false);
  });

  it.each([
    ["2024-03-15T09:59:59", "wait"],
    ["2024-03-15T10:00:00", "send-again"],
  ])("pitfall 5, not found: at %s, of a bank that takes 30 minutes, it means %s", (at, decision) => {
    const sent = { kind: "sent", at: "2024-03-15T09:30:00" } as const;
    const asked = { kind: "queried", at, standing: "not-found" } as const;
    const part = { notFoundWindowMinutes: 30 };
    expect(decideResend({ ...part, events: [sent, asked] })).toBe(decision);
  });

  it("pitfall 6, acceptance taken for success: accepted and waiting are processing", () => {
    const lines = ["H|B1|1|5", `D|1|R1|${account}|张三|5|ACCEPTED|`, "T|1|5"];
    expect(answerOf(lines, delimitedProfile)[0]?.status).toBe("processing");
    expect(answerOf([columns, `${account}|张三|0.05|等待银行处理||R1`])[0]?.status).toBe("processing");
  });

  it.each(["部分成功", "未成功", "提交成功", "成功!", "不成功", "成功（部分）"])(
    "pitfall 7, substring search: %s is not 成功",
    (text) => {
      const profile = withStatuses({ 成功: { outcome: "paid" } });
      expect(answerOf([columns, `${account}|张三|0.05|成功||R1`], profile)[0]?.status).toBe("paid");
      expect(answerOf([columns, `${account}|张三|0.05|${text}||R1`], profile)[0]?.status).toBe("unknown");
    },
  );

  it("pitfall 8, partial success: what was paid is the sum of the lines, not a word about the file", () => {
    const payments = paymentsOf(3);
    const lines = payments.map(({ payeeAccount, payeeName, amountFen, reference }, index) => {
      const status = index === 1 ? "处理失败" : "处理成功";
      return [payeeAccount, payeeName, `0.0${amountFen}`, status, "", reference].join("|");
    });
    const outcomes = answerOf(["处理结果: 全部成功", columns, ...lines]);
    const { totals } = reconcile(encodeBatch(exampleBank, batchOf(payments)).files, [
      { file: "answer.txt", outcomes },
    ]);
    expect([totals.paid, totals.rejected]).toEqual([
      { count: 2, amountFen: 4 },
      { count: 1, amountFen: 2 },
    ]);
  });

  it("pitfall 9, returns days later: paid becomes returned", () => {
    const { files } = encodeBatch(exampleBank, batchOf([paymentOf({ amountFen: fen(5) })]));
    const results = ["处理成功", "已退汇"].map((status) => ({
      file: status,
      outcomes: answerOf([columns, `${account}|张三|0.05|${status}||R1`]),
    }));
    expect(reconcile(files, results.slice(0, 1)).rows[0]?.kind).toBe("paid");
    expect(reconcile(files, results).rows[0]?.kind).toBe("returned");
  });

  it("pitfall 9, returns days later: what came back is paid again as a new line, with a new reference", () => {
    const returned = { payment: paymentOf(), standing: "returned", usedReferences: new Set(["R1"]) } as const;
    expect(repay({ ...returned, reference: "R1" }).issues[0]?.code).toBe("repayment-reference-used");
    const again = repay({ ...returned, reference: "R1-2" });
    expect(again.ok && again.value.reference).toBe("R1-2");
  });

  it("pitfall 10, match by account, name and amount: of two equal payments one failed, and that is said", () => {
    const { files } = encodeBatch(exampleBank, batchOf([paymentOf(), paymentOf({ reference: "R2" })]));
    const lines = ["处理成功", "处理失败"].map((status) => `${account}|张三|4321.00|${status}||`);
    const { rows, issues } = reconcile(files, [
      { file: "answer.txt", outcomes: answerOf([columns, ...lines]) },
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(["paid", "rejected"]);
    expect(issues.map(({ code }) => code)).toEqual(["match-ambiguous"]);
  });

  it.each([130, 800, 1000, 3000])(
    "pitfall 11, row limits: %i payments a file, each part with a number of its own",
    (limit) => {
      const { files } = encodeBatch(withLimit(fixedWidthProfile, limit), batchOf(paymentsOf(limit + 1)));
      expect(files.map(({ batchNumber, payments }) => [batchNumber, payments.length])).toEqual([
        ["B240315-01", limit],
        ["B240315-02", 1],
      ]);
      expect(encodeBatch(fixedWidthProfile, batchOf([])).issues.map(({ code }) => code)).toEqual([
        "batch-empty",
      ]);
    },
  );

  it("pitfall 12, multi-part totals: each part says its own and the batch's, and a lost part is noticed", () => {
    const profile = withLimit(delimitedProfile, 2);
    const { files } = encodeBatch(profile, batchOf(paymentsOf(3)));
    const headers = files
      .map((file) => (textOf(file).split("\r\n")[0] ?? "").split("|"))
      .map((cells) => [...cells.slice(2, 4), ...cells.slice(7)]);
    expect(headers).toEqual([
      ["1", "2", "2", "3", "3", "6"],
      ["2", "2", "1", "3", "3", "6"],
    ]);
    expect(readBatch(profile, files).ok).toBe(true);
    expect(readBatch(profile, files.slice(0, 1)).issues.map(({ code }) => code)).toContain(
      "parts-incomplete",
    );
  });

  it.each([
    [
      "付款账号|付款单位名称|收款账号|收款单位名称|金额|处理状态|自定义流水",
      ["100200300400", payer.name, account, "张三"],
    ],
    [
      "收款账号|收款单位名称|付款账号|付款单位名称|金额|处理状态|自定义流水",
      [account, "张三", "100200300400", payer.name],
    ],
    [
      "#收款账号|收款单位名称|付款账号|付款单位名称|金额|处理状态|自定义流水|",
      [account, "张三", "100200300400", payer.name],
    ],
  ])("pitfall 13, column order: under %s the payee is the payee", (names, cells) => {
    const [outcome] = answerOf(["[BatchPayDetail]", names, [...cells, "0.05", "处理成功", "R1"].join("|")]);
    expect([outcome?.payeeAccount, outcome?.payeeName]).toEqual([account, "张三"]);
  });

  it("pitfall 14, empty columns: a||b| keeps its empty column", () => {
    const text = textOf(encodeBatch(exampleBank, batchOf([paymentOf()])).files[0], "gbk");
    expect(text).toContain(`|${account}|张三||4321.00|工资|R1|\r\n`);
    expect(answerOf([columns, `${account}|张三|0.05|处理成功||R1`])[0]).toMatchObject({
      reasonText: undefined,
      reference: "R1",
    });
  });

  it.each([
    [".01", 1],
    ["1,234.00元", 123_400],
    [" 1234.5\t", 123_450],
  ])("pitfall 15, amounts as banks write them: %j is %i fen", (text, amount) => {
    expect(answerOf([columns, `${account}|张三|${text}|处理成功||R1|`])[0]?.amountFen).toBe(amount);
  });

  it("pitfall 16, spreadsheets: three decimals behind two shown ones are refused", () => {
    const content = encodeAccepted([columns, `${account}|张三|3500.005|处理成功||R1`].join("\n"), "gbk");
    const result = decodeResult(exampleBank, { name: "answer.txt", content });
    expect(result.issues.map(({ code }) => code)).toEqual(["money-too-precise"]);
    expect(result.ok && result.value.outcomes).toEqual([]);
  });

  it.each([0.1 + 0.2, 1e21, Number.NaN, 30.000000000000004])(
    "pitfall 17, floating point: %f fen are refused, not rounded",
    (amount) => {
      const payment = { ...paymentOf(), amountFen: amount as ReturnType<typeof fen> };
      const { files, issues } = encodeBatch(exampleBank, batchOf([payment]));
      expect(files).toEqual([]);
      expect(issues.map(({ code }) => code)).toContain("amount-not-positive");
    },
  );

  it("pitfall 18, declared encodings: what calls itself GB2312 or GBK is read with all of GB18030", () => {
    const line = [0xcd, 0xf5, 0xfe, 0x9f, 0x99, 0x33, 0xaa, 0x34];
    const head = encodeAccepted(`${columns}\n${account}|`, "gbk");
    const tail = encodeAccepted("|0.05|处理成功||R1", "gbk");
    const content = new Uint8Array([...head, ...line, ...tail]);
    const result = decodeResult(exampleBank, { name: "answer.txt", content });
    expect(result.ok && result.value.outcomes[0]?.payeeName).toBe("王䶮𬭚");
  });

  it("pitfall 20, wrapped Base64: a signature that a bank broke into lines is read, and what is none is not", () => {
    const signature = Uint8Array.from({ length: 72 }, (_, index) => index * 3);
    const wrapped = writeBase64(signature).replace(/.{64}/g, "$&\r\n");
    expect(wrapped).toContain("\r\n");
    expect(readBase64(wrapped)).toEqual(signature);
    expect(readBase64("null!")).toBeUndefined();
  });

  it("pitfall 21, fixed width counts bytes: two Chinese characters shift nothing", () => {
    const names = ["张三", "ab", "李東", "買買提·東"];
    const payments = names.map((payeeName, index) => paymentOf({ reference: `R${index}`, payeeName }));
    const [file] = encodeBatch(fixedWidthProfile, batchOf(payments)).files;
    const lengths = latin1(joinBytes(file?.content ?? []))
      .split("\r\n")
      .map((line) => line.length);
    // The widths of the header, of the payments' lines and of the trailer, added up from the layout.
    const header = 1 + 40 + 4 + 4 + 8 + 40 + 140 + 8 + 16 + 8 + 16;
    const detail = 1 + 8 + 32 + 40 + 140 + 140 + 12 + 16 + 40;
    expect(lengths).toEqual([header, detail, detail, detail, detail, 1 + 8 + 16, 0]);
  });

  it.each(["東", "瑋", "韡"])("pitfall 22, second byte 0x7C: %s is no column border", (character) => {
    const payment = paymentOf({ payeeName: `李${character}`, amountFen: fen(5) });
    for (const profile of profiles) {
      const { files } = encodeBatch(profile, batchOf([payment]));
      expect(latin1(joinBytes(files[0]?.content ?? []))).toContain("\x7c");
      const read = readBatch(profile, files);
      expect(read.ok && read.value[0]?.payments[0]?.payeeName).toBe(`李${character}`);
    }
    expect(answerOf([columns, `${account}|李${character}|0.05|处理成功||R1`])[0]?.payeeName).toBe(
      `李${character}`,
    );
  });

  it.each(["王䶮", "李㛃", "陈𬭚", "张\u{E863}"])(
    "pitfall 23, no question mark: %s is refused in GBK with its row and column",
    (payeeName) => {
      const payments = [paymentOf(), paymentOf({ reference: "R2", payeeName })];
      const { files, issues } = encodeBatch(exampleBank, batchOf(payments));
      expect(issues.map(({ code, path, place }) => [code, path, place?.row])).toEqual([
        ["character-unmappable", "/payments/1/payeeName", 2],
      ]);
      expect(latin1(joinBytes(files[0]?.content ?? []))).not.toContain("?");
    },
  );

  it.each(["•", "‧", "・", "･", "．"])(
    "pitfall 24, interpuncts: separator %s of a name is written as A1A4",
    (separator) => {
      const payment = paymentOf({ payeeName: `买买提${separator}艾力` });
      const [file] = encodeBatch(exampleBank, batchOf([payment])).files;
      expect(latin1(joinBytes(file?.content ?? []))).toContain("\xcc\xe1\xa1\xa4\xb0\xac");
    },
  );

  it.each([
    ["户名不符", "name-mismatch"],
    ["账户已销户", "account-closed"],
    ["卡已挂失", "card-lost"],
    ["系统忙", undefined],
  ])("pitfall 25, reasons: %s is %s", (text, reason) => {
    expect(answerOf([columns, `${account}|张三|0.05|处理失败|${text}|R1`])[0]).toMatchObject({
      reasonText: text,
      ...(reason === undefined ? {} : { reason }),
    });
  });

  it("pitfall 26, defective success: it is money that left, not a payment, until a later word", () => {
    const { files } = encodeBatch(exampleBank, batchOf([paymentOf()]));
    const resultOf = (status: OutcomeStatus, file: string): BatchResult => ({
      file,
      outcomes: [{ row: 1, status, statusText: status, reference: "R1" }],
    });
    const doubtful = resultOf("unconfirmed", "today");
    const kindOf = (results: readonly BatchResult[]) => reconcile(files, results).rows[0]?.kind;
    expect(kindOf([doubtful])).toBe("unconfirmed");
    expect(
      repay({ payment: paymentOf(), standing: "unconfirmed", reference: "R2", usedReferences: new Set() }).ok,
    ).toBe(false);
    expect(kindOf([doubtful, resultOf("rejected", "tomorrow")])).toBe("rejected");
    expect(kindOf([doubtful, resultOf("paid", "tomorrow")])).toBe("paid");
  });

  it("pitfall 28, cut-over: a result of the bank's next day answers the payment of the day before", () => {
    const { files } = encodeBatch(exampleBank, {
      ...batchOf([paymentOf()]),
      payDate: plainDate("2024-12-31"),
    });
    const lines = ["查询时间: 20250101 00:00:07", columns, `${account}|张三|4321.00|处理成功||R1`];
    const { rows, issues } = reconcile(files, [{ file: "2025-01-01", outcomes: answerOf(lines) }]);
    expect([rows.map(({ kind }) => kind), issues]).toEqual([["paid"], []]);
  });

  it.each([
    ["5", "<toibkn></toibkn>"],
    ["7", "<toibkn></toibkn>"],
    ["6", "<toibkn>313424000010</toibkn>"],
  ] as const)("pitfall 29, b2e0078: with the card type %s it has %s", async (cardType, expected) => {
    const ids = { terminalId: "E1", customerId: "1", operatorId: "2", payerBankNumber: "40142", use: "EC" };
    const bankOfPayee = cardType === "7" ? {} : { payeeBankName: "九江银行", payeeCnapsCode: "313424000010" };
    const batch = { ...batchOf([paymentOf(bankOfPayee)]), submittedAt: "2024-03-15T09:30:00" };
    const { files } = await createBocChannel({ ...ids, cardType }).encode(batch);
    expect(textOf(files[0], "utf-8")).toContain(expected);
  });

  it("pitfall 30, turn of the year: the date has its year", () => {
    const dates = ["2024-12-31", "2025-01-01"].map((day) => {
      const batch = { ...batchOf([paymentOf()]), payDate: plainDate(day) };
      return textOf(encodeBatch(delimitedProfile, batch).files[0]).split("|")[4];
    });
    expect(dates).toEqual(["20241231", "20250101"]);
  });

  it("pitfall 32, hash trailers: an adapter around a profile writes and tests a last line of its own", async () => {
    const profileAdapter = createProfileAdapter(exampleBank);
    const trailerOf = (bytes: Uint8Array): Uint8Array =>
      encodeAccepted(
        `HASH|${Array.from(sm3(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("")}`,
        "gbk",
      );
    const trailerBytes = 5 + 64;
    const adapter: BankAdapter = {
      ...profileAdapter,
      async decode({ name, content }) {
        const bytes = content instanceof Uint8Array ? content : new Uint8Array();
        const inner = bytes.slice(0, -trailerBytes);
        const isWhole = latin1(bytes.slice(-trailerBytes)) === latin1(trailerOf(inner));
        return isWhole ? profileAdapter.decode({ name, content: inner }) : { ok: false, issues: [] };
      },
    };
    const inner = encodeAccepted(`${columns}\n${account}|张三|0.05|处理成功||R1\n`, "gbk");
    const content = joinBytes([inner, trailerOf(inner)]);
    const read = await adapter.decode({ name: "answer.txt", content });
    expect(read.ok && read.value.outcomes[0]?.status).toBe("paid");
    const changed = content.map((byte, index) => (index === inner.length - 2 ? 0x32 : byte));
    expect((await adapter.decode({ name: "answer.txt", content: changed })).ok).toBe(false);
  });
});

/** One character for each byte. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
