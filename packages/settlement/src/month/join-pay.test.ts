import { createIssue, type Issue, type PayRecord } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { aPayRecord, aWorker } from "../__fixtures__/planned-town.js";
import { settlementIssues } from "../issues.js";
import { joinPay } from "./join-pay.js";

const first = aWorker("1");
const second = aWorker("2");
const stranger = "360499198902011028";

function payOf(documentNumber: string, row: number, employeeNumber?: string): PayRecord {
  const columns = { documentNumber: { column: "C", header: "证件号码" } };
  const record = aPayRecord({ documentNumber, source: { file: "pay.xlsx", row, columns } });
  return employeeNumber === undefined ? record : { ...record, employeeNumber };
}

function join(pay: readonly PayRecord[], more: Partial<Parameters<typeof joinPay>[0]> = {}) {
  return joinPay({ rosters: [{ unitId: "U1", workers: [first, second] }], pay, ...more });
}

function told(issues: readonly Issue[]): unknown {
  return issues.map(({ code, place, subject }) => [code, place?.row, subject?.workerId]);
}

describe("joinPay", () => {
  const both = [payOf(first.documentNumber, 3, "W7"), payOf(second.documentNumber, 4)];

  it("finds the pay of each worker, and names workers by the employee number where there is one", () => {
    const { rosters, payByWorker, issues } = join(both);
    expect(rosters[0]?.workers.map(({ workerId }) => workerId)).toEqual(["W7", "2"]);
    expect([...payByWorker].map(([id, { documentNumber }]) => [id, documentNumber])).toEqual([
      ["W7", first.documentNumber],
      ["2", second.documentNumber],
    ]);
    expect(issues).toEqual([]);
  });

  it("passes on earlier issues under the worker's new id", () => {
    const before = (workerId: string): Issue =>
      createIssue(settlementIssues, "not-insured", {}, { subject: { unitId: "U1", workerId } });
    const { issues } = join(both, { issues: [before("1"), before("2"), before("9")] });
    expect(issues.map(({ subject }) => subject)).toEqual([
      { unitId: "U1", workerId: "W7" },
      { unitId: "U1", workerId: "2" },
      { unitId: "U1", workerId: "9" },
    ]);
  });

  it("says who has no pay, who has several rows, and whose pay belongs to nobody", () => {
    const pay = [payOf(first.documentNumber, 3), payOf(first.documentNumber, 4), payOf(stranger, 5)];
    const { payByWorker, issues } = join(pay);
    expect(payByWorker.size).toBe(0);
    expect(told(issues)).toEqual([
      ["pay-ambiguous", undefined, "1"],
      ["pay-missing", undefined, "2"],
      ["pay-without-worker", 5, undefined],
    ]);
    expect(issues[2]?.message.en).toContain("360***********1028");
  });

  it("lets the pay of somebody on a held-out row wait for that row", () => {
    const otherMentions = [{ unitId: "U1", workerId: "U1-9", documentNumber: stranger }];
    expect(told(join([...both, payOf(stranger, 5)], { otherMentions }).issues)).toEqual([]);
  });

  it("keeps the roster's ids where an employee number stands for two people", () => {
    const pay = [payOf(first.documentNumber, 3, "W7"), payOf(second.documentNumber, 4, "W7")];
    const { rosters, issues } = join(pay);
    expect(rosters[0]?.workers.map(({ workerId }) => workerId)).toEqual(["1", "2"]);
    expect(told(issues)).toEqual([
      ["employee-number-repeated", 3, undefined],
      ["employee-number-repeated", 4, undefined],
    ]);
  });
});
