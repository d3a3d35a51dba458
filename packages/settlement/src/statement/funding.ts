import { fen, sumFen, type Fen } from "@tongchou/core";
import { insuranceKinds } from "../contributions.js";
import type { ContractFee } from "./contract-fee.js";
import type { SettlementLine } from "./statement.js";
import type { LineInput, StatementInput } from "./statement-input.js";

/** Who is paid out of the wage account. */
export type DisbursementPayee =
  | { readonly kind: "workers" }
  | { readonly kind: "agency"; readonly agencyId: string }
  | { readonly kind: "tax-authority"; readonly agentId: string }
  | { readonly kind: "social-insurance"; readonly employerId: string }
  | { readonly kind: "housing-fund"; readonly employerId: string };

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

interface Entry {
  readonly line: LineInput;
  readonly result: SettlementLine;
}

/**
 * Everything that is paid out for a statement.
 *
 * Case 1 (payee worker): net pay to the card, tax, insurance of both sides and housing fund of both sides to
 * their authorities, in the unit's name. Case 2 and 3 (payee agency): pay, the employer's contributions and
 * the fee in one amount to the agency, which pays on.
 */
export function disbursementsOf(
  input: StatementInput,
  lines: readonly SettlementLine[],
  fees: readonly ContractFee[],
): readonly Disbursement[] {
  const entries = entriesOf(input, lines);
  const hosted = entries.filter(({ line }) => line.payee.kind === "worker");
  const unitId = input.unit.id;
  const forwards = input.settings.case1Insurance === "forward";
  const authorities: readonly Disbursement[] = [
    total({ kind: "tax-authority", agentId: unitId }, hosted, ({ result }) => result.withholding.taxFen),
    ...(forwards ? [total({ kind: "social-insurance", employerId: unitId }, hosted, insuranceOf)] : []),
    total({ kind: "housing-fund", employerId: unitId }, hosted, ({ result }) =>
      fen(result.housingFundEachSideFen * 2),
    ),
  ];
  const cards = total({ kind: "workers" }, hosted, ({ result }) =>
    result.payment.kind === "instructed" ? result.payment.amountFen : fen(0),
  );
  return [cards, ...agencyDisbursements(entries, fees), ...authorities].filter(
    ({ amountFen }) => amountFen !== 0,
  );
}

function entriesOf(input: StatementInput, lines: readonly SettlementLine[]): readonly Entry[] {
  return input.workers.flatMap((line, index) => {
    const result = lines[index];
    return result === undefined ? [] : [{ line, result }];
  });
}

function agencyDisbursements(
  entries: readonly Entry[],
  fees: readonly ContractFee[],
): readonly Disbursement[] {
  const agencyIds = [
    ...new Set(entries.flatMap(({ line }) => (line.payee.kind === "agency" ? [line.payee.agencyId] : []))),
  ].toSorted((a, b) => (a < b ? -1 : 1));
  return agencyIds.map((agencyId) => {
    const theirs = entries.filter(
      ({ line }) => line.payee.kind === "agency" && line.payee.agencyId === agencyId,
    );
    const fee = sumFen(
      fees
        .filter((entry) => entry.agencyId === agencyId)
        .map((entry) => fen(entry.feeFen + (entry.vatOnTopFen ?? 0))),
    );
    const pay = total({ kind: "agency", agencyId }, theirs, ({ result }) =>
      fen(result.grossFen + result.employerContributionsFen),
    );
    return { ...pay, amountFen: fen(pay.amountFen + fee) };
  });
}

function total(
  payee: DisbursementPayee,
  entries: readonly Entry[],
  amountOf: (entry: Entry) => Fen,
): Disbursement {
  const amounts = entries.map(amountOf);
  return { payee, workers: amounts.filter((amount) => amount !== 0).length, amountFen: sumFen(amounts) };
}

/** Insurance of both sides, as far as rates are established. */
function insuranceOf({ result }: Entry): Fen {
  return sumFen(
    insuranceKinds.map((kind) => {
      const { employerFen, employeeFen } = result.insurance[kind];
      return fen((employerFen ?? 0) + (employeeFen ?? 0));
    }),
  );
}

/**
 * What the unit has to pay in: the cost of its lines, and an advance where a worker's deductions exceed the
 * pay. Insurance that the unit pays itself (setting `unit`) does not pass through the account.
 */
export function fundingOf(input: StatementInput, lines: readonly SettlementLine[]): Funding {
  const charges = entriesOf(input, lines).map((entry) => {
    const { line, result } = entry;
    if (line.payee.kind === "agency") return result.unitCostFen;
    const advance = result.payment.kind === "carried" ? result.payment.amountFen : 0;
    const paidByUnit = input.settings.case1Insurance === "unit" ? insuranceOf(entry) : 0;
    return fen(result.unitCostFen + advance - paidByUnit);
  });
  const chargedFen = sumFen(charges);
  const { previousBalanceFen, receivedFen } = input;
  return {
    previousBalanceFen,
    chargedFen,
    receivedFen,
    stillDueFen: fen(previousBalanceFen + chargedFen - receivedFen),
  };
}
