import type { Fen } from "../money/fen.js";

/** What a payment is for; `wage-supplement` is pay beyond what was paid for the month before. */
export type PayoutPurpose =
  | "wage"
  | "wage-supplement"
  | "agency-settlement"
  | "income-tax"
  | "social-insurance"
  | "housing-fund"
  | "severance";

/**
 * One payment that the platform makes: the plain record that bank adapters take.
 *
 * Only money of a `through-platform` population becomes one. A record of another route does not compile as a
 * payout, and adapters refuse it.
 */
export interface PayoutRecord {
  /** Derived from statement, payee, purpose and attempt; the same payment always has the same reference. */
  readonly reference: string;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBankName?: string | undefined;
  readonly payeeCnapsCode?: string | undefined;
  readonly amountFen: Fen;
  readonly purpose: PayoutPurpose;
  readonly route?: "through-platform" | undefined;
}
