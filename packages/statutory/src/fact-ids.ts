import type { BilingualText } from "@tongchou/core";
import type { FactShape, FactShapes } from "./fact-values.js";

/** The shape of every fact, by id. `cn` is national, `cn.36` Jiangxi, `cn.3604` Jiujiang. */
export interface FactShapeById {
  readonly "cn.iit.comprehensive.annual": "tax-table";
  readonly "cn.iit.comprehensive.monthly": "tax-table";
  readonly "cn.iit.labour.expense": "labour-expense";
  readonly "cn.iit.labour.withholding": "tax-table";
  readonly "cn.iit.basic-deduction.monthly": "amount";
  readonly "cn.iit.basic-deduction.annual": "amount";
  readonly "cn.iit.first-wage-of-year": "count";
  readonly "cn.iit.sixty-thousand.ceiling": "amount";
  readonly "cn.iit.intern.income-share": "rate";
  readonly "cn.iit.platform-worker.expense": "rate";
  readonly "cn.iit.bonus.separate": "count";
  readonly "cn.iit.severance.exempt-multiple": "count";
  readonly "cn.iit.settlement-relief.income": "amount";
  readonly "cn.iit.settlement-relief.top-up": "amount";
  readonly "cn.iit.commission": "rate";
  readonly "cn.iit.filing-day": "count";
  readonly "cn.iit.rounding": "rounding";
  readonly "cn.iit.additional.children": "amount";
  readonly "cn.iit.additional.infants": "amount";
  readonly "cn.iit.additional.elderly": "amount";
  readonly "cn.iit.additional.elderly-share": "amount";
  readonly "cn.iit.additional.education-monthly": "amount";
  readonly "cn.iit.additional.education-certificate": "amount";
  readonly "cn.iit.additional.home-loan": "amount";
  readonly "cn.iit.personal-pension": "amount";
  readonly "cn.si.rounding": "rounding";
  readonly "cn.si.registration-days": "count";
  readonly "cn.si.undeclared-share": "rate";
  readonly "cn.si.late-fee-daily": "rate";
  readonly "cn.work-injury.class-rates": "rate-list";
  readonly "cn.work-injury.floating.class-1": "rate-list";
  readonly "cn.work-injury.floating.other": "rate-list";
  readonly "cn.36.si.base-bounds": "base-bounds";
  readonly "cn.36.si.collection-day": "count";
  readonly "cn.36.pension.rate": "rate-pair";
  readonly "cn.36.unemployment.rate": "rate-pair";
  readonly "cn.36.work-injury.cut-18-months": "rate";
  readonly "cn.36.work-injury.cut-24-months": "rate";
  readonly "cn.3604.medical.rate": "rate-pair";
  readonly "cn.3604.maternity.rate": "rate-pair";
  readonly "cn.3604.work-injury.rate": "rate-pair";
  readonly "cn.housing-fund.rate": "rate-range";
  readonly "cn.housing-fund.registration-days": "count";
  readonly "cn.housing-fund.remittance-days": "count";
  readonly "cn.3604.housing-fund.base-bounds": "base-bounds";
  readonly "cn.3604.housing-fund.rounding": "rounding";
  readonly "cn.36.minimum-wage": "minimum-wage";
  readonly "cn.3604.minimum-wage.class": "division-classes";
  readonly "cn.probation.share": "rate";
  readonly "cn.deduction.damage-share": "rate";
  readonly "cn.severance.ceiling-multiple": "count";
  readonly "cn.severance.ceiling-months": "count";
  readonly "cn.severance.unlawful-factor": "count";
  readonly "cn.36.average-wage.non-private": "amount";
  readonly "cn.36.average-wage.employed": "amount";
  readonly "cn.36.average-wage.private": "amount";
  readonly "cn.3604.average-wage.private": "amount";
  readonly "cn.3604.average-wage.monthly": "amount";
  readonly "cn.dispatch.share": "rate";
  readonly "cn.dispatch.temporary-months": "count";
  readonly "cn.dispatch.contract-years": "count";
  readonly "cn.vat.dispatch.general.full": "vat";
  readonly "cn.vat.dispatch.general.balance": "vat";
  readonly "cn.vat.dispatch.small-scale.full": "vat";
  readonly "cn.vat.dispatch.small-scale.balance": "vat";
  readonly "cn.vat.agency.general.balance": "vat";
  readonly "cn.vat.agency.general.simple": "vat";
  readonly "cn.vat.agency.small-scale.balance": "vat";
  readonly "cn.vat.agency.small-scale.simple": "vat";
  readonly "cn.vat.outsourcing.general.full": "vat";
  readonly "cn.vat.simple-rate": "rate";
  readonly "cn.vat.small-scale.threshold-monthly": "amount";
  readonly "cn.vat.small-scale.threshold-quarterly": "amount";
  readonly "cn.project.appropriation-months": "count";
  readonly "cn.project.ledger-years": "count";
  readonly "cn.project.account-notice-days": "count";
  readonly "cn.project.deposit": "rate-range";
  readonly "cn.project.deposit-open-working-days": "count";
  readonly "cn.project.deposit-small-contract": "amount";
  readonly "cn.project.deposit-payment-working-days": "count";
  readonly "cn.project.deposit-refill-working-days": "count";
  readonly "cn.intern.pay-floor-share": "rate";
  readonly "cn.intern.pay-cycle-months": "count";
  readonly "cn.intern.share-of-staff": "rate";
  readonly "cn.intern.share-of-post": "rate";
  readonly "cn.intern.months": "count";
  readonly "cn.intern.hours-per-day": "count";
  readonly "cn.36.public-welfare.post-subsidy-share": "rate";
  readonly "cn.36.public-welfare.months": "count";
  readonly "cn.work-relief.labour-share": "rate";
  readonly "cn.wage.paid-days": "count";
  readonly "cn.wage.hours-per-day": "count";
  readonly "cn.wage.working-days": "count";
  readonly "cn.wage.public-holidays": "count";
  readonly "cn.wage.overtime.weekday": "rate";
  readonly "cn.wage.overtime.rest-day": "rate";
  readonly "cn.wage.overtime.holiday": "rate";
  readonly "cn.wage.overtime.hours-per-month": "count";
  readonly "cn.wage.record-years": "count";
  readonly "cn.leave.days-from-1-year": "count";
  readonly "cn.leave.days-from-10-years": "count";
  readonly "cn.leave.days-from-20-years": "count";
  readonly "cn.leave.unused": "rate";
  readonly "cn.part-time.hours-per-day": "count";
  readonly "cn.part-time.hours-per-week": "count";
  readonly "cn.part-time.pay-cycle-days": "count";
  readonly "cn.contract.record-years": "count";
  readonly "cn.employment.minimum-age": "count";
  readonly "cn.over-age.work-injury": "count";
  readonly "cn.privacy.assessment-years": "count";
  readonly "cn.privacy.log-months": "count";
}

/** The id of a fact. */
export type FactId = keyof FactShapeById;

/** The value of a fact. */
export type FactValue<Id extends FactId> = FactShapes[FactShapeById[Id]];

/** What a fact is about, for people, and the shape and unit of its value. */
export interface FactDefinition extends BilingualText {
  readonly shape: FactShape;
}
