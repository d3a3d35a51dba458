import type { Period } from "../calendar/plain-date.js";
import type { Fen } from "../money/fen.js";
import type { RatePpm } from "../money/rate.js";
import type { RowSource } from "./row-source.js";

/** The year's running totals that cumulative withholding reckons with, the month included. */
export interface WithholdingTotals {
  readonly incomeFen: Fen;
  readonly exemptFen: Fen;
  /** Basic deduction (减除费用). */
  readonly basicDeductionFen: Fen;
  /** Insurance and housing fund of the worker. */
  readonly specialFen: Fen;
  /** Special additional deductions. */
  readonly additionalFen: Fen;
  /** Other deductions, personal pension and donations. */
  readonly otherFen: Fen;
  /** Tax that the law remits. */
  readonly reliefFen: Fen;
  /** Tax withheld in the months before. */
  readonly withheldFen: Fen;
}

/** One person's tax on the wages of a month, as one side reckons it: ours, or the withholding client's. */
export interface WithholdingRecord {
  readonly employeeNumber?: string | undefined;
  readonly name: string;
  readonly documentNumber: string;
  readonly period: Period;
  /** Of the month alone. */
  readonly month: Pick<WithholdingTotals, "incomeFen" | "exemptFen" | "specialFen">;
  readonly year: WithholdingTotals;
  /** Rate and quick deduction that were applied, where the record says them. */
  readonly bracket?: { readonly rate: RatePpm; readonly quickFen: Fen } | undefined;
  /** What is withheld in the month; never below nought. */
  readonly taxFen: Fen;
  readonly source?: RowSource | undefined;
}
