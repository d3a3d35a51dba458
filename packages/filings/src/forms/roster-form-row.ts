import type {
  BankAccountNumber,
  Fen,
  FundingSource,
  IdentityNumber,
  Period,
  PersonName,
  PlainDate,
  PostClass,
  RatePpm,
} from "@tongchou/core";
import type { EnrolmentWay, HiringForm } from "./form-words.js";

/**
 * One person on the roster form, a value for each column. Amounts are in fen a month, rates of one side in
 * parts per million; undefined is an empty cell.
 */
export interface RosterFormRow {
  readonly serial: number | undefined;
  readonly unitName: string | undefined;
  readonly unitCreditCode: string | undefined;
  readonly department: string | undefined;
  readonly name: PersonName | undefined;
  readonly documentKind: string | undefined;
  readonly documentNumber: IdentityNumber | undefined;
  readonly sex: "male" | "female" | undefined;
  readonly birth: Period | undefined;
  readonly age: number | undefined;
  readonly ethnicGroup: string | undefined;
  readonly politicalStatus: string | undefined;
  readonly education: string | undefined;
  readonly school: string | undefined;
  readonly registeredAddress: string | undefined;
  readonly presentAddress: string | undefined;
  readonly mobile: string | undefined;
  readonly post: string | undefined;
  readonly postClass: PostClass | undefined;
  readonly mode: HiringForm | undefined;
  readonly agencyName: string | undefined;
  /** First day at the unit, from which merged service years count. */
  readonly hiredOn: PlainDate | undefined;
  readonly contractStartsOn: PlainDate | undefined;
  /** Undefined also for a contract without an end. */
  readonly contractEndsOn: PlainDate | undefined;
  readonly contractKind: string | undefined;
  readonly serviceMonths: number | undefined;
  readonly fundingSource: FundingSource | undefined;
  readonly grossFen: Fen | undefined;
  readonly unitPaidFen: Fen | undefined;
  readonly pensionInsured: boolean | undefined;
  readonly contributionWageFen: Fen | undefined;
  readonly medicalInsured: boolean | undefined;
  readonly medicalBaseFen: Fen | undefined;
  readonly unemploymentInsured: boolean | undefined;
  readonly unemploymentBaseFen: Fen | undefined;
  readonly workInjuryInsured: boolean | undefined;
  readonly workInjuryBaseFen: Fen | undefined;
  readonly maternityInsured: boolean | undefined;
  readonly maternityBaseFen: Fen | undefined;
  readonly housingFundRate: RatePpm | undefined;
  readonly housingFundBaseFen: Fen | undefined;
  readonly socialSecurityCard: string | undefined;
  readonly bankName: string | undefined;
  readonly account: BankAccountNumber | undefined;
  readonly publicWelfare: string | undefined;
  readonly willing: boolean | undefined;
  readonly refusalHandling: string | undefined;
  readonly enrolmentWay: EnrolmentWay | undefined;
  readonly receivingAgency: string | undefined;
  readonly remark: string | undefined;
}
