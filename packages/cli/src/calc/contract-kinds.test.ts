import { describe, expect, it } from "vitest";
import { ask, codesOf, dispatched, served, severance, type Fields } from "./__fixtures__/ask.js";

describe("contractKinds", () => {
  it.each<readonly [Fields, Fields]>([
    // 劳动合同法, article 47: three years and two months are three and a half months of pay.
    [severance, { months: 3.5, base: "5000.00", amount: "17500.00" }],
    [
      { ...severance, unlawful: true },
      { months: 3.5, base: "5000.00", amount: "35000.00" },
    ],
    [
      { ...severance, minimumWage: "5100.01" },
      { months: 3.5, base: "5100.01", amount: "17850.04" },
    ],
    [
      { ...severance, publicWelfarePost: true },
      { months: 0, base: "5000.00", amount: "0.00" },
    ],
    [
      { ...severance, partTime: true },
      { months: 0, base: "5000.00", amount: "0.00" },
    ],
    [
      { ...severance, segments: [{ from: "2020-01-01", to: "2020-12-31", alreadyPaid: true }, served] },
      { months: 3.5, base: "5000.00", amount: "17500.00" },
    ],
    [
      { ...severance, segments: [{ from: "2023-09-01", to: "2024-02-29" }] },
      { months: 1, base: "5000.00", amount: "5000.00" },
    ],
    [
      { ...severance, segments: [{ from: "2023-09-02", to: "2024-02-29" }] },
      { months: 0.5, base: "5000.00", amount: "2500.00" },
    ],
    // Above three times the city's average the base is cut and twelve months are the most.
    [
      { ...severance, segments: [{ from: "2008-01-01", to: "2024-02-29" }], average12: "21000.01" },
      { months: 12, base: "21000.00", amount: "252000.00" },
    ],
    [
      { ...severance, segments: [{ from: "2008-01-01", to: "2024-02-29" }], average12: "21000.00" },
      { months: 16.5, base: "21000.00", amount: "346500.00" },
    ],
    [
      { kind: "retirement", category: "M60", birth: "1965-01" },
      { retires: "2025-02", minimumContributionYears: 15 },
    ],
    [
      { kind: "retirement", category: "F55", birth: "1971-04" },
      { retires: "2026-08", minimumContributionYears: 15 },
    ],
    [
      { kind: "retirement", category: "F50", birth: "1984-11" },
      { retires: "2039-11", minimumContributionYears: 20 },
    ],
    [
      { kind: "retirement", category: "M60", birth: "1970-05" },
      { retires: "2031-10", minimumContributionYears: 16 },
    ],
    [
      { kind: "retirement", category: "M60", birth: "1964-12" },
      { retires: "2024-12", minimumContributionYears: 15 },
    ],
    [
      { kind: "minimum-wage", division: "360403", date: "2024-03-31", gross: "1730" },
      { standard: "1730.00", meets: true, confidence: "confirmed" },
    ],
    [
      { kind: "minimum-wage", division: "360403", date: "2024-04-01", gross: "1869.99" },
      { standard: "1870.00", meets: false, confidence: "unverified" },
    ],
    // Overtime pay does not count (最低工资规定, article 12).
    [
      { kind: "minimum-wage", division: "360428", date: "2024-03-31", gross: "1700", overtime: "90.01" },
      { standard: "1610.00", meets: false, confidence: "confirmed" },
    ],
    [
      { kind: "overtime", monthWage: "3000", weekdayHours: 3 },
      { dayWage: "137.93", hourWage: "17.24", pay: "77.59" },
    ],
    [
      { kind: "overtime", monthWage: "4350", weekdayHours: "2.5", restDayHours: 8, holidayHours: 8 },
      { dayWage: "200.00", hourWage: "25.00", pay: "1093.75" },
    ],
    [
      { kind: "overtime", monthWage: "4350" },
      { dayWage: "200.00", hourWage: "25.00", pay: "0.00" },
    ],
    // 4,500 of wages, 1,200 of contributions, 100 of fee.
    [
      { ...dispatched, taxpayer: "general", date: "2025-12-31" },
      { method: "balance", vat: "4.76", confidence: "secondary" },
    ],
    [
      { ...dispatched, taxpayer: "general", date: "2026-01-01" },
      { method: "balance", vat: "5.66", confidence: "confirmed" },
    ],
    [
      { ...dispatched, taxpayer: "small-scale", date: "2026-01-01" },
      { method: "full", vat: "57.43", confidence: "confirmed" },
    ],
    [
      { ...dispatched, taxpayer: "general", date: "2024-01-01", method: "full" },
      { method: "full", vat: "328.30", confidence: "secondary" },
    ],
    [
      {
        kind: "vat",
        service: "agency",
        taxpayer: "general",
        gross: "5800",
        deductible: "5700",
        date: "2024-01-01",
        method: "simple",
      },
      { method: "simple", vat: "4.76", confidence: "confirmed" },
    ],
    [
      { kind: "vat", service: "outsourcing", taxpayer: "general", gross: "106", date: "2026-01-01" },
      { method: "full", vat: "6.00", confidence: "confirmed" },
    ],
  ])("%j is answered with %j", (question, answer) => {
    expect(ask(question)).toEqual({ ok: true, ...answer });
  });

  it.each<readonly [Fields, string]>([
    [{ ...dispatched, taxpayer: "general", date: "2028-01-01" }, "vat-method-unavailable"],
    [
      { ...dispatched, taxpayer: "small-scale", date: "2026-01-01", method: "balance" },
      "vat-method-unavailable",
    ],
    [
      { kind: "vat", service: "agency", taxpayer: "general", gross: "1", date: "2026-01-01" },
      "vat-method-unavailable",
    ],
    [
      { kind: "vat", service: "outsourcing", taxpayer: "small-scale", gross: "1", date: "2024-01-01" },
      "vat-method-unavailable",
    ],
    [
      { kind: "minimum-wage", division: "360494", date: "2024-03-31", gross: "1" },
      "minimum-wage-class-unknown",
    ],
    [{ kind: "minimum-wage", division: "110101", date: "2024-03-31", gross: "1" }, "division-unknown"],
    [{ kind: "minimum-wage", division: "360403", date: "2025-01-01", gross: "1" }, "fact-unknown"],
  ])("%j is %s", (question, code) => {
    expect(ask(question)).toMatchObject({ ok: false, issues: [{ code }] });
  });

  it("mentions an abolished division and service before 2008 beside the answer", () => {
    const old = ask({ kind: "minimum-wage", division: "360427", date: "2024-03-31", gross: "1610" });
    expect([old["standard"], codesOf(old)]).toEqual(["1610.00", [["division-abolished", undefined]]]);
    const early = ask({ ...severance, segments: [{ from: "2007-01-01", to: "2024-02-29" }] });
    expect([early["months"], codesOf(early)]).toEqual([16.5, [["severance-before-2008", undefined]]]);
  });
});

describe("agency-insolvency", () => {
  const question: Fields = {
    kind: "agency-insolvency",
    unit: "U1",
    agency: "A1",
    mode: "dispatch",
    recovered: "2000",
    workers: [
      { worker: "W1", wages: { due: "3000" }, tax: { due: "200", paid: "50" } },
      { worker: "W2", wages: { due: "1500", paid: "500" }, contributions: { due: "400" } },
    ],
  };

  it("pays wages first and leaves the rest to the unit, jointly", () => {
    // 2,000 over 3,000 and 1,000: half of each.
    expect(ask(question)).toMatchObject({
      ok: true,
      liability: "joint",
      open: "2550.00",
      left: "0.00",
      workers: [
        { worker: "W1", recovered: "1500.00", openWages: "1500.00", openTax: "150.00" },
        { worker: "W2", recovered: "500.00", openWages: "500.00", openContributions: "400.00" },
      ],
      issues: [{ code: "agency-insolvent-dispatch", severity: "needs-decision" }],
    });
    expect(ask({ ...question, mode: "outsourcing" })).toMatchObject({ liability: "undecided" });
  });
});
