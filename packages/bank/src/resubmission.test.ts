import { describe, expect, it } from "vitest";
import { checkResubmission } from "./resubmission.js";

const part = { batchNumber: "B1-01", submittedAt: "2024-12-31T23:45:00" };

describe("checkResubmission", () => {
  it.each([
    ["never asked", { windowMinutes: 30 }, false],
    ["not found before the window is over", { windowMinutes: 30, notFoundAt: "2025-01-01T00:14:59" }, false],
    ["not found when the window is over", { windowMinutes: 30, notFoundAt: "2025-01-01T00:15:00" }, true],
    ["not found at a bank that guarantees nothing", { notFoundAt: "2025-01-31T00:00:00" }, false],
  ])("%s", (_, values, mayBeSent) => {
    const codes = checkResubmission({ ...part, ...values }).map(({ code }) => code);
    expect(codes).toEqual(mayBeSent ? [] : ["resubmission-too-early"]);
  });

  it("throws for a moment that is none", () => {
    const values = { windowMinutes: 30, notFoundAt: "tomorrow" };
    expect(() => checkResubmission({ ...part, ...values })).toThrow(/tomorrow/);
  });
});
