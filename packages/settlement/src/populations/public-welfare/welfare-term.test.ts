import { addMonthsToPeriod, period, type Period } from "@tongchou/core";
import { originalRetirementMonth, retirementMonth } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthIndex, naiveWelfareTerm } from "../../__fixtures__/naive-populations.js";
import { facts } from "../../__fixtures__/unit-month.js";
import { welfareTerm, type WelfareHistory, type WelfareSpell } from "./welfare-term.js";

const spell = (unitId: string, from: string, to?: string): WelfareSpell => ({
  unitId,
  from: period(from),
  to: to === undefined ? undefined : period(to),
});

function historyOf(
  spells: readonly WelfareSpell[],
  differences: Partial<WelfareHistory> = {},
): WelfareHistory {
  const approvedIn = spells.map(({ from }) => from).toSorted()[0] ?? period("2021-01");
  return { birth: period("1980-01"), category: "M60", placements: [{ approvedIn, spells }], ...differences };
}

function termOf(history: WelfareHistory, month: string) {
  const term = welfareTerm(history, period(month), facts);
  const codes = term.issues.map(({ code }) => code);
  if (!term.ok) return codes;
  const { monthNumber, unitId, monthsLeft, lastMonth } = term.value;
  return [monthNumber, unitId, monthsLeft, lastMonth, ...codes];
}

describe("welfareTerm", () => {
  const threeYears = historyOf([spell("U1", "2021-07")]);
  const twoUnits = historyOf([spell("U1", "2021-07", "2022-06"), spell("U2", "2022-09")]);
  it.each([
    ["the first month", threeYears, "2021-07", [1, "U1", 35, "2024-06"]],
    ["the month before the last", threeYears, "2024-05", [35, "U1", 1, "2024-06"]],
    ["the last month", threeYears, "2024-06", [36, "U1", 0, "2024-06"]],
    ["the month after", threeYears, "2024-07", [0, undefined, 0, "2024-06", "subsidy-term-over"]],
    ["years after", threeYears, "2026-01", [0, undefined, 0, "2024-06", "subsidy-term-over"]],
    // 12 months at U1, two without, then U2: the count goes on at 13.
    ["the first month at the next unit", twoUnits, "2022-09", [13, "U2", 23, "2024-08"]],
    ["a month between two units", twoUnits, "2022-08", [0, undefined, 24, "2024-08"]],
    ["the last month across units", twoUnits, "2024-08", [36, "U2", 0, "2024-08"]],
    ["the month after, across units", twoUnits, "2024-09", [0, undefined, 0, "2024-08", "subsidy-term-over"]],
    [
      "a person who left after the term",
      historyOf([spell("U1", "2021-07", "2024-06")]),
      "2024-12",
      [0, undefined, 0, "2024-06"],
    ],
  ] as const)("counts %s", (_, history, month, expected) => {
    expect(termOf(history, month)).toEqual(expected);
  });

  // A man of 1968-03 reached 60 in 2028-03 by the law before 2025, and retires in 2029-01 by the present one.
  const near = (approved: string): WelfareHistory =>
    historyOf([spell("U1", approved)], { birth: period("1968-03") });
  it.each([
    ["59 months before 60, by the law of that month", near("2023-04"), "2026-12", [45, "U1", 25, "2029-01"]],
    ["so, in its last month", near("2023-04"), "2029-01", [70, "U1", 0, "2029-01"]],
    ["so, after it", near("2023-04"), "2029-02", [0, undefined, 0, "2029-01", "subsidy-term-over"]],
    [
      "60 months before 60: for three years only",
      near("2023-03"),
      "2026-03",
      [0, undefined, 0, "2026-02", "subsidy-term-over"],
    ],
    ["in 2025, 48 months before the present age", near("2025-01"), "2028-06", [42, "U1", 7, "2029-01"]],
    [
      // 53 months to 60, but 67 to the present age of 61 years and 2 months.
      "in 2025 by the present age, not by that before",
      historyOf([spell("U1", "2025-01")], { birth: period("1969-06") }),
      "2028-01",
      [0, undefined, 0, "2027-12", "subsidy-term-over"],
    ],
    [
      "a woman of 50 approved at 44",
      historyOf([spell("U1", "2020-05")], { birth: period("1975-06"), category: "F50" }),
      "2024-05",
      [0, undefined, 0, "2023-04", "subsidy-term-over"],
    ],
  ] as const)("runs to retirement for somebody approved %s", (_, history, month, expected) => {
    expect(termOf(history, month)).toEqual(expected);
  });

  it("ends at retirement also where three years would go beyond it", () => {
    const history = historyOf([spell("U1", "2023-12")], { birth: period("1964-06") });
    expect(termOf(history, "2023-12")).toEqual([1, "U1", 6, "2024-06"]);
  });

  it("begins anew with a second placement, and asks about a third", () => {
    const placements = ["2018-01", "2021-02", "2024-03"].map((from, index) => ({
      approvedIn: period(from),
      spells: [spell("U1", from, index === 2 ? undefined : `${Number(from.slice(0, 4)) + 2}-12`)],
    }));
    const history = (count: number) => historyOf([], { placements: placements.slice(0, count) });
    expect(termOf(history(2), "2021-02")).toEqual([1, "U1", 35, "2024-01"]);
    expect(termOf(history(3), "2024-03")).toEqual([1, "U1", 35, "2027-02", "placement-beyond-limit"]);
  });

  it.each([
    ["nothing approved yet", threeYears, "2021-06", ["subsidy-not-approved"]],
    [
      "a month drawn by two units, also in the past",
      historyOf([spell("U1", "2021-07", "2022-01"), spell("U2", "2022-01")]),
      "2023-01",
      ["subsidy-month-repeated"],
    ],
    [
      "a time without any rule",
      historyOf([spell("U1", "2015-01")]),
      "2015-02",
      ["fact-unknown", "fact-unknown"],
    ],
  ] as const)("does not answer for %s", (_, history, month, codes) => {
    expect(termOf(history, month)).toEqual(codes);
  });

  it("agrees with a walk through the months", () => {
    const start = period("2019-01");
    const anyMonth = (most: number) => fc.nat(most).map((offset) => addMonthsToPeriod(start, offset));
    const anySpells = fc.array(fc.record({ gap: fc.nat(8), months: fc.integer({ min: 1, max: 30 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    const anyBirth = fc.nat(30 * 12).map((offset) => addMonthsToPeriod(period("1958-01"), offset));
    const anyCategory = fc.constantFrom("M60" as const, "F55" as const, "F50" as const);
    fc.assert(
      fc.property(
        anyMonth(80),
        anySpells,
        anyBirth,
        anyCategory,
        fc.nat(120),
        (approved, parts, birth, category, later) => {
          let next: Period = approved;
          const spells = parts.map(({ gap, months }, index) => {
            const from = index === 0 ? next : addMonthsToPeriod(next, gap);
            const to = addMonthsToPeriod(from, months - 1);
            next = addMonthsToPeriod(to, 1);
            return { unitId: `U${index}`, from, to };
          });
          const month = addMonthsToPeriod(approved, later);
          const claimed = new Set<number>();
          for (const { from, to } of spells) {
            for (let at = monthIndex(from); at <= monthIndex(to); at += 1) claimed.add(at);
          }
          const retires = retirementMonth(category, birth);
          const expected = naiveWelfareTerm({
            approved: monthIndex(approved),
            retires: monthIndex(retires),
            retiresByLawThen: monthIndex(
              approved < "2025-01" ? originalRetirementMonth(category, birth) : retires,
            ),
            claimed,
            asked: monthIndex(month),
          });
          const history = { birth, category, placements: [{ approvedIn: approved, spells }] };
          const term = welfareTerm(history, month, facts);
          if (!term.ok) throw new Error("not known");
          const { monthNumber, monthsLeft, lastMonth } = term.value;
          expect([monthNumber, monthsLeft]).toEqual([expected.number, expected.left]);
          if (expected.last >= 0) expect(monthIndex(lastMonth)).toBe(expected.last);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
