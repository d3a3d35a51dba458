import { describe, expect, it } from "vitest";
import {
  aContract,
  aDispatchedWorker,
  anAgency,
  anApproval,
  aWorker,
  outline,
  planOf,
  townFacts,
} from "../__fixtures__/small-town.js";
import { period, plainDate } from "../calendar/plain-date.js";
import { fen } from "../money/fen.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import type { DirectHireApproval } from "../parties/direct-hire-approval.js";
import type { Worker } from "../parties/worker.js";
import { planMigration, type PlanInput } from "./plan.js";

function plan(workers: readonly Worker[], changes: Partial<PlanInput> = {}): ReturnType<typeof outline> {
  return outline(planMigration(planOf(workers, changes)));
}

describe("direct hires in a plan", () => {
  it("go the interim way without approval, with a decision for each", () => {
    const found = planMigration(planOf([aWorker(), aWorker()]));
    expect(outline(found)).toEqual({
      branches: ["1P", "1P"],
      heldOut: 0,
      codes: ["direct-hire-not-approved", "direct-hire-not-approved"],
    });
    expect(found.issues[0]).toMatchObject({ severity: "needs-decision", clause: "P2-3.2.1" });
    expect(found.workers[0]?.decision.definition.interim).toBe(true);
    expect(found.workers[0]).toMatchObject({ employerOfRecordId: "U01", withholdingAgentId: "U01" });
  });

  it.each<[string, readonly Partial<DirectHireApproval>[], string, readonly string[]]>([
    ["one that is approved", [{}], "1A", []],
    ["one that is pending", [{ status: "pending" }], "1P", ["direct-hire-approval-pending"]],
    ["one that is rejected", [{ status: "rejected" }], "3A", ["procurement-open"]],
    ["one for another unit", [{ unitId: "U02" }], "1P", ["direct-hire-not-approved"]],
    [
      "one for another person",
      [{ documentNumber: "36049919900101001X" }],
      "1P",
      ["direct-hire-not-approved"],
    ],
    ["a pending one, then an approval", [{ status: "pending", approvedOn: undefined }, {}], "1A", []],
    ["an approval, then a pending one", [{}, { status: "pending", approvedOn: undefined }], "1A", []],
    ["an approval of the month's last day", [{ approvedOn: plainDate("2024-03-31") }], "1A", []],
    [
      "an approval that comes after the month",
      [{ approvedOn: plainDate("2024-04-01") }],
      "1P",
      ["direct-hire-approval-pending"],
    ],
    [
      "an approval, then a rejection after the month",
      [{}, { status: "rejected", approvedOn: plainDate("2024-04-01") }],
      "1A",
      [],
    ],
    [
      "a rejection after an approval",
      [{}, { status: "rejected", approvedOn: plainDate("2024-02-10") }],
      "3A",
      ["procurement-open"],
    ],
    [
      "an approval after a rejection",
      [{ status: "rejected", approvedOn: plainDate("2024-01-05") }, {}],
      "1A",
      [],
    ],
  ])("follow the list of the task force: %s", (_, lines, branch, codes) => {
    const worker = aWorker();
    const approvals = lines.map((line) => anApproval(worker, line));
    expect(plan([worker], { approvals })).toEqual({ branches: [branch], heldOut: 0, codes });
    expect(plan([worker], { approvals: approvals.toReversed() }).branches).toEqual([branch]);
  });

  it.each([
    ["own-funds", "3D"],
    ["special-funds", "3D"],
    ["enterprise", "1P"],
    ["fiscal-balance", "1P"],
    [undefined, "1P"],
  ] as const)("without approval and paid from %s go to %s", (fundingSource, branch) => {
    expect(plan([aWorker({ fundingSource })]).branches).toEqual([branch]);
  });

  it("go the interim way on own funds too while an application is pending (N11)", () => {
    const worker = aWorker({ fundingSource: "own-funds" });
    const found = planMigration(planOf([worker], { approvals: [anApproval(worker, { status: "pending" })] }));
    expect(outline(found)).toEqual({ branches: ["1P"], heldOut: 0, codes: ["direct-hire-approval-pending"] });
    expect(found.workers[0]?.flags).toContain("N11");
  });

  it("order services one by one", () => {
    const worker = aWorker();
    const found = planMigration(
      planOf([worker, aWorker()], {
        approvals: [anApproval(worker)],
        choices: [{ workerId: worker.workerId, services: "ordered" }],
      }),
    );
    expect(found.workers.map(({ decision }) => [decision.branch, decision.hasServiceOrder])).toEqual([
      ["1B", true],
      ["1P", false],
    ]);
  });
});

describe("supplied workers in a plan", () => {
  const agencies = [anAgency(), anAgency({ id: "A02", name: "示例派遣乙公司" })];
  const successor = aContract({ id: "N1", agencyId: "A02", replaces: "C01", intention: undefined });

  it.each<[string, readonly AgencyContract[], string, string]>([
    ["kept", [aContract()], "2A", "C01"],
    ["not yet decided on", [aContract({ intention: undefined })], "2A", "C01"],
    ["left, with nobody in its place", [aContract({ intention: "leave" })], "2B", "C01"],
    ["left, with a new agency", [aContract({ intention: "leave" }), successor], "2B", "N1"],
    ["lapsed", [aContract({ expiresOn: plainDate("2024-02-29") })], "2B", "C01"],
    ["changing mode", [aContract({ intention: "change-mode" })], "3A", "C01"],
    [
      "changing mode, with the new contract signed",
      [aContract({ intention: "change-mode" }), successor],
      "3A",
      "N1",
    ],
    ["kept, though somebody offers to replace it", [aContract(), successor], "2A", "C01"],
  ])("under a contract %s are settled under the right one", (_, contracts, branch, settled) => {
    const found = planMigration(planOf([aDispatchedWorker()], { agencies, contracts })).workers[0];
    const agencyId = settled === "N1" ? "A02" : "A01";
    expect(found?.decision.branch).toBe(branch);
    expect(found?.contract?.id).toBe("C01");
    expect(found?.settledContract?.id).toBe(settled);
    expect([found?.agency?.id, found?.employerOfRecordId, found?.withholdingAgentId]).toEqual([
      agencyId,
      agencyId,
      agencyId,
    ]);
  });

  it.each([
    // month, contract in force, when the transfer was on 2024-03-01
    ["2024-02", "C01"],
    ["2024-03", "C01"],
    ["2024-05", "C01"],
    ["2024-06", "N1"],
    ["2024-12", "N1"],
  ])("are settled in %s under the contract that is in force as the month begins: %s", (month, settled) => {
    const contracts = [
      aContract({ intention: "leave" }),
      { ...successor, signedOn: plainDate("2024-05-15") },
    ];
    const found = planMigration(
      planOf([aDispatchedWorker()], { agencies, contracts, period: period(month) }),
    );
    expect(found.workers[0]?.settledContract?.id).toBe(settled);
  });

  it.each([
    ["agency-contract-missing", { contracts: [] }],
    ["agency-contract-ambiguous", { contracts: [aContract(), aContract({ id: "C02" })] }],
    ["agency-unknown", { agencies: [] }],
  ])("are held out one by one with %s", (code, changes) => {
    expect(plan([aDispatchedWorker(), aDispatchedWorker()], changes)).toEqual({
      branches: [],
      heldOut: 2,
      codes: [code, code],
    });
  });

  it("have their errors placed at the cell of the agency, and at no cell when there is no file", () => {
    const source = { file: "r.xlsx", row: 5, columns: { agencyName: { column: "T", header: "原用工单位" } } };
    const issues = planMigration(
      planOf([aDispatchedWorker({ source }), aDispatchedWorker()], { agencies: [] }),
    ).issues.filter((issue) => issue.subject?.workerId !== undefined);
    expect(issues.map((issue) => issue.place)).toEqual([
      { file: "r.xlsx", row: 5, column: "T", header: "原用工单位" },
      undefined,
    ]);
  });

  it("keep their agency whatever the funds (N11)", () => {
    const found = planMigration(planOf([aDispatchedWorker({ fundingSource: "own-funds" })]));
    expect(outline(found).branches).toEqual(["2A"]);
    expect(found.workers[0]?.flags).toContain("N11");
  });

  it("change mode one by one", () => {
    const moving = aDispatchedWorker();
    const found = plan([moving, aDispatchedWorker()], {
      choices: [{ workerId: moving.workerId, targetMode: "outsourcing" }],
    });
    expect(found.branches).toEqual(["3A", "2A"]);
  });

  it.each([
    ["a yes", true, []],
    ["no answer", undefined, ["worker-answer-missing"]],
  ])("are asked before their labour relation moves: %s", (_, willing, codes) => {
    const contracts = [aContract({ intention: "leave" })];
    expect(plan([aDispatchedWorker({ willing })], { contracts }).codes).toEqual(codes);
    expect(plan([aDispatchedWorker({ willing })]).codes).toEqual([]);
  });
});

describe("a refusal in a plan", () => {
  const leaving = [aContract({ intention: "leave" })];

  it("is paid off by the agency where the labour relation would move", () => {
    const found = planMigration(planOf([aDispatchedWorker({ willing: false })], { contracts: leaving }));
    expect(outline(found)).toEqual({
      branches: ["R"],
      heldOut: 0,
      codes: ["refusal", "severance-average-short"],
    });
    expect(found.workers[0]?.severance).toMatchObject({
      halfMonths: 9,
      baseFen: 450_000,
      amountFen: 2_025_000,
    });
    expect(found.issues[0]?.message.en).toContain("paid by A01");
    expect(found.issues[0]?.message.en).toContain("ends by 2024-02-29");
  });

  it("is paid off by the agency that leaves, not by the one that comes", () => {
    const agencies = [anAgency(), anAgency({ id: "A02", name: "示例派遣乙公司" })];
    const contracts = [...leaving, aContract({ id: "N1", agencyId: "A02", replaces: "C01" })];
    const found = planMigration(planOf([aDispatchedWorker({ willing: false })], { agencies, contracts }));
    expect(found.issues[0]?.message.en).toContain("paid by A01");
  });

  it("is paid off by the unit for a direct hire", () => {
    const found = planMigration(planOf([aWorker({ willing: false, fundingSource: "own-funds" })]));
    expect(outline(found).branches).toEqual(["R"]);
    expect(found.issues[0]?.message.en).toContain("paid by U01");
  });

  it("changes nothing where nothing moves, but the price is named", () => {
    const found = planMigration(planOf([aDispatchedWorker({ willing: false })]));
    expect(outline(found)).toMatchObject({
      branches: ["2A"],
      codes: ["refusal-without-move", "severance-average-short"],
    });
    expect(found.workers[0]?.severance?.amountFen).toBe(2_025_000);
  });

  it("asks for dated facts of the last day, which may lie in the year before the transfer", () => {
    const asked: string[] = [];
    planMigration(
      planOf([aDispatchedWorker({ willing: false, grossFen: undefined }), aDispatchedWorker()], {
        contracts: leaving,
        transferDate: plainDate("2024-01-01"),
        averagePay: new Map(),
        facts: {
          ...townFacts,
          cityAverageMonthly: (on) => void asked.push(on),
        },
      }),
    );
    expect(asked).toEqual(["2023-12-31"]);
  });

  it("rests on the average pay where there is one", () => {
    const worker = aDispatchedWorker({ willing: false });
    const averagePay = new Map([[worker.workerId, { amountFen: fen(500_000), months: 12 }]]);
    const found = planMigration(planOf([worker], { contracts: leaving, averagePay }));
    expect(found.workers[0]?.severance?.baseFen).toBe(500_000);
    expect(outline(found).codes).toEqual(["refusal"]);
  });
});
