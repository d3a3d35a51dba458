import { fen, period, plainDate, type ServiceOrder } from "@tongchou/core";
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
import type { MonthInput } from "./month-input.js";
import { settleMonth, type SettledMonth } from "./settle-month.js";

const direct = aWorker("1");
const supplied = aWorker("2", { mode: "dispatch", agencyName: "示例甲公司" });

const order: ServiceOrder = {
  id: "O1",
  unitId: "U1",
  agencyId: "A2",
  signedOn: plainDate("2024-03-01"),
  expiresOn: plainDate("2024-06-30"),
  feeTerms: { kind: "per-head", monthlyFen: fen(4500) },
  vatIncluded: true,
  services: ["薪酬核算"],
  workerIds: ["1", "2"],
};

function settled(changes: Partial<MonthInput>, month = "2024-03"): SettledMonth {
  const input: MonthInput = {
    period: period(month),
    transferDate,
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    units: [aUnit()],
    agencies,
    contracts: [aContract()],
    rosters: [{ unitId: "U1", workers: [direct, supplied] }],
    pay: [direct, supplied].map(({ documentNumber }) => aPayRecord({ documentNumber })),
    approvals: [
      { documentNumber: direct.documentNumber, unitId: "U1", ground: "shortage-talent", status: "approved" },
    ],
    ...changes,
  };
  return settleMonth(input, facts);
}

function branchesAndServices({ statements }: SettledMonth): unknown {
  return statements[0]?.input.workers.map(({ branch }, index) => [
    branch,
    statements[0]?.lines[index]?.services?.map(({ feeFen }) => feeFen),
  ]);
}

describe("orders of services in a month", () => {
  it("make 1B of 1A and 3C of 2A, at the order's price and with the guarantee kept", () => {
    const month = settled({ serviceOrders: [order] });
    expect(branchesAndServices(month)).toEqual([
      ["1B", [4500]],
      ["3C", [4500]],
    ]);
    expect(month.statements[0]?.guarantee.holds).toBe(true);
    expect(month.statements[0]?.input.agencies.map(({ id }) => id)).toEqual(["A1", "A2"]);
  });

  it("do nothing outside their days", () => {
    const before = { ...order, signedOn: plainDate("2024-04-01") };
    for (const month of [settled({ serviceOrders: [before] }), settled({ serviceOrders: [] })]) {
      expect(branchesAndServices(month)).toEqual([
        ["1A", undefined],
        ["2A", undefined],
      ]);
    }
  });

  it("are of one unit only", () => {
    const other = { ...order, unitId: "U2" };
    const units = [aUnit(), aUnit({ id: "U2", name: "示例图书馆", creditCode: "12360499MA0003048F" })];
    const month = settled({ units, serviceOrders: [other] });
    expect(branchesAndServices(month)).toEqual([
      ["1A", undefined],
      ["2A", undefined],
    ]);
  });

  it.each<readonly [string, Partial<ServiceOrder>, string]>([
    ["of an agency that is not known", { agencyId: "stranger" }, "agency-missing"],
    ["with a contract's id", { id: "C1" }, "contract-repeated"],
    ["that names somebody twice", { workerIds: ["1", "1"] }, "service-order-worker-repeated"],
  ])("%s are left out and told, and everybody is paid", (_, differences, code) => {
    const month = settled({ serviceOrders: [{ ...order, ...differences }] });
    expect(month.issues.map((issue) => issue.code)).toContain(code);
    expect(branchesAndServices(month)).toEqual([
      ["1A", undefined],
      ["2A", undefined],
    ]);
  });

  it("stand behind every choice of services, or it is said that none does", () => {
    const choices = [{ workerId: "1", services: "ordered" as const }];
    const missing = settled({ choices }).issues.filter(({ code }) => code === "service-order-missing");
    expect(missing.map(({ subject }) => subject?.workerId)).toEqual(["1"]);
    const { issues } = settled({ choices, serviceOrders: [order] });
    expect(issues.map(({ code }) => code)).not.toContain("service-order-missing");
  });
});
