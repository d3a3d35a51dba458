import { coreIssues, type CoreIssueCode } from "../issues/catalogue.js";
import { createIssue } from "../issues/issue.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { branchDefinitions, type Branch, type BranchDefinition } from "./branches.js";
import { contradictions, type MigrationFacts } from "./facts.js";
import type { AmbiguityId } from "./ambiguities.js";

/** Values that a row asks of each field; a field that is not named may have any value. */
export type RowPattern = { readonly [Field in keyof MigrationFacts]?: readonly MigrationFacts[Field][] };

/** One row of the decision table: the first row whose pattern fits decides. */
export interface DecisionRow {
  /**
   * Number of the row in the policy's decision table, with a letter where the table has one row for several.
   */
  readonly id: string;
  readonly when: RowPattern;
  readonly then: { readonly branch: Branch } | { readonly issue: CoreIssueCode };
  readonly flags: readonly AmbiguityId[];
}

/** The route of one worker and why. */
export interface MigrationDecision {
  readonly row: string;
  readonly branch: Branch;
  readonly definition: BranchDefinition;
  readonly flags: readonly AmbiguityId[];
  /** True when extra services are ordered on top of the route (row 10). */
  readonly hasServiceOrder: boolean;
}

const supplied = ["dispatch", "outsourcing"] as const;

/**
 * The decision table, in the order of precedence of its long-form reading: out of scope, public-welfare post,
 * new hire, change of mode, existing agency, direct.
 */
export const decisionTable: readonly DecisionRow[] = [
  { id: "9c-established", when: { scope: ["established"] }, then: { branch: "X" }, flags: [] },
  { id: "9c-not-covered", when: { scope: ["not-covered"] }, then: { branch: "X" }, flags: ["N14"] },
  { id: "9c-headcount", when: { headcount: ["over"] }, then: { branch: "X" }, flags: [] },
  { id: "9a", when: { post: ["public-welfare"] }, then: { branch: "P0" }, flags: ["N12"] },
  {
    id: "8",
    when: { status: ["new-hire"], targetMode: ["direct"], approval: ["approved"], services: ["none"] },
    then: { branch: "1A" },
    flags: ["N17", "N13", "N3", "N20"],
  },
  {
    id: "8-services",
    when: { status: ["new-hire"], targetMode: ["direct"], approval: ["approved"] },
    then: { branch: "1B" },
    flags: ["N17", "N13", "N3", "N20"],
  },
  {
    id: "8-unapproved",
    when: { status: ["new-hire"], targetMode: ["direct"] },
    then: { issue: "new-hire-direct-unapproved" },
    flags: ["N17"],
  },
  { id: "7", when: { status: ["new-hire"] }, then: { branch: "3B" }, flags: [] },
  {
    id: "6",
    when: { targetMode: ["direct", "dispatch", "outsourcing"] },
    then: { branch: "3A" },
    flags: ["N2", "N9", "N15", "N19"],
  },
  {
    id: "4-lapsed",
    when: { mode: supplied, agencyContract: ["lapsed", "none"] },
    then: { branch: "2B" },
    flags: ["N16", "N7", "N9", "N15", "N19"],
  },
  {
    id: "4",
    when: { mode: supplied, agencyChoice: ["leave"] },
    then: { branch: "2B" },
    flags: ["N7", "N9", "N15", "N19"],
  },
  {
    id: "10",
    when: { mode: supplied, services: ["ordered"] },
    then: { branch: "3C" },
    flags: ["N4", "N8", "N19"],
  },
  {
    id: "3",
    when: { mode: supplied, agencyChoice: ["keep"] },
    then: { branch: "2A" },
    flags: ["N4", "N8", "N19"],
  },
  { id: "5", when: { mode: supplied }, then: { branch: "2A" }, flags: ["N4", "N8", "N19"] },
  {
    id: "1",
    when: { approval: ["approved"], services: ["none"] },
    then: { branch: "1A" },
    flags: ["N3", "N13", "N19", "N20"],
  },
  {
    id: "1-services",
    when: { approval: ["approved"] },
    then: { branch: "1B" },
    flags: ["N3", "N13", "N19", "N20"],
  },
  {
    id: "9",
    when: { approval: ["rejected", "none"], funding: ["own-or-special"] },
    then: { branch: "3D" },
    flags: ["N2", "N9", "N11", "N15", "N19"],
  },
  {
    id: "2-rejected",
    when: { approval: ["rejected"] },
    then: { branch: "3A" },
    flags: ["N1", "N2", "N9", "N15", "N19"],
  },
  {
    id: "2",
    when: { approval: ["pending", "none"] },
    then: { branch: "1P" },
    flags: ["N1", "N3", "N19", "N20"],
  },
];

/**
 * Decides the route of one worker.
 *
 * A refusal counts only where the labour relation would move (row 9b): elsewhere nothing changes for the
 * worker.
 *
 * @returns the decision, or the issue `migration-facts-contradict` (see {@link contradictions}) or
 *   `new-hire-direct-unapproved`
 * @example
 * const decision = decideRoute({
 *   status: "existing", scope: "covered", headcount: "within", post: "ordinary", mode: "dispatch",
 *   agencyContract: "active", agencyChoice: "keep", approval: "none", targetMode: "same", services: "none",
 *   funding: "fiscal", consent: "yes",
 * });
 * decision.ok && decision.value.definition.route; // => "tripartite-transfer"
 */
export function decideRoute(given: MigrationFacts): Parsed<MigrationDecision> {
  const conflicts = contradictions(given);
  if (conflicts.length > 0) {
    return failed(createIssue(coreIssues, "migration-facts-contradict", { fields: conflicts.join(", ") }));
  }
  // Wanting the mode one has is wanting no change.
  const facts: MigrationFacts = given.targetMode === given.mode ? { ...given, targetMode: "same" } : given;
  const row = decisionTable.find((candidate) => fits(candidate.when, facts));
  if (row === undefined) throw new Error("the decision table has a gap");
  if ("issue" in row.then) return failed(createIssue(coreIssues, row.then.issue));
  const definition = branchDefinitions[row.then.branch];
  const refuses = facts.consent === "no" && definition.relationMoves;
  const branch = refuses ? "R" : row.then.branch;
  return parsed({
    row: refuses ? "9b" : row.id,
    branch,
    definition: branchDefinitions[branch],
    flags: refuses ? ["N10"] : [...row.flags, ...factFlags(row.then.branch, facts)],
    hasServiceOrder: facts.services === "ordered" && branch !== "R" && branch !== "X",
  });
}

function fits(pattern: RowPattern, facts: MigrationFacts): boolean {
  return (Object.keys(pattern) as (keyof MigrationFacts)[]).every((field) =>
    (pattern[field] as readonly string[]).includes(facts[field]),
  );
}

/** Readings that rest on the facts rather than on the row. */
function factFlags(branch: Branch, facts: MigrationFacts): readonly AmbiguityId[] {
  const flags: AmbiguityId[] = [];
  if (branch === "3A" && facts.targetMode !== "same") {
    const isSupplied = facts.mode === "dispatch" || facts.mode === "outsourcing";
    const hasLapsed = isSupplied && facts.agencyContract !== "active";
    if (isSupplied && (facts.agencyChoice === "leave" || hasLapsed)) flags.push("N5");
    if (facts.mode === "direct" && facts.approval === "approved") flags.push("N6");
    if (hasLapsed) flags.push("N16");
  }
  if (keepingBranches.has(branch) && facts.funding === "own-or-special") flags.push("N11");
  return flags;
}

/**
 * Branches that keep an approved direct hire or an agency, whatever the funds (N11); 1P keeps a hire for as
 * long as the application is pending.
 */
const keepingBranches: ReadonlySet<Branch> = new Set(["1A", "1B", "1P", "2A", "2B", "3C"]);
