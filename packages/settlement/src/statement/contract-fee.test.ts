import { plainDate, ratePpm, type AgencyContract, type FeeTerms, type Stay } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractOf, monthOf, statementOf, suppliedBy, termOf, yuan } from "../__fixtures__/unit-month.js";
import { factsOfAllYears, monthIn, passedThrough5700 } from "../__fixtures__/year-2026.js";
import { explainItem } from "../explanation/explain.js";
import type { SettlementStatement } from "./statement.js";

const joiner: Stay = { from: plainDate("2024-03-16") };
const leaver: Stay = { to: plainDate("2024-03-10") };
const head = { kind: "per-head", monthlyFen: yuan(62) } as const;

/** Three workers, one of them for 16 days of March and one for 10, under a contract. */
function joinedAndLeft(feeTerms: FeeTerms, differences: Partial<AgencyContract> = {}): SettlementStatement {
  const contract = contractOf("C", feeTerms, differences);
  const stays = [undefined, joiner, leaver];
  const lines = stays.map((stay, index) => suppliedBy(contract, `W${index + 1}`, { stay }));
  return statementOf(monthOf(lines, [contract]));
}

function told(statement: SettlementStatement, code: string): readonly string[] {
  return statement.remarks.filter((remark) => remark.code === code).map(({ message }) => message.en);
}

describe("reckonFees of workers who join or leave inside the month", () => {
  const byDay: FeeTerms = { ...head, headCounting: { kind: "by-day" } };

  it("counts days: 62.00, 16 and 10 days of 2.00, and shares and explains them so", () => {
    const statement = joinedAndLeft(byDay);
    expect(statement.fees).toMatchObject([{ heads: 3, headDays: 57, feeFen: 11_400 }]);
    expect(statement.lines.map(({ agencyFeeFen }) => agencyFeeFen)).toEqual([6200, 3200, 2000]);
    expect(explainItem(statement, "W2", "agency-fee")?.formula).toBe("114.00 × 16 ÷ 57");
    expect(told(statement, "fee-head-counting-assumed")).toEqual([]);
    expect(termOf(statement, "component-equality")).toEqual(["holds", []]);
    expect(termOf(statement, "rounding")).toEqual(["holds", []]);
  });

  it("counts whole months where the contract does not say, and gives the other figure", () => {
    const statement = joinedAndLeft(head);
    expect(statement.fees).toMatchObject([{ headDays: 93, feeFen: 18_600 }]);
    const [remark, ...more] = told(statement, "fee-head-counting-assumed");
    expect(more).toEqual([]);
    expect(remark).toContain("186.00");
    expect(remark).toContain("114.00");
  });

  it.each<readonly [string, FeeTerms]>([
    ["a contract that says so", { ...head, headCounting: { kind: "whole-month" } }],
    ["a fixed fee", { kind: "fixed", monthlyFen: yuan(62) }],
    ["a share of pay", { kind: "rate-on-gross", ppm: ratePpm(30_000) }],
    ["a minimum charge above either figure", { ...head, minimumFen: yuan(200) }],
  ])("assumes nothing of %s", (_, terms) => {
    expect(told(joinedAndLeft(terms), "fee-head-counting-assumed")).toEqual([]);
  });

  it("assumes nothing where everybody was there throughout", () => {
    const contract = contractOf("C", head);
    const statement = statementOf(monthOf([suppliedBy(contract, "W1")], [contract]));
    expect(told(statement, "fee-head-counting-assumed")).toEqual([]);
    expect(statement.fees[0]).not.toHaveProperty("headDays");
  });

  it("shares a minimum charge by days, and evenly where nobody counts", () => {
    const minimum = { ...head, minimumFen: yuan(200) } as const;
    const shares = (terms: FeeTerms): readonly number[] =>
      joinedAndLeft(terms).lines.map(({ agencyFeeFen }) => agencyFeeFen);
    // 200.00 by 31, 16 and 10 of 57 days: 108.771…, 56.140…, 35.087….
    expect(shares({ ...minimum, headCounting: { kind: "by-day" } })).toEqual([10_877, 5614, 3509]);
    // On the 12th only the first counts.
    expect(shares({ ...minimum, headCounting: { kind: "threshold-day", day: 12 } })).toEqual([20_000, 0, 0]);
    expect(joinedAndLeft({ ...head, maximumFen: yuan(100) }).fees).toMatchObject([{ feeFen: 10_000 }]);
    const explained = explainItem(joinedAndLeft(minimum), "W1", "agency-fee");
    const shown = Object.fromEntries(explained?.inputs.map(({ en, value }) => [en, value]) ?? []);
    expect(shown).toMatchObject({ "days counted": "93", "a month at least": "200.00" });
    expect(shown).not.toHaveProperty("a month at most");
  });

  it("counts the days on the old contract and the new alike, and whole workers before the migration", () => {
    const [old, next] = [contractOf("C-old", byDay), contractOf("C-new", byDay, { replaces: "C-old" })];
    const line = suppliedBy(next, "W1", {
      branch: "2B",
      contractId: "C-old",
      monthsAtAgent: 1,
      stay: joiner,
    });
    const statement = statementOf(monthOf([line], [old, next]));
    expect(termOf(statement, "cap")).toEqual(["holds", []]);
    // 62.00 of a whole worker before, 32.00 of 16 days now: a change of HR facts.
    expect(statement.costChange.parts["hr-facts"]).toEqual({ "agency-fee": -3000 });
    expect(statement.costChange.parts.migration).toEqual({});
  });
});

describe("remarks on contracts", () => {
  it.each([
    ["2024-03-30", true],
    ["2024-03-15", true],
    ["2024-02-29", true],
    ["2024-03-31", false],
    ["2024-04-01", false],
  ])("asks for a decision on a contract that ends on %s: %s", (expiresOn, isTold) => {
    const statement = joinedAndLeft(head, { expiresOn: plainDate(expiresOn) });
    expect(told(statement, "fee-after-contract-end")).toHaveLength(isTold ? 1 : 0);
    // Pay may not break: the fee goes on by the terms of the contract.
    expect(statement.fees).toMatchObject([{ feeFen: 18_600 }]);
  });

  it.each<readonly [string, FeeTerms, string | undefined]>([
    ["a fixed fee", { kind: "fixed", monthlyFen: yuan(100) }, "100.00"],
    ["a quote", { kind: "quote", monthlyFen: yuan(70), quoteId: "Q" }, "70.00"],
    ["a minimum charge", { ...head, minimumFen: yuan(50) }, "50.00"],
    ["a price a head", head, undefined],
  ])("says of a contract without workers that %s is not charged", (_, feeTerms, fee) => {
    const used = contractOf("C-used", head);
    const idle = contractOf("C-idle", feeTerms);
    const statement = statementOf(monthOf([suppliedBy(used, "W1")], [used, idle]));
    const remarks = told(statement, "fee-without-workers");
    expect(remarks).toHaveLength(fee === undefined ? 0 : 1);
    if (fee !== undefined) expect(remarks[0]).toContain(fee);
    expect(statement.fees.map(({ contractId }) => contractId)).toEqual(["C-used"]);
  });

  it("says nothing of a contract that another one took the place of", () => {
    const old = contractOf("C-old", { kind: "fixed", monthlyFen: yuan(100) });
    const next = contractOf("C-new", head, { replaces: "C-old" });
    const line = suppliedBy(next, "W1", { branch: "2B", contractId: "C-old", monthsAtAgent: 1 });
    expect(told(statementOf(monthOf([line], [old, next])), "fee-without-workers")).toEqual([]);
  });
});

describe("tax on top of a fee", () => {
  const fee = { kind: "per-head", monthlyFen: yuan(100) } as const;
  const cases: readonly (readonly [
    month: string,
    agencyId: "general" | "small",
    differences: Partial<AgencyContract>,
    vat: number | null,
    codes: readonly string[],
  ])[] = [
    // 5,700 of pay passed through and 100 of fee. To 2025: 5 % of the fee where the balance is elected.
    ["2025-12", "general", {}, 5, ["fee-vat-balance-assumed"]],
    ["2025-12", "general", { vatMethod: "balance" }, 5, []],
    ["2025-12", "general", { vatMethod: "full" }, 348, ["fee-vat-on-price"]],
    ["2025-12", "small", {}, 5, ["fee-vat-balance-assumed"]],
    ["2025-12", "small", { vatMethod: "full" }, 58, ["fee-vat-on-price"]],
    // From 2026: general taxpayers 6 % of the balance, small-scale ones 1 % of the full price.
    ["2026-01", "general", {}, 6, []],
    ["2026-01", "small", {}, 58, ["fee-vat-on-price"]],
    ["2026-01", "small", { vatMethod: "balance" }, null, ["fee-vat-unknown"]],
    ["2026-01", "general", { vatService: "dispatch-unlicensed" }, 348, ["fee-vat-on-price"]],
    ["2026-01", "small", { vatService: "dispatch-unlicensed" }, null, ["fee-vat-unknown"]],
    // HR outsourcing: 6 % of the balance or 5 % elected, 1 % for small-scale taxpayers; from 2026 a gap.
    ["2024-06", "general", { mode: "outsourcing", vatService: "agency" }, 6, ["fee-vat-balance-assumed"]],
    ["2024-06", "general", { mode: "outsourcing", vatService: "agency", vatMethod: "simple" }, 5, []],
    ["2024-06", "small", { mode: "outsourcing", vatService: "agency" }, 1, []],
    ["2026-01", "general", { mode: "outsourcing", vatService: "agency" }, null, ["fee-vat-unknown"]],
    // Labour outsourcing: 6 % or 9 % of the full price from 2026, nothing established before.
    ["2026-01", "general", { mode: "outsourcing", vatService: "outsourcing" }, 348, ["fee-vat-on-price"]],
    [
      "2026-01",
      "general",
      { mode: "outsourcing", vatService: "outsourcing-construction" },
      522,
      ["fee-vat-on-price"],
    ],
    ["2025-12", "general", { mode: "outsourcing", vatService: "outsourcing" }, null, ["fee-vat-unknown"]],
    // Which outsourcing it is, only the contract can say.
    ["2024-06", "general", { mode: "outsourcing" }, null, ["fee-vat-unknown"]],
    ["2026-01", "general", { mode: "outsourcing" }, null, ["fee-vat-unknown"]],
    // Time without a rule.
    ["2028-01", "general", {}, null, ["fee-vat-unknown"]],
    ["2028-01", "small", {}, null, ["fee-vat-unknown"]],
    // A fee that contains its tax.
    ["2026-01", "small", { vatIncluded: true }, 0, []],
  ];

  it.each(cases)("in %s by the %s taxpayer, %j: %s", (month, agencyId, differences, vat, codes) => {
    const contract = contractOf("C", fee, { agencyId, vatIncluded: false, ...differences });
    const given = monthIn(month, [passedThrough5700(contract, "W1")], [contract]);
    const statement = statementOf(given, factsOfAllYears);
    expect(statement.fees[0]?.vatOnTopFen).toBe(vat === null ? null : vat * 100);
    expect(statement.lines[0]?.vatFen).toBe((vat ?? 0) * 100);
    const found = statement.remarks.map(({ code }) => code).filter((code) => code.startsWith("fee-vat"));
    expect(found).toEqual(codes);
  });

  it("shares tax on the full price by the price of each worker, also of one without a fee", () => {
    const on15 = { ...head, headCounting: { kind: "threshold-day", day: 15 } } as const;
    const contract = contractOf("C", on15, { agencyId: "small", vatIncluded: false });
    const stay = { from: plainDate("2026-01-16") };
    const lines = [
      passedThrough5700(contract, "W1"),
      passedThrough5700(contract, "W2", { stay, pay: [{ kind: "basic", amountFen: yuan(2000) }] }),
    ];
    const statement = statementOf(monthIn("2026-01", lines, [contract]), factsOfAllYears);
    // 1 % of 5,700 + 2,000 + 62 = 77.62, shared as 5,762 to 2,000.
    expect(statement.fees).toMatchObject([{ feeFen: 6200, vatOnTopFen: 7762, isVatOnPrice: true }]);
    expect(statement.lines.map(({ vatFen }) => vatFen)).toEqual([5762, 2000]);
    expect(explainItem(statement, "W2", "vat")?.formula).toBe("77.62 × 2000.00 ÷ 7762.00");
  });

  it("puts the small-scale taxpayer's tax of 2026 down to the law: from 5.00 to 58.00", () => {
    const contract = contractOf("C", fee, { agencyId: "small", vatIncluded: false });
    const given = monthIn("2026-01", [passedThrough5700(contract, "W1")], [contract]);
    const statement = statementOf(given, factsOfAllYears);
    expect(statement.costChange.parts.law).toEqual({ vat: 5300 });
    expect(statement.costChange.parts.migration).toEqual({});
    expect(termOf(statement, "attribution")).toEqual(["holds", []]);
    expect(termOf(statement, "component-equality")).toEqual(["holds", []]);
  });

  it("breaks the cap by choosing a small-scale agency in 2026 at the same fee", () => {
    const old = contractOf("C-old", fee, { vatIncluded: false });
    const next = { ...old, id: "C-new", agencyId: "small", replaces: "C-old" };
    const line = passedThrough5700(next, "W1", { branch: "2B", contractId: "C-old" });
    const statement = statementOf(monthIn("2026-01", [line], [old, next]), factsOfAllYears);
    expect(termOf(statement, "cap")).toEqual(["broken", ["C-new"]]);
    // 6.00 at the general taxpayer, 58.00 at the small-scale one: the migration's doing, not the law's.
    expect(statement.costChange.parts.migration).toEqual({ vat: 5200 });
    expect(statement.costChange.parts.law).toEqual({ vat: 100 });
  });
});

describe("fees on any workers", () => {
  const anyDay = fc.integer({ min: 1, max: 31 }).map((day) => `2024-03-${String(day).padStart(2, "0")}`);
  const anyStay = fc.oneof(
    fc.constant(undefined),
    anyDay.map((day): Stay => ({ from: plainDate(day) })),
    anyDay.map((day): Stay => ({ to: plainDate(day) })),
  );
  const anyTerms = fc.constantFrom<FeeTerms>(
    { ...head, headCounting: { kind: "by-day" } },
    { ...head, headCounting: { kind: "threshold-day", day: 15 }, minimumFen: yuan(80) },
    { kind: "rate-on-gross", ppm: ratePpm(31_700), maximumFen: yuan(300) },
  );

  it("are the same in any order of the workers, add up to the whole and cost no worker more for the platform", () => {
    fc.assert(
      fc.property(anyTerms, fc.array(anyStay, { minLength: 1, maxLength: 6 }), (feeTerms, stays) => {
        const contract = contractOf("C", feeTerms, { vatIncluded: false });
        const lines = stays.map((stay, index) => suppliedBy(contract, `W${index}`, { stay }));
        const statement = statementOf(monthOf(lines, [contract]));
        const reversed = statementOf(monthOf(lines.toReversed(), [contract]));
        expect(reversed.digest).toBe(statement.digest);
        const [fee] = statement.fees;
        expect(statement.totals.agencyFeeFen).toBe(fee?.feeFen);
        expect(statement.totals.vatFen).toBe(fee?.vatOnTopFen);
        for (const line of statement.lines) expect(line.chargedCost).toEqual(line.originalCost);
      }),
      { numRuns: 60 },
    );
  });
});
