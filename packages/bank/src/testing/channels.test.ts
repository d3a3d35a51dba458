import { describe, expect, it, test } from "vitest";
import * as channels from "../channels/index.js";
import type { BankChannel, SubmissionAnswer } from "../channel.js";
import { encodeText } from "../encoding.js";
import { conformanceChecks } from "./conformance.js";
import type { ChannelSamples } from "./samples.js";

const submitted = { batch: { submittedAt: "2024-03-15T09:30:00" } };

function answers(
  rows: readonly (readonly [title: string, text: string, status: SubmissionAnswer["status"]])[],
): ChannelSamples {
  const submissionAnswers = rows.map(([title, text, status]) => {
    const bytes = encodeText(text, "gbk");
    return { title, status, content: bytes.ok ? bytes.value : new Uint8Array() };
  });
  return { ...submitted, submissionAnswers };
}

const bocStatus = (code: string): string => `<status><rspcod>${code}</rspcod><rspmsg>x</rspmsg></status>`;
const bocAnswer = (code: string, itemCode: string): string =>
  `<bocb2e><trans><trn-b2e0078-rs>${bocStatus(code)}<b2e0078-rs>${bocStatus(itemCode)}<insid>B1-01</insid>` +
  "<obssid>95961</obssid></b2e0078-rs></trn-b2e0078-rs></trans></bocb2e>";
const ccbAnswer = (code: string): string =>
  `<TX><REQUEST_SN>B1-01</REQUEST_SN><RETURN_CODE>${code}</RETURN_CODE>` +
  "<RETURN_MSG>提交成功</RETURN_MSG></TX>";
const bocomAnswer = (code: string): string =>
  `<ap><head><particular_code>${code}</particular_code></head><body><cert_no>B1-01</cert_no></body></ap>`;
const cmbAnswer = (resultcode: string): string => {
  const head = { funcode: "BB6BTHHL", resultcode, resultmsg: "" };
  const body = { bb6cdcbhz1: [{ reqnbr: "0029105212", reqsta: "OPR" }] };
  return JSON.stringify({ response: { head, body } });
};

/** A channel of each bank, with what its answers say. */
const built: Readonly<Record<string, readonly [BankChannel, ChannelSamples]>> = {
  createIcbcChannel: [
    channels.createIcbcChannel({ cis: "110290001987990", userId: "payroll.y.1502", settleMode: "2" }),
    submitted,
  ],
  createBocChannel: [
    channels.createBocChannel({
      terminalId: "E163083136140",
      customerId: "133812368",
      operatorId: "136140253",
      payerBankNumber: "40142",
      use: "EC",
      cardType: "7",
    }),
    answers([
      ["taken", bocAnswer("B001", "B001"), "processing"],
      ["taken on one level", bocAnswer("B001", "B102"), "unknown"],
    ]),
  ],
  createCcbChannel: [
    channels.createCcbChannel({
      customerId: "105584073990057",
      userId: "WLPT01",
      payrollNumber: "360010001",
      usageCode: "01",
      payerAccount: "36001000100050000001",
    }),
    answers([
      ["taken", ccbAnswer("000000"), "processing"],
      ["another code", ccbAnswer("YBLA02000002"), "unknown"],
    ]),
  ],
  createBocomChannel: [
    channels.createBocomChannel({
      corporationNumber: "8000500436",
      userNumber: "22222",
      payrollNumber: "3100012379",
      transaction: "330003",
      summary: "三月工资",
      query: {
        transaction: "330004",
        numberElement: "cert_no",
        statusElement: "stat",
        statuses: { 入账成功: { outcome: "paid" } },
      },
    }),
    answers([
      ["taken", bocomAnswer("0000"), "processing"],
      ["another code", bocomAnswer("0001"), "unknown"],
    ]),
  ],
  createCmbChannel: [
    channels.createCmbChannel({
      uid: "N002466353",
      businessCode: "N03010",
      businessMode: "00001",
      usage: "三月工资",
    }),
    answers([
      ["taken", cmbAnswer("SUC0000"), "processing"],
      ["another code", cmbAnswer("DCLOGIN01"), "unknown"],
    ]),
  ],
};

describe("the channels of banks", () => {
  it("are all checked", () => {
    const factories = Object.keys(channels).filter((name) => /^create\w+Channel$/.test(name));
    expect(Object.keys(built).toSorted()).toEqual(factories.toSorted());
  });
});

for (const [channel, samples] of Object.values(built)) {
  describe(`${channel.id} conforms`, () => {
    for (const check of conformanceChecks(channel, samples)) test(check.name, check.run);
  });
}
