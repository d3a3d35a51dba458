import { zeroFen, type PayRecord, type Worker } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { assembleMonth, type MonthFiles } from "./assemble.js";

const worker: Worker = {
  workerId: "U01-1",
  unitId: "U01",
  population: "non-establishment",
  mode: "direct",
  name: "张三",
  documentKind: "resident-identity-card",
  documentNumber: "36049919890201101X",
};

function pay(documentNumber: string, row: number): PayRecord {
  const columns = { documentNumber: { column: "C", header: "证件号码" } };
  return {
    documentNumber,
    name: "张三",
    items: [],
    additionalDeductionsFen: zeroFen,
    incomeBeforeFen: zeroFen,
    specialDeductionsBeforeFen: zeroFen,
    taxWithheldBeforeFen: zeroFen,
    source: { file: "pay.xlsx", row, columns },
  };
}

function month(changes: Partial<MonthFiles>): MonthFiles {
  return {
    units: [],
    agencies: [],
    contracts: [],
    rosters: [{ unitId: "U01", workers: [worker] }],
    pay: [],
    approvals: [],
    choices: [],
    heldOutRows: [],
    mentions: [],
    issues: [],
    ...changes,
  };
}

describe("assembleMonth", () => {
  it.each<[string, Partial<MonthFiles>, readonly (readonly [string, number | undefined])[]]>([
    ["of a worker", { pay: [pay(worker.documentNumber, 3)] }, []],
    [
      "of somebody on a held-out row",
      {
        pay: [pay(worker.documentNumber, 3), pay("360499198902011028", 4)],
        mentions: [{ documentNumber: "360499198902011028" }],
      },
      [],
    ],
    [
      "of a person on no roster",
      { pay: [pay(worker.documentNumber, 3), pay("360499198902011028", 4)] },
      [["pay-without-worker", 4]],
    ],
    [
      "that stands there twice",
      { pay: [pay(worker.documentNumber, 3), pay(worker.documentNumber, 4)] },
      [["pay-ambiguous", undefined]],
    ],
    ["that is not there", {}, [["pay-missing", undefined]]],
  ])("says of pay %s what is to be said", (_, changes, expected) => {
    const { issues } = assembleMonth(month(changes));
    expect(issues.map(({ code, place }) => [code, place?.row])).toEqual(expected);
  });
});
