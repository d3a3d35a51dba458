import {
  createIssue,
  type DeclarationRecord,
  parseIdentityNumber,
  parsePlainDate,
  type PlainDate,
} from "@tongchou/core";
import { filingIssues } from "../issues.js";
import { createProfileSheet } from "../profile/profile-sheet.js";
import { emptyWhenZero, layOut, type TaxRow, type TaxSheet } from "./lay-out-sheet.js";
import { personnelProfile, type PersonnelSheetRow } from "./personnel-profile.js";
import { taxNationalityOf } from "./tax-document.js";
import { wageProfile, type WageSheetRow } from "./wage-profile.js";

/** A person for the personnel sheet. */
export interface PersonnelRecord extends DeclarationRecord {
  /** Last day of the month of the last pay, for somebody who has left. */
  readonly leftOn?: PlainDate | undefined;
}

/**
 * Lays out the client's wage sheet, ready for `writeWorkbook`: header in the first row, running totals empty.
 * Somebody without pay gets noughts in income, insurance and housing fund, and nothing else, as the client
 * wants it for a month without pay.
 *
 * @returns the sheet; a person is held out with the issue `tax-document-unknown`
 * @example
 * createWageSheet([]).sheet.columns[3]?.header; // => "*证件号码"
 */
export function createWageSheet(records: readonly DeclarationRecord[]): TaxSheet<DeclarationRecord> {
  return layOut(records, (rows) => createProfileSheet(wageProfile, rows), wageRowOf);
}

/**
 * Lays out the client's personnel sheet, ready for `writeWorkbook`. Sex and birth come from the document's
 * number where the record does not say them.
 *
 * @returns the sheet; a person is held out with the issue `tax-document-unknown`; the warning
 *   `tax-field-missing` for each column that the client asks for and nobody knows
 * @example
 * createPersonnelSheet([]).sheet.columns.length; // => 51
 */
export function createPersonnelSheet(records: readonly PersonnelRecord[]): TaxSheet<PersonnelRecord> {
  return layOut(records, (rows) => createProfileSheet(personnelProfile, rows), personnelRowOf);
}

function wageRowOf(record: DeclarationRecord, documentKind: string): TaxRow<WageSheetRow> {
  const row: Partial<WageSheetRow> = {
    employeeNumber: record.employeeNumber,
    name: record.name,
    documentKind,
    documentNumber: record.documentNumber,
    incomeFen: record.incomeFen,
    exemptIncomeFen: emptyWhenZero(record.exemptIncomeFen),
    pensionFen: record.pensionFen,
    medicalFen: record.medicalFen,
    unemploymentFen: record.unemploymentFen,
    housingFundFen: record.housingFundFen,
  };
  return { row, issues: [] };
}

function personnelRowOf(
  record: PersonnelRecord,
  documentKind: string,
  path: string,
): TaxRow<PersonnelSheetRow> {
  const identity = parseIdentityNumber(record.documentNumber);
  const said = identity.ok ? identity.value : undefined;
  const row: Partial<PersonnelSheetRow> = {
    employeeNumber: record.employeeNumber,
    name: record.name,
    documentKind,
    documentNumber: record.documentNumber,
    nationality: taxNationalityOf(documentKind, record.documentNumber),
    sex: record.sex ?? said?.sex,
    birth: dateOrNothing(record.birth) ?? said?.birth,
    employmentKind: "雇员",
    mobile: record.mobile,
    hiredOn: dateOrNothing(record.hiredOn),
    leftOn: record.leftOn,
  };
  const missing = personnelProfile.columns.filter(
    ({ field, required }) => required === true && row[field] === undefined,
  );
  const issues = missing.map(({ field, header }) =>
    createIssue(filingIssues, "tax-field-missing", { header }, { path: `${path}/${field}` }),
  );
  return { row, issues };
}

function dateOrNothing(text: string | undefined): PlainDate | undefined {
  const result = parsePlainDate(text ?? "");
  return result.ok ? result.value : undefined;
}
