import { partsOfPeriod, type Period } from "@tongchou/core";
import { prepareRounding, type PreparedRounding } from "../apply-rate.js";
import { insuranceKinds, type ContributionRules, type InsuranceKind } from "../contributions.js";
import type { SettlementRules } from "../settlement-rules.js";
import { basicDeduction } from "../tax/wage-withholding.js";
import { deductionModes } from "./worker-columns.js";

/** The rules of a month in the form in which a batch reads them, prepared once. */
export interface BatchRules {
  readonly lowerFen: number;
  readonly upperFen: number;
  /** Sides that somebody pays and a rate is established for. */
  readonly sides: readonly SideRate[];
  readonly insuranceRounding: PreparedRounding;
  /** Without bounds of its own the housing fund takes any wage. */
  readonly fundLowerFen: number;
  readonly fundUpperFen: number;
  readonly fundRounding: PreparedRounding;
  /** Basic deduction by way of counting and months: its place is mode × {@link monthPlaces} + months. */
  readonly basicDeductionsFen: Float64Array;
  readonly brackets: SettlementRules["withholding"]["table"]["brackets"];
  readonly taxRounding: PreparedRounding;
}

/** One side of one insurance. */
export interface SideRate {
  readonly kind: InsuranceKind;
  readonly side: "employer" | "employee";
  /** In parts per million. */
  readonly rate: number;
}

/** Places for each way of counting: one for every number that a column of months can hold. */
export const monthPlaces = 256;

/**
 * Prepares the rules of a month.
 *
 * @throws RangeError when bounds and rates are so large that a contribution is no exact product
 */
export function prepareBatchRules(rules: SettlementRules, period: Period): BatchRules {
  const { bounds, rounding } = rules.contributions;
  const fundBounds = rules.housingFund.bounds;
  const insuranceRounding = prepareRounding(rounding);
  const sides = paidSides(rules.contributions);
  if (sides.some(({ rate }) => bounds.upperFen * rate > insuranceRounding.productMax)) {
    throw new RangeError("the bounds and rates of the insurances are beyond what a batch reckons exactly");
  }
  return {
    lowerFen: bounds.lowerFen,
    upperFen: bounds.upperFen,
    sides,
    insuranceRounding,
    fundLowerFen: fundBounds?.lowerFen ?? Number.MIN_SAFE_INTEGER,
    fundUpperFen: fundBounds?.upperFen ?? Number.MAX_SAFE_INTEGER,
    fundRounding: prepareRounding(rules.housingFund.rounding),
    basicDeductionsFen: basicDeductions(rules, partsOfPeriod(period).month),
    brackets: rules.withholding.table.brackets,
    taxRounding: prepareRounding(rules.withholding.rounding),
  };
}

function paidSides({ rates }: ContributionRules): readonly SideRate[] {
  return insuranceKinds.flatMap((kind) =>
    (["employer", "employee"] as const).flatMap((side) => {
      const rate = rates[kind][side];
      return rate === null || rate === 0 ? [] : [{ kind, side, rate }];
    }),
  );
}

/** Numbers that are no months of a year lead to NaN. */
function basicDeductions(rules: SettlementRules, calendarMonth: number): Float64Array {
  const table = new Float64Array(deductionModes.length * monthPlaces).fill(Number.NaN);
  for (const [place, mode] of deductionModes.entries()) {
    for (let monthsAtUnit = 1; monthsAtUnit <= 12; monthsAtUnit += 1) {
      const amount = basicDeduction(mode, { monthsAtUnit, calendarMonth }, rules.basicDeduction);
      table[place * monthPlaces + monthsAtUnit] = amount;
    }
  }
  return table;
}
