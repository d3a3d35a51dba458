import { costTotal, period, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { firstOf, outcomesOf, statementsFrom } from "../__fixtures__/migrated-unit.js";
import { contractOf, contracts, suppliedBy, yuan } from "../__fixtures__/unit-month.js";
import { factsOfAllYears, passedThrough5700 } from "../__fixtures__/year-2026.js";
import { migrationAccount, type MigrationAccount } from "./migration-account.js";

describe("migrationAccount of an agency that is replaced", () => {
  const waiver = {
    documentId: "D-1",
    approvedBy: "专班",
    approvedOn: plainDate("2024-02-20"),
    reason: "独家服务",
  };
  const { old } = contracts;
  const moved = (price: number, differences = {}): MigrationAccount => {
    const next = {
      ...contracts.successor,
      feeTerms: { kind: "per-head", monthlyFen: yuan(price) },
      ...differences,
    } as const;
    const workers = [
      suppliedBy(next, "W1", { branch: "2B", contractId: old.id }),
      suppliedBy(next, "W2", { branch: "2B", contractId: old.id }),
    ];
    return migrationAccount(
      statementsFrom(period("2024-03"), 3, () => ({ workers, contracts: [old, next] })),
    );
  };
  const caps = (account: MigrationAccount): unknown =>
    account.units[0]?.months.map((month) =>
      month.caps.map(({ heads, excessFen, waiverId }) => [heads, excessFen, waiverId]),
    );

  it("keeps the cap in every month at the old price", () => {
    const account = moved(60);
    expect([account.holds, outcomesOf(account)["cap"]]).toEqual([true, "holds"]);
    expect(caps(account)).toEqual([[[2, 0, undefined]], [[2, 0, undefined]], [[2, 0, undefined]]]);
  });

  it("breaks it in the first month at a higher one", () => {
    const account = moved(60.01);
    expect(firstOf(account)).toEqual(["cap", "2024-03", undefined, "C-7-new", undefined]);
    expect(account.terms.find(({ id }) => id === "cap")?.breaches).toHaveLength(3);
    // The migration's part: a fen for each of two workers and three months.
    expect(account.units[0]?.parts.migration).toEqual({ "agency-fee": 6 });
  });

  it("lets a waiver pass and shows what it covers, month by month", () => {
    const account = moved(70, { waiver });
    expect(account.holds).toBe(true);
    expect(caps(account)).toEqual(Array.from({ length: 3 }, () => [[2, 2000, "D-1"]]));
  });

  it("breaks the cap from the month on in which a small-scale taxpayer takes over in 2026", () => {
    const fee = { kind: "per-head", monthlyFen: yuan(100) } as const;
    const general = contractOf("C-old", fee, { vatIncluded: false, expiresOn: plainDate("2026-12-31") });
    const small = { ...general, id: "C-new", agencyId: "small", replaces: "C-old" };
    const account = migrationAccount(
      statementsFrom(
        period("2025-11"),
        6,
        (_, month) => {
          const isMoved = month >= "2026-03";
          const line = isMoved
            ? passedThrough5700(small, "W1", { branch: "2B", contractId: "C-old" })
            : passedThrough5700(general, "W1");
          const baselineLaw = { on: plainDate("2025-10-31") };
          return { workers: [line], contracts: isMoved ? [general, small] : [general], baselineLaw };
        },
        factsOfAllYears,
      ),
    );
    expect(firstOf(account)).toEqual(["cap", "2026-03", undefined, "C-new", undefined]);
    const months = account.units[0]?.months.map(({ period: month, parts }) => [
      month,
      costTotal(parts.law),
      costTotal(parts.migration),
    ]);
    // 5 % of 100.00 before, 6 % from 2026, and 1 % of 5,800.00 with the new agency.
    expect(months).toEqual([
      ["2025-11", 0, 0],
      ["2025-12", 0, 0],
      ["2026-01", 100, 0],
      ["2026-02", 100, 0],
      ["2026-03", 100, 5200],
      ["2026-04", 100, 5200],
    ]);
  });
});
