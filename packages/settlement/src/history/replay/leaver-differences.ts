import { createIssue, formatYuan, sumFen, type Issue, type PlainDate } from "@tongchou/core";
import { settlementIssues } from "../../issues.js";
import { isOfEmployee, type HistoryDifference } from "./history-differences.js";
import type { HistoryAgent, WorkerHistory } from "../worker-history.js";

/**
 * Who bears the worker's part of contributions that came late for somebody who has left: there is no pay to
 * take it from, and the law does not say.
 *
 * @param asOf day on which the differences are known; without it whoever has a last day counts as having left
 * @returns `leaver-contribution-difference` for each agent with such a part above nought
 */
export function leaverIssues(
  { workerId, agents }: WorkerHistory,
  differences: readonly HistoryDifference[],
  asOf: PlainDate | undefined,
): readonly Issue[] {
  return agents
    .filter((agent) => hasLeft(agent, asOf))
    .flatMap(({ agentId }) => {
      const own = differences.filter(
        (difference) => difference.agentId === agentId && isOfEmployee(difference),
      );
      const amountFen = sumFen(own.map(({ differenceFen }) => differenceFen));
      if (amountFen <= 0) return [];
      const employer = [...new Set(own.map(({ employerId }) => employerId))].join(", ");
      const values = { amount: formatYuan(amountFen), employer };
      return [
        createIssue(settlementIssues, "leaver-contribution-difference", values, { subject: { workerId } }),
      ];
    });
}

function hasLeft({ employed }: HistoryAgent, asOf: PlainDate | undefined): boolean {
  return employed.every(({ to }) => to !== undefined && (asOf === undefined || to < asOf));
}
