import { fen, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { draftOf, rowOf, tableOf } from "../../__fixtures__/project.js";
import { facts } from "../../__fixtures__/unit-month.js";
import { projectWages, type ProjectWageDraft, type ProjectWageTableDraft } from "./project-wages.js";

function codesOf(lines: readonly ProjectWageDraft[], differences: Partial<ProjectWageTableDraft> = {}) {
  const table = projectWages(draftOf(lines, differences), facts);
  const found = table.issues
    .filter(({ code }) => code !== "fact-not-confirmed")
    .map(({ code, subject }) => [code, subject?.workerId]);
  return { found, excluded: table.ok ? table.value.excluded.map(({ workerId }) => workerId) : "no table" };
}

describe("projectWages", () => {
  it("adds pay and overtime, takes what may be taken, and totals the table", () => {
    const table = tableOf([
      rowOf("W1", {
        overtimeFen: fen(30_000),
        deductions: [
          { kind: "pension", amountFen: fen(29_272) },
          { kind: "income-tax", amountFen: fen(1000) },
        ],
      }),
      rowOf("W2"),
    ]);
    // 5,170 + 300 − 292.72 − 10 = 5,167.28
    expect(
      table.lines.map(({ grossFen, deductionsFen, netFen }) => [grossFen, deductionsFen, netFen]),
    ).toEqual([
      [547_000, 30_272, 516_728],
      [517_000, 0, 517_000],
    ]);
    expect([table.grossFen, table.netFen]).toEqual([1_064_000, 1_033_728]);
    expect([table.population, table.route]).toEqual(["migrant-worker", "project-account"]);
  });

  it.each<readonly [string, Partial<ProjectWageDraft>, readonly string[]]>([
    ["32 days attended in March", { work: { attendedCentidays: 3200 } }, ["attendance-beyond-period"]],
    ["no hours", { terms: { kind: "hour", hourFen: fen(2000) } }, ["work-figure-missing"]],
    [
      "a management fee",
      { deductions: [{ kind: "management-fee" as "agreed", amountFen: fen(1) }] },
      ["deduction-unlawful"],
    ],
    [
      "a deduction below nought",
      { deductions: [{ kind: "agreed", amountFen: fen(-1) }] },
      ["deduction-unlawful"],
    ],
  ])("excludes a row with %s, and settles the rest", (_, differences, codes) => {
    const { found, excluded } = codesOf([rowOf("W1", differences), rowOf("W2")]);
    expect(found).toEqual(codes.map((code) => [code, "W1"]));
    expect(excluded).toEqual(["W1"]);
  });

  it("excludes every row of somebody who stands on the table twice", () => {
    const { found, excluded } = codesOf([rowOf("W1"), rowOf("W2"), rowOf("W1")]);
    expect(found).toEqual([
      ["wage-line-repeated", "W1"],
      ["wage-line-repeated", "W1"],
    ]);
    expect(excluded).toEqual(["W1", "W1"]);
  });

  it.each<readonly [string, Partial<ProjectWageDraft>, readonly string[]]>([
    ["31 days attended", { work: { attendedCentidays: 3100 } }, []],
    ["nobody registered: the work was done", { registered: false }, ["worker-not-registered"]],
    [
      // 10 days: 1,730 × 10 ÷ 21.75 = 795.40…; 79.54 a day is a fen too little, 79.55 is enough.
      "pay below the minimum for the days attended",
      { terms: { kind: "day", dayFen: fen(7954) }, work: { attendedCentidays: 1000 } },
      ["pay-below-attendance-minimum"],
    ],
    ["pay at it", { terms: { kind: "day", dayFen: fen(7955) }, work: { attendedCentidays: 1000 } }, []],
    [
      "overtime, which does not count towards it",
      {
        terms: { kind: "day", dayFen: fen(7954) },
        work: { attendedCentidays: 1000 },
        overtimeFen: fen(50_000),
      },
      ["pay-below-attendance-minimum"],
    ],
    [
      "part-time work below the hourly standard of 17.30",
      {
        terms: { kind: "hour", hourFen: fen(1729) },
        work: { attendedCentidays: 2000, centihours: 8000 },
        partTime: true,
      },
      ["pay-below-attendance-minimum"],
    ],
    [
      "part-time work at it",
      {
        terms: { kind: "hour", hourFen: fen(1730) },
        work: { attendedCentidays: 2000, centihours: 8000 },
        partTime: true,
      },
      [],
    ],
    [
      "deductions above the pay",
      { deductions: [{ kind: "court-order", amountFen: fen(517_001) }] },
      ["negative-net"],
    ],
  ])("keeps a row with %s", (_, differences, codes) => {
    const { found, excluded } = codesOf([rowOf("W1", differences)]);
    expect(found).toEqual(codes.map((code) => [code, "W1"]));
    expect(excluded).toEqual([]);
  });

  it("pays where no minimum wage is established, and says so", () => {
    const year = { from: plainDate("2025-03-01"), to: plainDate("2025-03-31") };
    const table = projectWages(draftOf([rowOf("W1")], year), facts);
    expect(table.issues.map(({ code, severity }) => [code, severity])).toEqual([["fact-unknown", "warning"]]);
    expect(table.ok && table.value.lines.map(({ netFen, minimum }) => [netFen, minimum])).toEqual([
      [517_000, null],
    ]);
  });

  it("names once each fact of the table that is not confirmed", () => {
    // The standard of 2024-04-01 and its list of counties are not confirmed.
    const april = { from: plainDate("2024-04-01"), to: plainDate("2024-04-30") };
    const table = projectWages(draftOf([rowOf("W1"), rowOf("W2")], april), facts);
    expect(table.issues.map(({ code }) => code)).toEqual(["fact-not-confirmed", "fact-not-confirmed"]);
  });

  it.each([
    ["2024-03-01", "2024-04-01"],
    ["2024-03-15", "2024-03-14"],
    ["2024-01-31", "2024-02-29"],
  ])("makes no table from %s to %s", (from, to) => {
    const period = { from: plainDate(from), to: plainDate(to) };
    expect(codesOf([rowOf("W1")], period)).toEqual({
      found: [["wage-table-period-wrong", undefined]],
      excluded: "no table",
    });
  });

  it.each([
    ["2024-03-15", "2024-04-14"],
    ["2024-03-15", "2024-03-15"],
    ["2024-01-31", "2024-02-28"],
  ])("makes one from %s to %s", (from, to) => {
    const work = { attendedCentidays: 100 };
    const period = { from: plainDate(from), to: plainDate(to) };
    expect(codesOf([rowOf("W1", { work })], period)).toEqual({ found: [], excluded: [] });
  });
});
