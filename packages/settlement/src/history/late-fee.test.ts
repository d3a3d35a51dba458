import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { facts, yuan } from "../__fixtures__/unit-month.js";
import { lateFee } from "./late-fee.js";

describe("lateFee", () => {
  it.each([
    // Amount in yuan, due, paid: days and fee (社会保险法 article 86).
    [10_000, "2024-03-25", "2024-04-04", 10, 50],
    [10_000, "2024-03-25", "2024-03-26", 1, 5],
    [10_000, "2024-03-25", "2024-03-25", 0, 0],
    [10_000, "2024-03-25", "2024-03-20", 0, 0],
    // 15.90 × 0.05 % × 30 = 0.2385.
    [15.9, "2024-03-25", "2024-04-24", 30, 0.24],
    [0, "2024-03-25", "2025-03-25", 365, 0],
  ])("of %d due on %s and paid on %s: %i days, %d, borne by the employer", (amount, due, paid, days, fee) => {
    const late = { amountFen: yuan(amount), dueOn: plainDate(due), paidOn: plainDate(paid) };
    const result = lateFee(late, facts);
    expect(result.ok && result.value).toEqual({ days, feeFen: yuan(fee), bearer: "employer" });
  });

  it("is not known before the law", () => {
    const late = { amountFen: yuan(1), dueOn: plainDate("2011-06-30"), paidOn: plainDate("2011-07-02") };
    expect(lateFee(late, facts).ok).toBe(false);
  });
});
