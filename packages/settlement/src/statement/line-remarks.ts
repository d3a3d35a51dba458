import { createIssue, formatYuan, type Fen, type Issue, type Subject } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { LineBonus } from "./line-bonus.js";

const takenNames = {
  apart: { takenZh: "单独计税", takenEn: "taxed apart" },
  merged: { takenZh: "并入综合所得", takenEn: "merged into the year's income" },
} as const;

/** `bonus-compared`: both ways of taxing a year-end bonus, and the one that was taken. */
export function bonusRemark(bonus: LineBonus, subject: Subject): Issue {
  const values = {
    ...takenNames[bonus.taxing],
    bonus: formatYuan(bonus.amountFen),
    apart: shown(bonus.apart?.taxFen ?? null),
    merged: formatYuan(bonus.mergedTaxFen),
    apartYear: shown(bonus.yearTax.apartFen),
    mergedYear: formatYuan(bonus.yearTax.mergedFen),
  };
  return createIssue(settlementIssues, "bonus-compared", values, { subject });
}

/** A way that is closed has no tax. */
function shown(amount: Fen | null): string {
  return amount === null ? "—" : formatYuan(amount);
}
