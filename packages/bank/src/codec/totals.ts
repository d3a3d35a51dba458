import {
  coreIssues,
  createIssue,
  failed,
  fen,
  type Fen,
  formatYuan,
  type Issue,
  parsed,
  type Parsed,
} from "@tongchou/core";
import { bankIssues } from "../issues.js";
import type { FieldKind } from "../profiles/field.js";
import type { FileLayout } from "../profiles/layout.js";
import { readAmount } from "./amount-text.js";
import { maskNumbers } from "./mask-numbers.js";
import type { Cells } from "./record-line.js";

/** How many payments there are, and what they add up to. */
export interface Totals {
  readonly count: number;
  readonly amountFen: Fen;
}

/**
 * Counts and adds up payments.
 *
 * @param amounts missing where a line has none
 * @returns the totals, or `money-out-of-range` of core where the sum is no safe integer
 */
export function totalsOf(amounts: readonly (Fen | undefined)[]): Parsed<Totals> {
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  if (!Number.isSafeInteger(sum))
    return failed(createIssue(coreIssues, "money-out-of-range", { found: sum }));
  return parsed({ count: amounts.length, amountFen: fen(sum) });
}

/** The two columns of a summary line that say the totals of one thing. */
export interface TotalFields {
  readonly count: FieldKind;
  readonly amount: FieldKind;
}

/** The totals of the file that the summary line stands in. */
export const fileTotals: TotalFields = { count: "total-count", amount: "total-amount" };

/** The totals of all parts of the batch together. */
export const batchTotals: TotalFields = { count: "batch-total-count", amount: "batch-total-amount" };

/**
 * Compares the totals that a summary line declares, as far as it does, with what was found.
 *
 * @returns `total-count-differs`, `total-amount-differs`, or the issues of an amount that cannot be read
 */
export function checkTotals(
  summary: Cells,
  fields: TotalFields,
  context: { readonly layout: FileLayout; readonly found: Totals },
): readonly Issue[] {
  const { layout, found } = context;
  const issues: Issue[] = [];
  const count = summary.get(fields.count);
  if (count !== undefined && !(/^\d+$/.test(count) && Number(count) === found.count)) {
    const declared = maskNumbers(count);
    issues.push(createIssue(bankIssues, "total-count-differs", { declared, found: found.count }));
  }
  const text = summary.get(fields.amount);
  const amount = text === undefined ? undefined : readAmount(text, layout.amountUnit);
  if (amount?.ok === false) issues.push(...amount.issues);
  if (amount?.ok === true && amount.value !== found.amountFen) {
    const values = { declared: formatYuan(amount.value), found: formatYuan(found.amountFen) };
    issues.push(createIssue(bankIssues, "total-amount-differs", values));
  }
  return issues;
}
