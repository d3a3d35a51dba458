import { describe, expect, it } from "vitest";
import { clauseOf } from "../policy/clauses.js";
import { branchDefinitions, type Branch } from "./branches.js";
import type { DocumentKind } from "./documents.js";

const branches = Object.keys(branchDefinitions) as Branch[];

/** Asked for on every branch that touches an existing worker: P2-3.3 and P2-4.2. */
const everywhere: readonly DocumentKind[] = ["talk-record", "three-unchanged-notice", "no-gap-proof"];

const procured: readonly DocumentKind[] = [
  "mode-change-decision",
  "budget-approval",
  "quotation-record",
  "labour-contract-with-tenure",
  "labour-use-agreement",
  "dispatch-post-record",
  ...everywhere,
];

describe("branchDefinitions", () => {
  it.each([
    [
      "1A",
      ["labour-contract", "list-approval", "payroll-disbursement-agreement", "card-consent", ...everywhere],
    ],
    [
      "1B",
      [
        "labour-contract",
        "list-approval",
        "payroll-disbursement-agreement",
        "card-consent",
        "service-order",
        ...everywhere,
      ],
    ],
    // as 1A, but there is no approval yet and the agreement is marked interim
    ["1P", ["labour-contract", "payroll-disbursement-agreement-interim", "card-consent", ...everywhere]],
    ["2A", ["old-contract-reference", "tripartite-contract", "fee-schedule-equal", ...everywhere]],
    [
      "2B",
      [
        "old-agency-closing-statement",
        "explanation-record",
        "selection-record",
        "tripartite-contract",
        "labour-contract-with-tenure",
        "labour-use-agreement",
        "withholding-agent-disclosure",
        ...everywhere,
      ],
    ],
    ["3A", procured],
    ["3D", procured],
    // a new hire has nothing that could change or break
    ["3B", ["headcount-approval", "purchase-order", "labour-contract", "labour-use-agreement"]],
    // as 2A, with the order for what is bought on top
    [
      "3C",
      ["old-contract-reference", "tripartite-contract", "fee-schedule-equal", "service-order", ...everywhere],
    ],
    ["P0", ["payroll-disbursement-agreement", "card-consent", ...everywhere]],
    ["R", ["refusal-record", "severance-calculation", "insurance-stop-date", ...everywhere]],
    ["X", []],
  ] as const)("asks on branch %s for the documents of its reading and no others", (branch, documents) => {
    const found = branchDefinitions[branch].documents;
    expect(new Set(found)).toEqual(new Set(documents));
    expect(found).toHaveLength(documents.length);
  });

  it.each([
    // route, employer of record, withholding agent, platform pays, agency's fee, service years, severance
    ["1A", "payroll-hosting", "unit", "unchanged", "worker", "none", "untouched", "none"],
    ["1B", "payroll-hosting", "unit", "unchanged", "worker", "service-order", "untouched", "none"],
    ["1P", "payroll-hosting", "unit", "unchanged", "worker", "none", "untouched", "none"],
    ["2A", "tripartite-transfer", "same-agency", "unchanged", "agency", "old-terms", "untouched", "none"],
    [
      "2B",
      "agency-reselection",
      "new-agency",
      "restarts",
      "agency",
      "at-most-original-cost",
      "merged",
      "none",
    ],
    ["3A", "commissioned-procurement", "agency", "restarts", "agency", "quote", "merged", "none"],
    ["3B", "commissioned-procurement", "agency", "new", "agency", "quote", "new", "none"],
    ["3C", "commissioned-procurement", "same-agency", "unchanged", "agency", "quote", "untouched", "none"],
    ["3D", "commissioned-procurement", "agency", "restarts", "agency", "quote", "merged", "none"],
    ["P0", "payroll-hosting", "unit", "unchanged", "worker", "none", "untouched", "none"],
    ["R", "refusal", "none", "none", "nobody", "none", "ended", "by-law"],
    ["X", "out-of-scope", "unit", "unchanged", "nobody", "none", "untouched", "none"],
  ] as const)("brings on branch %s what the long form says", (branch, ...row) => {
    const found = branchDefinitions[branch];
    expect([
      found.route,
      found.employerOfRecordAfter,
      found.withholdingAgent,
      found.platformPays,
      found.agencyFee,
      found.serviceYears,
      found.severance,
    ]).toEqual(row);
  });

  it("moves the labour relation on 2B, 3A and 3D only", () => {
    expect(branches.filter((branch) => branchDefinitions[branch].relationMoves)).toEqual(["2B", "3A", "3D"]);
  });

  it("merges service years in writing, restarts withholding and compares conditions where the relation moves", () => {
    for (const branch of branches) {
      const { relationMoves, serviceYears, withholdingAgent, documents, threeUnchanged } =
        branchDefinitions[branch];
      expect(serviceYears === "merged").toBe(relationMoves);
      expect(withholdingAgent === "restarts").toBe(relationMoves);
      expect(documents.includes("labour-contract-with-tenure")).toBe(relationMoves);
      if (relationMoves) expect(threeUnchanged).toBe("required");
    }
  });

  it("keeps the three unchanged for everybody but new hires, those who leave and those outside", () => {
    const free = branches.filter((branch) => branchDefinitions[branch].threeUnchanged === "not-applicable");
    expect(free).toEqual(["3B", "R", "X"]);
  });

  it("marks the way of a worker without approval as interim, and no other", () => {
    expect(branches.filter((branch) => branchDefinitions[branch].interim)).toEqual(["1P"]);
  });

  it("names the reason of every procurement", () => {
    expect(branches.map((branch) => branchDefinitions[branch].reason).filter(Boolean)).toEqual([
      "mode-change",
      "new-hire",
      "added-service",
      "self-funded",
    ]);
  });

  it.each(branches)("cites clauses for branch %s that the policy has", (branch) => {
    const { clauses } = branchDefinitions[branch];
    expect(clauses.length).toBeGreaterThan(0);
    for (const clause of clauses) expect(() => clauseOf(clause)).not.toThrow();
  });
});
