import type { ContributionRules, InsuranceKind } from "../contributions.js";

/** Both sides of one insurance; a side without an established rate is NaN, never nought. */
export interface InsuranceColumns {
  readonly employerFen: Float64Array;
  readonly employeeFen: Float64Array;
}

/**
 * Settled lines as columns, in the words of `LineResult`. They hold one block of a batch and are filled again
 * for the next one.
 */
export interface LineColumns {
  readonly contributionBaseFen: Float64Array;
  readonly insurance: Readonly<Record<InsuranceKind, InsuranceColumns>>;
  readonly housingFundEachSideFen: Float64Array;
  readonly specialDeductionsFen: Float64Array;
  /** Taxable income of the year so far; it may be negative. */
  readonly taxableFen: Float64Array;
  readonly taxFen: Float64Array;
  readonly netFen: Float64Array;
  readonly employerContributionsFen: Float64Array;
  /** Gross and the employer's contributions. */
  readonly employerCostFen: Float64Array;
  /** The worker's share of the contract's fee. */
  readonly agencyFeeFen: Float64Array;
  /** The worker's share of the tax on top of it; NaN where no rule is established, never nought. */
  readonly vatFen: Float64Array;
}

/** Columns for a block; sides that no rate is established for are NaN from the start and stay so. */
export function createLineColumns(rows: number, { rates }: ContributionRules): LineColumns {
  const column = (): Float64Array => new Float64Array(rows);
  const side = (rate: number | null): Float64Array => (rate === null ? column().fill(Number.NaN) : column());
  const insurance = (kind: InsuranceKind): InsuranceColumns => ({
    employerFen: side(rates[kind].employer),
    employeeFen: side(rates[kind].employee),
  });
  return {
    contributionBaseFen: column(),
    insurance: {
      pension: insurance("pension"),
      medical: insurance("medical"),
      unemployment: insurance("unemployment"),
      workInjury: insurance("workInjury"),
      maternity: insurance("maternity"),
    },
    housingFundEachSideFen: column(),
    specialDeductionsFen: column(),
    taxableFen: column(),
    taxFen: column(),
    netFen: column(),
    employerContributionsFen: column(),
    employerCostFen: column(),
    agencyFeeFen: column(),
    vatFen: column(),
  };
}
