import { period, plainDate, ratePpm, type Period } from "@tongchou/core";
import type { AdditionalClaim } from "../history/additional-deductions.js";
import type { ReplayKnowledge } from "../history/replay/rules-book.js";
import { replayYear, type ReplayedYear } from "../history/replay/replay-year.js";
import type { HistoryAgent, HistoryMonth, WorkerHistory } from "../history/worker-history.js";
import { facts, yuan } from "./unit-month.js";

/** A month of a year, by its number. */
export function monthOfYear(year: number, month: number): Period {
  return period(`${year}-${String(month).padStart(2, "0")}`);
}

/** A month at unit U1 with a wage in yuan, insured on it and without housing fund, by whatever differs. */
export function entryOf(month: Period, wage: number, changes: Partial<HistoryMonth> = {}): HistoryMonth {
  return {
    month,
    agentId: "U1",
    employerId: "U1",
    unitId: "U1",
    pay: [{ amountFen: yuan(wage) }],
    contributions: [{ wageFen: yuan(wage), housingFundRate: ratePpm(0) }],
    additional: [],
    ...changes,
  };
}

/** A month of which nothing is withheld but tax, by whatever differs. */
export function payOnly(month: Period, wage: number, changes: Partial<HistoryMonth> = {}): HistoryMonth {
  return entryOf(month, wage, { contributions: [], ...changes });
}

/** An agent, employed there all year and counted by months unless said otherwise. */
export function agentOf(agentId: string, changes: Partial<HistoryAgent> = {}): HistoryAgent {
  return { agentId, employed: [{}], mode: "months-at-unit", ...changes };
}

/** A history of months of one year, at U1 unless said otherwise. */
export function historyOf(
  months: readonly HistoryMonth[],
  changes: Partial<WorkerHistory> = {},
): WorkerHistory {
  const year = Number((months[0]?.month ?? "2024").slice(0, 4));
  return { workerId: "W1", year, agents: [agentOf("U1")], months, ...changes };
}

/** Twelve months made alike. */
export function wholeYear(year: number, make: (month: Period) => HistoryMonth): readonly HistoryMonth[] {
  return Array.from({ length: 12 }, (_, index) => make(monthOfYear(year, index + 1)));
}

/** Replays a history that can be replayed. */
export function replayed(history: WorkerHistory, knownOn?: string): ReplayedYear {
  const knowledge: ReplayKnowledge =
    knownOn === undefined || knownOn === "month-end" ? knownOn : plainDate(knownOn);
  const result = replayYear(history, facts, { knownOn: knowledge });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message.en).join("\n"));
  return result.value;
}

/** The history with what could be issued at the end of each of its months. */
export function asIssued(history: WorkerHistory): WorkerHistory {
  const { months } = replayed(history, "month-end");
  return { ...history, months: history.months.map((entry, index) => ({ ...entry, issued: months[index] })) };
}

/** Codes of everything a replay has to say but that a fact is not confirmed. */
export function codesOf(history: WorkerHistory, knownOn?: string): readonly string[] {
  const knowledge: ReplayKnowledge =
    knownOn === undefined || knownOn === "month-end" ? knownOn : plainDate(knownOn);
  return replayYear(history, facts, { knownOn: knowledge })
    .issues.map(({ code }) => code)
    .filter((code) => code !== "fact-not-confirmed");
}

/** One child, deducted whole. */
export const oneChild: AdditionalClaim = { kind: "by-law", item: "children" };
