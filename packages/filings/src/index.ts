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
