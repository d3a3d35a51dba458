import {
  createIssue,
  fen,
  formatYuan,
  type Issue,
  type IssueValues,
  type PayItem,
  type PayItemKind,
  type PayRecord,
  placeOf,
  sumFen,
  zeroFen,
} from "@tongchou/core";
import { filingIssues, type FilingIssueCode } from "../../issues.js";
import type { Table, TableRow } from "../../profile/read-tables.js";
import { type PayColumnName, payColumns } from "./pay-items.js";
import type { PaySheetRow } from "./pay-profile.js";
import { remarkOf } from "../person-remark.js";

/** A column that is part of gross pay. */
interface PayItemColumn {
  readonly field: PayColumnName;
  readonly kind: PayItemKind;
  readonly isDeduction: boolean;
  readonly isExempt: boolean;
}

/** What the columns of one pay sheet mean for its rows. */
export interface PayLayout {
  /** Columns that make up gross pay, in the sheet's order. */
  readonly items: readonly PayItemColumn[];
  /** False when the sheet says nothing of anybody's pay. */
  readonly isUsable: boolean;
  readonly issues: readonly Issue[];
}

const yearFields = [
  ["additionalDeductionsFen", "累计专项附加扣除"],
  ["incomeBeforeFen", "本年累计收入（不含本月）"],
  ["specialDeductionsBeforeFen", "本年累计专项扣除（不含本月）"],
  ["taxWithheldBeforeFen", "本年已预缴税额"],
] as const;

/** A group of columns under such a header is not part of gross pay, whatever the columns are called. */
const notPayGroup = /代扣|扣款|扣除|应扣|扣缴|缴纳|缴费|单位部分|单位承担|个人部分|个人承担/;

/**
 * Sorts the columns of a pay sheet.
 *
 * @returns the layout, with the error `pay-items-not-found` and the warnings `pay-column-unknown`,
 *   `pay-column-as-zero`
 */
export function payLayoutOf(table: Table<PaySheetRow>): PayLayout {
  const found = new Set(table.columns.map(({ field }) => field));
  const report = (code: FilingIssueCode, header: string): Issue =>
    createIssue(filingIssues, code, { header }, { place: { ...table.place, header } });
  const issues = table.unknownColumns.map(({ header }) => report("pay-column-unknown", header));
  const items = table.columns
    .toSorted((left, right) => left.number - right.number)
    .flatMap(({ field, header }): readonly PayItemColumn[] => {
      if (!isPayColumn(field)) return [];
      const { kind } = payColumns[field];
      if (kind === "not-pay") return [];
      if (notPayGroup.test(header.split("/").slice(0, -1).join("/"))) {
        issues.push(report("pay-column-unknown", header));
        return [];
      }
      const isDeduction = kind === "deduction-from-gross";
      const isExempt = kind === "exempt";
      return [{ field, kind: isDeduction || isExempt ? "other" : kind, isDeduction, isExempt }];
    });
  const isUsable = items.length > 0 || found.has("grossFen");
  if (!isUsable) issues.push(createIssue(filingIssues, "pay-items-not-found", {}, { place: table.place }));
  for (const [field, header] of yearFields) {
    if (!found.has(field)) issues.push(report("pay-column-as-zero", header));
  }
  return { items, isUsable, issues };
}

/** A pay record, or nothing where the row is held out, with the issues of the row. */
export interface PayRecordResult {
  readonly record: PayRecord | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Makes a pay record of a row. A sheet that gives gross pay alone has it as one item.
 *
 * @returns the record, with the warning `pay-gross-differs` and the remark `pay-blank-as-zero`
 */
export function payRecordOfRow(row: TableRow<PaySheetRow>, layout: PayLayout): PayRecordResult {
  const { values, source } = row;
  const { name, documentNumber } = values;
  if (row.isHeldOut || name === undefined || documentNumber === undefined) {
    return { record: undefined, issues: row.issues };
  }
  const report = (code: FilingIssueCode, field: string, details: IssueValues = {}): Issue =>
    createIssue(filingIssues, code, details, { place: placeOf(source, field) });
  const issues = [...row.issues];
  for (const [field, header] of yearFields) {
    const isBlank = values[field] === undefined && source.columns[field] !== undefined;
    if (isBlank) issues.push(report("pay-blank-as-zero", field, { header }));
  }
  const items = payItemsOf(values, layout);
  const sum = sumFen(items.map(({ amountFen }) => amountFen));
  if (values.grossFen !== undefined && values.grossFen !== sum) {
    const details = { found: formatYuan(values.grossFen), sum: formatYuan(sum) };
    issues.push(report("pay-gross-differs", "grossFen", details));
  }
  const record: PayRecord = {
    employeeNumber: values.employeeNumber,
    name: name.name,
    documentNumber: documentNumber.number,
    items,
    contributionWageFen: values.contributionWageFen,
    housingFundRate: values.housingFundRate,
    ...(values.contributionScope === undefined ? {} : { contributionScope: values.contributionScope }),
    ...(values.leftOn === undefined ? {} : { leftOn: values.leftOn }),
    ...(values.exemptBeforeFen === undefined ? {} : { exemptBeforeFen: values.exemptBeforeFen }),
    additionalDeductionsFen: values.additionalDeductionsFen ?? zeroFen,
    incomeBeforeFen: values.incomeBeforeFen ?? zeroFen,
    specialDeductionsBeforeFen: values.specialDeductionsBeforeFen ?? zeroFen,
    taxWithheldBeforeFen: values.taxWithheldBeforeFen ?? zeroFen,
    remark: remarkOf(name, values.remark),
    source,
  };
  return { record, issues };
}

function payItemsOf(values: PaySheetRow, layout: PayLayout): readonly PayItem[] {
  if (layout.items.length === 0) {
    return values.grossFen === undefined ? [] : [{ kind: "other", amountFen: values.grossFen }];
  }
  return layout.items.flatMap(({ field, kind, isDeduction, isExempt }): readonly PayItem[] => {
    const amount = values[field];
    if (amount === undefined) return [];
    const amountFen = isDeduction ? fen(-Math.abs(amount)) : amount;
    return [{ kind, amountFen, ...(isExempt ? { isExempt } : {}) }];
  });
}

function isPayColumn(field: string): field is PayColumnName {
  return Object.hasOwn(payColumns, field);
}
