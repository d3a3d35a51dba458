import type { DeductionMode } from "../tax/wage-withholding.js";

/**
 * A month's workers as columns: the worker of row i has the i-th entry of each. Amounts are whole fen and
 * mean what they mean in `LineInput`.
 */
export interface WorkerColumns {
  /** Sum of the pay items. */
  readonly grossFen: Float64Array;
  /** Wage that contributions are declared on; 0 for somebody who is not insured. */
  readonly contributionWageFen: Float64Array;
  /** Rate of either side in parts per million. */
  readonly housingFundRate: Uint32Array;
  /** Place of the way of counting in {@link deductionModes}. */
  readonly deductionMode: Uint8Array;
  /** Months at the withholding agent this year, this one included: 1 to 12. */
  readonly monthsAtAgent: Uint8Array;
  /** Of the year, this month included. */
  readonly additionalDeductionsFen: Float64Array;
  readonly incomeBeforeFen: Float64Array;
  readonly specialDeductionsBeforeFen: Float64Array;
  readonly taxWithheldBeforeFen: Float64Array;
  /** Sum of the deductions beyond insurance, housing fund and tax. */
  readonly otherDeductionsFen: Float64Array;
  /** Place of the contract whose fee the worker shares in the month's list; -1 for none. */
  readonly contractIndex: Int32Array;
  /**
   * What a contract's total is shared by: 1 for each head, the days that the worker counts with, or the
   * gross. A negative weight counts as nought. Fees by `terms` do not look at it.
   */
  readonly feeWeight: Float64Array;
  /**
   * First and last day of the month under the contract, from 1, of somebody who joined or left in it; 0 for
   * the month's own. Somebody who was not there at all has a first day after the last.
   */
  readonly firstDay: Uint8Array;
  readonly lastDay: Uint8Array;
}

/** The ways of counting the basic deduction, in the order of their numbers in a column. */
export const deductionModes: readonly DeductionMode[] = [
  "months-at-unit",
  "first-wage-of-year",
  "sixty-thousand",
];

/**
 * Columns for so many workers, to be filled: amounts are nought, everybody is in the first month at the agent
 * and under no contract.
 *
 * @example
 * createWorkerColumns(1000).grossFen.length; // => 1000
 */
export function createWorkerColumns(count: number): WorkerColumns {
  return {
    grossFen: new Float64Array(count),
    contributionWageFen: new Float64Array(count),
    housingFundRate: new Uint32Array(count),
    deductionMode: new Uint8Array(count),
    monthsAtAgent: new Uint8Array(count).fill(1),
    additionalDeductionsFen: new Float64Array(count),
    incomeBeforeFen: new Float64Array(count),
    specialDeductionsBeforeFen: new Float64Array(count),
    taxWithheldBeforeFen: new Float64Array(count),
    otherDeductionsFen: new Float64Array(count),
    contractIndex: new Int32Array(count).fill(-1),
    feeWeight: new Float64Array(count).fill(1),
    firstDay: new Uint8Array(count),
    lastDay: new Uint8Array(count),
  };
}
