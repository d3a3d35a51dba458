import { period, plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import {
  contractOf,
  lineOf,
  monthOf,
  statementOf,
  suppliedBy,
  termOf,
  yuan,
} from "../__fixtures__/unit-month.js";

describe("costChangeOf", () => {
  it("puts a rate that was not known before down to the law", () => {
    const baselineLaw = { on: plainDate("2023-04-30"), knownOn: plainDate("2024-03-31") };
    const { parts } = statementOf(monthOf([lineOf("W1")], [], { baselineLaw })).costChange;
    expect(parts.law).toEqual({ "employer:unemployment": 2000 });
    expect([parts["hr-facts"], parts.base, parts.migration]).toEqual([{}, {}, {}]);
  });

  it("puts pay down to HR facts and the wage that contributions are declared on to the base", () => {
    const line = lineOf("W1", {
      pay: [{ kind: "basic", amountFen: yuan(4500) }],
      contributionWageFen: yuan(4500),
    });
    const { parts } = statementOf(monthOf([line])).costChange;
    expect(parts["hr-facts"]).toEqual({ pay: 50_000 });
    // 500.00 more of base: 16, 8, 0.5 and 0.4 % and 8 % of housing fund.
    expect(parts.base).toEqual({
      "employer:medical": 4000,
      "employer:pension": 8000,
      "employer:unemployment": 250,
      "employer:workInjury": 200,
      "housing-fund": 4000,
    });
    expect(parts.migration).toEqual({});
  });

  it("puts the tax of 2026 on the balance of dispatch down to the law, not to the platform", () => {
    const bounds = {
      value: { lowerFen: yuan(3900), upperFen: yuan(19_500) },
      effectiveFrom: plainDate("2025-01-01"),
      effectiveTo: null,
      announcedOn: null,
      source: "our notice",
      confidence: "confirmed",
    } as const;
    const pack: FactPack = { id: "ours", version: "1", facts: { "cn.36.si.base-bounds": [bounds] } };
    const contract = contractOf("C-1", { kind: "per-head", monthlyFen: yuan(100) }, { vatIncluded: false });
    const month = monthOf([suppliedBy(contract, "W1", { monthsAtAgent: 1 })], [contract], {
      period: period("2026-02"),
      law: { on: plainDate("2026-02-28") },
      baselineLaw: { on: plainDate("2025-12-31") },
    });
    const statement = statementOf(month, createFacts([...jiujiangPacks, pack]));
    // 5 % of 100.00 before, 6 % from 2026; the unemployment rate of 2026 is not established.
    expect(statement.costChange.parts.law).toEqual({ "employer:unemployment": -2000, vat: 100 });
    expect(statement.costChange.parts.migration).toEqual({});
    expect(termOf(statement, "component-equality")).toEqual(["holds", []]);
    // From 2026 a general taxpayer has no choice of method left.
    expect(statement.remarks.map((remark) => remark.code)).not.toContain("fee-vat-balance-assumed");
  });
});
