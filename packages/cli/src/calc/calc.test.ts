import { plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerLine, calcKindNames } from "./calc.js";

const today = plainDate("2026-11-21");
const facts = createFacts(jiujiangPacks);

type Fields = Readonly<Record<string, unknown>>;

function ask(question: unknown, known: typeof facts = facts): Fields & { readonly ok: boolean } {
  return JSON.parse(answerLine(JSON.stringify(question), { facts: known, today })) as Fields & {
    ok: boolean;
  };
}

function codesOf(answer: Fields): readonly (readonly unknown[])[] {
  const issues = (answer["issues"] ?? []) as readonly { code: string; path?: string }[];
  return issues.map(({ code, path }) => [code, path]);
}

/** Months of the same figures. */
const months = (count: number, month: Fields): readonly Fields[] =>
  Array.from({ length: count }, () => month);
const wages = { kind: "wage-withholding", year: 2019, startMonth: 1, mode: "months-at-unit" };
const served = { from: "2021-01-01", to: "2024-02-29" };
const severance = {
  kind: "severance",
  segments: [served],
  average12: "5000",
  cityAverageMonthly: "7000",
};
const dispatched = { kind: "vat", service: "dispatch", gross: "5800", deductible: "5700" };

describe("answerLine", () => {
  it.each<readonly [Fields, Fields]>([
    // Interpretation of 国家税务总局公告2018年第61号.
    [
      { ...wages, months: months(3, { income: "30000.00", special: "4500", additional: "2000" }) },
      { taxByMonth: ["555.00", "625.00", "1850.00"] },
    ],
    [
      {
        ...wages,
        months: months(2, {
          income: "10000",
          exempt: "0.5",
          special: "1500",
          additional: "1000",
          other: "0.5",
        }),
      },
      { taxByMonth: ["74.97", "74.97"] },
    ],
    [{ ...wages, months: [{ income: "10000" }, { income: "-1000.00" }] }, { taxByMonth: ["150.00", "0.00"] }],
    [{ ...wages, months: [] }, { taxByMonth: [] }],
    // 公告2020年第13号 and 第19号.
    [
      { ...wages, year: 2020, startMonth: 7, mode: "first-wage-of-year", months: [{ income: "36000" }] },
      { taxByMonth: ["30.00"] },
    ],
    [
      {
        ...wages,
        year: 2021,
        mode: "sixty-thousand",
        months: months(12, { income: "8000", special: "2000" }),
      },
      { taxByMonth: [...months(10, {}).map(() => "0.00"), "180.00", "180.00"] },
    ],
    [
      {
        kind: "intern-withholding",
        year: 2024,
        months: [
          { month: 7, income: "10000" },
          { month: 9, income: "10000" },
        ],
      },
      {
        taxByMonth: [
          { month: 7, tax: "90.00" },
          { month: 9, tax: "90.00" },
        ],
      },
    ],
    [
      {
        kind: "platform-worker-withholding",
        year: 2026,
        months: [
          { month: 1, income: "60000" },
          { month: 3, income: "60000" },
        ],
      },
      {
        taxByMonth: [
          { month: 1, tax: "1780.00" },
          { month: 3, tax: "1780.00" },
        ],
      },
    ],
    [
      { kind: "labour-withholding", income: "2000" },
      { taxable: "1200.00", tax: "240.00" },
    ],
    [
      { kind: "labour-withholding", income: "30000" },
      { taxable: "24000.00", tax: "5200.00" },
    ],
    [
      { kind: "labour-withholding", income: "800" },
      { taxable: "0.00", tax: "0.00" },
    ],
    [
      { kind: "labour-withholding", income: "799.99" },
      { taxable: "0.00", tax: "0.00" },
    ],
    [
      { kind: "bonus-tax", bonus: "36000", date: "2024-01-31" },
      { rate: "0.03", quick: "0.00", tax: "1080.00" },
    ],
    [
      { kind: "bonus-tax", bonus: "36000.01", date: "2024-01-31" },
      { rate: "0.10", quick: "210.00", tax: "3390.00" },
    ],
    [
      { kind: "bonus-tax", bonus: "960000", date: "2027-12-31" },
      { rate: "0.35", quick: "7160.00", tax: "328840.00" },
    ],
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
      { kind: "severance-tax", payment: "500000", cityAverageAnnual: "90000" },
      { taxable: "230000.00", tax: "29080.00" },
    ],
    [
      { kind: "severance-tax", payment: "270000", cityAverageAnnual: "90000" },
      { taxable: "0.00", tax: "0.00" },
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
    [
      { kind: "id", type: "citizen", value: " 360403190001010028" },
      { valid: true, normalised: "360403190001010028", issues: [] },
    ],
    [
      { kind: "id", type: "bank-card", value: "6299 9900 0000 0000 005" },
      { valid: true, normalised: "6299990000000000005", issues: [] },
    ],
    [
      { kind: "id", type: "cnaps", value: "102100099996" },
      { valid: true, normalised: "102100099996", issues: [] },
    ],
  ])("answers %j with %j", (question, answer) => {
    expect(ask(question)).toEqual({ ok: true, ...answer });
  });

  it.each<readonly [Fields, boolean, readonly string[]]>([
    [{ type: "citizen", value: "360403190001010021" }, false, ["citizen-id-check-digit"]],
    [{ type: "citizen", value: "3.60403E+17" }, false, ["citizen-id-scientific"]],
    [{ type: "citizen", value: "" }, false, ["citizen-id-empty"]],
    [{ type: "credit-code", value: "1" }, false, ["credit-code-length"]],
    [{ type: "bank-card", value: "6299990000000000004" }, false, ["bank-card-check-digit"]],
    // Twenty digits are more than ISO/IEC 7812 allows; the account is taken and the length is mentioned.
    [{ type: "bank-card", value: "62999900000000000009" }, true, ["bank-card-long"]],
    [{ type: "bank-card", value: "2009001234567" }, true, []],
    [{ type: "cnaps", value: "102100099995" }, false, ["cnaps-check-digit"]],
    [{ type: "cnaps", value: "10210009999" }, false, ["cnaps-characters"]],
  ])("reads the identifier %j: valid %s, %j", (fields, valid, codes) => {
    const answer = ask({ kind: "id", ...fields });
    expect([answer.ok, answer["valid"], codesOf(answer).map(([code]) => code)]).toEqual([true, valid, codes]);
    expect(typeof answer["normalised"]).toBe(valid ? "string" : "object");
  });

  it("checks a birth date against the day of asking", () => {
    const line = JSON.stringify({ kind: "id", type: "citizen", value: "360403190001010028" });
    const answer = JSON.parse(answerLine(line, { facts, today: plainDate("1899-12-31") })) as Fields;
    expect(codesOf(answer)[0]?.[0]).toBe("citizen-id-birth-date");
  });
});

const insurance = { kind: "insurance", region: "360403", period: "2023-03", wage: "3000" };
const unknown = (kind: string): Fields => ({ kind, employer: null, employee: null, confidence: "unknown" });
const free = (kind: string): Fields => ({ kind, employer: null, employee: "0.00", confidence: "unknown" });
const item = (kind: string, employer: string, employee: string, confidence: string): Fields => ({
  kind,
  employer,
  employee,
  confidence,
});

describe("answerLine on insurance", () => {
  it("reckons 2023-03 with the bounds that were announced in August", () => {
    // 3,659.00 at 16, 8, 8 and 2 % leave nothing to round.
    expect(ask({ ...insurance, knownOn: "2023-09-01" })).toEqual({
      ok: true,
      base: "3659.00",
      items: [
        item("pension", "585.44", "292.72", "secondary"),
        item("medical", "292.72", "73.18", "unverified"),
        unknown("unemployment"),
        free("workInjury"),
        free("maternity"),
      ],
    });
  });

  it("knows a class's work-injury rate and the unemployment rate from 2023-05", () => {
    const answer = ask({ ...insurance, period: "2023-12", wage: "4567.89", workInjuryClass: 3 });
    expect(answer["base"]).toBe("4567.89");
    expect(answer["items"]).toEqual([
      item("pension", "730.86", "365.43", "unverified"),
      item("medical", "365.43", "91.36", "unverified"),
      item("unemployment", "22.84", "22.84", "unverified"),
      item("workInjury", "31.98", "0.00", "unverified"),
      free("maternity"),
    ]);
  });

  it("takes the upper bound of a high wage", () => {
    expect(ask({ ...insurance, period: "2023-12", wage: "99999.99" })["base"]).toBe("18294.00");
  });

  it.each([
    [{ knownOn: "2023-05-01" }, ["fact-unknown", undefined]],
    [{ period: "2024-03", knownOn: "2024-03-31" }, ["fact-unknown", undefined]],
    [{ period: "2025-01" }, ["fact-unknown", undefined]],
    [{ period: "2026-01" }, ["fact-unknown", undefined]],
    [{ region: "360100" }, ["region-unknown", "/region"]],
    [{ region: "360455" }, ["region-unknown", "/region"]],
    [{ region: "" }, ["region-unknown", "/region"]],
    [{ workInjuryClass: 9 }, ["schema-invalid", "/workInjuryClass"]],
  ])("does not answer with %j: %j", (fields, issue) => {
    const answer = ask({ ...insurance, ...fields });
    expect([answer.ok, codesOf(answer)]).toEqual([false, [issue]]);
  });

  it.each(["3604", "360400", "360421", "360494"])("answers for the region %s", (region) => {
    expect(ask({ ...insurance, region, period: "2023-12" }).ok).toBe(true);
  });

  it("does not carry the unemployment rate of 2025 into 2026", () => {
    const pack: FactPack = {
      id: "ours",
      version: "1",
      facts: {
        "cn.36.si.base-bounds": [
          {
            value: { lowerFen: 390_000 as never, upperFen: 1_950_000 as never },
            effectiveFrom: plainDate("2025-01-01"),
            effectiveTo: plainDate("2026-12-31"),
            announcedOn: null,
            source: "our notice",
            confidence: "confirmed",
          },
        ],
      },
    };
    const own = createFacts([...jiujiangPacks, pack]);
    const itemsOf = (period: string): readonly unknown[] =>
      ask({ ...insurance, period }, own)["items"] as readonly unknown[];
    expect(itemsOf("2025-12")[2]).toEqual(item("unemployment", "19.50", "19.50", "secondary"));
    expect(itemsOf("2026-01")[2]).toEqual(unknown("unemployment"));
  });
});

describe("answerLine on what the law does not say", () => {
  it.each<Fields>([
    { ...wages, year: 2018, months: [{ income: "1" }] },
    { ...wages, year: 2020, mode: "first-wage-of-year", months: [{ income: "1" }] },
    { ...wages, year: 2020, mode: "sixty-thousand", months: [{ income: "1" }] },
    { kind: "intern-withholding", year: 2020, months: [{ month: 6, income: "1" }] },
    { kind: "platform-worker-withholding", year: 2025, months: [{ month: 9, income: "1" }] },
    { kind: "bonus-tax", bonus: "1", date: "2028-01-01" },
    { kind: "minimum-wage", division: "360403", date: "2025-01-01", gross: "1" },
  ])("%j is unknown", (question) => {
    const answer = ask(question);
    expect(answer.ok).toBe(false);
    expect(new Set(codesOf(answer).map(([code]) => code))).toEqual(new Set(["fact-unknown"]));
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

describe("answerLine on questions that cannot be read", () => {
  it.each([
    ["", "line-not-json"],
    ["{", "line-not-json"],
    ["'x'", "line-not-json"],
    ["[]", "line-not-object"],
    ["null", "line-not-object"],
    ["1", "line-not-object"],
    ['"x"', "line-not-object"],
    ["{}", "kind-unknown"],
    ['{"kind":1}', "kind-unknown"],
    ['{"kind":"nothing"}', "kind-unknown"],
    ['{"kind":"toString"}', "kind-unknown"],
    ['{"kind":"__proto__"}', "kind-unknown"],
  ])("%s is %s", (line, code) => {
    const answer = JSON.parse(answerLine(line, { facts, today })) as Fields;
    expect([answer["ok"], codesOf(answer).map(([found]) => found)]).toEqual([false, [code]]);
  });

  it("lists the kinds there are", () => {
    const answer = ask({ kind: "nothing" });
    for (const kind of calcKindNames) expect(JSON.stringify(answer)).toContain(kind);
    expect(calcKindNames).toHaveLength(13);
  });

  it.each<readonly [Fields, readonly string[]]>([
    [{ kind: "wage-withholding" }, ["/year", "/startMonth", "/months", "/mode"]],
    [{ kind: "intern-withholding" }, ["/year", "/months"]],
    [{ kind: "labour-withholding" }, ["/income"]],
    [{ kind: "bonus-tax" }, ["/bonus", "/date"]],
    [{ kind: "severance" }, ["/segments", "/average12", "/cityAverageMonthly"]],
    [{ kind: "severance-tax" }, ["/payment", "/cityAverageAnnual"]],
    [{ kind: "retirement" }, ["/category", "/birth"]],
    [{ kind: "insurance" }, ["/region", "/period", "/wage"]],
    [{ kind: "minimum-wage" }, ["/division", "/date", "/gross"]],
    [{ kind: "overtime" }, ["/monthWage"]],
    [{ kind: "vat" }, ["/service", "/taxpayer", "/gross", "/date"]],
    [{ kind: "id" }, ["/type", "/value"]],
  ])("%j misses %j, all told at once", (question, paths) => {
    const answer = ask(question);
    expect([answer.ok, codesOf(answer)]).toEqual([false, paths.map((path) => ["schema-invalid", path])]);
  });

  it.each<readonly [string, Fields, readonly string[]]>([
    ["an amount that is a number", { kind: "labour-withholding", income: 2000 }, ["/income"]],
    ["three decimals", { kind: "labour-withholding", income: "0.001" }, ["/income"]],
    ["a negative amount", { kind: "labour-withholding", income: "-1" }, ["/income"]],
    ["words", { kind: "labour-withholding", income: "面议" }, ["/income"]],
    ["an amount beyond reckoning", { kind: "labour-withholding", income: "100000000000.01" }, ["/income"]],
    ["a day that is none", { kind: "bonus-tax", bonus: "1", date: "2024-02-30" }, ["/date"]],
    ["a year beyond reckoning", { kind: "bonus-tax", bonus: "1", date: "9999-12-31" }, ["/date"]],
    [
      "months that do not rise",
      {
        kind: "intern-withholding",
        year: 2024,
        months: [
          { month: 3, income: "1" },
          { month: 3, income: "1" },
        ],
      },
      ["/months"],
    ],
    [
      "a month 13",
      { kind: "intern-withholding", year: 2024, months: [{ month: 13, income: "1" }] },
      ["/months/0/month"],
    ],
    ["months beyond December", { ...wages, startMonth: 12, months: months(2, { income: "1" }) }, ["/months"]],
    ["a birth that is no month", { kind: "retirement", category: "M60", birth: "1965-13" }, ["/birth"]],
    ["a birth beyond reckoning", { kind: "retirement", category: "M60", birth: "9990-01" }, ["/birth"]],
    ["a category that is not one", { kind: "retirement", category: "M65", birth: "1965-01" }, ["/category"]],
    [
      "a segment that ends before it begins",
      { ...severance, segments: [{ from: "2024-01-02", to: "2024-01-01" }] },
      ["/segments/0/to"],
    ],
    ["no segment", { ...severance, segments: [] }, ["/segments"]],
    ["hours of three decimals", { kind: "overtime", monthWage: "1", weekdayHours: 0.125 }, ["/weekdayHours"]],
    ["negative hours", { kind: "overtime", monthWage: "1", weekdayHours: -1 }, ["/weekdayHours"]],
    [
      "a method that is not one",
      { ...dispatched, taxpayer: "general", date: "2024-01-01", method: "half" },
      ["/method"],
    ],
    [
      "several mistakes",
      { ...dispatched, taxpayer: "x", gross: "x", date: "x" },
      ["/taxpayer", "/gross", "/date"],
    ],
  ])("refuses %s", (_, question, paths) => {
    const answer = ask(question);
    expect([answer.ok, codesOf(answer)]).toEqual([false, paths.map((path) => ["schema-invalid", path])]);
  });

  it("says in Chinese, too, what is expected", () => {
    const answers = [
      ask({ kind: "labour-withholding" }),
      ask({ ...dispatched, taxpayer: "x", gross: -1, date: "x", method: 1 }),
      ask({ kind: "retirement", category: "x", birth: "x" }),
      ask({ kind: "overtime", monthWage: "1e3", weekdayHours: "x" }),
    ];
    const issues = answers.flatMap((answer) => answer["issues"] as { message: { zh: string } }[]);
    for (const { message } of issues) expect(message.zh.split("：")[1]).toMatch(/\p{Script=Han}/u);
  });

  it("mentions a field that it does not know, and answers", () => {
    const answer = ask({ ...severance, unlawfull: true });
    expect([answer["amount"], codesOf(answer)]).toEqual(["17500.00", [["field-unknown", "/unlawfull"]]]);
    const identifier = ask({ kind: "id", type: "cnaps", value: "102100099996", note: "x" });
    expect([identifier["valid"], codesOf(identifier)]).toEqual([true, [["field-unknown", "/note"]]]);
  });

  it("reads a line with a byte-order mark", () => {
    const answer = JSON.parse(
      answerLine('\uFEFF{"kind":"labour-withholding","income":"2000"}', { facts, today }),
    ) as Fields;
    expect(answer["tax"]).toBe("240.00");
  });
});

describe("answerLine on lines of all kinds", () => {
  const anyValue = fc.oneof(
    fc.constantFrom(
      "",
      "0",
      "1.5",
      "99999999999.99",
      "100000000000",
      "2024-03-31",
      "0000-01-01",
      "9999-12-31",
      "2024-13",
    ),
    fc.constantFrom(
      "M60",
      "F50",
      "dispatch",
      "agency",
      "general",
      "small-scale",
      "balance",
      "360403",
      "sixty-thousand",
    ),
    fc.constantFrom<unknown>(0, 1, 12, 2024, 2200, -1, 1e300, null, true, [], {}, [
      { month: 1, income: "1" },
    ]),
    fc.constantFrom<unknown>(
      [{ from: "1900-01-01", to: "2199-12-31" }],
      months(12, { income: "100000000000" }),
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const fields = [
    ..."year startMonth months mode income date bonus segments average12 cityAverageMonthly payment".split(
      " ",
    ),
    ..."cityAverageAnnual category birth region period wage knownOn division gross overtime monthWage".split(
      " ",
    ),
    ..."weekdayHours restDayHours service taxpayer method deductible type value minimumWage unlawful".split(
      " ",
    ),
  ];
  const anyQuestion = fc
    .record({
      kind: fc.constantFrom(...calcKindNames),
      fields: fc.dictionary(fc.constantFrom(...fields), anyValue, { minKeys: 2, maxKeys: 12 }),
    })
    .map((question) => ({ kind: question.kind, ...question.fields }));

  it("always answers with one line of JSON that says whether it could, and why not", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const line = answerLine(JSON.stringify(question), { facts, today });
        expect(line).not.toContain("\n");
        const answer = JSON.parse(line) as Fields;
        expect(answer["ok"] === true || codesOf(answer).length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("answers the largest amounts and the longest service", () => {
    const largest = "100000000000.00";
    const longest = [{ from: "1900-01-01", to: "2199-12-31" }];
    const answers = [
      ask({
        ...severance,
        segments: longest,
        average12: largest,
        cityAverageMonthly: largest,
        unlawful: true,
      }),
      ask({ ...wages, months: months(12, { income: largest, special: largest, other: largest }) }),
      ask({
        kind: "intern-withholding",
        year: 2024,
        months: months(12, {}).map((_, at) => ({ month: at + 1, income: largest })),
      }),
      ask({ kind: "labour-withholding", income: largest }),
      ask({ kind: "severance-tax", payment: largest, cityAverageAnnual: largest }),
      ask({
        kind: "overtime",
        monthWage: largest,
        weekdayHours: "9999.99",
        restDayHours: "9999.99",
        holidayHours: "9999.99",
      }),
      ask({ ...dispatched, taxpayer: "general", gross: largest, date: "2024-01-01" }),
    ];
    expect(answers.map((answer) => answer.ok)).toEqual(answers.map(() => true));
  });

  it("writes amounts as decimal strings of two places only", () => {
    const amounts = /^(?:base|amount|taxable|tax|quick|standard|dayWage|hourWage|pay|vat|employer|employee)$/;
    const line = answerLine(JSON.stringify({ ...insurance, period: "2023-12" }), { facts, today });
    JSON.parse(line, (key, value: unknown) => {
      if (amounts.test(key) && value !== null) expect(value).toMatch(/^-?\d+\.\d{2}$/);
      return value;
    });
  });
});
