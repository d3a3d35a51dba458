import type { Parsed, PayoutRecord } from "@tongchou/core";
import type { PartQuery } from "../../channel.js";
import { normaliseName } from "../../codec/payee-name.js";
import type { PaymentFormat } from "../../profile.js";
import { writeXmlDocument, type XmlContent, xmlElement } from "../../xml/index.js";
import { compactMoment, type MessagePart } from "../encode-parts.js";
import { type BankIdentity, isOwnAccount } from "../payee-bank.js";
import type { IcbcOptions } from "./icbc-options.js";

/** What each purpose is called on the payee's statement where the options do not say. */
export const icbcPurposes: PaymentFormat["purposes"] = {
  wage: "工资",
  "wage-supplement": "补发工资",
  severance: "补偿金",
};

export const icbcBank: BankIdentity = { cnapsPrefix: "102", names: ["中国工商银行", "工商银行"] };
/** The bank's code in the head of each message. */
export const icbcBankCode = "102";

/** PAYPER: pays persons. Amounts are whole fen. */
export function writePayper(options: IcbcOptions, part: MessagePart): Parsed<Uint8Array> {
  const { batchNumber, payments, totals, submittedAt } = part;
  const input = [
    ...elementsOf({
      OnlBatF: "1",
      SettleMode: options.settleMode,
      TotalNum: String(totals.count),
      TotalAmt: String(totals.amountFen),
      SignTime: `${compactMoment(submittedAt)}000`,
      THBaseAccFlag: "0",
      RegSerialNO: "",
      PackageName: "",
      TotalSummary: "",
      BatchSumFlag: "",
    }),
    ...payments.map((payment, index) => writeRow(options, part, payment, index + 1)),
  ];
  return writeMessage(options, { transaction: "PAYPER", number: batchNumber, moment: submittedAt }, input);
}

/** QPAYPER: asks for a whole package, by its own number and the bank's. */
export function writeQpayper(options: IcbcOptions, query: PartQuery): Parsed<Uint8Array> {
  const input = elementsOf({
    QryfSeqno: query.batchNumber,
    QrySerialNo: query.bankReference ?? "",
    ReqReserved1: "",
    ReqReserved2: "",
  });
  const head = { transaction: "QPAYPER", number: query.queryNumber, moment: query.queriedAt };
  return writeMessage(options, head, input);
}

function writeRow(
  options: IcbcOptions,
  part: MessagePart,
  payment: PayoutRecord,
  serial: number,
): XmlContent {
  const isOwn = isOwnAccount(payment, icbcBank);
  const moment = compactMoment(part.submittedAt);
  const fields = {
    iSeqno: String(serial),
    ReimburseNo: "",
    ReimburseNum: "",
    StartDate: moment.slice(0, 8),
    StartTime: moment.slice(8),
    PayType: options.payType ?? "1",
    PayAccNo: part.payer.number,
    PayAccNameCN: part.payer.name,
    PayAccNameEN: "",
    RecAccNo: payment.payeeAccount,
    RecAccNameCN: normaliseName(payment.payeeName),
    RecAccNameEN: "",
    SysIOFlg: isOwn ? "1" : "2",
    IsSameCity: "1",
    RecICBCCode: "",
    RecCityName: isOwn ? "" : (options.otherBankPlace ?? ""),
    RecBankNo: isOwn ? "" : (payment.payeeCnapsCode ?? ""),
    RecBankName: isOwn ? "" : (payment.payeeBankName ?? ""),
    CurrType: "001",
    PayAmt: String(payment.amountFen),
    UseCode: "",
    UseCN: (options.purposes ?? icbcPurposes)[payment.purpose] ?? "",
    EnSummary: "",
    PostScript: "",
    Summary: "",
    Ref: "",
    Oref: "",
    ERPSqn: "",
    BusCode: "",
    ERPcheckno: "",
    CrvouhType: "",
    CrvouhName: "",
    CrvouhNo: "",
    MCardNo: "",
    MCardName: "",
  };
  return xmlElement("rd", elementsOf(fields));
}

interface MessageHead {
  readonly transaction: string;
  readonly number: string;
  readonly moment: string;
}

/** What calls itself GB2312 is GBK. */
function writeMessage(
  options: IcbcOptions,
  { transaction, number, moment }: MessageHead,
  input: readonly XmlContent[],
): Parsed<Uint8Array> {
  const at = compactMoment(moment);
  const head = elementsOf({
    TransCode: transaction,
    CIS: options.cis,
    BankCode: icbcBankCode,
    ID: options.userId,
    TranDate: at.slice(0, 8),
    TranTime: `${at.slice(8)}000`,
    fSeqno: number,
  });
  const root = xmlElement("CMS", [xmlElement("eb", [xmlElement("pub", head), xmlElement("in", input)])]);
  return writeXmlDocument(root, { encoding: "gbk", declaration: "<?xml version='1.0' encoding='GB2312'?>" });
}

function elementsOf(fields: Readonly<Record<string, string>>): readonly XmlContent[] {
  return Object.entries(fields).map(([name, text]) => xmlElement(name, text));
}
