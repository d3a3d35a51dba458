import {
  groupBy,
  planMigration,
  type MigrationPlan,
  type Period,
  type PlainDate,
  type PlannedWorker,
} from "@tongchou/core";
import {
  averagePayBefore,
  settlePlan,
  type ExcludedWorker,
  type SettledPlan,
  type StatementSettings,
} from "@tongchou/settlement";
import { planFacts, type Facts } from "@tongchou/statutory";
import type { AssembledMonth, HeldOutRow } from "./assemble.js";

/** The choices of a month's run. */
export interface MonthOptions {
  readonly period: Period;
  /** First day of the new arrangement. */
  readonly transferDate: PlainDate;
  /** Day whose knowledge of facts is used. */
  readonly knownOn: PlainDate;
  readonly settings: StatementSettings;
}

/** A month, planned and settled. */
export interface SettledMonth extends SettledPlan {
  readonly plan: MigrationPlan;
  /** Planned workers by worker id. */
  readonly planned: ReadonlyMap<string, PlannedWorker>;
}

/** Plans a month. */
export function planMonth(month: AssembledMonth, options: MonthOptions, facts: Facts): MigrationPlan {
  const { units, agencies, contracts, rosters, approvals, choices } = month;
  const workers = rosters.flatMap((roster) => roster.workers);
  return planMigration({
    period: options.period,
    transferDate: options.transferDate,
    units,
    agencies,
    contracts,
    rosters,
    approvals,
    choices,
    facts: planFacts(facts, options.knownOn),
    averagePay: averagePayBefore(options.period, workers, month.payByWorker),
  });
}

/** Plans and settles a month, unit by unit. */
export function settleMonth(
  month: AssembledMonth,
  options: MonthOptions,
  facts: Facts,
  onUnit?: (done: number, total: number) => void,
): SettledMonth {
  const plan = planMonth(month, options, facts);
  const { units, agencies, contracts } = month;
  const settled = settlePlan(
    {
      plan,
      pay: month.payByWorker,
      units,
      agencies,
      contracts,
      excludedRows: excludedRows(month),
      earlierIssues: month.issues,
      transferDate: options.transferDate,
      knownOn: options.knownOn,
      settings: options.settings,
    },
    facts,
    onUnit,
  );
  const planned = new Map(plan.workers.map((entry) => [entry.worker.workerId, entry]));
  return { ...settled, plan, planned, issues: [...month.issues, ...settled.issues] };
}

/** Rows that never became workers, by unit id, named by their place. */
function excludedRows({ heldOutRows }: AssembledMonth): ReadonlyMap<string, readonly ExcludedWorker[]> {
  const rowsOfUnits = groupBy(heldOutRows, ({ unitId }) => unitId ?? "");
  return new Map(Array.from(rowsOfUnits, ([unitId, rows]) => [unitId, rows.map(excludedRow)]));
}

function excludedRow({ place, codes }: HeldOutRow): ExcludedWorker {
  return { workerId: `${place.file}:${place.row ?? ""}`, codes: codes.toSorted() };
}
