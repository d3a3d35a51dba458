import type { PlainDate } from "../calendar/plain-date.js";
import { coreIssues, type CoreIssueCode } from "../issues/catalogue.js";
import { createIssue, type Issue, type IssueValues } from "../issues/issue.js";
import type { TimetableStep } from "../migration/timetable.js";
import { divideRounded } from "../money/rounding.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import { isStateOwnedEnterprise, type EmployerUnit } from "../parties/employer-unit.js";
import type { HrAgency } from "../parties/hr-agency.js";
import { settlementRouteOf, type Roster } from "../parties/worker.js";
import type { PlannedWorker } from "./plan.js";

/** What the checks of one unit look at. */
export interface UnitCheckInput {
  readonly unit: EmployerUnit;
  readonly roster: Roster;
  readonly planned: readonly PlannedWorker[];
  readonly contracts: readonly AgencyContract[];
  readonly agencies: readonly HrAgency[];
  /** Days of the unit's steps; a new agency may not come before the agreements are signed (N15). */
  readonly stepsDone?: Readonly<Partial<Record<TimetableStep, PlainDate>>> | undefined;
}

/** Highest share of dispatched workers at an enterprise, in percent (人社部令第22号, article 4). */
const dispatchShareMax = 10;

/**
 * The issues of a unit as a whole, and of its contracts, each said once.
 *
 * @returns `headcount-over`; `dispatch-share-over`, `dispatch-share-over-body`, `dispatch-share-unknown`;
 *   `self-dispatch`; for each contract `contract-reference-unknown`, `agency-choice-missing`,
 *   `agency-contract-lapsed`, `agency-reselection-open`, `procurement-open`, `stage-two-early`,
 *   `outsourcing-looks-like-dispatch`; and `split-payer`
 */
export function unitIssues(input: UnitCheckInput): readonly Issue[] {
  return [
    ...headcountIssues(input),
    ...dispatchShareIssues(input),
    ...selfDispatchIssues(input),
    ...input.contracts
      .filter((contract) => contract.unitId === input.unit.id)
      .flatMap((contract) => contractIssues(contract, input)),
    ...splitPayerIssues(input),
  ];
}

/**
 * Whether a roster keeps within the unit's approved headcount. People whose money may not pass through the
 * platform, such as interns, hold none of its posts.
 *
 * @returns `within` also for a unit whose headcount is not on record
 */
export function headcountStanding(unit: EmployerUnit, roster: Roster): "within" | "over" {
  return unit.approvedHeadcount !== undefined && headsOf(roster) > unit.approvedHeadcount ? "over" : "within";
}

function headsOf(roster: Roster): number {
  return roster.workers.filter((worker) => settlementRouteOf[worker.population] === "through-platform")
    .length;
}

function headcountIssues({ unit, roster }: UnitCheckInput): readonly Issue[] {
  if (unit.approvedHeadcount === undefined || headcountStanding(unit, roster) === "within") return [];
  const values = { found: headsOf(roster), approved: unit.approvedHeadcount };
  return [createIssue(coreIssues, "headcount-over", values, { subject: { unitId: unit.id } })];
}

function dispatchShareIssues({ unit, roster }: UnitCheckInput): readonly Issue[] {
  const dispatched = roster.workers.filter((worker) => worker.mode === "dispatch").length;
  if (dispatched === 0) return [];
  const subject = { unitId: unit.id };
  if (unit.ownEmployees === undefined) {
    // Order 22 names enterprises, so only there is the missing figure worth asking for.
    if (!isStateOwnedEnterprise(unit)) return [];
    return [createIssue(coreIssues, "dispatch-share-unknown", { dispatched }, { subject })];
  }
  const all = unit.ownEmployees + dispatched;
  if (dispatched * 100 <= all * dispatchShareMax) return [];
  const values = { share: divideRounded(dispatched * 1000, all, "half-up") / 10, dispatched, all };
  const code = isStateOwnedEnterprise(unit) ? "dispatch-share-over" : "dispatch-share-over-body";
  return [createIssue(coreIssues, code, values, { subject })];
}

/** Neither the unit itself nor a company of its group may dispatch to it (Labour Contract Law 67). */
function selfDispatchIssues({ unit, contracts, agencies }: UnitCheckInput): readonly Issue[] {
  const group = new Set([unit.creditCode, unit.ultimateParent]);
  return contracts
    .filter((contract) => contract.unitId === unit.id && contract.mode === "dispatch")
    .flatMap((contract) => {
      const agency = agencies.find((candidate) => candidate.id === contract.agencyId);
      if (agency === undefined) return [];
      const isParent = agency.ultimateParent !== undefined && group.has(agency.ultimateParent);
      if (!isParent && !group.has(agency.creditCode)) return [];
      const subject = { unitId: unit.id, contractId: contract.id, agencyId: agency.id };
      return [createIssue(coreIssues, "self-dispatch", { contract: contract.id }, { subject })];
    });
}

function contractIssues(contract: AgencyContract, input: UnitCheckInput): readonly Issue[] {
  const supplied = input.planned.filter((entry) => entry.contract === contract);
  const subject = { unitId: input.unit.id, contractId: contract.id, agencyId: contract.agencyId };
  const report = (code: CoreIssueCode, values: IssueValues): Issue =>
    createIssue(coreIssues, code, { contract: contract.id, ...values }, { subject });
  const issues = danglingReferences(contract, input).map((values) =>
    report("contract-reference-unknown", values),
  );
  const kept = supplied.filter(({ decision }) => decision.branch === "2A" || decision.branch === "3C").length;
  if (kept > 0 && contract.intention === undefined) issues.push(report("agency-choice-missing", {}));
  const waiting = supplied.filter((entry) => entry.settledContract === contract);
  const leaving = waiting.filter(({ decision }) => decision.branch === "2B");
  if (leaving.some(({ decision }) => decision.flags.includes("N16"))) {
    issues.push(report("agency-contract-lapsed", { expiresOn: contract.expiresOn }));
  } else if (leaving.length > 0) {
    issues.push(report("agency-reselection-open", { workers: leaving.length }));
  }
  if (waiting.some(({ decision }) => decision.branch === "3A")) {
    issues.push(report("procurement-open", { reason: "3A" }));
  }
  const paidByUnit = supplied.filter(({ worker }) => (worker.unitPaidFen ?? 0) > 0).length;
  if (contract.mode === "outsourcing" && paidByUnit > 0) {
    issues.push(report("outsourcing-looks-like-dispatch", { workers: supplied.length, paidByUnit }));
  }
  const agreedOn = input.stepsDone?.["agreements-signed"];
  if (contract.replaces !== undefined && agreedOn !== undefined && contract.signedOn < agreedOn) {
    issues.push(report("stage-two-early", { signedOn: contract.signedOn, agreedOn }));
  }
  return issues;
}

/** A contract that names a party or a contract that nobody has would otherwise be passed over in silence. */
function danglingReferences(
  { unitId, agencyId, replaces }: AgencyContract,
  { agencies, contracts }: UnitCheckInput,
): readonly IssueValues[] {
  const isReplaced = contracts.some((other) => other.id === replaces && other.unitId === unitId);
  return [
    ...(agencies.some((agency) => agency.id === agencyId) ? [] : [{ field: "agencyId", found: agencyId }]),
    ...(replaces === undefined || isReplaced ? [] : [{ field: "replaces", found: replaces }]),
  ];
}

function splitPayerIssues({ unit, planned }: UnitCheckInput): readonly Issue[] {
  const workers = planned.filter((entry) => entry.flags.includes("N18")).length;
  if (workers === 0) return [];
  return [createIssue(coreIssues, "split-payer", { workers }, { subject: { unitId: unit.id } })];
}
