import { costCauses, costTotal, fen, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accountOf,
  differingIn,
  firstOf,
  migratedFrom,
  outcomesOf,
  sixMonths,
  statementsFrom,
} from "../__fixtures__/migrated-unit.js";
import { naiveMonth } from "../__fixtures__/naive-payroll.js";
import { contracts, lineOf, suppliedBy, yuan } from "../__fixtures__/unit-month.js";
import { accountTermIds } from "./account-breach.js";
import { migrationAccount, type AccountOptions } from "./migration-account.js";

const sum = (amounts: readonly number[]): number => amounts.reduce((left, right) => left + right, 0);

describe("migrationAccount of a migration that adds nothing", () => {
  const account = accountOf(sixMonths);

  it("holds, and says what there was nothing to test on", () => {
    expect(account.holds).toBe(true);
    expect(account.firstBreach).toBeUndefined();
    const untested = Object.entries(outcomesOf(account)).filter(([, outcome]) => outcome === "not-tested");
    expect(untested.map(([id]) => id)).toEqual(["cap", "float"]);
    expect(account.terms.map(({ id }) => id)).toEqual(accountTermIds);
  });

  it("has the months after the migration of each unit, and the last one before", () => {
    const [unit, ...others] = account.units;
    expect(others).toEqual([]);
    expect(unit?.months.map((month) => month.period)).toEqual(["2024-03", "2024-04", "2024-05", "2024-06"]);
    // W1 to W3: 4,000.00 + 16 %, 8 %, 0.5 % and 0.4 % of 4,000.00 + 8 % of fund, two fees of 60.00.
    const cost = 3 * (400_000 + 64_000 + 32_000 + 2000 + 1600 + 32_000) + 2 * 6000;
    expect(unit?.lastBefore).toEqual({ period: "2024-02", costFen: cost });
    expect([unit?.beforeFen, unit?.afterFen, unit?.chargedFen]).toEqual([4 * cost, 4 * cost, 4 * cost]);
    // February's cost was due in March; each month received what the month before was charged.
    expect(unit?.openingBalanceFen).toBe(cost);
    expect([unit?.receivedFen, unit?.closingBalanceFen]).toEqual([4 * cost, cost]);
    expect([unit?.paidFen, unit?.heldFen]).toEqual([4 * cost, 0]);
  });

  it("shows of every worker and month what the old arrangement would cost and what was charged", () => {
    expect(account.workers.map(({ workerId, months }) => [workerId, months.length])).toEqual([
      ["W1", 4],
      ["W2", 4],
      ["W3", 4],
    ]);
    for (const { lastBefore, months } of account.workers) {
      for (const { originalFen, chargedFen } of months) {
        expect([originalFen, chargedFen]).toEqual([lastBefore?.costFen, lastBefore?.costFen]);
      }
    }
  });

  it("has no months before the migration without a month from which it is", () => {
    const [unit] = migrationAccount(sixMonths).units;
    expect([unit?.months.length, unit?.lastBefore]).toEqual([6, undefined]);
  });

  it("holds of nothing, having tested nothing", () => {
    const nothing = migrationAccount([]);
    expect([nothing.holds, nothing.units, nothing.workers]).toEqual([true, [], []]);
    expect(new Set(Object.values(outcomesOf(nothing)))).toEqual(new Set(["not-tested"]));
  });

  it("holds over a month without workers and over a contract that lapses inside a month", () => {
    expect(differingIn("2024-05", { workers: [] }).holds).toBe(true);
    const lapsed = { ...contracts.perHead, expiresOn: plainDate("2024-05-15") };
    const account2 = differingIn("2024-05", { contracts: [lapsed] });
    expect(account2.holds).toBe(true);
  });
});

describe("migrationAccount of months that do not follow each other", () => {
  it("names the months that are missing, and the balance that then does not follow", () => {
    const account = accountOf(
      sixMonths.filter(({ input }) => !["2024-04", "2024-05"].includes(input.period)),
    );
    expect(firstOf(account).slice(0, 2)).toEqual(["sequence", "2024-06"]);
    expect(account.firstBreach?.issue.message.en).toContain("from 2024-04 to 2024-05");
  });

  it("asks for the month between the last one before the migration and the first one after", () => {
    const account = accountOf(sixMonths.filter(({ input }) => input.period !== "2024-03"));
    expect(firstOf(account).slice(0, 2)).toEqual(["sequence", "2024-04"]);
  });

  it("names a month that is there twice", () => {
    const again = sixMonths.filter(({ input }) => input.period === "2024-04");
    expect(firstOf(accountOf([...sixMonths, ...again])).slice(0, 2)).toEqual(["sequence", "2024-04"]);
  });

  it("names the month that does not begin with the balance of the one before", () => {
    const march = sixMonths.find(({ input }) => input.period === "2024-03");
    const previousBalanceFen = fen((march?.funding.stillDueFen ?? 0) + 1);
    const account = differingIn("2024-04", { previousBalanceFen });
    expect(firstOf(account).slice(0, 2)).toEqual(["balances", "2024-04"]);
  });

  it("does not ask for a chain of balances before the migration", () => {
    expect(differingIn("2024-02", { previousBalanceFen: yuan(999) }).holds).toBe(true);
  });
});

describe("migrationAccount on money that lies", () => {
  // Received on Friday 8 March; S-2024-03-U1 allows three days.
  const paid = (paidOn: string): AccountOptions["cash"] => [
    { statementId: "S-2024-03-U1", receivedOn: plainDate("2024-03-08"), paidOn: plainDate(paidOn) },
  ];
  const calendar = {
    from: plainDate("2024-01-01"),
    to: plainDate("2024-12-31"),
    restDays: [],
    workDays: [],
  };

  it.each([
    ["2024-03-11", undefined, "holds", { days: 3, counted: "calendar-days" }],
    ["2024-03-12", undefined, "broken", { days: 4, counted: "calendar-days" }],
    ["2024-03-12", calendar, "holds", { days: 2, counted: "working-days" }],
    ["2024-03-13", calendar, "holds", { days: 3, counted: "working-days" }],
    ["2024-03-14", calendar, "broken", { days: 4, counted: "working-days" }],
  ] as const)("until %s: %s", (paidOn, given, outcome, float) => {
    const account = accountOf(sixMonths, { cash: paid(paidOn), calendar: given });
    expect(outcomesOf(account)["float"]).toBe(outcome);
    expect(account.units[0]?.months.map((month) => month.float)).toEqual([
      float,
      undefined,
      undefined,
      undefined,
    ]);
    const words = float.counted === "calendar-days" ? "calendar days" : "working days";
    if (outcome === "broken") expect(account.firstBreach?.issue.message.en).toContain(`4 ${words}`);
  });
});

describe("migrationAccount of any migration", () => {
  const anyMonths = fc.array(
    fc.array(fc.record({ basic: fc.nat(2_000_000), wage: fc.nat(2_000_000), kind: fc.nat(2) }), {
      maxLength: 5,
    }),
    { minLength: 1, maxLength: 5 },
  );
  const drafted = (months: typeof anyMonths extends fc.Arbitrary<infer Value> ? Value : never) =>
    statementsFrom(migratedFrom, months.length, (index) => ({
      workers: (months[index] ?? []).map(({ basic, wage, kind }, place) => {
        const differences = {
          pay: [{ kind: "basic" as const, amountFen: fen(basic) }],
          contributionWageFen: fen(wage),
          hasAccount: basic % 3 > 0,
        };
        const workerId = `R${place}`;
        return kind === 0
          ? lineOf(workerId, differences)
          : suppliedBy(contracts.perHead, workerId, differences);
      }),
    }));

  it("holds on cases 1 and 2a; the parts are the whole, and the money in is the money out", () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const account = accountOf(drafted(months));
        expect(account.firstBreach?.issue.message.en).toBeUndefined();
        const [unit] = account.units;
        if (unit === undefined) throw new Error("no unit");
        const parts = sum(costCauses.map((cause) => costTotal(unit.parts[cause])));
        expect(unit.beforeFen + parts).toBe(unit.afterFen);
        expect(unit.openingBalanceFen + unit.chargedFen - unit.receivedFen).toBe(unit.closingBalanceFen);
        expect(unit.paidFen + unit.heldFen).toBe(unit.chargedFen);
        const charged = account.workers.flatMap((worker) =>
          worker.months.map(({ chargedFen }) => chargedFen),
        );
        expect(sum(charged)).toBe(unit.afterFen);
      }),
      { numRuns: 40 },
    );
  });

  it("costs the unit what a second implementation has without any platform", () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const statements = drafted(months);
        const byHand = statements.flatMap(({ input }) =>
          input.workers.map(({ pay, contributionWageFen, branch }) => {
            const month = naiveMonth({
              month: input.period,
              boundsOf: "2024",
              pay: pay.map(({ amountFen }) => amountFen),
              contributionWage: contributionWageFen,
              fundPercent: 8,
              mode: "months-at-unit",
              monthsAtAgent: 3,
              additional: 0,
              incomeBefore: 0,
              specialBefore: 0,
              withheldBefore: 0,
              otherDeductions: [],
              injuryClass: 2,
            });
            return month.gross + month.employer + (branch === "2A" ? 6000 : 0);
          }),
        );
        expect(accountOf(statements).units[0]?.afterFen).toBe(sum(byHand));
      }),
      { numRuns: 40 },
    );
  });

  it("is the same in whatever order the statements come", () => {
    const shuffled = fc.shuffledSubarray([...sixMonths], { minLength: sixMonths.length });
    fc.assert(
      fc.property(shuffled, (statements) => {
        expect(accountOf(statements)).toEqual(accountOf(sixMonths));
      }),
      { numRuns: 20 },
    );
  });
});
