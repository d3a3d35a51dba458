import type { Fen } from "../money/fen.js";
import type { RatePpm } from "../money/rate.js";
import type { Period, PlainDate } from "../calendar/plain-date.js";
import type { RowSource } from "./row-source.js";

/**
 * Kinds of pay items. Overtime is kept apart: the minimum wage is compared without it. `bonus` is the
 * year-end bonus (全年一次性奖金), which may be taxed apart.
 */
export type PayItemKind = "basic" | "allowance" | "performance" | "overtime" | "bonus" | "other";

/** One item of gross pay; negative for a clawback. */
export interface PayItem {
  readonly kind: PayItemKind;
  readonly amountFen: Fen;
  /** Month it was earned in, where it is another than the month of payment. */
  readonly serviceMonth?: Period | undefined;
  /** True for income that the law exempts from tax, such as a maternity allowance (财税〔2008〕8号). */
  readonly isExempt?: boolean | undefined;
}

/** Insurances that somebody is in: all five, or work injury alone. */
export type ContributionScope = "five" | "work-injury";

/** One worker's pay for one month, as the HR office reports it. */
export interface PayRecord {
  readonly employeeNumber?: string | undefined;
  readonly name: string;
  readonly documentNumber: string;
  readonly items: readonly PayItem[];
  /** Wage that contributions are declared on (缴费工资), before floor and ceiling. */
  readonly contributionWageFen?: Fen | undefined;
  /** Housing-fund rate of each side; 0 for none. */
  readonly housingFundRate?: RatePpm | undefined;
  /**
   * `work-injury` for a second employer, and for somebody past retirement age; without it all five.
   */
  readonly contributionScope?: ContributionScope | undefined;
  /** Last day of somebody who left. */
  readonly leftOn?: PlainDate | undefined;
  /** Special additional deductions of the year up to and including this month. */
  readonly additionalDeductionsFen: Fen;
  /** Income of the year before this month, at the same withholding agent. */
  readonly incomeBeforeFen: Fen;
  /** Part of that income which the law exempts; nothing without it. */
  readonly exemptBeforeFen?: Fen | undefined;
  /** Special deductions (insurance and housing fund) of the year before this month. */
  readonly specialDeductionsBeforeFen: Fen;
  /** Tax withheld this year before this month. */
  readonly taxWithheldBeforeFen: Fen;
  readonly remark?: string | undefined;
  readonly source?: RowSource | undefined;
}
