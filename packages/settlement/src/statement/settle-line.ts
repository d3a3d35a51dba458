import { fen, partsOfPeriod, sumFen, zeroFen, type Fen, type Period } from "@tongchou/core";
import {
  declaredBase,
  housingFundOn,
  insuranceKinds,
  insuranceSides,
  type ContributionRules,
  type InsuranceKind,
} from "../contributions.js";
import { netPay } from "../line-formulas.js";
import type { SettlementRules } from "../settlement-rules.js";
import { cumulativeWithholding, type Withholding } from "../tax/cumulative-withholding.js";
import { basicDeduction } from "../tax/wage-withholding.js";
import type { LineInput } from "./statement-input.js";

/** One side each of an insurance, as a statement has it; `null` where no rate is established. */
export type InsuranceSides = Readonly<
  Record<InsuranceKind, { readonly employerFen: Fen | null; readonly employeeFen: Fen | null }>
>;

/** One worker's month from gross to net. */
export interface LineResult {
  readonly workerId: string;
  readonly grossFen: Fen;
  readonly contributionBaseFen: Fen;
  readonly insurance: InsuranceSides;
  readonly housingFundBaseFen: Fen;
  readonly housingFundEachSideFen: Fen;
  readonly basicDeductionFen: Fen;
  readonly withholding: Withholding;
  /** Insurance and housing fund of the worker. */
  readonly specialDeductionsFen: Fen;
  readonly otherDeductionsFen: Fen;
  /**
   * What is left for the worker; negative when deductions exceed the gross, then it is carried, never paid.
   */
  readonly netFen: Fen;
  /** Insurance and housing fund of the employer, as far as rates are established. */
  readonly employerContributionsFen: Fen;
}

/**
 * Settles one worker's month.
 *
 * gross = Σ pay items; special deductions = worker's insurance + housing fund; tax by cumulative withholding;
 * net = gross − special deductions − tax − other deductions.
 */
export function settleLine(line: LineInput, month: Period, rules: SettlementRules): LineResult {
  const grossFen = sumFen(line.pay.map((item) => item.amountFen));
  const contributionBaseFen = declaredBase(line.contributionWageFen, rules.contributions.bounds);
  const insurance = insuranceOn(contributionBaseFen, rules.contributions);
  const housingFund = housingFundOn(line.contributionWageFen, line.housingFundRate, rules.housingFund);
  const specialDeductionsFen = fen(sumKnown(insurance, "employeeFen") + housingFund.eachSideFen);
  const basicDeductionFen = basicDeduction(
    line.deductionMode,
    { monthsAtUnit: line.monthsAtAgent, calendarMonth: partsOfPeriod(month).month },
    rules.basicDeduction,
  );
  const withholding = cumulativeWithholding(
    {
      incomeFen: fen(line.incomeBeforeFen + grossFen),
      exemptFen: zeroFen,
      basicDeductionFen,
      specialFen: fen(line.specialDeductionsBeforeFen + specialDeductionsFen),
      additionalFen: line.additionalDeductionsFen,
      otherFen: zeroFen,
      withheldFen: line.taxWithheldBeforeFen,
    },
    rules.withholding,
  );
  const otherDeductionsFen = sumFen(line.otherDeductions.map((deduction) => deduction.amountFen));
  return {
    workerId: line.workerId,
    grossFen,
    contributionBaseFen,
    insurance,
    housingFundBaseFen: housingFund.baseFen,
    housingFundEachSideFen: housingFund.eachSideFen,
    basicDeductionFen,
    withholding,
    specialDeductionsFen,
    otherDeductionsFen,
    netFen: fen(netPay(grossFen, specialDeductionsFen, withholding.taxFen, otherDeductionsFen)),
    employerContributionsFen: fen(sumKnown(insurance, "employerFen") + housingFund.eachSideFen),
  };
}

/** The five insurances on a base. */
export function insuranceOn(baseFen: Fen, rules: ContributionRules): InsuranceSides {
  return {
    pension: insuranceSides(baseFen, "pension", rules),
    medical: insuranceSides(baseFen, "medical", rules),
    unemployment: insuranceSides(baseFen, "unemployment", rules),
    workInjury: insuranceSides(baseFen, "workInjury", rules),
    maternity: insuranceSides(baseFen, "maternity", rules),
  };
}

function sumKnown(insurance: InsuranceSides, side: "employerFen" | "employeeFen"): Fen {
  return sumFen(insuranceKinds.map((kind) => insurance[kind][side] ?? zeroFen));
}
