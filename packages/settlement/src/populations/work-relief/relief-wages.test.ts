import { fen, period, plainDate, type PayoutRecord } from "@tongchou/core";
import { describe, expect, expectTypeOf, it } from "vitest";
import { platform } from "../../__fixtures__/project.js";
import { facts } from "../../__fixtures__/unit-month.js";
import type { UnitMonth } from "../../statement/statement-input.js";
import { instructOutside } from "../outside-instruction.js";
import { reliefWages, type ReliefWage, type ReliefWageTable, type ReliefWork } from "./relief-wages.js";

const law = { on: plainDate("2024-03-31") };

function workerOf(workerId: string, differences: Partial<ReliefWork> = {}): ReliefWork {
  return {
    workerId,
    workerName: "王五",
    terms: { kind: "day", dayFen: fen(15_000) },
    work: { attendedCentidays: 1850 },
    ownAccount: { holderName: "王五", number: "6299990000000000004" },
    ...differences,
  };
}

function tableOf(workers: readonly ReliefWork[]) {
  const table = reliefWages({ projectId: "PR9", month: period("2024-03"), workers }, law, facts);
  if (!table.ok) throw new Error("never fails");
  return { ...table.value, found: table.issues.map(({ code, subject }) => [code, subject?.workerId]) };
}

describe("reliefWages", () => {
  it("pays by the day, in full", () => {
    // 150 × 18.5 = 2,775.
    const { lines, totalFen, route, found } = tableOf([workerOf("W1"), workerOf("W2")]);
    expect(lines.map(({ netFen, pay }) => [netFen, pay.payFen])).toEqual([
      [277_500, 277_500],
      [277_500, 277_500],
    ]);
    expect([totalFen, route, found]).toEqual([555_000, "public-fund-account", []]);
  });

  it.each([
    // 8.7 of 21.75 days are two fifths of 1,730.00 in 浔阳区: 692.00, and 8.7 × 79.53 is 691.91.
    ["360403", 870, 7953, [["pay-below-attendance-minimum", "W1"]]],
    ["360403", 870, 7954, []],
    [undefined, 870, 1, []],
  ] as const)("in %s tests %i hundredths of a day at %i fen against the minimum: %j", (...row) => {
    const [division, attendedCentidays, dayFen, found] = row;
    const worker = workerOf("W1", {
      terms: { kind: "day", dayFen: fen(dayFen) },
      work: { attendedCentidays },
    });
    const month = { projectId: "PR9", month: period("2024-03"), division, workers: [worker] };
    const table = reliefWages(month, law, facts);
    expect(table.issues.map(({ code, subject }) => [code, subject?.workerId])).toEqual(found);
    // What is due is paid all the same.
    expect(table.ok && table.value.lines).toHaveLength(1);
  });

  it("leaves out who cannot be reckoned or stands there twice", () => {
    const broken = workerOf("W2", { terms: { kind: "hour", hourFen: fen(2000) } });
    const { lines, found } = tableOf([workerOf("W1"), broken, workerOf("W3"), workerOf("W3")]);
    expect(lines.map(({ workerId }) => workerId)).toEqual(["W1"]);
    expect(found).toEqual([
      ["work-figure-missing", "W2"],
      ["wage-line-repeated", "W3"],
      ["wage-line-repeated", "W3"],
    ]);
  });

  it("is instructed to the project's public funds, onto the workers' own cards", () => {
    const table = tableOf([workerOf("W1"), workerOf("W2", { ownAccount: undefined })]);
    const account = { name: "某乡以工代赈项目资金", number: "100200300403" };
    const payingAccount = { kind: "public-fund-account", holderId: "T1", projectId: "PR9", account } as const;
    const order = {
      population: "work-relief",
      instructionId: "WR-1",
      payingAccount,
      payees: table.lines,
    } as const;
    const made = instructOutside(order, platform);
    expect(made.ok && [made.value.route, made.value.totalFen]).toEqual(["public-fund-account", 277_500]);
    expect(made.ok && made.value.held.map(({ codes }) => codes)).toEqual([["own-account-missing"]]);
  });

  it("is no payout and no month of the platform", () => {
    expectTypeOf<ReliefWageTable["route"]>().toEqualTypeOf<"public-fund-account">();
    expectTypeOf<ReliefWage>().not.toExtend<PayoutRecord>();
    expectTypeOf<ReliefWageTable>().not.toExtend<UnitMonth>();
  });
});
