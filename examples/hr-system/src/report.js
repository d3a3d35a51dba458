// @ts-check
/** @import { Issue, Language, Severity } from "@tongchou/core" */
/** @import { Preview } from "./preview.js" */
import { formatPlace, formatYuanGrouped, groupBy, maskName } from "@tongchou/core";
import { statementReport } from "./statement-report.js";
import { section, table } from "./table.js";
import { routeNames, words } from "./words.js";

/**
 * Writes a preview for people. Names are masked: a console is no place for them.
 *
 * @param {Preview} preview
 * @param {Language} language
 * @param {string | undefined} workerId worker whose line is explained; the first of the statement if left out
 */
export function report(preview, language, workerId) {
  const { unit, statement, heldOut, issues } = preview;
  const holdingOut = new Set(heldOut.flatMap((entry) => entry.issues));
  const open = issues.filter((issue) => !holdingOut.has(issue));
  const parts = [
    `${unit.id} ${unit.name} · ${words.nothingSent[language]}\n`,
    section(words.routes[language], workerTable(preview, language)),
    section(words.heldOut[language], heldOutList(preview, language)),
    section(words.toCorrect[language], issueList(open, ["error"], language)),
    section(words.toDecide[language], issueList(open, ["needs-decision"], language)),
    section(words.remarks[language], issueList(open, ["warning"], language)),
    ...(statement === undefined ? [] : statementReport(statement, language, workerId)),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/**
 * Every planned worker with route, clauses and amounts; who is not settled has no amounts.
 *
 * @param {Preview} preview
 * @param {Language} language
 */
function workerTable({ planned, statement }, language) {
  const lines = new Map(statement?.lines.map((line) => [line.workerId, line]));
  const rows = planned.map(({ worker, decision: { branch, definition } }) => {
    const line = lines.get(worker.workerId);
    const amounts = line === undefined ? [] : [line.grossFen, line.netFen, line.unitCostFen];
    const route = `${branch} ${routeNames[definition.route][language]}`;
    const clauses = definition.clauses.join(" ");
    return [worker.workerId, maskName(worker.name), route, clauses, ...amounts.map(formatYuanGrouped)];
  });
  return table([words.workerColumns[language].split("|"), ...rows]);
}

/**
 * Who is held out, where, and why.
 *
 * @param {Preview} preview
 * @param {Language} language
 */
function heldOutList({ heldOut }, language) {
  return heldOut.flatMap(({ issues }) => issues.map((issue) => `  ${issueText(issue, language)}`));
}

/**
 * Issues by code, the ways out once for each code.
 *
 * @param {readonly Issue[]} issues
 * @param {readonly Severity[]} severities
 * @param {Language} language
 */
function issueList(issues, severities, language) {
  const shown = issues.filter(({ severity }) => severities.includes(severity));
  return [...groupBy(shown, ({ code }) => code).values()].flatMap((ofCode) => [
    ...ofCode.map((issue) => `  ${issueText(issue, language)}`),
    ...(ofCode[0]?.options ?? []).map((option) => `    → ${option[language]}`),
  ]);
}

/**
 * @param {Issue} issue
 * @param {Language} language
 */
function issueText({ place, subject, message }, language) {
  const about = subject?.workerId ?? subject?.contractId ?? subject?.agencyId ?? subject?.unitId ?? "";
  return `${place === undefined ? about : formatPlace(place, language)}: ${message[language]}`;
}
