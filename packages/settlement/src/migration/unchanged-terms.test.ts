import { costTotal, plainDate, period, ratePpm } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  accountOf,
  differingIn,
  firstOf,
  migratedFrom,
  migratedWorkers,
  outcomesOf,
  statementsFrom,
  type MonthDifferences,
} from "../__fixtures__/migrated-unit.js";
import { contracts, lineOf, suppliedBy, yuan } from "../__fixtures__/unit-month.js";

describe("migrationAccount of costs that were moved", () => {
  it("names worker and component of a fee that a hosted worker is charged", () => {
    const hosted = lineOf("W1", { settledContractId: contracts.perHead.id });
    const account = differingIn("2024-04", { workers: [hosted, ...migratedWorkers.slice(1)] });
    expect(firstOf(account)).toEqual(["component-equality", "2024-04", "W1", undefined, "agency-fee"]);
    expect(account.firstBreach?.issue.message.en).toContain("60.00");
    expect(outcomesOf(account)["attribution"]).toBe("broken");
  });

  it.each<readonly [string, Partial<typeof contracts.perHead>, unknown]>([
    ["a fee raised by a fen", { feeTerms: { kind: "per-head", monthlyFen: yuan(60.01) } }, "feeTerms"],
    [
      "a minimum charge",
      { feeTerms: { kind: "per-head", monthlyFen: yuan(60), minimumFen: yuan(1) } },
      "feeTerms",
    ],
    [
      "days counted where whole months were",
      { feeTerms: { kind: "per-head", monthlyFen: yuan(60), headCounting: { kind: "by-day" } } },
      "feeTerms",
    ],
    [
      "whole months, as they were read",
      { feeTerms: { kind: "per-head", monthlyFen: yuan(60), headCounting: { kind: "whole-month" } } },
      undefined,
    ],
    ["tax on top", { vatIncluded: false }, "vatIncluded"],
    ["another service", { vatService: "agency" }, "vatService"],
    ["dispatch, as it was read", { vatService: "dispatch" }, undefined],
    ["a method that had not been said", { vatMethod: "full" }, undefined],
    ["another agency under the same contract", { agencyId: "small" }, "agencyId"],
    ["a longer term", { expiresOn: plainDate("2026-12-31") }, undefined],
  ])("finds %s, which no single month shows: %s", (_, differences, component) => {
    const contract = { ...contracts.perHead, ...differences };
    const workers = migratedWorkers.map((line) =>
      line.contractId === undefined ? line : suppliedBy(contract, line.workerId),
    );
    const account = differingIn("2024-05", { contracts: [contract], workers });
    expect(outcomesOf(account)["component-equality"]).toBe("holds");
    const breaches = account.terms.find(({ id }) => id === "contract-terms")?.breaches;
    const found = breaches?.map((breach) => [breach.period, breach.component]);
    // June has the first terms again.
    expect(found).toEqual(component === undefined ? [] : [["2024-05", component]]);
    expect(account.holds).toBe(component === undefined);
  });

  it("finds the terms changed with the migration by the months before it", () => {
    const raised = { ...contracts.perHead, feeTerms: { kind: "per-head", monthlyFen: yuan(70) } } as const;
    const differ: MonthDifferences = (_, month) => (month < migratedFrom ? {} : { contracts: [raised] });
    const all = statementsFrom(period("2024-01"), 6, differ);
    expect(firstOf(accountOf(all))).toEqual([
      "contract-terms",
      "2024-03",
      undefined,
      contracts.perHead.id,
      "feeTerms",
    ]);
    // Without the months before, every month compares the raised fee with itself.
    expect(accountOf(all.filter(({ input }) => input.period >= migratedFrom)).holds).toBe(true);
  });

  it.each([
    [true, undefined],
    [false, "vatTaxpayer"],
  ])("finds an agency that became a small-scale taxpayer where tax is in the fee (%s): %s", (...row) => {
    const [vatIncluded, component] = row;
    const contract = { ...contracts.perHead, vatIncluded };
    const agencies = (vatTaxpayer: "general" | "small-scale") => [
      { id: "general", name: "甲机构", vatTaxpayer },
    ];
    const account = accountOf(
      statementsFrom(period("2024-01"), 6, (_, month) => ({
        contracts: [contract],
        agencies: agencies(month < "2024-05" ? "general" : "small-scale"),
      })),
    );
    expect(account.firstBreach?.component).toBe(component);
    expect(account.holds).toBe(vatIncluded);
  });

  it.each([
    ["gross", { grossFen: yuan(4001) }],
    ["contribution-wage", { contributionWageFen: yuan(3900) }],
    ["housing-fund-rate", { housingFundRate: ratePpm(70_000) }],
  ])("finds that the %s from before the migration moved", (component, differences) => {
    const [, second, third] = migratedWorkers;
    if (second?.baseline === undefined || third === undefined) throw new Error("no baseline");
    const moved = { ...second, baseline: { ...second.baseline, ...differences } };
    const account = differingIn("2024-05", { workers: [lineOf("W1"), moved, third] });
    expect(firstOf(account)).toEqual(["baseline", "2024-05", "W2", undefined, component]);
  });

  it("compares what is said of the time before with the last month before", () => {
    const lower = lineOf("W1", { contributionWageFen: yuan(3800) });
    const account = differingIn("2024-02", { workers: [lower, ...migratedWorkers.slice(1)] });
    expect(firstOf(account)).toEqual(["baseline", "2024-03", "W1", undefined, "contribution-wage"]);
    // January is not the last month before.
    expect(differingIn("2024-01", { workers: [lower, ...migratedWorkers.slice(1)] }).holds).toBe(true);
  });

  it("is not broken by pay, wage and fund rate that change with the facts", () => {
    const raised = lineOf("W1", {
      pay: [{ kind: "basic", amountFen: yuan(4600) }],
      contributionWageFen: yuan(4600),
      housingFundRate: ratePpm(120_000),
    });
    const account = differingIn("2024-05", { workers: [raised, ...migratedWorkers.slice(1)] });
    expect(account.holds).toBe(true);
    const parts = account.units[0]?.parts;
    // 600.00 of pay; 8 % → 12 % of fund on 4,000.00; then 600.00 of base at 16, 8, 0.5, 0.4 and 12 %.
    expect(parts?.["hr-facts"]).toEqual({ pay: 60_000, "housing-fund": 16_000 });
    expect(parts && costTotal(parts.base)).toBe(9600 + 4800 + 300 + 240 + 7200);
    expect(parts?.migration).toEqual({});
  });
});
