import type { PlainDate } from "../calendar/plain-date.js";
import { foldFullWidth } from "../identifiers/normalise.js";
import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { employingModeNames, type AgencyContract } from "../parties/agency-contract.js";
import { maskPersonalIn } from "../issues/mask.js";
import type { HrAgency } from "../parties/hr-agency.js";
import type { Worker } from "../parties/worker.js";

/** The contract a worker is supplied under, as far as the lists tell. */
export interface ContractMatch {
  /** `lapsed`: expired before the day, and the worker is still there (N16). */
  readonly standing: "active" | "lapsed" | "none";
  readonly contract?: AgencyContract;
  /** The contract with a newly chosen agency that takes its place and is in force. */
  readonly successor?: AgencyContract;
  /** Errors only: who has to be paid is not known. */
  readonly issues: readonly Issue[];
}

/**
 * Finds the contract of a worker by unit, agency name and mode.
 *
 * @param worker names compare without spaces and with letters and brackets of either width
 * @param day the contract has to be signed on or before it and not to expire before it
 * @returns the contract and its standing on `day`; the errors `agency-unknown`, `agency-contract-missing` and
 *   `agency-contract-ambiguous` (also when several contracts take the place of one)
 */
export function matchContract(
  worker: Worker,
  contracts: readonly AgencyContract[],
  agencies: readonly HrAgency[],
  day: PlainDate,
): ContractMatch {
  if (worker.mode === "direct") return { standing: "none", issues: [] };
  const agencyName = plainName(worker.agencyName ?? "");
  const agency = agencies.find((candidate) => plainName(candidate.name) === agencyName);
  if (agency === undefined) return unknownAgency(worker.agencyName ?? "");
  const candidates = contracts.filter(
    (contract) =>
      contract.unitId === worker.unitId &&
      contract.agencyId === agency.id &&
      contract.mode === worker.mode &&
      contract.replaces === undefined,
  );
  const inForce = candidates.filter((contract) => isInForce(contract, day));
  if (inForce.length > 1) return ambiguous(inForce);
  // A contract that begins later is none yet.
  const contract = inForce[0] ?? lastToExpire(candidates.filter((candidate) => candidate.expiresOn < day));
  if (contract === undefined) {
    const { zh: modeZh, en: modeEn } = employingModeNames[worker.mode];
    const values = { unit: worker.unitId, agency: agency.id, modeZh, modeEn };
    return { standing: "none", issues: [createIssue(coreIssues, "agency-contract-missing", values)] };
  }
  const standing = inForce.length === 1 ? "active" : "lapsed";
  const successors = contracts.filter(
    (other) => other.replaces === contract.id && other.unitId === contract.unitId && isInForce(other, day),
  );
  if (successors.length > 1) return ambiguous(successors);
  const [successor] = successors;
  if (successor === undefined) return { standing, contract, issues: [] };
  if (!agencies.some((candidate) => candidate.id === successor.agencyId)) {
    return unknownAgency(successor.agencyId);
  }
  return { standing, contract, successor, issues: [] };
}

function isInForce(contract: AgencyContract, day: PlainDate): boolean {
  return contract.signedOn <= day && day <= contract.expiresOn;
}

function lastToExpire(contracts: readonly AgencyContract[]): AgencyContract | undefined {
  const key = (contract: AgencyContract): string => `${contract.expiresOn} ${contract.id}`;
  return contracts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1);
}

function unknownAgency(found: string): ContractMatch {
  return {
    standing: "none",
    issues: [createIssue(coreIssues, "agency-unknown", { found: maskPersonalIn(found) })],
  };
}

function ambiguous(contracts: readonly AgencyContract[]): ContractMatch {
  const values = { contracts: contracts.map((contract) => contract.id).join(", ") };
  return { standing: "active", issues: [createIssue(coreIssues, "agency-contract-ambiguous", values)] };
}

function plainName(name: string): string {
  return foldFullWidth(name).replace(/\s/g, "");
}
