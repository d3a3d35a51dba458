import {
  createIssue,
  failed,
  type HousingFundRecord,
  type Issue,
  parsed,
  type Parsed,
  parseIdentityNumber,
  sumFen,
} from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { ProfileOf } from "../profile/profile.js";
import { createRecordSheets, type RecordSheets } from "../profile/record-sheets.js";
import type { HousingFundRow } from "./housing-fund-row.js";

/**
 * Lays records out as a list of the housing fund, ready for `writeWorkbook`: one sheet for each file, several
 * where the profile says how many rows a file takes. Records of several kinds may stand on a list of changes.
 *
 * @returns the sheets; a record is held out with the issues `declaration-field-missing`,
 *   `declaration-word-unknown`, `declaration-repeated` (the same person, kind and month came before) or core's
 *   issues of the identity number
 * @example
 * const person = { name: "张三", documentKind: "resident-identity-card", documentNumber: "360499199001010013" };
 * const record = { ...person, kind: "suspension", accountNumber: "10001", month: "2024-03", reason: "transfer" };
 * const { sheets } = createHousingFundSheets(fundSuspensionChengdu, [record]);
 * [...sheets[0].rows]; // => [[1, "10001", "张三", "202403", "3"]]
 */
export function createHousingFundSheets(
  profile: ProfileOf<HousingFundRow>,
  records: readonly HousingFundRecord[],
): RecordSheets<HousingFundRecord> {
  const firsts = new Map<string, number>();
  let index = -1;
  return createRecordSheets(profile, records, (record) => {
    index += 1;
    const key = JSON.stringify([record.kind, record.documentNumber, record.month]);
    const first = firsts.get(key);
    if (first !== undefined) {
      return failed(createIssue(filingIssues, "declaration-repeated", { first: first + 1 }));
    }
    firsts.set(key, index);
    return checkNumber(record);
  });
}

function checkNumber(record: HousingFundRecord): Parsed<Partial<HousingFundRow>> {
  const number = parseIdentityNumber(record.documentNumber);
  const issues = number.issues.map((issue): Issue => ({ ...issue, path: "/documentNumber" }));
  return number.ok ? parsed(rowOf(record), issues) : { ok: false, issues };
}

function rowOf(record: HousingFundRecord): Partial<HousingFundRow> {
  switch (record.kind) {
    case "opening":
      return { ...record, change: "increase" };
    case "resumption":
      return { ...record, change: "increase", resumptionReason: record.reason };
    case "suspension":
      return { ...record, change: "decrease", suspensionReason: record.reason };
    case "remittance":
    case "back-payment":
      return { ...record, monthlyFen: sumFen([record.employerFen, record.employeeFen]) };
    case "base-change":
      return record;
  }
}
