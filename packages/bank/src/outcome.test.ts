import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canFollow, nextOutcome, outcomeOfAll, outcomeStatuses, type OutcomeStatus } from "./outcome.js";

const later = (status: OutcomeStatus) => ({ status, source: "query" }) as const;

describe("canFollow", () => {
  // Rows are what was known, columns what comes: processing, unknown, unconfirmed, rejected, paid, returned.
  it.each([
    ["processing", "111111"],
    ["unknown", "011111"],
    ["unconfirmed", "001111"],
    ["rejected", "000101"],
    ["paid", "000011"],
    ["returned", "000001"],
  ] as const)("after %s: %s", (current, row) => {
    const columns = ["processing", "unknown", "unconfirmed", "rejected", "paid", "returned"] as const;
    expect(columns.map((next) => (canFollow(current, next) ? "1" : "0")).join("")).toBe(row);
  });
});

describe("nextOutcome", () => {
  it.each<[OutcomeStatus | undefined, OutcomeStatus, OutcomeStatus]>([
    [undefined, "paid", "processing"],
    [undefined, "processing", "processing"],
    [undefined, "rejected", "rejected"],
    [undefined, "unknown", "unknown"],
    ["processing", "rejected", "processing"],
    ["unknown", "rejected", "unknown"],
    ["unknown", "processing", "unknown"],
    ["paid", "rejected", "paid"],
    ["rejected", "processing", "rejected"],
  ])("a submission's answer: %s and then %s is %s", (current, status, expected) => {
    const step = nextOutcome(current, { status, source: "submission" });
    expect(step).toEqual({ status: expected, isContradicted: false });
  });

  it.each<[OutcomeStatus | undefined, OutcomeStatus, OutcomeStatus, boolean]>([
    [undefined, "paid", "paid", false],
    ["unknown", "paid", "paid", false],
    ["unconfirmed", "rejected", "rejected", false],
    ["unconfirmed", "processing", "unconfirmed", false],
    ["paid", "returned", "returned", false],
    ["paid", "processing", "paid", false],
    ["returned", "paid", "returned", false],
    ["rejected", "returned", "returned", false],
    ["paid", "rejected", "unknown", true],
    ["rejected", "paid", "unknown", true],
  ])("later word: %s and then %s is %s", (current, status, expected, isContradicted) => {
    for (const source of ["query", "result", "statement"] as const) {
      expect(nextOutcome(current, { status, source })).toEqual({ status: expected, isContradicted });
    }
  });

  it("never ends an unknown by a submission's answer, and never pays by one", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomeStatuses), { minLength: 1 }), (statuses) => {
        let current: OutcomeStatus = "unknown";
        let fresh: OutcomeStatus | undefined;
        for (const status of statuses) {
          current = nextOutcome(current, { status, source: "submission" }).status;
          fresh = nextOutcome(fresh, { status, source: "submission" }).status;
        }
        expect(current).toBe("unknown");
        expect(["paid", "returned"]).not.toContain(fresh);
      }),
    );
  });
});

describe("outcomeOfAll", () => {
  it("comes to what the reports come to one after the other, in any order, unless they contradict", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomeStatuses), { minLength: 1 }), (statuses) => {
        const all = outcomeOfAll(statuses);
        expect(all.isContradicted).toBe(statuses.includes("paid") && statuses.includes("rejected"));
        if (all.isContradicted) expect(all.status).toBe("unknown");
        for (const ordered of all.isContradicted ? [] : [statuses, statuses.toReversed()]) {
          let current: OutcomeStatus | undefined;
          for (const status of ordered) current = nextOutcome(current, later(status)).status;
          expect(current).toBe(all.status);
        }
      }),
    );
  });
});
