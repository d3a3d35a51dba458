import { describe, expect, it } from "vitest";
import { ask, codesOf, type Fields } from "./__fixtures__/ask.js";

const internship: Fields = {
  kind: "internship",
  birth: "2007-03-01",
  firstYear: false,
  from: "2024-03-01",
  to: "2024-08-31",
  agreementOn: "2024-02-20",
  consentOn: "2024-02-20",
  insured: true,
  throughIntermediary: false,
};

const intern: Fields = {
  kind: "intern-pay",
  period: "2024-07",
  pay: "10000",
  independent: true,
  postWage: "12000",
  attended: 23,
  scheduled: 23,
};

const relief: Fields = {
  kind: "work-relief-share",
  project: "PR9",
  grantedOn: "2023-06-01",
  centralFunds: "100000",
  stage: "complete",
  asOf: "2024-06-30",
  payments: [
    { reference: "R1", worker: "W1", amount: "25000", status: "paid", paidOn: "2024-05-01" },
    { reference: "R2", worker: "W1", amount: "6000", status: "instructed" },
  ],
};

const order: Fields = {
  kind: "outbound-order",
  order: "O-1",
  client: "K1",
  provider: "P1",
  date: "2026-03-31",
  total: "6095",
  workers: [
    {
      worker: "W1",
      cooperative: "C1",
      pay: { by: "hour", price: "25" },
      attended: 26,
      hours: 208,
      daysStayed: 31,
    },
  ],
  cooperatives: [{ id: "C1", terms: { kind: "per-head", fee: "300", afterDays: 30 } }],
  serviceFee: "250",
  vat: { kind: "reckoned", taxpayer: "general" },
};

const welfare: Fields = {
  kind: "welfare-subsidy",
  unit: "U1",
  division: "360403",
  period: "2023-12",
  birth: "1980-01",
  category: "M60",
  placements: [{ approvedIn: "2021-07", spells: [{ unit: "U1", from: "2021-07" }] }],
  approved: "300",
  employerPaid: { pension: "585.44", medical: "292.72", unemployment: "18.30", workInjury: "7.32" },
};

/** An answer without its remarks. */
function answerTo(question: Fields): Fields {
  const { issues, ...answer } = ask(question);
  return answer;
}

/** The codes beside an answer, but for what says that facts are not confirmed. */
function remarksOn(question: Fields): readonly unknown[] {
  return codesOf(ask(question))
    .map(([code]) => code)
    .filter((code) => code !== "fact-not-confirmed");
}

describe("populationKinds", () => {
  it.each<readonly [Fields, Fields]>([
    // 10,000 × 80 % − 5,000 = 3,000 at 3 %.
    [intern, { route: "direct-from-host", floor: "9600.00", tax: "90.00", net: "9910.00" }],
    [
      { ...intern, incomeBefore: [{ month: 6, income: "10000" }], lowestGrade: "9000" },
      { route: "direct-from-host", floor: "9000.00", tax: "90.00", net: "9910.00" },
    ],
    [internship, { mayBegin: true }],
    [
      relief,
      {
        meets: false,
        floorRate: "0.30",
        floor: "30000.00",
        paid: "25000.00",
        pending: "6000.00",
        failed: "0.00",
        short: "5000.00",
        workersPaid: 1,
      },
    ],
    [
      order,
      {
        wages: "5200.00",
        contributions: "0.00",
        recruitment: [{ cooperative: "C1", heads: 1, dueHeads: 1, fee: "300.00" }],
        serviceFee: "250.00",
        otherCosts: "0.00",
        vat: "345.00",
        difference: "0.00",
        payments: [
          { to: "worker", amount: "5200.00", id: "W1" },
          { to: "cooperative", amount: "300.00", id: "C1" },
          { to: "provider", amount: "595.00", id: "P1" },
        ],
        excluded: [],
      },
    ],
    [
      // 31 days: month 30 of 36; 585.44 + 292.72 + 18.30.
      welfare,
      {
        monthNumber: 30,
        monthsLeft: 6,
        lastMonth: "2024-06",
        runsToRetirement: false,
        ceiling: "1211.00",
        postSubsidy: "300.00",
        insuranceSubsidy: "896.46",
        total: "1196.46",
      },
    ],
  ])("%j is answered with %j", (question, answer) => {
    expect(answerTo(question)).toEqual({ ok: true, ...answer });
  });

  it.each<readonly [string, Fields, readonly string[]]>([
    [
      "a fee out of an intern's pay",
      { ...intern, deductions: [{ kind: "管理费", amount: "1" }] },
      ["intern-fee-from-pay"],
    ],
    ["an intern below the floor", { ...intern, pay: "9599.99" }, ["intern-pay-below-floor"]],
    ["a day of nine hours", { ...intern, longestDay: 9 }, ["intern-hours-exceeded"]],
    ["a night shift", { ...intern, nightShifts: 1 }, ["intern-shifts-not-allowed"]],
    [
      "an internship too young, with too many interns",
      { ...internship, birth: "2010-01-01", host: { staff: 9, interns: 1, posts: [] } },
      ["intern-under-age", "intern-share-exceeded"],
    ],
    ["work relief below its share", relief, ["relief-share-short"]],
    ["an order that does not add up", { ...order, total: "6100" }, ["order-not-reconciled"]],
    ["a term that is over", { ...welfare, period: "2024-07" }, ["subsidy-term-over"]],
    ["a ceiling that is not established", { ...welfare, period: "2024-03" }, ["subsidy-ceiling-untested"]],
    [
      "a recruitment fee out of a worker's pay",
      {
        ...order,
        workers: [
          {
            ...(order["workers"] as readonly Fields[])[0],
            deductions: [{ kind: "recruitment-fee", amount: "300" }],
          },
        ],
      },
      ["deduction-unlawful", "order-not-reconciled"],
    ],
  ])("remarks %s", (_, question, codes) => {
    expect(remarksOn(question)).toEqual(codes);
  });

  it.each<readonly [string, readonly string[]]>([
    ["intern-pay", ["/period", "/pay", "/independent", "/postWage", "/attended"]],
    ["work-relief-share", ["/project", "/grantedOn", "/centralFunds", "/stage", "/asOf", "/payments"]],
    ["outbound-order", ["/order", "/client", "/provider", "/date", "/total", "/workers", "/vat"]],
    ["welfare-subsidy", ["/unit", "/division", "/period", "/birth", "/category", "/placements", "/approved"]],
  ])("a question of kind %s that is empty misses %j, all told at once", (kind, paths) => {
    expect(codesOf(ask({ kind }))).toEqual(paths.map((path) => ["schema-invalid", path]));
  });

  it.each<readonly [string, Fields, string]>([
    [
      "a status that is none",
      { ...relief, payments: [{ reference: "R", worker: "W", amount: "1", status: "done" }] },
      "/payments/0/status",
    ],
  ])("refuses %s", (_, question, path) => {
    expect(codesOf(ask(question))).toEqual([["schema-invalid", path]]);
  });
});

describe("relief-wages", () => {
  const work = { pay: { by: "day", price: "150" }, attended: 18.5 };
  const question: Fields = {
    kind: "relief-wages",
    project: "PR9",
    period: "2024-03",
    division: "360403",
    workers: [
      { worker: "W1", name: "王五", ...work, account: { holder: "王五", number: "6299990000000000004" } },
      { worker: "W2", name: "赵六", ...work },
    ],
  };
  const accounts = {
    payingAccount: { holder: "F1", name: "某县以工代赈专户", number: "100200300403" },
    platform: { id: "PLATFORM", accounts: ["100200300400"] },
  };

  it("are paid by the day, out of the fund's account, and held without an own one", () => {
    expect(ask(question)).toMatchObject({ ok: true, route: "public-fund-account", total: "5550.00" });
    expect(answerTo({ ...question, ...accounts })).toMatchObject({
      instructed: "2775.00",
      payments: [{ from: "100200300403", amount: "2775.00" }],
      held: [{ worker: "W2", codes: ["own-account-missing"] }],
    });
  });

  it("never come from the platform's account", () => {
    const payingAccount = { ...accounts.payingAccount, number: "100200300400" };
    expect(codesOf(ask({ ...question, ...accounts, payingAccount }))).toEqual([
      ["platform-account-on-route", undefined],
    ]);
  });

  it("are tested against the minimum wage of the place", () => {
    const low = {
      ...question,
      workers: [{ worker: "W1", pay: { by: "day", price: "79.53" }, attended: 8.7 }],
    };
    expect(remarksOn(low)).toEqual(["pay-below-attendance-minimum"]);
  });
});
