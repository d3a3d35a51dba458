import {
  addMonthsToPeriod,
  deductionClaimKinds,
  fen,
  firstDayOf,
  subtractFen,
  zeroFen,
  type Period,
} from "@tongchou/core";
import type { SettlementLine } from "../../statement/settlement-line.js";
import type { WorkerChanges } from "./read-changes.js";
import type { WorkerDebt } from "./worker-debt.js";

/** A debt that goes on to the next month, with whose it is. */
export interface CarriedDebt extends WorkerDebt {
  readonly unitId: string;
  readonly workerId: string;
}

/** A month's debts before it is settled. */
export interface MonthDebts {
  readonly period: Period;
  readonly changesByWorker: ReadonlyMap<string, WorkerChanges>;
  /** Unit of each worker who has debts, settled or not. */
  readonly unitOfWorker: ReadonlyMap<string, string>;
  readonly strangersDebts: readonly CarriedDebt[];
}

/** What of a statement its workers' debts depend on. */
export interface SettledDebts {
  readonly input: { readonly unit: { readonly id: string } };
  readonly lines: readonly Pick<SettlementLine, "deductions" | "netFen" | "workerId">[];
}

/**
 * What a month carries to the next one: every debt with what the month's statements took for it, and what
 * insurance, fund and tax exceed a worker's pay by, as a debt that is due from the next month on.
 *
 * Debts that are repaid are carried too, so that an order that is reported again is not taken twice. Whoever
 * is on no roster or was not settled keeps the debts as they are.
 *
 * @param statements of the month; lines without debts and with something to pay may be left out
 * @returns in the order of units, workers, kinds and ids
 */
export function carryDebts(month: MonthDebts, statements: Iterable<SettledDebts>): readonly CarriedDebt[] {
  const carried: CarriedDebt[] = [...month.strangersDebts];
  const settled = new Set<string>();
  for (const { input, lines } of statements) {
    const unitId = input.unit.id;
    for (const { workerId, deductions = [], netFen } of lines) {
      settled.add(workerId);
      const debts = month.changesByWorker.get(workerId)?.debts ?? [];
      for (const debt of debts) {
        const taken = deductions.find(({ id, kind }) => id === debt.id && kind === debt.kind);
        const repaidFen = fen(debt.repaidFen + (taken?.takenFen ?? 0));
        const isOver = debt.kind === "carried-net" && repaidFen >= debt.amountFen;
        if (!isOver) carried.push({ ...debt, repaidFen, unitId, workerId });
      }
      if (netFen < 0) carried.push({ ...debtOfMonth(month.period, netFen), unitId, workerId });
    }
  }
  for (const [workerId, { debts }] of month.changesByWorker) {
    const unitId = month.unitOfWorker.get(workerId);
    if (settled.has(workerId) || unitId === undefined) continue;
    carried.push(...debts.map((debt) => ({ ...debt, unitId, workerId })));
  }
  return carried.toSorted(byPlace);
}

function debtOfMonth(period: Period, netFen: number): WorkerDebt {
  const since = firstDayOf(addMonthsToPeriod(period, 1));
  const amountFen = subtractFen(zeroFen, fen(netFen));
  return { id: `net-${period}`, kind: "carried-net", since, amountFen, repaidFen: zeroFen };
}

function byPlace(a: CarriedDebt, b: CarriedDebt): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function placeOf({ unitId, workerId, kind, id }: CarriedDebt): string {
  return [unitId, workerId, deductionClaimKinds.indexOf(kind), id].join("\n");
}
