import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue, type Subject } from "../issues/issue.js";
import { formatYuan, type Fen } from "../money/fen.js";
import type { FeeWaiver } from "../parties/agency-contract.js";

/** The two sides of the cap of case 2b, for the same workers and services under the same VAT law. */
export interface FeeCapInput {
  readonly heads: number;
  /** Fee by the old contract's terms, tax included (reading C: its terms, not last year's total). */
  readonly originalFeeFen: Fen;
  /** Fee by the new contract's terms, tax included. */
  readonly newFeeFen: Fen;
  /** Whole purchase cost before and after: pay, employer contributions, fee, tax. */
  readonly originalTotalFen: Fen;
  readonly newTotalFen: Fen;
  readonly waiver?: FeeWaiver | undefined;
}

/**
 * Tests a new fee against the original purchase cost (P2-3.2.2b, reading B and N7): per head, tax included,
 * and as the total purchase cost. Both have to hold.
 *
 * @returns nothing, or `fee-above-original-cost`: a warning with an approved exception on file, else an error
 * @example
 * const fees = { heads: 1, originalFeeFen: fen(60), newFeeFen: fen(70) };
 * checkFeeCap({ ...fees, originalTotalFen: fen(900), newTotalFen: fen(910) }, {}).length; // => 1
 */
export function checkFeeCap(input: FeeCapInput, subject: Subject): readonly Issue[] {
  // The head count is the same on both sides, so the fees compare as the fees per head do.
  const isWithin = input.newFeeFen <= input.originalFeeFen && input.newTotalFen <= input.originalTotalFen;
  if (isWithin) return [];
  const values = {
    heads: input.heads,
    original: formatYuan(input.originalFeeFen),
    found: formatYuan(input.newFeeFen),
    originalTotal: formatYuan(input.originalTotalFen),
    total: formatYuan(input.newTotalFen),
  };
  const severity = input.waiver === undefined ? "error" : "warning";
  return [createIssue(coreIssues, "fee-above-original-cost", values, { subject, severity })];
}
