// @ts-check
/** @import { AgencyContract, DirectHireApproval, EmployerUnit, HrAgency } from "@tongchou/core" */
/** @import { Issue, Parsed, PayRecord, Period, Roster, RosterMention } from "@tongchou/core" */
/** @import { HeldOutRosterRow } from "@tongchou/filings" */
import {
  agencyContractSchema,
  employerUnitSchema,
  hrAgencySchema,
  lastDayOf,
  parseWithSchema,
} from "@tongchou/core";
import {
  approvalProfile,
  detectProfile,
  importApprovals,
  importPay,
  importRoster,
  mergePayBatches,
  payProfile,
  readWorkbook,
  rosterProfile,
} from "@tongchou/filings";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { RunError } from "./run-error.js";

/**
 * A month as the HR system has it.
 *
 * @typedef {object} Month
 * @property {readonly EmployerUnit[]} units
 * @property {readonly HrAgency[]} agencies
 * @property {readonly AgencyContract[]} contracts
 * @property {readonly Roster[]} rosters
 * @property {readonly HeldOutRosterRow[]} heldOutRows rows of rosters that are no workers
 * @property {readonly RosterMention[]} otherMentions the people on those rows
 * @property {readonly DirectHireApproval[]} approvals
 * @property {readonly PayRecord[]} pay
 * @property {readonly Issue[]} issues
 */

/**
 * Reads a folder with `units.json`, `agencies.json` and spreadsheets. An HR system takes units, agencies and
 * contracts out of its own database instead.
 *
 * @param {string} folder
 * @param {Period} period
 * @returns {Promise<Month>}
 * @throws {RunError} when a file cannot be read
 */
export async function readFolder(folder, period) {
  const unitFile = await readJson(folder, "units.json");
  const agencyFile = await readJson(folder, "agencies.json");
  const units = parseMembers(unitFile, (json) => parseWithSchema(employerUnitSchema, json));
  const agencies = parseMembers(agencyFile["agencies"], (json) => parseWithSchema(hrAgencySchema, json));
  const contracts = parseMembers(agencyFile["contracts"], (json) =>
    parseWithSchema(agencyContractSchema, json),
  );
  const books = await openWorkbooks(folder);
  const asOf = lastDayOf(period);
  const rosters = importRoster(books.of(rosterProfile.id), { units: units.values, asOf });
  const approvals = importApprovals(books.of(approvalProfile.id), { units: units.values });
  const pay = importPay(books.of(payProfile.id), { period, asOf });
  const ofMonth = pay.batches.filter((batch) => batch.period === undefined || batch.period === period);
  const merged = mergePayBatches(ofMonth.map((batch) => ({ ...batch, period })));
  const read = [units, agencies, contracts, books, rosters, approvals, pay, merged];
  return {
    units: units.values,
    agencies: agencies.values,
    contracts: contracts.values,
    rosters: rosters.rosters,
    heldOutRows: rosters.heldOut,
    otherMentions: rosters.mentions,
    approvals: approvals.approvals,
    pay: merged.batches.flatMap(({ records }) => records),
    issues: read.flatMap(({ issues }) => issues),
  };
}

/**
 * Opens every spreadsheet and tells by its headers which form it is.
 *
 * @param {string} folder
 * @throws {RunError} when one is no form that is known
 */
async function openWorkbooks(folder) {
  const names = (await readdir(folder)).filter((name) => /\.(xlsx|xls|csv)$/i.test(name)).toSorted();
  const opened = await Promise.all(
    names.map(async (fileName) => readWorkbook(await readFile(join(folder, fileName)), { fileName })),
  );
  const books = opened.flatMap((result) => {
    if (!result.ok) return [];
    const [best] = detectProfile(result.value, [rosterProfile, payProfile, approvalProfile]);
    if (best === undefined) throw unreadable(join(folder, result.value.fileName));
    return { profileId: best.profile.id, workbook: result.value };
  });
  return {
    /** @param {string} profileId */
    of: (profileId) => books.flatMap((book) => (book.profileId === profileId ? [book.workbook] : [])),
    issues: opened.flatMap(({ issues }) => issues),
  };
}

/**
 * Reads the members of a list; one that does not fit is reported, the others go through.
 *
 * @template T
 * @param {unknown} list
 * @param {(member: unknown) => Parsed<T>} parse
 */
function parseMembers(list, parse) {
  const results = Array.isArray(list) ? list.map((member) => parse(member)) : [];
  return {
    values: results.flatMap((result) => (result.ok ? [result.value] : [])),
    issues: results.flatMap(({ issues }) => issues),
  };
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Record<string, unknown>>}
 */
async function readJson(folder, name) {
  const path = join(folder, name);
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * @param {string} path
 * @param {unknown} [cause]
 */
function unreadable(path, cause) {
  return new RunError(3, { zh: `无法读取 ${path}。`, en: `cannot read ${path}` }, { cause });
}
