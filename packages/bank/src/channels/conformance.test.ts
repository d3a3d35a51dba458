import { fen } from "@tongchou/core";
import { describe, test } from "vitest";
import type { BankChannel } from "../channel.js";
import { encodeAccepted } from "../encoding.js";
import { type ChannelSamples, conformanceChecks } from "../testing/index.js";
import {
  bocomAnswers,
  cmbAnswers,
  icbcAnswers,
  readBocomRows,
  readBocRows,
  readCcbRows,
  readCmbRows,
  readPayper,
} from "./__fixtures__/bank-answers.js";
import { createBocChannel } from "./boc/boc-channel.js";
import { createBocomChannel } from "./bocom/bocom-channel.js";
import { createCcbChannel } from "./ccb/ccb-channel.js";
import { createCmbChannel } from "./cmb/cmb-channel.js";
import { cmbRowStatuses } from "./cmb/cmb-statuses.js";
import { createIcbcChannel } from "./icbc/icbc-channel.js";
import { icbcResults } from "./icbc/icbc-statuses.js";

const gbk = (text: string): Uint8Array => encodeAccepted(text, "gbk");
const taken = (text: string): NonNullable<ChannelSamples["submissionAnswers"]> => [
  { title: "taken", content: gbk(text), status: "processing" },
];

const ccb = createCcbChannel({
  customerId: "1",
  userId: "1",
  payrollNumber: "1",
  usageCode: "1",
  payerAccount: "1",
  rowsPerPart: 4,
});
/** 6W2100 goes after the upload, whose answer names the file. */
const afterUpload: BankChannel = {
  ...ccb,
  messageOf: (file) => ccb.messageOf(file, { bankReference: "F1.txt" }),
};

const statuses = {
  入账成功: { outcome: "paid" },
  入账失败: { outcome: "rejected", reason: "other" },
} as const;
const query = { transaction: "1", numberElement: "cert_no", statusElement: "stat", statuses };

const channels: readonly (readonly [BankChannel, ChannelSamples])[] = [
  [
    createCmbChannel({ uid: "N002466353", businessCode: "N03010", businessMode: "00001", usage: "工资" }),
    {
      readBack: readCmbRows,
      answer: cmbAnswers,
      statuses: cmbRowStatuses.statuses,
      submissionAnswers: taken(
        '{"response":{"head":{"funcode":"BB6BTHHL","resultcode":"SUC0000"},"body":{"z":[{"reqnbr":"1"}]}}}',
      ),
      results: [
        {
          title: "a row that was made",
          content: gbk(
            '{"response":{"head":{"funcode":"BB6DTLQY","resultcode":"SUC0000"},"body":{"bb6dtlqyz1":[{"trxseq":"01000001","trsamt":"0.05","stscod":"S"}]}}}',
          ),
          outcomes: [{ status: "paid", amountFen: fen(5) }],
        },
      ],
    },
  ],
  [
    createIcbcChannel({ cis: "1", userId: "p", settleMode: "2", rowsPerPart: 4 }),
    {
      readBack: readPayper,
      answer: icbcAnswers,
      statuses: icbcResults.statuses,
      submissionAnswers: taken("<CMS><eb><pub><RetCode>0</RetCode></pub></eb></CMS>"),
      results: [
        {
          title: "an instruction that was refused",
          content: gbk(
            "<CMS><eb><pub><RetCode>0</RetCode></pub><out><rd><PayAmt>5</PayAmt><Result>8</Result></rd></out></eb></CMS>",
          ),
          outcomes: [{ status: "rejected", amountFen: fen(5), reason: "authorisation-refused" }],
        },
      ],
    },
  ],
  [
    afterUpload,
    {
      readBack: readCcbRows,
      submissionAnswers: taken("<TX><RETURN_CODE>000000</RETURN_CODE></TX>"),
      results: [
        {
          title: "a payment that failed",
          content: gbk(
            "<TX><RETURN_CODE>000000</RETURN_CODE><TX_INFO><F_STATUS>1</F_STATUS><FAIL_LIST><RECV_ACCNO>1</RECV_ACCNO><AMOUNT>.05</AMOUNT><REMARK>帐户户名校验失败</REMARK></FAIL_LIST></TX_INFO></TX>",
          ),
          outcomes: [{ status: "rejected", amountFen: fen(5), reason: "name-mismatch" }],
        },
      ],
    },
  ],
  [
    createBocChannel({
      terminalId: "1",
      customerId: "1",
      operatorId: "1",
      payerBankNumber: "1",
      cardType: "7",
      use: "E",
      rowsPerPart: 4,
    }),
    {
      readBack: readBocRows,
      submissionAnswers: taken(
        "<bocb2e><trans><trn-b2e0078-rs><status><rspcod>B001</rspcod></status><b2e0078-rs><status><rspcod>B001</rspcod></status></b2e0078-rs></trn-b2e0078-rs></trans></bocb2e>",
      ),
    },
  ],
  [
    createBocomChannel({
      corporationNumber: "1",
      userNumber: "1",
      payrollNumber: "1",
      transaction: "330003",
      summary: "s",
      query,
      rowsPerPart: 4,
    }),
    {
      readBack: readBocomRows,
      answer: bocomAnswers,
      statuses,
      submissionAnswers: taken("<ap><head><particular_code>0000</particular_code></head></ap>"),
      results: [
        {
          title: "a payment with its own number",
          content: gbk(
            "<ap><head><particular_code>0000</particular_code></head><body><sum>1</sum><sum_amt>0.05</sum_amt><tran><rcd><amt>0.05</amt><busino>S1</busino><stat>入账失败</stat></rcd></tran></body></ap>",
          ),
          outcomes: [{ status: "rejected", reference: "S1", amountFen: fen(5) }],
        },
      ],
    },
  ],
];

for (const [channel, samples] of channels) {
  describe(`${channel.id} conforms`, () => {
    for (const check of conformanceChecks(channel, samples)) test(check.name, check.run);
  });
}
