import { sumFen, type Fen, type Guarantee, type Issue } from "@tongchou/core";
import { servicesTotal } from "../services/service-fees.js";
import type { StatementCorrection } from "../correction/statement-correction.js";
import type { Invoice } from "../invoices/invoice.js";
import type { ContractFee } from "./contract-fee.js";
import type { CostChange } from "./cost-change.js";
import type { Disbursement, Funding, HeldPayment } from "./funding.js";
import { incomeTaxOf } from "./settle-line.js";
import type { SettlementLine } from "./settlement-line.js";
import type { StatementInput } from "./statement-input.js";

/** Sums over the lines of a statement. */
export interface StatementTotals {
  readonly workers: number;
  readonly grossFen: Fen;
  readonly specialDeductionsFen: Fen;
  readonly taxFen: Fen;
  readonly otherDeductionsFen: Fen;
  readonly netFen: Fen;
  readonly employerContributionsFen: Fen;
  readonly agencyFeeFen: Fen;
  readonly vatFen: Fen;
  /** Services that the unit ordered, tax included; absent where it ordered none. */
  readonly servicesFen?: Fen | undefined;
  readonly unitCostFen: Fen;
}

/** The settlement statement (结算单) of one unit and month, with the proof that no fee was added. */
export interface SettlementStatement {
  readonly schema: "tongchou/settlement-statement@1";
  readonly input: StatementInput;
  readonly lines: readonly SettlementLine[];
  readonly fees: readonly ContractFee[];
  /** Fees of the orders of services, by order; absent where nothing is ordered. */
  readonly services?: readonly ContractFee[] | undefined;
  /** What the agencies invoice the unit, of a correction the difference; nobody invoices the platform. */
  readonly invoices: readonly Invoice[];
  readonly totals: StatementTotals;
  readonly disbursements: readonly Disbursement[];
  readonly held: readonly HeldPayment[];
  readonly funding: Funding;
  readonly costChange: CostChange;
  readonly guarantee: Guarantee;
  readonly remarks: readonly Issue[];
  /**
   * Of a correction only: what differs and why. Its lines are those of the whole month; what it pays, holds
   * and charges is the difference.
   */
  readonly correction?: StatementCorrection | undefined;
  /** SHA-256 over the canonical JSON of everything above. */
  readonly digest: string;
}

/** Name and version of the statement's form. */
export const statementSchemaName = "tongchou/settlement-statement@1";

/** Adds up the lines of a statement. */
export function totalsOf(lines: readonly SettlementLine[]): StatementTotals {
  const isServed = lines.some(({ services }) => services !== undefined);
  const sum = (amountOf: (line: SettlementLine) => Fen): Fen => sumFen(lines.map(amountOf));
  return {
    workers: lines.length,
    grossFen: sum((line) => line.grossFen),
    specialDeductionsFen: sum((line) => line.specialDeductionsFen),
    taxFen: sum(incomeTaxOf),
    otherDeductionsFen: sum((line) => line.otherDeductionsFen),
    netFen: sum((line) => line.netFen),
    employerContributionsFen: sum((line) => line.employerContributionsFen),
    agencyFeeFen: sum((line) => line.agencyFeeFen),
    vatFen: sum((line) => line.vatFen),
    ...(isServed ? { servicesFen: sum((line) => servicesTotal(line.services)) } : {}),
    unitCostFen: sum((line) => line.unitCostFen),
  };
}
