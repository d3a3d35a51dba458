import { createCipheriv } from "node:crypto";
import { fen, plainDate, sm2PublicKey } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { paymentOf, paymentsOf, payer } from "../../__fixtures__/payments.js";
import type { PayoutBatch } from "../../adapter.js";
import { createSm2Signer, createSm2Verifier, createSm4Cipher } from "../../crypto/index.js";
import { joinBytes } from "../../reading/file-lines.js";
import { reconcile } from "../../reconcile.js";
import { changedResults, changedSubmissions } from "../__fixtures__/changed-answers.js";
import { completeResult } from "../complete-result.js";
import { createCmbChannel } from "./cmb-channel.js";
import { cmbUserId, createCmbEnvelope } from "./cmb-envelope.js";

const options = {
  uid: "N002466353",
  businessCode: "N03010",
  businessMode: "00001",
  usage: "三月工资",
} as const;
const channel = createCmbChannel(options);
const submittedAt = "2024-03-15T09:30:00";
const batchOf = (payments: PayoutBatch["payments"]): PayoutBatch => {
  return { batchNumber: "B240315", payer, payDate: plainDate("2024-03-15"), submittedAt, payments };
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
const answerOf = (
  funcode: string,
  body: unknown,
  resultcode = "SUC0000",
): { name: string; content: Uint8Array } => {
  const head = { funcode, resultcode, resultmsg: "" };
  return { name: "answer.json", content: utf8(JSON.stringify({ response: { head, body } })) };
};

interface Written {
  readonly request: {
    readonly head: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  };
  readonly signature: Readonly<Record<string, string>>;
}
const read = (content: Iterable<Uint8Array> | Uint8Array): Written =>
  JSON.parse(textOf(joinBytes(content))) as Written;

describe("a batch of one message", () => {
  it("is the bank's JSON, with the placeholder of the signature", async () => {
    const own = paymentOf();
    const other = paymentOf({
      reference: "R2",
      amountFen: fen(1),
      payeeBankName: "九江银行",
      payeeCnapsCode: "313424000010",
    });
    const withPlace = createCmbChannel({ ...options, otherBankPlace: "江西省九江市" });
    const { files, refused } = await withPlace.encode(batchOf([own, other]));
    expect(refused).toEqual([]);
    const { request, signature } = read(files[0]?.content ?? []);
    expect(request.head).toEqual({ userid: "N002466353", funcode: "BB6BTHHL", reqid: "B240315-01" });
    expect(signature).toEqual({ sigdat: "__signature_sigdat__", sigtim: "20240315093000" });
    expect(request.body["bb6cdcbhx1"]?.[0]).toMatchObject({
      begtag: "Y",
      endtag: "Y",
      reqnbr: "",
      accnbr: payer.number,
      ttlamt: "4321.01",
      ttlcnt: "2",
      ttlnum: "1",
      curamt: "4321.01",
      curcnt: "2",
      ccynbr: "10",
      eptdat: "20240315",
      yurref: "B240315",
      chlflg: "N",
    });
    expect(request.body["bb6cdcdlx1"]).toMatchObject([
      {
        trxseq: "01000001",
        accnbr: own.payeeAccount,
        trsamt: "4321.00",
        bnkflg: "Y",
        eacbnk: "",
        eaccty: "",
        trsdsp: "工资",
      },
      { trxseq: "01000002", trsamt: "0.01", bnkflg: "N", eacbnk: "九江银行", eaccty: "江西省九江市" },
    ]);
  });

  it.each([
    ["no moment of submission", { submittedAt: undefined }, "submitted-at-missing"],
    ["a date that is none", { submittedAt: "2024-13-15T09:30:00" }, "submitted-at-missing"],
    ["no payer", { payer: undefined }, "field-missing"],
    ["a number that YURREF cannot hold", { batchNumber: "B".repeat(28) }, "batch-number-too-long"],
    ["nothing in it", { payments: [] }, "batch-empty"],
  ])("is refused with %s", async (_, values, code) => {
    const { files, issues } = await channel.encode({ ...batchOf([paymentOf()]), ...values });
    expect(files).toEqual([]);
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  it.each([
    ["a payee at another bank without its place", { payeeBankName: "九江银行" }, "payee-bank-missing"],
    ["a name of 64 bytes", { payeeName: "买".repeat(21) + "a" }, "field-too-wide"],
    [
      "money of another route",
      { route: "project-account" as unknown as "through-platform" },
      "route-not-through-platform",
    ],
    ["a purpose without a word", { purpose: "income-tax" as const }, "purpose-unsupported"],
  ])("leaves out %s, and writes the others", async (_, values, code) => {
    const { files, refused } = await channel.encode(
      batchOf([paymentOf(values), paymentOf({ reference: "R2" })]),
    );
    expect(refused[0]?.issues.map((issue) => issue.code)).toEqual([code]);
    expect(files[0]?.payments.map(({ reference }) => reference)).toEqual(["R2"]);
  });
});

describe("a batch of several messages", () => {
  const inParts = createCmbChannel({ ...options, rowsPerPart: 2 });

  it("says its totals and those of each part, and shares one YURREF", async () => {
    const { files } = await inParts.encode(batchOf(paymentsOf(5)));
    const heads = files.map(({ content }) => read(content).request.body["bb6cdcbhx1"]?.[0]);
    const whole = { ttlamt: "0.15", ttlcnt: "5", ttlnum: "3", yurref: "B240315" };
    expect(heads).toMatchObject([
      { ...whole, begtag: "Y", endtag: "N", curamt: "0.03", curcnt: "2", reqnbr: "" },
      { ...whole, begtag: "N", endtag: "N", curamt: "0.07", curcnt: "2" },
      { ...whole, begtag: "N", endtag: "Y", curamt: "0.05", curcnt: "1" },
    ]);
    expect(files.map(({ batchNumber }) => batchNumber)).toEqual(["B240315-01", "B240315-02", "B240315-03"]);
    const sequence = files.flatMap(({ content }) => read(content).request.body["bb6cdcdlx1"] ?? []);
    expect(sequence.map(({ trxseq }) => trxseq)).toEqual([
      "01000001",
      "01000002",
      "02000001",
      "02000002",
      "03000001",
    ]);
  });

  it("continues with the number that the bank gave to the first part, and not without it", async () => {
    const { files } = await inParts.encode(batchOf(paymentsOf(5)));
    const second = files[1];
    if (second === undefined) throw new Error("no second part");
    expect(() => inParts.messageOf(second)).toThrow(RangeError);
    expect(() => inParts.messageOf(second, { bankReference: '1","accnbr":"2' })).toThrow(RangeError);
    const message = inParts.messageOf(second, { bankReference: "0029105212" });
    expect(read(message.content).request.body["bb6cdcbhx1"]?.[0]).toMatchObject({ reqnbr: "0029105212" });
    expect(message.idempotencyKey).toBe("B240315-02");
  });

  it("is not begun by the bank while its last part is lost (pitfall 12)", async () => {
    const { files } = await inParts.encode(batchOf(paymentsOf(5)));
    const batch = { yurref: "B240315", reqsta: "OPR", rtnflg: "", trsnum: "4", totamt: "0.10" };
    const result = await inParts.decode(answerOf("BB6BPDQY", { bb6bpdqyz1: [batch], bb6bpdqyz2: [] }));
    if (!result.ok) throw new Error("not read");
    expect(result.value).toMatchObject({
      standing: "processing",
      declared: { count: 4, amountFen: 10 },
      outcomes: [],
    });
    const completed = completeResult(files, result.value);
    expect(completed.issues.map(({ code }) => code)).toEqual(["part-incomplete"]);
    const { totals } = reconcile(files, completed.ok ? [completed.value] : []);
    expect([totals.paid.count, totals.missing.count]).toEqual([0, 5]);
  });
});

describe("decodeAnswer", () => {
  it.each([
    [
      "taken",
      answerOf("BB6BTHHL", { bb6cdcbhz1: [{ reqnbr: "0029105212", reqsta: "OPR" }] }),
      "processing",
      "0029105212",
    ],
    ["taken without a number", answerOf("BB6BTHHL", {}), "unknown", undefined],
    ["a code that nobody knows", answerOf("BB6BTHHL", {}, "DCLOGIN01"), "unknown", undefined],
    ["a page of a gateway", { name: "a", content: utf8("<html>502</html>") }, "unknown", undefined],
  ])("%s", async (_, file, status, bankReference) => {
    const answer = await channel.decodeAnswer(file);
    expect(answer.ok && [answer.value.status, answer.value.bankReference]).toEqual([status, bankReference]);
  });
});

describe("decode", () => {
  const sent = { batchNumber: "B240315-01", payments: paymentsOf(3) };
  const row = (index: number, stscod: string): Readonly<Record<string, string>> => {
    const payment = sent.payments[index];
    const trsamt = `0.0${index + 1}`;
    return {
      trxseq: `0100000${index + 1}`,
      accnbr: payment?.payeeAccount ?? "",
      accnam: "张三",
      trsamt,
      stscod,
    };
  };
  const batch = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
    return { yurref: "B240315", reqsta: "FIN", rtnflg: "S", trsnum: "3", totamt: "0.06", ...values };
  };

  it("matches rows by their own number, whatever their order", async () => {
    const body = {
      bb6bpdqyz1: [batch({ sucnum: "1", sucamt: "0.03" })],
      bb6bpdqyz2: [row(2, "S"), row(0, "E"), row(1, "A")],
    };
    const result = await channel.decode(answerOf("BB6BPDQY", body));
    const { rows } = reconcile([sent], result.ok ? [result.value] : []);
    expect(rows.map(({ kind }) => kind)).toEqual(["rejected", "processing", "paid"]);
  });

  // FIN and S say that the batch is through; SUCNUM below TRSNUM that somebody was not paid.
  it.each([
    ["FIN/S, all made", batch({ sucnum: "3", sucamt: "0.06" }), "finished", "paid"],
    ["FIN/S, two made", batch({ sucnum: "2", sucamt: "0.03" }), "finished", undefined],
    ["FIN/S, without counts", batch({}), "finished", undefined],
    ["FIN/F", batch({ rtnflg: "F" }), "rejected", "rejected"],
    ["FIN/R", batch({ rtnflg: "R" }), "rejected", "rejected"],
    ["FIN/F, but two made", batch({ rtnflg: "F", sucnum: "2", sucamt: "0.03" }), "finished", undefined],
    ["FIN/F, none made", batch({ rtnflg: "F", sucnum: "0", sucamt: "0" }), "rejected", "rejected"],
    ["FIN/B, which does not say whose", batch({ rtnflg: "B" }), "finished", undefined],
    ["FIN/M, of which nothing is known", batch({ rtnflg: "M" }), "unknown", undefined],
    ["BNK", batch({ reqsta: "BNK", rtnflg: "" }), "processing", undefined],
    ["a state that nobody knows", batch({ reqsta: "__proto__" }), "unknown", undefined],
  ])("a batch with %s (pitfalls 6 and 8)", async (_, bb6bthqyz1, standing, rest) => {
    const result = await channel.decode(answerOf("BB6BTHQY", { bb6bthqyz1: [bb6bthqyz1] }));
    expect(result.ok && [result.value.standing, result.value.rest?.status]).toEqual([standing, rest]);
  });

  it("a batch that the bank does not have is not found, and one it does not speak of is unknown", async () => {
    const standing = async (code?: string): Promise<unknown> => {
      const result = await channel.decode(answerOf("BB6BPDQY", { bb6bpdqyz1: [] }, code));
      return result.ok && result.value.standing;
    };
    expect([await standing(), await standing("ERR0001")]).toEqual(["not-found", "unknown"]);
  });

  it("a status that is not in the table is unknown, and the row of another amount differs", async () => {
    const body = {
      bb6dtlqyz1: [
        { ...row(0, "__proto__"), yurref: "B240315" },
        { ...row(1, "S"), yurref: "B240315", trsamt: "9" },
      ],
    };
    const result = await channel.decode(answerOf("BB6DTLQY", body));
    expect(result.issues.map(({ code }) => code)).toEqual(["status-unknown"]);
    const { rows } = reconcile([sent], result.ok ? [result.value] : []);
    expect(rows.map(({ kind }) => kind)).toEqual(["unknown", "amount-differs", "missing"]);
  });

  it("takes another code for success only where the options say so", async () => {
    const file = answerOf("BB6BPDQY", { bb6bpdqyz1: [] }, "0");
    const agreed = createCmbChannel({ ...options, resultCodes: { "0": { outcome: "processing" } } });
    const results = await Promise.all([channel, agreed].map((each) => each.decode(file)));
    expect(results.map((result) => result.ok && result.value.standing)).toEqual(["unknown", "not-found"]);
  });

  it("a return days later outlasts the payment (pitfall 9)", async () => {
    const made = await channel.decode(
      answerOf("BB6BPDQY", { bb6bpdqyz1: [batch({})], bb6bpdqyz2: [row(0, "S")] }),
    );
    const back = await channel.decode(
      answerOf("BB6RFDQY", { bb6rfdqyz1: [{ ...row(0, "S"), yurref: "B240315" }] }),
    );
    const { rows } = reconcile(
      [sent],
      [made, back].flatMap((result) => (result.ok ? [result.value] : [])),
    );
    expect(rows[0]?.kind).toBe("returned");
  });

  it("says where the next query goes on", async () => {
    const body = {
      bb6bpdqyy1: [{ bthnbr: "001", trxseq: "01000002" }],
      bb6bpdqyz1: [batch({})],
      bb6bpdqyz2: [row(0, "S")],
    };
    const result = await channel.decode(answerOf("BB6BPDQY", body));
    const continuation = result.ok ? result.value.continuation : undefined;
    expect(continuation).toBe("001/01000002");
    const asked = {
      batchNumber: "B240315-02",
      payDate: plainDate("2024-03-15"),
      queryNumber: "Q1",
      queriedAt: submittedAt,
      continuation,
    };
    const query = channel.encodeQuery(asked);
    const [input] = query.ok ? (read(query.value.content).request.body["bb6bpdqyy1"] ?? []) : [];
    expect(input).toEqual({ buscod: "N03010", yurref: "B240315", bthnbr: "001", trxseq: "01000002" });
  });
});

describe("the envelope", () => {
  const userId = cmbUserId(options.uid);
  const ours = new Uint8Array(32).fill(1);
  const bank = new Uint8Array(32).fill(2);
  const sm4Key = utf8("VuAzSWQhsoNqzn0K");
  const cipher = createSm4Cipher(sm4Key, { mode: { kind: "cbc", iv: utf8(userId) } });
  const form = "raw" as const;
  const envelope = createCmbEnvelope({
    signer: createSm2Signer(ours, { userId, form }),
    verifier: createSm2Verifier(sm2PublicKey(bank), { userId, form }),
    cipher,
  });
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  const openSsl = (text: string): string => {
    const sm4 = createCipheriv("sm4-cbc", sm4Key, utf8("N002466353000000"));
    return base64(Uint8Array.from([...sm4.update(text, "utf8"), ...sm4.final()]));
  };
  const answered = async (signed: string, sigdat?: string): Promise<Uint8Array> => {
    const signature = await createSm2Signer(bank, { userId, form }).sign(utf8(signed));
    return utf8(openSsl(signed.replace("__signature_sigdat__", sigdat ?? base64(signature))));
  };
  const answer =
    '{"response":{"body":{},"head":{"funcode":"BB6BTHHL","resultcode":"SUC0000"}},"signature":{"sigdat":"__signature_sigdat__","sigtim":"20240315093001"}}';

  it("signs the text with the placeholder, then encrypts the text with the signature", async () => {
    const { files } = await channel.encode(batchOf([paymentOf()]));
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    const message = channel.messageOf(file);
    const sealed = await envelope.seal(message);
    const fields = new URLSearchParams(textOf(sealed.ok ? sealed.value.content : undefined));
    expect([fields.get("UID"), fields.get("ALG"), fields.get("FUNCODE")]).toEqual([
      "N002466353",
      "SM",
      "BB6BTHHL",
    ]);
    const plain = await cipher.decrypt(Uint8Array.from(Buffer.from(fields.get("DATA") ?? "", "base64")));
    const signed = read(plain.ok ? plain.value : new Uint8Array());
    const signature = Uint8Array.from(Buffer.from(signed.signature["sigdat"] ?? "", "base64"));
    const verifier = createSm2Verifier(sm2PublicKey(ours), { userId: "N002466353000000", form });
    expect(await verifier.verify(message.content, signature)).toBe(true);
  });

  it("opens an answer, with its members in whatever order", async () => {
    expect(await envelope.open(await answered(answer))).toMatchObject({ ok: true });
    const shuffled =
      '{"signature":{"sigtim":"20240315093001","sigdat":"SIGNATURE"},"response":{"head":{"resultcode":"SUC0000","funcode":"BB6BTHHL"},"body":{}}}';
    const signature = base64(await createSm2Signer(bank, { userId, form }).sign(utf8(answer)));
    expect(await envelope.open(utf8(openSsl(shuffled.replace("SIGNATURE", signature))))).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ["another signature", () => answered(answer, base64(new Uint8Array(64).fill(1))), "answer-not-signed"],
    ["no signature", () => Promise.resolve(utf8(openSsl('{"response":{}}'))), "answer-not-signed"],
    [
      "a changed byte",
      async () => (await answered(answer)).map((byte, at) => (at === 30 ? byte ^ 1 : byte)),
      undefined,
    ],
    ["text that is not encrypted", () => Promise.resolve(utf8(answer)), "answer-not-sealed"],
    [
      "a key that stands twice",
      () => Promise.resolve(utf8(openSsl('{"response":1,"response":2}'))),
      "json-key-repeated",
    ],
  ] as const)("does not open an answer with %s", async (_, make, code) => {
    const opened = await envelope.open(await make());
    expect(opened.ok).toBe(false);
    if (code !== undefined) expect(opened.issues[0]?.code).toBe(code);
  });

  it("does not send a message in which a name pretends to be the placeholder", async () => {
    const { files } = await channel.encode(batchOf([paymentOf({ payeeName: "__signature_sigdat__" })]));
    const file = files[0];
    if (file === undefined) throw new Error("no file");
    const sealed = await envelope.seal(channel.messageOf(file));
    expect(sealed.issues.map(({ code }) => code)).toEqual(["credential-missing"]);
  });
});

describe("changed answers", () => {
  const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) / 2;
  it("to a submission are processing or unknown, and never throw", async () => {
    const submission =
      '{"response":{"head":{"funcode":"BB6BTHHL","resultcode":"SUC0000"},"body":{"z":[{"reqnbr":"1"}]}}}';
    expect(await changedSubmissions(channel, submission, runs)).toEqual({ whole: "processing", unsound: [] });
  });

  it("to a query are read, or refused with an issue, and never throw", async () => {
    const queried =
      '{"response":{"head":{"funcode":"BB6BPDQY","resultcode":"SUC0000"},"body":{"bb6bpdqyz1":[{"yurref":"B1","reqsta":"FIN","rtnflg":"S","trsnum":"1","totamt":"0.01"}],"bb6bpdqyz2":[{"trxseq":"01000001","trsamt":"0.01","stscod":"S","accnam":"张三"}]}}}';
    expect(await changedResults(channel, queried, runs)).toEqual({ whole: "finished", unsound: [] });
  });
});
