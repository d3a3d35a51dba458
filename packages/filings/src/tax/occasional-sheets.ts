import {
  type BonusDeclaration,
  createIssue,
  type DeclaredPerson,
  groupBy,
  type LabourDeclaration,
} from "@tongchou/core";
import { filingIssues } from "../issues.js";
import { createProfileSheet } from "../profile/profile-sheet.js";
import { bonusProfile, type BonusSheetRow } from "./bonus-profile.js";
import { labourProfile, type LabourSheetRow } from "./labour-profile.js";
import { emptyWhenZero, layOut, type TaxRow, type TaxSheet } from "./lay-out-sheet.js";

/**
 * Lays out the client's sheet of year-end bonuses that are taxed apart, ready for `writeWorkbook`. A person may
 * use that way once a year (国税发〔2005〕9号, article 3), so none of the bonuses of a person with several is
 * written.
 *
 * @returns the sheet; a person is held out with the issue `tax-document-unknown` or `tax-person-repeated`
 * @example
 * createBonusSheet([]).sheet.columns.map(({ header }) => header)[4]; // => "*全年一次性奖金额"
 */
export function createBonusSheet(records: readonly BonusDeclaration[]): TaxSheet<BonusDeclaration> {
  const ofPerson = groupBy(records, ({ documentNumber }) => documentNumber);
  const rowOf = (record: BonusDeclaration, documentKind: string, path: string): TaxRow<BonusSheetRow> => {
    const count = ofPerson.get(record.documentNumber)?.length ?? 1;
    return count === 1 ? bonusRowOf(record, documentKind) : repeatedRow(count, `${path}/documentNumber`);
  };
  return layOut(records, (rows) => createProfileSheet(bonusProfile, rows), rowOf);
}

/**
 * Lays out the client's sheet of labour remuneration, ready for `writeWorkbook`: a row for each record.
 *
 * @returns the sheet; a person is held out with the issue `tax-document-unknown`
 * @example
 * createLabourSheet([]).sheet.columns.length; // => 14
 */
export function createLabourSheet(records: readonly LabourDeclaration[]): TaxSheet<LabourDeclaration> {
  return layOut(records, (rows) => createProfileSheet(labourProfile, rows), labourRowOf);
}

function bonusRowOf(record: BonusDeclaration, documentKind: string): TaxRow<BonusSheetRow> {
  const row = {
    ...personOf(record, documentKind),
    bonusFen: record.bonusFen,
    exemptIncomeFen: emptyWhenZero(record.exemptIncomeFen),
  };
  return { row, issues: [] };
}

function repeatedRow(count: number, path: string): TaxRow<BonusSheetRow> {
  return { row: undefined, issues: [createIssue(filingIssues, "tax-person-repeated", { count }, { path })] };
}

function labourRowOf(record: LabourDeclaration, documentKind: string): TaxRow<LabourSheetRow> {
  const row = {
    ...personOf(record, documentKind),
    incomeItem: record.incomeItem,
    incomeFen: record.incomeFen,
    exemptIncomeFen: emptyWhenZero(record.exemptIncomeFen),
    deductibleTaxesFen: emptyWhenZero(record.deductibleTaxesFen),
  };
  return { row, issues: [] };
}

function personOf(
  { employeeNumber, name, documentNumber }: DeclaredPerson,
  documentKind: string,
): Pick<BonusSheetRow, "documentKind" | "documentNumber" | "employeeNumber" | "name"> {
  return { employeeNumber, name, documentKind, documentNumber };
}
