import { fen, type Fen } from "@tongchou/core";
import { canonicalJson } from "../canonical-json.js";
import type { SettlementLine } from "../statement/settlement-line.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { PayeeSettlement, SettlementPayee } from "./statement-correction.js";

/** What an issued statement and those before it have charged and paid for their month. */
export interface SettledSoFar {
  readonly chargedFen: Fen;
  /** Instructed onto workers' cards, by worker id. */
  readonly toWorkers: ReadonlyMap<string, Fen>;
  /** What agencies were told to pay on, by worker id. */
  readonly byAgencies: ReadonlyMap<string, Fen>;
  readonly toPayees: readonly { readonly payee: SettlementPayee; readonly paidFen: Fen }[];
}

/** Adds up what has been charged and paid for a month up to a statement, that statement included. */
export function settledSoFar(statement: SettlementStatement): SettledSoFar {
  const { input, lines, funding, correction } = statement;
  const toWorkers = new Map<string, Fen>();
  const byAgencies = new Map<string, Fen>();
  for (const [index, line] of lines.entries()) {
    const isAgency = input.workers[index]?.payee.kind === "agency";
    (isAgency ? byAgencies : toWorkers).set(line.workerId, paidOn(line));
  }
  const settlements = correction?.settlements ?? [];
  for (const settlement of settlements) {
    if (settlement.payee.kind === "worker") toWorkers.set(settlement.payee.workerId, paidWith(settlement));
  }
  const toPayees =
    correction === undefined
      ? statement.disbursements.flatMap(({ payee, amountFen }) =>
          payee.kind === "workers" ? [] : [{ payee, paidFen: amountFen }],
        )
      : settlements.flatMap((settlement) =>
          settlement.payee.kind === "worker"
            ? []
            : [{ payee: settlement.payee, paidFen: paidWith(settlement) }],
        );
  const chargedFen = fen((correction?.chargedBeforeFen ?? 0) + funding.chargedFen);
  return { chargedFen, toWorkers, byAgencies, toPayees };
}

/** One name for a payee, however its members are ordered. */
export function payeeKey(payee: SettlementPayee): string {
  return canonicalJson(payee);
}

/**
 * Paid on a line by its statement and those before it. A line is paid up to its net pay; held pay is still
 * open, and carried is what has been paid, or laid out, beyond it.
 */
function paidOn({ payment, netFen }: SettlementLine): Fen {
  switch (payment.kind) {
    case "instructed":
    case "by-agency":
      return netFen;
    case "held":
      return fen(netFen - payment.amountFen);
    case "carried":
      return fen(netFen + payment.amountFen);
  }
}

function paidWith({ paidBeforeFen, paidNowFen }: PayeeSettlement): Fen {
  return fen(paidBeforeFen + paidNowFen);
}
