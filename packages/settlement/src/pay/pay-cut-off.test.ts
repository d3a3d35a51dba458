import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { firstPaidIn } from "./pay-cut-off.js";

describe("firstPaidIn", () => {
  it.each([
    ["2024-03-01", 25, "2024-03"],
    ["2024-03-25", 25, "2024-03"],
    ["2024-03-26", 25, "2024-04"],
    ["2024-12-31", 25, "2025-01"],
    ["2024-12-31", 31, "2024-12"],
  ])("joined on %s, payroll closed on day %i: %s", (joined, cutOff, month) => {
    expect(firstPaidIn(plainDate(joined), cutOff)).toBe(month);
  });
});
