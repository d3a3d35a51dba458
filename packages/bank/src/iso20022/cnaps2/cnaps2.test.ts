import { fen, parseCnapsCode } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beps121,
  beps382,
  ccms990,
  type CnapsBatchHead,
  type CnapsBatchRow,
  type CnapsCredit,
  type CnapsHeader,
  cnapsOutcomes,
  cnapsSignatureBytes,
  decodeCnapsDocument,
  decodeCnapsEnvelope,
  encodeCnapsDocument,
  encodeCnapsEnvelope,
  encodeCnapsHeader,
} from "../index.js";

const utf8 = new TextEncoder();
const header: CnapsHeader = {
  version: "02",
  sender: "102100099996",
  senderSystem: "BEPS",
  receiver: "313684093748",
  receiverSystem: "BEPS",
  sentOn: "20210323",
  sentAt: "114139",
  structure: "XML",
  messageType: "beps.121.001.01",
  messageId: "20210323000000000001",
  messageReference: "20210323000000000001",
  priority: "3",
  direction: "D",
  reserve: "XN",
};

/** Put together by hand from the field table of the header: 3 + 126 + 1 bytes, then a line end. */
const headerText =
  "{H:02102100099996  BEPS313684093748  BEPS20210323114139XMLbeps.121.001.01     " +
  "20210323000000000001202103230000000000013DXN       }\r\n";

/** In the order of the public samples, with an address of the word null, and the centre's processing. */
const creditText =
  '<Document xmlns="urn:cnaps:std:beps:2010:tech:xsd:beps.121.001.01"><CstmrCdtTrf>' +
  "<PKGGrpHdr><MsgId>2021032300000001</MsgId><CreDtTm>2021-03-23T11:41:39</CreDtTm>" +
  "<InstgPty><InstgDrctPty>102100099996</InstgDrctPty></InstgPty>" +
  "<InstdPty><InstdDrctPty>313684093748</InstdDrctPty></InstdPty>" +
  '<NbOfTxs>1</NbOfTxs><CtrlSum Ccy="CNY">120000.00</CtrlSum><SysCd>BEPS</SysCd></PKGGrpHdr>' +
  "<NPCPrcInf><PrcSts>PR03</PrcSts><PrcCd>NEZI0000</PrcCd><NetgDt>2021-03-24</NetgDt><NetgRnd>01</NetgRnd>" +
  "<SttlmDt>2021-03-24</SttlmDt></NPCPrcInf>" +
  "<CstmrCdtTrfInf><TxId>0000000000000001</TxId><Dbtr><Nm>九江市示例平台</Nm>" +
  "<PstlAdr><AdrLine>null</AdrLine></PstlAdr></Dbtr>" +
  "<DbtrAcct><Id><Othr><Id>100200300400</Id><Issr>102100099996</Issr></Othr></Id></DbtrAcct>" +
  "<DbtrAgt><BrnchId><Id>102100099996</Id></BrnchId></DbtrAgt>" +
  "<CdtrAgt><BrnchId><Id>313684093748</Id></BrnchId></CdtrAgt><Cdtr><Nm>张三</Nm></Cdtr>" +
  "<CdtrAcct><Id><Othr><Id>6299990000000000005</Id></Othr></Id></CdtrAcct>" +
  '<Amt Ccy="CNY">120000.00</Amt><PmtTpInf><CtgyPurp><Prtry>A100</Prtry></CtgyPurp></PmtTpInf>' +
  "<Purp><Prtry>02102</Prtry></Purp></CstmrCdtTrfInf></CstmrCdtTrf></Document>";

function creditOf(text: string): ReturnType<typeof decodeCnapsDocument<object, CnapsCredit>> {
  return decodeCnapsDocument(beps121, utf8.encode(text));
}

describe("the header", () => {
  it("is 130 characters and a line end, in bytes", () => {
    const written = encodeCnapsHeader(header);
    expect(written.ok && written.value).toBe(headerText);
    expect(headerText).toHaveLength(132);
  });

  it.each([
    ["a sender too wide", { sender: "1".repeat(15) }, "cnaps-field-too-wide"],
    ["Chinese, which is more bytes than characters", { reserve: "备用" }, "cnaps-field-malformed"],
    ["another priority", { priority: "4" }, "cnaps-field-malformed"],
    ["another direction", { direction: "X" }, "cnaps-field-malformed"],
    ["a date too short", { sentOn: "2021" }, "cnaps-field-malformed"],
  ])("refuses %s", (_, values, code) => {
    expect(encodeCnapsHeader({ ...header, ...values }).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it.each([
    ["is not there", "<Document/>", 0],
    ["ends too early", headerText.slice(0, 60), 58],
    ["has no end", headerText.replace("}", " "), 129],
    ["has line ends for spaces", headerText.replace("XN       ", "XN     \r\n"), 120],
    ["has a priority that is none", headerText.replace("3DXN", "9DXN"), 118],
  ])("is refused with the byte where it %s", (_, text, offset) => {
    const [issue] = decodeCnapsEnvelope(utf8.encode(text)).issues;
    expect(issue?.code).toBe("cnaps-header-malformed");
    expect(issue?.message.en).toContain(`byte ${offset}:`);
  });
});

describe("the envelope", () => {
  it("takes a signature that is wrapped by a line break, and gives its bytes (pitfall 20)", () => {
    const text = `${headerText}{S:MAYCAQEC\r\nAQI=}\r\n<Document/>`;
    const read = decodeCnapsEnvelope(utf8.encode(text));
    const signature = read.ok ? (read.value.signature ?? "") : "";
    const bytes = cnapsSignatureBytes(signature);
    // DER: a sequence of the integers 1 and 2.
    expect(bytes.ok && Array.from(bytes.value)).toEqual([0x30, 6, 2, 1, 1, 2, 1, 2]);
    const written = read.ok && encodeCnapsEnvelope(read.value);
    expect(written && written.ok && new TextDecoder().decode(written.value)).toBe(text);
  });

  it.each(["{S:***}\r\n<a/>", "{S:AQID}<a/>", "{S:AQID", "{S:A}\r\n<a/>"])(
    "refuses the signature %j",
    (rest) => {
      expect(decodeCnapsEnvelope(utf8.encode(headerText + rest)).issues[0]?.code).toBe("cnaps-base64");
    },
  );

  it("takes the byte A0 within a signature for no white space", () => {
    const bytes = utf8.encode(`${headerText}{S:AQ ID}\r\n<a/>`).map((byte, at) => (at === 137 ? 0xa0 : byte));
    expect(decodeCnapsEnvelope(bytes).issues[0]?.code).toBe("cnaps-base64");
  });

  it("makes the same bytes of every message that it takes", () => {
    const good = utf8.encode(`${headerText}{S:MAYCAQECAQI=}\r\n${creditText}`);
    const edit = fc.record({
      at: fc.nat(160),
      removed: fc.constantFrom(0, 0, 1, 2),
      inserted: fc.oneof(
        fc.uint8Array({ maxLength: 2 }),
        fc.constantFrom(...["}", "{", " ", "9", "\r\n"].map((text) => utf8.encode(text))),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 2 }), (edits) => {
        let bytes = Array.from(good.subarray(0, 170));
        for (const { at, removed, inserted } of edits) bytes = bytes.toSpliced(at, removed, ...inserted);
        const read = decodeCnapsEnvelope(new Uint8Array(bytes));
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0);
        else {
          const written = encodeCnapsEnvelope(read.value);
          expect(written.ok && Array.from(written.value)).toEqual(bytes);
        }
      }),
      { numRuns: Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) },
    );
  });
});

describe("beps.121.001.01", () => {
  it("is read, without the word null, with the day of netting, which is later (pitfalls 20 and 28)", () => {
    const read = decodeCnapsDocument(beps121, utf8.encode(creditText));
    expect(read.ok && read.value.head).toMatchObject({
      createdAt: "2021-03-23T11:41:39",
      nettedOn: "2021-03-24",
      status: "PR03",
    });
    expect(read.ok && read.value.rows).toMatchObject([
      {
        amountFen: 12_000_000,
        payerName: "九江市示例平台",
        payeeAccount: "6299990000000000005",
        purpose: "02102",
      },
    ]);
    expect(read.ok && read.value.rows[0]?.payerAddress).toBeUndefined();
  });

  it("is written in the same order", () => {
    const read = decodeCnapsDocument(beps121, utf8.encode(creditText));
    const written = read.ok ? encodeCnapsDocument(beps121, read.value) : read;
    const text = written.ok ? new TextDecoder().decode(written.value) : "";
    const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
    expect(text).toBe(declaration + creditText.replace(/<PstlAdr>.*?<\/PstlAdr>/, ""));
  });

  it.each([
    ["a sum too high by a fen", "120000.00</CtrlSum>", "120000.01</CtrlSum>", "iso20022-totals-differ"],
    ["a count too high", "<NbOfTxs>1<", "<NbOfTxs>2<", "iso20022-totals-differ"],
    ["another currency", 'Amt Ccy="CNY"', 'Amt Ccy="USD"', "iso20022-currency"],
    ["a bank code of 11 digits", "<Id>313684093748<", "<Id>31368409374<", "cnaps-bank-code"],
    ["a number of 17 digits", "0000000000000001", "00000000000000001", "cnaps-field-too-wide"],
    ["a day that is none", "<NetgDt>2021-03-24", "<NetgDt>2021-02-30", "cnaps-field-malformed"],
    ["no name", "<Nm>张三</Nm>", "", "cnaps-field-missing"],
    ["another message", /CstmrCdtTrf>/g, "FIToFICstmrCdtTrf>", "cnaps-message-unsupported"],
    ["a document type", "<Document", "<!DOCTYPE a><Document", "xml-dtd-refused"],
  ] as const)("is refused with %s", (_, from, to, code) => {
    expect(creditOf(creditText.replace(from, to)).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it.each([
    ["PR03", "processing"],
    ["PR04", "unconfirmed"],
    ["PR05", "paid"],
    ["PR09", "rejected"],
    ["PR22", "returned"],
    ["PR32", "unknown"],
    ["XX", "unknown"],
  ])("says by %s that a payment is %s", (code, status) => {
    const read = decodeCnapsDocument(beps121, utf8.encode(creditText.replace("PR03", code)));
    if (!read.ok) throw new Error("not read");
    expect(cnapsOutcomes(read.value).outcomes.map((outcome) => outcome.status)).toEqual([status]);
  });

  it("takes A105 for 02108 for a return, which is a credit of its own about another", () => {
    const text = creditText
      .replace("A100", "A105")
      .replace("02102", "02108")
      .replace("</CstmrCdtTrfInf>", "<AddtlInf>原TxId 77 账号不符</AddtlInf></CstmrCdtTrfInf>");
    const read = decodeCnapsDocument(beps121, utf8.encode(text));
    if (!read.ok) throw new Error("not read");
    const originalOf = ({ information = "" }: CnapsCredit) => ({
      reference: /TxId (\d+)/.exec(information)?.[1] ?? "",
    });
    expect(cnapsOutcomes(read.value, { originalOf }).outcomes).toMatchObject([
      { status: "returned", reference: "77", amountFen: 12_000_000, reason: "other" },
    ]);
    expect(cnapsOutcomes(read.value).outcomes[0]).toMatchObject({ status: "unknown" });
    expect(cnapsOutcomes(read.value).outcomes[0]?.reference).toBeUndefined();
  });
});

describe("beps.382.001.01", () => {
  const head: CnapsBatchHead = {
    messageId: "2024031500000001",
    createdAt: "2024-03-15T09:30:00",
    sender: "102100099996",
    senderParty: "102100099996",
    receiver: "313684093748",
    receiverParty: "313684093748",
    system: "BEPS",
    batchNumber: "00000001",
    transmittedOn: "2024-03-15",
    answerWithin: "3",
    receiverKind: "RT00",
    contract: "HT-1",
    checked: "CE01",
    payerName: "九江市示例平台",
    payerAccount: "100200300400",
    payerMember: "102100099996",
    payerBank: "102100099996",
    payeeMember: "313684093748",
    category: "C210",
  };
  const row = (n: number): CnapsBatchRow => ({
    purpose: "01200",
    transactionId: String(n),
    payeeBank: "313684093748",
    payeeName: "张<三>",
    payeeAccount: "6299990000000000005",
    amountFen: fen(n),
  });

  it("has its parts in the order of the message, and totals of its rows", () => {
    const written = encodeCnapsDocument(beps382, { head, rows: [row(1), row(2)] });
    const text = written.ok ? new TextDecoder().decode(written.value) : "";
    const order = [
      "<GrpHdr>",
      "<BtchNb>",
      "<RtrLtd>",
      "<Dbtr>",
      "<DbtrAgt>",
      "<CdtrAgt>",
      "<TtlAmt",
      "<PmtTpInf>",
      "<CdtrNb>2<",
      "<CdtrDtls>",
      "</BtchPmtByAgcyInf>",
    ];
    const places = order.map((element) => text.indexOf(element));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(text).toContain('<TtlAmt Ccy="CNY">0.03</TtlAmt>');
    const read = decodeCnapsDocument(beps382, utf8.encode(text));
    expect(read.ok && read.value).toMatchObject({ head, rows: [row(1), row(2)] });
  });

  it.each([
    ["no rows", { rows: [] }],
    ["a batch number of nine digits", { head: { ...head, batchNumber: "123456789" } }],
    ["a control character", { rows: [{ ...row(1), payeeName: "张\u0001" }] }],
    ["space around a name", { rows: [{ ...row(1), payeeName: " 张三" }] }],
  ])("refuses %s", (_, values) => {
    expect(encodeCnapsDocument(beps382, { head, rows: [row(1)], ...values }).ok).toBe(false);
  });
});

describe("ccms.990.001.02", () => {
  it("is read and written", () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:cnaps:std:ccms:2010:tech:xsd:ccms.990.001.02">' +
      "<ComConf><ConfInf><OrigSndr>102100099996</OrigSndr><OrigSndDt>20210323</OrigSndDt><MT>beps.121.001.01</MT>" +
      "<MsgId>1</MsgId><MsgRefId>2</MsgRefId><MsgPrcCd>PM1I0000</MsgPrcCd></ConfInf></ComConf></Document>";
    const read = decodeCnapsDocument(ccms990, utf8.encode(text));
    expect(read.ok && read.value.head.code).toBe("PM1I0000");
    const written = read.ok ? encodeCnapsDocument(ccms990, read.value) : read;
    expect(written.ok && new TextDecoder().decode(written.value)).toBe(text);
  });
});

describe("bank codes of the samples", () => {
  it.each(["102100099996", "313684093748"])("%s has the check digit of ISO 7064 MOD 11,10", (code) => {
    expect(parseCnapsCode(code, { strict: true }).ok).toBe(true);
  });
});
