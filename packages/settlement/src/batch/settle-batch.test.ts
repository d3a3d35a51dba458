import {
  fen,
  lastDayOf,
  period,
  plainDate,
  ratePpm,
  serviceFee,
  type FeeTerms,
  type Rounding,
} from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, linesOf, randomFrom, randomWorker } from "../__fixtures__/batch-workers.js";
import type { DecimalWorker } from "../__fixtures__/decimal-payroll.js";
import { lineOf } from "../__fixtures__/unit-month.js";
import { insuranceKinds } from "../contributions.js";
import { settlementRules, type SettlementRules } from "../settlement-rules.js";
import { settleLine } from "../statement/settle-line.js";
import type { BatchFee } from "./fee-shares.js";
import { settleBatch, type BatchMonth } from "./settle-batch.js";
import { createWorkerColumns, type WorkerColumns } from "./worker-columns.js";

const facts = createFacts(jiujiangPacks);

function rulesOf(month: string, workInjuryClass?: number): SettlementRules {
  const rules = settlementRules(facts, { on: lastDayOf(period(month)) }, { workInjuryClass });
  if (!rules.ok) throw new Error(`no rules for ${month}`);
  return rules.value;
}

/** March 2024 with the bounds of 2023, work injury in class 2. */
const march: BatchMonth = { period: period("2024-03"), rules: marchRules(), fees: [] };

function marchRules(): SettlementRules {
  const law = { on: plainDate("2024-03-31"), knownOn: plainDate("2024-03-31") };
  const rules = settlementRules(facts, law, { workInjuryClass: 2 });
  if (!rules.ok) throw new Error("no rules");
  return rules.value;
}

/** The rules with insurance and tax rounded to a unit, and the housing fund to the yuan, all in a mode. */
function rounding(rules: SettlementRules, mode: Rounding, unitFen: number): SettlementRules {
  const rule = { mode, unitFen: fen(unitFen) };
  return {
    ...rules,
    contributions: { ...rules.contributions, rounding: rule },
    housingFund: { ...rules.housingFund, rounding: { mode, unitFen: fen(100) } },
    withholding: { ...rules.withholding, rounding: rule },
  };
}

/** The line of a worker as it is settled by itself. */
function singleLine(worker: DecimalWorker, month: string, rules: SettlementRules): unknown {
  const line = settleLine(
    lineOf("W1", {
      pay: [{ kind: "basic", amountFen: fen(worker.gross) }],
      contributionWageFen: fen(worker.wage),
      housingFundRate: ratePpm(worker.fundPercent * 10_000),
      deductionMode: worker.mode,
      monthsAtAgent: worker.monthsAtAgent,
      additionalDeductionsFen: fen(worker.additional),
      incomeBeforeFen: fen(worker.incomeBefore),
      specialDeductionsBeforeFen: fen(worker.specialBefore),
      taxWithheldBeforeFen: fen(worker.withheldBefore),
      otherDeductions: [{ kind: "agreed", amountFen: fen(worker.other) }],
    }),
    period(month),
    rules,
  );
  return {
    base: line.contributionBaseFen,
    sides: insuranceKinds.flatMap((kind) => {
      const { employerFen, employeeFen } = line.insurance[kind];
      return [employerFen ?? undefined, employeeFen ?? undefined];
    }),
    fund: line.housingFundEachSideFen,
    special: line.specialDeductionsFen,
    employer: line.employerContributionsFen,
    taxable: line.withholding.taxableFen,
    tax: line.withholding.taxFen,
    net: line.netFen,
    cost: line.grossFen + line.employerContributionsFen,
    fee: 0,
  };
}

const worker: DecimalWorker = {
  gross: 486_000,
  wage: 486_000,
  fundPercent: 7,
  mode: "months-at-unit",
  monthsAtAgent: 3,
  additional: 0,
  incomeBefore: 0,
  specialBefore: 0,
  withheldBefore: 0,
  other: 0,
};

describe("settleBatch", () => {
  it("settles each worker as settleLine does, whatever the rounding and over the edges of blocks", () => {
    const anyBatch = fc.record({
      month: fc.constantFrom("2019-06", "2021-02", "2022-12", "2023-06", "2024-03", "2024-08", "2025-06"),
      workInjuryClass: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      mode: fc.constantFrom<Rounding>("half-up", "half-even", "down", "up"),
      unitFen: fc.constantFrom(1, 1, 1, 10, 100),
      count: fc.constantFrom(1, 100, 511, 512, 513, 1100),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(anyBatch, ({ month, workInjuryClass, mode, unitFen, count, seed }) => {
        const random = randomFrom(seed);
        const workers = Array.from({ length: count }, () => randomWorker(random, month));
        const rules = rounding(rulesOf(month, workInjuryClass), mode, unitFen);
        const lines = linesOf(columnsOf(workers), { period: period(month), rules, fees: [] });
        expect(lines).toEqual(workers.map((each) => singleLine(each, month, rules)));
      }),
      { numRuns: 30 },
    );
  });

  it("settles 4,860.00 with 7 % of housing fund to 4,009.70, as worked out by hand for one line", () => {
    // 388.80 + 97.20 + 24.30 of insurance and 340 of housing fund (340.20 to the yuan); no tax.
    expect(linesOf(columnsOf([worker]), march)[0]).toMatchObject({
      sides: [77_760, 38_880, 38_880, 9_720, 2_430, 2_430, 1_944, 0, undefined, 0],
      special: 85_030,
      net: 400_970,
      employer: 155_014,
      cost: 641_014,
    });
  });

  it.each<readonly [Rounding, number, number, number]>([
    // 0.5 % of 3,841.00 and 3,843.00 are 19.205 and 19.215; 5 % of 3,830.00 is 191.50 to the yuan.
    ["half-up", 1921, 1922, 19_200],
    ["half-even", 1920, 1922, 19_200],
    ["down", 1920, 1921, 19_100],
    ["up", 1921, 1922, 19_200],
  ])("rounds halves of a fen %s", (mode, first, second, fund) => {
    const wages = [384_100, 384_300, 383_000];
    const workers = wages.map((wage) => ({ ...worker, gross: wage, wage, fundPercent: 5 }));
    const lines = linesOf(columnsOf(workers), { ...march, rules: rounding(march.rules, mode, 1) });
    expect([lines[0]?.sides[5], lines[1]?.sides[5], lines[2]?.fund]).toEqual([first, second, fund]);
  });

  it.each<readonly [Rounding, number]>([
    // A taxable income of 83.50: 3 % of it is 2.505.
    ["half-up", 251],
    ["half-even", 250],
    ["down", 250],
    ["up", 251],
  ])("rounds half a fen of tax %s", (mode, tax) => {
    const workers = columnsOf([{ ...worker, wage: 0, fundPercent: 0, gross: 508_350, monthsAtAgent: 1 }]);
    const [line] = linesOf(workers, { ...march, rules: rounding(march.rules, mode, 1) });
    expect([line?.taxable, line?.tax]).toEqual([8350, tax]);
  });

  it("gives every worker the same line in whatever order they come", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed);
        const workers = Array.from({ length: 700 }, () => randomWorker(random, "2024-03"));
        const order = workers.map((_, index) => ({ index, key: random() }));
        order.sort((left, right) => left.key - right.key);
        const moved = order.map(({ index }) => workers[index] ?? worker);
        const lines = linesOf(columnsOf(workers), march);
        expect(linesOf(columnsOf(moved), march)).toEqual(order.map(({ index }) => lines[index]));
      }),
      { numRuns: 5 },
    );
  });

  it("settles the largest amounts exactly", () => {
    const nothing = { ...worker, gross: 0, wage: 0, fundPercent: 0 };
    const largest = 2 ** 45;
    const rules = rulesOf("2024-08", 8);
    const workers = [
      { ...nothing, gross: largest },
      { ...nothing, wage: largest, fundPercent: 12 },
      { ...nothing, incomeBefore: largest },
      { ...nothing, incomeBefore: -largest },
      { ...nothing, withheldBefore: -largest },
    ];
    const lines = linesOf(columnsOf(workers), { period: period("2024-08"), rules, fees: [] });
    expect(lines).toEqual(workers.map((each) => singleLine(each, "2024-08", rules)));
    // 2⁴⁵ fen less 3 × 5,000.00 at 45 %: 35,184,370,588,832 × 0.45 is 15,832,966,764,974.4.
    expect(lines[0]?.tax).toBe(15_832_966_764_974 - 18_192_000);
  });

  it.each<readonly [string, (columns: WorkerColumns) => void, string]>([
    ["a fraction", ({ grossFen }) => (grossFen[600] = 0.5), "row 600: grossFen is not whole"],
    ["no number", ({ incomeBeforeFen }) => (incomeBeforeFen[3] = NaN), "row 3: incomeBeforeFen is not whole"],
    [
      "too much",
      ({ otherDeductionsFen }) => (otherDeductionsFen[0] = 2 ** 45 + 1),
      "row 0: the amounts are beyond",
    ],
    ["Infinity", ({ grossFen }) => (grossFen[1] = -Infinity), "row 1: grossFen is not whole"],
    ["no month", ({ monthsAtAgent }) => (monthsAtAgent[9] = 0), "row 9: monthsAtAgent 0"],
    ["month 13", ({ monthsAtAgent }) => (monthsAtAgent[9] = 13), "row 9: monthsAtAgent 13"],
    ["a fourth way", ({ deductionMode }) => (deductionMode[9] = 3), "row 9: deductionMode 3"],
    ["no such contract", ({ contractIndex }) => (contractIndex[9] = 0), "row 9: there is no contract 0"],
    ["a contract below -1", ({ contractIndex }) => (contractIndex[9] = -2), "row 9: there is no contract -2"],
  ])("refuses %s and says where", (_, spoil, message) => {
    const columns = createWorkerColumns(700);
    spoil(columns);
    expect(() => settleBatch(columns, march, () => undefined)).toThrow(message);
  });

  it.each([
    "grossFen",
    "contributionWageFen",
    "additionalDeductionsFen",
    "incomeBeforeFen",
    "specialDeductionsBeforeFen",
    "taxWithheldBeforeFen",
    "otherDeductionsFen",
  ] as const)("refuses part of a fen of %s", (column) => {
    const columns = createWorkerColumns(2);
    columns[column][1] = 0.25;
    expect(() => settleBatch(columns, march, () => undefined)).toThrow(`row 1: ${column} is not whole`);
  });

  it("shares a contract's fee over the edges of blocks as serviceFee does", () => {
    const random = randomFrom(20_240_331);
    const workers = Array.from({ length: 1300 }, () => randomWorker(random, "2024-03"));
    const columns = columnsOf(workers);
    const contracts = workers.map((_, row) => (row % 4) - 1);
    columns.contractIndex.set(contracts);
    const rateOnGross = { kind: "rate-on-gross", ppm: ratePpm(33_333) } as const;
    const terms: readonly FeeTerms[] = [
      { kind: "per-head", monthlyFen: fen(6000) },
      { kind: "fixed", monthlyFen: fen(1_000_007) },
      rateOnGross,
    ];
    const expected = workers.map(() => 0);
    const fees = terms.map((each, contract): BatchFee => {
      const rows = contracts.flatMap((own, row) => (own === contract ? [row] : []));
      const fee = serviceFee(
        each,
        rows.map((row) => fen(workers[row]?.gross ?? 0)),
      );
      for (const [at, row] of rows.entries()) expected[row] = fee.sharesFen[at] ?? 0;
      if (each === rateOnGross) for (const row of rows) columns.feeWeight[row] = workers[row]?.gross ?? 0;
      if (each.kind === "per-head") return { kind: "per-head", monthlyFen: each.monthlyFen };
      return { kind: "total", feeFen: fee.totalFen };
    });
    expect(linesOf(columns, { ...march, fees }).map(({ fee }) => fee)).toEqual(expected);
  });

  it("refuses rules that it cannot reckon exactly", () => {
    const bounds = { lowerFen: fen(0), upperFen: fen(2 ** 40) };
    const rules = { ...march.rules, contributions: { ...march.rules.contributions, bounds } };
    expect(() => settleBatch(createWorkerColumns(1), { ...march, rules }, () => undefined)).toThrow(
      RangeError,
    );
  });

  it("settles nobody without a block", () => {
    expect(linesOf(createWorkerColumns(0), march)).toEqual([]);
  });
});
