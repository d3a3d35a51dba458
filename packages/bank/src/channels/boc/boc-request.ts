import { formatYuan, type Parsed, type PayoutRecord, plainNumberText } from "@tongchou/core";
import type { PartQuery } from "../../channel.js";
import { normaliseName } from "../../codec/payee-name.js";
import type { PaymentFormat } from "../../profile.js";
import { writeXmlDocument, type XmlContent, xmlElement } from "../../xml/index.js";
import { compactDate, type MessagePart } from "../encode-parts.js";
import type { BankIdentity } from "../payee-bank.js";
import { credentialPlaceholder } from "../placeholder.js";
import type { BocOptions } from "./boc-options.js";

/** What each purpose is called on the payee's statement where the options do not say. */
export const bocPurposes: PaymentFormat["purposes"] = {
  wage: "工资",
  "wage-supplement": "补发工资",
  severance: "补偿金",
};

export const bocBank: BankIdentity = { cnapsPrefix: "104", names: ["中国银行"] };

/** b2e0078: pays a batch. Amounts are yuan. */
export function writeB2e0078(options: BocOptions, part: MessagePart): Parsed<Uint8Array> {
  const payer = elementsOf({
    fribkn: options.payerBankNumber,
    actacn: part.payer.number,
    actnam: part.payer.name,
  });
  const batch = [
    xmlElement("insid", part.batchNumber),
    xmlElement("fractn", payer),
    ...elementsOf({
      pybcur: "CNY",
      pybamt: formatYuan(part.totals.amountFen),
      pybnum: String(part.totals.count),
      crdtyp: options.cardType,
      furinfo: options.use,
      useinf: options.useText ?? "",
      trfdate: compactDate(part.payDate),
    }),
    ...part.payments.map((payment) => xmlElement("detail", rowOf(options, payment))),
  ];
  return writeMessage(options, { transaction: "b2e0078", number: part.batchNumber }, [
    xmlElement("b2e0078-rq", batch),
  ]);
}

/** b2e0007: asks for batches, by their own numbers and the bank's; all have one number of the message. */
export function writeB2e0007(options: BocOptions, queries: readonly PartQuery[]): Parsed<Uint8Array> {
  const items = queries.map(({ batchNumber, bankReference }) =>
    xmlElement("b2e0007-rq", elementsOf({ insid: batchNumber, obssid: bankReference ?? "" })),
  );
  return writeMessage(options, { transaction: "b2e0007", number: queries[0]?.queryNumber ?? "" }, items);
}

/** With the card types 5 and 7 the bank refuses a row that names the payee's bank. */
function rowOf(options: BocOptions, payment: PayoutRecord): readonly XmlContent[] {
  const isByBank = options.cardType === "6";
  return elementsOf({
    toibkn: isByBank ? plainNumberText(payment.payeeCnapsCode ?? "") : "",
    tobank: isByBank ? (payment.payeeBankName ?? "") : "",
    toactn: payment.payeeAccount,
    pydcur: "CNY",
    pydamt: formatYuan(payment.amountFen),
    toname: normaliseName(payment.payeeName),
    toidtp: "",
    toidet: "",
    furinfo: "",
    purpose: (options.purposes ?? bocPurposes)[payment.purpose] ?? "",
    reserve1: "",
    reserve2: "",
    reserve3: "",
    reserve4: "",
  });
}

function writeMessage(
  options: BocOptions,
  { transaction, number }: { readonly transaction: string; readonly number: string },
  items: readonly XmlContent[],
): Parsed<Uint8Array> {
  const head = elementsOf({
    termid: options.terminalId,
    trnid: number,
    custid: options.customerId,
    cusopr: options.operatorId,
    trncod: transaction,
    token: credentialPlaceholder("token").placeholder,
  });
  const body = xmlElement("trans", [xmlElement(`trn-${transaction}-rq`, items)]);
  const attributes = { version: "100", security: "true", lang: "chs" };
  const root = xmlElement("bocb2e", [xmlElement("head", head), body], attributes);
  return writeXmlDocument(root, { encoding: options.encoding ?? "utf-8" });
}

function elementsOf(fields: Readonly<Record<string, string>>): readonly XmlContent[] {
  return Object.entries(fields).map(([name, text]) => xmlElement(name, text));
}
