import { fen, subtractFen, sumFen, zeroFen } from "@tongchou/core";
import { digestOf } from "../statement/digest.js";
import { createFacts } from "@tongchou/statutory";
import { invoiceDifferences } from "../invoices/invoice-differences.js";
import { invoicesOf } from "../invoices/unit-invoices.js";
import type { Invoice } from "../invoices/invoice.js";
import { disbursementsOf, heldOf, type Disbursement, type Funding } from "../statement/funding.js";
import { guaranteeOf } from "../statement/guarantee-input.js";
import type { SettledEntry, SettlementLine } from "../statement/settlement-line.js";
import type { StatementInput } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { changedPointers } from "./changed-pointers.js";
import { changedFacts } from "./fact-changes.js";
import { correctionRemarks } from "./correction-remarks.js";
import { lineCorrections } from "./line-corrections.js";
import { linesPaidUp, workerSettlements } from "./line-payments.js";
import { payeeKey, settledSoFar, type SettledSoFar } from "./settled-so-far.js";
import type { PayeeSettlement, StatementCorrection } from "./statement-correction.js";

/** Id of the statement that corrects another: the corrected one's with -C1, -C2 and so on. */
export function correctionIdOf({ input, correction }: SettlementStatement): string {
  const { statementId } = input;
  const [, base, count] = /^(.*)-C(\d+)$/.exec(statementId) ?? [];
  const isCounted = correction !== undefined && base !== undefined;
  return isCounted ? `${base}-C${Number(count) + 1}` : `${statementId}-C1`;
}

/**
 * Turns a month, settled as if for the first time, into the correction of an issued statement: it pays and
 * charges only what is not paid and charged yet, and says what differs and why.
 *
 * @param earlier a statement that follows from its own input
 */
export function assembleCorrection(
  now: SettlementStatement,
  earlier: SettlementStatement,
): SettlementStatement {
  const soFar = settledSoFar(earlier);
  const corrects = { statementId: earlier.input.statementId, digest: earlier.digest };
  const input: StatementInput = { ...now.input, statementId: correctionIdOf(earlier), corrects };
  const lines = linesPaidUp(input, now.lines, soFar);
  const entries = entriesOf(input, lines);
  const settlements = [...payeeSettlements(now, soFar), ...workerSettlements(input, lines, soFar)];
  const correction: StatementCorrection = {
    inputs: changedPointers(reportedOf(earlier.input), reportedOf(now.input)),
    facts: changedFacts({ before: earlier.input.facts, after: now.input.facts }),
    lines: lineCorrections(earlier, now),
    settlements,
    chargedBeforeFen: soFar.chargedFen,
  };
  const held = heldOf(entries);
  const disbursements = disbursementsNow(settlements, input, entries, correction);
  const funding = fundingNow(now, settlements, soFar);
  // Held pay that was charged before is released, or held on: only its change needs money.
  const released = earlier.held.map((payment) => ({
    ...payment,
    amountFen: subtractFen(zeroFen, payment.amountFen),
  }));
  const { digest: _, ...body } = now;
  const corrected = {
    ...body,
    input,
    lines,
    invoices: invoiceDifferences(invoicesSoFar(earlier), now.invoices),
    disbursements,
    held,
    funding,
    guarantee: guaranteeOf(input, { ...now, entries, disbursements, funding, held: [...held, ...released] }),
    remarks: correctionRemarks(now, entries, settlements),
    correction,
  };
  return { ...corrected, digest: digestOf(corrected) };
}

function entriesOf(input: StatementInput, lines: readonly SettlementLine[]): readonly SettledEntry[] {
  return lines.flatMap((result, index) => {
    const line = input.workers[index];
    return line === undefined ? [] : [{ line, result }];
  });
}

/** What the invoices of a month come to with those of a statement: they follow from its lines and fees. */
function invoicesSoFar({ input, lines, fees, services = [] }: SettlementStatement): readonly Invoice[] {
  return invoicesOf(input, entriesOf(input, lines), [...fees, ...services], createFacts(input.facts));
}

/** The input but for workers, facts, and what every statement has of its own. */
function reportedOf(input: StatementInput): Partial<StatementInput> {
  const { unit, law, baselineLaw, settings, agencies, contracts, serviceOrders, excluded } = input;
  return { unit, law, baselineLaw, settings, agencies, contracts, serviceOrders, excluded };
}

/** Agencies, authorities and the unit itself: what they are due for the whole month, and what is open. */
function payeeSettlements(now: SettlementStatement, soFar: SettledSoFar): readonly PayeeSettlement[] {
  const due = now.disbursements.flatMap(({ payee, amountFen }) =>
    payee.kind === "workers" ? [] : [{ payee, dueFen: amountFen }],
  );
  const dueKeys = new Set(due.map(({ payee }) => payeeKey(payee)));
  const gone = soFar.toPayees
    .filter(({ payee }) => !dueKeys.has(payeeKey(payee)))
    .map(({ payee }) => ({ payee, dueFen: zeroFen }));
  const paid = new Map(soFar.toPayees.map(({ payee, paidFen }) => [payeeKey(payee), paidFen]));
  return [...due, ...gone].map(({ payee, dueFen }) => {
    const paidBeforeFen = paid.get(payeeKey(payee)) ?? zeroFen;
    return {
      payee,
      dueFen,
      paidBeforeFen,
      paidNowFen: fen(Math.max(dueFen - paidBeforeFen, 0)),
      heldFen: zeroFen,
      overpaidFen: fen(Math.max(paidBeforeFen - dueFen, 0)),
    };
  });
}

/** What is paid out now, for the workers whose lines differ. */
function disbursementsNow(
  settlements: readonly PayeeSettlement[],
  input: StatementInput,
  entries: readonly SettledEntry[],
  { lines }: StatementCorrection,
): readonly Disbursement[] {
  const differing = new Set(lines.map(({ workerId }) => workerId));
  const concerned = disbursementsOf(
    input,
    entries.filter(({ line }) => differing.has(line.workerId)),
    [],
  );
  const workersFor = new Map(
    concerned.map(({ payee, workers }) => [payee.kind === "workers" ? "" : payeeKey(payee), workers]),
  );
  const toWorkers = settlements.filter(({ payee, paidNowFen }) => payee.kind === "worker" && paidNowFen > 0);
  const amountFen = sumFen(toWorkers.map(({ paidNowFen }) => paidNowFen));
  const ofWorkers = { payee: { kind: "workers" }, workers: toWorkers.length, amountFen } as const;
  const ofPayees = settlements.flatMap(({ payee, paidNowFen }) =>
    payee.kind === "worker"
      ? []
      : [{ payee, workers: workersFor.get(payeeKey(payee)) ?? 0, amountFen: paidNowFen }],
  );
  return [ofWorkers, ...ofPayees].filter((payment) => payment.amountFen > 0);
}

/**
 * The unit is charged what the month costs, and what was paid too much as long as it is not made up: the
 * platform has no money of its own to lay it out.
 */
function fundingNow(
  now: SettlementStatement,
  settlements: readonly PayeeSettlement[],
  soFar: SettledSoFar,
): Funding {
  const overpaidFen = sumFen(settlements.map((settlement) => settlement.overpaidFen));
  const chargedFen = fen(now.funding.chargedFen + overpaidFen - soFar.chargedFen);
  const { previousBalanceFen, receivedFen } = now.funding;
  const stillDueFen = fen(previousBalanceFen + chargedFen - receivedFen);
  return { previousBalanceFen, chargedFen, receivedFen, stillDueFen };
}
