import type { Fen } from "../money/fen.js";
import type { RatePpm } from "../money/rate.js";
import type { RowSource } from "./row-source.js";

/** Kinds of pay items. Overtime is kept apart: the minimum wage is compared without it. */
export type PayItemKind = "basic" | "allowance" | "performance" | "overtime" | "other";

/** One item of gross pay; negative for a clawback. */
export interface PayItem {
  readonly kind: PayItemKind;
  readonly amountFen: Fen;
}

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
  /** Special additional deductions of the year up to and including this month. */
  readonly additionalDeductionsFen: Fen;
  /** Income of the year before this month, at the same withholding agent. */
  readonly incomeBeforeFen: Fen;
  /** Special deductions (insurance and housing fund) of the year before this month. */
  readonly specialDeductionsBeforeFen: Fen;
  /** Tax withheld this year before this month. */
  readonly taxWithheldBeforeFen: Fen;
  readonly remark?: string | undefined;
  readonly source?: RowSource | undefined;
}
