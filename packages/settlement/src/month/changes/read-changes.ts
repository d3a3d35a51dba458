import {
  createIssue,
  firstDayOf,
  groupBy,
  placeOf,
  zeroFen,
  type BonusTaxing,
  type ContributionDifference,
  type ContributionScope,
  type Issue,
  type IssueValues,
  type PayChange,
  type PayChangeDetail,
  type PayItem,
  type PayRecord,
  type Period,
  type PlainDate,
  type Worker,
} from "@tongchou/core";
import { settlementIssues } from "../../issues.js";
import type { PayKindIssueCode } from "../../pay/issues.js";
import type { CarriedDebt } from "./carried-debt.js";
import type { WorkerDebt } from "./worker-debt.js";

/** What changes one worker's month beside the regular pay. */
export interface WorkerChanges {
  readonly debts: readonly WorkerDebt[];
  readonly bonusTaxing?: BonusTaxing | undefined;
  readonly contributionDifferences: readonly ContributionDifference[];
}

/** Everything that was reported of one worker's month. */
export interface WorkerReport {
  readonly worker: Worker;
  readonly period: Period;
  readonly reported: readonly PayChange[];
  readonly carried: readonly CarriedDebt[];
  readonly record: PayRecord | undefined;
}

/** A report, read. */
export interface ReadReport {
  readonly changes: WorkerChanges;
  /** The pay record with what was added to it. */
  readonly record?: PayRecord | undefined;
  /** True for somebody who left before the month. */
  readonly isGone: boolean;
  readonly issues: readonly Issue[];
}

/**
 * Reads what was reported of one worker. Where two reports exclude each other neither is followed.
 *
 * @returns with `bonus-apart-used`, `bonus-choice-unclear`, `change-without-pay`, `debt-repeated`,
 *   `leave-date-unclear`, `worker-left`
 */
export function readChanges(given: WorkerReport): ReadReport {
  const { worker, period, reported, record } = given;
  const issues: Issue[] = [];
  const report: Report = (code, change, values = {}) => {
    const place = change?.source === undefined ? undefined : placeOf(change.source);
    const subject = { unitId: worker.unitId, workerId: worker.workerId };
    issues.push(createIssue(settlementIssues, code, values, { subject, place }));
  };
  const debts = debtsOf(given, report);
  const bonusTaxing = bonusTaxingOf(reported, report);
  const leftOn = leaveOf(given, report);
  const items = reported.flatMap(({ change }) => itemOf(change));
  const contributionDifferences = reported.flatMap(({ change }) =>
    change.kind === "contribution-difference" ? [change.difference] : [],
  );
  const isGone = leftOn !== undefined && leftOn < firstDayOf(period);
  const changes = { debts, bonusTaxing, contributionDifferences };
  if (record === undefined) {
    const waiting = reported.find(({ change }) => change.kind !== "leave" && change.kind !== "debt");
    if (waiting !== undefined) report("change-without-pay", waiting);
    if (isGone) report("worker-left", reported.find(isLeave), { day: leftOn });
    return { changes, isGone, issues };
  }
  const added = {
    ...record,
    items: [...record.items, ...items],
    leftOn,
    contributionScope: scopeOf(reported) ?? record.contributionScope,
  };
  return { changes, record: added, isGone, issues };
}

type Report = (code: PayKindIssueCode, change: PayChange | undefined, values?: IssueValues) => void;

function itemOf(change: PayChangeDetail): readonly PayItem[] {
  switch (change.kind) {
    case "bonus":
      return [{ kind: "bonus", amountFen: change.amountFen }];
    case "back-pay":
      return [{ kind: "other", amountFen: change.amountFen, serviceMonth: change.serviceMonth }];
    case "exempt-pay":
      return [{ kind: "other", amountFen: change.amountFen, isExempt: true }];
    case "debt":
    case "contribution-difference":
    case "leave":
    case "contribution-scope":
      return [];
  }
}

/** Debts carried in, and those reported: of both the new terms, less what has been repaid. */
function debtsOf({ reported, carried }: WorkerReport, report: Report): readonly WorkerDebt[] {
  const debts = new Map<string, WorkerDebt>();
  for (const { unitId: _, workerId: __, ...debt } of carried) debts.set(keyOf(debt), debt);
  const orders = reported.flatMap((entry) =>
    entry.change.kind === "debt" ? [{ entry, debt: entry.change.debt }] : [],
  );
  for (const [key, same] of groupBy(orders, ({ debt }) => keyOf(debt))) {
    const [first, second] = same;
    if (first === undefined) continue;
    if (second !== undefined) {
      report("debt-repeated", second.entry, { claim: first.debt.id, count: same.length });
      continue;
    }
    debts.set(key, { ...first.debt, repaidFen: debts.get(key)?.repaidFen ?? zeroFen });
  }
  return [...debts.values()];
}

function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}

/** A bonus may be taxed apart once a year; what was not chosen, or not clearly, the law decides. */
function bonusTaxingOf(reported: readonly PayChange[], report: Report): BonusTaxing | undefined {
  const bonuses = reported.flatMap((entry) =>
    entry.change.kind === "bonus" ? [{ entry, bonus: entry.change }] : [],
  );
  const choices = new Set(bonuses.flatMap(({ bonus }) => bonus.taxing ?? []));
  const used = bonuses.find(({ bonus }) => bonus.isApartUsed === true);
  if (used !== undefined) {
    if (choices.has("apart")) report("bonus-apart-used", used.entry);
    return "merged";
  }
  if (choices.size > 1) {
    report("bonus-choice-unclear", bonuses[0]?.entry);
    return undefined;
  }
  return [...choices][0];
}

function isLeave({ change }: PayChange): boolean {
  return change.kind === "leave";
}

/** The last day: of different ones the latest, until it is clear. */
function leaveOf({ reported, record }: WorkerReport, report: Report): PlainDate | undefined {
  const leaves = reported.flatMap((entry) =>
    entry.change.kind === "leave" ? [{ entry, leftOn: entry.change.leftOn }] : [],
  );
  const days = [...leaves.map(({ leftOn }) => leftOn), record?.leftOn].filter((day) => day !== undefined);
  const known = [...new Set(days)].toSorted();
  if (known.length > 1) report("leave-date-unclear", leaves[0]?.entry, { days: known.join(", ") });
  return known.at(-1);
}

function scopeOf(reported: readonly PayChange[]): ContributionScope | undefined {
  for (const { change } of reported) if (change.kind === "contribution-scope") return change.scope;
  return undefined;
}
