import { fen, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts } from "../../__fixtures__/unit-month.js";
import { reliefProjectReport, type ReliefPayment, type ReliefProject } from "./relief-project-report.js";

let references = 0;
const payment = (
  amountFen: number,
  status: ReliefPayment["status"] = "paid",
  paidOn = "2024-05-01",
  workerId = "W1",
): ReliefPayment => ({
  reference: `R${(references += 1)}`,
  workerId,
  amountFen: fen(amountFen),
  status,
  paidOn: plainDate(paidOn),
});

/** 100.01 yuan of central funds: 30 % are 30.003, so 30.01 are the least that meets them. */
const project: ReliefProject = {
  projectId: "PR9",
  grantedOn: plainDate("2023-06-01"),
  centralFundsFen: fen(10_001),
  stage: "complete",
  asOf: plainDate("2024-06-30"),
  payments: [],
};

function reportOf(payments: readonly ReliefPayment[], differences: Partial<ReliefProject> = {}) {
  const report = reliefProjectReport({ ...project, payments, ...differences }, facts);
  const found = report.issues
    .filter(({ code }) => code !== "fact-not-confirmed")
    .map(({ code, severity }) => `${code} ${severity}`);
  if (!report.ok) return found;
  const { floorFen, paidFen, pendingFen, failedFen, shortFen, meetsFloor, workersPaid } = report.value;
  return [floorFen, paidFen, pendingFen, failedFen, shortFen, meetsFloor, workersPaid, ...found];
}

describe("reliefProjectReport", () => {
  it.each<readonly [string, readonly ReliefPayment[], readonly (number | boolean | string)[]]>([
    ["the least that meets the floor", [payment(3001)], [3001, 3001, 0, 0, 0, true, 1]],
    ["a fen less", [payment(3000)], [3001, 3000, 0, 0, 1, false, 1, "relief-share-short error"]],
    [
      "what is planned or on its way",
      [payment(3000), payment(1000, "planned"), payment(500, "instructed")],
      [3001, 3000, 1500, 0, 1, false, 1, "relief-share-short error"],
    ],
    [
      "what came back, was refused, or is not known",
      [payment(3000), payment(1, "returned"), payment(2, "rejected"), payment(4, "unknown")],
      [3001, 3000, 0, 7, 1, false, 1, "relief-share-short error"],
    ],
    [
      "what is paid after the day of the report",
      [payment(3000), payment(1, "paid", "2024-07-01")],
      [3001, 3000, 1, 0, 1, false, 1, "relief-share-short error"],
    ],
    ["what is paid on the day", [payment(3001, "paid", "2024-06-30")], [3001, 3001, 0, 0, 0, true, 1]],
    [
      "what is said to be paid on no day",
      [{ ...payment(3001), paidOn: undefined }],
      [3001, 0, 3001, 0, 3001, false, 0, "relief-payment-undated warning", "relief-share-short error"],
    ],
    [
      "two people, one of them twice",
      [payment(1000), payment(1000), payment(1001, "paid", "2024-05-01", "W2")],
      [3001, 3001, 0, 0, 0, true, 2],
    ],
  ])("counts %s", (_, payments, expected) => {
    expect(reportOf(payments)).toEqual(expected);
  });

  it("counts no payment whose reference stands twice", () => {
    const twice = payment(3001);
    expect(reportOf([twice, twice, payment(5)])).toEqual([
      3001,
      5,
      0,
      0,
      2996,
      false,
      1,
      "relief-payment-repeated error",
      "relief-payment-repeated error",
      "relief-share-short error",
    ]);
  });

  it("warns while the project is under way", () => {
    expect(reportOf([], { stage: "under-way" }).at(-1)).toBe("relief-share-short warning");
  });

  it.each([
    // 15 % of 100.01 are 15.0015.
    ["2023-02-28", 1501],
    ["2023-03-01", 3001],
  ])("goes by the rule of the day of the grant: %s", (grantedOn, floor) => {
    expect(reportOf([], { grantedOn: plainDate(grantedOn) })[0]).toBe(floor);
  });

  it("does not know a rule before 2019, and names that the present one is not confirmed", () => {
    expect(reportOf([], { grantedOn: plainDate("2018-12-31") })).toEqual(["fact-unknown error"]);
    const { issues } = reliefProjectReport(project, facts);
    expect(issues.map(({ code }) => code)).toContain("fact-not-confirmed");
  });

  it("asks of a project without central funds nothing", () => {
    expect(reportOf([], { centralFundsFen: fen(0) })).toEqual([0, 0, 0, 0, 0, true, 0]);
  });

  it("holds exactly when ten times what was paid is three times the funds or more", () => {
    const anyStatus = fc.constantFrom("planned", "instructed", "paid", "rejected", "returned", "unknown");
    const anyPayment = fc.tuple(fc.nat(5_000), anyStatus, fc.constantFrom("2024-06-30", "2024-07-01"));
    fc.assert(
      fc.property(fc.nat(50_000), fc.array(anyPayment, { maxLength: 20 }), (funds, rows) => {
        const payments = rows.map(([amount, status, on]) => payment(amount, status, on));
        const report = reliefProjectReport({ ...project, centralFundsFen: fen(funds), payments }, facts);
        if (!report.ok) throw new Error("not known");
        let paid = 0;
        for (const [amount, status, on] of rows) if (status === "paid" && on === "2024-06-30") paid += amount;
        expect(report.value.paidFen).toBe(paid);
        expect(report.value.meetsFloor).toBe(paid * 10 >= funds * 3);
        expect(report.value.meetsFloor || (paid + report.value.shortFen) * 10 >= funds * 3).toBe(true);
        const all = rows.reduce((sum, [amount]) => sum + amount, 0);
        expect(report.value.paidFen + report.value.pendingFen + report.value.failedFen).toBe(all);
      }),
      { numRuns: 1000 },
    );
  });
});
