import type { Fen } from "../money/fen.js";

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
