import { fen, plainDate, ratePpm, type AgencyContract } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contractOf,
  contracts,
  lineOf,
  manyKinds,
  manyLines,
  monthOf,
  statementOf,
  suppliedBy,
  termOf,
  yuan,
} from "../__fixtures__/unit-month.js";
import { factsOfAllYears, monthIn, passedThrough5700 } from "../__fixtures__/year-2026.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { LineInput } from "../statement/statement-input.js";
import type { InvoiceDocument } from "./invoice.js";

const sum = (amounts: readonly number[]): number => amounts.reduce((left, right) => left + right, 0);
const fee = { kind: "per-head", monthlyFen: yuan(100) } as const;

/** A month with one worker whose 5,700 yuan pass through an agency that takes 100, tax included. */
function invoiced(month: string, differences: Partial<AgencyContract>): SettlementStatement {
  const contract = contractOf("C", fee, differences);
  return statementOf(monthIn(month, [passedThrough5700(contract, "W1")], [contract]), factsOfAllYears);
}

function inYuan({ kind, taxedFen, untaxedFen, vatFen }: InvoiceDocument): unknown {
  return [kind, taxedFen / 100, untaxedFen / 100, vatFen / 100];
}

describe("invoicesOf", () => {
  const outsourced = { mode: "outsourcing" } as const;

  it.each<readonly [string, Partial<AgencyContract>, readonly unknown[] | null]>([
    // Kind, taxed with its tax, deducted, tax. 财税〔2016〕47号: what is deducted is on an ordinary invoice only.
    [
      "2025-12",
      {},
      [
        ["special", 100, 0, 4.76],
        ["ordinary", 0, 5700, 0],
      ],
    ],
    [
      "2025-12",
      { agencyId: "small" },
      [
        ["special", 100, 0, 4.76],
        ["ordinary", 0, 5700, 0],
      ],
    ],
    ["2025-12", { vatMethod: "full" }, [["special", 5800, 0, 328.3]]],
    ["2025-12", { agencyId: "small", vatMethod: "full" }, [[null, 5800, 0, 57.43]]],
    // 公告2026年第10号: one invoice with both amounts, taxed on the difference; nothing deducted when small.
    ["2026-01", {}, [[null, 100, 5700, 5.66]]],
    ["2026-01", { agencyId: "small" }, [[null, 5800, 0, 57.43]]],
    ["2026-01", { vatService: "dispatch-unlicensed" }, [[null, 5800, 0, 328.3]]],
    // HR outsourcing and labour outsourcing.
    [
      "2024-06",
      { ...outsourced, vatService: "agency" },
      [
        ["special", 100, 0, 5.66],
        ["ordinary", 0, 5700, 0],
      ],
    ],
    [
      "2024-06",
      { ...outsourced, vatService: "agency", vatMethod: "simple" },
      [
        ["special", 100, 0, 4.76],
        ["ordinary", 0, 5700, 0],
      ],
    ],
    ["2026-01", { ...outsourced, vatService: "outsourcing" }, [["special", 5800, 0, 328.3]]],
    // Nothing established: a price without tax.
    ["2026-01", { ...outsourced, vatService: "agency" }, null],
    ["2024-06", outsourced, null],
    ["2028-01", {}, null],
  ])("in %s under %j: %j", (month, differences, documents) => {
    const { invoices, remarks } = invoiced(month, differences);
    expect(invoices).toMatchObject([
      {
        issuerId: differences.agencyId ?? "general",
        recipientId: "U1",
        contractId: "C",
        workers: 1,
        priceFen: 580_000,
        passedThroughFen: 570_000,
        feeFen: 10_000,
      },
    ]);
    expect(invoices[0]?.tax?.documents.map(inYuan) ?? null).toEqual(documents);
    const unknown = remarks.filter(({ code }) => code === "invoice-rule-unknown");
    expect(unknown.map(({ subject }) => subject?.contractId)).toEqual(documents === null ? ["C"] : []);
  });

  it("has one invoice the less where nothing is deducted, or nothing taxed", () => {
    const free = contractOf("C-free", { kind: "per-head", monthlyFen: yuan(0) });
    const month = monthOf([suppliedBy(free, "W1")], [free]);
    expect(statementOf(month).invoices[0]?.tax?.documents.map(({ kind }) => kind)).toEqual(["ordinary"]);
    const unpaid = contractOf("C-unpaid", fee);
    const nothing = { pay: [], contributionWageFen: yuan(0), housingFundRate: ratePpm(0) };
    const idle = monthOf([suppliedBy(unpaid, "W1", nothing)], [unpaid]);
    expect(statementOf(idle).invoices[0]?.tax?.documents.map(inYuan)).toEqual([["special", 100, 0, 4.76]]);
  });

  it("has none for the wages of hosted workers", () => {
    const lines = (["1A", "1B", "1P", "P0"] as const).map((branch) => lineOf(branch, { branch }));
    expect(statementOf(monthOf(lines)).invoices).toEqual([]);
  });

  it("invoices a fee on its own where the pay goes to the worker's card", () => {
    const line = lineOf("W1", { settledContractId: contracts.perHead.id });
    const { invoices } = statementOf(monthOf([line], [contracts.perHead]));
    expect(invoices).toMatchObject([{ workers: 0, priceFen: 6000, passedThroughFen: 0, feeFen: 6000 }]);
  });

  it("has a price without contract for pay that goes to an agency by none", () => {
    const line = lineOf("W1", { payee: { kind: "agency", agencyId: "small" } });
    const { invoices } = statementOf(monthOf([line]));
    expect(invoices).toMatchObject([{ issuerId: "small", workers: 1, tax: null }]);
    expect(invoices[0]).not.toHaveProperty("contractId", expect.anything());
  });

  it.each([
    // Sales of a month within 100,000 yuan may be exempt in 2026 and 2027.
    ["2026-01", "small", 1, true],
    ["2026-01", "small", 20, false],
    ["2026-01", "general", 1, false],
    ["2025-12", "small", 1, false],
  ] as const)("in %s by the %s taxpayer for %i workers leaves the threshold open: %s", (...row) => {
    const [month, agencyId, workers, isOpen] = row;
    const contract = contractOf("C", fee, { agencyId });
    const lines = Array.from({ length: workers }, (_, index) => passedThrough5700(contract, `W${index}`));
    const { remarks } = statementOf(monthIn(month, lines, [contract]), factsOfAllYears);
    expect(remarks.some(({ code }) => code === "vat-threshold-open")).toBe(isOpen);
  });

  it("has the tax on top of a fee as the tax within the price", () => {
    fc.assert(
      fc.property(fc.nat(500_000), fc.constantFrom("2025-12", "2026-01"), (amount, month) => {
        for (const agencyId of ["general", "small"]) {
          const terms = { kind: "per-head", monthlyFen: fen(amount) } as const;
          const contract = contractOf("C", terms, { agencyId, vatIncluded: false });
          const lines = [passedThrough5700(contract, "W1")];
          const { fees, invoices } = statementOf(monthIn(month, lines, [contract]), factsOfAllYears);
          expect(invoices[0]?.tax?.vatFen).toBe(fees[0]?.vatOnTopFen);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("invoices of any month", () => {
  const anyLines: fc.Arbitrary<readonly LineInput[]> = fc
    .array(
      fc.record({ kind: fc.constantFrom(...manyLines), basic: fc.integer({ min: -9999, max: 3_000_000 }) }),
      {
        maxLength: 12,
      },
    )
    .map((drafts) =>
      drafts.map(({ kind, basic }, index) => ({
        ...kind,
        workerId: `R${String(index).padStart(2, "0")}`,
        pay: [{ kind: "basic" as const, amountFen: fen(basic) }],
      })),
    );

  it("come to what agencies are paid and, with the hosted workers, to the unit's cost: nothing is added", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const statement = statementOf(monthOf(lines, Object.values(contracts)));
        const { invoices, disbursements, totals, input } = statement;
        const paid = disbursements.filter(({ payee, amountFen }) => payee.kind === "agency" && amountFen > 0);
        for (const { payee, amountFen } of paid) {
          const own = invoices.filter(
            ({ issuerId }) => payee.kind === "agency" && issuerId === payee.agencyId,
          );
          expect(sum(own.map(({ priceFen }) => priceFen))).toBe(amountFen);
        }
        const hosted = new Set(
          input.workers.filter(({ payee }) => payee.kind === "worker").map(({ workerId }) => workerId),
        );
        const ofHosted = statement.lines.filter(({ workerId }) => hosted.has(workerId));
        const invoicedFen = sum(invoices.map(({ priceFen }) => priceFen));
        expect(invoicedFen + sum(ofHosted.map(({ unitCostFen }) => unitCostFen))).toBe(totals.unitCostFen);
        expect(new Set(invoices.map(({ recipientId }) => recipientId)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it("have documents that add up to the price and its tax", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const { priceFen, tax } of statementOf(monthOf(lines, Object.values(contracts))).invoices) {
          if (tax === null) continue;
          const { documents } = tax;
          expect(sum(documents.map(({ taxedFen, untaxedFen }) => taxedFen + untaxedFen))).toBe(priceFen);
          expect(sum(documents.map(({ vatFen }) => vatFen))).toBe(tax.vatFen);
          expect(tax.taxedFen + tax.untaxedFen).toBe(priceFen);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("are the same with and without hosted workers beside them", () => {
    const supplied = manyLines.filter(({ payee }) => payee.kind === "agency");
    const alone = statementOf({ ...manyKinds, workers: supplied });
    expect(statementOf(manyKinds).invoices).toEqual(alone.invoices);
  });
});

describe("the chain of invoices", () => {
  it("is broken by another service under the same mode", () => {
    const old = contractOf("C-old", fee, { mode: "outsourcing", vatService: "agency" });
    const next = { ...old, id: "C-new", vatService: "outsourcing", replaces: "C-old" } as const;
    const line = suppliedBy(next, "W1", { contractId: "C-old" });
    const breaches = ["added agency -> U1 outsourcing", "missing agency -> U1 agency"];
    expect(termOf(statementOf(monthOf([line], [old, next])), "invoice-chain")).toEqual(["broken", breaches]);
  });

  it("is not touched by a mode that the unit changed", () => {
    const next = contractOf("C-new", fee, { signedOn: plainDate("2024-03-01") });
    const line = suppliedBy(next, "W1", { branch: "3A", contractId: undefined });
    expect(termOf(statementOf(monthOf([line], [next])), "invoice-chain")).toEqual(["holds", []]);
  });
});
