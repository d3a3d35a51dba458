// @ts-check
/** @import { EmployerUnit, Issue, Period, PlannedWorker } from "@tongchou/core" */
/** @import { HeldOutWorker, MonthInput, SettlementStatement } from "@tongchou/settlement" */
/** @import { Month } from "./read-folder.js" */
import { lastDayOf, plainDate } from "@tongchou/core";
import { settleMonth } from "@tongchou/settlement";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import { RunError } from "./run-error.js";

/**
 * What the unit sees before anything is sent.
 *
 * @typedef {object} Preview
 * @property {EmployerUnit} unit
 * @property {readonly PlannedWorker[]} planned
 * @property {SettlementStatement | undefined} statement none when nobody can be settled
 * @property {readonly HeldOutWorker[]} heldOut
 * @property {readonly Issue[]} issues
 */

/** First day of the new arrangement by the city's timetable; it stays the same in later months. */
const transferDate = plainDate("2024-03-01");

/**
 * The wage account forwards the insurance of hosted workers and keeps no money longer than three days.
 *
 * @type {MonthInput["settings"]}
 */
const settings = { case1Insurance: "forward", floatDaysMax: 3 };

/** Facts of the city. A deployment lays its own pack over them: `createFacts([...jiujiangPacks, own])`. */
const facts = createFacts(jiujiangPacks);

/**
 * Plans and settles the month, and picks out one unit.
 *
 * @param {Month} month
 * @param {string} unitId
 * @param {Period} period
 * @returns {Preview}
 * @throws {RunError} when there is no such unit
 */
export function previewUnit(month, unitId, period) {
  const unit = month.units.find(({ id }) => id === unitId);
  if (unit === undefined) {
    throw new RunError(2, { zh: `没有单位 ${unitId}。`, en: `there is no unit ${unitId}` });
  }
  const knownOn = lastDayOf(period);
  const settled = settleMonth({ ...month, period, transferDate, knownOn, settings }, facts);
  return {
    unit,
    planned: settled.plan.workers.filter((entry) => entry.unit.id === unit.id),
    statement: settled.statements.find(({ input }) => input.unit.id === unit.id),
    heldOut: settled.heldOut.filter((entry) => entry.unitId === unit.id),
    issues: settled.issues.filter((issue) => concerns(issue, unit, month)),
  };
}

/**
 * True for an issue of the unit, and for one of a file that no unit is named in, such as the pay sheet.
 *
 * @param {Issue} issue
 * @param {EmployerUnit} unit
 * @param {Month} month
 */
function concerns({ subject, place }, unit, { rosters }) {
  if (subject?.unitId !== undefined) return subject.unitId === unit.id;
  return !rosters.some(
    ({ unitId, workers }) => unitId !== unit.id && workers.some(({ source }) => source?.file === place?.file),
  );
}
