import type { Period } from "../calendar/plain-date.js";
import type { IdentityDocumentKind } from "../identifiers/identity-number.js";
import type { Fen } from "../money/fen.js";
import type { RatePpm } from "../money/rate.js";

/** A person as the housing fund's lists name one. */
export interface HousingFundMember {
  readonly name: string;
  readonly documentKind: IdentityDocumentKind;
  readonly documentNumber: string;
  /** Number of the person's account at the fund; none before it is opened. */
  readonly accountNumber?: string | undefined;
}

/**
 * Why an account is sealed.
 *
 * - `unpaid-leave`: the employment goes on without pay.
 * - `closable`: the account could be closed, and its balance is not drawn yet.
 * - `transfer`: the person changes the paying unit, and the account stays for now.
 */
export type HousingFundSuspensionReason = "unpaid-leave" | "closable" | "transfer";

/** Why an account is unsealed: in the ordinary course, or because sealing it was a mistake. */
export type HousingFundResumptionReason = "ordinary" | "sealed-by-mistake";

/** An account to be opened (住房公积金管理条例 article 15: within 30 days after hiring). */
export interface HousingFundOpening extends HousingFundMember {
  readonly kind: "opening";
  readonly baseFen: Fen;
  /** First month that is paid in. */
  readonly month: Period;
  readonly personClass?: "urban" | "rural" | undefined;
  readonly mobile?: string | undefined;
  /** What is due a month, both sides together. */
  readonly monthlyFen?: Fen | undefined;
  /** The rate of each side, where both have the same. */
  readonly rate?: RatePpm | undefined;
}

/** What is paid in for a person for a month; amounts are rounded already, as the fund's rule is. */
export interface HousingFundRemittance extends HousingFundMember {
  readonly kind: "remittance";
  readonly month: Period;
  readonly baseFen: Fen;
  readonly employerRate: RatePpm;
  readonly employeeRate: RatePpm;
  readonly employerFen: Fen;
  readonly employeeFen: Fen;
}

/** An account to be sealed from a month on (住房公积金管理条例 article 15). */
export interface HousingFundSuspension extends HousingFundMember {
  readonly kind: "suspension";
  readonly month: Period;
  readonly reason: HousingFundSuspensionReason;
  /** What was due a month so far, both sides together. */
  readonly monthlyFen?: Fen | undefined;
}

/** A sealed account that is paid into again from a month on. */
export interface HousingFundResumption extends HousingFundMember {
  readonly kind: "resumption";
  readonly month: Period;
  readonly baseFen: Fen;
  readonly reason: HousingFundResumptionReason;
  /** What is due a month, both sides together. */
  readonly monthlyFen?: Fen | undefined;
  /** The rate of each side, where both have the same. */
  readonly rate?: RatePpm | undefined;
}

/** A new base from a month on. */
export interface HousingFundBaseChange extends HousingFundMember {
  readonly kind: "base-change";
  readonly month: Period;
  readonly oldBaseFen: Fen;
  readonly baseFen: Fen;
}

/** Months that were not paid in and are made up. */
export interface HousingFundBackPayment extends HousingFundMember {
  readonly kind: "back-payment";
  readonly month: Period;
  /** Last month that is made up, the first one if it is the only one. */
  readonly lastMonth: Period;
  readonly baseFen: Fen;
  readonly employerFen: Fen;
  readonly employeeFen: Fen;
}

/** What a unit tells the housing fund about one person: the plain record that filing adapters take. */
export type HousingFundRecord =
  | HousingFundOpening
  | HousingFundRemittance
  | HousingFundSuspension
  | HousingFundResumption
  | HousingFundBaseChange
  | HousingFundBackPayment;
