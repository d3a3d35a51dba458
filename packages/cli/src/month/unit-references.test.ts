import { fen, plainDate, type AgencyContract, type EmployerUnit, type ServiceOrder } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { unitReferenceIssues, type UnitReferences } from "./unit-references.js";

const unit: EmployerUnit = {
  id: "U1",
  name: "示例图书馆",
  nature: "balance-funded",
  creditCode: "12360499MA0003048F",
  division: "360403",
};
const contract: AgencyContract = {
  id: "C1",
  unitId: "U1",
  agencyId: "A1",
  mode: "dispatch",
  signedOn: plainDate("2024-01-01"),
  expiresOn: plainDate("2024-12-31"),
  feeTerms: { kind: "per-head", monthlyFen: fen(6000) },
  vatIncluded: true,
};
const order: ServiceOrder = {
  id: "O1",
  unitId: "U1",
  agencyId: "A1",
  signedOn: plainDate("2024-01-01"),
  expiresOn: plainDate("2024-12-31"),
  feeTerms: { kind: "per-head", monthlyFen: fen(4500) },
  vatIncluded: true,
  services: ["薪酬核算"],
  workerIds: ["W1"],
};
const balance = { unitId: "U1", previousBalanceFen: fen(0), receivedFen: fen(0) };
const known: UnitReferences = { contracts: [contract], serviceOrders: [order], balances: [balance] };
const elsewhere = { unitId: "U9" };

function found(references: Partial<UnitReferences>, units: readonly EmployerUnit[] = [unit]): unknown {
  return unitReferenceIssues(units, { ...known, ...references }).map(({ code, subject, place }) => [
    code,
    subject?.unitId,
    subject?.contractId,
    place?.file,
  ]);
}

describe("unitReferenceIssues", () => {
  it.each<readonly [string, Partial<UnitReferences>, unknown]>([
    ["nothing of units on the list", {}, []],
    [
      "a contract of a unit that is not",
      { contracts: [{ ...contract, ...elsewhere }] },
      [["unit-unknown", "U9", "C1", "agencies.json"]],
    ],
    [
      "an order of services of a unit that is not",
      { serviceOrders: [order, { ...order, ...elsewhere, id: "O2" }] },
      [["unit-unknown", "U9", "O2", "agencies.json"]],
    ],
    [
      "a balance of a unit that is not",
      { balances: [balance, { ...balance, ...elsewhere }] },
      [["unit-unknown", "U9", undefined, "balances.json"]],
    ],
  ])("tells of %s", (_, references, issues) => {
    expect(found(references)).toEqual(issues);
  });

  it("is silent where there is no list of units to hold anything against", () => {
    expect(found({}, [])).toEqual([]);
  });
});
