import { fen, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../__fixtures__/unit-month.js";
import type { LineInput } from "../statement/statement-input.js";
import { fitsBatch } from "./fits-batch.js";

const claim = { id: "D1", kind: "court-order", since: plainDate("2024-01-10"), dueFen: fen(100) } as const;

describe("fitsBatch", () => {
  it.each<readonly [string, Partial<LineInput>, boolean]>([
    ["regular pay", {}, true],
    [
      "a deduction that is given as an amount",
      { otherDeductions: [{ kind: "agreed", amountFen: fen(1) }] },
      true,
    ],
    ["a stay of part of the month", { stay: { from: plainDate("2024-03-16") } }, true],
    ["nothing exempt before", { exemptBeforeFen: fen(0) }, true],
    ["a bonus", { pay: [{ kind: "bonus", amountFen: fen(1) }] }, false],
    ["exempt pay", { pay: [{ kind: "other", amountFen: fen(1), isExempt: true }] }, false],
    ["exempt pay before", { exemptBeforeFen: fen(1) }, false],
    ["work injury alone", { contributionScope: "work-injury" }, false],
    ["a claim", { claims: [claim] }, false],
  ])("says of %s", (_, differences, fits) => {
    expect(fitsBatch(lineOf("W1", differences))).toBe(fits);
  });
});
