import type { Fen, PlainDate, UnitNature } from "@tongchou/core";
import type { EnrolmentWay } from "./form-words.js";

/**
 * One unit on the statistics form, a value for each column. Numbers are people, amounts are in fen;
 * undefined is an empty cell.
 */
export interface StatisticsFormRow extends StatisticsCounts {
  readonly serial: number | undefined;
  readonly unitName: string | undefined;
  readonly nature: UnitNature | undefined;
  readonly establishmentPosts: number | undefined;
  readonly establishmentStaff: number | undefined;
  /** Talent that is to stay in direct hire; the task force has to approve it. */
  readonly shortageTalent: number | undefined;
  readonly withContract: number | undefined;
  readonly insured: number | undefined;
  readonly withHousingFund: number | undefined;
  readonly monthlyInsuranceFen: Fen | undefined;
  readonly monthlyHousingFundFen: Fen | undefined;
  readonly monthlyServiceFeeFen: Fen | undefined;
  readonly yearlyFundsFen: Fen | undefined;
  readonly agencyNames: string | undefined;
  readonly licenceNumbers: string | undefined;
  readonly contractTerm: string | undefined;
  readonly serviceFeeStandard: string | undefined;
  readonly enrolmentWay: EnrolmentWay | undefined;
  readonly agreementOn: PlainDate | undefined;
  readonly remark: string | undefined;
}

/** The part of it that the roster form gives as well. */
export interface StatisticsCounts {
  readonly total: number | undefined;
  /** Direct hires, holders of public-welfare posts among them. */
  readonly directHire: number | undefined;
  readonly personnelAgency: number | undefined;
  readonly dispatch: number | undefined;
  readonly outsourcing: number | undefined;
  readonly otherHire: number | undefined;
  readonly publicWelfare: number | undefined;
  readonly fiscalFull: number | undefined;
  readonly fiscalBalance: number | undefined;
  /** The unit's own funds, those of an enterprise among them. */
  readonly ownFunds: number | undefined;
  readonly specialFunds: number | undefined;
  readonly enforcementSupport: number | undefined;
  readonly generalSupport: number | undefined;
  readonly windowService: number | undefined;
  readonly technical: number | undefined;
  readonly logistics: number | undefined;
  readonly monthlyGrossFen: Fen | undefined;
}
