import { createIssue, failed, type Issue, parsed, type Parsed, type PayoutRecord } from "@tongchou/core";
import type { ResultFile } from "../../adapter.js";
import type { BankChannel, ChannelMessage, PartQuery, PartResult } from "../../channel.js";
import { joinBytes } from "../../reading/file-lines.js";
import { elementAt, elementsAt, readXmlDocument, textAt } from "../../xml/index.js";
import { answerOrUnknown } from "../answer-bytes.js";
import { encodeParts, type PartRules } from "../encode-parts.js";
import { totalsHold } from "../held-totals.js";
import { channelIssues } from "../issues.js";
import { isOwnAccount } from "../payee-bank.js";
import { readXmlAnswer } from "../xml-answer.js";
import { onlyResult, readB2e0007Answer, readB2e0078Answer } from "./boc-answer.js";
import type { BocOptions } from "./boc-options.js";
import { bocBank, bocPurposes, writeB2e0007, writeB2e0078 } from "./boc-request.js";

/** A query has fewer numbers than this. */
const queriesBelow = 100;

/** The XML channel of Bank of China, whose query asks for many batches at a time. */
export interface BocChannel extends BankChannel {
  /**
   * b2e0007: asks for fewer than 100 batches; the first query's number is that of the message.
   *
   * @returns the message, or `query-too-many`
   */
  encodeQueries(queries: readonly PartQuery[]): Parsed<ChannelMessage>;
  /** Reads the answer to such a query, batch by batch. */
  decodeQueries(file: ResultFile): Promise<Parsed<readonly PartResult[]>>;
}

/**
 * The payroll of Bank of China by XML (b2e0078, asked for by b2e0007).
 *
 * A message is for payees of one kind, by `cardType`. The session's token is a placeholder until
 * {@link createCredentialEnvelope} puts it in.
 *
 * @example
 * const customer = { terminalId: "E163083136140", customerId: "133812368", operatorId: "136140253" };
 * createBocChannel({ ...customer, payerBankNumber: "40142", cardType: "7", use: "EC" }).id;
 * // => "boc.b2e0078@1"
 */
export function createBocChannel(options: BocOptions): BocChannel {
  const { encoding = "utf-8" } = options;
  const frame = { root: "bocb2e", encoding };
  const rules = rulesOf(options);
  const encodeQueries = (queries: readonly PartQuery[]): Parsed<ChannelMessage> => {
    const [first] = queries;
    if (first === undefined || queries.length >= queriesBelow) {
      const values = { found: queries.length, allowed: queriesBelow };
      return failed(createIssue(channelIssues, "query-too-many", values));
    }
    const content = writeB2e0007(options, queries);
    if (!content.ok) return content;
    return parsed({ transaction: "b2e0007", idempotencyKey: first.queryNumber, content: content.value });
  };
  const decodeQueries = (file: ResultFile): Promise<Parsed<readonly PartResult[]>> =>
    readXmlAnswer(file, frame, (root) => readB2e0007Answer(options, root, file.name));
  return {
    id: "boc.b2e0078@1",
    name: { zh: "中国银行银企对接代发", en: "Bank of China payroll by XML" },
    provenance: {
      source: "integrator code comeyoung/bankDirectConnection (2018)",
      verifiedBy: null,
      verifiedOn: null,
    },
    limits: { ...rules.limits, encodings: [encoding] },
    notFoundWindowMinutes: options.notFoundWindowMinutes,
    encode: (batch) => Promise.resolve().then(() => encodeParts(rules, batch)),
    messageOf: ({ batchNumber, content }) => {
      const bytes = joinBytes(content);
      if (!isPartWhole(bytes, { encoding, batchNumber }))
        throw new RangeError("this is no message of the channel");
      return { transaction: "b2e0078", idempotencyKey: batchNumber, content: bytes };
    },
    encodeQuery: (query) => encodeQueries([query]),
    encodeQueries,
    decodeQueries,
    decodeAnswer: async (file) =>
      answerOrUnknown(await readXmlAnswer(file, frame, (root) => readB2e0078Answer(root, file.name))),
    decode: async (file) => onlyResult(await decodeQueries(file), file.name),
  };
}

function rulesOf(options: BocOptions): PartRules {
  const isByBank = options.cardType === "6";
  return {
    encoding: options.encoding ?? "utf-8",
    amountUnit: "yuan",
    purposes: options.purposes ?? bocPurposes,
    limits: { rowsPerFile: options.rowsPerPart },
    fields: [
      { kind: "payee-account", widthBytes: 35 },
      { kind: "payee-name" },
      { kind: "amount" },
      { kind: "purpose" },
      { kind: "payee-bank-name", optional: true },
      { kind: "payee-cnaps-code", optional: !isByBank },
    ],
    // The width of insid is not public; 35 holds every number that a batch can have.
    batchNumberLengthMax: 35,
    checkRow: (payment) => cardTypeIssues(options, payment),
    fileExtension: "xml",
    write: (part) => writeB2e0078(options, part),
  };
}

/** The message's card type has to fit where the payee's account is, as far as the payment says so. */
function cardTypeIssues({ cardType }: BocOptions, payment: PayoutRecord): readonly Issue[] {
  const isSaid = (payment.payeeCnapsCode ?? "") !== "" || (payment.payeeBankName ?? "") !== "";
  const isOwn = isOwnAccount(payment, bocBank);
  const fits = !isSaid || isOwn === (cardType === "7");
  if (fits) return [];
  return [createIssue(channelIssues, "payee-bank-mismatch", { cardType }, { path: "/payeeBankName" })];
}

/** The message has the part's number, and its totals are those of its rows. */
function isPartWhole(
  bytes: Uint8Array,
  { encoding, batchNumber }: { readonly encoding: "utf-8" | "gbk"; readonly batchNumber: string },
): boolean {
  const document = readXmlDocument(bytes, { encoding });
  const batch = document.ok ? elementAt(document.value, "trans/trn-b2e0078-rq/b2e0078-rq") : undefined;
  if (batch === undefined || textAt(batch, "insid") !== batchNumber) return false;
  const amounts = elementsAt(batch, "detail").map((row) => textAt(row, "pydamt"));
  return totalsHold({ count: textAt(batch, "pybnum"), amount: textAt(batch, "pybamt") }, amounts, "yuan");
}
