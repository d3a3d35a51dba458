import { fen, partsOfPeriod, sumFen, zeroFen, type Fen, type PayItem, type Period } from "@tongchou/core";
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
import type { TakenDeduction } from "../pay/deductions/take-deductions.js";
import {
  cumulativeWithholding,
  type CumulativeFigures,
  type Withholding,
} from "../tax/cumulative-withholding.js";
import { basicDeduction } from "../tax/wage-withholding.js";
import { earlierContributionsOf, type EarlierContributions } from "./earlier-contributions.js";
import { bonusOf, type LineBonus } from "./line-bonus.js";
import type { LineInput } from "./statement-input.js";

/** One side each of an insurance, as a statement has it; `null` where no rate is established. */
export type InsuranceSides = Readonly<
  Record<InsuranceKind, { readonly employerFen: Fen | null; readonly employeeFen: Fen | null }>
>;

/** One worker's month from gross to net. */
export interface LineResult {
  readonly workerId: string;
  readonly grossFen: Fen;
  /** Part of the gross that the law exempts from tax, where there is one. */
  readonly exemptFen?: Fen | undefined;
  readonly contributionBaseFen: Fen;
  readonly insurance: InsuranceSides;
  readonly housingFundBaseFen: Fen;
  readonly housingFundEachSideFen: Fen;
  readonly basicDeductionFen: Fen;
  /** On wages: a bonus that is taxed apart is not in it. */
  readonly withholding: Withholding;
  /** A year-end bonus among the pay. */
  readonly bonus?: LineBonus | undefined;
  /** Contributions of earlier months that this one makes up; they are in the sums of either side. */
  readonly earlierContributions?: EarlierContributions | undefined;
  /** Insurance and housing fund of the worker. */
  readonly specialDeductionsFen: Fen;
  /** Everything taken beyond insurance, housing fund and tax. */
  readonly otherDeductionsFen: Fen;
  /** What of each claim was taken and is left, in the order in which they were met. */
  readonly deductions?: readonly TakenDeduction[] | undefined;
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
 * gross = Σ pay items; special deductions = worker's insurance + housing fund, those of earlier months that
 * are made up included; tax by cumulative withholding, and on a bonus; net = gross − special deductions − tax
 * − other deductions. Claims of the line are taken after it: they need facts of their own.
 */
export function settleLine(line: LineInput, month: Period, rules: SettlementRules): LineResult {
  const { grossFen, exemptFen, bonusFen } = payOf(line.pay);
  const contributionBaseFen = declaredBase(line.contributionWageFen, rules.contributions.bounds);
  const insurance = lineInsurance(line, contributionBaseFen, rules.contributions);
  const housingFund = housingFundOn(line.contributionWageFen, line.housingFundRate, rules.housingFund);
  const { contributionDifferences } = line;
  const earlier =
    contributionDifferences === undefined ? undefined : earlierContributionsOf(contributionDifferences);
  const specialDeductionsFen = fen(
    sumKnown(insurance, "employeeFen") + housingFund.eachSideFen + (earlier?.employeeFen ?? 0),
  );
  const basicDeductionFen = basicDeduction(
    line.deductionMode,
    { monthsAtUnit: line.monthsAtAgent, calendarMonth: partsOfPeriod(month).month },
    rules.basicDeduction,
  );
  const figures: CumulativeFigures = {
    incomeFen: fen(line.incomeBeforeFen + grossFen - bonusFen),
    exemptFen: fen((line.exemptBeforeFen ?? 0) + exemptFen),
    basicDeductionFen,
    specialFen: fen(line.specialDeductionsBeforeFen + specialDeductionsFen),
    additionalFen: line.additionalDeductionsFen,
    otherFen: zeroFen,
    withheldFen: line.taxWithheldBeforeFen,
  };
  const withoutBonus = cumulativeWithholding(figures, rules.withholding);
  const taxed =
    bonusFen === 0
      ? undefined
      : bonusOf({ line, month, bonusFen, specialDeductionsFen, figures, withoutBonus }, rules);
  const withholding = taxed?.withholding ?? withoutBonus;
  const taxFen = withholding.taxFen + taxApart(taxed?.bonus);
  const otherDeductionsFen = sumFen(line.otherDeductions.map((deduction) => deduction.amountFen));
  const result: LineResult = {
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
    netFen: fen(netPay(grossFen, specialDeductionsFen, taxFen, otherDeductionsFen)),
    employerContributionsFen: fen(
      sumKnown(insurance, "employerFen") + housingFund.eachSideFen + (earlier?.employerFen ?? 0),
    ),
  };
  // Most lines have none of it, and are left as they are: copying them would take as long as the rest.
  if (exemptFen === 0 && taxed === undefined && earlier === undefined) return result;
  return {
    ...result,
    ...(exemptFen === 0 ? {} : { exemptFen }),
    ...(taxed === undefined ? {} : { bonus: taxed.bonus }),
    ...(earlier === undefined ? {} : { earlierContributions: earlier }),
  };
}

/** Income tax of a line: what is withheld on wages, and on a bonus that is taxed apart. */
export function incomeTaxOf({ withholding, bonus }: Pick<LineResult, "bonus" | "withholding">): Fen {
  return bonus === undefined ? withholding.taxFen : fen(withholding.taxFen + taxApart(bonus));
}

function taxApart(bonus: LineBonus | undefined): Fen {
  return bonus?.taxing === "apart" && bonus.apart !== null ? bonus.apart.taxFen : zeroFen;
}

interface PaySums {
  readonly grossFen: Fen;
  readonly exemptFen: Fen;
  readonly bonusFen: Fen;
}

function payOf(pay: readonly PayItem[]): PaySums {
  let gross = 0;
  let exempt = 0;
  let bonus = 0;
  for (const { kind, amountFen, isExempt } of pay) {
    gross += amountFen;
    if (kind === "bonus") bonus += amountFen;
    if (isExempt === true) exempt += amountFen;
  }
  return { grossFen: fen(gross), exemptFen: fen(exempt), bonusFen: fen(bonus) };
}

const nothing = { employerFen: zeroFen, employeeFen: zeroFen };

/** The insurances that a line is in; the others come to nought. */
export function lineInsurance(
  { contributionScope }: Pick<LineInput, "contributionScope">,
  baseFen: Fen,
  rules: ContributionRules,
): InsuranceSides {
  if (contributionScope === undefined) return insuranceOn(baseFen, rules);
  const workInjury = insuranceSides(baseFen, "workInjury", rules);
  return { pension: nothing, medical: nothing, unemployment: nothing, workInjury, maternity: nothing };
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
