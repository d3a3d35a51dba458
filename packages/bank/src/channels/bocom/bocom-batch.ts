import {
  createIssue,
  failed,
  type Fen,
  formatYuan,
  type Issue,
  parsed,
  type Parsed,
  sumFen,
} from "@tongchou/core";
import { readAmount } from "../../codec/amount-text.js";
import { normaliseName } from "../../codec/payee-name.js";
import type { Totals } from "../../codec/totals.js";
import {
  elementAt,
  elementsAt,
  placeOfElement,
  readXmlDocument,
  textAt,
  writeXmlDocument,
  type XmlContent,
  type XmlElement,
  xmlElement,
} from "../../xml/index.js";
import { compactDate, compactMoment, type MessagePart } from "../encode-parts.js";
import { channelIssues } from "../issues.js";
import { neededText, unreadable, unreadableRow } from "../xml-answer.js";
import type { BocomOptions } from "./bocom-options.js";

/** What a message says of itself, its totals held against its rows. */
export interface BocomBatch {
  readonly transaction: string;
  readonly batchNumber: string;
  readonly totals: Totals;
}

/** Writes 330003 or 330002. Amounts are yuan; the month of the pay is that of the pay date. */
export function writeBatch(options: BocomOptions, part: MessagePart): Parsed<Uint8Array> {
  const rows = part.payments.map((payment) => {
    const row = {
      card_no: payment.payeeAccount,
      acname: normaliseName(payment.payeeName),
      card_flag: "0",
      amt: formatYuan(payment.amountFen),
      busino: payment.reference,
    };
    return xmlElement("rcd", elementsOf(row));
  });
  const body = elementsOf({
    cert_no: part.batchNumber,
    pay_acno: part.payer.number,
    type: "S",
    sum: String(part.totals.count),
    sum_amt: formatYuan(part.totals.amountFen),
    pay_month: compactDate(part.payDate).slice(0, 6),
    summary: options.summary,
    busi_no: options.payrollNumber,
    ...(options.transaction === "330003" ? { selsec_flg: options.selectionFlag ?? "0" } : {}),
  });
  const head = { transaction: options.transaction, number: part.batchNumber, moment: part.submittedAt };
  return writeRequest(options, head, [...body, xmlElement("tran", rows)]);
}

/** The head that all requests have, before what the body says. */
export function writeRequest(
  options: BocomOptions,
  head: { readonly transaction: string; readonly number: string; readonly moment: string },
  body: readonly XmlContent[],
): Parsed<Uint8Array> {
  const at = compactMoment(head.moment);
  const fields = elementsOf({
    tr_code: head.transaction,
    corp_no: options.corporationNumber,
    user_no: options.userNumber,
    req_no: head.number,
    tr_acdt: at.slice(0, 8),
    tr_time: at.slice(8),
    atom_tr_count: "1",
    channel: "0",
    reserved: "",
  });
  const root = xmlElement("ap", [xmlElement("head", fields), xmlElement("body", body)]);
  return writeXmlDocument(root, { encoding: "gbk", declaration: "" });
}

/**
 * Reads a batch message of Bank of Communications (330003 or 330002), and holds `sum` and `sum_amt` against
 * its rows. The sample that goes round in public says one row of 0.01 and has two of 21.01: it is refused.
 *
 * @returns the number and the totals, or `xml-` issues, `answer-unreadable`, `row-unreadable`, `sum-differs`
 * @example
 * const rcd = "<rcd><amt>21.01</amt></rcd>";
 * const body = `<cert_no>T1</cert_no><sum>1</sum><sum_amt>0.01</sum_amt><tran>${rcd}${rcd}</tran>`;
 * const message = `<ap><head><tr_code>330003</tr_code></head><body>${body}</body></ap>`;
 * readBocomBatch(encodeText(message, "gbk").value, "sample.xml").issues[0]?.code; // => "sum-differs"
 */
export function readBocomBatch(bytes: Uint8Array, file: string): Parsed<BocomBatch> {
  const document = readXmlDocument(bytes, { file, encoding: "gbk" });
  if (!document.ok) return document;
  const root = document.value;
  const transaction = neededText(root, "head/tr_code", file);
  const batchNumber = neededText(root, "body/cert_no", file);
  const body = elementAt(root, "body");
  if (!transaction.ok || !batchNumber.ok || body === undefined)
    return { ok: false, issues: [...transaction.issues, ...batchNumber.issues] };
  const totals = checkSums(body, file);
  if (!totals.ok) return totals;
  return parsed({ transaction: transaction.value, batchNumber: batchNumber.value, totals: totals.value });
}

/**
 * Holds `sum` and `sum_amt` of a body against its rows.
 *
 * @returns the totals, or `answer-unreadable`, `row-unreadable`, `sum-differs`
 */
export function checkSums(body: XmlElement, file: string): Parsed<Totals> {
  const count = textAt(body, "sum") ?? "";
  const declared = readAmount(textAt(body, "sum_amt") ?? "", "yuan");
  if (!/^\d{1,9}$/.test(count)) return failed(unreadable(body, "sum", file));
  if (!declared.ok) return failed(unreadable(body, "sum_amt", file));
  const issues: Issue[] = [];
  const amounts: Fen[] = [];
  for (const row of elementsAt(body, "tran/rcd")) {
    const amount = readAmount(textAt(row, "amt") ?? "", "yuan");
    if (amount.ok) amounts.push(amount.value);
    else issues.push(unreadableRow(row, "amt", file));
  }
  if (issues.length > 0) return { ok: false, issues };
  const found: Totals = { count: amounts.length, amountFen: sumFen(amounts) };
  if (found.count === Number(count) && found.amountFen === declared.value) return parsed(found);
  const values = {
    declared: count,
    declaredAmount: formatYuan(declared.value),
    found: found.count,
    foundAmount: formatYuan(found.amountFen),
  };
  return failed(createIssue(channelIssues, "sum-differs", values, { place: placeOfElement(body, file) }));
}

/** Elements with a text each. */
export function elementsOf(fields: Readonly<Record<string, string>>): readonly XmlContent[] {
  return Object.entries(fields).map(([name, text]) => xmlElement(name, text));
}
