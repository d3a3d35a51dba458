import { formatYuan, parsed, type Parsed, type PayoutRecord } from "@tongchou/core";
import type { PaymentFile } from "../../adapter.js";
import type { BankChannel, ChannelMessage, PartQuery } from "../../channel.js";
import { normaliseName } from "../../codec/payee-name.js";
import { joinBytes } from "../../reading/file-lines.js";
import { answerOrUnknown } from "../answer-bytes.js";
import { checkSingle, encodeParts, type PartRules } from "../encode-parts.js";
import { readXmlAnswer } from "../xml-answer.js";
import { readBatchAnswer, readTxAnswer } from "./ccb-answer.js";
import { type CcbOptions, defaultStartBody } from "./ccb-options.js";
import { type CcbRequest, fillBody, totalsOfRows, writeRequest, writeRows } from "./ccb-request.js";

const frame = { root: "TX", encoding: "gb18030" } as const;

/** One payment by itself. */
export interface SinglePayment {
  readonly payment: PayoutRecord;
  /** REQUEST_SN: the number by which the bank knows it again. */
  readonly requestNumber: string;
}

/** The XML channel of China Construction Bank with its upload and its single payments. */
export interface CcbChannel extends BankChannel {
  /**
   * 6W2102: the upload of a part's file, which goes before its 6W2100. The answer's `bankReference` is the
   * name that the bank gave to the file.
   *
   * @param path where the bank's client finds the file
   */
  uploadOf(file: Pick<PaymentFile, "batchNumber">, path: string): ChannelMessage;
  /** 6W1303: pays one person at once. */
  encodeSingle(single: SinglePayment): Parsed<ChannelMessage>;
  /** 6W1503: asks for a single payment by its number. */
  encodeSingleQuery(
    query: Pick<PartQuery, "queryNumber"> & { readonly requestNumber: string },
  ): Parsed<ChannelMessage>;
}

/**
 * The payroll of China Construction Bank by its outer link: a file, uploaded by 6W2102 and started by 6W2100,
 * asked for by 6W2104; single payments by 6W1303.
 *
 * A part's file has the payments; `messageOf` is its 6W2100, with the bank's name of the file as reference.
 * The password is a placeholder until {@link createCredentialEnvelope} puts it in.
 *
 * @example
 * const customer = { customerId: "105584073990057", userId: "WLPT01", payerAccount: "36001000100050000001" };
 * createCcbChannel({ ...customer, payrollNumber: "360010001", usageCode: "01" }).id; // => "ccb.6w2100@1"
 */
export function createCcbChannel(options: CcbOptions): CcbChannel {
  const { queryElement = "REQUEST_SN1" } = options;
  const rules = rulesOf(options);
  const write = (request: CcbRequest): Parsed<ChannelMessage> => {
    const content = writeRequest(options, request);
    const { transaction, number } = request;
    return content.ok ? parsed({ transaction, idempotencyKey: number, content: content.value }) : content;
  };
  return {
    id: "ccb.6w2100@1",
    name: { zh: "建设银行外联平台代发", en: "CCB payroll by the outer link" },
    provenance: {
      source:
        "integrator code for CCB's outer link; the body of 6W2100 and the key of queries are not public",
      verifiedBy: null,
      verifiedOn: null,
    },
    limits: { rowsPerFile: options.rowsPerPart, encodings: ["gb18030"] },
    notFoundWindowMinutes: options.notFoundWindowMinutes,
    encode: (batch) => Promise.resolve().then(() => encodeParts(rules, batch)),
    messageOf: (file, { bankReference } = {}) => {
      const totals = totalsOfRows(joinBytes(file.content), file.batchNumber);
      if (!totals.ok) throw new RangeError("this is no file of the channel");
      if (bankReference === undefined)
        throw new RangeError("6W2100 needs the bank's name of the uploaded file");
      const values = {
        sentFile: bankReference,
        payerAccount: options.payerAccount,
        payrollNumber: options.payrollNumber,
        usageCode: options.usageCode,
        totalCount: String(totals.value.count),
        totalAmount: formatYuan(totals.value.amountFen),
      };
      const body = fillBody(options.startBody ?? defaultStartBody, values);
      return written(write({ number: file.batchNumber, transaction: "6W2100", body }));
    },
    uploadOf: ({ batchNumber }, path) => {
      return written(write({ number: `${batchNumber}-F`, transaction: "6W2102", body: { FILE: path } }));
    },
    encodeSingle: ({ payment, requestNumber }) => {
      const issues = checkSingle(rules, payment);
      if (issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
      return write({ number: requestNumber, transaction: "6W1303", body: singleBody(options, payment) });
    },
    encodeSingleQuery: ({ queryNumber, requestNumber }) =>
      write({ number: queryNumber, transaction: "6W1503", body: { [queryElement]: requestNumber } }),
    encodeQuery: ({ queryNumber, batchNumber }) =>
      write({ number: queryNumber, transaction: "6W2104", body: { [queryElement]: batchNumber } }),
    decodeAnswer: async (file) =>
      answerOrUnknown(await readXmlAnswer(file, frame, (root) => readTxAnswer(root, file.name))),
    decode: (file) => readXmlAnswer(file, frame, (root) => readBatchAnswer(options, root, file.name)),
  };
}

/** The rows of the file have no purpose: what is paid follows from the contract. */
function rulesOf(options: CcbOptions): PartRules {
  return {
    encoding: "gb18030",
    amountUnit: "yuan",
    purposes: { wage: "工资", "wage-supplement": "工资", severance: "工资" },
    limits: { rowsPerFile: options.rowsPerPart },
    fields: [{ kind: "payee-account" }, { kind: "payee-name" }, { kind: "amount" }],
    delimiter: "|",
    // The width of REQUEST_SN is not public; 35 holds every number that a batch can have.
    batchNumberLengthMax: 35,
    fileExtension: "txt",
    write: ({ payments }) => writeRows(payments),
  };
}

function singleBody(options: CcbOptions, payment: PayoutRecord): Readonly<Record<string, string>> {
  return {
    ACC_NO1: options.payerAccount,
    BILL_CODE: options.payrollNumber,
    ACC_NO2: payment.payeeAccount,
    OTHER_NAME: normaliseName(payment.payeeName),
    AMOUNT: formatYuan(payment.amountFen),
    USEOF_CODE: options.usageCode,
    FLOW_FLAG: "",
    UBANK_NO: payment.payeeCnapsCode ?? "",
    REM1: payment.reference,
    REM2: "",
  };
}

/** These messages are made of the options alone; what cannot be written there is a broken program. */
function written(message: Parsed<ChannelMessage>): ChannelMessage {
  if (!message.ok) throw new RangeError(message.issues[0]?.message.en ?? "the options cannot be written");
  return message.value;
}
