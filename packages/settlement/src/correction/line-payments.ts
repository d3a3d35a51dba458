import { fen, subtractFen, zeroFen, type Fen } from "@tongchou/core";
import type { LinePayment, SettlementLine } from "../statement/settlement-line.js";
import type { StatementInput } from "../statement/statement-input.js";
import type { SettledSoFar } from "./settled-so-far.js";
import type { PayeeSettlement } from "./statement-correction.js";

/**
 * The lines of a corrected month with what is paid on them now: only what is not paid yet. What was paid
 * beyond the net pay is carried.
 */
export function linesPaidUp(
  input: StatementInput,
  lines: readonly SettlementLine[],
  soFar: SettledSoFar,
): readonly SettlementLine[] {
  return lines.map((line, index) => {
    const isAgency = input.workers[index]?.payee.kind === "agency";
    const paid = (isAgency ? soFar.byAgencies : soFar.toWorkers).get(line.workerId) ?? zeroFen;
    return { ...line, payment: paymentBeyond(line, paid) };
  });
}

function paymentBeyond({ payment, netFen }: SettlementLine, paid: Fen): LinePayment {
  const openFen = fen(netFen - paid);
  if (openFen < 0) return { kind: "carried", amountFen: subtractFen(paid, netFen) };
  return { ...payment, amountFen: openFen };
}

/**
 * What each worker whom the platform pays, or has paid, is due and gets, where that is not simply what was
 * paid before.
 */
export function workerSettlements(
  input: StatementInput,
  lines: readonly SettlementLine[],
  soFar: SettledSoFar,
): readonly PayeeSettlement[] {
  const settlements: PayeeSettlement[] = [];
  const paidHere = new Set<string>();
  for (const [index, { workerId, netFen, payment }] of lines.entries()) {
    if (input.workers[index]?.payee.kind === "agency") continue;
    paidHere.add(workerId);
    const dueFen = fen(Math.max(netFen, 0));
    const paidBeforeFen = soFar.toWorkers.get(workerId) ?? zeroFen;
    const settlement = {
      payee: { kind: "worker", workerId },
      dueFen,
      paidBeforeFen,
      paidNowFen: payment.kind === "instructed" ? payment.amountFen : zeroFen,
      heldFen: payment.kind === "held" ? payment.amountFen : zeroFen,
      overpaidFen: fen(Math.max(paidBeforeFen - dueFen, 0)),
    } as const;
    if (dueFen !== paidBeforeFen) settlements.push(settlement);
  }
  const gone = [...soFar.toWorkers].filter(([workerId, paid]) => !paidHere.has(workerId) && paid !== 0);
  const ofGone = gone.map(([workerId, paidBeforeFen]) => ({
    payee: { kind: "worker", workerId } as const,
    dueFen: zeroFen,
    paidBeforeFen,
    paidNowFen: zeroFen,
    heldFen: zeroFen,
    overpaidFen: paidBeforeFen,
  }));
  const idOf = ({ payee }: PayeeSettlement): string => (payee.kind === "worker" ? payee.workerId : "");
  return [...settlements, ...ofGone].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}
