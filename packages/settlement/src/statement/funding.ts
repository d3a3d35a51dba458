import { groupBy, fen, sumFen, zeroFen, type Fen } from "@tongchou/core";
import { insuranceKinds } from "../contributions.js";
import type { ContractFee } from "./contract-fee.js";
import { bothSidesOf } from "./earlier-contributions.js";
import { incomeTaxOf } from "./settle-line.js";
import type { SettledEntry } from "./settlement-line.js";
import type { UnitMonth } from "./statement-input.js";

/**
 * Who is paid out of the wage account. The unit gets back what was deducted from hosted workers beyond
 * insurance, fund and tax: it owes that to the creditor, or has laid it out before.
 */
export type DisbursementPayee =
  | { readonly kind: "workers" }
  | { readonly kind: "agency"; readonly agencyId: string }
  | { readonly kind: "tax-authority"; readonly agentId: string }
  | { readonly kind: "social-insurance"; readonly employerId: string }
  | { readonly kind: "housing-fund"; readonly employerId: string }
  | { readonly kind: "unit"; readonly unitId: string };

/** One payment out of the wage account, or all payments to workers' cards together. */
export interface Disbursement {
  readonly payee: DisbursementPayee;
  /** Workers it is for. */
  readonly workers: number;
  readonly amountFen: Fen;
}

/** Net pay that stays on the wage account until it can be paid. */
export interface HeldPayment {
  readonly workerId: string;
  readonly reason: "account";
  readonly amountFen: Fen;
}

/** What the unit owes: balance before + charged this month − received = still due. */
export interface Funding {
  readonly previousBalanceFen: Fen;
  readonly chargedFen: Fen;
  readonly receivedFen: Fen;
  readonly stillDueFen: Fen;
}

/**
 * Everything that is paid out for a statement.
 *
 * Case 1 (payee worker): net pay to the card, tax, insurance of both sides and housing fund of both sides to
 * their authorities in the unit's name, other deductions back to the unit. Case 2 and 3 (payee agency): pay,
 * the employer's contributions and the fee in one amount to the agency, which pays on.
 */
export function disbursementsOf(
  input: UnitMonth,
  entries: readonly SettledEntry[],
  fees: readonly ContractFee[],
): readonly Disbursement[] {
  const hosted = entries.filter(({ line }) => line.payee.kind === "worker");
  const unitId = input.unit.id;
  const insuranceFor = input.settings.case1Insurance === "forward" ? hosted : [];
  return [
    total({ kind: "workers" }, hosted, instructedOf),
    ...agencyDisbursements(entries, fees),
    total({ kind: "tax-authority", agentId: unitId }, hosted, ({ result }) => incomeTaxOf(result)),
    total({ kind: "social-insurance", employerId: unitId }, insuranceFor, insuranceOf),
    total({ kind: "housing-fund", employerId: unitId }, hosted, housingFundOf),
    total({ kind: "unit", unitId }, hosted, ({ result }) => result.otherDeductionsFen),
  ].filter(({ amountFen }) => amountFen !== 0);
}

/** Each agency gets the money of its workers and the fees of its contracts, in the order of their ids. */
function agencyDisbursements(
  entries: readonly SettledEntry[],
  fees: readonly ContractFee[],
): readonly Disbursement[] {
  const entriesByAgency = groupBy(entries, ({ line }) =>
    line.payee.kind === "agency" ? line.payee.agencyId : undefined,
  );
  const feesByAgency = groupBy(fees, (fee) => fee.agencyId);
  const agencyIds = new Set([...entriesByAgency.keys(), ...feesByAgency.keys()]);
  return [...agencyIds]
    .filter((agencyId) => agencyId !== undefined)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((agencyId) => {
      const fee = sumFen((feesByAgency.get(agencyId) ?? []).map(withTax));
      const pay = total({ kind: "agency", agencyId }, entriesByAgency.get(agencyId) ?? [], ({ result }) =>
        fen(result.grossFen + result.employerContributionsFen),
      );
      return { ...pay, amountFen: fen(pay.amountFen + fee) };
    });
}

function withTax(fee: ContractFee): Fen {
  return fen(fee.feeFen + (fee.vatOnTopFen ?? 0));
}

function total(
  payee: DisbursementPayee,
  entries: readonly SettledEntry[],
  amountOf: (entry: SettledEntry) => Fen,
): Disbursement {
  const amounts = entries.map(amountOf);
  return { payee, workers: amounts.filter((amount) => amount !== 0).length, amountFen: sumFen(amounts) };
}

function instructedOf({ result }: SettledEntry): Fen {
  return result.payment.kind === "instructed" ? result.payment.amountFen : zeroFen;
}

/** Insurance of both sides, as far as rates are established. */
function insuranceOf({ line, result }: SettledEntry): Fen {
  const amounts = insuranceKinds.map((kind) => {
    const { employerFen, employeeFen } = result.insurance[kind];
    return fen((employerFen ?? 0) + (employeeFen ?? 0));
  });
  return sumFen([...amounts, bothSidesOf(line.contributionDifferences, "social-insurance")]);
}

/** Housing fund of both sides. */
function housingFundOf({ line, result }: SettledEntry): Fen {
  const earlierFen = bothSidesOf(line.contributionDifferences, "housing-fund");
  return fen(result.housingFundEachSideFen * 2 + earlierFen);
}

/** Net pay that cannot be sent for want of an account. */
export function heldOf(entries: readonly SettledEntry[]): readonly HeldPayment[] {
  return entries.flatMap(({ line, result: { payment } }) =>
    payment.kind === "held" && payment.amountFen > 0
      ? [{ workerId: line.workerId, reason: "account", amountFen: payment.amountFen }]
      : [],
  );
}

/**
 * What the unit has to pay in: the cost of its lines, and an advance where a worker's deductions exceed the
 * pay. Insurance that the unit pays itself (setting `unit`) does not pass through the account.
 */
export function fundingOf(input: UnitMonth, entries: readonly SettledEntry[]): Funding {
  const unitPaysInsurance = input.settings.case1Insurance === "unit";
  const chargedFen = sumFen(
    entries.map((entry) => {
      const { line, result } = entry;
      if (line.payee.kind === "agency") return result.unitCostFen;
      const advance = result.payment.kind === "carried" ? result.payment.amountFen : 0;
      return fen(result.unitCostFen + advance - (unitPaysInsurance ? insuranceOf(entry) : 0));
    }),
  );
  const { previousBalanceFen, receivedFen } = input;
  const stillDueFen = fen(previousBalanceFen + chargedFen - receivedFen);
  return { previousBalanceFen, chargedFen, receivedFen, stillDueFen };
}
