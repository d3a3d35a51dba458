import {
  createIssue,
  type Issue,
  parsed,
  type Parsed,
  type PayoutRecord,
  type PlainDate,
} from "@tongchou/core";
import type { ResultFile } from "../../adapter.js";
import type { BankChannel, ChannelMessage, PartQuery } from "../../channel.js";
import { decodeBytes, encodeAccepted } from "../../encoding.js";
import { joinBytes } from "../../reading/file-lines.js";
import { answerOrUnknown, collectAnswer } from "../answer-bytes.js";
import { compactDate, encodeParts, type PartRules } from "../encode-parts.js";
import { totalsHold } from "../held-totals.js";
import { channelIssues } from "../issues.js";
import { type JsonValue, memberOf, objectsOfMember, textOfMember } from "../json/json-value.js";
import { readJson } from "../json/read-json.js";
import { isOwnAccount } from "../payee-bank.js";
import { type CmbTables, readQueryAnswer, readSubmission } from "./cmb-answer.js";
import { type CmbOptions, referencePlaceholder } from "./cmb-options.js";
import { cmbBank, cmbPurposes, type CmbQueryCode, partInput, writePart, writeQuery } from "./cmb-request.js";
import { cmbResultCodes, cmbRowStatuses } from "./cmb-statuses.js";

/** A query of what came back: payments that were made and returned, days later too. */
export interface ReturnsQuery extends Pick<PartQuery, "queryNumber" | "queriedAt"> {
  readonly payerAccount: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The JSON channel of China Merchants Bank with its further queries. */
export interface CmbChannel extends BankChannel {
  /** BB6BTHQY: how the batch stands, without its rows. */
  encodeBatchQuery(query: PartQuery): Parsed<ChannelMessage>;
  /** BB6DTLQY: the rows of a batch, by the bank's own number of it. */
  encodeRowQuery(query: PartQuery & { readonly bankReference: string }): Parsed<ChannelMessage>;
  /** BB6RFDQY: what came back. It is asked for days after a payment counts as made. */
  encodeReturnsQuery(query: ReturnsQuery): Parsed<ChannelMessage>;
}

/**
 * The payroll of China Merchants Bank by JSON, without its front-end program (BB6BTHHL and its queries).
 *
 * A batch of more rows than a message takes goes in parts that the bank puts together: it begins when the
 * last one is there. The second part and the later ones carry the bank's number from the answer to the
 * first.
 *
 * @example
 * const options = { uid: "N002466353", businessCode: "N03010", businessMode: "00001", usage: "工资" };
 * createCmbChannel(options).id; // => "cmb.bb6bthhl@1"
 */
export function createCmbChannel(options: CmbOptions): CmbChannel {
  const rules = rulesOf(options);
  const tables: CmbTables = {
    results: { ...cmbResultCodes.statuses, ...options.resultCodes },
    rows: { ...cmbRowStatuses.statuses, ...options.rowStatuses },
  };
  const query = (
    transaction: CmbQueryCode,
    of: Pick<PartQuery, "queryNumber" | "queriedAt">,
    input: Readonly<Record<string, string>>,
  ): Parsed<ChannelMessage> => {
    const content = writeQuery(options, transaction, of, input);
    return content.ok ? parsed(messageOf(options, transaction, of.queryNumber, content.value)) : content;
  };
  return {
    id: "cmb.bb6bthhl@1",
    name: { zh: "招商银行免前置代发", en: "China Merchants Bank payroll by JSON" },
    provenance: {
      source: "the bank's sample program SMDemo as published by integrators; ahKevinXy/go-cmb (2023)",
      verifiedBy: null,
      verifiedOn: null,
    },
    limits: { ...rules.limits, payeeNameBytes: 62, encodings: ["utf-8"] },
    notFoundWindowMinutes: options.notFoundWindowMinutes,
    encode: (batch) => Promise.resolve().then(() => encodeParts(rules, batch)),
    messageOf: (file, { bankReference } = {}) => {
      const content = withReference(joinBytes(file.content), bankReference);
      return messageOf(options, "BB6BTHHL", file.batchNumber, content);
    },
    encodeQuery: (asked) => query("BB6BPDQY", asked, partInput(options, asked)),
    encodeBatchQuery: (asked) => {
      const date = compactDate(asked.payDate);
      const { yurref = "", buscod = "" } = partInput(options, asked);
      return query("BB6BTHQY", asked, { buscod, yurref, bgndat: date, enddat: date });
    },
    encodeRowQuery: (asked) => {
      const { bthnbr = "", trxseq = "" } = partInput(options, asked);
      return query("BB6DTLQY", asked, { reqnbr: asked.bankReference, bthnbr, trxseq });
    },
    encodeReturnsQuery: (asked) => {
      const [bgndat, enddat] = [compactDate(asked.from), compactDate(asked.to)];
      return query("BB6RFDQY", asked, { accnbr: asked.payerAccount, bgndat, enddat });
    },
    decodeAnswer: async (file) =>
      answerOrUnknown(await readAnswer(file, (document) => readSubmission(document, file.name, tables))),
    decode: (file) => readAnswer(file, (document) => readQueryAnswer(document, file.name, tables)),
  };
}

function rulesOf(options: CmbOptions): PartRules {
  return {
    encoding: "utf-8",
    amountUnit: "yuan",
    purposes: options.purposes ?? cmbPurposes,
    // A part has two digits of TRXSEQ, a row six.
    limits: { rowsPerFile: Math.min(options.rowsPerPart ?? 3000, 999_999) },
    fields: [
      { kind: "payee-account", widthBytes: 35 },
      { kind: "payee-name", widthBytes: 62 },
      { kind: "amount" },
      { kind: "purpose", widthBytes: 42 },
      { kind: "payee-bank-name", widthBytes: 62, optional: true },
    ],
    batchNumberLengthMax: 30,
    checkRow: (payment) => otherBankIssues(options, payment),
    fileExtension: "json",
    write: (part) => writePart(options, part),
  };
}

/** A payee at another bank needs that bank's name and place. */
function otherBankIssues(options: CmbOptions, payment: PayoutRecord): readonly Issue[] {
  if (isOwnAccount(payment, cmbBank)) return [];
  const missing = (what: string): Issue => {
    return createIssue(channelIssues, "payee-bank-missing", { what }, { path: "/payeeBankName" });
  };
  return [
    ...((payment.payeeBankName ?? "") === "" ? [missing("名称 (name)")] : []),
    ...(options.otherBankPlace === undefined ? [missing("所在地 (place)")] : []),
  ];
}

function messageOf(
  { uid }: CmbOptions,
  transaction: string,
  idempotencyKey: string,
  content: Uint8Array,
): ChannelMessage {
  const parameters = { UID: uid, ALG: "SM", FUNCODE: transaction };
  return { transaction, idempotencyKey, content, parameters };
}

/** A later part says which batch it continues. */
function withReference(content: Uint8Array, bankReference: string | undefined): Uint8Array {
  const document = readJson(content, "message");
  const text = decodeBytes(content, "utf-8");
  if (!text.ok || !document.ok || !isPartWhole(document.value))
    throw new RangeError("this is no message of the channel");
  const place = `"reqnbr":"${referencePlaceholder}"`;
  if (!text.value.includes(place)) return content;
  if (bankReference === undefined || !/^[A-Za-z0-9]{1,32}$/.test(bankReference))
    throw new RangeError("a later part needs the number that the bank gave to the batch with the first");
  return encodeAccepted(text.value.replace(place, `"reqnbr":"${bankReference}"`), "utf-8");
}

/** The part's own totals are those of its rows. */
function isPartWhole(document: JsonValue): boolean {
  const body = memberOf(memberOf(document, "request"), "body");
  const [head] = objectsOfMember(body, "bb6cdcbhx1");
  const amounts = objectsOfMember(body, "bb6cdcdlx1").map((row) => textOfMember(row, "trsamt"));
  const declared = { count: textOfMember(head, "curcnt"), amount: textOfMember(head, "curamt") };
  return totalsHold(declared, amounts, "yuan");
}

async function readAnswer<T>(file: ResultFile, read: (document: JsonValue) => Parsed<T>): Promise<Parsed<T>> {
  const bytes = await collectAnswer(file);
  if (!bytes.ok) return bytes;
  const document = readJson(bytes.value, file.name);
  return document.ok ? read(document.value) : document;
}
