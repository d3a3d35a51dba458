import {
  createIssue,
  groupBy,
  maskIdentityNumber,
  placeOf,
  type Issue,
  type PayChange,
} from "@tongchou/core";
import { settlementIssues } from "../../issues.js";
import type { JoinedPay } from "../join-pay.js";
import type { MonthInput } from "../month-input.js";
import type { CarriedDebt, MonthDebts } from "./carried-debt.js";
import { readChanges, type WorkerChanges } from "./read-changes.js";

/** Rosters and pay with the changes of the month; of somebody without an entry nothing changes. */
export interface JoinedMonth extends JoinedPay, MonthDebts {}

/**
 * Brings the changes of a month, and what was carried into it, to the workers they are about.
 *
 * Pay that is added becomes items of the pay record, which also takes the last day and the insurances.
 * A debt that was carried in and is reported again goes by the new terms, less what has been repaid. Somebody
 * who left before the month and has no pay is no longer missing.
 *
 * @returns also `change-without-worker`, `carried-without-worker`, and of each worker `bonus-apart-used`,
 *   `bonus-choice-unclear`, `change-without-pay`, `debt-repeated`, `leave-date-unclear`, `worker-left`
 */
export function joinChanges(joined: JoinedPay, month: MonthInput): JoinedMonth {
  const { changes = [], carried = [], period } = month;
  const workers = joined.rosters.flatMap((roster) => roster.workers);
  const byNumber = groupBy(changes, ({ documentNumber }) => documentNumber);
  const carriedById = groupBy(carried, ({ workerId }) => workerId);
  const payByWorker = new Map(joined.payByWorker);
  const changesByWorker = new Map<string, WorkerChanges>();
  const unitOfWorker = new Map<string, string>();
  const gone = new Set<string>();
  const found: Issue[] = [];
  for (const worker of byNumber.size + carriedById.size === 0 ? [] : workers) {
    const { workerId, documentNumber, unitId } = worker;
    const reported = byNumber.get(documentNumber) ?? [];
    const debts = carriedById.get(workerId) ?? [];
    if (reported.length === 0 && debts.length === 0) continue;
    const record = payByWorker.get(workerId);
    const read = readChanges({ worker, period, reported, carried: debts, record });
    found.push(...read.issues);
    changesByWorker.set(workerId, read.changes);
    unitOfWorker.set(workerId, unitId);
    if (read.record !== undefined) payByWorker.set(workerId, read.record);
    if (read.isGone) gone.add(workerId);
  }
  const { unmatched, strangersDebts } = strangersOf(joined, month);
  const issues = [
    ...joined.issues.filter(
      ({ code, subject }) => code !== "pay-missing" || !gone.has(subject?.workerId ?? ""),
    ),
    ...found,
    ...unmatched.map(withoutWorker),
    ...strangersDebts.map(debtWithoutWorker),
  ];
  return { ...joined, period, payByWorker, changesByWorker, unitOfWorker, strangersDebts, issues };
}

/** Changes and debts of people who are on no roster. */
function strangersOf(
  { rosters }: JoinedPay,
  { changes = [], carried = [], otherMentions = [] }: MonthInput,
): { readonly unmatched: readonly PayChange[]; readonly strangersDebts: readonly CarriedDebt[] } {
  if (changes.length + carried.length === 0) return { unmatched: [], strangersDebts: [] };
  const workers = rosters.flatMap((roster) => roster.workers);
  const numbers = new Set([...workers, ...otherMentions].map(({ documentNumber }) => documentNumber));
  const ids = new Set(workers.map(({ workerId }) => workerId));
  return {
    unmatched: changes.filter(({ documentNumber }) => !numbers.has(documentNumber)),
    strangersDebts: carried.filter(({ workerId }) => !ids.has(workerId)),
  };
}

function withoutWorker({ documentNumber, source }: PayChange): Issue {
  const values = { number: maskIdentityNumber(documentNumber) };
  const place = source === undefined ? undefined : placeOf(source, "documentNumber");
  return createIssue(settlementIssues, "change-without-worker", values, { place });
}

function debtWithoutWorker({ unitId, workerId, id }: CarriedDebt): Issue {
  const values = { worker: workerId, claim: id };
  return createIssue(settlementIssues, "carried-without-worker", values, { subject: { unitId, workerId } });
}
