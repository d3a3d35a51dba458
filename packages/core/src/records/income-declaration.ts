import type { Fen } from "../money/fen.js";
import type { DeclarationRecord } from "./declaration-record.js";

/** Who a declaration is about. */
export type DeclaredPerson = Pick<
  DeclarationRecord,
  "documentKind" | "documentNumber" | "employeeNumber" | "name"
>;

/** A year-end bonus that is taxed apart from wages (财税〔2018〕164号, article 1). */
export interface BonusDeclaration extends DeclaredPerson {
  readonly bonusFen: Fen;
  readonly exemptIncomeFen: Fen;
}

/** Which labour remuneration it is: the law withholds on each in its own way. */
export type LabourIncomeItem = "general" | "insurance-agent" | "securities-broker" | "student-intern";

/** One person's labour remuneration of a month, of one kind. */
export interface LabourDeclaration extends DeclaredPerson {
  readonly incomeItem: LabourIncomeItem;
  readonly incomeFen: Fen;
  readonly exemptIncomeFen: Fen;
  /** Taxes and fees that may be deducted. */
  readonly deductibleTaxesFen: Fen;
}
