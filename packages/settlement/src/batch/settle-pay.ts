import { netPay, taxableOfYear, taxOfMonth } from "../line-formulas.js";
import { bracketOf, taxInBracket } from "../tax/tax-table.js";
import { monthPlaces, type BatchRules } from "./batch-rules.js";
import type { BatchRows } from "./batch-rows.js";
import type { LineColumns } from "./line-columns.js";
import type { WorkerColumns } from "./worker-columns.js";

/** Fills taxable income, tax, net pay and cost, once the contributions stand in the lines. */
export function settlePay(
  workers: WorkerColumns,
  { from, count }: BatchRows,
  rules: BatchRules,
  lines: LineColumns,
): void {
  const { specialDeductionsFen, employerContributionsFen, employerCostFen, taxableFen, taxFen, netFen } =
    lines;
  const { basicDeductionsFen, brackets, taxRounding } = rules;
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const gross = workers.grossFen[row] ?? 0;
    const special = specialDeductionsFen[at] ?? 0;
    const place = (workers.deductionMode[row] ?? 0) * monthPlaces + (workers.monthsAtAgent[row] ?? 0);
    const taxable = taxableOfYear(
      (workers.incomeBeforeFen[row] ?? 0) + gross,
      0,
      basicDeductionsFen[place] ?? Number.NaN,
      (workers.specialDeductionsBeforeFen[row] ?? 0) + special,
      workers.additionalDeductionsFen[row] ?? 0,
      0,
    );
    const taxOfYear = taxInBracket(bracketOf(brackets, taxable, 1), taxable, taxRounding);
    const tax = taxOfMonth(taxOfYear, workers.taxWithheldBeforeFen[row] ?? 0);
    taxableFen[at] = taxable;
    taxFen[at] = tax;
    netFen[at] = netPay(gross, special, tax, workers.otherDeductionsFen[row] ?? 0);
    employerCostFen[at] = gross + (employerContributionsFen[at] ?? 0);
  }
}
