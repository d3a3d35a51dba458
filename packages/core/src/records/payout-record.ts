import type { Fen } from "../money/fen.js";

/** What a payment is for. */
export type PayoutPurpose =
  "wage" | "agency-settlement" | "income-tax" | "social-insurance" | "housing-fund" | "severance";

/** One payment to be made: the plain record that bank adapters take. */
export interface PayoutRecord {
  /** Derived from statement, payee, purpose and attempt; the same payment always has the same reference. */
  readonly reference: string;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBankName?: string | undefined;
  readonly payeeCnapsCode?: string | undefined;
  readonly amountFen: Fen;
  readonly purpose: PayoutPurpose;
}
