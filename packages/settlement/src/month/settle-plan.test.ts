import { fen, plainDate, type PayRecord, type PlanInput, type Worker } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  aContract,
  agencies,
  aPayRecord,
  aUnit,
  aWorker,
  planOf,
  transferDate,
} from "../__fixtures__/planned-town.js";
import { facts } from "../__fixtures__/unit-month.js";
import { settlePlan, type PlannedMonth, type SettledPlan } from "./settle-plan.js";

const secondUnit = aUnit({ id: "U2", name: "示例图书馆", creditCode: "12360499MA0003048F" });
const workers = {
  direct: aWorker("1"),
  supplied: aWorker("2", { mode: "dispatch", agencyName: "示例甲公司" }),
  unpaid: aWorker("3"),
  uninsured: aWorker("4", { contributionWageFen: undefined }),
  futureHire: aWorker("5", { hiredOn: plainDate("2024-09-01") }),
  elsewhere: aWorker("6", { unitId: "U2", grossFen: fen(100_000) }),
};

const contracts = [aContract(), aContract({ id: "C9", agencyId: "A2" })];
const rosters = [
  { unitId: "U1", workers: Object.values(workers).filter(({ unitId }) => unitId === "U1") },
  { unitId: "U2", workers: [workers.elsewhere] },
];
const unitsAndMore: Partial<PlanInput> = { units: [aUnit(), secondUnit], contracts, rosters };

function payOf(people: readonly Worker[]): ReadonlyMap<string, PayRecord> {
  return new Map(
    people.map(({ workerId, documentNumber }) => [workerId, aPayRecord({ documentNumber })] as const),
  );
}

const paid = [workers.direct, workers.supplied, workers.uninsured, workers.futureHire, workers.elsewhere];

function settled(changes: Partial<PlannedMonth> = {}, told: [number, number][] = []): SettledPlan {
  const month: PlannedMonth = {
    plan: planOf([], unitsAndMore),
    pay: payOf(paid),
    units: [aUnit(), secondUnit],
    agencies,
    contracts,
    transferDate,
    knownOn: plainDate("2024-03-31"),
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    ...changes,
  };
  return settlePlan(month, facts, (done, total) => told.push([done, total]));
}

describe("settlePlan", () => {
  const month = settled();

  it("makes a statement for each unit, of those who have a route and pay", () => {
    const lines = month.statements.map(({ input, lines }) => [
      input.unit.id,
      lines.map(({ workerId }) => workerId),
    ]);
    expect(lines).toEqual([
      ["U1", ["1", "2"]],
      ["U2", ["6"]],
    ]);
  });

  it("puts only the contracts and agencies of its lines into a statement", () => {
    const [first, second] = month.statements;
    expect(first?.input.contracts.map(({ id }) => id)).toEqual(["C1"]);
    expect(first?.input.agencies.map(({ id }) => id)).toEqual(["A1"]);
    expect(second?.input.contracts).toEqual([]);
  });

  it("lists everybody else with the reason", () => {
    const excludedRows = new Map([["U1", [{ workerId: "a.xlsx:9", codes: ["citizen-id-check-digit"] }]]]);
    const earlier = {
      code: "pay-missing",
      severity: "error",
      message: { zh: "", en: "" },
      subject: { unitId: "U1", workerId: "3" },
    } as const;
    const [first] = settled({ excludedRows, earlierIssues: [earlier] }).statements;
    expect(first?.input.excluded).toEqual([
      { workerId: "3", codes: ["direct-hire-not-approved", "pay-missing"] },
      { workerId: "4", codes: ["contribution-wage-missing", "direct-hire-not-approved"] },
      { workerId: "5", codes: ["hired-in-future"] },
      { workerId: "a.xlsx:9", codes: ["citizen-id-check-digit"] },
    ]);
  });

  it("takes the law of the month, and that of the day before the migration for the baseline", () => {
    expect(month.statements[0]?.input).toMatchObject({
      law: { on: "2024-03-31", knownOn: "2024-03-31" },
      baselineLaw: { on: "2024-02-29", knownOn: "2024-02-29" },
    });
  });

  it("names the unit in every issue of a statement", () => {
    const ofStatements = month.issues.filter(({ code }) => code === "contribution-rate-unknown");
    expect(new Set(ofStatements.map(({ subject }) => subject?.unitId))).toEqual(new Set(["U1", "U2"]));
  });

  it("tests the minimum wage on pay, and on the roster's figure where there is no pay", () => {
    const about = (found: SettledPlan): readonly string[] =>
      found.issues.filter(({ subject }) => subject?.workerId === "6").map(({ code }) => code);
    expect(about(month)).not.toContain("below-minimum-wage");
    expect(about(settled({ pay: payOf([workers.direct]) }))).toContain("below-minimum-wage");
  });

  it("makes no statement for a unit with nobody to settle, and tells of every unit", () => {
    const told: [number, number][] = [];
    const { statements } = settled({ pay: payOf([workers.direct]) }, told);
    expect(statements.map(({ input }) => input.unit.id)).toEqual(["U1"]);
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it("says why a unit cannot be settled, and settles the others", () => {
    const repeated = [aContract(), aContract()];
    const plan = planOf([], { ...unitsAndMore, contracts: [aContract()] });
    const { statements, issues } = settled({ plan, contracts: repeated });
    expect(statements.map(({ input }) => input.unit.id)).toEqual(["U2"]);
    expect(issues.find(({ code }) => code === "contract-repeated")?.subject?.unitId).toBe("U1");
  });
});
