export type { EnrolmentWay, HiringForm } from "./forms/form-words.js";
export {
  createRosterForm,
  createStatisticsForm,
  type FormFrame,
  type RosterFormInput,
  rosterFormRowOf,
} from "./forms/policy-forms.js";
export {
  type FormDifference,
  reconcileForms,
  type RosterTally,
  tallyRoster,
} from "./forms/reconcile-forms.js";
export type { RosterFormRow } from "./forms/roster-form-row.js";
export { rosterProfile } from "./forms/roster-profile.js";
export type { StatisticsCounts, StatisticsFormRow } from "./forms/statistics-form-row.js";
export { statisticsProfile } from "./forms/statistics-profile.js";
export {
  fundBaseChangeChengdu,
  fundOpeningChengdu,
  fundResumptionChengdu,
  fundSuspensionChengdu,
} from "./housing-fund/chengdu-profiles.js";
export { housingFundProfiles } from "./housing-fund/housing-fund-profiles.js";
export type { HousingFundRow } from "./housing-fund/housing-fund-row.js";
export { createHousingFundSheets } from "./housing-fund/housing-fund-sheets.js";
export { fundPortalList } from "./housing-fund/portal-list-profile.js";
export { fundBackPayment, fundRemittance } from "./housing-fund/proposed-profiles.js";
export {
  type HousingFundEntry,
  type HousingFundReading,
  readHousingFundList,
} from "./housing-fund/read-housing-fund.js";
export { reconcileHousingFund } from "./housing-fund/reconcile-housing-fund.js";
export { fundDecreaseShanghai, fundIncreaseShanghai } from "./housing-fund/shanghai-profiles.js";
export {
  type ApprovalImport,
  type ApprovalImportOptions,
  type ApprovalListRow,
  approvalProfile,
  createApprovalImporter,
  importApprovals,
} from "./imports/approval-import.js";
export { type Importer } from "./imports/importer.js";
export {
  type ChangeImport,
  type ChangeImportOptions,
  createChangeImporter,
  importChanges,
} from "./imports/changes/change-import.js";
export { type ChangeKind, changeProfile, type ChangeSheetRow } from "./imports/changes/change-profile.js";
export { mergePayBatches } from "./imports/pay/pay-batches.js";
export {
  createPayImporter,
  importPay,
  type PayBatch,
  type PayImport,
  type PayImportOptions,
} from "./imports/pay/pay-import.js";
export type { PayColumnName } from "./imports/pay/pay-items.js";
export { payProfile, type PaySheetPerson, type PaySheetRow } from "./imports/pay/pay-profile.js";
export {
  type HeldOutRosterRow,
  createRosterImporter,
  importRoster,
  type RosterImport,
  type RosterImportOptions,
} from "./imports/roster-import.js";
export { type FilingIssueCode, filingIssues } from "./issues.js";
export type { HeldOutRow, ImportCounts } from "./profile/collect-rows.js";
export { detectProfile, type ProfileScore } from "./profile/detect-profile.js";
export { parseSheetProfile } from "./profile/parse-sheet-profile.js";
export { createProfileSheet, type FormLines } from "./profile/profile-sheet.js";
export type {
  ColumnType,
  ProblemPolicy,
  Profile,
  ProfileColumn,
  ProfileOf,
  Provenance,
  TypedValues,
} from "./profile/profile.js";
export type { RecordSheets } from "./profile/record-sheets.js";
export { readRows, type RowReading } from "./profile/read-rows.js";
export {
  readTables,
  type ReadTablesOptions,
  type SkippedRow,
  type Table,
  type TableEntry,
  type TableReading,
  type TableRow,
} from "./profile/read-tables.js";
export { defaultReadLimits, type ReadLimits } from "./spreadsheet/limits.js";
export { readWorkbook, type ReadWorkbookOptions } from "./spreadsheet/read-workbook.js";
export type {
  Cell,
  MergedRange,
  Sheet,
  SheetFault,
  SheetRow,
  Workbook,
  WorkbookFormat,
} from "./spreadsheet/workbook.js";
export type { CsvEncoding } from "./spreadsheet/write/csv-writer.js";
export type {
  ColumnFormat,
  SheetColumn,
  SheetContent,
  SheetValue,
} from "./spreadsheet/write/sheet-content.js";
export { writeWorkbook, type WriteWorkbookOptions } from "./spreadsheet/write/write-workbook.js";
export type { HeaderCell } from "./table/header-match.js";
export type { SkipReason } from "./table/row-kind.js";
export { bonusProfile, type BonusSheetRow } from "./tax/bonus-profile.js";
export { calculationProfile, type CalculationRow } from "./tax/calculation/calculation-profile.js";
export {
  type ComparedPerson,
  compareWithholding,
  type WithholdingComparison,
  type WithholdingComparisonOptions,
} from "./tax/calculation/compare-withholding.js";
export type {
  WithholdingCause,
  WithholdingDifference,
  WithholdingTable,
} from "./tax/calculation/explain-difference.js";
export {
  type CalculationImport,
  type CalculationImportOptions,
  importCalculation,
} from "./tax/calculation/import-calculation.js";
export { labourProfile, type LabourSheetRow } from "./tax/labour-profile.js";
export type { TaxSheet } from "./tax/lay-out-sheet.js";
export { createBonusSheet, createLabourSheet } from "./tax/occasional-sheets.js";
export { personnelProfile, type PersonnelSheetRow } from "./tax/personnel-profile.js";
export { createPersonnelSheet, createWageSheet, type PersonnelRecord } from "./tax/tax-sheets.js";
export { wageProfile, type WageSheetRow } from "./tax/wage-profile.js";
