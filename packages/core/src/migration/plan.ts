import { addDays, type Period, type PlainDate } from "../calendar/plain-date.js";
import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import type { Fen } from "../money/fen.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import type { DirectHireApproval } from "../parties/direct-hire-approval.js";
import type { EmployerUnit } from "../parties/employer-unit.js";
import type { HrAgency } from "../parties/hr-agency.js";
import { placeOf } from "../records/row-source.js";
import { settlementRouteOf, type Roster, type Worker } from "../parties/worker.js";
import type { Severance } from "../service-years/severance.js";
import type { AmbiguityId } from "./ambiguities.js";
import { decideRoute, type MigrationDecision } from "./decision-table.js";
import type { MigrationFacts } from "./facts.js";
import { matchContract, type ContractMatch } from "./match-contract.js";
import { refusalOf } from "./refusal.js";
import { lateSteps, type TimetableEntry, type TimetableStep } from "./timetable.js";
import { duplicateIssues, workerIssues, type WorkerFacts } from "./worker-checks.js";
import { unitIssues } from "./unit-checks.js";

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
  /** First day on which the new arrangement holds; a worker who refuses leaves the day before. */
  readonly transferDate: PlainDate;
  readonly units: readonly EmployerUnit[];
  readonly agencies: readonly HrAgency[];
  readonly contracts: readonly AgencyContract[];
  readonly rosters: readonly Roster[];
  readonly approvals: readonly DirectHireApproval[];
  readonly choices?: readonly UnitChoice[] | undefined;
  /** Dated facts that the checks need. */
  readonly facts: WorkerFacts;
  /** Average monthly pay of a worker, with the number of months it rests on, for severance. */
  readonly averagePay?: ReadonlyMap<string, { readonly amountFen: Fen; readonly months: number }> | undefined;
  readonly timetable?: readonly TimetableEntry[] | undefined;
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
 * All problems are reported at once. A worker with an `error`, or in two active posts, is held out; everyone
 * else gets a route by the decision table.
 *
 * @throws RangeError when a roster names a unit that is not among the units
 */
export function planMigration(input: PlanInput): MigrationPlan {
  const units = new Map(input.units.map((unit) => [unit.id, unit]));
  const everyone = input.rosters.flatMap((roster) => roster.workers);
  const duplicates = duplicateIssues(everyone);
  const issues: Issue[] = [...duplicates.issues];
  const planned: PlannedWorker[] = [];
  const heldOut: Worker[] = [];
  for (const roster of input.rosters) {
    const unit = units.get(roster.unitId);
    if (unit === undefined) throw new RangeError(`no such unit: ${roster.unitId}`);
    const ofUnit: PlannedWorker[] = [];
    for (const worker of roster.workers) {
      const result = planWorker(worker, unit, input);
      issues.push(...result.issues);
      if (result.planned === undefined || duplicates.workerIds.has(worker.workerId)) heldOut.push(worker);
      else ofUnit.push(result.planned);
    }
    issues.push(
      ...unitIssues({ unit, roster, planned: ofUnit, contracts: input.contracts, agencies: input.agencies }),
    );
    const done = {
      ...(roster.filledInOn === undefined ? {} : { "forms-filed": roster.filledInOn }),
      ...input.stepsDone?.get(unit.id),
    };
    // Only steps with a day on record are judged: a step nobody told us about is not late.
    const known = (input.timetable ?? undefined)?.filter((entry) => done[entry.step] !== undefined);
    if (known !== undefined) issues.push(...lateSteps(done, input.transferDate, { unitId: unit.id }, known));
    planned.push(...ofUnit);
  }
  return { period: input.period, workers: planned, heldOut, issues };
}

function planWorker(
  worker: Worker,
  unit: EmployerUnit,
  input: PlanInput,
): { planned?: PlannedWorker; issues: readonly Issue[] } {
  const subject = { unitId: unit.id, workerId: worker.workerId };
  const found = workerIssues(worker, unit, input.period, input.transferDate, input.facts);
  if (settlementRouteOf[worker.population] !== "through-platform") {
    const values = { population: worker.population };
    return {
      issues: [...found, createIssue(coreIssues, "population-not-through-platform", values, { subject })],
    };
  }
  const match = matchContract(worker, input.contracts, input.agencies, input.transferDate);
  const approval = approvalOf(worker, input.approvals);
  const choice = input.choices?.find((candidate) => candidate.workerId === worker.workerId);
  const decision = decideRoute(factsOf(worker, unit, match, approval, choice));
  const issues = [
    ...found,
    ...match.issues.map((issue) => ({ ...issue, subject, place: agencyPlace(worker) })),
  ];
  if (!decision.ok) {
    return { issues: [...issues, ...decision.issues.map((issue) => ({ ...issue, subject }))] };
  }
  if (issues.some((issue) => issue.severity === "error")) return { issues };
  const planned = assemble(worker, unit, match, decision.value, approval, input);
  return { planned: planned.worker, issues: [...issues, ...planned.issues] };
}

function factsOf(
  worker: Worker,
  unit: EmployerUnit,
  match: ContractMatch,
  approval: DirectHireApproval | undefined,
  choice: UnitChoice | undefined,
): MigrationFacts {
  const status = choice?.status ?? "existing";
  const intention = match.contract?.intention;
  const funding = worker.fundingSource;
  const isCovered = unit.level !== "vertical" || unit.optedIn === true;
  const changesMode =
    intention === "change-mode" ? (worker.mode === "dispatch" ? "outsourcing" : "dispatch") : "same";
  return {
    status,
    scope: isCovered ? "covered" : "not-covered",
    headcount: "within",
    post: worker.population === "public-welfare-post" ? "public-welfare" : "ordinary",
    mode: status === "new-hire" ? "none" : worker.mode,
    agencyContract: status === "new-hire" ? "none" : match.standing,
    agencyChoice: intention === "keep" || intention === "leave" ? intention : "unsaid",
    approval: approval?.status ?? "none",
    targetMode: choice?.targetMode ?? (status === "new-hire" ? worker.mode : changesMode),
    services: choice?.services ?? "none",
    funding:
      funding === "own-funds" || funding === "special-funds"
        ? "own-or-special"
        : funding === "enterprise"
          ? "enterprise"
          : "fiscal",
    consent: worker.willing === undefined ? "not-asked" : worker.willing ? "yes" : "no",
  };
}

function assemble(
  worker: Worker,
  unit: EmployerUnit,
  match: ContractMatch,
  decision: MigrationDecision,
  approval: DirectHireApproval | undefined,
  input: PlanInput,
): { worker: PlannedWorker; issues: readonly Issue[] } {
  const settled = decision.branch === "2B" ? (match.successor ?? match.contract) : match.contract;
  const agency = input.agencies.find((candidate) => candidate.id === settled?.agencyId);
  const employerOfRecordId = worker.mode === "direct" ? unit.id : (agency?.id ?? unit.id);
  const refusal = refusalOf(worker, unit, decision, {
    lastDay: addDays(input.transferDate, -1),
    averagePay: input.averagePay?.get(worker.workerId),
    minimumWageFen: input.facts.minimumWage(unit.division, input.transferDate)?.standardFen,
    cityAverageMonthlyFen: input.facts.cityAverageMonthly(input.transferDate),
    payerId: employerOfRecordId,
  });
  const splitPayer = worker.mode !== "direct" && (worker.unitPaidFen ?? 0) > 0;
  return {
    worker: {
      worker,
      unit,
      decision,
      flags: splitPayer ? [...decision.flags, "N18"] : decision.flags,
      approval,
      contract: match.contract,
      settledContract: settled,
      agency,
      employerOfRecordId,
      withholdingAgentId: employerOfRecordId,
      severance: refusal?.severance,
    },
    issues: [...routeIssues(worker, decision, approval, match), ...(refusal?.issues ?? [])],
  };
}

/** What has to be decided or known about a route, beyond the route itself. */
function routeIssues(
  worker: Worker,
  decision: MigrationDecision,
  approval: DirectHireApproval | undefined,
  match: ContractMatch,
): readonly Issue[] {
  const subject = { unitId: worker.unitId, workerId: worker.workerId };
  const place = worker.source === undefined ? undefined : placeOf(worker.source, "mode");
  const context = { subject, place };
  switch (decision.branch) {
    case "1P": {
      const code = approval === undefined ? "direct-hire-not-approved" : "direct-hire-approval-pending";
      return [createIssue(coreIssues, code, {}, context)];
    }
    case "3A":
    case "3D":
      return [createIssue(coreIssues, "procurement-open", { reason: decision.branch }, context)];
    case "2A":
      return match.contract?.intention === undefined
        ? [createIssue(coreIssues, "agency-choice-missing", { contract: match.contract?.id ?? "" }, context)]
        : [];
    case "X":
      return [createIssue(coreIssues, "out-of-scope", { row: decision.row }, context)];
    case "1A":
    case "1B":
    case "2B":
    case "3B":
    case "3C":
    case "P0":
    case "R":
      return [];
  }
}

function approvalOf(
  worker: Worker,
  approvals: readonly DirectHireApproval[],
): DirectHireApproval | undefined {
  return approvals.find(
    (approval) => approval.documentNumber === worker.documentNumber && approval.unitId === worker.unitId,
  );
}

function agencyPlace(worker: Worker): NonNullable<Issue["place"]> {
  return worker.source === undefined ? { file: worker.unitId } : placeOf(worker.source, "agencyName");
}
