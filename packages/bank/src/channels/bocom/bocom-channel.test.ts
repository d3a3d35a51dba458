import { describe, expect, it } from "vitest";
import { paymentsOf } from "../../__fixtures__/payments.js";
import { reconcile } from "../../reconcile.js";
import { changedResults, changedSubmissions } from "../__fixtures__/changed-answers.js";
import { answerFile, messageText, partQuery, submittedBatch } from "../__fixtures__/messages.js";
import { readBocomBatch } from "./bocom-batch.js";
import { createBocomChannel } from "./bocom-channel.js";

const options = {
  corporationNumber: "8000500436",
  userNumber: "22222",
  payrollNumber: "3100012379",
  transaction: "330003",
  summary: "三月工资",
} as const;
const channel = createBocomChannel(options);

describe("a 330003 message", () => {
  it("has totals that hold, yuan, and our own number on each row", async () => {
    const { files } = await channel.encode(submittedBatch(paymentsOf(2)));
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    const text = messageText(file);
    expect(
      text.startsWith(
        "<ap><head><tr_code>330003</tr_code><corp_no>8000500436</corp_no><user_no>22222</user_no><req_no>B240315-01</req_no><tr_acdt>20240315</tr_acdt><tr_time>093000</tr_time><atom_tr_count>1</atom_tr_count><channel>0</channel><reserved></reserved></head><body><cert_no>B240315-01</cert_no>",
      ),
    ).toBe(true);
    expect(text).toContain(
      "<type>S</type><sum>2</sum><sum_amt>0.03</sum_amt><pay_month>202403</pay_month><summary>三月工资</summary><busi_no>3100012379</busi_no><selsec_flg>0</selsec_flg><tran><rcd>",
    );
    expect(text).toContain("<card_flag>0</card_flag><amt>0.02</amt><busino>R2</busino>");
    expect(channel.messageOf(file)).toMatchObject({ transaction: "330003", idempotencyKey: "B240315-01" });
    const changed = new TextEncoder().encode(text.replace("<amt>0.02", "<amt>0.03"));
    expect(() => channel.messageOf({ ...file, content: [changed] })).toThrow(RangeError);
  });

  it("is 330002 without the flag", async () => {
    const { files } = await createBocomChannel({ ...options, transaction: "330002" }).encode(
      submittedBatch(paymentsOf(1)),
    );
    expect(messageText(files[0])).not.toContain("selsec_flg");
  });
});

describe("readBocomBatch", () => {
  const rcd = (amount: string): string =>
    `<rcd><card_no>1</card_no><acname>测试账号</acname><card_flag>0</card_flag><amt>${amount}</amt><busino>1</busino></rcd>`;
  const message = (count: string, sum: string, rows: string): Uint8Array => {
    const text = `<ap><head><tr_code>330003</tr_code></head><body><cert_no>TEST01234</cert_no><type>S</type><sum>${count}</sum><sum_amt>${sum}</sum_amt><tran>${rows}</tran></body></ap>`;
    const { content } = answerFile(text, "gbk");
    return content instanceof Uint8Array ? content : new Uint8Array();
  };

  it.each([
    [
      "the sample that goes round in public (pitfall 2)",
      "1",
      "0.01",
      rcd("21.01") + rcd("21.01"),
      "sum-differs",
    ],
    ["a count that is off", "1", "42.02", rcd("21.01") + rcd("21.01"), "sum-differs"],
    ["a sum that is off by a fen", "2", "42.03", rcd("21.01") + rcd("21.01"), "sum-differs"],
    [
      "a sum with three decimals (pitfall 16)",
      "2",
      "42.020",
      rcd("21.01") + rcd("21.01"),
      "answer-unreadable",
    ],
    ["a row without an amount", "1", "0.01", "<rcd></rcd>", "row-unreadable"],
    ["an amount in another notation (pitfall 17)", "1", "0.01", rcd("1e-2"), "row-unreadable"],
    ["no count", "", "0.01", rcd("0.01"), "answer-unreadable"],
  ])("refuses %s", (_, count, sum, rows, code) => {
    expect(readBocomBatch(message(count, sum, rows), "sample.xml").issues.map((issue) => issue.code)).toEqual(
      [code],
    );
  });

  it("takes totals that hold", () => {
    const batch = readBocomBatch(message("2", "42.02", rcd("21.01") + rcd("21.01")), "sample.xml");
    expect(batch).toMatchObject({
      ok: true,
      value: { transaction: "330003", batchNumber: "TEST01234", totals: { count: 2, amountFen: 4202 } },
    });
  });
});

describe("answers", () => {
  const query = {
    transaction: "330099",
    numberElement: "cert_no",
    statusElement: "stat",
    reasonElement: "memo",
    statuses: { 入账成功: { outcome: "paid" }, 入账失败: { outcome: "rejected", reason: "other" } },
    notFoundCodes: ["9999"],
  } as const;
  const agreed = createBocomChannel({ ...options, query });
  const answer = (code: string, body = ""): ReturnType<typeof answerFile> =>
    answerFile(`<ap><head><particular_code>${code}</particular_code></head>${body}</ap>`, "gbk");
  const rows = (...statuses: readonly string[]): string => {
    const all = statuses.map(
      (status, index) =>
        `<rcd><card_no></card_no><amt>0.0${index + 1}</amt><busino>R${index + 1}</busino><stat>${status}</stat><memo>m</memo></rcd>`,
    );
    const sum = [0, 1, 3, 6][statuses.length] ?? 0;
    return `<body><cert_no>B240315-01</cert_no><sum>${statuses.length}</sum><sum_amt>0.0${sum}</sum_amt><tran>${all.join("")}</tran></body>`;
  };

  it.each([
    ["taken", answer("0000"), "processing"],
    ["another code", answer("0001"), "unknown"],
    ["no code", answer(""), "unknown"],
  ])("to a batch: %s", async (_, file, status) => {
    const result = await channel.decodeAnswer(file);
    expect(result.ok && result.value.status).toBe(status);
  });

  it("to a query are matched by our own number; words that only contain success are unknown (pitfall 7)", async () => {
    const result = await agreed.decode(answer("0000", rows("入账成功", "未入账成功", "入账失败")));
    if (!result.ok) throw new Error("not read");
    expect(result.value.standing).toBe("processing");
    const sent = { batchNumber: "B240315-01", payments: paymentsOf(3) };
    expect(reconcile([sent], [result.value]).rows.map(({ kind }) => kind)).toEqual([
      "paid",
      "unknown",
      "rejected",
    ]);
    expect(result.issues.map(({ code, place }) => [code, place?.row])).toEqual([["status-unknown", 1]]);
  });

  it("to a query without payments do not say that the batch is through", async () => {
    const result = await agreed.decode(answer("0000", rows()));
    expect(result.ok && result.value.standing).toBe("unknown");
  });

  it("to a query are refused where their totals do not hold", async () => {
    const result = await agreed.decode(answer("0000", rows("入账成功").replace("<sum>1<", "<sum>2<")));
    expect(result.issues.map(({ code }) => code)).toEqual(["sum-differs"]);
  });

  it("to a query say not found by the agreed code only", async () => {
    const standings = await Promise.all(["9999", "9998"].map((code) => agreed.decode(answer(code))));
    expect(standings.map((result) => result.ok && result.value.standing)).toEqual(["not-found", "unknown"]);
  });

  it("are not asked for where no query was agreed", async () => {
    expect(channel.encodeQuery(partQuery).issues.map(({ code }) => code)).toEqual(["query-not-agreed"]);
    expect((await channel.decode(answer("0000", rows()))).issues.map(({ code }) => code)).toEqual([
      "query-not-agreed",
    ]);
    const asked = agreed.encodeQuery(partQuery);
    expect(asked.ok && messageText(asked.value)).toContain("<body><cert_no>B240315-01</cert_no></body>");
  });
});

describe("changed answers", () => {
  const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) / 2;
  const statuses = { 入账成功: { outcome: "paid" } } as const;
  const query = { transaction: "1", numberElement: "cert_no", statusElement: "stat", statuses };
  const agreed = createBocomChannel({ ...options, query });
  it("to a submission are processing or unknown, and never throw", async () => {
    const submission =
      "<ap><head><particular_code>0000</particular_code></head><body><cert_no>B1-01</cert_no></body></ap>";
    expect(await changedSubmissions(agreed, submission, runs)).toEqual({ whole: "processing", unsound: [] });
  });

  it("to a query are read, or refused with an issue, and never throw", async () => {
    const queried =
      "<ap><head><particular_code>0000</particular_code></head><body><cert_no>B1-01</cert_no><sum>1</sum><sum_amt>0.01</sum_amt><tran><rcd><acname>東</acname><amt>0.01</amt><busino>R1</busino><stat>入账成功</stat></rcd></tran></body></ap>";
    expect(await changedResults(agreed, queried, runs)).toEqual({ whole: "finished", unsound: [] });
  });
});
