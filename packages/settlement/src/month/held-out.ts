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

/** Errors and decisions about each worker, by worker id. */
export function blockingIssues(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const blocking = issues.filter(isBlocking);
  return groupBy(blocking, ({ subject }) => subject?.workerId ?? "");
}

/** A row that makes no worker, named by its file and row where it has no id. */
export function heldOutRow({ source, unitId, workerId, issues }: HeldOutRow): HeldOutWorker {
  const name = workerId ?? `${source.file}:${source.row}`;
  return { unitId, workerId: name, place: placeOf(source), issues: issues.filter(isBlocking) };
}

/** A worker who is not settled. */
export function heldOutWorker(
  { unitId, workerId, source }: Worker,
  issues: ReadonlyMap<string, readonly Issue[]>,
): HeldOutWorker {
  const place = source === undefined ? undefined : placeOf(source);
  return { unitId, workerId, place, issues: issues.get(workerId) ?? [] };
}

function isBlocking({ severity }: Issue): boolean {
  return severity === "error" || severity === "needs-decision";
}
