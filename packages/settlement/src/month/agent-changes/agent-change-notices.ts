import {
  branchDefinitions,
  createIssue,
  lastDayOf,
  parsed,
  partsOfPeriod,
  periodOf,
  type BilingualText,
  type Issue,
  type Parsed,
  type Period,
  type PlannedWorker,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { discloseAgentChange } from "../../history/agent-change/agent-change-disclosure.js";
import { recommendAgentChange } from "../../history/agent-change/agent-change-month.js";
import { compareAgentChange, type AgentChangeComparison } from "../../history/agent-change/agent-change.js";
import { failedTogether } from "../../failed-together.js";
import { settlementIssues } from "../../issues.js";
import { settlementRules } from "../../settlement-rules.js";
import type { WageYear } from "../../tax/wage-withholding.js";
import { agencyBegins } from "../line-input.js";
import type { MonthInput } from "../month-input.js";
import type { PlannedMonth } from "../plan-month.js";
import { expectedWages } from "./expected-wages.js";

/** What a worker is told before the withholding agent changes. */
export interface AgentChangeNotice {
  readonly unitId: string;
  readonly workerId: string;
  readonly presentAgentId: string;
  /** Absent while no new agency has been chosen. */
  readonly newAgentId?: string | undefined;
  /** First month that the new agent pays: chosen, or the first one possible. */
  readonly month: Period;
  /** Deductions and net pay of each month of the year with and without the change. */
  readonly comparison: AgentChangeComparison;
  /** First month in which the change moves no month's net pay. */
  readonly recommendedMonth: Period;
  /** Sentences, one a line. */
  readonly disclosure: BilingualText;
}

/** The notices of a month, and whom none could be made for. */
export interface AgentChangeNotices {
  readonly notices: readonly AgentChangeNotice[];
  readonly issues: readonly Issue[];
}

/**
 * Says for everybody whose route brings a new withholding agent (cases 2b, 3 and 3d) what that does to
 * deductions and net pay, before it is decided. Whom the new agent pays already is told nothing more.
 *
 * @returns notices in the order of the plan, with `agent-change-without-wages` for each worker whose pay is
 *   not known, and the issues of {@link compareAgentChange} where the year cannot be reckoned
 */
export function agentChangeNotices(
  planned: PlannedMonth,
  month: MonthInput,
  facts: Facts,
): AgentChangeNotices {
  const entries = planned.plan.workers.flatMap((entry) => {
    const { withholdingAgent } = branchDefinitions[entry.decision.branch];
    const switchIn = withholdingAgent === "restarts" ? switchOf(entry, month) : undefined;
    return switchIn === undefined ? [] : [{ entry, switchIn }];
  });
  if (entries.length === 0) return { notices: [], issues: [] };
  const law = { on: lastDayOf(month.period), knownOn: month.knownOn };
  const rules = settlementRules(facts, law);
  if (!rules.ok) return { notices: [], issues: rules.issues };
  const effects = createEffects(facts, month);
  const notices: AgentChangeNotice[] = [];
  const issues: Issue[] = [];
  for (const { entry, switchIn } of entries) {
    const { workerId } = entry.worker;
    const subject = { unitId: entry.unit.id, workerId };
    const record = planned.payByWorker.get(workerId);
    const wages = expectedWages(entry, record, month.period, rules.value);
    if (wages === undefined) {
      issues.push(createIssue(settlementIssues, "agent-change-without-wages", {}, { subject }));
      continue;
    }
    const effect = effects(wages, switchIn);
    issues.push(...effect.issues.map((issue) => ({ ...issue, subject })));
    if (effect.ok) notices.push({ ...subject, ...agentsOf(entry), month: switchIn, ...effect.value });
  }
  return { notices, issues };
}

/** The month of the change, as long as it is not over: of this year, because the next begins anew. */
function switchOf(entry: PlannedWorker, { period, transferDate }: MonthInput): Period | undefined {
  const isChosen = entry.settledContract !== entry.contract;
  const begins = isChosen ? agencyBegins(entry, transferDate) : periodOf(transferDate);
  if (isChosen && begins < period) return undefined;
  const month = begins > period ? begins : period;
  return partsOfPeriod(month).year === partsOfPeriod(period).year ? month : undefined;
}

function agentsOf({
  unit,
  contract,
  settledContract,
}: PlannedWorker): Pick<AgentChangeNotice, "newAgentId" | "presentAgentId"> {
  const presentAgentId = contract?.agencyId ?? unit.id;
  return settledContract === contract
    ? { presentAgentId }
    : { presentAgentId, newAgentId: settledContract?.agencyId };
}

type Effect = Pick<AgentChangeNotice, "comparison" | "disclosure" | "recommendedMonth">;

/** Many workers have the same figures: each set of them is reckoned once. */
function createEffects(
  facts: Facts,
  { knownOn }: MonthInput,
): (wages: WageYear, switchIn: Period) => Parsed<Effect> {
  const known = new Map<string, Parsed<Effect>>();
  return (wages, switchIn) => {
    const key = JSON.stringify([wages, switchIn]);
    const effect = known.get(key) ?? effectOf(wages, switchIn);
    known.set(key, effect);
    return effect;
  };
  function effectOf(wages: WageYear, switchIn: Period): Parsed<Effect> {
    const { month: switchMonth } = partsOfPeriod(switchIn);
    const change = { wages, switchMonth };
    const comparison = compareAgentChange(change, facts, knownOn);
    if (!comparison.ok) return comparison;
    const recommended = recommendAgentChange(wages, switchMonth, facts, knownOn);
    const disclosure = discloseAgentChange(change, comparison.value, facts);
    if (!recommended.ok || !disclosure.ok) return failedTogether(recommended, disclosure);
    const { month: recommendedMonth } = recommended.value;
    return parsed(
      { comparison: comparison.value, recommendedMonth, disclosure: disclosure.value },
      comparison.issues,
    );
  }
}
