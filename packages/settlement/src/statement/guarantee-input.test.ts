import { plainDate, ratePpm, type AgencyContract } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import {
  contractOf,
  contracts,
  lineOf,
  monthOf,
  statementOf,
  suppliedBy,
  termOf,
  yuan,
} from "../__fixtures__/unit-month.js";
import type { LineInput } from "./statement-input.js";

describe("guaranteeOf on the cap of a new agency", () => {
  const waiver = {
    documentId: "D-1",
    approvedBy: "专班",
    approvedOn: plainDate("2024-02-20"),
    reason: "独家服务",
  };
  const { old, successor } = contracts;
  const capped = (differences: Partial<AgencyContract>, branch: LineInput["branch"] = "2B"): unknown => {
    const next = { ...successor, ...differences };
    const line = suppliedBy(next, "W1", { branch, contractId: old.id, monthsAtAgent: 1 });
    return termOf(statementOf(monthOf([line], [old, next])), "cap");
  };

  it.each([
    ["a lower fee", { feeTerms: { kind: "per-head", monthlyFen: yuan(59.99) } } as const, "holds"],
    ["the same fee", { feeTerms: { kind: "per-head", monthlyFen: yuan(60) } } as const, "holds"],
    ["a fen more", { feeTerms: { kind: "per-head", monthlyFen: yuan(60.01) } } as const, "broken"],
    ["a higher fee with a waiver on file", { waiver }, "holds"],
  ])("%s: %s", (_, differences, outcome) => {
    expect(capped(differences)).toEqual([outcome, outcome === "broken" ? ["C-7-new"] : []]);
  });

  it("counts tax on top of the fee", () => {
    // 58.00 is under 60.00, and 58.00 with 5 % of tax on top is over it.
    const feeTerms = { kind: "per-head", monthlyFen: yuan(58) } as const;
    expect(capped({ feeTerms, vatIncluded: false })).toEqual(["broken", ["C-7-new"]]);
  });

  it("does not bind a quote for a changed mode", () => {
    expect(capped({}, "3A")).toEqual(["not-tested", []]);
  });

  it.each([
    // The old agency is general, the successor's small; its fee is 70.00 instead of 60.00.
    ["agency and mode change at a higher fee", { mode: "outsourcing" }, 1],
    ["no more is paid", { mode: "outsourcing", feeTerms: { kind: "per-head", monthlyFen: yuan(60) } }, 0],
    ["the agency stays", { mode: "outsourcing", agencyId: old.agencyId }, 0],
  ] as const)("is kept as a warning where %s (N5)", (_, differences, warnings) => {
    const next = { ...successor, ...differences };
    const line = suppliedBy(next, "W1", { branch: "3A", contractId: old.id, monthsAtAgent: 1 });
    const { remarks, guarantee } = statementOf(monthOf([line], [old, next]));
    const found = remarks.filter(({ code }) => code === "changed-mode-above-original-cost");
    expect(found.map(({ severity }) => severity)).toEqual(Array.from({ length: warnings }, () => "warning"));
    expect(guarantee.terms.find(({ id }) => id === "cap")?.outcome).toBe("not-tested");
  });

  it("says nothing of the cap to a direct hire whose mode changes", () => {
    const line = suppliedBy(successor, "W1", { branch: "3A", contractId: undefined, monthsAtAgent: 1 });
    const { remarks } = statementOf(monthOf([line], [old, successor]));
    expect(remarks.map(({ code }) => code)).not.toContain("changed-mode-above-original-cost");
  });
});

describe("guaranteeOf on equality of components", () => {
  const { perHead, old } = contracts;

  it("does not let a higher fee hide behind a lower tax", () => {
    const before = contractOf("C-a", { kind: "per-head", monthlyFen: yuan(100) }, { vatIncluded: false });
    const after = contractOf("C-b", { kind: "per-head", monthlyFen: yuan(105) });
    const line = suppliedBy(after, "W1", { contractId: "C-a" });
    expect(termOf(statementOf(monthOf([line], [before, after])), "component-equality")).toEqual([
      "broken",
      ["W1 agency-fee 500", "W1 vat -500"],
    ]);
  });

  it("finds a fee charged on a hosted worker", () => {
    const line = lineOf("W1", { settledContractId: perHead.id });
    const statement = statementOf(monthOf([line], [perHead]));
    expect(termOf(statement, "component-equality")).toEqual(["broken", ["W1 agency-fee 6000"]]);
    // The fee is paid on all the same: nothing stays with the platform.
    expect(termOf(statement, "conservation")).toEqual(["holds", []]);
    expect(termOf(statement, "invoice-chain")).toEqual(["broken", ["added agency -> U1 dispatch"]]);
  });

  it("finds an invoice of another kind", () => {
    const outsourced = { ...old, id: "C-x", mode: "outsourcing" } as const;
    const line = suppliedBy(outsourced, "W1", { contractId: old.id });
    const statement = statementOf(monthOf([line], [old, outsourced]));
    expect(termOf(statement, "invoice-chain")[0]).toBe("broken");
  });

  it("finds what the law does not let anybody take from pay", () => {
    const pack: FactPack = {
      id: "ours",
      version: "1",
      facts: {
        "cn.3604.work-injury.rate": [
          {
            value: { employer: ratePpm(4000), employee: ratePpm(1000) },
            effectiveFrom: plainDate("2023-01-01"),
            effectiveTo: null,
            announcedOn: null,
            source: "a mistake",
            confidence: "confirmed",
          },
        ],
      },
    };
    const known = createFacts([...jiujiangPacks, pack]);
    const statement = statementOf(monthOf([lineOf("W1")]), known);
    expect(termOf(statement, "nothing-from-worker")).toEqual(["broken", ["W1 workInjury 400"]]);
  });
});
