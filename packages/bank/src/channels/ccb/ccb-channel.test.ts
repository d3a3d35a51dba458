import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { paymentOf, paymentsOf } from "../../__fixtures__/payments.js";
import { reconcile } from "../../reconcile.js";
import { changedResults, changedSubmissions } from "../__fixtures__/changed-answers.js";
import { answerFile, messageText, partQuery, submittedBatch } from "../__fixtures__/messages.js";
import { completeResult } from "../complete-result.js";
import { createCredentialEnvelope } from "../credential-envelope.js";
import { redactMessage } from "../redact-message.js";
import { createCcbChannel } from "./ccb-channel.js";

const channel = createCcbChannel({
  customerId: "105584073990057",
  userId: "WLPT01",
  payrollNumber: "360010001",
  usageCode: "01",
  payerAccount: "36001000100050000001",
  notFoundWindowMinutes: 30,
});

describe("a batch", () => {
  it("is a file of account, name and yuan, uploaded and then started", async () => {
    const { files } = await channel.encode(
      submittedBatch([paymentOf(), paymentOf({ reference: "R2", payeeName: "李東", amountFen: fen(6) })]),
    );
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    expect(messageText(file, "gb18030")).toBe(
      "6299990000000000005|张三|4321.00\r\n6299990000000000005|李東|0.06\r\n",
    );
    const upload = channel.uploadOf(file, "D:\\ccb\\20240315093000.txt");
    expect([upload.transaction, upload.idempotencyKey]).toEqual(["6W2102", "B240315-01-F"]);
    expect(messageText(upload)).toContain(
      "<TX_CODE>6W2102</TX_CODE><LANGUAGE>CN</LANGUAGE><TX_INFO><FILE>D:\\ccb\\20240315093000.txt</FILE></TX_INFO>",
    );
    const start = channel.messageOf(file, { bankReference: "F20240315.txt" });
    expect([start.transaction, start.idempotencyKey]).toEqual(["6W2100", "B240315-01"]);
    expect(messageText(start)).toContain(
      "<REQUEST_SN>B240315-01</REQUEST_SN><CUST_ID>105584073990057</CUST_ID>",
    );
    expect(messageText(start)).toContain(
      "<SEND_FILE>F20240315.txt</SEND_FILE><AMOUNT>4321.06</AMOUNT><COUNT>2</COUNT>",
    );
    expect(() => channel.messageOf(file)).toThrow(RangeError);
    expect(() => channel.messageOf({ ...file, content: [new TextEncoder().encode("a|b|0\r\n")] })).toThrow(
      RangeError,
    );
  });

  it("leaves out a name that would shift the columns, and knows 東 from a bar (pitfall 22)", async () => {
    const { refused } = await channel.encode(
      submittedBatch([paymentOf({ payeeName: "张|三" }), paymentOf({ reference: "R2", payeeName: "東" })]),
    );
    expect(refused.map(({ row, issues }) => [row, issues[0]?.code])).toEqual([
      [1, "field-reserved-characters"],
    ]);
  });

  it("has no password in it until it is sent, and none in a log after (pitfall 31)", async () => {
    const { files } = await channel.encode(submittedBatch([paymentOf()]));
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    const start = channel.messageOf(file, { bankReference: "F1" });
    const envelope = createCredentialEnvelope("gb18030", () => ({ PASSWORD: "p<4&ss" }));
    const sealed = await envelope.seal(start);
    const text = sealed.ok ? messageText(sealed.value) : "";
    expect(text).toContain("<PASSWORD>p&lt;4&amp;ss</PASSWORD>");
    expect(messageText(start)).not.toContain("4&amp;ss");
    expect(redactMessage(text)).toContain("<PASSWORD>***</PASSWORD>");
    const twice = await envelope.seal(sealed.ok ? sealed.value : start);
    expect(twice.issues.map(({ code }) => code)).toEqual(["credential-missing"]);
  });
});

describe("a single payment", () => {
  it("is one request, tested as a row of a batch is", () => {
    const single = channel.encodeSingle({ payment: paymentOf({ amountFen: fen(1) }), requestNumber: "S1" });
    const text = single.ok ? messageText(single.value) : "";
    expect(text).toContain(
      "<ACC_NO2>6299990000000000005</ACC_NO2><OTHER_NAME>张三</OTHER_NAME><AMOUNT>0.01</AMOUNT>",
    );
    const refused = channel.encodeSingle({ payment: paymentOf({ amountFen: fen(0) }), requestNumber: "S2" });
    expect(refused.issues.map(({ code }) => code)).toEqual(["amount-not-positive"]);
  });

  it("is asked for by its number", () => {
    const query = channel.encodeSingleQuery({ queryNumber: "Q2", requestNumber: "S1" });
    expect(query.ok && messageText(query.value)).toContain(
      "<TX_INFO><REQUEST_SN1>S1</REQUEST_SN1></TX_INFO>",
    );
  });
});

describe("the answer to a submission", () => {
  const answer = (code: string, info = ""): string =>
    `<?xml version="1.0" encoding="GB2312" standalone="yes" ?><TX><REQUEST_SN>B240315-01</REQUEST_SN><RETURN_CODE>${code}</RETURN_CODE><RETURN_MSG>提交成功</RETURN_MSG>${info}</TX>`;
  it.each([
    ["taken, which pays nobody (pitfall 6)", answer("000000"), "processing"],
    ["another code, whoever gave it", answer("YBLA02000002"), "unknown"],
    ["without a code", "<TX><RETURN_MSG>成功</RETURN_MSG></TX>", "unknown"],
    [
      "with entities",
      '<!DOCTYPE TX [<!ENTITY a "000000">]><TX><RETURN_CODE>&a;</RETURN_CODE></TX>',
      "unknown",
    ],
  ])("%s", async (_, text, status) => {
    const result = await channel.decodeAnswer(answerFile(text, "gb18030"));
    expect(result.ok && result.value.status).toBe(status);
  });

  it("to an upload names the file", async () => {
    const file = answerFile(answer("000000", "<TX_INFO><SEND_FILE>F1.txt</SEND_FILE></TX_INFO>"), "gb18030");
    const result = await channel.decodeAnswer(file);
    expect(result.ok && result.value.bankReference).toBe("F1.txt");
  });
});

describe("the answer to 6W2104", () => {
  // Four payments of 1, 2, 3 and 4 fen.
  const sent = { batchNumber: "B240315-01", payments: paymentsOf(4) };
  const failure = (index: number, amount: string, remark = "帐户户名校验失败"): string => {
    const account = sent.payments[index]?.payeeAccount ?? "";
    return `<OID>9</OID><RECV_ACCNO>${account}</RECV_ACCNO><RECV_ACCNAME>张三</RECV_ACCNAME><AMOUNT>${amount}</AMOUNT><REMARK>${remark}</REMARK>`;
  };
  interface Info {
    readonly status: string;
    readonly made: readonly [number, string];
    readonly missed: readonly [number, string];
    readonly list?: string;
  }
  const answer = ({ status, made, missed, list = "" }: Info): ReturnType<typeof answerFile> =>
    answerFile(
      `<TX><RETURN_CODE>000000</RETURN_CODE><TX_INFO><F_STATUS>${status}</F_STATUS><F_MSG></F_MSG>` +
        `<SUCCESS_AMOUNT>${made[1]}</SUCCESS_AMOUNT><SUCCESS_NUM>${made[0]}</SUCCESS_NUM>` +
        `<FAIL_AMOUNT>${missed[1]}</FAIL_AMOUNT><FAIL_NUM>${missed[0]}</FAIL_NUM>${list}</TX_INFO></TX>`,
      "gb18030",
    );
  const row = (text: string): string => `<FAIL_LIST>${text}</FAIL_LIST>`;
  const standingsOf = async (file: ReturnType<typeof answerFile>): Promise<readonly unknown[]> => {
    const result = await channel.decode(file);
    if (!result.ok) return [result.issues[0]?.code];
    const completed = completeResult([sent], result.value);
    const { rows } = reconcile([sent], completed.ok ? [completed.value] : []);
    return [
      result.value.standing,
      ...rows.map(({ kind }) => kind),
      ...completed.issues.map(({ code }) => code),
    ];
  };
  const [paid, rejected, missing] = ["paid", "rejected", "missing"];

  it.each([
    ["all paid", { status: "1", made: [4, ".10"], missed: [0, "0"] }, ["finished", paid, paid, paid, paid]],
    [
      "processed, not all paid (pitfall 8)",
      { status: "1", made: [3, "0.08"], missed: [1, ".02"], list: row(failure(1, ".02")) },
      ["finished", paid, rejected, paid, paid],
    ],
    [
      "an account that the bank writes in full width",
      {
        status: "1",
        made: [3, "0.08"],
        missed: [1, ".02"],
        list: row(failure(1, ".02").replace("629", "６２９")),
      },
      ["finished", paid, rejected, paid, paid],
    ],
    [
      "two failures in one list",
      {
        status: "1",
        made: [2, "0.03"],
        missed: [2, "0.07"],
        list: row(`<ITEM>${failure(3, "0.04")}</ITEM><ITEM>${failure(2, ".03")}</ITEM>`),
      },
      ["finished", paid, paid, rejected, rejected],
    ],
    [
      "failures counted and not listed",
      { status: "1", made: [3, "0.08"], missed: [1, ".02"] },
      ["finished", missing, missing, missing, missing],
    ],
    [
      "totals that are off by a fen",
      { status: "1", made: [3, "0.09"], missed: [1, ".02"], list: row(failure(1, ".02")) },
      ["finished", missing, rejected, missing, missing, "outcomes-contradict-totals"],
    ],
    [
      "a failure of somebody else",
      {
        status: "1",
        made: [3, "0.08"],
        missed: [1, ".02"],
        list: row(failure(9, ".02").replace("<RECV_ACCNO>", "<RECV_ACCNO>6299999999999999999")),
      },
      ["finished", missing, missing, missing, missing, "unexpected", "outcomes-contradict-totals"],
    ],
    [
      "all failed",
      { status: "0", made: [0, "0"], missed: [4, "0.10"] },
      ["rejected", rejected, rejected, rejected, rejected],
    ],
    [
      "all failed, but some are counted as made",
      { status: "0", made: [1, ".02"], missed: [3, "0.08"] },
      ["rejected", missing, missing, missing, missing],
    ],
    [
      "being gone through",
      { status: "2", made: [0, "0"], missed: [0, "0"] },
      ["processing", missing, missing, missing, missing],
    ],
    [
      "a status that nobody knows",
      { status: "9", made: [4, "0.10"], missed: [0, "0"] },
      ["unknown", missing, missing, missing, missing],
    ],
  ] as const)("%s", async (_, info, expected) => {
    const found = await standingsOf(answer(info));
    expect(found).toEqual([...expected]);
  });

  it("gives the reason of a remark word for word", async () => {
    const reasonOf = async (remark: string): Promise<unknown> => {
      const result = await channel.decode(
        answer({ status: "1", made: [3, "0.08"], missed: [1, ".02"], list: row(failure(1, ".02", remark)) }),
      );
      return result.ok && result.value.outcomes[0]?.reason;
    };
    expect([
      await reasonOf("帐户户名校验失败"),
      await reasonOf("户名校验"),
      await reasonOf("constructor"),
    ]).toEqual(["name-mismatch", "other", "other"]);
  });

  it("of two equal payments, one failed: which is which is not told (pitfall 10)", async () => {
    const [one] = sent.payments;
    const equal = {
      batchNumber: "B240315-01",
      payments: one === undefined ? [] : [one, { ...one, reference: "R9" }],
    };
    const result = await channel.decode(
      answer({
        status: "1",
        made: [1, ".01"],
        missed: [1, ".01"],
        list: row(failure(0, ".01").replace("张三", one?.payeeName ?? "")),
      }),
    );
    const completed = completeResult([equal], result.ok ? result.value : { file: "", outcomes: [] });
    const { totals, issues } = reconcile([equal], completed.ok ? [completed.value] : []);
    expect([totals.paid.count, totals.rejected.count]).toEqual([1, 1]);
    expect(issues.map(({ code }) => code)).toEqual(["match-ambiguous"]);
  });

  it("says not found by its code, and nothing by another (pitfall 5)", async () => {
    const codes = ["0130Z110BB22", "0130Z110BB2"];
    const results = await Promise.all(
      codes.map((code) => channel.decode(answerFile(`<TX><RETURN_CODE>${code}</RETURN_CODE></TX>`))),
    );
    expect(results.map((result) => result.ok && result.value.standing)).toEqual(["not-found", "unknown"]);
  });

  it("is asked for by the number of the start", () => {
    const query = channel.encodeQuery(partQuery);
    expect(query.ok && messageText(query.value)).toContain(
      "<TX_CODE>6W2104</TX_CODE><LANGUAGE>CN</LANGUAGE><TX_INFO><REQUEST_SN1>B240315-01</REQUEST_SN1>",
    );
  });
});

describe("changed answers", () => {
  const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) / 2;
  it("to a submission are processing or unknown, and never throw", async () => {
    const submission =
      "<TX><RETURN_CODE>000000</RETURN_CODE><TX_INFO><SEND_FILE>F</SEND_FILE></TX_INFO></TX>";
    expect(await changedSubmissions(channel, submission, runs)).toEqual({ whole: "processing", unsound: [] });
  });

  it("to a query are read, or refused with an issue, and never throw", async () => {
    const queried =
      "<TX><RETURN_CODE>000000</RETURN_CODE><TX_INFO><F_STATUS>1</F_STATUS><SUCCESS_AMOUNT>1.00</SUCCESS_AMOUNT><SUCCESS_NUM>1</SUCCESS_NUM><FAIL_AMOUNT>.01</FAIL_AMOUNT><FAIL_NUM>1</FAIL_NUM><FAIL_LIST><RECV_ACCNO>1</RECV_ACCNO><RECV_ACCNAME>東</RECV_ACCNAME><AMOUNT>.01</AMOUNT><REMARK>r</REMARK></FAIL_LIST></TX_INFO></TX>";
    expect(await changedResults(channel, queried, runs)).toEqual({ whole: "finished", unsound: [] });
  });
});
