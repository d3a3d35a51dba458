import { describe, expect, it } from "vitest";
import { contractOf, facts, lineOf, monthOf, suppliedBy, yuan } from "../__fixtures__/unit-month.js";
import { readStatementInput } from "./read-input.js";
import { settleUnit } from "./settle-unit.js";
import type { UnitMonth } from "./statement-input.js";

const contract = contractOf("C-1", { kind: "per-head", monthlyFen: yuan(60) });
const month = monthOf([suppliedBy(contract, "W1"), lineOf("W2")], [contract]);

describe("readStatementInput", () => {
  it.each<readonly [string, Partial<UnitMonth>, readonly (readonly [string, unknown])[]]>([
    [
      "a worker twice",
      { workers: [lineOf("W2"), lineOf("W1"), lineOf("W2")] },
      [["worker-repeated", { workerId: "W2" }]],
    ],
    [
      "a worker three times",
      { workers: [lineOf("W2"), lineOf("W2"), lineOf("W2")] },
      [["worker-repeated", { workerId: "W2" }]],
    ],
    ["a contract twice", { contracts: [contract, contract] }, [["contract-repeated", { contractId: "C-1" }]]],
    [
      "a contract that is not there",
      { contracts: [] },
      [["contract-missing", { workerId: "W1", contractId: "C-1" }]],
    ],
    [
      "an agency that is not there",
      { agencies: [] },
      [["agency-missing", { contractId: "C-1", agencyId: "general" }]],
    ],
    [
      "more months at the agent than the year has",
      { workers: [lineOf("W1", { monthsAtAgent: 4 })] },
      [["agent-months-impossible", { workerId: "W1" }]],
    ],
    [
      "everything at once",
      {
        workers: [suppliedBy(contract, "W1", { monthsAtAgent: 12 }), lineOf("W2"), lineOf("W2")],
        contracts: [],
      },
      [
        ["worker-repeated", { workerId: "W2" }],
        ["contract-missing", { workerId: "W1", contractId: "C-1" }],
        ["agent-months-impossible", { workerId: "W1" }],
      ],
    ],
    ["nothing that is wrong", {}, []],
  ])("finds %s", (_, differences, expected) => {
    const read = readStatementInput({ ...month, ...differences });
    expect(read.issues.map((issue) => [issue.code, issue.subject])).toEqual(expected);
    expect(read.ok).toBe(expected.length === 0);
  });

  it.each([
    ["a fraction of a fen", { receivedFen: 0.5 }, "/receivedFen"],
    ["a negative receipt", { receivedFen: -1 }, "/receivedFen"],
    ["a month of the year 13", { period: "2024-13" }, "/period"],
    [
      "a risk class that is not one",
      { unit: { ...month.unit, workInjuryClass: 9 } },
      "/unit/workInjuryClass",
    ],
    [
      "a rate above the whole",
      { workers: [{ ...lineOf("W1"), housingFundRate: 1_000_001 }] },
      "/workers/0/housingFundRate",
    ],
    [
      "a negative deduction",
      { workers: [{ ...lineOf("W1"), otherDeductions: [{ kind: "agreed", amountFen: -1 }] }] },
      "/workers/0/otherDeductions/0/amountFen",
    ],
    [
      "a line whose money goes from a project's account",
      { workers: [{ ...lineOf("W1"), route: "project-account" }] },
      "/workers/0/route",
    ],
    [
      "a line that the host of an internship pays",
      { workers: [{ ...lineOf("W1"), route: "direct-from-host" }] },
      "/workers/0/route",
    ],
    [
      "a line of public funds",
      { workers: [{ ...lineOf("W1"), route: "public-fund-account" }] },
      "/workers/0/route",
    ],
    [
      "a deduction of another kind",
      { workers: [{ ...lineOf("W1"), otherDeductions: [{ kind: "fine", amountFen: 1 }] }] },
      "/workers/0/otherDeductions/0/kind",
    ],
  ])("refuses %s", (_, differences, path) => {
    const read = readStatementInput({ ...month, ...differences });
    expect(read.issues.map((issue) => [issue.code, issue.path])).toEqual([["schema-invalid", path]]);
  });

  it("says in both languages why a line of another route is refused, and takes one of its own", () => {
    const read = (route: string) =>
      readStatementInput({ ...month, contracts: [], workers: [{ ...lineOf("W1"), route }] });
    expect(read("project-account").issues[0]?.message.zh).toContain("不得经平台账户");
    expect(read("project-account").issues[0]?.message.en).toContain("may not pass through the platform");
    expect(read("through-platform").ok).toBe(true);
  });

  it("leaves out members that a statement does not have", () => {
    const unit = { ...month.unit, nature: "fully-funded", approvedHeadcount: 30 };
    const agencies = month.agencies.map((agency) => ({ ...agency, creditCode: "x" }));
    const read = readStatementInput({ ...month, unit, agencies, extra: 1 });
    expect(read.ok && read.value).toEqual({ ...month, agencies: month.agencies });
  });

  it("brings lists into the order of their ids", () => {
    const read = readStatementInput({ ...month, workers: month.workers.toReversed() });
    expect(read.ok && read.value.workers.map(({ workerId }) => workerId)).toEqual(["W1", "W2"]);
  });
});

describe("settleUnit on amounts beyond the safe range", () => {
  it("answers with an issue", () => {
    const huge = [{ kind: "basic", amountFen: yuan(90_000_000_000_000) } as const];
    const settled = settleUnit(monthOf([lineOf("W1", { pay: huge }), lineOf("W2", { pay: huge })]), facts);
    expect(settled.ok ? [] : settled.issues.map((issue) => issue.code)).toEqual(["amounts-out-of-range"]);
  });
});
