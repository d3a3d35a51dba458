import { createIssue, parsed, type PayoutRecord, type Issue } from "@tongchou/core";
import type { BankChannel, ChannelMessage } from "../../channel.js";
import { joinBytes } from "../../reading/file-lines.js";
import { elementsAt, readXmlDocument, textAt, type XmlElement } from "../../xml/index.js";
import { answerOrUnknown } from "../answer-bytes.js";
import { encodeParts, type PartRules } from "../encode-parts.js";
import { totalsHold } from "../held-totals.js";
import { channelIssues } from "../issues.js";
import { isOwnAccount } from "../payee-bank.js";
import { readXmlAnswer } from "../xml-answer.js";
import { readPackageHead, readPayperAnswer, readQpayperAnswer } from "./icbc-answer.js";
import type { IcbcOptions } from "./icbc-options.js";
import { icbcBank, icbcBankCode, icbcPurposes, writePayper, writeQpayper } from "./icbc-request.js";

const frame = { root: "CMS", encoding: "gbk" } as const;

/**
 * The payments to persons of the Industrial and Commercial Bank of China by XML (PAYPER and QPAYPER, version
 * 0.0.1.0). Amounts are fen; the text is GBK and calls itself GB2312.
 *
 * A message's `parameters` are the fields of the form beside `reqData`; {@link createIcbcEnvelope} puts it
 * in.
 *
 * @example
 * createIcbcChannel({ cis: "110290001987990", userId: "payroll.y.1502", settleMode: "2" }).id;
 * // => "icbc.payper@1"
 */
export function createIcbcChannel(options: IcbcOptions): BankChannel {
  const rules = rulesOf(options);
  return {
    id: "icbc.payper@1",
    name: { zh: "工商银行银企互联代发", en: "ICBC payroll by the bank-enterprise link" },
    provenance: {
      source: "integrator code xiaojiaye/Csharp-CMPSimulator (2020)",
      verifiedBy: null,
      verifiedOn: null,
    },
    limits: { ...rules.limits, encodings: ["gbk"] },
    notFoundWindowMinutes: options.notFoundWindowMinutes,
    encode: (batch) => Promise.resolve().then(() => encodeParts(rules, batch)),
    messageOf: ({ content }) => messageOf(joinBytes(content)),
    encodeQuery: (query) => {
      const content = writeQpayper(options, query);
      return content.ok ? parsed(messageOf(content.value)) : content;
    },
    decodeAnswer: async (file) =>
      answerOrUnknown(await readXmlAnswer(file, frame, (root) => readPayperAnswer(root, file.name))),
    decode: (file) => readXmlAnswer(file, frame, (root) => readQpayperAnswer(options, root, file.name)),
  };
}

function rulesOf(options: IcbcOptions): PartRules {
  return {
    encoding: "gbk",
    amountUnit: "fen",
    purposes: options.purposes ?? icbcPurposes,
    limits: { rowsPerFile: options.rowsPerPart },
    fields: [
      { kind: "payee-account" },
      { kind: "payee-name" },
      { kind: "amount" },
      { kind: "purpose" },
      { kind: "payee-bank-name", optional: true },
      { kind: "payee-cnaps-code", optional: true },
    ],
    // The width of fSeqno is not public; 35 holds every number that a batch can have.
    batchNumberLengthMax: 35,
    checkRow: otherBankIssues,
    fileExtension: "xml",
    write: (part) => writePayper(options, part),
  };
}

function otherBankIssues(payment: PayoutRecord): readonly Issue[] {
  if (isOwnAccount(payment, icbcBank) || (payment.payeeBankName ?? "") !== "") return [];
  const context = { path: "/payeeBankName" };
  return [createIssue(channelIssues, "payee-bank-missing", { what: "名称 (name)" }, context)];
}

function messageOf(content: Uint8Array): ChannelMessage {
  const document = readXmlDocument(content, { encoding: "gbk" });
  const head = document.ok ? readPackageHead(document.value, "message") : document;
  if (!document.ok || !head.ok || !isPackageWhole(document.value))
    throw new RangeError("this is no message of the channel");
  const { transaction, number, cis, userId, sendTime } = head.value;
  return {
    transaction,
    idempotencyKey: number,
    content,
    parameters: {
      Version: "0.0.1.0",
      TransCode: transaction,
      BankCode: icbcBankCode,
      GroupCIS: cis,
      ID: userId,
      PackageID: number,
      Cert: "",
    },
    urlParameters: { userID: userId, PackageID: number, SendTime: sendTime },
  };
}

/** The totals of a PAYPER are those of its instructions; a query has none. */
function isPackageWhole(root: XmlElement): boolean {
  const count = textAt(root, "eb/in/TotalNum");
  const amount = textAt(root, "eb/in/TotalAmt");
  const amounts = elementsAt(root, "eb/in/rd").map((row) => textAt(row, "PayAmt"));
  return textAt(root, "eb/pub/TransCode") !== "PAYPER" || totalsHold({ count, amount }, amounts, "fen");
}
