import { createIssue, formatYuan, type Fen, type Issue } from "@tongchou/core";
import { settlementIssues } from "../issues.js";

/** The kinds that need no limit of their own in a month. */
const wageDeductionKinds = [
  "pension",
  "medical",
  "unemployment",
  "housing-fund",
  "income-tax",
  "court-order",
  "agreed",
] as const;

/** What may be taken from a worker's pay: nothing but what the law or the worker allows, and no fee. */
export interface WageDeduction {
  readonly kind: (typeof wageDeductionKinds)[number];
  readonly amountFen: Fen;
}

/** One `deduction-unlawful` for each that the law does not know or that is below nought. */
export function deductionIssues(deductions: readonly WageDeduction[]): readonly Issue[] {
  return deductions
    .filter(({ kind, amountFen }) => !wageDeductionKinds.includes(kind) || amountFen < 0)
    .map(({ kind, amountFen }) =>
      createIssue(settlementIssues, "deduction-unlawful", { kind, amount: formatYuan(amountFen) }),
    );
}
