import type { Period, PlainDate } from "../calendar/plain-date.js";
import type { Fen } from "../money/fen.js";
import type { ContributionScope } from "./pay-record.js";
import type { RowSource } from "./row-source.js";

/**
 * The kinds of claims on pay beyond insurance, housing fund and tax, in the order in which they are met.
 *
 * - `court-order`: a court's order to assist its execution (工资支付暂行规定 article 15, 民事诉讼法 article
 *   254).
 * - `carried-net`: the worker's insurance and fund of a month without enough pay, paid in for the worker.
 * - `clawback`: pay of an ended year that was too much. What was too much this year is taken back out of the
 *   gross, so that it lowers the tax as well.
 * - `wage-advance`: wages paid early, by instalments.
 * - `damage`: compensation for damage the worker did (工资支付暂行规定 article 16).
 * - `agreed`: what the worker agreed to in writing.
 *
 * The law ranks none of them but the court's; the order of the rest is fixed here so that two runs agree.
 */
export const deductionClaimKinds = [
  "court-order",
  "carried-net",
  "clawback",
  "wage-advance",
  "damage",
  "agreed",
] as const;

/** The kind of a claim on pay. */
export type DeductionClaimKind = (typeof deductionClaimKinds)[number];

/** How a debt falls due: in equal instalments, or by an amount a month until it is met. */
export type RepaymentPlan =
  | { readonly kind: "instalments"; readonly firstMonth: Period; readonly instalments: number }
  | { readonly kind: "monthly"; readonly firstMonth: Period; readonly monthlyFen: Fen };

/** What somebody owes out of pay, as it was ordered or agreed. */
export interface DebtTerms {
  /** Number of the order or agreement: one worker has no two debts of one kind with the same id. */
  readonly id: string;
  readonly kind: DeductionClaimKind;
  /** Day of the order, or on which the debt arose. */
  readonly since: PlainDate;
  readonly amountFen: Fen;
  /** Net pay that has to be left in each month; of a court's order what the court leaves for living. */
  readonly keepFen?: Fen | undefined;
  /** Without a plan the whole is due at once. */
  readonly plan?: RepaymentPlan | undefined;
}

/** Whose contributions of which month differ from what was paid in; below nought they come back. */
export interface ContributionDifference {
  readonly serviceMonth: Period;
  readonly kind: "pension" | "medical" | "unemployment" | "workInjury" | "maternity" | "housing-fund";
  readonly employeeFen: Fen;
  readonly employerFen: Fen;
}

/** How a year-end bonus is taxed: apart by the monthly table, or merged into the year's income. */
export type BonusTaxing = "apart" | "merged";

/**
 * What changes a worker's month beside the regular pay, as the HR office reports it.
 *
 * - `debt`: something to be taken from pay.
 * - `bonus`: a year-end bonus; without `taxing` the worker has not chosen.
 * - `back-pay`: pay that was earned in another month; below nought it is taken back out of the gross.
 * - `exempt-pay`: income that the law exempts from tax.
 * - `contribution-difference`: contributions of an earlier month that are made up now.
 * - `leave`: the worker's last day.
 * - `contribution-scope`: which insurances the worker is in.
 */
export type PayChangeDetail =
  | { readonly kind: "debt"; readonly debt: DebtTerms }
  | {
      readonly kind: "bonus";
      readonly amountFen: Fen;
      readonly taxing?: BonusTaxing | undefined;
      /** True when a bonus of the year has been taxed apart already: it may be done once a year. */
      readonly isApartUsed?: boolean | undefined;
    }
  | { readonly kind: "back-pay"; readonly amountFen: Fen; readonly serviceMonth: Period }
  | { readonly kind: "exempt-pay"; readonly amountFen: Fen }
  | { readonly kind: "contribution-difference"; readonly difference: ContributionDifference }
  | { readonly kind: "leave"; readonly leftOn: PlainDate }
  | { readonly kind: "contribution-scope"; readonly scope: ContributionScope };

/** One change, of the person with an identity number. */
export interface PayChange {
  readonly documentNumber: string;
  readonly change: PayChangeDetail;
  readonly source?: RowSource | undefined;
}
