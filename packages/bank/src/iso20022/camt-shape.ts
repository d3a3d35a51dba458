import type { MessageShape, RecordShape } from "./record-reader.js";

/** The three messages of an account: within the day, at its end, and of single movements. */
const accountMessages = [
  "BkToCstmrAcctRpt/Rpt",
  "BkToCstmrStmt/Stmt",
  "BkToCstmrDbtCdtNtfctn/Ntfctn",
] as const;

const headerFields = {
  messageId: ["MsgId"],
  page: ["MsgPgntn/PgNb"],
  isLastPage: ["MsgPgntn/LastPgInd"],
} as const;

// The account comes before its entries, the totals too; an element's record is told where it ends.
const accountFields = { number: ["Id/Othr/Id", "Id/IBAN"] } as const;

const statementFields = {
  // Version 08 may split a single statement.
  page: ["StmtPgntn/PgNb", "RptPgntn/PgNb", "NtfctnPgntn/PgNb"],
  isLastPage: ["StmtPgntn/LastPgInd", "RptPgntn/LastPgInd", "NtfctnPgntn/LastPgInd"],
  entryCount: ["TxsSummry/TtlNtries/NbOfNtries"],
  creditCount: ["TxsSummry/TtlCdtNtries/NbOfNtries"],
  creditSum: ["TxsSummry/TtlCdtNtries/Sum"],
  debitCount: ["TxsSummry/TtlDbtNtries/NbOfNtries"],
  debitSum: ["TxsSummry/TtlDbtNtries/Sum"],
} as const;

// Version 02 has the status as text, version 08 as a code.
const entryFields = {
  amount: ["Amt"],
  currency: ["Amt/@Ccy"],
  direction: ["CdtDbtInd"],
  reversal: ["RvslInd"],
  status: ["Sts/Cd", "Sts/Prtry", "Sts"],
  bookingDate: ["BookgDt/Dt", "BookgDt/DtTm"],
  valueDate: ["ValDt/Dt", "ValDt/DtTm"],
  bankReference: ["AcctSvcrRef"],
  family: ["BkTxCd/Domn/Fmly/Cd"],
  subFamily: ["BkTxCd/Domn/Fmly/SubFmlyCd"],
  batchMessageId: ["NtryDtls/Btch/MsgId"],
  batchPartId: ["NtryDtls/Btch/PmtInfId"],
  batchCount: ["NtryDtls/Btch/NbOfTxs"],
  batchSum: ["NtryDtls/Btch/TtlAmt"],
  batchCurrency: ["NtryDtls/Btch/TtlAmt/@Ccy"],
} as const;

// Version 02 has the amount among the details of amounts, version 08 beside them, and parties a level deeper.
const detailFields = {
  reference: ["Refs/EndToEndId"],
  partId: ["Refs/PmtInfId"],
  bankReference: ["Refs/AcctSvcrRef"],
  amount: ["Amt"],
  currency: ["Amt/@Ccy"],
  instructedAmount: ["AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"],
  instructedCurrency: ["AmtDtls/TxAmt/Amt/@Ccy", "AmtDtls/InstdAmt/Amt/@Ccy"],
  direction: ["CdtDbtInd"],
  creditorName: ["RltdPties/Cdtr/Nm", "RltdPties/Cdtr/Pty/Nm"],
  creditorAccount: ["RltdPties/CdtrAcct/Id/Othr/Id", "RltdPties/CdtrAcct/Id/IBAN"],
  debtorName: ["RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm"],
  debtorAccount: ["RltdPties/DbtrAcct/Id/Othr/Id", "RltdPties/DbtrAcct/Id/IBAN"],
  remittance: ["RmtInf/Ustrd"],
  hasReturn: ["RtrInf"],
  returnReason: ["RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"],
  returnText: ["RtrInf/AddtlInf"],
} as const;

/** Names of what is read of each record. */
export type HeaderField = keyof typeof headerFields;
/** See {@link HeaderField}. */
export type AccountField = keyof typeof accountFields;
/** See {@link HeaderField}. */
export type StatementField = keyof typeof statementFields;
/** See {@link HeaderField}. */
export type EntryField = keyof typeof entryFields;
/** See {@link HeaderField}. */
export type DetailField = keyof typeof detailFields;

/** What is read of camt.052, .053 and .054, in versions 02 and 08 alike. */
export const camtShapes: readonly MessageShape[] = accountMessages.map((message) => {
  const statement = `Document/${message}`;
  const header = `Document/${message.split("/")[0] ?? ""}/GrpHdr`;
  return {
    header: { path: header, fields: headerFields } satisfies RecordShape<HeaderField>,
    account: { path: `${statement}/Acct`, fields: accountFields } satisfies RecordShape<AccountField>,
    statement: { path: statement, fields: statementFields } satisfies RecordShape<StatementField>,
    entry: { path: `${statement}/Ntry`, fields: entryFields } satisfies RecordShape<EntryField>,
    detail: {
      path: `${statement}/Ntry/NtryDtls/TxDtls`,
      fields: detailFields,
    } satisfies RecordShape<DetailField>,
  };
});
