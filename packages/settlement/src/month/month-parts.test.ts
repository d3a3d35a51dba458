import {
  fen,
  period,
  plainDate,
  type DirectHireApproval,
  type Issue,
  type PayRecord,
  type RosterMention,
  type Worker,
} from "@tongchou/core";
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
import { monthParts } from "./month-parts.js";
import { prepareMonth } from "./settle-month.js";

const unitIds = ["U1", "U2", "U3"] as const;
/** Few of each, so that people, ids and employee numbers meet across units. */
const numbers = ["001", "002", "003", "004", "005", "006", "007", "008"].map(
  (tail) => `36049919850606${tail}X`,
);
const employeeNumbers = ["W1", "W2", "U2-1", undefined];

const anyUnitId = fc.constantFrom(...unitIds);
const anyWorker: fc.Arbitrary<Worker> = fc
  .record({
    unitId: anyUnitId,
    serial: fc.integer({ min: 1, max: 3 }),
    documentNumber: fc.constantFrom(...numbers),
    mode: fc.constantFrom("direct", "dispatch"),
  })
  .map(({ unitId, serial, documentNumber, mode }) =>
    aWorker(`${unitId}-${serial}`, {
      unitId,
      documentNumber,
      mode,
      ...(mode === "dispatch" ? { agencyName: "示例甲公司" } : {}),
    }),
  );
const anyRecord: fc.Arbitrary<PayRecord> = fc
  .record({
    documentNumber: fc.constantFrom(...numbers),
    employeeNumber: fc.constantFrom(...employeeNumbers),
    pay: fc.integer({ min: 0, max: 900_000 }),
  })
  .map(({ documentNumber, employeeNumber, pay }) =>
    aPayRecord({ documentNumber, employeeNumber, items: [{ kind: "basic", amountFen: fen(pay) }] }),
  );
const anyMention: fc.Arbitrary<RosterMention> = fc.record({
  documentNumber: fc.constantFrom(...numbers),
  unitId: fc.option(anyUnitId, { nil: undefined }),
  workerId: fc.constantFrom("U1-9", "U2-1", "W1", undefined),
});
const anyApproval: fc.Arbitrary<DirectHireApproval> = fc.record({
  documentNumber: fc.constantFrom(...numbers),
  unitId: anyUnitId,
  ground: fc.constant("shortage-talent"),
  status: fc.constantFrom("approved", "pending", "rejected"),
});
const anyIssue: fc.Arbitrary<Issue> = fc
  .tuple(anyUnitId, fc.integer({ min: 1, max: 3 }))
  .map(([unitId, serial]): Issue => ({
    code: "found",
    severity: "error",
    message: { zh: "", en: "" },
    subject: { unitId, workerId: `${unitId}-${serial}` },
  }));

const anyMonth: fc.Arbitrary<MonthInput> = fc
  .record({
    workers: fc.array(anyWorker, { maxLength: 6 }),
    pay: fc.array(anyRecord, { maxLength: 9 }),
    otherMentions: fc.array(anyMention, { maxLength: 3 }),
    approvals: fc.array(anyApproval, { maxLength: 4 }),
    issues: fc.array(anyIssue, { maxLength: 3 }),
    choices: fc.array(
      fc.record({ workerId: fc.constantFrom("W1", "U1-1", "U2-2"), targetMode: fc.constant("direct") }),
      { maxLength: 2 },
    ),
  })
  .map(({ workers, ...lists }) => monthOf(workers, lists));

function monthOf(workers: readonly Worker[], lists: Partial<MonthInput>): MonthInput {
  return {
    period: period("2024-03"),
    transferDate,
    knownOn: plainDate("2024-03-31"),
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    units: unitIds.map((id) => aUnit({ id })),
    agencies,
    contracts: unitIds.map((unitId) => aContract({ id: `C-${unitId}`, unitId })),
    rosters: unitIds
      .map((unitId) => ({ unitId, workers: workers.filter((worker) => worker.unitId === unitId) }))
      .filter((roster) => roster.workers.length > 0)
      .toReversed(),
    pay: [],
    approvals: [],
    ...lists,
  };
}

describe("monthParts", () => {
  it("settles every unit from what the whole month settles it from", () => {
    let settled = 0;
    let excluded = 0;
    fc.assert(
      fc.property(anyMonth, (month) => {
        const whole = prepareMonth(month, facts).unitMonths;
        const parts = [...monthParts(month)].flatMap((part) => prepareMonth(part, facts).unitMonths);
        expect(parts).toEqual(whole);
        settled += whole.length;
        excluded += whole.flatMap((unitMonth) => unitMonth.excluded).length;
      }),
      { numRuns: 600 },
    );
    expect(settled).toBeGreaterThan(50);
    expect(excluded).toBeGreaterThan(50);
  });

  it("keeps the double of a row without a worker, on a row without a unit", () => {
    const documentNumber = numbers[6] ?? "";
    const month = monthOf([aWorker("U1-1"), aWorker("U1-2", { documentNumber: numbers[1] ?? "" })], {
      pay: [aPayRecord({ documentNumber: numbers[1] ?? "" })],
      otherMentions: [{ documentNumber, unitId: "U1", workerId: "U1-1" }, { documentNumber }],
    });
    const whole = prepareMonth(month, facts).unitMonths;
    const [part = month] = monthParts(month);
    expect(prepareMonth(part, facts).unitMonths).toEqual(whole);
    expect(whole[0]?.excluded[0]?.codes).toContain("duplicate-worker");
  });

  it("has a part for each unit on a roster, in the order of the units", () => {
    const month = monthOf([aWorker("3", { unitId: "U3" }), aWorker("1")], {});
    const parts = [...monthParts(month)];
    expect(parts.map(({ units }) => units.map(({ id }) => id))).toEqual([["U1"], ["U3"]]);
  });
});
