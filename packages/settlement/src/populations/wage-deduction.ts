import { createIssue, formatYuan, lawfulDeductions, type Fen, type Issue } from "@tongchou/core";
import { settlementIssues } from "../issues.js";

/** What may be taken from a worker's pay: nothing but what the law or the worker allows, and no fee. */
export interface WageDeduction {
  readonly kind:
    "pension" | "medical" | "unemployment" | "housing-fund" | "income-tax" | "court-order" | "agreed";
  readonly amountFen: Fen;
}

/** One `deduction-unlawful` for each that the law does not know or that is below nought. */
export function deductionIssues(deductions: readonly WageDeduction[]): readonly Issue[] {
  return deductions
    .filter(({ kind, amountFen }) => !lawfulDeductions.has(kind) || amountFen < 0)
    .map(({ kind, amountFen }) =>
      createIssue(settlementIssues, "deduction-unlawful", { kind, amount: formatYuan(amountFen) }),
    );
}
