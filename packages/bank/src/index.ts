export {
  type AdapterLimits,
  type BankAdapter,
  type BatchResult,
  type EncodedBatch,
  type PaymentFile,
  type PaymentOutcome,
  type PayoutBatch,
  type RefusedPayment,
  type ResultFile,
} from "./adapter.js";
export { type FiledPart, type FiledPayment, readBatch } from "./reading/batch-reader.js";
export { encodeBatch } from "./writing/batch-writer.js";
export { type FileBytes } from "./reading/file-lines.js";
export { decodeResult, decodeRows } from "./reading/result-reader.js";
export type { SheetCell, SheetRows } from "./reading/sheet-reader.js";
export { type Totals } from "./codec/totals.js";
export { type BankEncoding, decodeBytes, encodeText } from "./encoding.js";
export {
  type BankIssueCode,
  bankIssues,
  type FileIssueCode,
  type PaymentIssueCode,
  type ProfileIssueCode,
  type ReconciliationIssueCode,
} from "./issues.js";
export { comparableName, normaliseName } from "./codec/payee-name.js";
export {
  type BankProfile,
  bankProfileSchema,
  parseProfile,
  type PaymentFormat,
  type PaymentLimits,
  type Provenance,
  type ResultFormat,
} from "./profile.js";
export {
  canFollow,
  type FailureReason,
  failureReasons,
  nextOutcome,
  outcomeOfAll,
  type OutcomeReport,
  type OutcomeSource,
  type OutcomeStatus,
  outcomeStatuses,
  type OutcomeStep,
  type StatusMeaning,
  type StatusTable,
} from "./outcome.js";
export type {
  BankChannel,
  ChannelEnvelope,
  ChannelMessage,
  ChannelTransport,
  PartQuery,
  PartResult,
  PartStanding,
  RestOfPart,
  SubmissionAnswer,
} from "./channel.js";
export { createProfileAdapter } from "./profile-adapter.js";
export type { AnyLineFieldKind, DetailFieldKind, FieldKind, SummaryFieldKind } from "./profiles/field.js";
export type {
  ColumnsLine,
  CommentLine,
  ConstantField,
  DelimitedLayout,
  DetailLine,
  Field,
  FieldShape,
  FileLayout,
  FixedWidthLayout,
  LayoutShape,
  LineTemplate,
  MarkerLine,
  MorePartsField,
  PacketLayout,
  Padding,
  PayDateField,
  PayeeKindField,
  ResultLayout,
  SheetLayout,
  SummaryLine,
  ValueField,
} from "./profiles/layout.js";
export { abcPayrollProfile } from "./profiles/banks/abc.js";
export {
  type BocPayoffOptions,
  bocPayoffFenProfile,
  bocPayoffYuanProfile,
  createBocPayoffProfile,
} from "./profiles/banks/boc-payoff.js";
export { bocomPayrollProfile } from "./profiles/banks/bocom.js";
export { ccbMinimalProfile, ccbPayrollProfile } from "./profiles/banks/ccb.js";
export { chinaPayBatchProfile } from "./profiles/banks/chinapay.js";
export { citicBatchProfile } from "./profiles/banks/citic.js";
export { gdbBatchProfile } from "./profiles/banks/gdb.js";
export { icbcBatchProfile, icbcWageProfile } from "./profiles/banks/icbc.js";
export { psbcOtherBankProfile, psbcSameBankProfile } from "./profiles/banks/psbc.js";
export { sbsPacketProfile } from "./profiles/banks/sbs.js";
export { builtInProfiles, findBuiltInProfile } from "./profiles/built-in-profiles.js";
export { delimitedProfile, fixedWidthProfile } from "./profiles/tongchou.js";
export {
  type PaymentStanding,
  type ReconciledRow,
  type Reconciliation,
  reconcile,
  type SentFile,
  type SentRow,
  type UnexpectedRow,
} from "./reconcile.js";
export { type OutcomeIssueCode, outcomeIssues } from "./outcome-issues.js";
export { repay, type Repayment } from "./repayment.js";
export { decideResend, type PartEvent, type PartHistory, type ResendDecision } from "./resubmission.js";
export { type XmlIssueCode, xmlIssues } from "./xml/issues.js";
