import { fen, lastDayOf, period, plainDate, type Rounding } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack, type Facts } from "@tongchou/statutory";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, linesOf, randomFrom, randomWorker } from "../__fixtures__/batch-workers.js";
import { decimalBounds, decimalSettler, type DecimalMonth } from "../__fixtures__/decimal-payroll.js";
import { settlementRules, type SettlementRules } from "../settlement-rules.js";

const modes: readonly (readonly [Rounding, Decimal.Rounding])[] = [
  ["half-up", Decimal.ROUND_HALF_UP],
  ["half-even", Decimal.ROUND_HALF_EVEN],
  ["down", Decimal.ROUND_DOWN],
  ["up", Decimal.ROUND_UP],
];

/** The built-in facts under a pack of a deployment that rounds otherwise. */
function factsRounding(mode: Rounding): Facts {
  const version = (unitFen: number) => [
    {
      value: { mode, unitFen: fen(unitFen) },
      effectiveFrom: plainDate("2016-01-01"),
      effectiveTo: null,
      announcedOn: null,
      source: "示例",
      confidence: "unverified" as const,
    },
  ];
  const facts: FactPack["facts"] = {
    "cn.si.rounding": version(1),
    "cn.iit.rounding": version(1),
    "cn.3604.housing-fund.rounding": version(100),
  };
  return createFacts([...jiujiangPacks, { id: "rounding", version: "1", facts }]);
}

const factsOf = new Map(modes.map(([mode]) => [mode, factsRounding(mode)]));

function rulesOf({ month, knownOn, injuryClass }: DecimalMonth, mode: Rounding): SettlementRules {
  const facts = factsOf.get(mode);
  const law = { on: lastDayOf(period(month)), knownOn: plainDate(knownOn) };
  const rules = facts && settlementRules(facts, law, { workInjuryClass: injuryClass });
  if (rules?.ok !== true) throw new Error(`no rules for ${month}`);
  return rules.value;
}

/** Months from 2019-05, when the rates begin, to 2025-12, as known at their end and much later. */
const months = Array.from({ length: 80 }, (_, index) => {
  const [year, month] = [2019 + Math.floor((index + 4) / 12), ((index + 4) % 12) + 1];
  return `${year}-${String(month).padStart(2, "0")}`;
});
const knownMonths = months
  .flatMap((month) => [
    { month, knownOn: `${lastDayOf(period(month))}` },
    { month, knownOn: "2026-06-30" },
  ])
  .filter((each) => decimalBounds({ ...each, injuryClass: undefined, rounding: 0 }) !== undefined);

const runs = 100;
const workersPerRun = 2000;

describe("settleBatch", () => {
  it(`agrees with decimal.js on ${runs * workersPerRun} random workers and months, to the fen`, () => {
    const anyRun = fc.record({
      known: fc.constantFrom(...knownMonths),
      injuryClass: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      mode: fc.constantFrom(...modes),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(anyRun, ({ known, injuryClass, mode: [mode, rounding], seed }) => {
        const random = randomFrom(seed);
        const month = { ...known, injuryClass, rounding };
        const workers = Array.from({ length: workersPerRun }, () => randomWorker(random, known.month));
        const settle = decimalSettler(month);
        const lines = linesOf(columnsOf(workers), {
          period: period(known.month),
          rules: rulesOf(month, mode),
          fees: [],
        });
        const expected = workers.map((worker) => ({ ...settle(worker), fee: 0 }));
        // As text first: comparing 200,000 records one by one takes longer than settling them.
        const areSame = JSON.stringify(lines) === JSON.stringify(expected);
        if (!areSame) expect(lines).toEqual(expected);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
