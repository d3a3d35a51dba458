import { fen, formatYuan } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaymentOutcome } from "../adapter.js";
import { joinBytes } from "../reading/file-lines.js";
import { reconcile } from "../reconcile.js";
import {
  type AccountEntry,
  CamtReader,
  createIso20022Adapter,
  entryOutcomes,
  type Iso20022Result,
  resolveBatches,
} from "./index.js";

const utf8 = new TextEncoder();
const adapter = createIso20022Adapter({ version: "pain.001.001.03" });

interface EntryValues {
  readonly version?: "02" | "08";
  readonly direction?: string;
  readonly status?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly extra?: string;
  readonly details?: string;
}

/** An entry in the order of the public schemas; version 08 has the status as a code. */
function entry(values: EntryValues = {}): string {
  const { version = "02", direction = "DBIT", status = "BOOK", amount = "3200.01" } = values;
  const { currency = "CNY", extra = "", details = detail() } = values;
  const state = version === "02" ? status : `<Cd>${status}</Cd>`;
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${extra}<Sts>${state}</Sts>
    <BookgDt><Dt>2024-03-18</Dt></BookgDt><ValDt><DtTm>2024-03-18T01:02:03</DtTm></ValDt>
    <AcctSvcrRef>A1</AcctSvcrRef><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>
    <NtryDtls>${details}</NtryDtls></Ntry>`;
}

function detail(extra = "", reference = "R1"): string {
  return `<TxDtls><Refs><PmtInfId>B1-01</PmtInfId><EndToEndId>${reference}</EndToEndId></Refs>
    <RltdPties><Cdtr><Nm>张三</Nm></Cdtr>
    <CdtrAcct><Id><Othr><Id>6299990000000000005</Id></Othr></Id></CdtrAcct></RltdPties>
    ${extra}</TxDtls>`;
}

const elements = {
  "052": "BkToCstmrAcctRpt/Rpt",
  "053": "BkToCstmrStmt/Stmt",
  "054": "BkToCstmrDbtCdtNtfctn/Ntfctn",
} as const;

function message(content: string, kind: keyof typeof elements = "053", version = "02"): Uint8Array {
  const [outer = "", inner = ""] = elements[kind].split("/");
  return utf8.encode(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.${version}"><${outer}>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-03-18T18:00:00</CreDtTm></GrpHdr>
<${inner}><Id>S1</Id><Acct><Id><Othr><Id>100200300400</Id></Othr></Id></Acct>
${content}</${inner}></${outer}></Document>`);
}

async function resultOf(bytes: Uint8Array): Promise<Iso20022Result> {
  const result = await adapter.decode({ name: "answer.xml", content: bytes });
  if (!result.ok) throw new Error(result.issues.map(({ code }) => code).join());
  return result.value;
}

async function codesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const result = await adapter.decode({ name: "answer.xml", content: bytes });
  return [String(result.ok), ...result.issues.map(({ code }) => code)];
}

describe("an account message", () => {
  it.each(["052", "053", "054"] as const)("camt.%s says what became of a payment", async (kind) => {
    const amount = '<Amt Ccy="CNY">3200.01</Amt><CdtDbtInd>DBIT</CdtDbtInd>';
    for (const [version, own] of [
      ["02", '<AmtDtls><TxAmt><Amt Ccy="CNY">3200.01</Amt></TxAmt></AmtDtls>'],
      ["08", amount],
    ] as const) {
      const party = version === "02" ? "<Nm>张三</Nm>" : "<Pty><Nm>张三</Nm></Pty>";
      const details = detail(own).replace("<Nm>张三</Nm>", party);
      const { outcomes } = await resultOf(message(entry({ version, details }), kind, version));
      expect(outcomes).toEqual([
        {
          row: 1,
          status: "paid",
          statusText: "BOOK",
          reference: "R1",
          payeeName: "张三",
          payeeAccount: "6299990000000000005",
          amountFen: 320_001,
        },
      ]);
    }
  });

  it.each([
    ["a debit that is booked", {}, "paid", undefined],
    ["a debit that is not booked yet", { status: "PDNG" }, "processing", undefined],
    ["a debit in another state", { status: "XXXX" }, "unknown", undefined],
    ["a credit with a return reason", returned("AC04"), "returned", "account-closed"],
    ["a return for another name", returned("BE01"), "returned", "name-mismatch"],
    ["a return of a frozen account", returned("AC06"), "returned", "account-frozen"],
    ["a return without a known reason", returned("ZZ99"), "returned", "other"],
    ["a debit taken back", { direction: "CRDT", extra: "<RvslInd>true</RvslInd>" }, "returned", "other"],
    ["a return that is not booked yet", { ...returned("AC04"), status: "PDNG" }, undefined, undefined],
    ["money from elsewhere", { direction: "CRDT" }, undefined, undefined],
    ["a credit taken back", { extra: "<RvslInd>true</RvslInd>" }, undefined, undefined],
    ["fees", { details: "" }, undefined, undefined],
  ] as const)("says of %s", async (_, values, status, reason) => {
    const { outcomes } = await resultOf(message(entry(values)));
    expect(outcomes.map((outcome) => [outcome.status, outcome.reason])).toEqual(
      status === undefined ? [] : [[status, reason]],
    );
  });

  it("takes a payment after its return for returned, in whatever order messages come", async () => {
    const sent = [{ batchNumber: "B1-01", payments: [payment("R1", 320_001)] }];
    const paid = await resultOf(message(entry()));
    const back = await resultOf(message(entry(returned("AC04"))));
    for (const results of [
      [paid, back],
      [back, paid],
    ]) {
      expect(reconcile(sent, results).totals.returned).toEqual({ count: 1, amountFen: 320_001 });
    }
  });

  it("has the bank's days, by which one reconciles, not that of the order (pitfall 28)", () => {
    expect(entriesOf(message(entry()))[0]).toMatchObject({
      bookingDate: "2024-03-18",
      valueDate: "2024-03-18",
      account: "100200300400",
    });
  });

  it.each([
    ["the number of entries", "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>"],
    ["the sum of debits", "<TxsSummry><TtlDbtNtries><Sum>3200.02</Sum></TtlDbtNtries></TxsSummry>"],
    [
      "the number of credits",
      "<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries></TtlCdtNtries></TxsSummry>",
    ],
  ])("is refused where %s does not hold", async (_, summary) => {
    expect(await codesOf(message(summary + entry()))).toEqual(["false", "iso20022-totals-differ"]);
  });

  it.each([
    ["052", "RptPgntn"],
    ["053", "StmtPgntn"],
    ["054", "NtfctnPgntn"],
  ] as const)("camt.%s is not held to totals of all pages where it is one of several", async (kind, name) => {
    const codes = (page: number, isLast: string): Promise<readonly string[]> => {
      const pages = `<${name}><PgNb>${page}</PgNb><LastPgInd>${isLast}</LastPgInd></${name}>`;
      const totals = "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>";
      return codesOf(message(pages + totals + entry({ version: "08" }), kind, "08"));
    };
    expect(await codes(1, "false")).toEqual(["true"]);
    expect(await codes(2, "true")).toEqual(["true"]);
    expect(await codes(1, "true")).toEqual(["false", "iso20022-totals-differ"]);
    expect(await codes(1, "1")).toEqual(["false", "iso20022-totals-differ"]);
  });

  it.each([
    ["another currency", { currency: "USD" }, "iso20022-currency"],
    ["three decimals", { amount: "1.005" }, "iso20022-amount-malformed"],
    ["an exponent", { amount: "1e3" }, "iso20022-amount-malformed"],
    ["no amount", { amount: "" }, "iso20022-amount-malformed"],
    ["no direction", { direction: "" }, "iso20022-element-missing"],
  ])("leaves out an entry with %s", async (_, values, code) => {
    expect(await codesOf(message(entry(values) + entry()))).toEqual(["true", code]);
    expect((await resultOf(message(entry(values) + entry()))).outcomes).toHaveLength(1);
  });

  it("does not end in an exception where its sums leave the range of money", async () => {
    const content = entry({ amount: "9999999999999.99" }).repeat(20);
    expect(await codesOf(message(content))).toEqual(["false", "money-out-of-range"]);
  });

  it.each([
    [
      "another message",
      message("").map((byte) => byte),
      "camt.053",
      "camt.060",
      "iso20022-message-unsupported",
    ],
    ["a version that was not compared", message(""), "001.02", "001.13", "iso20022-version-unknown"],
  ])("says that it is %s", async (_, bytes, from, to, code) => {
    const text = new TextDecoder().decode(bytes).replace(from, to);
    expect((await codesOf(utf8.encode(text))).slice(1)).toEqual([code]);
  });

  it("comes with prefixes, and as a stream", async () => {
    const text = new TextDecoder()
      .decode(message(entry()))
      .replace(/<(\/?)(?=\w)/g, "<$1n:")
      .replace("xmlns=", "xmlns:n=");
    const bytes = utf8.encode(text);
    const content = (async function* (): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      for (let at = 0; at < bytes.length; at += 11) yield bytes.subarray(at, at + 11);
    })();
    const result = await adapter.decode({ name: "a.xml", content });
    expect(result.ok && result.value.outcomes[0]?.reference).toBe("R1");
  });
});

describe("resolveBatches", () => {
  const sent = [{ batchNumber: "B1-01", payments: [payment("R1", 500), payment("R2", 700)] }];
  const booked = (values: string): string => entry({ details: `<Btch>${values}</Btch>`, amount: "12.00" });

  it.each([
    ["all of them", "<PmtInfId>B1-01</PmtInfId><NbOfTxs>2</NbOfTxs>", "12.00", [], ["R1", "R2"], []],
    ["without a count", "<PmtInfId>B1-01</PmtInfId>", "12.00", [], ["R1", "R2"], []],
    ["those not rejected", "<PmtInfId>B1-01</PmtInfId><NbOfTxs>1</NbOfTxs>", "5.00", ["R2"], ["R1"], []],
    [
      "a fen less",
      "<PmtInfId>B1-01</PmtInfId><NbOfTxs>2</NbOfTxs>",
      "11.99",
      [],
      [],
      ["iso20022-batch-differs"],
    ],
    ["another batch", "<PmtInfId>B9-01</PmtInfId>", "12.00", [], [], ["iso20022-batch-unknown"]],
  ] as const)("gives payments their outcome: %s", async (_, batch, amount, rejected, paid, codes) => {
    const content = booked(batch).replace("12.00", amount);
    const { outcomes, batches } = await resultOf(message(content));
    expect(outcomes).toEqual([]);
    const known = rejected.map((reference): PaymentOutcome => ({
      row: 1,
      status: "rejected",
      statusText: "RJCT",
      reference,
    }));
    const { results, issues } = resolveBatches("answer.xml", batches, sent, known);
    expect(results.flatMap((result) => result.outcomes.map(({ reference }) => reference))).toEqual(paid);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });
});

describe("a status report", () => {
  const report = (content: string, version = "03"): Uint8Array =>
    utf8.encode(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>
      <GrpHdr><MsgId>M1</MsgId></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>B1-01</OrgnlMsgId></OrgnlGrpInfAndSts>
      ${content}</CstmrPmtStsRpt></Document>`);
  const part = (status: string, content = ""): string =>
    `<OrgnlPmtInfAndSts><OrgnlPmtInfId>B1-01</OrgnlPmtInfId>${status}${content}</OrgnlPmtInfAndSts>`;
  const single = (status: string, code = ""): string =>
    `<TxInfAndSts><OrgnlEndToEndId>R1</OrgnlEndToEndId><TxSts>${status}</TxSts>
      <StsRsnInf><Rsn><Cd>${code}</Cd></Rsn><AddtlInf>words</AddtlInf></StsRsnInf></TxInfAndSts>`;

  it.each([
    ["ACTC", "processing"],
    ["ACCP", "processing"],
    ["ACSP", "processing"],
    ["ACWC", "processing"],
    ["PDNG", "processing"],
    ["ACSC", "unconfirmed"],
    ["ACCC", "paid"],
    ["__proto__", "unknown"],
    ["accc", "unknown"],
  ])("says %s, which is %s", async (status, outcome) => {
    const { outcomes, batchNumber } = await resultOf(report(part("", single(status))));
    expect([outcomes.map((each) => each.status), batchNumber]).toEqual([[outcome], "B1-01"]);
  });

  it.each([
    ["AC01", "account-unknown"],
    ["AC04", "account-closed"],
    ["AC06", "account-frozen"],
    ["AM04", "funds-insufficient"],
    ["AM05", "duplicate"],
    ["BE01", "name-mismatch"],
    ["MS03", "other"],
    ["constructor", "other"],
  ])("rejects a payment for %s: %s", async (code, reason) => {
    for (const version of ["03", "10"]) {
      const { outcomes } = await resultOf(
        report(part("<PmtInfSts>PART</PmtInfSts>", single("RJCT", code)), version),
      );
      expect(outcomes[0]).toMatchObject({ status: "rejected", reason, reasonText: "words", reference: "R1" });
    }
  });

  it("rejects a whole part, and of a part taken in part only what it names", async () => {
    const whole = await resultOf(report(part("<PmtInfSts>RJCT</PmtInfSts>")));
    expect([whole.standing, whole.rest?.status, whole.rest?.reason]).toEqual([
      "rejected",
      "rejected",
      "other",
    ]);
    const some = await resultOf(report(part("<PmtInfSts>PART</PmtInfSts>", single("RJCT", "AC04"))));
    expect([some.rest, some.outcomes.length]).toEqual([undefined, 1]);
  });

  it("gives a payment without a status that of its part, and no other part's", async () => {
    const silent = (reference: string): string =>
      `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId></TxInfAndSts>`;
    const parts = [
      part("<PmtInfSts>RJCT</PmtInfSts>", silent("R1")),
      part("<PmtInfSts>ACSP</PmtInfSts>", silent("R2")),
      part("<PmtInfSts>PART</PmtInfSts>", silent("R3")),
    ];
    const result = await adapter.decode({ name: "answer.xml", content: report(parts.join("")) });
    expect(result.ok && result.value.outcomes.map(({ reference, status }) => [reference, status])).toEqual([
      ["R1", "rejected"],
      ["R2", "processing"],
    ]);
    expect(result.issues.map(({ code }) => code)).toEqual(["iso20022-element-missing"]);
  });
});

describe("messages with faults", () => {
  const good = message(
    entry({ details: detail("", "R1") + detail("<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>", "R2") }),
  );

  it("end in issues, and never say paid without the status that stands in the bytes", () => {
    const edit = fc.record({
      at: fc.nat(good.length),
      removed: fc.constantFrom(0, 1, 1, 3, 40),
      inserted: fc.oneof(
        fc.uint8Array({ maxLength: 2 }),
        fc.constantFrom(
          ...["<", ">", "&", "</Ntry>", "<Ntry>", "<TxDtls>", "9", "."].map((text) => utf8.encode(text)),
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let bytes = good;
        for (const { at, removed, inserted } of edits) {
          bytes = joinBytes([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);
        }
        const reader = new CamtReader();
        const first = reader.write(bytes);
        const { entries, summary } = reader.end();
        if (!summary.ok) {
          expect(summary.issues.length).toBeGreaterThan(0);
          return;
        }
        const text = new TextDecoder().decode(bytes);
        for (const { status, amountFen } of [...first, ...entries].flatMap(entryOutcomes)) {
          if (status === "paid") expect(text).toContain("BOOK");
          if (amountFen !== undefined) expect(formatYuan(amountFen)).toMatch(/^\d+\.\d\d$/);
        }
      }),
      { numRuns: Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000) },
    );
  });
});

function returned(code: string): EntryValues {
  const back = `<RtrInf><Rsn><Cd>${code}</Cd></Rsn></RtrInf>`;
  return { direction: "CRDT", details: detail(back) };
}

function payment(reference: string, amountFen: number) {
  const payee = { payeeName: "张三", payeeAccount: "6299990000000000005" };
  return { ...payee, reference, amountFen: fen(amountFen), purpose: "wage" as const };
}

function entriesOf(bytes: Uint8Array): readonly AccountEntry[] {
  const reader = new CamtReader();
  const first = reader.write(bytes);
  const { entries } = reader.end();
  expect(entries.flatMap(entryOutcomes)).toHaveLength(1);
  return [...first, ...entries];
}
