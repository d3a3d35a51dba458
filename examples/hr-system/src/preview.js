// @ts-check
/** @import { EmployerUnit, Issue, PayRecord, Period, PlannedWorker, Worker } from "@tongchou/core" */
/** @import { SettlementStatement } from "@tongchou/settlement" */
/** @import { HeldOut } from "./held-out.js" */
/** @import { Month } from "./read-folder.js" */
import { groupBy, lastDayOf, plainDate, planMigration } from "@tongchou/core";
import { averagePayBefore, settlePlan } from "@tongchou/settlement";
import { createFacts, jiujiangPacks, planFacts } from "@tongchou/statutory";
import { excludedRows, heldOutOf } from "./held-out.js";
import { RunError } from "./run-error.js";

/**
 * What the unit sees before anything is sent.
 *
 * @typedef {object} Preview
 * @property {EmployerUnit} unit
 * @property {readonly PlannedWorker[]} planned
 * @property {SettlementStatement | undefined} statement none when nobody can be settled
 * @property {readonly HeldOut[]} heldOut
 * @property {readonly PayRecord[]} unmatchedPay pay of nobody on a roster
 * @property {readonly Issue[]} issues
 */

/** First day of the new arrangement by the city's timetable; it stays the same in later months. */
const transferDate = plainDate("2024-03-01");

/** The wage account forwards the insurance of hosted workers and keeps no money longer than three days. */
const settings = /** @type {const} */ ({ case1Insurance: "forward", floatDaysMax: 3 });

/** Facts of the city. A deployment lays its own pack over them: `createFacts([...jiujiangPacks, own])`. */
const facts = createFacts(jiujiangPacks);

/**
 * Plans everybody on the rosters and settles one unit.
 *
 * @param {Month} month
 * @param {string} unitId
 * @param {Period} period
 * @returns {Preview}
 * @throws {RunError} when there is no such unit
 */
export function previewUnit(month, unitId, period) {
  const { units, agencies, contracts, rosters, approvals } = month;
  const unit = units.find(({ id }) => id === unitId);
  if (unit === undefined) {
    throw new RunError(2, { zh: `没有单位 ${unitId}。`, en: `there is no unit ${unitId}` });
  }
  const knownOn = lastDayOf(period);
  const workers = rosters.flatMap((roster) => roster.workers);
  const pay = payByWorker(workers, month.pay);
  const plan = planMigration({
    period,
    transferDate,
    units,
    agencies,
    contracts,
    rosters,
    otherMentions: month.mentions,
    approvals,
    facts: planFacts(facts, knownOn),
    averagePay: averagePayBefore(period, workers, pay),
  });
  const settled = settlePlan(
    {
      plan,
      pay,
      units: [unit],
      agencies,
      contracts,
      excludedRows: excludedRows(month),
      earlierIssues: month.issues,
      transferDate,
      knownOn,
      settings,
    },
    facts,
  );
  const [statement] = settled.statements;
  const issues = [...month.issues, ...settled.issues].filter((issue) => concerns(issue, unit, month));
  const planned = plan.workers.filter((entry) => entry.unit.id === unit.id);
  const heldOut = heldOutOf(unit, month, statement, issues);
  const listed = new Set([...workers, ...month.mentions].map(({ documentNumber }) => documentNumber));
  const unmatchedPay = month.pay.filter(({ documentNumber }) => !listed.has(documentNumber));
  return { unit, planned, statement, heldOut, unmatchedPay, issues };
}

/**
 * Pay by worker id, brought together by identity number. Who has several rows waits until a person decides.
 *
 * @param {readonly Worker[]} workers
 * @param {readonly PayRecord[]} records
 * @returns {ReadonlyMap<string, PayRecord>}
 */
function payByWorker(workers, records) {
  const byNumber = groupBy(records, ({ documentNumber }) => documentNumber);
  /** @type {Map<string, PayRecord>} */
  const pay = new Map();
  for (const { workerId, documentNumber } of workers) {
    const [record, ...others] = byNumber.get(documentNumber) ?? [];
    if (record !== undefined && others.length === 0) pay.set(workerId, record);
  }
  return pay;
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
