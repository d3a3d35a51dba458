import { gzipSync } from "node:zlib";
import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { paymentOf, paymentsOf, payer } from "../../__fixtures__/payments.js";
import { encodeText } from "../../encoding.js";
import { reconcile } from "../../reconcile.js";
import { changedResults, changedSubmissions } from "../__fixtures__/changed-answers.js";
import { answerFile, messageText, partQuery, submittedBatch } from "../__fixtures__/messages.js";
import { createIcbcChannel } from "./icbc-channel.js";
import { createIcbcEnvelope, createIcbcSigner } from "./icbc-envelope.js";

const options = { cis: "110290001987990", userId: "payroll.y.1502", settleMode: "2" } as const;
const channel = createIcbcChannel(options);
const gbk = (text: string): Uint8Array => {
  const bytes = encodeText(text, "gbk");
  return bytes.ok ? bytes.value : new Uint8Array();
};
const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe("a PAYPER message", () => {
  it("is GBK that calls itself GB2312, in whole fen (pitfalls 1 and 18)", async () => {
    const other = paymentOf({
      reference: "R2",
      payeeName: "李東",
      amountFen: fen(6),
      payeeBankName: "九江银行",
      payeeCnapsCode: "313424000010",
    });
    const { files, refused } = await channel.encode(submittedBatch([paymentOf(), other]));
    expect(refused).toEqual([]);
    const text = messageText(files[0]);
    const pub =
      "<pub><TransCode>PAYPER</TransCode><CIS>110290001987990</CIS><BankCode>102</BankCode><ID>payroll.y.1502</ID><TranDate>20240315</TranDate><TranTime>093000000</TranTime><fSeqno>B240315-01</fSeqno></pub>";
    expect(
      text.startsWith(
        `<?xml version='1.0' encoding='GB2312'?><CMS><eb>${pub}<in><OnlBatF>1</OnlBatF><SettleMode>2</SettleMode><TotalNum>2</TotalNum><TotalAmt>432106</TotalAmt><SignTime>20240315093000000</SignTime>`,
      ),
    ).toBe(true);
    expect(text).toContain(`<iSeqno>1</iSeqno>`);
    expect(text).toContain(`<PayAccNo>${payer.number}</PayAccNo>`);
    expect(text).toContain(
      "<RecAccNameCN>李東</RecAccNameCN><RecAccNameEN></RecAccNameEN><SysIOFlg>2</SysIOFlg>",
    );
    expect(text).toContain(
      "<RecBankNo>313424000010</RecBankNo><RecBankName>九江银行</RecBankName><CurrType>001</CurrType><PayAmt>6</PayAmt>",
    );
    const bytes = [...(files[0]?.content ?? [])][0] ?? new Uint8Array();
    // 東 is 96 7C in GBK; 7C alone would be a vertical bar.
    expect(ascii(bytes)).toContain("\x96\x7c");
  });

  it("goes with the fields of the form and of the URL", async () => {
    const { files } = await channel.encode(submittedBatch([paymentOf()]));
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    const message = channel.messageOf(file);
    expect(message).toMatchObject({
      transaction: "PAYPER",
      idempotencyKey: "B240315-01",
      parameters: {
        Version: "0.0.1.0",
        TransCode: "PAYPER",
        BankCode: "102",
        GroupCIS: "110290001987990",
        ID: "payroll.y.1502",
        PackageID: "B240315-01",
        Cert: "",
      },
      urlParameters: { userID: "payroll.y.1502", PackageID: "B240315-01", SendTime: "20240315093000000" },
    });
    expect(() => channel.messageOf({ ...file, content: [gbk("<TX/>")] })).toThrow(RangeError);
  });

  it.each([
    ["a name that GBK cannot hold (pitfall 23)", { payeeName: "王㛃" }, "character-unmappable"],
    ["a payee at another bank without its name", { payeeCnapsCode: "313424000010" }, "payee-bank-missing"],
  ])("leaves out %s", async (_, values, code) => {
    const { files, refused } = await channel.encode(submittedBatch([paymentOf(values)]));
    expect(files).toEqual([]);
    expect(refused[0]?.issues.map((issue) => issue.code)).toContain(code);
  });

  it("keeps markup in a name from being markup", async () => {
    const { files } = await channel.encode(submittedBatch([paymentOf({ payeeName: "</rd><rd>&" })]));
    expect(messageText(files[0])).toContain("<RecAccNameCN>&lt;/rd&gt;&lt;rd&gt;&amp;</RecAccNameCN>");
  });
});

describe("answers", () => {
  const head = (code: string): string =>
    `<pub><TransCode>QPAYPER</TransCode><fSeqno>B240315-01</fSeqno><RetCode>${code}</RetCode><RetMsg></RetMsg></pub>`;
  const sent = { batchNumber: "B240315-01", payments: paymentsOf(3) };
  const rd = (serial: number, result: string, values = ""): string => {
    const account = sent.payments[serial - 1]?.payeeAccount ?? "";
    return `<rd><iSeqno>${serial}</iSeqno><QryiSeqno>${serial}</QryiSeqno><RecAccNo>${account}</RecAccNo><PayAmt>${serial}</PayAmt><Result>${result}</Result>${values}</rd>`;
  };
  const answer = (rows: string, code = "0"): string =>
    `<?xml version="1.0" encoding="GB2312"?><CMS><eb>${head(code)}<out><QryfSeqno>B240315-01</QryfSeqno>${rows}</out></eb></CMS>`;

  it.each([
    ["taken", answer("<SerialNo>CMN750958568</SerialNo>"), "processing", "CMN750958568"],
    ["another code", answer("", "B0001"), "unknown", undefined],
    ["no code", "<CMS><eb><pub/></eb></CMS>", "unknown", undefined],
    ["another message", "<TX/>", "unknown", undefined],
    ["cut off", answer("").slice(0, 150), "unknown", undefined],
  ])("to PAYPER: %s", async (_, text, status, bankReference) => {
    const result = await channel.decodeAnswer(answerFile(text, "gbk"));
    expect(result.ok && [result.value.status, result.value.bankReference]).toEqual([status, bankReference]);
  });

  // Facts of the codes: 7 is made; 6, 8, 11 and 22 are final refusals; all else is not known yet.
  it.each([
    ...["0", "1", "2", "3", "4", "5", "9", "10", "20", "21", "86", "95"].map((code) => [code, "processing"]),
    ["7", "paid"],
    ...["6", "8", "11", "22"].map((code) => [code, "rejected"]),
    ...["98", "12", "07", "7 ", "处理成功", "constructor"].map((code) => [
      code,
      code === "7 " ? "paid" : "unknown",
    ]),
  ])("to QPAYPER: Result %j is %s", async (code = "", status) => {
    const result = await channel.decode(answerFile(answer(rd(1, code)), "gbk"));
    expect(result.ok && result.value.outcomes[0]?.status).toBe(status);
  });

  it("matches instructions by their own number, whatever their order, and knows when all are through", async () => {
    const rows = rd(3, "7") + rd(1, "6", "<instrRetMsg>账号户名不符</instrRetMsg>") + rd(2, "4");
    const result = await channel.decode(answerFile(answer(rows), "gbk"));
    if (!result.ok) throw new Error("not read");
    expect(result.value.standing).toBe("processing");
    const { rows: reconciled } = reconcile([sent], [result.value]);
    expect(reconciled.map(({ kind }) => kind)).toEqual(["rejected", "processing", "paid"]);
    const through = await channel.decode(answerFile(answer(rd(1, "6") + rd(2, "7")), "gbk"));
    expect(through.ok && through.value.standing).toBe("finished");
  });

  it.each([
    ["without an amount", rd(1, "7").replace("<PayAmt>1</PayAmt>", "")],
    ["with an amount in yuan", rd(1, "7").replace("<PayAmt>1<", "<PayAmt>0.01<")],
    ["without a result", rd(1, "")],
  ])("leaves out an instruction %s", async (_, row) => {
    const result = await channel.decode(answerFile(answer(row), "gbk"));
    expect(result.ok && [result.value.outcomes, result.value.standing]).toEqual([[], "unknown"]);
    expect(result.issues.map(({ code }) => code)).toEqual(["row-unreadable"]);
  });

  it("says not found only by a code that the bank confirmed", async () => {
    const missing = answerFile(answer("", "B9999"), "gbk");
    const confirmed = createIcbcChannel({ ...options, notFoundCodes: ["B9999"] });
    const standings = await Promise.all([channel, confirmed].map((each) => each.decode(missing)));
    expect(standings.map((result) => result.ok && result.value.standing)).toEqual(["unknown", "not-found"]);
  });

  it("are asked for by the number of the package", () => {
    const query = channel.encodeQuery({ ...partQuery, bankReference: "CMN750958568" });
    const text = query.ok ? messageText(query.value) : "";
    expect(text).toContain("<TransCode>QPAYPER</TransCode>");
    expect(text).toContain("<fSeqno>Q1</fSeqno>");
    expect(text).toContain("<in><QryfSeqno>B240315-01</QryfSeqno><QrySerialNo>CMN750958568</QrySerialNo>");
  });
});

describe("the envelope", () => {
  const signer = createIcbcSigner((bytes, contentType) => {
    expect(contentType).toBe("INFOSEC_SIGN/1.0");
    return Promise.resolve(
      gbk(`<html><body><sign>\n${Buffer.from(bytes).toString("base64")}\n</sign></body></html>`),
    );
  });
  const envelope = createIcbcEnvelope(signer);
  const sealed = (xml: string): Uint8Array =>
    Buffer.from(`reqData=${Buffer.from(gbk(xml)).toString("base64")}`);
  const zip = (rows: string | Buffer): string =>
    `<CMS><out><zip>${gzipSync(typeof rows === "string" ? gbk(rows) : rows).toString("base64")}</zip></out></CMS>`;

  it("puts the signed text into the form", async () => {
    const { files } = await channel.encode(submittedBatch([paymentOf()]));
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    const message = await envelope.seal(channel.messageOf(file));
    const fields = new URLSearchParams(messageText(message.ok ? message.value : undefined));
    expect([...fields.keys()]).toEqual([
      "Version",
      "TransCode",
      "BankCode",
      "GroupCIS",
      "ID",
      "PackageID",
      "Cert",
      "reqData",
    ]);
    expect(Buffer.from(fields.get("reqData") ?? "", "base64")).toEqual(
      Buffer.from([...file.content][0] ?? []),
    );
  });

  it.each([
    ["plain", sealed("<CMS>東</CMS>"), "<CMS>東</CMS>"],
    [
      "with packed rows (pitfall 19)",
      sealed(zip("<rd>東</rd><rd/>")),
      "<CMS><out><rd>東</rd><rd/></out></CMS>",
    ],
  ])("opens an answer: %s", async (_, answer, text) => {
    const opened = await envelope.open(answer);
    expect(opened.ok && messageText({ content: opened.value })).toBe(text);
  });

  it.each([
    ["without the prefix", Buffer.from("PENNUy8+"), "answer-not-sealed"],
    ["that is an error", Buffer.from("errorCode=-1"), "answer-not-sealed"],
    ["that is no Base64", Buffer.from("reqData=<html>"), "answer-not-sealed"],
    ["whose rows are damaged", sealed("<CMS><zip>AAAA</zip></CMS>"), "unpack-failed"],
    [
      "whose rows are cut off",
      sealed(`<CMS><zip>${gzipSync("x".repeat(999)).subarray(0, 20).toString("base64")}</zip></CMS>`),
      "unpack-failed",
    ],
    [
      "whose rows have a flipped bit",
      sealed(`<CMS><zip>${flipped(gzipSync("x".repeat(99)), 13).toString("base64")}</zip></CMS>`),
      "unpack-failed",
    ],
    ["whose rows unpack to 64 MB", sealed(zip(Buffer.alloc(67_108_864))), "unpack-failed"],
  ])("does not open an answer %s", async (_, answer, code) => {
    const opened = await envelope.open(Uint8Array.from(answer));
    expect(opened.issues.map((issue) => issue.code)).toEqual([code]);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  return Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
}

describe("changed answers", () => {
  const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) / 2;
  it("to a submission are processing or unknown, and never throw", async () => {
    const submission =
      '<?xml version="1.0" encoding="GB2312"?><CMS><eb><pub><RetCode>0</RetCode></pub><out><SerialNo>1</SerialNo></out></eb></CMS>';
    expect(await changedSubmissions(channel, submission, runs)).toEqual({ whole: "processing", unsound: [] });
  });

  it("to a query are read, or refused with an issue, and never throw", async () => {
    const queried =
      '<?xml version="1.0" encoding="GB2312"?><CMS><eb><pub><RetCode>0</RetCode></pub><out><QryfSeqno>B1-01</QryfSeqno><rd><iSeqno>1</iSeqno><RecAccNameCN>東</RecAccNameCN><PayAmt>1</PayAmt><Result>7</Result></rd></out></eb></CMS>';
    expect(await changedResults(channel, queried, runs)).toEqual({ whole: "finished", unsound: [] });
  });
});
