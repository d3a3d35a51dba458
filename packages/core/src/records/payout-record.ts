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

/** One person's month for the tax and insurance declarations: the plain record that filing adapters take. */
export interface DeclarationRecord {
  readonly employeeNumber?: string | undefined;
  readonly name: string;
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly sex?: "male" | "female" | undefined;
  readonly birth?: string | undefined;
  readonly mobile?: string | undefined;
  readonly hiredOn?: string | undefined;
  readonly incomeFen: Fen;
  readonly exemptIncomeFen: Fen;
  readonly pensionFen: Fen;
  readonly medicalFen: Fen;
  readonly unemploymentFen: Fen;
  readonly housingFundFen: Fen;
  readonly taxFen: Fen;
}
