import {
  type CorporateAccount,
  type Fen,
  formatYuan,
  type PayoutRecord,
  plainNumberText,
} from "@tongchou/core";
import { normaliseName } from "../codec/payee-name.js";
import { encodeXmlPieces, escapeXml } from "../xml/index.js";
import { defaultPurposes, type Iso20022Options, type Iso20022Purpose } from "./options.js";

/** One payment order: what its head says, and its payments. */
export interface Pain001Order {
  /** MsgId and PmtInfId: 35 characters at most. */
  readonly batchNumber: string;
  /** Such as `2024-03-15T09:30:00`. */
  readonly createdAt: string;
  readonly payDate: string;
  readonly payer: CorporateAccount;
  readonly count: number;
  readonly totalFen: Fen;
  /** Category purpose of all payments; missing where each says its own. */
  readonly category?: string | undefined;
  /** They have been tested, and come to count and total. */
  readonly payments: Iterable<PayoutRecord>;
}

/**
 * Writes a payment order of any length, some payments at a time: memory does not grow with it.
 *
 * Source: the public schemas pain.001.001.03 and .09. The texts have been tested, as the adapter does it.
 *
 * @example
 * const payer = { name: "九江市示例平台", number: "100200300400" };
 * const head = { batchNumber: "B1-01", createdAt: "2024-03-15T09:30:00", payDate: "2024-03-15", payer };
 * const order = { ...head, count: 0, totalFen: fen(0), payments: [] };
 * const [chunk] = writePain001(order, { version: "pain.001.001.03" });
 * new TextDecoder().decode(chunk).includes("<MsgId>B1-01</MsgId>"); // => true
 */
export function writePain001(order: Pain001Order, options: Iso20022Options): Generator<Uint8Array, void> {
  return encodeXmlPieces(orderPieces(order, options), "utf-8");
}

function* orderPieces(order: Pain001Order, options: Iso20022Options): Generator<string, void> {
  const { batchNumber, createdAt, payDate, payer, count, totalFen, category } = order;
  const { version, initiatingPartyId, hasBatchBooking = true } = options;
  const sums = `<NbOfTxs>${count}</NbOfTxs><CtrlSum>${formatYuan(totalFen)}</CtrlSum>`;
  const id = initiatingPartyId === undefined ? "" : `<Id><OrgId>${otherId(initiatingPartyId)}</OrgId></Id>`;
  const name = `<Nm>${escapeXml(normaliseName(payer.name))}</Nm>`;
  const date = version === "pain.001.001.03" ? payDate : `<Dt>${payDate}</Dt>`;
  const agent = agentOf(payer.cnapsCode, payer.bankName, options) || otherId("NOTPROVIDED");
  yield (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><CstmrCdtTrfInitn>` +
    `<GrpHdr><MsgId>${batchNumber}</MsgId><CreDtTm>${createdAt}</CreDtTm>${sums}` +
    `<InitgPty>${name}${id}</InitgPty></GrpHdr>` +
    `<PmtInf><PmtInfId>${batchNumber}</PmtInfId><PmtMtd>TRF</PmtMtd>` +
    `<BtchBookg>${String(hasBatchBooking)}</BtchBookg>${sums}${typeInformation(category)}` +
    `<ReqdExctnDt>${date}</ReqdExctnDt><Dbtr>${name}</Dbtr>` +
    `<DbtrAcct><Id>${otherId(payer.number)}</Id></DbtrAcct>` +
    `<DbtrAgt><FinInstnId>${agent}</FinInstnId></DbtrAgt>\n`
  );
  const purposes: Partial<Record<string, Iso20022Purpose>> = options.purposes ?? defaultPurposes;
  for (const payment of order.payments) {
    yield paymentPiece(payment, purposes[payment.purpose], { order, options });
  }
  yield "</PmtInf></CstmrCdtTrfInitn></Document>\n";
}

function paymentPiece(
  payment: PayoutRecord,
  purpose: Iso20022Purpose | undefined,
  context: { readonly order: Pain001Order; readonly options: Iso20022Options },
): string {
  const { order, options } = context;
  const { reference, payeeName, payeeAccount, payeeCnapsCode, payeeBankName, amountFen } = payment;
  const agent = agentOf(payeeCnapsCode, payeeBankName, options);
  const category = order.category === undefined ? purpose?.category : undefined;
  return (
    `<CdtTrfTxInf><PmtId><EndToEndId>${escapeXml(reference)}</EndToEndId></PmtId>${typeInformation(category)}` +
    `<Amt><InstdAmt Ccy="${options.currency ?? "CNY"}">${formatYuan(amountFen)}</InstdAmt></Amt>` +
    (agent === "" ? "" : `<CdtrAgt><FinInstnId>${agent}</FinInstnId></CdtrAgt>`) +
    `<Cdtr><Nm>${escapeXml(normaliseName(payeeName))}</Nm></Cdtr>` +
    `<CdtrAcct><Id>${otherId(payeeAccount)}</Id></CdtrAcct>` +
    (purpose?.purpose === undefined ? "" : `<Purp><Cd>${escapeXml(purpose.purpose)}</Cd></Purp>`) +
    `<RmtInf><Ustrd>${escapeXml(purpose?.words ?? "")}</Ustrd></RmtInf></CdtTrfTxInf>\n`
  );
}

/** A bank by its CNAPS code and name, as far as they are known. */
function agentOf(cnapsCode: string | undefined, name: string | undefined, options: Iso20022Options): string {
  const code = plainNumberText(cnapsCode ?? "");
  const system = options.clearingSystem ?? "CNAPS";
  const member =
    code === ""
      ? ""
      : `<ClrSysMmbId><ClrSysId><Cd>${system}</Cd></ClrSysId><MmbId>${code}</MmbId></ClrSysMmbId>`;
  return member + (name === undefined || name === "" ? "" : `<Nm>${escapeXml(name)}</Nm>`);
}

function otherId(id: string): string {
  return `<Othr><Id>${escapeXml(id)}</Id></Othr>`;
}

function typeInformation(category: string | undefined): string {
  return category === undefined
    ? ""
    : `<PmtTpInf><CtgyPurp><Cd>${escapeXml(category)}</Cd></CtgyPurp></PmtTpInf>`;
}
