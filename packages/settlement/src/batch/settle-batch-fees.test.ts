import {
  fen,
  period,
  plainDate,
  ratePpm,
  type AgencyContract,
  type FeeTerms,
  type HeadCounting,
} from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractOf, lineOf, statementOf, suppliedBy } from "../__fixtures__/unit-month.js";
import { factsOfAllYears, monthIn } from "../__fixtures__/year-2026.js";
import { settlementRules } from "../settlement-rules.js";
import type { LineInput } from "../statement/statement-input.js";
import { settleBatch } from "./settle-batch.js";
import { batchFeeOf } from "./vat-shares.js";
import { createWorkerColumns, type WorkerColumns } from "./worker-columns.js";

const anyCounting: fc.Arbitrary<HeadCounting> = fc.oneof(
  fc.constantFrom<HeadCounting>({ kind: "whole-month" }, { kind: "by-day" }),
  fc.integer({ min: 1, max: 31 }).map((day): HeadCounting => ({ kind: "threshold-day", day })),
);
const anyPrice = fc.integer({ min: 0, max: 20_011 }).map(fen);
const anyBounds = fc.constantFrom(
  {},
  { minimumFen: fen(33_333) },
  { maximumFen: fen(50_021) },
  { minimumFen: fen(1001), maximumFen: fen(70_001) },
);
const anyTerms: fc.Arbitrary<FeeTerms> = fc.oneof(
  fc
    .record({ monthlyFen: anyPrice, headCounting: anyCounting, bounds: anyBounds })
    .map(({ bounds, ...terms }) => ({ kind: "per-head" as const, ...terms, ...bounds })),
  fc
    .record({
      prices: fc.tuple(anyPrice, anyPrice, anyPrice),
      basis: fc.constantFrom("graduated" as const, "volume" as const),
      headCounting: anyCounting,
      bounds: anyBounds,
    })
    .map(({ prices, bounds, ...terms }) => {
      const ends = [2, 5, null];
      const tiers = prices.map((monthlyFen, step) => ({ upTo: ends[step] ?? null, monthlyFen }));
      return { kind: "per-head-tiered" as const, tiers, ...terms, ...bounds };
    }),
  fc
    .record({ ppm: fc.integer({ min: 0, max: 90_001 }).map(ratePpm), bounds: anyBounds })
    .map(({ ppm, bounds }) => ({ kind: "rate-on-gross" as const, ppm, ...bounds })),
  anyPrice.map((monthlyFen) => ({ kind: "fixed" as const, monthlyFen })),
);
const anyContract: fc.Arbitrary<Partial<AgencyContract>> = fc.record({
  feeTerms: anyTerms,
  vatIncluded: fc.boolean(),
  agencyId: fc.constantFrom("general", "small"),
  mode: fc.constantFrom("dispatch", "dispatch", "outsourcing"),
});

interface AnyWorker {
  /** Place of the contract, -1 for none. */
  readonly contract: number;
  readonly grossFen: number;
  readonly wageFen: number;
  /** Days of the month, 0 where the stay is open. */
  readonly first: number;
  readonly last: number;
}

const anyDay = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 28 }));
const anyWorker: fc.Arbitrary<AnyWorker> = fc
  .record({
    contract: fc.integer({ min: -1, max: 2 }),
    grossFen: fc.oneof(fc.constant(400_000), fc.integer({ min: 0, max: 2_000_000 })),
    wageFen: fc.constantFrom(0, 400_000, 777_777),
    first: anyDay,
    last: anyDay,
  })
  .map(({ last, ...worker }) => ({ ...worker, last: last === 0 ? 0 : Math.max(worker.first, last) }));

function dayOf(month: string, day: number): ReturnType<typeof plainDate> | undefined {
  return day === 0 ? undefined : plainDate(`${month}-${String(day).padStart(2, "0")}`);
}

function lineOfWorker(
  worker: AnyWorker,
  row: number,
  month: string,
  contracts: readonly AgencyContract[],
): LineInput {
  const { grossFen, wageFen, first, last } = worker;
  const workerId = `W${String(row).padStart(4, "0")}`;
  const contract = contracts[worker.contract];
  const own = {
    pay: [{ kind: "basic" as const, amountFen: fen(grossFen) }],
    contributionWageFen: fen(wageFen),
    housingFundRate: ratePpm(70_000),
    monthsAtAgent: 1,
    incomeBeforeFen: fen(0),
    specialDeductionsBeforeFen: fen(0),
  };
  if (contract === undefined) return lineOf(workerId, own);
  const stay = first + last === 0 ? undefined : { from: dayOf(month, first), to: dayOf(month, last) };
  return suppliedBy(contract, workerId, { ...own, stay });
}

function columnsOf(workers: readonly AnyWorker[]): WorkerColumns {
  const columns = createWorkerColumns(workers.length);
  for (const [row, { contract, grossFen, wageFen, first, last }] of workers.entries()) {
    columns.grossFen[row] = grossFen;
    columns.contributionWageFen[row] = wageFen;
    columns.housingFundRate[row] = 70_000;
    columns.contractIndex[row] = contract;
    columns.firstDay[row] = first;
    columns.lastDay[row] = last;
  }
  return columns;
}

describe("settleBatch with the terms of contracts", () => {
  it("charges fees and the tax on top of them as a unit's statement does", () => {
    const taxed = { "on-fee": 0, "on-price": 0, included: 0, unknown: 0 };
    const anyUnit = fc.record({
      month: fc.constantFrom("2024-02", "2025-12", "2026-02"),
      contracts: fc.array(anyContract, { minLength: 3, maxLength: 3 }),
      workers: fc.array(anyWorker, { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(anyUnit, ({ month, contracts: drafts, workers }) => {
        const contracts = drafts.map((draft, index) =>
          contractOf(`C${index}`, { kind: "fixed", monthlyFen: fen(1) }, draft),
        );
        const lines = workers.map((worker, row) => lineOfWorker(worker, row, month, contracts));
        const unit = monthIn(month, lines, contracts);
        const statement = statementOf(unit, factsOfAllYears);
        const rules = settlementRules(factsOfAllYears, unit.law, { workInjuryClass: 2 });
        if (!rules.ok) throw new Error("no rules");
        const tax = { facts: factsOfAllYears, law: unit.law };
        const fees = contracts.map((contract) =>
          batchFeeOf(contract, contract.agencyId === "general" ? "general" : "small-scale", tax),
        );
        const found: (readonly number[])[] = [];
        settleBatch(
          columnsOf(workers),
          { period: period(month), rules: rules.value, fees },
          (block, _, count) => {
            const { agencyFeeFen, vatFen, netFen } = block;
            for (let at = 0; at < count; at += 1) {
              found.push([agencyFeeFen, vatFen, netFen].map((column) => column[at] ?? -1));
            }
          },
        );
        const expected = statement.lines.map(({ agencyFeeFen, vatFen, netFen }, row) => {
          const kind = fees[workers[row]?.contract ?? -1]?.vat.kind ?? "included";
          taxed[kind] += 1;
          return [agencyFeeFen, kind === "unknown" ? Number.NaN : vatFen, netFen];
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 150 },
    );
    expect(Math.min(...Object.values(taxed))).toBeGreaterThan(20);
  });

  it("counts the days of joiners and leavers, worked out by hand", () => {
    // 62.00 a head by the day in March: 31 and 16 days of 31 are 62.00 and 32.00.
    const month = period("2024-03");
    const columns = createWorkerColumns(3);
    columns.contractIndex.fill(0);
    columns.firstDay[1] = 16;
    columns.firstDay[2] = 20;
    columns.lastDay[2] = 19;
    const terms = { kind: "per-head", monthlyFen: fen(6200), headCounting: { kind: "by-day" } } as const;
    const rules = settlementRules(factsOfAllYears, { on: plainDate("2024-03-31") });
    if (!rules.ok) throw new Error("no rules");
    const fees = [{ kind: "terms", terms, vat: { kind: "on-fee", rate: ratePpm(50_000) } }] as const;
    const shares: (readonly number[])[] = [];
    settleBatch(
      columns,
      { period: month, rules: rules.value, fees },
      ({ agencyFeeFen, vatFen }, _, count) => {
        shares.push([...agencyFeeFen.subarray(0, count)], [...vatFen.subarray(0, count)]);
      },
    );
    // 5 % of 94.00 is 4.70: 62/94 of it is 3.10, 32/94 is 1.60.
    expect(shares).toEqual([
      [6200, 3200, 0],
      [310, 160, 0],
    ]);
  });
});
