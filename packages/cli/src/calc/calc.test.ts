import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ask,
  codesOf,
  dispatched,
  facts,
  repeated,
  severance,
  today,
  wages,
  type Fields,
} from "./__fixtures__/ask.js";
import { answerLine, calcKindNames } from "./calc.js";

describe("answerLine", () => {
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
    expect(calcKindNames).toHaveLength(40);
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
    [
      "months beyond December",
      { ...wages, startMonth: 12, months: repeated(2, { income: "1" }) },
      ["/months"],
    ],
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
      repeated(12, { income: "100000000000" }),
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
      ask({ ...wages, months: repeated(12, { income: largest, special: largest, other: largest }) }),
      ask({
        kind: "intern-withholding",
        year: 2024,
        months: repeated(12, {}).map((_, at) => ({ month: at + 1, income: largest })),
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
    // Amounts are decimal strings of two places; only months of severance are a number.
    const numbers: string[] = [];
    const figures = answers.map(({ issues, ...answer }) => answer);
    JSON.parse(JSON.stringify(figures), (key, value: unknown) => {
      if (typeof value === "number" && key !== "month") numbers.push(key);
      if (typeof value === "string" && key !== "method" && key !== "confidence") {
        expect(value).toMatch(/^\d+\.\d{2}$/);
      }
      return value;
    });
    expect(numbers).toEqual(["months"]);
  });
});
