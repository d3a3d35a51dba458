import { fen, subtractFen, zeroFen, type CostVector, type Fen } from "@tongchou/core";
import { servicesTotal, type ServiceShare } from "../services/service-fees.js";
import type { SettlementRules } from "../settlement-rules.js";
import type { FeeShare } from "./contract-fee.js";
import { chargedCost, originalCost } from "./line-cost.js";
import type { LineResult } from "./settle-line.js";
import type { LineInput } from "./statement-input.js";

/**
 * How the net pay of a line reaches the worker.
 *
 * - `instructed`: onto the worker's card.
 * - `held`: it waits on the wage account for an account number.
 * - `carried`: deductions exceed the pay; the amount is what is missing, nothing is paid.
 * - `by-agency`: the agency pays it on.
 */
export type LinePayment =
  | { readonly kind: "instructed"; readonly amountFen: Fen }
  | { readonly kind: "held"; readonly amountFen: Fen }
  | { readonly kind: "carried"; readonly amountFen: Fen }
  | { readonly kind: "by-agency"; readonly amountFen: Fen };

/** One worker's line of a statement. */
export interface SettlementLine extends LineResult {
  readonly agencyFeeFen: Fen;
  readonly vatFen: Fen;
  /** Services that the unit ordered beyond the route, by order; absent where none is ordered. */
  readonly services?: readonly ServiceShare[] | undefined;
  /** What the unit is charged for the line. */
  readonly unitCostFen: Fen;
  readonly payment: LinePayment;
  /** Cost without the platform, and as charged, component by component. */
  readonly originalCost: CostVector;
  readonly chargedCost: CostVector;
}

/** What a line was reckoned from, and the line. */
export interface SettledEntry {
  readonly line: LineInput;
  readonly result: SettlementLine;
}

/** A settled month with its share of the fees: of the contract that is settled, and of the one before it. */
export function assembleLine(
  line: LineInput,
  result: LineResult,
  rules: SettlementRules,
  fees: {
    readonly settled: FeeShare;
    readonly original: FeeShare;
    readonly services: readonly ServiceShare[];
  },
): SettlementLine {
  const { agencyFeeFen, vatFen } = fees.settled;
  const services = fees.services.length === 0 ? {} : { services: fees.services };
  const servicesFen = servicesTotal(fees.services);
  const unitCostFen = result.grossFen + result.employerContributionsFen + agencyFeeFen + vatFen + servicesFen;
  return {
    ...result,
    agencyFeeFen,
    vatFen,
    ...services,
    unitCostFen: fen(unitCostFen),
    payment: paymentOf(line, result.netFen),
    originalCost: originalCost({ ...line, ...fees.original }, rules),
    chargedCost: chargedCost(result, line, { ...fees.settled, servicesFen }),
  };
}

function paymentOf(line: LineInput, netFen: Fen): LinePayment {
  if (netFen < 0) return { kind: "carried", amountFen: subtractFen(zeroFen, netFen) };
  if (line.payee.kind === "agency") return { kind: "by-agency", amountFen: netFen };
  return { kind: line.hasAccount ? "instructed" : "held", amountFen: netFen };
}
