import { createIssue, groupBy, type Issue, type IssueValues } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { HistoryIssueCode } from "./issues.js";
import { isEmployedIn, type HistoryMonth, type WorkerHistory } from "./worker-history.js";

/**
 * What has to be looked at where somebody has two agents or employers at a time.
 *
 * - `basic-deduction-twice`: both agents deduct 5,000 for the month; the annual settlement takes one back.
 * - `additional-deduction-twice`: an additional deduction may be taken at one of them only
 *   (个人所得税法实施条例 article 28).
 * - `insured-twice`: pension, medical and unemployment insurance are paid by one employer.
 * - `work-injury-missing`: each employer insures against work injury (实施社会保险法若干规定 article 9).
 */
export function severalEmployersIssues(history: WorkerHistory): readonly Issue[] {
  const { workerId } = history;
  const report = (code: HistoryIssueCode, values: IssueValues): Issue =>
    createIssue(settlementIssues, code, values, { subject: { workerId } });
  const months = [...groupBy(history.months, ({ month }) => month)];
  return months.flatMap(([month, entries]) => {
    const agents = history.agents.filter(({ employed }) => isEmployedIn(employed, month));
    const agentIds = agents.map(({ agentId }) => agentId);
    const issues =
      agentIds.length < 2 ? [] : [report("basic-deduction-twice", { month, agents: agentIds.join(", ") })];
    for (const item of itemsAtSeveral(entries))
      issues.push(report("additional-deduction-twice", { month, item }));
    const insured = distinct(entries.filter(isInsuredFully), ({ employerId }) => employerId);
    if (insured.length > 1) issues.push(report("insured-twice", { month, employers: insured.join(", ") }));
    const working = entries.filter(({ agentId }) => agentIds.includes(agentId));
    issues.push(...uninsured(working).map((employer) => report("work-injury-missing", { month, employer })));
    return issues;
  });
}

function distinct<Item>(items: readonly Item[], idOf: (item: Item) => string): readonly string[] {
  return [...new Set(items.map(idOf))];
}

/** Additional deductions that more than one agent takes. */
function itemsAtSeveral(entries: readonly HistoryMonth[]): readonly string[] {
  const claims = entries.flatMap(({ agentId, additional }) =>
    additional.map(({ item }) => ({ agentId, item })),
  );
  return [...groupBy(claims, ({ item }) => item)]
    .filter(([, taken]) => distinct(taken, ({ agentId }) => agentId).length > 1)
    .map(([item]) => item);
}

function isInsuredFully({ contributions }: HistoryMonth): boolean {
  return contributions.some(({ scope, wageFen }) => scope !== "work-injury" && wageFen > 0);
}

/** Employers of somebody insured elsewhere who do not insure against work injury. */
function uninsured(entries: readonly HistoryMonth[]): readonly string[] {
  const byEmployer = [...groupBy(entries, ({ employerId }) => employerId)];
  const without = byEmployer.filter(([, own]) =>
    own.every(({ contributions }) => contributions.length === 0),
  );
  return without.length === byEmployer.length ? [] : without.map(([employerId]) => employerId);
}
