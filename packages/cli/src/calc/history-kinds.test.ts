import { describe, expect, it } from "vitest";
import { ask, codesOf, repeated, wages, type Fields } from "./__fixtures__/ask.js";

const change = { ...wages, year: 2024, kind: "agent-change", switchMonth: 7 };
const tenThousand = repeated(12, { income: "10000", special: "1850" });
const agents = [{ agent: "U1", employed: [{}], mode: "months-at-unit" }];

describe("historyKinds", () => {
  it.each<readonly [Fields, Fields]>([
    // (120,000 − 60,000 − 22,200) × 10 % − 2,520 = 1,260.
    [
      { kind: "annual-settlement", year: 2024, income: "120000", special: "22200", withheld: "1134" },
      { taxable: "37800.00", tax: "1260.00", toPay: "126.00", toGetBack: "0.00", waiver: "income" },
    ],
    [
      {
        kind: "annual-settlement",
        year: 2024,
        income: "63001",
        exempt: "1",
        additional: "1000",
        other: "1000",
        withheld: "31",
      },
      { taxable: "1000.00", tax: "30.00", toPay: "0.00", toGetBack: "1.00", waiver: null },
    ],
    [
      { kind: "late-fee", amount: "10000", dueOn: "2024-03-25", paidOn: "2024-04-04" },
      { days: 10, fee: "50.00", bearer: "employer" },
    ],
  ])("%j is answered with %j", (question, answer) => {
    expect(ask(question)).toEqual({ ok: true, ...answer });
  });

  it("compares a change of withholding agent, recommends a month and puts it into words", () => {
    const answer = ask({ ...change, months: tenThousand });
    expect(answer).toMatchObject({
      ok: true,
      withheldWithout: "1260.00",
      withheldWith: "1134.00",
      largestGain: "126.00",
      largestLoss: "0.00",
      settlement: { tax: "1260.00", toPay: "126.00", waiver: "income" },
      waived: "126.00",
      neutral: false,
      losesSixtyThousand: false,
      recommended: { month: "2025-01", neutral: true },
    });
    expect((answer["months"] as readonly unknown[]).at(-1)).toEqual({
      month: 12,
      without: "220.50",
      with: "94.50",
      netGain: "126.00",
    });
    expect((answer["disclosure"] as { readonly zh: string }).zh).toContain("应补税 126.00 元");
  });

  it("counts wages in arrears that the present agent pays in the month of the change", () => {
    const months = repeated(12, { income: "8000" });
    const answer = ask({ ...change, switchMonth: 3, months, arrears: { income: "8000" } });
    expect(answer).toMatchObject({ withheldWithout: "1080.00", withheldWith: "1170.00", waived: "710.00" });
  });

  it("replays a year on a day and shows what differs from what was issued, and how it is made up", () => {
    // 3,500 in January 2023 on the bases of 2022; those of 2023 were announced on 21 August.
    const issued = {
      gross: "3500",
      insurance: {
        pension: { employer: "560", employee: "280" },
        medical: { employer: "280", employee: "70" },
        unemployment: { employer: null, employee: null },
        workInjury: { employer: null, employee: "0" },
        maternity: { employer: null, employee: "0" },
      },
      tax: "0",
      net: "3150",
    };
    const january = {
      month: "2023-01",
      agent: "U1",
      pay: [{ amount: "3500" }],
      contributions: [{ wage: "3500", housingFundRate: "0" }],
      additional: [{ item: "children" }, { item: "rent", amount: "800" }],
      issued,
    };
    const question = {
      kind: "year-replay",
      year: 2023,
      agents,
      months: [january],
      correct: { agent: "U1", month: "2023-09" },
    };
    const late = ask({ ...question, knownOn: "2023-08-31" });
    expect(late["differences"]).toEqual([
      {
        month: "2023-01",
        agent: "U1",
        item: "pension.employer",
        issued: "560.00",
        replayed: "585.44",
        difference: "25.44",
      },
      {
        month: "2023-01",
        agent: "U1",
        item: "pension.employee",
        issued: "280.00",
        replayed: "292.72",
        difference: "12.72",
      },
      {
        month: "2023-01",
        agent: "U1",
        item: "medical.employer",
        issued: "280.00",
        replayed: "292.72",
        difference: "12.72",
      },
      {
        month: "2023-01",
        agent: "U1",
        item: "medical.employee",
        issued: "70.00",
        replayed: "73.18",
        difference: "3.18",
      },
      {
        month: "2023-01",
        agent: "U1",
        item: "net",
        issued: "3150.00",
        replayed: "3134.10",
        difference: "-15.90",
      },
    ]);
    expect(late["correction"]).toEqual({
      pay: "0.00",
      employee: "15.90",
      employer: "38.16",
      incomeBefore: "3500.00",
      specialBefore: "350.00",
      withheldBefore: "0.00",
    });
    const early = ask({ ...question, knownOn: "month-end" });
    expect(early["differences"]).toEqual([]);
    expect(codesOf(early).map(([code]) => code)).toContain("base-bounds-provisional");
  });

  it("replays each month with what it was made from", () => {
    const month = {
      month: "2024-03",
      agent: "A1",
      employer: "E1",
      unit: "U1",
      pay: [
        { amount: "9000", exempt: true },
        { amount: "12000", serviceMonth: "2024-02" },
      ],
      contributions: [
        { wage: "10000", housingFundRate: "5%" },
        { wage: "4000", housingFundRate: "0", scope: "work-injury" },
      ],
      additional: [{ item: "children", count: 2, half: true }],
      other: "400",
      taken: "50",
    };
    const employed = [{ from: "2024-02-15" }];
    const question = {
      kind: "year-replay",
      year: 2024,
      agents: [{ agent: "A1", employed, mode: "months-at-unit" }],
      months: [month],
      workInjuryClasses: { U1: 2 },
    };
    // Insurance 1,050 and fund 500; 21,000 − 9,000 − 10,000 − 1,550 − 2,000 − 400 is below nought. The
    // employer pays 16 + 8 + 0.5 % and the fund, and 0.4 % of both wages.
    expect(ask(question)["months"]).toEqual([
      {
        month: "2024-03",
        agent: "A1",
        gross: "21000.00",
        special: "1550.00",
        monthsAtAgent: 2,
        taxable: "-1950.00",
        tax: "0.00",
        net: "19400.00",
        employer: "3006.00",
      },
    ]);
  });

  it("answers the largest questions with the largest amounts", () => {
    const largest = "100000000000";
    const entry = {
      agent: "U1",
      pay: repeated(20, { amount: largest }),
      contributions: repeated(12, { wage: largest, housingFundRate: "1" }),
      additional: repeated(10, { item: "rent", amount: largest }),
      other: largest,
      taken: largest,
    };
    const months = repeated(2, 0).flatMap(() =>
      repeated(12, 0).map((_, index) => ({ month: `2024-${String(index + 1).padStart(2, "0")}`, ...entry })),
    );
    expect(ask({ kind: "year-replay", year: 2024, agents, months }).ok).toBe(true);
    const exempt = months.map((month) => ({
      ...month,
      pay: repeated(20, { amount: largest, exempt: true }),
    }));
    expect(ask({ kind: "year-replay", year: 2024, agents, months: exempt }).ok).toBe(true);
    const year = repeated(12, { income: largest });
    expect(ask({ ...change, months: year, arrears: { income: largest } }).ok).toBe(true);
    expect(ask({ kind: "annual-settlement", year: 2024, income: largest, withheld: largest }).ok).toBe(true);
    expect(ask({ kind: "late-fee", amount: largest, dueOn: "2019-01-01", paidOn: "2199-12-31" }).ok).toBe(
      true,
    );
  });

  it.each<readonly [Fields, readonly string[]]>([
    [{ ...change, months: repeated(6, { income: "1" }) }, ["/switchMonth"]],
    [{ ...change, months: tenThousand, startMonth: 2 }, ["/months"]],
    [{ kind: "annual-settlement", year: 2024 }, ["/income", "/withheld"]],
    [
      {
        kind: "year-replay",
        year: 2023,
        agents,
        months: [{ month: "2023-01", agent: "U1", pay: [{ amount: 1 }] }],
      },
      ["/months/0/pay/0/amount"],
    ],
    [{ kind: "year-replay", year: 2023, agents, months: [], knownOn: "then" }, ["/knownOn"]],
  ])("%j is refused at %j", (question, paths) => {
    const answer = ask(question);
    expect([answer.ok, codesOf(answer)]).toEqual([false, paths.map((path) => ["schema-invalid", path])]);
  });

  it.each<readonly [Fields, string]>([
    [{ ...change, months: tenThousand, year: 2018 }, "fact-unknown"],
    [{ kind: "annual-settlement", year: 2018, income: "1", withheld: "0" }, "fact-unknown"],
    [{ kind: "late-fee", amount: "1", dueOn: "2011-06-30", paidOn: "2011-07-31" }, "fact-unknown"],
    [
      { kind: "year-replay", year: 2023, agents, months: [{ month: "2023-01", agent: "U9", pay: [] }] },
      "history-agent-missing",
    ],
  ])("%j is %s", (question, code) => {
    const answer = ask(question);
    expect([answer.ok, codesOf(answer)[0]?.[0]]).toEqual([false, code]);
  });
});
