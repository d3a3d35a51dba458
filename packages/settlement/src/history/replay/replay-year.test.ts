import { dateOf, fen, period, plainDate, ratePpm } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, yuanOf } from "../../__fixtures__/fraction.js";
import { annualTax, naiveMonth } from "../../__fixtures__/naive-payroll.js";
import { facts, lineOf, monthOf, statementOf, yuan } from "../../__fixtures__/unit-month.js";
import {
  agentOf,
  asIssued,
  codesOf,
  entryOf,
  historyOf,
  monthOfYear,
  oneChild,
  payOnly,
  replayed,
  wholeYear,
} from "../../__fixtures__/worker-year.js";
import type { ReplayedYear } from "./replay-year.js";
import { replayYear } from "./replay-year.js";
import type { HistoryMonth, WorkerHistory } from "../worker-history.js";

/** Each month's tax in yuan. */
const taxesOf = ({ months }: ReplayedYear): readonly number[] =>
  months.map(({ withholding }) => withholding.taxFen / 100);

/** Differences as month, item and amount in yuan. */
const differencesOf = ({ differences }: ReplayedYear): readonly (readonly [string, string, number])[] =>
  differences.map(({ month, item, differenceFen }) => [month, item, differenceFen / 100]);

const total = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100;

describe("replayYear after a late notice of bases", () => {
  // The bases of 2023 (3,659 and up) were announced on 21 August; those of 2022 (3,443) were used until then.
  const history = asIssued(historyOf(wholeYear(2023, (month) => entryOf(month, 3500)).slice(0, 8)));

  it("shows every month before the notice with the difference of each insurance and side", () => {
    const late = differencesOf(replayed(history, "2023-08-31"));
    // 3,659 instead of 3,500: 159 × 16, 8, 8 and 2 %; from May on the unemployment insurance of 0.5 %, too.
    expect(late.filter(([month]) => month === "2023-01")).toEqual([
      ["2023-01", "pension.employer", 25.44],
      ["2023-01", "pension.employee", 12.72],
      ["2023-01", "medical.employer", 12.72],
      ["2023-01", "medical.employee", 3.18],
      ["2023-01", "net", -15.9],
    ]);
    expect(late.filter(([month]) => month === "2023-05")).toEqual([
      ["2023-05", "pension.employer", 25.44],
      ["2023-05", "pension.employee", 12.72],
      ["2023-05", "medical.employer", 12.72],
      ["2023-05", "medical.employee", 3.18],
      // 3,659 × 0.5 % = 18.295, half-up 18.30, less 17.50.
      ["2023-05", "unemployment.employer", 0.8],
      ["2023-05", "unemployment.employee", 0.8],
      ["2023-05", "net", -16.7],
    ]);
    expect(new Set(late.map(([month]) => month))).toEqual(
      new Set(["2023-01", "2023-02", "2023-03", "2023-04", "2023-05", "2023-06", "2023-07"]),
    );
  });

  it("shows nothing while the notice is not out", () => {
    expect(replayed(history, "2023-08-20").differences.filter(({ month }) => month < "2023-08")).toEqual([]);
    expect(codesOf(history, "2023-08-20")).toContain("base-bounds-provisional");
    expect(codesOf(history, "2023-08-31")).not.toContain("base-bounds-provisional");
  });

  it("asks who bears the personal part of somebody who has left, and of nobody else", () => {
    // Left in March: 3 × 15.90 cannot be taken from pay any more.
    const left = asIssued({
      ...historyOf(wholeYear(2023, (month) => entryOf(month, 3500)).slice(0, 3)),
      agents: [agentOf("U1", { employed: [{ to: plainDate("2023-03-31") }] })],
    });
    const result = replayYear(left, facts, { knownOn: plainDate("2023-08-31") });
    const found = result.issues.find(({ code }) => code === "leaver-contribution-difference");
    expect(found).toMatchObject({ severity: "needs-decision", subject: { workerId: "W1" } });
    expect(found?.message.zh).toContain("47.70 元");
    expect(found?.options?.map(({ code }) => code)).toEqual(["worker-pays", "employer-bears"]);
    expect(codesOf(history, "2023-08-31")).not.toContain("leaver-contribution-difference");
    expect(codesOf(left, "2023-03-31")).not.toContain("leaver-contribution-difference");
    expect(codesOf(left)).toContain("leaver-contribution-difference");
    expect(codesOf(history)).not.toContain("leaver-contribution-difference");
    const leaving = { ...left, agents: [agentOf("U1", { employed: [{ to: plainDate("2023-08-31") }] })] };
    expect(codesOf(leaving, "2023-08-31")).not.toContain("leaver-contribution-difference");
  });
});

describe("replayYear after a late raise of deductions", () => {
  // 国发〔2023〕13号 was issued on 28 August and holds from January: a child 2,000 instead of 1,000, parents
  // 3,000 instead of 2,000.
  const additional = [oneChild, { kind: "by-law", item: "elderly" } as const];
  const history = historyOf(wholeYear(2023, (month) => payOnly(month, 12_000, { additional })));

  it("makes the months before it up in the month of the notice", () => {
    // (12,000 − 5,000 − 3,000) × 3 % a month to July; all of eight months then comes to (96,000 − 40,000 −
    // 40,000) × 3 % = 480, below the 840 withheld, and so on to December's 720.
    expect(taxesOf(replayed(history, "month-end"))).toEqual([
      120, 120, 120, 120, 120, 120, 120, 0, 0, 0, 0, 0,
    ]);
  });

  it("shows what each month would have been, and that nothing else differs", () => {
    const late = replayed(asIssued(history), "2023-12-31");
    expect(taxesOf(late)).toEqual(Array.from({ length: 12 }, () => 60));
    const taxes = differencesOf(late).filter(([, item]) => item === "tax");
    expect(taxes.map(([, , amount]) => amount)).toEqual([
      -60, -60, -60, -60, -60, -60, -60, 60, 60, 60, 60, 60,
    ]);
    expect(new Set(differencesOf(late).map(([, item]) => item))).toEqual(new Set(["tax", "net"]));
  });
});

describe("replayYear of a line of a statement", () => {
  it("finds no difference in a line that was issued for the same month, whatever was taken from its net pay", () => {
    const [taken, wage] = [yuan(300), yuan(9000)];
    const january = {
      period: period("2024-01"),
      law: { on: plainDate("2024-01-31"), knownOn: plainDate("2024-01-31") },
    };
    const line = lineOf("W1", {
      pay: [{ kind: "basic", amountFen: wage }],
      contributionWageFen: wage,
      monthsAtAgent: 1,
      additionalDeductionsFen: yuan(2000),
      incomeBeforeFen: fen(0),
      specialDeductionsBeforeFen: fen(0),
      otherDeductions: [{ kind: "court-order", amountFen: taken }],
    });
    const issued = statementOf(monthOf([line], [], january)).lines[0];
    const entry = entryOf(january.period, 9000, {
      contributions: [{ wageFen: wage, housingFundRate: ratePpm(80_000) }],
      additional: [oneChild],
      takenFen: taken,
      issued,
    });
    const history = historyOf([entry], { workInjuryClasses: { U1: 2 } });
    expect(replayed(history, "month-end").differences).toEqual([]);
    // The bases of 2024 were known at the year's end, and do not bind between 3,838 and 19,191.
    expect(replayed(history).differences).toEqual([]);
    expect(differencesOf(replayed({ ...history, months: [{ ...entry, takenFen: undefined }] }))).toEqual([
      ["2024-01", "net", 300],
    ]);
  });
});

describe("replayYear after a late input", () => {
  const year = wholeYear(2024, (month) => payOnly(month, 8000)).slice(0, 4);

  it("shows overtime of February that was handed in later, with the tax on it", () => {
    const issued = asIssued(historyOf(year));
    const months = issued.months.map((entry, index) =>
      index === 1 ? { ...entry, pay: [...entry.pay, { amountFen: yuan(500) }] } : entry,
    );
    expect(differencesOf(replayed({ ...issued, months }))).toEqual([
      ["2024-02", "gross", 500],
      ["2024-02", "tax", 15],
      ["2024-02", "net", 485],
    ]);
  });

  it("has nothing to compare where nothing was issued", () => {
    expect(replayed(historyOf(year)).differences).toEqual([]);
  });

  it("does not depend on the order in which months stand", () => {
    const issued = asIssued(historyOf(year));
    const reversed = { ...issued, months: issued.months.toReversed() };
    expect(replayed(reversed)).toEqual(replayed(issued));
  });
});

describe("replayYear on what cannot be replayed", () => {
  it.each<readonly [string, WorkerHistory, readonly string[]]>([
    [
      "a month of another year",
      historyOf([payOnly(period("2024-01"), 1)], { year: 2023 }),
      ["history-outside-year"],
    ],
    [
      "an agent without times of employment",
      historyOf([payOnly(period("2024-01"), 1, { agentId: "U9" })]),
      ["history-agent-missing"],
    ],
    [
      "pay before the first day",
      historyOf([payOnly(period("2024-01"), 1)], {
        agents: [agentOf("U1", { employed: [{ from: plainDate("2024-02-01") }] })],
      }),
      ["pay-before-employment"],
    ],
    [
      "the whole 60,000 for somebody who joined in February",
      historyOf([payOnly(period("2024-02"), 1)], {
        agents: [agentOf("U1", { employed: [{ from: plainDate("2024-02-01") }], mode: "sixty-thousand" })],
      }),
      ["deduction-mode-not-open"],
    ],
    [
      "the first wage of the year at the second agent",
      historyOf([payOnly(period("2024-01"), 1), payOnly(period("2024-07"), 1, { agentId: "U2" })], {
        agents: [
          agentOf("U1", { employed: [{ to: plainDate("2024-03-31") }] }),
          agentOf("U2", { employed: [{ from: plainDate("2024-07-01") }], mode: "first-wage-of-year" }),
        ],
      }),
      ["deduction-mode-not-open"],
    ],
    [
      "times of employment that run backwards",
      historyOf([payOnly(period("2024-03"), 1)], {
        agents: [
          agentOf("U1", { employed: [{ from: plainDate("2024-03-10"), to: plainDate("2024-03-05") }] }),
        ],
      }),
      ["employment-dates-wrong"],
    ],
    ["a year without bounds", historyOf([entryOf(period("2026-01"), 5000)]), ["fact-unknown"]],
    [
      "two things at once",
      historyOf([payOnly(period("2023-12"), 1), payOnly(period("2024-01"), 1, { agentId: "U9" })], {
        year: 2024,
      }),
      ["history-outside-year", "history-agent-missing"],
    ],
  ])("says what is wrong with %s", (_, history, codes) => {
    expect(replayYear(history, facts).ok).toBe(false);
    expect(codesOf(history)).toEqual(codes);
  });

  it("needs no bases for a month in which nobody is insured", () => {
    expect(taxesOf(replayed(historyOf([payOnly(period("2026-01"), 8000)])))).toEqual([90]);
  });

  it("takes the first wage of the year where no agent came before", () => {
    const agents = [
      agentOf("U1", { employed: [{ from: plainDate("2024-07-01") }], mode: "first-wage-of-year" as const }),
    ];
    // 35,000 in July is covered by seven months (interpretation of 公告2020年第13号).
    expect(taxesOf(replayed(historyOf([payOnly(period("2024-07"), 35_000)], { agents })))).toEqual([0]);
  });

  it("takes two first wages of the year in one month, one at each agent", () => {
    const employed = [{ from: plainDate("2024-07-01") }];
    const agents = ["U1", "U2"].map((id) => agentOf(id, { employed, mode: "first-wage-of-year" as const }));
    const july = period("2024-07");
    const months = [payOnly(july, 36_000), payOnly(july, 36_000, { agentId: "U2" })];
    // (36,000 − 7 × 5,000) × 3 % at each.
    expect(taxesOf(replayed(historyOf(months, { agents })))).toEqual([30, 30]);
  });

  it("names the facts that are not confirmed, each once", () => {
    const { issues } = replayYear(historyOf(wholeYear(2024, (month) => payOnly(month, 8000))), facts);
    const unconfirmed = issues
      .filter(({ code }) => code === "fact-not-confirmed")
      .map(({ message }) => message.en);
    expect(unconfirmed.some((text) => text.includes("cn.iit.rounding"))).toBe(true);
    expect(new Set(unconfirmed).size).toBe(unconfirmed.length);
  });
});

const anyMonth = fc.record({
  pay: fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 3 }),
  wage: fc.oneof(fc.constant(0), fc.integer({ min: 100_000, max: 2_500_000 })),
  fundPercent: fc.constantFrom(0, 5, 12),
  additional: fc.nat(500_000),
});
type AnyMonth = typeof anyMonth extends fc.Arbitrary<infer Value> ? Value : never;

const anyYear = fc.array(anyMonth, { minLength: 1, maxLength: 12 });
const classOfUnit = { workInjuryClasses: { U1: 2 } };

function entriesOf(months: readonly AnyMonth[]): readonly HistoryMonth[] {
  return months.map(({ pay, wage, fundPercent, additional }, index) =>
    entryOf(monthOfYear(2024, index + 1), 0, {
      pay: pay.map((amount) => ({ amountFen: fen(amount) })),
      contributions: [{ wageFen: fen(wage), housingFundRate: ratePpm(fundPercent * 10_000) }],
      additional: [{ kind: "amount", item: "rent", amountFen: fen(additional) }],
    }),
  );
}

describe("replayYear over any year", () => {
  it("agrees to the fen with a second implementation that goes month by month", () => {
    fc.assert(
      fc.property(anyYear, (months) => {
        let [incomeBefore, specialBefore, withheldBefore, additional] = [0, 0, 0, 0];
        const year = replayed(historyOf(entriesOf(months), classOfUnit)).months;
        for (const [index, month] of months.entries()) {
          additional += month.additional;
          const expected = naiveMonth({
            month: monthOfYear(2024, index + 1),
            boundsOf: "2024",
            pay: month.pay,
            contributionWage: month.wage,
            fundPercent: month.fundPercent,
            mode: "months-at-unit",
            monthsAtAgent: index + 1,
            additional,
            incomeBefore,
            specialBefore,
            withheldBefore,
            otherDeductions: [],
            injuryClass: 2,
          });
          expect(year[index]).toMatchObject({
            grossFen: expected.gross,
            housingFundEachSideFen: expected.fundEachSide,
            specialDeductionsFen: expected.special,
            employerContributionsFen: expected.employer,
            netFen: expected.net,
          });
          expect(year[index]?.withholding).toMatchObject({
            taxableFen: expected.taxable,
            taxFen: expected.tax,
          });
          for (const [kind, sides] of Object.entries(year[index]?.insurance ?? {})) {
            expect([sides.employerFen, sides.employeeFen]).toEqual(expected.insurance[kind]);
          }
          incomeBefore += expected.gross;
          specialBefore += expected.special;
          withheldBefore += expected.tax;
        }
      }),
      { numRuns: 80 },
    );
  });

  it("withholds the annual tax of any constant pay of twelve months", () => {
    fc.assert(
      fc.property(fc.nat(8_000_000), fc.nat(400_000), (wage, deduction) => {
        const additional = [{ kind: "amount" as const, item: "rent", amountFen: fen(deduction) }];
        const year = replayed(
          historyOf(wholeYear(2024, (month) => payOnly(month, wage / 100, { additional }))),
        );
        const annual = fenOf(annualTax(yuanOf((wage - deduction) * 12 - 6_000_000)));
        expect(total(taxesOf(year))).toBe(annual / 100);
      }),
      { numRuns: 100 },
    );
  });

  it("finds no difference in what was issued from the same history and knowledge", () => {
    fc.assert(
      fc.property(anyYear, (months) => {
        expect(replayed(asIssued(historyOf(entriesOf(months))), "month-end").differences).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("lands on the same totals when a month is paid in parts as when it is paid at once", () => {
    fc.assert(
      fc.property(anyYear, (months) => {
        const whole = entriesOf(months);
        const split = whole.flatMap((entry) =>
          entry.pay.map((amount, part) => ({
            ...entry,
            pay: [amount],
            ...(part === 0 ? {} : { contributions: [], additional: [] }),
          })),
        );
        const sums = ({ months: some }: ReplayedYear): readonly number[] => [
          total(some.map(({ grossFen }) => grossFen)),
          total(some.map(({ specialDeductionsFen }) => specialDeductionsFen)),
          total(some.map(({ withholding }) => withholding.taxFen)),
          total(some.map(({ netFen }) => netFen)),
        ];
        expect(sums(replayed(historyOf(split)))).toEqual(sums(replayed(historyOf(whole))));
      }),
      { numRuns: 100 },
    );
  });

  it("counts a joiner's months from the month of the first day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (first, day) => {
        const agents = [agentOf("U1", { employed: [{ from: dateOf(2024, first, day) }] })];
        const months = wholeYear(2024, (month) => payOnly(month, 6000)).slice(first - 1);
        const counted = replayed(historyOf(months, { agents })).months.map(
          ({ monthsAtAgent }) => monthsAtAgent,
        );
        expect(counted).toEqual(months.map((_, index) => index + 1));
      }),
      { numRuns: 30 },
    );
  });
});
