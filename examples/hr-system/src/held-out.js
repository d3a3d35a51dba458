// @ts-check
/** @import { EmployerUnit, Issue, Place } from "@tongchou/core" */
/** @import { ExcludedWorker, SettlementStatement } from "@tongchou/settlement" */
/** @import { Month } from "./read-folder.js" */
import { groupBy, placeOf } from "@tongchou/core";

/**
 * Somebody on a roster who is not settled.
 *
 * @typedef {object} HeldOut
 * @property {Place | undefined} place
 * @property {readonly Issue[]} issues none when the pay sheet has no single row of the worker
 */

/**
 * The rows that are no workers, so that the statement names them too.
 *
 * @param {Month} month
 * @returns {ReadonlyMap<string, readonly ExcludedWorker[]>}
 */
export function excludedRows({ heldOutRows }) {
  const rowsOfUnits = groupBy(heldOutRows, (row) => row.unitId ?? "");
  return new Map(
    Array.from(rowsOfUnits, ([unitId, rows]) => [
      unitId,
      rows.map(({ source, issues }) => ({
        workerId: `${source.file}:${source.row}`,
        codes: [...new Set(issues.filter(isBlocking).map(({ code }) => code))].toSorted(),
      })),
    ]),
  );
}

/**
 * Everybody on the unit's rosters who is not settled.
 *
 * @param {EmployerUnit} unit
 * @param {Month} month
 * @param {SettlementStatement | undefined} statement
 * @param {readonly Issue[]} issues
 * @returns {readonly HeldOut[]}
 */
export function heldOutOf(unit, { heldOutRows, rosters }, statement, issues) {
  const rows = heldOutRows.filter((row) => row.unitId === unit.id);
  const settled = new Set(statement?.lines.map(({ workerId }) => workerId));
  const workers = rosters
    .filter((roster) => roster.unitId === unit.id)
    .flatMap((roster) => roster.workers.filter(({ workerId }) => !settled.has(workerId)));
  return [
    ...rows.map((row) => ({ place: placeOf(row.source), issues: row.issues.filter(isBlocking) })),
    ...workers.map(({ workerId, source }) => ({
      place: source === undefined ? undefined : placeOf(source),
      issues: issues.filter((issue) => issue.subject?.workerId === workerId && isBlocking(issue)),
    })),
  ];
}

/** @param {Issue} issue */
function isBlocking({ severity }) {
  return severity === "error" || severity === "needs-decision";
}
