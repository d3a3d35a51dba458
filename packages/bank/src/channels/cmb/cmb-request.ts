import type { Parsed, PayoutRecord } from "@tongchou/core";
import { formatYuan } from "@tongchou/core";
import type { PartQuery } from "../../channel.js";
import type { PaymentFormat } from "../../profile.js";
import { normaliseName } from "../../codec/payee-name.js";
import { encodeText } from "../../encoding.js";
import { compactDate, compactMoment, type MessagePart, wholeBatchNumber } from "../encode-parts.js";
import { type JsonObject, type JsonValue, writeJson } from "../json/json-value.js";
import { type BankIdentity, isOwnAccount } from "../payee-bank.js";
import { type CmbOptions, referencePlaceholder, signaturePlaceholder } from "./cmb-options.js";

/** What each purpose is called on the payee's statement where the options do not say. */
export const cmbPurposes: PaymentFormat["purposes"] = {
  wage: "工资",
  "wage-supplement": "补发工资",
  severance: "补偿金",
};

export const cmbBank: BankIdentity = { cnapsPrefix: "308", names: ["招商银行"] };

const digitsOfPart = 2;
const digitsOfRow = 6;

/** TRXSEQ of a row, 8 digits: the part, then the row's place in it. It is unique in the batch. */
export function rowNumber(partNumber: number, row: number): string {
  return String(partNumber).padStart(digitsOfPart, "0") + String(row).padStart(digitsOfRow, "0");
}

/** The line number of a row, from its batch's number and TRXSEQ; nothing for one that is not ours. */
export function lineNumberOf(batchNumber: string, trxseq: string): string | undefined {
  if (!/^\d{8}$/.test(trxseq)) return undefined;
  return `${batchNumber}-${trxseq.slice(0, digitsOfPart)}${trxseq.slice(digitsOfPart)}`;
}

/** BB6BTHHL: one part of a batch. All parts share YURREF, by which the bank knows a batch again. */
export function writePart(options: CmbOptions, part: MessagePart): Parsed<Uint8Array> {
  const head = objectOf({
    begtag: part.partNumber === 1 ? "Y" : "N",
    endtag: part.partNumber === part.partCount ? "Y" : "N",
    reqnbr: part.partNumber === 1 ? "" : referencePlaceholder,
    accnbr: part.payer.number,
    accnam: part.payer.name,
    ttlamt: formatYuan(part.wholeTotals.amountFen),
    ttlcnt: String(part.wholeTotals.count),
    ttlnum: String(part.partCount),
    curamt: formatYuan(part.totals.amountFen),
    curcnt: String(part.totals.count),
    ccynbr: "10",
    trstyp: options.transactionKind ?? "",
    nusage: options.usage,
    eptdat: compactDate(part.payDate),
    yurref: part.wholeBatchNumber,
    chlflg: options.settlementChannel ?? "N",
  });
  const rows = part.payments.map((payment, index) => {
    return rowOf(options, payment, rowNumber(part.partNumber, index + 1));
  });
  const body = new Map<string, JsonValue>([
    ["bb6busmod", [objectOf({ buscod: options.businessCode, busmod: options.businessMode })]],
    ["bb6cdcbhx1", [head]],
    ["bb6cdcdlx1", rows],
  ]);
  const submittedAt = compactMoment(part.submittedAt);
  return writeRequest({ options, transaction: "BB6BTHHL", requestId: part.batchNumber, submittedAt }, body);
}

/** A query that asks for what the body says. */
export function writeQuery(
  options: CmbOptions,
  transaction: CmbQueryCode,
  query: Pick<PartQuery, "queryNumber" | "queriedAt">,
  input: Readonly<Record<string, string>>,
): Parsed<Uint8Array> {
  const body = new Map([[`${transaction.toLowerCase()}y1`, [objectOf(input)]]]);
  const { queryNumber: requestId, queriedAt } = query;
  return writeRequest({ options, transaction, requestId, submittedAt: compactMoment(queriedAt) }, body);
}

/** Queries: batch with rows, batches, rows, returns. */
export type CmbQueryCode = "BB6BPDQY" | "BB6BTHQY" | "BB6DTLQY" | "BB6RFDQY";

/** What asks for a part: by the number of the batch, which all its parts share. */
export function partInput(options: CmbOptions, query: PartQuery): Readonly<Record<string, string>> {
  const [bthnbr = "", trxseq = ""] = query.continuation?.split("/") ?? [];
  const yurref = wholeBatchNumber(query.batchNumber);
  return { buscod: options.businessCode, yurref, bthnbr, trxseq };
}

function rowOf(options: CmbOptions, payment: PayoutRecord, trxseq: string): JsonObject {
  const isOwn = isOwnAccount(payment, cmbBank);
  return objectOf({
    trxseq,
    accnbr: payment.payeeAccount,
    accnam: normaliseName(payment.payeeName),
    trsamt: formatYuan(payment.amountFen),
    trsdsp: (options.purposes ?? cmbPurposes)[payment.purpose] ?? "",
    bnkflg: isOwn ? "Y" : "N",
    eacbnk: isOwn ? "" : (payment.payeeBankName ?? ""),
    eaccty: isOwn ? "" : (options.otherBankPlace ?? ""),
  });
}

interface RequestHead {
  readonly options: CmbOptions;
  readonly transaction: string;
  readonly requestId: string;
  readonly submittedAt: string;
}

/** Members in the order of their names: so the text is the same whether the bank sorts before it verifies. */
function writeRequest(head: RequestHead, body: JsonObject): Parsed<Uint8Array> {
  const { options, transaction, requestId, submittedAt } = head;
  const request = new Map<string, JsonValue>([
    ["head", objectOf({ userid: options.uid, funcode: transaction, reqid: requestId })],
    ["body", body],
  ]);
  const signature = objectOf({ sigdat: signaturePlaceholder, sigtim: submittedAt });
  const document = new Map<string, JsonValue>([
    ["request", request],
    ["signature", signature],
  ]);
  return encodeText(writeJson(document, { sorted: true }), "utf-8");
}

function objectOf(members: Readonly<Record<string, string>>): JsonObject {
  return new Map(Object.entries(members));
}
