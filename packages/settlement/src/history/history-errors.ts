import { createIssue, period, type Issue, type IssueValues } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import { areInOrder } from "../pay/stay-order.js";
import type { HistoryIssueCode } from "./issues.js";
import { isEmployedIn, monthsEmployed, type HistoryAgent, type WorkerHistory } from "./worker-history.js";

/** Everything in a history that keeps it from being replayed. */
export function historyErrors(history: WorkerHistory): readonly Issue[] {
  const { workerId, year, agents, months } = history;
  const subject = { workerId };
  const report = (code: HistoryIssueCode, values: IssueValues): Issue =>
    createIssue(settlementIssues, code, values, { subject });
  const ofMonths = months.flatMap(({ month, agentId }) => {
    if (!month.startsWith(`${year}-`)) return [report("history-outside-year", { month, year })];
    const agent = agents.find((candidate) => candidate.agentId === agentId);
    if (agent === undefined) return [report("history-agent-missing", { month, agent: agentId })];
    if (monthsEmployed(agent.employed, month) > 0) return [];
    return [report("pay-before-employment", { month, agent: agentId })];
  });
  const ofAgents = agents
    .filter((agent) => !isModeOpen(agent, history))
    .map(({ agentId, mode }) => report("deduction-mode-not-open", { agent: agentId, mode }));
  const ofDates = agents
    .filter(({ employed }) => !areInOrder(employed))
    .map(() => createIssue(settlementIssues, "employment-dates-wrong", {}, { subject }));
  return [...ofMonths, ...ofAgents, ...ofDates];
}

/**
 * The whole 60,000 is for whoever stays with the agent of the year before (公告2020年第19号), the count from
 * January for the first wage of the year (公告2020年第13号).
 */
function isModeOpen(agent: HistoryAgent, { year, agents }: WorkerHistory): boolean {
  const january = period(`${year}-01`);
  const december = period(`${year}-12`);
  switch (agent.mode) {
    case "months-at-unit":
      return true;
    case "sixty-thousand":
      return isEmployedIn(agent.employed, january);
    case "first-wage-of-year": {
      const first = firstMonthOf(agent, year);
      const earlier = agents.filter((other) => other !== agent && firstMonthOf(other, year) < first);
      return earlier.length === 0 || monthsEmployed(agent.employed, december) === 0;
    }
  }
}

/** First month of employment in the year, 1 to 12; 13 without one. */
function firstMonthOf({ employed }: HistoryAgent, year: number): number {
  for (let month = 1; month <= 12; month += 1) {
    if (isEmployedIn(employed, period(`${year}-${String(month).padStart(2, "0")}`))) return month;
  }
  return 13;
}
