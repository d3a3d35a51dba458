import {
  createIssue,
  failed,
  type Fen,
  formatYuan,
  parsed,
  type Parsed,
  type PayoutRecord,
  sumFen,
  zeroFen,
} from "@tongchou/core";
import { readAmount } from "../../codec/amount-text.js";
import { normaliseName } from "../../codec/payee-name.js";
import type { Totals } from "../../codec/totals.js";
import { decodeBytes, encodeText } from "../../encoding.js";
import { writeXmlDocument, xmlElement } from "../../xml/index.js";
import { channelIssues } from "../issues.js";
import { credentialPlaceholder } from "../placeholder.js";
import type { CcbOptions } from "./ccb-options.js";

/** One request: the whole of it but the password. */
export interface CcbRequest {
  readonly number: string;
  readonly transaction: CcbTransaction;
  readonly body: Readonly<Record<string, string>>;
}

/** Upload of a file, start of its batch, query of a batch, single payment, query of a single payment. */
export type CcbTransaction = "6W2102" | "6W2100" | "6W2104" | "6W1303" | "6W1503";

/** Writes a request. What calls itself GB2312 is GB18030. */
export function writeRequest(options: CcbOptions, request: CcbRequest): Parsed<Uint8Array> {
  const elements = (fields: Readonly<Record<string, string>>): ReturnType<typeof xmlElement>[] =>
    Object.entries(fields).map(([name, text]) => xmlElement(name, text));
  const head = elements({
    REQUEST_SN: request.number,
    CUST_ID: options.customerId,
    USER_ID: options.userId,
    PASSWORD: credentialPlaceholder("PASSWORD").placeholder,
    TX_CODE: request.transaction,
    LANGUAGE: "CN",
  });
  const root = xmlElement("TX", [...head, xmlElement("TX_INFO", elements(request.body))]);
  const declaration = '<?xml version="1.0" encoding="GB2312" standalone="yes" ?>';
  return writeXmlDocument(root, { encoding: "gb18030", declaration });
}

/**
 * The file of a batch: a line for each payment, account, name and yuan; GB18030, carriage return, line
 * feed.
 */
export function writeRows(payments: readonly PayoutRecord[]): Parsed<Uint8Array> {
  const lines = payments.map(({ payeeAccount, payeeName, amountFen }) => {
    return `${payeeAccount}|${normaliseName(payeeName)}|${formatYuan(amountFen)}\r\n`;
  });
  return encodeText(lines.join(""), "gb18030");
}

/**
 * Counts and adds up the rows of a file.
 *
 * @returns the totals, or `row-unreadable` with the line
 */
export function totalsOfRows(content: Uint8Array, file: string): Parsed<Totals> {
  const text = decodeBytes(content, "gb18030");
  if (!text.ok) return text;
  const amounts: Fen[] = [];
  for (const [index, line] of text.value.split("\r\n").entries()) {
    if (line === "" && index > 0) continue;
    const amount = readAmount(line.split("|")[2] ?? "", "yuan");
    if (!amount.ok || amount.value <= zeroFen) {
      const place = { file, row: index + 1 };
      return failed(createIssue(channelIssues, "row-unreadable", { element: "金额 (amount)" }, { place }));
    }
    amounts.push(amount.value);
  }
  return parsed({ count: amounts.length, amountFen: sumFen(amounts) });
}

/** Fills the placeholders of a template. */
export function fillBody(
  template: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  return Object.fromEntries(Object.entries(template).map(([name, text]) => [name, fill(text)]));
}
