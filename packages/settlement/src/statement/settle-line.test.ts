import { fen, lastDayOf, period, plainDate, ratePpm } from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naiveMonth, type NaiveMonth, type NaiveResult } from "../__fixtures__/naive-payroll.js";
import { insuranceKinds } from "../contributions.js";
import { settlementRules, type SettlementRules } from "../settlement-rules.js";
import { settleLine, type LineResult } from "./settle-line.js";
import type { LineInput } from "./statement-input.js";

const facts = createFacts(jiujiangPacks);

/** Months with the day on which they are settled, and the year whose bounds are known then. */
const months = [
  ["2019-06", "2020-01-15", "2019"],
  ["2020-08", "2021-01-15", "2020"],
  ["2021-01", "2022-01-15", "2021"],
  ["2022-12", "2022-12-31", "2022"],
  ["2023-03", "2023-04-05", "2022"], // bounds of 2023 not announced yet
  ["2023-04", "2023-09-01", "2023"],
  ["2023-05", "2023-09-01", "2023"],
  ["2024-03", "2024-03-31", "2023"],
  ["2024-06", "2025-01-01", "2024"],
  ["2024-07", "2025-01-01", "2024"],
  ["2025-03", "2025-04-05", "2024"],
] as const;

const rulesOf: ReadonlyMap<string, SettlementRules> = new Map(
  months.flatMap(([month, knownOn]) =>
    [undefined, 1, 2, 3, 4, 5, 6, 7, 8].map((workInjuryClass) => {
      const law = { on: lastDayOf(period(month)), knownOn: plainDate(knownOn) };
      const rules = settlementRules(facts, law, { workInjuryClass });
      if (!rules.ok) throw new Error(`no rules for ${month}`);
      return [`${month} ${workInjuryClass ?? ""}`, rules.value] as const;
    }),
  ),
);

/** Pay near the bounds, near brackets, and anywhere. */
const anyPay = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.integer({ min: 0, max: 30_000_000 }),
  fc.integer({ min: 365_000, max: 367_000 }),
  fc.integer({ min: 1_825_000, max: 1_925_000 }),
);
const anyMonth: fc.Arbitrary<NaiveMonth> = fc
  .record({
    month: fc.constantFrom(...months),
    pay: fc.array(fc.oneof(anyPay, fc.integer({ min: -50_000, max: -1 })), { maxLength: 3 }),
    contributionWage: anyPay,
    fundPercent: fc.integer({ min: 0, max: 12 }),
    mode: fc.constantFrom("months-at-unit", "first-wage-of-year", "sixty-thousand"),
    atAgent: fc.integer({ min: 1, max: 12 }),
    additional: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000 })),
    incomeBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120_000_000 })),
    specialBefore: fc.integer({ min: 0, max: 2_000_000 }),
    withheldBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000_000 })),
    otherDeductions: fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 2 }),
    injuryClass: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  })
  .map(({ month: [month, , boundsOf], atAgent, ...rest }) => ({
    ...rest,
    month,
    boundsOf,
    monthsAtAgent: Math.min(atAgent, Number(month.slice(5))),
  }));

function lineOf(input: NaiveMonth): LineInput {
  return {
    workerId: "W1",
    name: "某人",
    documentMasked: "360***********0028",
    branch: "1A",
    payee: { kind: "worker" },
    employerOfRecordId: "U1",
    withholdingAgentId: "U1",
    pay: input.pay.map((amount) => ({ kind: "basic", amountFen: fen(amount) })),
    contributionWageFen: fen(input.contributionWage),
    housingFundRate: ratePpm(input.fundPercent * 10_000),
    deductionMode: input.mode,
    monthsAtAgent: input.monthsAtAgent,
    additionalDeductionsFen: fen(input.additional),
    incomeBeforeFen: fen(input.incomeBefore),
    specialDeductionsBeforeFen: fen(input.specialBefore),
    taxWithheldBeforeFen: fen(input.withheldBefore),
    otherDeductions: input.otherDeductions.map((amount) => ({ kind: "agreed", amountFen: fen(amount) })),
    hasAccount: true,
  };
}

function settle(input: NaiveMonth): LineResult {
  const rules = rulesOf.get(`${input.month} ${input.injuryClass ?? ""}`);
  if (rules === undefined) throw new Error("no rules");
  return settleLine(lineOf(input), period(input.month), rules);
}

/** A result in the words of the second implementation. */
function inItsWords(result: LineResult): NaiveResult {
  return {
    gross: result.grossFen,
    base: result.contributionBaseFen,
    insurance: Object.fromEntries(
      insuranceKinds.map((kind) => {
        const { employerFen, employeeFen } = result.insurance[kind];
        return [kind, [employerFen, employeeFen] as const];
      }),
    ),
    fundBase: result.housingFundBaseFen,
    fundEachSide: result.housingFundEachSideFen,
    special: result.specialDeductionsFen,
    deduction: result.basicDeductionFen,
    taxable: result.withholding.taxableFen,
    tax: result.withholding.taxFen,
    net: result.netFen,
    employer: result.employerContributionsFen,
  };
}

describe("settleLine", () => {
  it("agrees with a second implementation on 20,000 months of workers, every amount to the fen", () => {
    fc.assert(
      fc.property(anyMonth, (input) => {
        expect(inItsWords(settle(input))).toEqual(naiveMonth(input));
      }),
      { numRuns: 20_000 },
    );
  });

  it("leaves no fen between gross and what becomes of it", () => {
    fc.assert(
      fc.property(anyMonth, (input) => {
        const { grossFen, netFen, specialDeductionsFen, otherDeductionsFen, withholding } = settle(input);
        expect(netFen + specialDeductionsFen + withholding.taxFen + otherDeductionsFen).toBe(grossFen);
      }),
    );
  });

  it("gives no less net pay on more gross", () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 1_000_000 }), (input, more) => {
        const raised = settle({ ...input, pay: [...input.pay, more] });
        expect(raised.netFen).toBeGreaterThanOrEqual(settle(input).netFen);
      }),
    );
  });

  /** A month worked out by hand: 浔阳区, March 2024, settled with the bounds of 2023. */
  it("settles 4,860.00 with 7 % of housing fund to 4,009.70", () => {
    const result = settle({
      month: "2024-03",
      boundsOf: "2023",
      pay: [400_000, 86_000],
      contributionWage: 486_000,
      fundPercent: 7,
      mode: "months-at-unit",
      monthsAtAgent: 3,
      additional: 0,
      incomeBefore: 0,
      specialBefore: 0,
      withheldBefore: 0,
      otherDeductions: [],
      injuryClass: 2,
    });
    // 388.80 + 97.20 + 24.30 of insurance and 340 of housing fund (340.20 to the yuan); no tax.
    expect(result.specialDeductionsFen).toBe(85_030);
    expect(result.withholding.taxFen).toBe(0);
    expect(result.netFen).toBe(400_970);
    // 777.60 + 388.80 + 24.30 + 19.44 (class 2, 0.4 %) and 340.
    expect(result.employerContributionsFen).toBe(155_014);
  });
});
