export { type FilingIssueCode, filingIssues } from "./issues.js";
export { defaultReadLimits, type ReadLimits } from "./spreadsheet/limits.js";
export { readWorkbook, type ReadWorkbookOptions } from "./spreadsheet/read-workbook.js";
export {
  type Cell,
  type MergedRange,
  type Sheet,
  type SheetFault,
  type SheetRow,
  type Workbook,
  type WorkbookFormat,
} from "./spreadsheet/workbook.js";
export { detectProfile, type ProfileScore } from "./profile/detect-profile.js";
export {
  type ColumnType,
  type ProblemPolicy,
  type Profile,
  type ProfileColumn,
  type ProfileOf,
  type Provenance,
  type TypedValues,
} from "./profile/profile.js";
export {
  readTables,
  type ReadTablesOptions,
  type SkippedRow,
  type Table,
  type TableEntry,
  type TableReading,
  type TableRow,
} from "./profile/read-tables.js";
export type { HeldOutRow, ImportCounts } from "./imports/collect-rows.js";
export { importRoster, type RosterImport, type RosterImportOptions } from "./imports/roster-import.js";
export type { RosterFormRow } from "./forms/roster-form-row.js";
export { rosterProfile } from "./forms/roster-profile.js";
export { createProfileSheet, type FormLines } from "./profile/profile-sheet.js";
export type { CsvEncoding } from "./spreadsheet/write/csv-writer.js";
export type {
  ColumnFormat,
  SheetColumn,
  SheetContent,
  SheetValue,
} from "./spreadsheet/write/sheet-content.js";
export { writeWorkbook, type WriteWorkbookOptions } from "./spreadsheet/write/write-workbook.js";
export {
  type ApprovalImport,
  type ApprovalImportOptions,
  type ApprovalListRow,
  approvalProfile,
  importApprovals,
} from "./imports/approval-import.js";
export { mergePayBatches } from "./imports/pay-batches.js";
export { importPay, type PayBatch, type PayImport, type PayImportOptions } from "./imports/pay-import.js";
export type { PayColumnName } from "./imports/pay-items.js";
export { payProfile, type PaySheetPerson, type PaySheetRow } from "./imports/pay-profile.js";
