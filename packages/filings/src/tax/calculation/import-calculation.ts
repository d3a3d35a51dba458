import {
  createIssue,
  fen,
  type Fen,
  formatYuan,
  groupBy,
  type Issue,
  type Period,
  periodOf,
  placeOf,
  type PlainDate,
  sumFen,
  type WithholdingRecord,
  zeroFen,
} from "@tongchou/core";
import { filingIssues } from "../../issues.js";
import {
  collectRows,
  createRowCounter,
  type HeldOutRow,
  type ImportCounts,
} from "../../profile/collect-rows.js";
import { readTables, type TableRow } from "../../profile/read-tables.js";
import type { Workbook } from "../../spreadsheet/workbook.js";
import { calculationProfile, type CalculationRow } from "./calculation-profile.js";

/** Options of {@link importCalculation}. */
export interface CalculationImportOptions {
  /** The month that is asked for; rows of another are held out. */
  readonly period: Period;
}

/** What came out of exports of the client's calculation. */
export interface CalculationImport {
  readonly records: readonly WithholdingRecord[];
  readonly heldOut: readonly HeldOutRow[];
  readonly counts: ImportCounts;
  readonly issues: readonly Issue[];
}

/**
 * Imports the withholding client's calculation of tax on wages. Rows of other kinds of income and of other
 * months are held out, and all rows of a person with several. A row whose figures do not add up is kept with
 * an error, since that is what the client withholds by.
 *
 * @returns the records, a balance below nought as nought (国家税务总局公告2018年第61号, article 6); the issues of
 *   {@link readTables}, `tax-period-differs`, `tax-income-item-other`, `tax-person-repeated`,
 *   `tax-row-sum-differs`
 * @example
 * const csv =
 *   "姓名,证件号码,税款所属期起,税款所属期止,所得项目,本期收入,累计收入额,累计减除费用,累计专项扣除,累计应纳税所得额,税率,速算扣除数," +
 *   "累计应纳税额,累计已预缴税额,累计应补(退)税额\n" +
 *   "张三,36040319000101001X,2024-03-01,2024-03-31,正常工资薪金,6000,6000,5000,500,500,3%,0,15,0,15\n";
 * const opened = await readWorkbook(new TextEncoder().encode(csv), { fileName: "tax.csv" });
 * const { records } = importCalculation(opened.ok ? [opened.value] : [], { period: period("2024-03") });
 * records.map(({ taxFen, month }) => [taxFen, month.incomeFen]); // => [[1500, 600000]]
 */
export function importCalculation(
  workbooks: readonly Workbook[],
  options: CalculationImportOptions,
): CalculationImport {
  const counter = createRowCounter();
  const issues: Issue[] = [];
  const rows: TableRow<CalculationRow>[] = [];
  for (const workbook of workbooks) {
    const reading = readTables(workbook, calculationProfile, options);
    issues.push(...reading.issues);
    for (const collected of reading.tables.map(collectRows)) {
      counter.add(collected);
      for (const issue of collected.issues) issues.push(issue);
      for (const row of collected.rows) rows.push(row);
    }
  }
  const ofPerson = groupBy(rows.filter(isOfWages), ({ values }) => numberOf(values));
  const records: WithholdingRecord[] = [];
  const heldOut: HeldOutRow[] = [];
  for (const row of rows) {
    const count = isOfWages(row) ? (ofPerson.get(numberOf(row.values))?.length ?? 1) : 1;
    const refusals = refusalsOf(row, options.period, count);
    const record = refusals.length > 0 || row.isHeldOut ? undefined : recordOf(row);
    const own = [...row.issues, ...refusals, ...(record === undefined ? [] : sumIssues(row))];
    for (const issue of own) issues.push(issue);
    if (record === undefined) heldOut.push({ source: row.source, issues: own });
    else records.push(record);
  }
  return { records, heldOut, counts: counter.counts(heldOut.length), issues };
}

function isOfWages({ values: { incomeItem } }: TableRow<CalculationRow>): boolean {
  return incomeItem?.includes("工资薪金") === true;
}

/** A row without a number stands alone. */
function numberOf({ documentNumber }: CalculationRow): string | symbol {
  return documentNumber?.toUpperCase() ?? Symbol();
}

function refusalsOf(row: TableRow<CalculationRow>, wanted: Period, count: number): readonly Issue[] {
  const { values, source } = row;
  const issues: Issue[] = [];
  const report = (
    code: "tax-income-item-other" | "tax-period-differs",
    field: string,
    found: string,
  ): void => {
    issues.push(createIssue(filingIssues, code, { found, wanted }, { place: placeOf(source, field) }));
  };
  for (const field of ["from", "to"] as const) {
    const day: PlainDate | undefined = values[field];
    if (day !== undefined && periodOf(day) !== wanted) report("tax-period-differs", field, day);
  }
  if (values.incomeItem !== undefined && !isOfWages(row)) {
    report("tax-income-item-other", "incomeItem", values.incomeItem);
  }
  if (count > 1) {
    const place = placeOf(source, "documentNumber");
    issues.push(createIssue(filingIssues, "tax-person-repeated", { count }, { place }));
  }
  return issues;
}

function recordOf({ values, source }: TableRow<CalculationRow>): WithholdingRecord | undefined {
  const { name, documentNumber, from, incomeFen, balanceFen } = values;
  if (name === undefined || documentNumber === undefined || from === undefined) return undefined;
  if (incomeFen === undefined || balanceFen === undefined) return undefined;
  const { rate, quickFen } = values;
  return {
    employeeNumber: values.employeeNumber,
    name,
    documentNumber,
    period: periodOf(from),
    month: {
      incomeFen,
      exemptFen: values.exemptFen ?? zeroFen,
      specialFen: total(values.pensionFen, values.medicalFen, values.unemploymentFen, values.housingFundFen),
    },
    year: totalsOf(values),
    ...(rate === undefined || quickFen === undefined ? {} : { bracket: { rate, quickFen } }),
    taxFen: orNought(balanceFen),
    source,
  };
}

function totalsOf(values: CalculationRow): WithholdingRecord["year"] {
  const totals = {
    incomeFen: total(values.yearIncomeFen),
    exemptFen: total(values.yearExemptFen),
    basicDeductionFen: total(values.basicDeductionFen),
    specialFen: total(values.yearSpecialFen),
    additionalFen: total(
      values.childEducationFen,
      values.elderlySupportFen,
      values.furtherEducationFen,
      values.mortgageInterestFen,
      values.rentFen,
      values.infantCareFen,
    ),
    otherFen: total(values.yearOtherFen, values.donationFen),
    reliefFen: total(values.reliefFen),
    withheldFen: total(values.withheldFen),
  };
  // Whether the other deductions contain the personal pension is not documented: the row's own sum tells it.
  if (taxableOf(totals) === total(values.taxableFen)) return totals;
  return { ...totals, otherFen: total(totals.otherFen, values.personalPensionFen) };
}

function taxableOf(year: WithholdingRecord["year"]): Fen {
  const deductions = [
    year.exemptFen,
    year.basicDeductionFen,
    year.specialFen,
    year.additionalFen,
    year.otherFen,
  ];
  return orNought(fen(year.incomeFen - sumFen(deductions)));
}

/** The two sums of a row that need no table: the taxable income, and what is left to withhold. */
function sumIssues({ values, source }: TableRow<CalculationRow>): readonly Issue[] {
  const balance = total(values.yearTaxFen) - total(values.reliefFen) - total(values.withheldFen);
  const sums = [
    { field: "taxableFen", found: values.taxableFen, sum: taxableOf(totalsOf(values)) },
    { field: "balanceFen", found: values.balanceFen, sum: orNought(fen(balance)) },
  ];
  return sums.flatMap(({ field, found = zeroFen, sum }) => {
    if (orNought(found) === sum) return [];
    const figures = { found: formatYuan(found), sum: formatYuan(sum) };
    return [createIssue(filingIssues, "tax-row-sum-differs", figures, { place: placeOf(source, field) })];
  });
}

function total(...amounts: readonly (Fen | undefined)[]): Fen {
  return sumFen(amounts.map((amount) => amount ?? zeroFen));
}

function orNought(amount: Fen): Fen {
  return amount < 0 ? zeroFen : amount;
}
