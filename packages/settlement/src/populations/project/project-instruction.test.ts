import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { platform, projectAccount, rowOf, steps, tableOf } from "../../__fixtures__/project.js";
import { settleUnit } from "../../statement/settle-unit.js";
import { facts, monthOf } from "../../__fixtures__/unit-month.js";
import { instructProjectWages } from "./project-instruction.js";
import type { WageTableStep } from "./wage-table-steps.js";

const { drawUp, review, instruct, confirm } = steps;

function instructionOf(
  taken: readonly WageTableStep[],
  table = tableOf([rowOf("W1"), rowOf("W2"), rowOf("W3", { ownAccount: undefined })]),
) {
  return instructProjectWages(table, { steps: taken, payingAccount: projectAccount, platform });
}

describe("instructProjectWages", () => {
  it("pays what is confirmed, reviewed and instructed, and holds the rest with the reason", () => {
    const made = instructionOf([drawUp, confirm("W1"), confirm("W3"), review, instruct]);
    if (!made.ok) throw new Error("not made");
    expect(made.value.payments.map(({ workerId, netFen }) => [workerId, netFen])).toEqual([["W1", 517_000]]);
    expect(made.value.held.map(({ workerId, codes }) => [workerId, codes])).toEqual([
      ["W3", ["own-account-missing"]],
    ]);
    expect(made.value.totalFen).toBe(517_000);
    expect(made.issues.map(({ code, subject }) => [code, subject?.workerId])).toEqual([
      ["wage-line-not-confirmed", "W2"],
      ["own-account-missing", "W3"],
    ]);
  });

  it("pays nobody before the instruction, and nobody below nought", () => {
    const early = instructionOf([drawUp, confirm("W1"), review]);
    expect(early.ok && early.value.payments).toEqual([]);
    const owing = tableOf([rowOf("W1", { deductions: [{ kind: "court-order", amountFen: fen(600_000) }] })]);
    const made = instructionOf([drawUp, confirm("W1", -83_000), review, instruct], owing);
    expect(made.ok && [made.value.payments, made.value.held]).toEqual([[], []]);
  });

  it.each([
    ["another project's", { ...projectAccount, projectId: "PR2" }],
    ["the subcontractor's", { ...projectAccount, holderId: "S1" }],
  ])("makes no instruction to %s account", (_, payingAccount) => {
    const table = tableOf([rowOf("W1")]);
    const made = instructProjectWages(table, { steps: [drawUp], payingAccount, platform });
    expect([made.ok, made.issues.map(({ code }) => code)]).toEqual([
      false,
      ["paying-account-of-another-project"],
    ]);
  });

  it("is refused as a worker of a unit's month", () => {
    const [wage] = tableOf([rowOf("W1")]).lines;
    const month = monthOf([{ ...wage, route: "project-account" } as never]);
    const settled = settleUnit(month, facts);
    expect(settled.ok).toBe(false);
    expect(settled.issues.map(({ path }) => path)).toContain("/workers/0/route");
  });
});
