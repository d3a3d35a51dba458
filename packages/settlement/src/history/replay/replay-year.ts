import { parsed, type Parsed } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { failedTogether } from "../../failed-together.js";
import { confidenceRemarks, recordFacts } from "../../used-facts.js";
import { differencesOf, type HistoryDifference } from "./history-differences.js";
import { historyErrors } from "../history-errors.js";
import { leaverIssues } from "./leaver-differences.js";
import { replayMonth, type ReplayedMonth } from "./replay-month.js";
import { createRulesBook, type ReplayKnowledge } from "./rules-book.js";
import { severalEmployersIssues } from "../several-employers.js";
import type { HistoryMonth, WorkerHistory } from "../worker-history.js";

/** A year recomputed, and how it differs from what was issued. */
export interface ReplayedYear {
  readonly workerId: string;
  readonly months: readonly ReplayedMonth[];
  /** Every figure that was issued otherwise, month by month. */
  readonly differences: readonly HistoryDifference[];
}

/** What a replay rests on besides the history. */
export interface ReplayOptions {
  readonly knownOn?: ReplayKnowledge;
}

/**
 * Recomputes a worker's year from its history and the facts as known on a day, and compares every month with
 * what was issued. Nothing is stored between months: a fact or an input that came late shows its differences
 * by itself.
 *
 * Each withholding agent has a cumulation of its own. A month's figures are those it would have had if
 * everything known now had been known then; {@link correctionOf} says what of the differences a later month
 * makes up, and how.
 *
 * @returns the year with its remarks: those of the rules, `fact-not-confirmed`, of several employers
 *   (`basic-deduction-twice`, `additional-deduction-twice`, `insured-twice`, `work-injury-missing`), and
 *   `leaver-contribution-difference`; or all of `history-agent-missing`, `history-outside-year`,
 *   `pay-before-employment`, `deduction-mode-not-open`, `employment-dates-wrong`, `fact-unknown`
 * @example
 * const january = {
 *   month: period("2023-01"), agentId: "U1", employerId: "U1", unitId: "U1",
 *   pay: [{ amountFen: fen(350000) }],
 *   contributions: [{ wageFen: fen(350000), housingFundRate: ratePpm(0) }], additional: [],
 * };
 * const agents = [{ agentId: "U1", employed: [{}], mode: "months-at-unit" as const }];
 * const history = { workerId: "W1", year: 2023, agents, months: [january] };
 * const facts = createFacts(jiujiangPacks);
 * // The bases of 2023 were announced on 21 August: before that, those of 2022 were used.
 * const before = replayYear(history, facts, { knownOn: "month-end" });
 * before.ok && before.value.months[0]?.insurance.pension.employeeFen; // => 28000
 * const issued = before.ok ? before.value.months[0] : undefined;
 * const months = [{ ...january, issued }];
 * const late = replayYear({ ...history, months }, facts, { knownOn: plainDate("2023-08-31") });
 * late.ok && late.value.differences.map(({ item, differenceFen }) => `${item} ${differenceFen}`);
 * // => [
 * //   "pension.employer 2544", "pension.employee 1272", "medical.employer 1272", "medical.employee 318",
 * //   "net -1590",
 * // ]
 */
export function replayYear(
  history: WorkerHistory,
  facts: Facts,
  options: ReplayOptions = {},
): Parsed<ReplayedYear> {
  const errors = historyErrors(history);
  if (errors.length > 0) return { ok: false, issues: errors };
  const recorded = recordFacts(facts);
  const rules = createRulesBook(recorded, options.knownOn);
  const months: ReplayedMonth[] = [];
  const differences: HistoryDifference[] = [];
  const unknown: Parsed<ReplayedMonth>[] = [];
  const entries = history.months.toSorted(byMonth);
  for (const [index, entry] of entries.entries()) {
    const agent = history.agents.find(({ agentId }) => agentId === entry.agentId);
    if (agent === undefined) throw new RangeError(`no such agent: ${entry.agentId}`);
    const atAgent = entries.slice(0, index + 1).filter(({ agentId }) => agentId === entry.agentId);
    const before = months.filter(({ agentId }) => agentId === entry.agentId);
    const workInjuryClass = history.workInjuryClasses?.[entry.unitId];
    const step = { entry, agent, atAgent, before, workInjuryClass };
    const replayed = replayMonth(step, rules, recorded);
    if (!replayed.ok) {
      unknown.push(replayed);
      continue;
    }
    months.push(replayed.value);
    differences.push(...differencesOf(replayed.value, entry.issued));
  }
  if (unknown.length > 0) return failedTogether(...unknown);
  const asOf = options.knownOn === "month-end" ? undefined : options.knownOn;
  return parsed({ workerId: history.workerId, months, differences }, [
    ...rules.remarks(),
    ...confidenceRemarks(recorded.used()),
    ...severalEmployersIssues(history),
    ...leaverIssues(history, differences, asOf),
  ]);
}

/** Months in rising order; payments of one month in the order in which they came. */
function byMonth(a: HistoryMonth, b: HistoryMonth): number {
  return a.month < b.month ? -1 : a.month > b.month ? 1 : 0;
}
