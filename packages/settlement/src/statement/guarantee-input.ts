import {
  groupBy,
  fen,
  testGuarantee,
  zeroFen,
  type Fen,
  type Guarantee,
  type WorkerCost,
} from "@tongchou/core";
import { invoiceEdges } from "../invoices/invoice-edges.js";
import { servicesTotal } from "../services/service-fees.js";
import { capTest } from "./fee-cap.js";
import type { ContractFee } from "./contract-fee.js";
import type { CostChange } from "./cost-change.js";
import type { Disbursement, Funding, HeldPayment } from "./funding.js";
import { incomeTaxOf } from "./settle-line.js";
import type { SettledEntry } from "./settlement-line.js";
import type { UnitMonth } from "./statement-input.js";

/** A settled statement, as far as the guarantee asks about it. */
export interface GuaranteeSubject {
  readonly entries: readonly SettledEntry[];
  readonly fees: readonly ContractFee[];
  readonly services?: readonly ContractFee[] | undefined;
  readonly costChange: CostChange;
  readonly disbursements: readonly Disbursement[];
  readonly held: readonly HeldPayment[];
  readonly funding: Funding;
}

/** Tests the guarantee of no extra fee on a settled statement. */
export function guaranteeOf(input: UnitMonth, subject: GuaranteeSubject): Guarantee {
  const { entries, fees, services = [], costChange, disbursements, held, funding } = subject;
  const bySettledContract = groupBy(entries, ({ line }) => line.settledContractId);
  return testGuarantee({
    workers: entries.map(workerCost),
    attribution: costChange,
    flow: {
      receivedFen: funding.chargedFen,
      paidFen: disbursements.map(({ payee, amountFen }) => ({ to: payee.kind, amountFen })),
      heldFen: held.map(({ reason, amountFen }) => ({ reason, amountFen })),
      // The platform has no account for income of its own: what comes in goes out or is held.
      platformIncomeFen: zeroFen,
    },
    splits: [
      ...fees.map((fee) => ({
        ...wholeOf(fee),
        partsFen: (bySettledContract.get(fee.contractId) ?? []).map(({ result }) =>
          fen(result.agencyFeeFen + result.vatFen),
        ),
      })),
      ...services.map((fee) => ({ ...wholeOf(fee), partsFen: serviceParts(entries, fee.contractId) })),
    ],
    caps: input.contracts.flatMap((contract) => capTest(contract, bySettledContract.get(contract.id) ?? [])),
    floatDaysMax: input.settings.floatDaysMax,
    invoicesBefore: invoiceEdges(input, entries, "contractId"),
    invoicesAfter: invoiceEdges(input, entries, "settledContractId"),
  });
}

function wholeOf({ contractId, feeFen, vatOnTopFen }: ContractFee): {
  readonly id: string;
  readonly wholeFen: Fen;
} {
  return { id: contractId, wholeFen: fen(feeFen + (vatOnTopFen ?? 0)) };
}

function serviceParts(entries: readonly SettledEntry[], orderId: string): readonly Fen[] {
  return entries.map(({ result }) =>
    servicesTotal(result.services?.filter((share) => share.orderId === orderId)),
  );
}

/** A settled line as the guarantee compares it. */
export function workerCost({ line, result }: SettledEntry): WorkerCost {
  const deductions: Record<string, Fen> = {
    "income-tax": incomeTaxOf(result),
    "housing-fund": result.housingFundEachSideFen,
  };
  for (const [kind, { employeeFen }] of Object.entries(result.insurance)) {
    deductions[kind] = employeeFen ?? zeroFen;
  }
  const take = (kind: string, amountFen: Fen): void => {
    deductions[kind] = fen((deductions[kind] ?? 0) + amountFen);
  };
  for (const { kind, amountFen } of line.otherDeductions) take(kind, amountFen);
  for (const { kind, employeeFen } of line.contributionDifferences ?? []) take(kind, employeeFen);
  for (const { kind, takenFen } of result.deductions ?? []) take(kind, takenFen);
  const { workerId, branch } = line;
  const hasServiceOrder = result.services !== undefined;
  const cost = { before: result.originalCost, after: result.chargedCost };
  return { workerId, branch, hasServiceOrder, ...cost, deductions };
}
