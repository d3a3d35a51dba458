import { createIssue, planMigration, type Issue, type MigrationPlan, type Worker } from "@tongchou/core";
import { planFacts, type Facts } from "@tongchou/statutory";
import { settlementIssues } from "../issues.js";
import { averagePayBefore } from "./average-pay.js";
import { joinChanges, type JoinedMonth } from "./changes/join-changes.js";
import { joinPay } from "./join-pay.js";
import type { MonthInput } from "./month-input.js";
import { choicesWithOrders, monthOrderIssues } from "./month-service-orders.js";

/** A month whose pay has been joined to the rosters, with the plan and all issues so far. */
export interface PlannedMonth extends JoinedMonth {
  readonly plan: MigrationPlan;
}

/**
 * Joins rosters and pay by identity number, and plans everybody's migration.
 *
 * A worker gets the employee number of the pay record as id; severance rests on the year's pay before the
 * month. The minimum wage of somebody with pay is not tested on the roster's figure: that is done on the pay
 * when it is settled.
 *
 * @returns the plan; the issues given, those of joining (`pay-missing`, `pay-without-worker`,
 *   `pay-ambiguous`, `employee-number-repeated`, and of the month's changes {@link joinChanges}),
 *   `choice-without-worker`, those of {@link monthOrderIssues}, and those of the plan
 * @throws RangeError for a unit that is listed twice: its people would be settled twice
 */
export function planMonth(month: MonthInput, facts: Facts): PlannedMonth {
  const unitIds = month.units.map(({ id }) => id);
  const repeated = unitIds.find((id, index) => unitIds.indexOf(id) !== index);
  if (repeated !== undefined) throw new RangeError(`unit listed twice: ${repeated}`);
  const joined = joinChanges(joinPay(month), month);
  const workers = joined.rosters.flatMap((roster) => roster.workers);
  const plan = planMigration({
    ...month,
    choices: choicesWithOrders(month, workers),
    rosters: joined.rosters,
    facts: planFacts(facts, month.knownOn),
    averagePay: averagePayBefore(month.period, workers, joined.payByWorker),
  });
  const issues = plan.issues.filter(
    ({ code, subject }) => code !== "below-minimum-wage" || !joined.payByWorker.has(subject?.workerId ?? ""),
  );
  const ofChoices = [...choiceIssues(month, workers), ...monthOrderIssues(month, workers)];
  return { ...joined, plan: { ...plan, issues }, issues: [...joined.issues, ...ofChoices, ...issues] };
}

function choiceIssues({ choices = [] }: MonthInput, workers: readonly Worker[]): readonly Issue[] {
  const known = new Set(workers.map(({ workerId }) => workerId));
  return choices
    .filter(({ workerId }) => !known.has(workerId))
    .map(({ workerId }) => createIssue(settlementIssues, "choice-without-worker", { workerId }));
}
