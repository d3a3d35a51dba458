import type { IssueCatalogue } from "@tongchou/core";
import { cellIssues, type CellIssueCode } from "./issues/cell-issues.js";
import { declarationIssues, type DeclarationIssueCode } from "./issues/declaration-issues.js";
import { fileIssues, type FileIssueCode } from "./issues/file-issues.js";
import { importIssues, type ImportIssueCode } from "./issues/import-issues.js";
import { tableIssues, type TableIssueCode } from "./issues/table-issues.js";
import { taxIssues, type TaxIssueCode } from "./tax/tax-issues.js";

/** Every issue code of this package. */
export type FilingIssueCode =
  FileIssueCode | CellIssueCode | DeclarationIssueCode | ImportIssueCode | TableIssueCode | TaxIssueCode;

/** The messages of this package's issues in both languages. */
export const filingIssues: IssueCatalogue<FilingIssueCode> = {
  ...fileIssues,
  ...cellIssues,
  ...declarationIssues,
  ...importIssues,
  ...tableIssues,
  ...taxIssues,
};
