import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { paymentOf, paymentsOf } from "../../__fixtures__/payments.js";
import { reconcile } from "../../reconcile.js";
import { changedResults, changedSubmissions } from "../__fixtures__/changed-answers.js";
import { answerFile, messageText, partQuery, submittedBatch } from "../__fixtures__/messages.js";
import { completeResult } from "../complete-result.js";
import { createBocChannel } from "./boc-channel.js";

const options = {
  terminalId: "E163083136140",
  customerId: "133812368",
  operatorId: "136140253",
  payerBankNumber: "40142",
  use: "EC",
} as const;
const channel = createBocChannel({ ...options, cardType: "7" });
const byBank = { payeeBankName: "九江银行", payeeCnapsCode: "313424000010" };

describe("a b2e0078 message", () => {
  it("has the batch's totals in yuan, and no token", async () => {
    const { files } = await channel.encode(
      submittedBatch([paymentOf(), paymentOf({ reference: "R2", amountFen: fen(6) })]),
    );
    const text = messageText(files[0], "utf-8");
    expect(
      text.startsWith(
        '<?xml version="1.0" encoding="UTF-8"?><bocb2e version="100" security="true" lang="chs"><head><termid>E163083136140</termid><trnid>B240315-01</trnid><custid>133812368</custid><cusopr>136140253</cusopr><trncod>b2e0078</trncod><token>__credential_token__</token></head><trans><trn-b2e0078-rq><b2e0078-rq><insid>B240315-01</insid>',
      ),
    ).toBe(true);
    expect(text).toContain(
      "<pybcur>CNY</pybcur><pybamt>4321.06</pybamt><pybnum>2</pybnum><crdtyp>7</crdtyp><furinfo>EC</furinfo><useinf></useinf><trfdate>20240315</trfdate><detail>",
    );
    expect(text).toContain(
      "<toactn>6299990000000000005</toactn><pydcur>CNY</pydcur><pydamt>0.06</pydamt><toname>张三</toname>",
    );
  });

  // A toibkn that is filled with the card type 5 or 7 is refused by the bank.
  it.each([
    ["7", {}, "<toibkn></toibkn><tobank></tobank>"],
    [
      "7",
      { payeeBankName: "中国银行九江分行", payeeCnapsCode: "104424000018" },
      "<toibkn></toibkn><tobank></tobank>",
    ],
    ["5", byBank, "<toibkn></toibkn><tobank></tobank>"],
    ["6", byBank, "<toibkn>313424000010</toibkn><tobank>九江银行</tobank>"],
  ] as const)(
    "with the card type %s and the bank %j writes %s (pitfall 29)",
    async (cardType, values, expected) => {
      const { files, issues } = await createBocChannel({ ...options, cardType }).encode(
        submittedBatch([paymentOf(values)]),
      );
      expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(messageText(files[0], "utf-8")).toContain(expected);
    },
  );

  it.each([
    ["7", byBank, "payee-bank-mismatch"],
    ["5", { payeeBankName: "中国银行" }, "payee-bank-mismatch"],
    ["6", {}, "field-missing"],
  ] as const)("with the card type %s leaves out the bank %j", async (cardType, values, code) => {
    const { refused } = await createBocChannel({ ...options, cardType }).encode(
      submittedBatch([paymentOf(values)]),
    );
    expect(refused[0]?.issues.map((issue) => issue.code)).toContain(code);
  });
});

describe("the answer to b2e0078", () => {
  const status = (code: string): string =>
    `<status><rspcod>${code}</rspcod><rspmsg>交易成功</rspmsg></status>`;
  const item = (code: string): string =>
    `<b2e0078-rs>${status(code)}<insid>B240315-01</insid><obssid>95961</obssid></b2e0078-rs>`;
  const answer = (inner: string): string =>
    `<bocb2e version='120' locale='zh_CN'><trans><trn-b2e0078-rs>${inner}</trn-b2e0078-rs></trans></bocb2e>`;
  it.each([
    ["taken on both levels", answer(status("B001") + item("B001")), "processing"],
    ["without `trans`", answer(status("B001") + item("B001")).replace(/<\/?trans>/g, ""), "processing"],
    ["taken as a message, not as a batch", answer(status("B001") + item("B102")), "unknown"],
    ["taken as a batch, not as a message", answer(status("B103") + item("B001")), "unknown"],
    ["without the batch", answer(status("B001")), "unknown"],
    ["to another transaction", answer(status("B001")).replaceAll("b2e0078", "b2e0009"), "unknown"],
    ["of a gateway", "<html/>", "unknown"],
  ])("%s", async (_, text, expected) => {
    const result = await channel.decodeAnswer(answerFile(text));
    expect(result.ok && result.value.status).toBe(expected);
    if (expected === "processing")
      expect(result).toMatchObject({ value: { batchNumber: "B240315-01", bankReference: "95961" } });
  });
});

describe("a b2e0007 query", () => {
  it("asks for fewer than a hundred batches", () => {
    const queries = Array.from({ length: 99 }, (_, index) => ({
      ...partQuery,
      batchNumber: `B${index}-01`,
      bankReference: `${index}`,
    }));
    const query = channel.encodeQueries(queries);
    expect(query.ok && messageText(query.value, "utf-8").match(/<b2e0007-rq>/g)?.length).toBe(99);
    for (const wrong of [[], [...queries, partQuery]])
      expect(channel.encodeQueries(wrong).issues.map(({ code }) => code)).toEqual(["query-too-many"]);
    const one = channel.encodeQuery(partQuery);
    expect(one.ok && messageText(one.value, "utf-8")).toContain(
      "<b2e0007-rq><insid>B240315-01</insid><obssid></obssid></b2e0007-rq>",
    );
  });

  const item = (number: string, code: string): string =>
    `<b2e0007-rs><status><rspcod>${code}</rspcod><rspmsg>x</rspmsg></status><insid>${number}</insid><obssid>1</obssid></b2e0007-rs>`;
  const answer = (items: string, code = "B001"): ReturnType<typeof answerFile> =>
    answerFile(
      `<bocb2e><trans><trn-b2e0007-rs><status><rspcod>${code}</rspcod></status>${items}</trn-b2e0007-rs></trans></bocb2e>`,
    );

  it.each([
    ["B001", "processing", undefined],
    ["B054", "processing", undefined],
    ["B059", "processing", undefined],
    ["B266", "processing", undefined],
    ["B999", "unknown", undefined],
    ["b001", "unknown", undefined],
    ["toString", "unknown", undefined],
  ])("of a batch at %s", async (code, standing, rest) => {
    const result = await channel.decode(answer(item("B240315-01", code)));
    expect(result.ok && [result.value.standing, result.value.rest?.status, result.value.batchNumber]).toEqual(
      [standing, rest, "B240315-01"],
    );
  });

  it.each([
    ["takes B001 for no payment", undefined, [0, 0]],
    ["goes by what the bank says that B001 means", { B001: { outcome: "unconfirmed" } }, [3, 0]],
    ["goes by what the bank says that B001 means", { B001: { outcome: "paid" } }, [0, 3]],
  ] as const)("%s", async (_, queryStatuses, [unconfirmed, paid]) => {
    const sent = { batchNumber: "B240315-01", payments: paymentsOf(3) };
    const agreed = createBocChannel({ ...options, cardType: "7", queryStatuses });
    const result = await agreed.decode(answer(item("B240315-01", "B001")));
    const completed = completeResult([sent], result.ok ? result.value : { file: "", outcomes: [] });
    const { totals } = reconcile([sent], completed.ok ? [completed.value] : []);
    expect([totals.unconfirmed.count, totals.paid.count]).toEqual([unconfirmed, paid]);
  });

  it("reads many batches, leaves out what it cannot read, and takes no several for one", async () => {
    const several = answer(item("B1-01", "B001") + item("B2-01", "B054") + item("", "B001"));
    const results = await channel.decodeQueries(several);
    expect(results.ok && results.value.map(({ batchNumber, standing }) => [batchNumber, standing])).toEqual([
      ["B1-01", "processing"],
      ["B2-01", "processing"],
    ]);
    expect(results.issues.map(({ code }) => code)).toEqual(["answer-unreadable"]);
    expect((await channel.decode(several)).issues.map(({ code }) => code)).toEqual(["answer-not-for-part"]);
  });

  it("says nothing where the message was not answered, and not found by a confirmed code only", async () => {
    const unanswered = await channel.decode(answer(item("B240315-01", "B001"), "B103"));
    expect(unanswered.ok && unanswered.value.standing).toBe("unknown");
    const confirmed = createBocChannel({ ...options, cardType: "7", notFoundCodes: ["B777"] });
    const missing = await confirmed.decode(answer(item("B240315-01", "B777")));
    expect(missing.ok && missing.value.standing).toBe("not-found");
  });
});

describe("changed answers", () => {
  const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) / 2;
  it("to a submission are processing or unknown, and never throw", async () => {
    const submission =
      "<bocb2e><trans><trn-b2e0078-rs><status><rspcod>B001</rspcod></status><b2e0078-rs><status><rspcod>B001</rspcod></status><insid>B1-01</insid><obssid>1</obssid></b2e0078-rs></trn-b2e0078-rs></trans></bocb2e>";
    expect(await changedSubmissions(channel, submission, runs)).toEqual({ whole: "processing", unsound: [] });
  });

  it("to a query are read, or refused with an issue, and never throw", async () => {
    const queried =
      "<bocb2e><trans><trn-b2e0007-rs><status><rspcod>B001</rspcod></status><b2e0007-rs><status><rspcod>B054</rspcod></status><insid>B1-01</insid></b2e0007-rs></trn-b2e0007-rs></trans></bocb2e>";
    expect(await changedResults(channel, queried, runs)).toEqual({ whole: "processing", unsound: [] });
  });
});
