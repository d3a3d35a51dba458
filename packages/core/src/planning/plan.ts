import type { Period, PlainDate } from "../calendar/plain-date.js";
import type { Issue } from "../issues/issue.js";
import type { AmbiguityId } from "../migration/ambiguities.js";
import type { MigrationDecision } from "../migration/decision-table.js";
import type { MigrationFacts } from "../migration/facts.js";
import { cityTimetable, lateSteps, type TimetableEntry, type TimetableStep } from "../migration/timetable.js";
import type { Fen } from "../money/fen.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import type { DirectHireApproval } from "../parties/direct-hire-approval.js";
import type { EmployerUnit } from "../parties/employer-unit.js";
import type { HrAgency } from "../parties/hr-agency.js";
import type { Roster, Worker } from "../parties/worker.js";
import type { Severance } from "../service-years/severance.js";
import { planLookups, planWorker } from "./plan-worker.js";
import { headcountStanding, unitIssues } from "./unit-checks.js";
import { duplicateIssues, type RosterMention, workerIssues, type WorkerFacts } from "./worker-checks.js";

/** What a unit wants for one worker beyond keeping things as they are. */
export interface UnitChoice {
  readonly workerId: string;
  readonly targetMode?: MigrationFacts["targetMode"] | undefined;
  readonly services?: MigrationFacts["services"] | undefined;
  readonly status?: MigrationFacts["status"] | undefined;
}

/** Everything a plan is made from. */
export interface PlanInput {
  readonly period: Period;
  /**
   * First day on which the new arrangement holds; a worker who refuses leaves the day before. In later months
   * it stays what it was.
   */
  readonly transferDate: PlainDate;
  readonly units: readonly EmployerUnit[];
  readonly agencies: readonly HrAgency[];
  readonly contracts: readonly AgencyContract[];
  readonly rosters: readonly Roster[];
  readonly approvals: readonly DirectHireApproval[];
  /**
   * People on rows that cannot be used for another reason: they still show who stands on the rosters twice.
   */
  readonly otherMentions?: readonly RosterMention[] | undefined;
  readonly choices?: readonly UnitChoice[] | undefined;
  /** Dated facts that the checks need. */
  readonly facts: WorkerFacts;
  /**
   * Average monthly gross pay by worker id, bonus and allowances included, over the last `months` months (at
   * most 12) before the transfer. Without it severance rests on the roster's monthly pay, and says so.
   */
  readonly averagePay?: ReadonlyMap<string, { readonly amountFen: Fen; readonly months: number }> | undefined;
  /** Dates to judge by: the city's, unless a county has its own; an empty one judges nothing. */
  readonly timetable?: readonly TimetableEntry[] | undefined;
  /** Day of each step by unit id; the day of the forms is otherwise the one in the roster's head. */
  readonly stepsDone?: ReadonlyMap<string, Readonly<Partial<Record<TimetableStep, PlainDate>>>> | undefined;
}

/** One worker with a route. */
export interface PlannedWorker {
  readonly worker: Worker;
  readonly unit: EmployerUnit;
  readonly decision: MigrationDecision;
  readonly flags: readonly AmbiguityId[];
  readonly approval?: DirectHireApproval | undefined;
  /** The contract under which the worker is supplied now. */
  readonly contract?: AgencyContract | undefined;
  /** The contract that is settled: the new one once an agency has been chosen, else the one there is. */
  readonly settledContract?: AgencyContract | undefined;
  readonly agency?: HrAgency | undefined;
  /** Party that is the worker's employer by law in this period. */
  readonly employerOfRecordId: string;
  /** Party that withholds income tax in this period. */
  readonly withholdingAgentId: string;
  /** Severance of a worker who refuses. */
  readonly severance?: Severance | undefined;
}

/** The plan of a month: who goes which way, who is held out, and what somebody has to look at. */
export interface MigrationPlan {
  readonly period: Period;
  readonly workers: readonly PlannedWorker[];
  /** Workers without a route: their data or their case does not allow one. */
  readonly heldOut: readonly Worker[];
  readonly issues: readonly Issue[];
}

/**
 * Plans the migration of every worker on the rosters.
 *
 * All problems are reported at once. A worker with an `error`, in two active posts, or whose id is used twice
 * is held out; everyone else gets a route by the decision table. Steps of the timetable with a day on record
 * are judged; a step nobody told us about is not late.
 *
 * @throws RangeError when a roster names a unit that is not among the units
 * @example
 * const unit = {
 *   id: "U01", name: "示例市立医院", nature: "balance-funded", creditCode: "12360400MB0000000F",
 *   division: "360403",
 * } as const;
 * const worker = {
 *   workerId: "U01-1", unitId: "U01", population: "non-establishment", mode: "direct", name: "张三",
 *   documentKind: "resident-identity-card", documentNumber: "36040319000101001X",
 * } as const;
 * const plan = planMigration({
 *   period: period("2024-03"), transferDate: plainDate("2024-03-01"), units: [unit], agencies: [],
 *   contracts: [], approvals: [], rosters: [{ unitId: "U01", workers: [worker] }],
 *   facts: { retirementMonth: () => period("2045-06"), minimumWage: () => undefined,
 *     cityAverageMonthly: () => undefined, publicWelfareMonths: () => undefined },
 * });
 * plan.workers.map((entry) => entry.decision.branch); // => ["1P"]
 * plan.issues.map((issue) => issue.code); // => ["direct-hire-not-approved"]
 */
export function planMigration(input: PlanInput): MigrationPlan {
  const units = new Map(input.units.map((unit) => [unit.id, unit]));
  const lookups = planLookups(input);
  const everyone = input.rosters.flatMap((roster) => roster.workers);
  const duplicates = duplicateIssues([...everyone, ...(input.otherMentions ?? [])]);
  const issues: Issue[] = [...duplicates.issues];
  const planned: PlannedWorker[] = [];
  const heldOut: Worker[] = [];
  for (const roster of input.rosters) {
    const unit = units.get(roster.unitId);
    if (unit === undefined) throw new RangeError(`no such unit: ${roster.unitId}`);
    const headcount = headcountStanding(unit, roster);
    const ofUnit: PlannedWorker[] = [];
    for (const worker of roster.workers) {
      if (duplicates.workerIds.has(worker.workerId)) {
        // Where the person works comes first; a route would only add decisions that may not arise.
        issues.push(...workerIssues(worker, unit, input.period, input.transferDate, input.facts));
        heldOut.push(worker);
        continue;
      }
      const result = planWorker(worker, unit, headcount, lookups);
      issues.push(...result.issues);
      if (result.planned === undefined) heldOut.push(worker);
      else ofUnit.push(result.planned);
    }
    const stepsDone = {
      ...(roster.filledInOn === undefined ? {} : { "forms-filed": roster.filledInOn }),
      ...input.stepsDone?.get(unit.id),
    };
    const { contracts, agencies } = input;
    issues.push(...unitIssues({ unit, roster, planned: ofUnit, contracts, agencies, stepsDone }));
    const judged = (input.timetable ?? cityTimetable).filter((entry) => stepsDone[entry.step] !== undefined);
    issues.push(...lateSteps(stepsDone, input.transferDate, { unitId: unit.id }, judged));
    planned.push(...ofUnit);
  }
  return { period: input.period, workers: planned, heldOut, issues };
}
