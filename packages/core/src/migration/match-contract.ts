import type { PlainDate } from "../calendar/plain-date.js";
import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import type { HrAgency } from "../parties/hr-agency.js";
import type { Worker } from "../parties/worker.js";

/** The contract a worker is supplied under, as far as the lists tell. */
export interface ContractMatch {
  readonly standing: "active" | "lapsed" | "none";
  readonly contract?: AgencyContract;
  /** The contract with a newly chosen agency that takes its place. */
  readonly successor?: AgencyContract;
  readonly issues: readonly Issue[];
}

/**
 * Finds the contract of a worker by unit, agency name and mode.
 *
 * @returns the contract and whether it is in force on `day`; the issues `agency-unknown`,
 *   `agency-contract-missing`, `agency-contract-ambiguous` (all errors: the payee is not known) and
 *   `agency-contract-lapsed`
 */
export function matchContract(
  worker: Worker,
  contracts: readonly AgencyContract[],
  agencies: readonly HrAgency[],
  day: PlainDate,
): ContractMatch {
  if (worker.mode === "direct") return { standing: "none", issues: [] };
  const agency = agencies.find((candidate) => sameName(candidate.name, worker.agencyName ?? ""));
  if (agency === undefined) {
    return {
      standing: "none",
      issues: [createIssue(coreIssues, "agency-unknown", { found: worker.agencyName ?? "" })],
    };
  }
  const candidates = contracts.filter(
    (contract) =>
      contract.unitId === worker.unitId &&
      contract.agencyId === agency.id &&
      contract.mode === worker.mode &&
      contract.replaces === undefined,
  );
  const inForce = candidates.filter((contract) => contract.expiresOn >= day && contract.signedOn <= day);
  if (inForce.length > 1) {
    const values = { contracts: inForce.map((contract) => contract.id).join(", ") };
    return { standing: "active", issues: [createIssue(coreIssues, "agency-contract-ambiguous", values)] };
  }
  const contract = inForce[0] ?? candidates.toSorted(byExpiry).at(-1);
  if (contract === undefined) {
    const values = { unit: worker.unitId, agency: agency.id, mode: worker.mode };
    return { standing: "none", issues: [createIssue(coreIssues, "agency-contract-missing", values)] };
  }
  const successor = contracts.find((candidate) => candidate.replaces === contract.id);
  const found = { contract, ...(successor === undefined ? {} : { successor }) };
  if (inForce.length === 1) return { standing: "active", issues: [], ...found };
  const values = { contract: contract.id, expiresOn: contract.expiresOn };
  return {
    standing: "lapsed",
    issues: [createIssue(coreIssues, "agency-contract-lapsed", values)],
    ...found,
  };
}

function byExpiry(a: AgencyContract, b: AgencyContract): number {
  return a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : 0;
}

/** Names compare without spaces and with brackets of either width. */
function sameName(left: string, right: string): boolean {
  return plainName(left) === plainName(right);
}

function plainName(name: string): string {
  return name.replace(/\s/g, "").replace(/（/g, "(").replace(/）/g, ")");
}
