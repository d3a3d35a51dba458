import type {
  Fen,
  HousingFundOpening,
  HousingFundResumptionReason,
  HousingFundSuspensionReason,
  IdentityDocumentKind,
  Period,
  RatePpm,
} from "@tongchou/core";

/**
 * One row of any list of the housing fund: each list has some of the values. Amounts are in fen; undefined is
 * an empty cell or a column that the list does not have.
 */
export interface HousingFundRow {
  readonly serial: number | undefined;
  readonly accountNumber: string | undefined;
  readonly name: string | undefined;
  readonly documentKind: IdentityDocumentKind | undefined;
  readonly documentNumber: string | undefined;
  /** A list of changes only: whether the person comes in or goes out. */
  readonly change: "increase" | "decrease" | undefined;
  readonly baseFen: Fen | undefined;
  readonly oldBaseFen: Fen | undefined;
  /** The month that the row is of, or from which it counts. */
  readonly month: Period | undefined;
  readonly lastMonth: Period | undefined;
  readonly personClass: HousingFundOpening["personClass"];
  readonly mobile: string | undefined;
  readonly landline: string | undefined;
  readonly email: string | undefined;
  readonly suspensionReason: HousingFundSuspensionReason | undefined;
  readonly resumptionReason: HousingFundResumptionReason | undefined;
  readonly rate: RatePpm | undefined;
  readonly employerRate: RatePpm | undefined;
  readonly employeeRate: RatePpm | undefined;
  readonly employerFen: Fen | undefined;
  readonly employeeFen: Fen | undefined;
  /** Both sides together. */
  readonly monthlyFen: Fen | undefined;
  readonly subsidyWageFen: Fen | undefined;
  readonly subsidyMonthlyFen: Fen | undefined;
  /** The state of the account in the fund's own word: no list of these words is public. */
  readonly accountState: string | undefined;
  readonly remark: string | undefined;
}
