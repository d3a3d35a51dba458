import { fen, period, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { aPayRecord, aWorker } from "../__fixtures__/planned-town.js";
import { averagePayBefore } from "./average-pay.js";

describe("averagePayBefore", () => {
  it.each([
    ["2020-01-01", "2024-03", 900_001, { amountFen: 450_001, months: 2 }], // 4,500.005 half-up
    ["2024-01-31", "2024-03", 900_000, { amountFen: 450_000, months: 2 }],
    ["2024-02-01", "2024-03", 450_000, { amountFen: 450_000, months: 1 }],
    ["2024-03-01", "2024-03", 450_000, undefined], // hired in the month
    ["2020-01-01", "2024-01", 450_000, undefined], // no month of the year before it
    ["2020-01-01", "2024-03", 0, undefined],
  ])("of somebody hired on %s with income before %s of %i is %j", (hiredOn, month, income, average) => {
    const pay = new Map([["1", aPayRecord({ incomeBeforeFen: fen(income) })]]);
    const workers = [aWorker("1", { hiredOn: plainDate(hiredOn) }), aWorker("2")];
    const averages = averagePayBefore(period(month), workers, pay);
    expect(averages.get("1")).toEqual(average);
    expect(averages.has("2")).toBe(false);
  });

  it("counts the whole year for somebody whose hiring day is not known", () => {
    const worker = aWorker("1", { hiredOn: undefined });
    expect(averagePayBefore(period("2024-04"), [worker], new Map([["1", aPayRecord()]])).get("1")).toEqual({
      amountFen: 300_000,
      months: 3,
    });
  });
});
