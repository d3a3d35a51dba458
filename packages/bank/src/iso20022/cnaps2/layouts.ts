import type { Fen } from "@tongchou/core";
import type { Provenance } from "../../profile.js";
import type { CnapsField } from "./fields.js";

/** What the layouts rest on; none was compared with the standard's own volumes. */
export const cnapsProvenance: Provenance = {
  source:
    "classes of the integrator code caijianfang/zcbs-cnaps (2017) and samples of messages in public " +
    "repositories; names of codes partly from memory",
  verifiedBy: null,
  verifiedOn: null,
};

/** The head of a package of ordinary credits (beps.121), and what the centre adds on its way down. */
export interface CnapsCreditHead {
  readonly messageId: string;
  readonly createdAt: string;
  readonly sender: string;
  readonly receiver: string;
  readonly system: string;
  readonly note?: string | undefined;
  /** See {@link cnapsStatuses}. */
  readonly status?: string | undefined;
  readonly statusCode?: string | undefined;
  readonly rejection?: string | undefined;
  /** Day and round of the netting: the day by which one reconciles, which may be after that of the order. */
  readonly nettedOn?: string | undefined;
  readonly nettingRound?: string | undefined;
  readonly settledOn?: string | undefined;
}

/** One credit of beps.121. */
export interface CnapsCredit {
  readonly transactionId: string;
  readonly payerName: string;
  readonly payerAddress?: string | undefined;
  readonly payerAccount: string;
  readonly payerAccountBank?: string | undefined;
  readonly payerBank: string;
  readonly payeeBank: string;
  readonly payeeName: string;
  readonly payeeAddress?: string | undefined;
  readonly payeeAccount: string;
  readonly payeeAccountBank?: string | undefined;
  readonly amountFen: Fen;
  /** Kind of business, such as A100; and what it is for, such as 02102. */
  readonly category: string;
  readonly purpose: string;
  readonly information?: string | undefined;
}

/** The head of a batch of payments by an agency (beps.382), such as wages. */
export interface CnapsBatchHead {
  readonly messageId: string;
  readonly createdAt: string;
  readonly sender: string;
  readonly senderParty?: string | undefined;
  readonly receiver: string;
  readonly receiverParty?: string | undefined;
  readonly system: string;
  readonly note?: string | undefined;
  readonly batchNumber: string;
  readonly transmittedOn: string;
  readonly deliveredOn?: string | undefined;
  /** Days within which the answer is due. */
  readonly answerWithin: string;
  /** RT00: the payer's bank receives it; RT01: the payee's. */
  readonly receiverKind: string;
  /** Number of the contract. */
  readonly contract?: string | undefined;
  /** CE01: the contract was checked; CE02: it was not. */
  readonly checked?: string | undefined;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly payerMember: string;
  readonly payerBank?: string | undefined;
  readonly payeeMember: string;
  /** Kind of business: C210 for wages in one source, C211 in another. */
  readonly category: string;
}

/** One payee of beps.382. */
export interface CnapsBatchRow {
  /** What it is for: 01200 for wages. */
  readonly purpose: string;
  readonly transactionId: string;
  readonly payeeBank: string;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly amountFen: Fen;
  readonly information?: string | undefined;
}

/** The answer of a node that it received a message (ccms.990). It says nothing of any payment. */
export interface CnapsReceipt {
  readonly sender: string;
  /** `20240315`. */
  readonly sentOn: string;
  readonly messageType: string;
  readonly messageId: string;
  readonly messageReference: string;
  /** PM1I0000: received. */
  readonly code: string;
}

type Field<T> = CnapsField<keyof T & string>;

function field<T>(property: keyof T & string, path: string, form: Field<T>["form"], max: number): Field<T> {
  return { property, path, form, max };
}

function optional<T>(
  property: keyof T & string,
  path: string,
  form: Field<T>["form"],
  max: number,
): Field<T> {
  return { property, path, form, max, isOptional: true };
}

/** What a head says of its rows; it is made from them and compared with them. */
export interface RowTotals {
  readonly rowCount: string;
  readonly rowTotalFen: Fen;
}

/** A kind of message: where its values stand, in its order. */
export interface CnapsLayout<Head, Row> {
  /** Also the end of its namespace. */
  readonly type: string;
  readonly root: string;
  readonly head: readonly Field<Head & RowTotals>[];
  /** Path of a row from the root; missing where there are no rows. */
  readonly rowPath?: string | undefined;
  readonly rows: readonly Field<Row>[];
}

/** 客户发起普通贷记业务, beps.121.001.01. */
export const beps121: CnapsLayout<CnapsCreditHead, CnapsCredit> = {
  type: "beps.121.001.01",
  root: "CstmrCdtTrf",
  head: [
    field("messageId", "PKGGrpHdr/MsgId", "text", 35),
    field("createdAt", "PKGGrpHdr/CreDtTm", "moment", 19),
    field("sender", "PKGGrpHdr/InstgPty/InstgDrctPty", "bank", 14),
    field("receiver", "PKGGrpHdr/InstdPty/InstdDrctPty", "bank", 14),
    field("rowCount", "PKGGrpHdr/NbOfTxs", "digits", 15),
    field("rowTotalFen", "PKGGrpHdr/CtrlSum", "amount", 18),
    field("system", "PKGGrpHdr/SysCd", "code", 4),
    optional("note", "PKGGrpHdr/Rmk", "text", 256),
    optional("status", "NPCPrcInf/PrcSts", "code", 4),
    optional("statusCode", "NPCPrcInf/PrcCd", "code", 8),
    optional("rejection", "NPCPrcInf/RjctInf", "text", 105),
    optional("nettedOn", "NPCPrcInf/NetgDt", "date", 10),
    optional("nettingRound", "NPCPrcInf/NetgRnd", "digits", 2),
    optional("settledOn", "NPCPrcInf/SttlmDt", "date", 10),
  ],
  rowPath: "CstmrCdtTrfInf",
  rows: [
    field("transactionId", "TxId", "digits", 16),
    field("payerName", "Dbtr/Nm", "text", 60),
    optional("payerAddress", "Dbtr/PstlAdr/AdrLine", "text", 70),
    field("payerAccount", "DbtrAcct/Id/Othr/Id", "text", 32),
    optional("payerAccountBank", "DbtrAcct/Id/Othr/Issr", "bank", 14),
    field("payerBank", "DbtrAgt/BrnchId/Id", "bank", 14),
    field("payeeBank", "CdtrAgt/BrnchId/Id", "bank", 14),
    field("payeeName", "Cdtr/Nm", "text", 60),
    optional("payeeAddress", "Cdtr/PstlAdr/AdrLine", "text", 70),
    field("payeeAccount", "CdtrAcct/Id/Othr/Id", "text", 32),
    optional("payeeAccountBank", "CdtrAcct/Id/Othr/Issr", "bank", 14),
    field("amountFen", "Amt", "amount", 18),
    field("category", "PmtTpInf/CtgyPurp/Prtry", "code", 4),
    field("purpose", "Purp/Prtry", "code", 5),
    optional("information", "AddtlInf", "text", 256),
  ],
};

/** 批量代付业务, beps.382.001.01. */
export const beps382: CnapsLayout<CnapsBatchHead, CnapsBatchRow> = {
  type: "beps.382.001.01",
  root: "BtchPmtByAgcy",
  head: [
    field("messageId", "GrpHdr/MsgId", "text", 35),
    field("createdAt", "GrpHdr/CreDtTm", "moment", 19),
    field("sender", "GrpHdr/InstgPty/InstgDrctPty", "bank", 14),
    optional("senderParty", "GrpHdr/InstgPty/InstgPty", "bank", 14),
    field("receiver", "GrpHdr/InstdPty/InstdDrctPty", "bank", 14),
    optional("receiverParty", "GrpHdr/InstdPty/InstdPty", "bank", 14),
    field("system", "GrpHdr/SysCd", "code", 4),
    optional("note", "GrpHdr/Rmk", "text", 256),
    field("batchNumber", "BtchPmtByAgcyInf/BtchNb", "digits", 8),
    field("transmittedOn", "BtchPmtByAgcyInf/TrnsmtSndrDt", "date", 10),
    optional("deliveredOn", "BtchPmtByAgcyInf/TrnsmtRcvrDt", "date", 10),
    field("answerWithin", "BtchPmtByAgcyInf/RtrLtd", "digits", 2),
    field("receiverKind", "BtchPmtByAgcyInf/RcvTp", "code", 4),
    optional("contract", "BtchPmtByAgcyInf/EndToEndId", "text", 60),
    optional("checked", "BtchPmtByAgcyInf/ChckFlg", "code", 4),
    field("payerName", "BtchPmtByAgcyInf/Dbtr/Nm", "text", 60),
    field("payerAccount", "BtchPmtByAgcyInf/DbtrAcct/Id/Othr/Id", "text", 32),
    field("payerMember", "BtchPmtByAgcyInf/DbtrAgt/FIId/ClrSysMmbId/MmbId", "bank", 14),
    optional("payerBank", "BtchPmtByAgcyInf/DbtrAgt/BrnchId/Id", "bank", 14),
    field("payeeMember", "BtchPmtByAgcyInf/CdtrAgt/FIId/ClrSysMmbId/MmbId", "bank", 14),
    field("rowTotalFen", "BtchPmtByAgcyInf/TtlAmt", "amount", 18),
    field("category", "BtchPmtByAgcyInf/PmtTpInf/CtgyPurp/Prtry", "code", 4),
    field("rowCount", "BtchPmtByAgcyInf/CdtrNb", "digits", 8),
  ],
  rowPath: "BtchPmtByAgcyInf/CdtrDtls",
  rows: [
    field("purpose", "Purp/Prtry", "code", 5),
    field("transactionId", "TxId", "digits", 16),
    field("payeeBank", "BrnchId", "bank", 14),
    field("payeeName", "Cdtr/Nm", "text", 60),
    field("payeeAccount", "CdtrAcct/Id/Othr/Id", "text", 32),
    field("amountFen", "Amt", "amount", 18),
    optional("information", "AddtlInf", "text", 256),
  ],
};

/** 通信级确认, ccms.990.001.02. */
export const ccms990: CnapsLayout<CnapsReceipt, never> = {
  type: "ccms.990.001.02",
  root: "ComConf",
  head: [
    field("sender", "ConfInf/OrigSndr", "code", 14),
    field("sentOn", "ConfInf/OrigSndDt", "compact-date", 8),
    field("messageType", "ConfInf/MT", "code", 20),
    field("messageId", "ConfInf/MsgId", "text", 20),
    field("messageReference", "ConfInf/MsgRefId", "text", 20),
    field("code", "ConfInf/MsgPrcCd", "code", 8),
  ],
  rows: [],
};
