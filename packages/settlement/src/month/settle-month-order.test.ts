import { fen, period, plainDate } from "@tongchou/core";
import fc from "fast-check";
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
import { settleMonth } from "./settle-month.js";

const secondUnit = aUnit({ id: "U2", name: "示例图书馆", creditCode: "12360499MA0003048F" });
const workers = [
  aWorker("1"),
  aWorker("2", { mode: "dispatch", agencyName: "示例甲公司" }),
  aWorker("3", { mode: "dispatch", agencyName: "示例甲公司" }),
  aWorker("4"),
  aWorker("5", { unitId: "U2" }),
  aWorker("6", { unitId: "U2", mode: "dispatch", agencyName: "示例乙公司" }),
];
// 10.01 for two: whoever gets the odd fen has to be the same in any order.
const odd = { feeTerms: { kind: "fixed", monthlyFen: fen(1001) } } as const;
const contracts = [aContract(odd), aContract({ id: "C2", unitId: "U2", agencyId: "A2" })];
const pay = workers.map(({ documentNumber }, index) =>
  aPayRecord({ documentNumber, items: [{ kind: "basic", amountFen: fen(400_000 + index * 12_345) }] }),
);

type Lists = readonly [typeof workers, typeof pay, typeof contracts, MonthInput["agencies"]];

function digestsOf([people, records, agreements, firms]: Lists): unknown {
  const month: MonthInput = {
    period: period("2024-03"),
    transferDate,
    knownOn: plainDate("2024-03-31"),
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    units: [aUnit(), secondUnit],
    agencies: firms,
    contracts: agreements,
    rosters: ["U1", "U2"].map((unitId) => ({
      unitId,
      workers: people.filter((worker) => worker.unitId === unitId),
    })),
    pay: records,
    approvals: [],
  };
  return settleMonth(month, facts).statements.map(({ digest }) => digest);
}

describe("settleMonth", () => {
  it("gives the same statements in whatever order rosters, pay, contracts and agencies come", () => {
    const whole = digestsOf([workers, pay, contracts, agencies]);
    expect(whole).toHaveLength(2);
    const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
      fc.shuffledSubarray([...items], { minLength: items.length });
    const lists = fc.tuple(shuffled(workers), shuffled(pay), shuffled(contracts), shuffled(agencies));
    fc.assert(
      fc.property(lists, (given) => {
        expect(digestsOf(given)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});
