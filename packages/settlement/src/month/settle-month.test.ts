import { createIssue, fen, period, plainDate, type Issue, type PayRecord, type Worker } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  aContract,
  agencies,
  aPayRecord,
  aUnit,
  aWorker,
  transferDate,
} from "../__fixtures__/planned-town.js";
import { facts } from "../__fixtures__/unit-month.js";
import { settlementIssues } from "../issues.js";
import type { MonthInput } from "./month-input.js";
import { settleMonth, type SettledMonth } from "./settle-month.js";

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

function payOf(people: readonly Worker[]): readonly PayRecord[] {
  return people.map(({ documentNumber }) => aPayRecord({ documentNumber }));
}

const paid = [workers.direct, workers.supplied, workers.uninsured, workers.futureHire, workers.elsewhere];

function settled(changes: Partial<MonthInput> = {}, told: [number, number][] = []): SettledMonth {
  const month: MonthInput = {
    period: period("2024-03"),
    transferDate,
    knownOn: plainDate("2024-03-31"),
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    units: [aUnit(), secondUnit],
    agencies,
    contracts,
    rosters,
    pay: payOf(paid),
    approvals: [],
    ...changes,
  };
  return settleMonth(month, facts, (done, total) => told.push([done, total]));
}

function codesOf(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code }) => code);
}

describe("settleMonth", () => {
  const month = settled();
  const { statements } = month;

  it("says which choice of a unit names nobody", () => {
    const { issues } = settled({ choices: [{ workerId: "1", targetMode: "same" }, { workerId: "W404" }] });
    const found = issues.filter(({ code }) => code === "choice-without-worker");
    expect(found.map(({ message }) => message.zh.includes("W404"))).toEqual([true]);
  });

  it("makes a statement for each unit, of those who have a route and pay", () => {
    const linesOfUnits = statements.map(({ input, lines }) => [
      input.unit.id,
      lines.map(({ workerId }) => workerId),
    ]);
    expect(linesOfUnits).toEqual([
      ["U1", ["1", "2"]],
      ["U2", ["6"]],
    ]);
  });

  it("begins with the balance that a unit's account is at, and with nothing where it is not said", () => {
    const balances = [{ unitId: "U2", previousBalanceFen: fen(-150), receivedFen: fen(100_000) }];
    const [first, second] = settled({ balances }).statements.map(({ funding }) => funding);
    expect(first).toMatchObject({ previousBalanceFen: 0, receivedFen: 0 });
    expect(second).toMatchObject({
      previousBalanceFen: -150,
      receivedFen: 100_000,
      stillDueFen: (second?.chargedFen ?? 0) - 100_150,
    });
  });

  it("puts only the contracts and agencies of its lines into a statement", () => {
    const [first, second] = statements;
    expect(first?.input.contracts.map(({ id }) => id)).toEqual(["C1"]);
    expect(first?.input.agencies.map(({ id }) => id)).toEqual(["A1"]);
    expect(second?.input.contracts).toEqual([]);
  });

  it("holds everybody else out and says why, in the month and in the statement", () => {
    const bad = createIssue(settlementIssues, "contribution-wage-missing");
    const note = createIssue(settlementIssues, "not-insured");
    const source = { file: "a.xlsx", row: 9, columns: {} };
    const heldOutRows = [
      { source, unitId: "U1", issues: [note, bad, bad] },
      { source, unitId: undefined, workerId: "?-9", issues: [bad] },
    ];
    const { heldOut, statements: withRows } = settled({ heldOutRows });
    expect(heldOut.map(({ unitId, workerId, issues }) => [unitId, workerId, codesOf(issues)])).toEqual([
      ["U1", "3", ["pay-missing", "direct-hire-not-approved"]],
      ["U1", "4", ["direct-hire-not-approved", "contribution-wage-missing"]],
      ["U1", "5", ["hired-in-future"]],
      ["U1", "a.xlsx:9", ["contribution-wage-missing", "contribution-wage-missing"]],
      [undefined, "?-9", ["contribution-wage-missing"]],
    ]);
    expect(heldOut.at(-1)?.place).toEqual({ file: "a.xlsx", row: 9 });
    expect(withRows[0]?.input.excluded).toEqual([
      { workerId: "3", codes: ["direct-hire-not-approved", "pay-missing"] },
      { workerId: "4", codes: ["contribution-wage-missing", "direct-hire-not-approved"] },
      { workerId: "5", codes: ["hired-in-future"] },
      { workerId: "a.xlsx:9", codes: ["contribution-wage-missing"] },
    ]);
  });

  it("takes the law of the month, and that of the day before the migration for the baseline", () => {
    expect(statements[0]?.input).toMatchObject({
      law: { on: "2024-03-31", knownOn: "2024-03-31" },
      baselineLaw: { on: "2024-02-29", knownOn: "2024-02-29" },
    });
  });

  it("knows no more for the baseline than on the day of the run", () => {
    const [first] = settled({ knownOn: plainDate("2024-02-10") }).statements;
    expect(first?.input.baselineLaw).toEqual({ on: "2024-02-29", knownOn: "2024-02-10" });
  });

  it("names the unit in every issue of a statement", () => {
    const ofStatements = month.issues.filter(({ code }) => code === "contribution-rate-unknown");
    expect(new Set(ofStatements.map(({ subject }) => subject?.unitId))).toEqual(new Set(["U1", "U2"]));
  });

  it("tests the minimum wage on pay, and on the roster's figure where there is no pay", () => {
    const about = ({ issues }: SettledMonth): readonly string[] =>
      codesOf(issues.filter(({ subject }) => subject?.workerId === "6"));
    expect(about(month)).not.toContain("below-minimum-wage");
    expect(about(settled({ pay: payOf([workers.direct]) }))).toContain("below-minimum-wage");
  });

  it("reckons severance on the year's pay before the month", () => {
    const refuses = aWorker("7", { mode: "dispatch", agencyName: "示例甲公司", willing: false });
    const found = settled({
      rosters: [{ unitId: "U1", workers: [refuses] }],
      pay: [aPayRecord({ documentNumber: refuses.documentNumber, incomeBeforeFen: fen(1_000_000) })],
    });
    // 10,000.00 yuan in January and February; hired on 2020-01-01, so 4 years and 2 months: 4.5 months.
    expect(found.plan.workers[0]?.severance).toMatchObject({ amountFen: 2_250_000 });
  });

  it("makes no statement for a unit with nobody to settle, and tells of every unit", () => {
    const told: [number, number][] = [];
    const found = settled({ pay: payOf([workers.direct]) }, told);
    expect(found.statements.map(({ input }) => input.unit.id)).toEqual(["U1"]);
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it("settles nobody twice: a unit may be listed once", () => {
    expect(() => settled({ units: [aUnit(), secondUnit, aUnit()] })).toThrow("unit listed twice: U1");
  });
});
