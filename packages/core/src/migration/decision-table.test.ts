import { describe, expect, it } from "vitest";
import type { AmbiguityId } from "./ambiguities.js";
import type { Branch } from "./branches.js";
import { decideRoute, decisionTable } from "./decision-table.js";
import { contradictions, migrationFactValues, type MigrationFacts } from "./facts.js";

const keptDispatch: MigrationFacts = {
  status: "existing",
  scope: "covered",
  headcount: "within",
  post: "ordinary",
  mode: "dispatch",
  agencyContract: "active",
  agencyChoice: "keep",
  approval: "none",
  targetMode: "same",
  services: "none",
  funding: "fiscal",
  consent: "yes",
};
const direct: MigrationFacts = {
  ...keptDispatch,
  mode: "direct",
  agencyContract: "none",
  agencyChoice: "unsaid",
};
const newHire: MigrationFacts = { ...direct, status: "new-hire", mode: "none", targetMode: "dispatch" };

/** Every combination of facts there is, sensible or not. */
function* everyCombination(): Generator<MigrationFacts> {
  const v = migrationFactValues;
  for (const status of v.status)
    for (const scope of v.scope)
      for (const headcount of v.headcount)
        for (const post of v.post)
          for (const mode of v.mode)
            for (const agencyContract of v.agencyContract)
              for (const agencyChoice of v.agencyChoice)
                for (const approval of v.approval)
                  for (const targetMode of v.targetMode)
                    for (const services of v.services)
                      for (const funding of v.funding)
                        for (const consent of v.consent)
                          yield {
                            status,
                            scope,
                            headcount,
                            post,
                            mode,
                            agencyContract,
                            agencyChoice,
                            approval,
                            targetMode,
                            services,
                            funding,
                            consent,
                          };
}

/** The long form of the table in plain sentences: first the branch, then the readings it rests on. */
function readLongForm(facts: MigrationFacts): string {
  const supplied = facts.mode === "dispatch" || facts.mode === "outsourcing";
  if (facts.status === "new-hire" && (facts.mode !== "none" || facts.targetMode === "same"))
    return "contradiction";
  if (facts.status === "existing" && facts.mode === "none") return "contradiction";
  if (!supplied && facts.agencyContract !== "none") return "contradiction";
  const branch = longFormBranch(facts, supplied);
  if (branch === "unapproved") return branch;
  const moves = branch === "2B" || branch === "3A" || branch === "3D";
  if (moves && facts.consent === "no") return "R N10";
  return [branch, ...longFormReadings(facts, supplied, branch)].join(" ");
}

function changesMode(facts: MigrationFacts): boolean {
  return facts.targetMode !== "same" && facts.targetMode !== facts.mode;
}

function longFormBranch(facts: MigrationFacts, supplied: boolean): Branch | "unapproved" {
  if (facts.scope !== "covered") return "X";
  if (facts.headcount === "over") return "X";
  if (facts.post === "public-welfare") return "P0";
  const hosted = facts.services === "ordered" ? "1B" : "1A";
  if (facts.status === "new-hire") {
    if (facts.targetMode !== "direct") return "3B";
    return facts.approval === "approved" ? hosted : "unapproved";
  }
  if (changesMode(facts)) return "3A";
  if (supplied) {
    if (facts.agencyContract !== "active" || facts.agencyChoice === "leave") return "2B";
    return facts.services === "ordered" ? "3C" : "2A";
  }
  if (facts.approval === "approved") return hosted;
  if (facts.approval === "pending") return "1P"; // whatever the funds: nothing moves before the task force decides
  if (facts.funding === "own-or-special") return "3D";
  return facts.approval === "rejected" ? "3A" : "1P";
}

function longFormReadings(facts: MigrationFacts, supplied: boolean, branch: Branch): readonly AmbiguityId[] {
  const found = new Set<AmbiguityId>();
  const isHosted = branch === "1A" || branch === "1B";
  const isKept = branch === "2A" || branch === "3C";
  const isMoved = branch === "2B" || branch === "3A" || branch === "3D";
  const wantsOther = branch === "3A" && changesMode(facts);
  const hasLapsed = supplied && facts.agencyContract !== "active";
  if (facts.scope === "not-covered") found.add("N14");
  if (branch === "P0") found.add("N12");
  if (branch === "1P" || (branch === "3A" && !wantsOther)) found.add("N1");
  if (branch === "3A" || branch === "3D") found.add("N2");
  if (isHosted || branch === "1P") found.add("N3").add("N20");
  if (isHosted) found.add("N13");
  if (isKept) found.add("N4").add("N8");
  if (wantsOther && supplied && (hasLapsed || facts.agencyChoice === "leave")) found.add("N5");
  if (wantsOther && facts.mode === "direct" && facts.approval === "approved") found.add("N6");
  if (branch === "2B") found.add("N7");
  if (isMoved) found.add("N9").add("N15");
  const keepsCase = isHosted || isKept || branch === "2B" || branch === "1P";
  if (facts.funding === "own-or-special" && (keepsCase || branch === "3D")) found.add("N11");
  if (isMoved && hasLapsed) found.add("N16");
  if (isHosted && facts.status === "new-hire") found.add("N17");
  const compares = isHosted || branch === "1P" || isKept || isMoved;
  if (compares && facts.status === "existing") found.add("N19");
  return [...found].toSorted();
}

function decided(facts: MigrationFacts): string {
  const result = decideRoute(facts);
  if (result.ok) return [result.value.branch, ...result.value.flags.toSorted()].join(" ");
  const codes = result.issues.map((issue) => issue.code).join();
  if (codes === "migration-facts-contradict") return "contradiction";
  return codes === "new-hire-direct-unapproved" ? "unapproved" : codes;
}

describe("decideRoute", () => {
  it("agrees with the long form on every combination of facts, readings included", () => {
    const differences: string[] = [];
    const reached = new Set<string>();
    const refused = new Set<string>();
    let combinations = 0;
    for (const facts of everyCombination()) {
      combinations += 1;
      const expected = readLongForm(facts);
      const found = decided(facts);
      if (found !== expected && differences.length < 5) {
        differences.push(`${JSON.stringify(facts)}: ${found} instead of ${expected}`);
      }
      const result = decideRoute(facts);
      if (result.ok) reached.add(result.value.row);
      else refused.add(result.issues.map((issue) => issue.code).join());
    }
    expect(differences).toEqual([]);
    expect(combinations).toBe(2 * 3 * 2 * 2 * 4 * 3 * 3 * 4 * 4 * 2 * 3 * 3);
    // 8-unapproved shows as its issue, 9b is the refusal on top of the table.
    const rows = decisionTable.map((row) => row.id).filter((id) => id !== "8-unapproved");
    expect([...reached].toSorted()).toEqual([...rows, "9b"].toSorted());
    expect([...refused].toSorted()).toEqual(["migration-facts-contradict", "new-hire-direct-unapproved"]);
  });

  it.each([
    // what, facts, row, branch
    ["established staff", { ...direct, scope: "established" }, "9c-established", "X"],
    ["a unit that is not covered", { ...direct, scope: "not-covered" }, "9c-not-covered", "X"],
    ["a hire beyond the approved headcount", { ...newHire, headcount: "over" }, "9c-headcount", "X"],
    [
      "scope before the public-welfare post",
      { ...direct, scope: "not-covered", post: "public-welfare" },
      "9c-not-covered",
      "X",
    ],
    ["a public-welfare post", { ...direct, post: "public-welfare" }, "9a", "P0"],
    ["a public-welfare post before a new hire", { ...newHire, post: "public-welfare" }, "9a", "P0"],
    [
      "a public-welfare post before a change of mode",
      { ...direct, post: "public-welfare", targetMode: "dispatch" },
      "9a",
      "P0",
    ],
    ["a new hire through an agency", newHire, "7", "3B"],
    [
      "a new hire employed directly with approval",
      { ...newHire, targetMode: "direct", approval: "approved" },
      "8",
      "1A",
    ],
    [
      "the same with services",
      { ...newHire, targetMode: "direct", approval: "approved", services: "ordered" },
      "8-services",
      "1B",
    ],
    ["a change of mode", { ...keptDispatch, targetMode: "outsourcing" }, "6", "3A"],
    [
      "a change of mode before leaving the agency",
      { ...keptDispatch, targetMode: "outsourcing", agencyChoice: "leave" },
      "6",
      "3A",
    ],
    [
      "a change of mode before the approved list",
      { ...direct, approval: "approved", targetMode: "dispatch" },
      "6",
      "3A",
    ],
    ["the mode one has, wanted", { ...keptDispatch, targetMode: "dispatch" }, "3", "2A"],
    ["an agency kept", keptDispatch, "3", "2A"],
    ["an agency not yet decided on", { ...keptDispatch, agencyChoice: "unsaid" }, "5", "2A"],
    ["an agency kept and services bought", { ...keptDispatch, services: "ordered" }, "10", "3C"],
    ["an agency left", { ...keptDispatch, agencyChoice: "leave" }, "4", "2B"],
    [
      "an agency left before services",
      { ...keptDispatch, agencyChoice: "leave", services: "ordered" },
      "4",
      "2B",
    ],
    ["a lapsed contract", { ...keptDispatch, agencyContract: "lapsed" }, "4-lapsed", "2B"],
    [
      "an outsourced worker's lapsed contract",
      { ...keptDispatch, mode: "outsourcing", agencyContract: "lapsed" },
      "4-lapsed",
      "2B",
    ],
    ["an agency before the approved list", { ...keptDispatch, approval: "approved" }, "3", "2A"],
    ["an approved direct hire", { ...direct, approval: "approved" }, "1", "1A"],
    [
      "an approved direct hire with services",
      { ...direct, approval: "approved", services: "ordered" },
      "1-services",
      "1B",
    ],
    [
      "an approved direct hire on own funds",
      { ...direct, approval: "approved", funding: "own-or-special" },
      "1",
      "1A",
    ],
    ["a pending direct hire", { ...direct, approval: "pending" }, "2", "1P"],
    ["a direct hire on no list", direct, "2", "1P"],
    ["a direct hire of an enterprise", { ...direct, funding: "enterprise" }, "2", "1P"],
    ["a rejected direct hire", { ...direct, approval: "rejected" }, "2-rejected", "3A"],
    ["own funds and on no list", { ...direct, funding: "own-or-special" }, "9", "3D"],
    [
      "own funds and pending: nothing moves before the task force decides",
      { ...direct, approval: "pending", funding: "own-or-special" },
      "2",
      "1P",
    ],
    ["own funds and rejected", { ...direct, approval: "rejected", funding: "own-or-special" }, "9", "3D"],
  ] as const)("sends %s to its row", (_, facts, row, branch) => {
    const result = decideRoute(facts);
    expect(result.ok && [result.value.row, result.value.branch]).toEqual([row, branch]);
  });

  it.each([
    ["an agency left", { ...keptDispatch, agencyChoice: "leave" }, "R"],
    ["a changed mode", { ...keptDispatch, targetMode: "outsourcing" }, "R"],
    ["a rejected direct hire", { ...direct, approval: "rejected" }, "R"],
    ["own funds", { ...direct, funding: "own-or-special" }, "R"],
    ["an agency kept", keptDispatch, "2A"],
    ["services on top", { ...keptDispatch, services: "ordered" }, "3C"],
    ["an approved direct hire", { ...direct, approval: "approved" }, "1A"],
    ["an interim direct hire", direct, "1P"],
    ["a public-welfare post", { ...direct, post: "public-welfare" }, "P0"],
    ["a new hire", newHire, "3B"],
    ["somebody out of scope", { ...keptDispatch, scope: "established", agencyChoice: "leave" }, "X"],
  ] as const)("lets a refusal count with %s only where the labour relation moves: %s", (_, facts, branch) => {
    const result = decideRoute({ ...facts, consent: "no" });
    expect(result.ok && result.value.branch).toBe(branch);
    expect(result.ok && (result.value.row === "9b") === (branch === "R")).toBe(true);
  });

  it("takes a worker who was not asked along for the time being", () => {
    const result = decideRoute({ ...keptDispatch, agencyChoice: "leave", consent: "not-asked" });
    expect(result.ok && result.value.branch).toBe("2B");
  });

  it.each([
    [direct, false],
    [{ ...direct, services: "ordered" }, true],
    [{ ...direct, post: "public-welfare", services: "ordered" }, true],
    [{ ...keptDispatch, agencyChoice: "leave", services: "ordered" }, true],
    [{ ...keptDispatch, agencyChoice: "leave", services: "ordered", consent: "no" }, false],
    [{ ...direct, scope: "established", services: "ordered" }, false],
  ] as const)("notes a service order on top of the route: %j, %s", (facts, hasServiceOrder) => {
    const result = decideRoute(facts);
    expect(result.ok && result.value.hasServiceOrder).toBe(hasServiceOrder);
  });

  it("gives every row an id of its own", () => {
    const ids = decisionTable.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("contradictions", () => {
  it.each([
    [keptDispatch, []],
    [direct, []],
    [newHire, []],
    [{ ...newHire, mode: "direct" }, ["status/mode"]],
    [{ ...direct, mode: "none" }, ["status/mode"]],
    [{ ...newHire, targetMode: "same" }, ["status/targetMode"]],
    [{ ...direct, agencyContract: "active" }, ["mode/agencyContract"]],
    [{ ...direct, agencyContract: "lapsed" }, ["mode/agencyContract"]],
    [
      { ...newHire, agencyContract: "active", targetMode: "same" },
      ["status/targetMode", "mode/agencyContract"],
    ],
  ] as const)("of %j are %j", (facts, fields) => {
    expect(contradictions(facts)).toEqual(fields);
    const result = decideRoute(facts);
    expect(result.ok).toBe(fields.length === 0);
    for (const field of fields) expect(result.issues[0]?.message.en).toContain(field);
  });
});
