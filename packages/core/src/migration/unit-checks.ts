import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { divideRounded } from "../money/rounding.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import { isStateOwnedEnterprise, type EmployerUnit } from "../parties/employer-unit.js";
import type { HrAgency } from "../parties/hr-agency.js";
import type { Roster } from "../parties/worker.js";
import type { PlannedWorker } from "./plan.js";

/** What the checks of one unit look at. */
export interface UnitCheckInput {
  readonly unit: EmployerUnit;
  readonly roster: Roster;
  readonly planned: readonly PlannedWorker[];
  readonly contracts: readonly AgencyContract[];
  readonly agencies: readonly HrAgency[];
}

/** Highest share of dispatched workers at an enterprise, in percent (人社部令第22号, article 4). */
const dispatchShareMax = 10;

/** The issues of a unit as a whole: head count, dispatch share, self-dispatch, contracts, split payer. */
export function unitIssues(input: UnitCheckInput): readonly Issue[] {
  return [
    ...headcountIssues(input),
    ...dispatchShareIssues(input),
    ...selfDispatchIssues(input),
    ...contractIssues(input),
    ...splitPayerIssues(input),
  ];
}

function headcountIssues({ unit, roster }: UnitCheckInput): readonly Issue[] {
  const approved = unit.approvedHeadcount;
  if (approved === undefined || roster.workers.length <= approved) return [];
  const values = { found: roster.workers.length, approved };
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

function selfDispatchIssues({ unit, contracts, agencies }: UnitCheckInput): readonly Issue[] {
  const group = unit.ultimateParent ?? unit.creditCode;
  return contracts
    .filter((contract) => contract.unitId === unit.id && contract.mode === "dispatch")
    .flatMap((contract) => {
      const agency = agencies.find((candidate) => candidate.id === contract.agencyId);
      if (agency === undefined || (agency.ultimateParent ?? agency.creditCode) !== group) return [];
      const subject = { unitId: unit.id, contractId: contract.id, agencyId: agency.id };
      return [createIssue(coreIssues, "self-dispatch", { contract: contract.id }, { subject })];
    });
}

function contractIssues({ unit, planned, contracts }: UnitCheckInput): readonly Issue[] {
  return contracts
    .filter((contract) => contract.unitId === unit.id)
    .flatMap((contract) => {
      const workers = planned.filter((entry) => entry.contract?.id === contract.id);
      const subject = { unitId: unit.id, contractId: contract.id, agencyId: contract.agencyId };
      const values = { contract: contract.id, workers: workers.length };
      const issues: Issue[] = [];
      const isOpen = workers.some(
        (entry) => entry.decision.branch === "2B" && entry.settledContract === contract,
      );
      if (isOpen) issues.push(createIssue(coreIssues, "agency-reselection-open", values, { subject }));
      const paidByUnit = workers.filter((entry) => (entry.worker.unitPaidFen ?? 0) > 0).length;
      if (contract.mode === "outsourcing" && paidByUnit > 0) {
        const indicators = { ...values, paidByUnit };
        issues.push(createIssue(coreIssues, "outsourcing-looks-like-dispatch", indicators, { subject }));
      }
      return issues;
    });
}

function splitPayerIssues({ unit, planned }: UnitCheckInput): readonly Issue[] {
  const workers = planned.filter((entry) => entry.flags.includes("N18")).length;
  if (workers === 0) return [];
  return [createIssue(coreIssues, "split-payer", { workers }, { subject: { unitId: unit.id } })];
}
