import type { EmployingMode } from "../parties/agency-contract.js";

/**
 * What decides the route of one worker. Every field is one of a few words, so the whole space can be
 * enumerated.
 */
export interface MigrationFacts {
  readonly status: "existing" | "new-hire";
  /** `established`: on the establishment; `not-covered`: the unit is outside P2-1. Neither is migrated. */
  readonly scope: "covered" | "established" | "not-covered";
  readonly headcount: "within" | "over";
  readonly post: "ordinary" | "public-welfare";
  /** Employing mode now; `none` for a new hire. */
  readonly mode: EmployingMode | "none";
  /** The contract under which the worker is supplied now. */
  readonly agencyContract: "active" | "lapsed" | "none";
  readonly agencyChoice: "keep" | "leave" | "unsaid";
  /** Standing on the task force's list of direct hires. */
  readonly approval: "approved" | "pending" | "rejected" | "none";
  /** Mode that the unit wants; `same` keeps what there is. */
  readonly targetMode: EmployingMode | "same";
  readonly services: "none" | "ordered";
  readonly funding: "fiscal" | "own-or-special" | "enterprise";
  readonly consent: "yes" | "no" | "not-asked";
}

/** Every value of every field, in one place: the decision table is tested over their whole product. */
export const migrationFactValues: {
  readonly [Field in keyof MigrationFacts]: readonly MigrationFacts[Field][];
} = {
  status: ["existing", "new-hire"],
  scope: ["covered", "established", "not-covered"],
  headcount: ["within", "over"],
  post: ["ordinary", "public-welfare"],
  mode: ["direct", "dispatch", "outsourcing", "none"],
  agencyContract: ["active", "lapsed", "none"],
  agencyChoice: ["keep", "leave", "unsaid"],
  approval: ["approved", "pending", "rejected", "none"],
  targetMode: ["same", "direct", "dispatch", "outsourcing"],
  services: ["none", "ordered"],
  funding: ["fiscal", "own-or-special", "enterprise"],
  consent: ["yes", "no", "not-asked"],
};

/**
 * The pairs of facts that cannot both be true of one worker; empty when the facts fit together.
 *
 * A new hire has no mode yet and has to be given one; only a supplied worker stands under an agency's
 * contract.
 *
 * @returns the names of the two fields, such as `status/mode`
 * @example
 * contradictions({
 *   status: "existing", scope: "covered", headcount: "within", post: "ordinary", mode: "direct",
 *   agencyContract: "active", agencyChoice: "keep", approval: "none", targetMode: "same",
 *   services: "none", funding: "fiscal", consent: "yes",
 * }); // => ["mode/agencyContract"]
 */
export function contradictions(facts: MigrationFacts): readonly string[] {
  const found: string[] = [];
  const isNew = facts.status === "new-hire";
  if (isNew !== (facts.mode === "none")) found.push("status/mode");
  if (isNew && facts.targetMode === "same") found.push("status/targetMode");
  const isSupplied = facts.mode === "dispatch" || facts.mode === "outsourcing";
  if (!isSupplied && facts.agencyContract !== "none") found.push("mode/agencyContract");
  return found;
}
