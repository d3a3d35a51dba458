import { fen, period, plainDate, ratePpm, type Fen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naiveBonus, naiveMonth } from "../__fixtures__/naive-payroll.js";
import {
  facts,
  lineOf,
  monthOf,
  statementOf,
  suppliedBy,
  contracts,
  termOf,
  yuan,
} from "../__fixtures__/unit-month.js";
import type { DeductionClaim } from "../pay/deductions/take-deductions.js";
import type { LineInput, UnitMonth } from "./statement-input.js";
import type { SettlementLine } from "./settlement-line.js";
import type { SettlementStatement } from "./statement.js";
import { incomeTaxOf } from "./settle-line.js";
import { settleUnit } from "./settle-unit.js";

const settled = (...lines: readonly LineInput[]): SettlementStatement => statementOf(monthOf(lines));

function lineWith(differences: Partial<LineInput>): SettlementLine {
  const [line] = settled(lineOf("W1", differences)).lines;
  if (line === undefined) throw new Error("no line");
  return line;
}

const basic = (amount: number) => ({ kind: "basic", amountFen: yuan(amount) }) as const;
const bonus = (amount: number) => ({ kind: "bonus", amountFen: yuan(amount) }) as const;
const exempt = (amount: number) => ({ kind: "other", amountFen: yuan(amount), isExempt: true }) as const;

describe("a line of 4,000 yuan in March, 8,000 before, contributions of 740 a month", () => {
  // Pension 320, medical 80, unemployment 20, fund 320. Basic deduction 15,000, contributions so far 2,220.
  it.each<readonly [string, Partial<LineInput>, { special?: number; tax: number; net: number }]>([
    ["as it is", {}, { tax: 0, net: 3260 }],
    // 36,000 ÷ 12 = 3,000 belongs to the first bracket: 3 %.
    ["a bonus without a choice", { pay: [basic(4000), bonus(36_000)] }, { tax: 1080, net: 38_180 }],
    // 144,000 ÷ 12 = 12,000: 10 % − 210.
    [
      "a bonus taxed apart",
      { pay: [basic(4000), bonus(144_000)], bonusTaxing: "apart" },
      { tax: 14_190, net: 133_070 },
    ],
    // 8,000 + 40,000 − 15,000 − 2,220 = 30,780 × 3 %.
    [
      "a merged bonus",
      { pay: [basic(4000), bonus(36_000)], bonusTaxing: "merged" },
      { tax: 923.4, net: 38_336.6 },
    ],
    ["exempt income", { pay: [basic(4000), exempt(20_000)] }, { tax: 0, net: 23_260 }],
    // 28,000 + 14,000 − 20,000 − 15,000 − 2,220 = 4,780 × 3 %.
    [
      "exempt income of the months before",
      { pay: [basic(14_000)], incomeBeforeFen: yuan(28_000), exemptBeforeFen: yuan(20_000) },
      { tax: 143.4, net: 13_116.6 },
    ],
    [
      "work injury alone",
      { contributionScope: "work-injury", housingFundRate: ratePpm(0) },
      { special: 0, tax: 0, net: 4000 },
    ],
    [
      "contributions of January that are made up, and fund that comes back",
      {
        contributionDifferences: [
          { serviceMonth: period("2024-01"), kind: "pension", employeeFen: yuan(8), employerFen: yuan(16) },
          {
            serviceMonth: period("2024-01"),
            kind: "housing-fund",
            employeeFen: yuan(-10),
            employerFen: yuan(-10),
          },
        ],
      },
      { special: 738, tax: 0, net: 3262 },
    ],
    // 8,000 + 24,000 − 15,000 − 2,220 = 14,780 × 3 %: pay of last year is income of this month.
    [
      "back pay of December",
      { pay: [basic(4000), { ...basic(20_000), serviceMonth: period("2023-12") }] },
      { tax: 443.4, net: 22_816.6 },
    ],
  ])("with %s", (_, differences, { special = 740, tax, net }) => {
    const line = lineWith(differences);
    expect([line.specialDeductionsFen, incomeTaxOf(line), line.netFen]).toEqual([
      yuan(special),
      yuan(tax),
      yuan(net),
    ]);
  });

  it("merges a bonus once the law taxes none apart, and cannot settle a choice to the contrary", () => {
    const closed: typeof facts = {
      ...facts,
      lookUp: (id, query) =>
        facts.lookUp(id, id === "cn.iit.bonus.separate" ? { ...query, on: plainDate("2028-01-31") } : query),
    };
    const month = (bonusTaxing?: "apart"): UnitMonth =>
      monthOf([lineOf("W1", { pay: [basic(4000), bonus(36_000)], bonusTaxing })]);
    const [line] = statementOf(month(), closed).lines;
    expect([line?.bonus?.taxing, line?.bonus?.apart, line?.bonus?.better]).toEqual([
      "merged",
      null,
      "merged",
    ]);
    expect(settleUnit(month("apart"), closed).issues.map(({ code }) => code)).toEqual(["fact-unknown"]);
  });
});

describe("settleUnit with what happens in a month", () => {
  const claim = (kind: DeductionClaim["kind"], due: number, keep?: number): DeductionClaim => ({
    id: `${kind}-1`,
    kind,
    since: plainDate("2024-02-01"),
    dueFen: yuan(due),
    ...(keep === undefined ? {} : { keepFen: yuan(keep) }),
  });
  const totalTo = (statement: SettlementStatement, kind: string): Fen | undefined =>
    statement.disbursements.find(({ payee }) => payee.kind === kind)?.amountFen;

  it("gives the unit what was taken, and leaves the worker what the court does", () => {
    const statement = settled(lineOf("W1", { claims: [claim("court-order", 1000, 2500)] }));
    expect(statement.lines[0]).toMatchObject({
      otherDeductionsFen: yuan(760),
      netFen: yuan(2500),
      deductions: [{ id: "court-order-1", takenFen: yuan(760), leftFen: yuan(240), limit: "keep" }],
    });
    expect([totalTo(statement, "workers"), totalTo(statement, "unit")]).toEqual([yuan(2500), yuan(760)]);
    expect(statement.remarks.filter(({ subject }) => subject?.workerId === "W1")).toMatchObject([
      { code: "deduction-carried" },
    ]);
  });

  it("carries the facts of the limit on damage, and those only where somebody is to pay damage", () => {
    const idsOf = (statement: SettlementStatement): readonly string[] =>
      statement.input.facts.flatMap((pack) => Object.keys(pack.facts));
    const withDamage = idsOf(settled(lineOf("W1", { claims: [claim("damage", 900)] })));
    const without = idsOf(settled(lineOf("W1", { claims: [claim("agreed", 900)] })));
    expect(withDamage).toEqual(expect.arrayContaining(["cn.deduction.damage-share", "cn.36.minimum-wage"]));
    expect(without).toEqual(idsOf(settled(lineOf("W1"))));
  });

  it("holds the guarantee whatever is taken: a deduction is no change of cost", () => {
    const claims = [
      claim("court-order", 300, 100),
      claim("carried-net", 50),
      claim("damage", 900),
      claim("agreed", 9),
    ];
    const differences = [
      { serviceMonth: period("2024-01"), kind: "medical", employeeFen: yuan(3), employerFen: yuan(12) },
    ] as const;
    const changes = {
      claims,
      contributionDifferences: differences,
      pay: [basic(4000), bonus(9000), exempt(70)],
    };
    const lines = [lineOf("W1", changes), suppliedBy(contracts.perHead, "W2", changes), lineOf("W3")];
    const statement = statementOf(monthOf(lines, [contracts.perHead]));
    expect(statement.guarantee.terms.filter(({ outcome }) => outcome === "broken")).toEqual([]);
    expect(termOf(statement, "nothing-from-worker")).toEqual(["holds", []]);
    // What is made up for January is a matter of the base, and of nothing else.
    const made = statement.costChange.parts.base;
    expect(made["employer:medical"]).toBe(yuan(24));
    expect(Object.values(statement.costChange.parts.migration)).toEqual([]);
  });

  it("sends what is made up to the authorities", () => {
    const differences = [
      { serviceMonth: period("2024-01"), kind: "pension", employeeFen: yuan(8), employerFen: yuan(16) },
      { serviceMonth: period("2024-01"), kind: "housing-fund", employeeFen: yuan(5), employerFen: yuan(5) },
    ] as const;
    const statement = settled(lineOf("W1", { contributionDifferences: differences }));
    // Both sides of insurance: 420 + 640 + 320 + 20 + 16 = 1,416; of the fund 640.
    expect([totalTo(statement, "social-insurance"), totalTo(statement, "housing-fund")]).toEqual([
      yuan(1440),
      yuan(650),
    ]);
    expect(statement.lines[0]).toMatchObject({
      earlierContributions: { employeeFen: yuan(13), employerFen: yuan(21) },
      employerContributionsFen: yuan(996 + 320 + 21),
    });
  });

  it("shows both ways of taxing a bonus", () => {
    const statement = settled(lineOf("W1", { pay: [basic(4000), bonus(36_000)] }));
    // The year: 48,000 − 8,880 − 60,000 leave nothing; with the bonus 15,120 × 3 % = 453.60.
    const [remark] = statement.remarks.filter(({ code }) => code === "bonus-compared");
    expect(remark?.message.zh).toBe(
      "全年一次性奖金 36000.00 元，本次单独计税。单独计税：本月 1080.00 元，全年预计 1080.00 元；并入：本月 923.40 元，全年预计 453.60 元（以后各月按本月预计，仅本单位收入）。",
    );
  });
});

describe("a month with bonus, exempt income and contributions made up", () => {
  const amount = (max: number) => fc.nat(max).map((value) => fen(value));
  const anyMonth = fc.record({
    basicFen: amount(3_000_000),
    bonusFen: amount(20_000_000),
    exemptFen: amount(500_000),
    exemptBeforeFen: amount(500_000),
    wageFen: amount(2_000_000),
    beforeFen: amount(6_000_000),
    madeUpFen: amount(30_000),
    taxing: fc.constantFrom("apart", "merged", undefined),
  });

  it("agrees to the fen with a second implementation", () => {
    fc.assert(
      fc.property(anyMonth, (given) => {
        const { basicFen, bonusFen, exemptFen, exemptBeforeFen, wageFen, beforeFen, madeUpFen, taxing } =
          given;
        const line = lineWith({
          pay: [
            { kind: "basic", amountFen: basicFen },
            { kind: "bonus", amountFen: bonusFen },
            { kind: "other", amountFen: exemptFen, isExempt: true },
          ],
          bonusTaxing: taxing,
          contributionWageFen: wageFen,
          incomeBeforeFen: beforeFen,
          exemptBeforeFen,
          contributionDifferences: [
            {
              serviceMonth: period("2024-02"),
              kind: "pension",
              employeeFen: madeUpFen,
              employerFen: madeUpFen,
            },
          ],
        });
        const isMerged = taxing === "merged";
        // Exempt income is as good as no income, what is made up as good as contributions before.
        const naive = naiveMonth({
          month: "2024-03",
          boundsOf: "2023",
          pay: [basicFen, isMerged ? bonusFen : 0],
          contributionWage: wageFen,
          fundPercent: 8,
          mode: "months-at-unit",
          monthsAtAgent: 3,
          additional: 0,
          incomeBefore: beforeFen - exemptBeforeFen,
          specialBefore: 148_000 + madeUpFen,
          withheldBefore: 0,
          otherDeductions: [],
          injuryClass: 2,
        });
        const bonusTax = isMerged ? 0 : naiveBonus(bonusFen);
        expect(incomeTaxOf(line)).toBe(naive.tax + bonusTax);
        const unpaid = isMerged ? 0 : bonusFen;
        expect(line.netFen).toBe(naive.net + unpaid + exemptFen - bonusTax - madeUpFen);
        expect(line.employerContributionsFen).toBe(naive.employer + madeUpFen);
      }),
      { numRuns: 300 },
    );
  });
});
