import { addDays, firstDayOf, lastDayOf, type PlainDate } from "../calendar/plain-date.js";
import { coreIssues } from "../issues/catalogue.js";
import { createIssue, placeIssues, type Issue, type IssueContext } from "../issues/issue.js";
import type { AmbiguityId } from "../migration/ambiguities.js";
import { decideRoute, type MigrationDecision } from "../migration/decision-table.js";
import type { MigrationFacts } from "../migration/facts.js";
import type { DirectHireApproval } from "../parties/direct-hire-approval.js";
import { isStateOwnedEnterprise, type EmployerUnit } from "../parties/employer-unit.js";
import type { HrAgency } from "../parties/hr-agency.js";
import { populationNames, settlementRouteOf, type Worker } from "../parties/worker.js";
import { placeOf } from "../records/row-source.js";
import { matchContract, type ContractMatch } from "./match-contract.js";
import type { PlanInput, PlannedWorker, UnitChoice } from "./plan.js";
import { refusalOf } from "./refusal.js";
import { workerIssues } from "./worker-checks.js";

/** The lists of a plan, indexed once for all its workers. */
export interface PlanLookups {
  readonly input: PlanInput;
  readonly agencies: ReadonlyMap<string, HrAgency>;
  readonly choices: ReadonlyMap<string, UnitChoice>;
  approvalOf(worker: Worker): DirectHireApproval | undefined;
  matchOf(worker: Worker): ContractMatch;
}

/** Indexes the lists of a plan. */
export function planLookups(input: PlanInput): PlanLookups {
  const approvals = new Map<string, DirectHireApproval>();
  const personKey = (entry: { unitId: string; documentNumber: string }): string =>
    `${entry.unitId} ${entry.documentNumber}`;
  const monthEnds = lastDayOf(input.period);
  for (const entry of input.approvals) {
    // What is decided after the month is still open in it.
    const isOpen = entry.approvedOn !== undefined && entry.approvedOn > monthEnds;
    const approval: DirectHireApproval = isOpen
      ? { ...entry, status: "pending", approvedOn: undefined }
      : entry;
    const known = approvals.get(personKey(approval));
    // Of several lines for one person the one decided last counts.
    if (known === undefined || (approval.approvedOn ?? "") > (known.approvedOn ?? "")) {
      approvals.set(personKey(approval), approval);
    }
  }
  const matches = new Map<string, ContractMatch>();
  const matchOf = (worker: Worker): ContractMatch => {
    const key = [worker.unitId, worker.mode, worker.agencyName ?? ""].join("\n");
    const match =
      matches.get(key) ?? matchContract(worker, input.contracts, input.agencies, contractDay(input));
    matches.set(key, match);
    return match;
  };
  return {
    input,
    agencies: new Map(input.agencies.map((agency) => [agency.id, agency])),
    choices: new Map((input.choices ?? []).map((choice) => [choice.workerId, choice])),
    approvalOf: (worker) => approvals.get(personKey(worker)),
    matchOf,
  };
}

/** Contracts are judged as the month begins, in the first month on the day of the transfer. */
function contractDay({ period, transferDate }: PlanInput): PlainDate {
  const monthBegins = firstDayOf(period);
  return monthBegins > transferDate ? monthBegins : transferDate;
}

/**
 * Plans one worker.
 *
 * @param headcount whether the unit's roster keeps within its approved headcount; it bounds new hires only
 *   (P2-2.4), the unit as a whole answers for the others
 * @returns the worker with a route, or none when the data or the case allows none; every issue found
 */
export function planWorker(
  worker: Worker,
  unit: EmployerUnit,
  headcount: MigrationFacts["headcount"],
  lookups: PlanLookups,
): { readonly planned?: PlannedWorker; readonly issues: readonly Issue[] } {
  const subject = { unitId: unit.id, workerId: worker.workerId };
  const { period, transferDate, facts } = lookups.input;
  const found = workerIssues(worker, unit, period, transferDate, facts);
  if (settlementRouteOf[worker.population] !== "through-platform") {
    const { zh: populationZh, en: populationEn } = populationNames[worker.population];
    const values = { populationZh, populationEn };
    return {
      issues: [...found, createIssue(coreIssues, "population-not-through-platform", values, { subject })],
    };
  }
  const match = lookups.matchOf(worker);
  const decision = decideRoute(factsOf(worker, unit, headcount, match, lookups));
  const issues = [
    ...found,
    ...placeIssues(match.issues, contextOf(worker, unit, "agencyName")),
    ...placeIssues(decision.ok ? [] : decision.issues, contextOf(worker, unit, "mode")),
  ];
  if (!decision.ok || issues.some((issue) => issue.severity === "error")) return { issues };
  const assembled = assemble(worker, unit, match, decision.value, lookups);
  return { planned: assembled.planned, issues: [...issues, ...assembled.issues] };
}

function factsOf(
  worker: Worker,
  unit: EmployerUnit,
  headcount: MigrationFacts["headcount"],
  match: ContractMatch,
  lookups: PlanLookups,
): MigrationFacts {
  const choice = lookups.choices.get(worker.workerId);
  const isNew = choice?.status === "new-hire";
  const intention = match.contract?.intention;
  const isCovered = unit.level !== "vertical" || unit.optedIn === true;
  const otherMode = worker.mode === "dispatch" ? "outsourcing" : "dispatch";
  return {
    status: isNew ? "new-hire" : "existing",
    scope: isCovered ? "covered" : "not-covered",
    headcount: isNew ? headcount : "within",
    post: worker.population === "public-welfare-post" ? "public-welfare" : "ordinary",
    mode: isNew ? "none" : worker.mode,
    agencyContract: isNew ? "none" : match.standing,
    agencyChoice: intention === "keep" || intention === "leave" ? intention : "unsaid",
    approval: lookups.approvalOf(worker)?.status ?? "none",
    targetMode:
      choice?.targetMode ?? (isNew ? worker.mode : intention === "change-mode" ? otherMode : "same"),
    services: choice?.services ?? "none",
    funding: fundingOf(worker),
    consent: worker.willing === undefined ? "not-asked" : worker.willing ? "yes" : "no",
  };
}

function fundingOf(worker: Worker): MigrationFacts["funding"] {
  const source = worker.fundingSource;
  if (source === "own-funds" || source === "special-funds") return "own-or-special";
  return source === "enterprise" ? "enterprise" : "fiscal";
}

function assemble(
  worker: Worker,
  unit: EmployerUnit,
  match: ContractMatch,
  decision: MigrationDecision,
  lookups: PlanLookups,
): { planned: PlannedWorker; issues: readonly Issue[] } {
  const hasNewAgency = decision.branch === "2B" || decision.branch === "3A";
  const settledContract = hasNewAgency ? (match.successor ?? match.contract) : match.contract;
  const agency = settledContract === undefined ? undefined : lookups.agencies.get(settledContract.agencyId);
  const employerOfRecordId = agency?.id ?? unit.id;
  const refusal = planRefusal(worker, unit, decision, employerOfRecordId, lookups);
  const flags: readonly AmbiguityId[] = [
    ...decision.flags,
    ...scopeFlags(unit),
    ...(refusal?.severance === undefined ? [] : (["N10"] as const)),
    ...(worker.mode !== "direct" && (worker.unitPaidFen ?? 0) > 0 ? (["N18"] as const) : []),
  ];
  const approval = lookups.approvalOf(worker);
  return {
    planned: {
      worker,
      unit,
      decision,
      flags: [...new Set(flags)],
      approval,
      contract: match.contract,
      settledContract,
      agency,
      employerOfRecordId,
      withholdingAgentId: employerOfRecordId,
      severance: refusal?.severance,
    },
    issues: [...routeIssues(worker, unit, decision, approval, match), ...(refusal?.issues ?? [])],
  };
}

/** The city's vertical units and its county companies are covered by a reading (N14). */
function scopeFlags(unit: EmployerUnit): readonly AmbiguityId[] {
  const isRead = unit.level === "vertical" || (unit.level === "county" && isStateOwnedEnterprise(unit));
  return isRead ? ["N14"] : [];
}

function planRefusal(
  worker: Worker,
  unit: EmployerUnit,
  decision: MigrationDecision,
  payerId: string,
  { input }: PlanLookups,
): ReturnType<typeof refusalOf> {
  if (worker.willing !== false) return undefined;
  const lastDay = addDays(input.transferDate, -1);
  return refusalOf(worker, unit, decision, {
    lastDay,
    averagePay: input.averagePay?.get(worker.workerId),
    minimumWageFen: input.facts.minimumWage(unit.division, lastDay)?.standardFen,
    cityAverageMonthlyFen: input.facts.cityAverageMonthly(lastDay),
    payerId,
  });
}

/** What has to be decided or known about one worker's route; what concerns a contract is said once for it. */
function routeIssues(
  worker: Worker,
  unit: EmployerUnit,
  decision: MigrationDecision,
  approval: DirectHireApproval | undefined,
  match: ContractMatch,
): readonly Issue[] {
  const context = contextOf(worker, unit, "mode");
  const issues: Issue[] = [];
  if (decision.branch === "1P") {
    const code = approval === undefined ? "direct-hire-not-approved" : "direct-hire-approval-pending";
    issues.push(createIssue(coreIssues, code, {}, context));
  }
  if ((decision.branch === "3A" || decision.branch === "3D") && match.contract === undefined) {
    issues.push(createIssue(coreIssues, "procurement-open", { reason: decision.branch }, context));
  }
  if (decision.branch === "X") {
    issues.push(createIssue(coreIssues, "out-of-scope", { row: decision.row }, context));
  }
  if (decision.definition.relationMoves && worker.willing === undefined) {
    issues.push(createIssue(coreIssues, "worker-answer-missing", {}, contextOf(worker, unit, "willing")));
  }
  return issues;
}

function contextOf(
  worker: Worker,
  unit: EmployerUnit,
  field: string,
): Pick<IssueContext, "place" | "subject"> {
  return {
    subject: { unitId: unit.id, workerId: worker.workerId },
    place: worker.source === undefined ? undefined : placeOf(worker.source, field),
  };
}
