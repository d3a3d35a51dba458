import { groupBy, placeOf, type Issue, type Place, type Worker } from "@tongchou/core";
import type { HeldOutRow } from "./month-input.js";

/** Somebody on a roster who is not settled, with the issues that say why. */
export interface HeldOutWorker {
  /** None for a row whose unit is not known. */
  readonly unitId?: string | undefined;
  readonly workerId: string;
  readonly place?: Place | undefined;
  /** Errors and decisions only. */
  readonly issues: readonly Issue[];
}

/** Finds the errors and decisions about a worker. */
export type BlockingIssues = (worker: Pick<Worker, "unitId" | "workerId">) => readonly Issue[];

/** Sorts errors and decisions by worker; one without a unit is about whoever has the id. */
export function blockingIssues(issues: readonly Issue[]): BlockingIssues {
  const byId = groupBy(issues.filter(isBlocking), ({ subject }) => subject?.workerId);
  return ({ unitId, workerId }) =>
    (byId.get(workerId) ?? []).filter(({ subject }) => (subject?.unitId ?? unitId) === unitId);
}

/** A row that makes no worker, named by its file and row where it has no id. */
export function heldOutRow({ source, unitId, workerId, issues }: HeldOutRow): HeldOutWorker {
  const name = workerId ?? `${source.file}:${source.row}`;
  return { unitId, workerId: name, place: placeOf(source), issues: issues.filter(isBlocking) };
}

/** A worker who is not settled. */
export function heldOutWorker(worker: Worker, issuesOf: BlockingIssues): HeldOutWorker {
  const { unitId, workerId, source } = worker;
  const place = source === undefined ? undefined : placeOf(source);
  return { unitId, workerId, place, issues: issuesOf(worker) };
}

function isBlocking({ severity }: Issue): boolean {
  return severity === "error" || severity === "needs-decision";
}
