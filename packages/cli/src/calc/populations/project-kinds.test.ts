import { describe, expect, it } from "vitest";
import { ask, codesOf, type Fields } from "../__fixtures__/ask.js";

const day = { by: "day", price: "220" };
const account = { holder: "张三", number: "6299990000000000004" };
const row = { worker: "W1", name: "张三", registered: true, pay: day, attended: 23.5, account };

const table: Fields = {
  kind: "project-wages",
  table: "T-1",
  project: "PR1",
  division: "360403",
  generalContractor: "G1",
  employer: "S1",
  from: "2024-03-01",
  to: "2024-03-31",
  workers: [row, { ...row, worker: "W2" }],
};
const step = (name: string, role: string, party: string): Fields => ({
  step: name,
  role,
  party,
  on: "2024-04-02",
});
const instructed: Fields = {
  ...table,
  steps: [
    step("draw-up", "employer", "S1"),
    { ...step("confirm", "worker", "W1"), worker: "W1", net: "5170.00" },
    step("review", "general-contractor", "G1"),
    step("instruct", "general-contractor", "G1"),
  ],
  payingAccount: { holder: "G1", project: "PR1", name: "某项目农民工工资专用账户", number: "100200300401" },
  platform: { id: "PLATFORM", accounts: ["100200300400"] },
};

const appropriation: Fields = {
  kind: "labour-cost-appropriation",
  from: "2024-03-01",
  to: "2024-03-31",
  agreed: "10000",
  appropriated: "9000",
  balanceBefore: "500",
  wages: "9800",
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

describe("projectKinds", () => {
  it.each<readonly [Fields, Fields]>([
    [
      { kind: "labour-pay", pay: day, attended: "23.5", date: "2024-03-31" },
      { pay: "5170.00", items: [{ item: "day", formula: "round(220.00 × 23.5, 0.01)", amount: "5170.00" }] },
    ],
    [
      // 12,345 bricks at 350.00 a thousand; 1,730 × 20 ÷ 21.75 = 1,590.80…
      {
        kind: "labour-pay",
        pay: { by: "piece", prices: [{ item: "砌砖", price: "350", per: 1000 }] },
        attended: 20,
        quantities: [{ item: "砌砖", quantity: 12345 }],
        date: "2024-03-31",
        division: "360403",
      },
      {
        pay: "4320.75",
        items: [{ item: "砌砖", formula: "round(350.00 × 12345 ÷ 1000, 0.01)", amount: "4320.75" }],
        minimum: "1590.81",
        meets: true,
        confidence: "confirmed",
      },
    ],
    [
      {
        kind: "labour-pay",
        pay: { by: "month", wage: "4350", convention: "paid-days-missed" },
        attended: 20,
        scheduled: 21,
        date: "2024-03-31",
      },
      {
        pay: "4150.00",
        items: [{ item: "month", formula: "round(4350.00 × 20.75 ÷ 21.75, 0.01)", amount: "4150.00" }],
      },
    ],
    [
      // 80.5 hours at 17.30, the hourly minimum; the pay is a fen an hour below it.
      {
        kind: "labour-pay",
        pay: { by: "hour", price: "17.29" },
        attended: 20,
        hours: "80.5",
        partTime: true,
        division: "360403",
        date: "2024-03-31",
      },
      {
        pay: "1391.85",
        items: [{ item: "hour", formula: "round(17.29 × 80.5, 0.01)", amount: "1391.85" }],
        minimum: "1392.65",
        meets: false,
        confidence: "confirmed",
      },
    ],
    [
      appropriation,
      { enough: false, available: "9500.00", short: "300.00", ownerShort: "1000.00", balanceAfter: "0.00" },
    ],
    [
      { ...appropriation, balanceBefore: "800" },
      { enough: true, available: "9800.00", short: "0.00", ownerShort: "1000.00", balanceAfter: "0.00" },
    ],
    [
      {
        kind: "project-arrears",
        generalContractor: "G1",
        projectOwner: "O1",
        ownerShort: "10",
        unsettled: "10",
        employers: [
          {
            kind: "subcontractor",
            employer: "S1",
            workers: [
              { worker: "W1", due: "50", paid: "20" },
              { worker: "W2", due: "10", paid: "0" },
            ],
          },
        ],
      },
      {
        arrears: "40.00",
        employers: [
          {
            directlyLiable: "S1",
            arrears: "40.00",
            payers: [
              {
                party: "O1",
                amount: "10.00",
                how: "advance",
                article: "29",
                shares: [
                  { worker: "W1", amount: "7.50" },
                  { worker: "W2", amount: "2.50" },
                ],
              },
              {
                party: "G1",
                amount: "30.00",
                how: "first",
                article: "30",
                shares: [
                  { worker: "W1", amount: "22.50" },
                  { worker: "W2", amount: "7.50" },
                ],
              },
            ],
            recourse: [{ creditor: "G1", debtor: "S1", amount: "30.00" }],
          },
        ],
      },
    ],
  ])("%j is answered with %j", (question, answer) => {
    expect(answerTo(question)).toEqual({ ok: true, ...answer });
  });

  it("settles a wage table, and instructs the project's account for what was confirmed and reviewed", () => {
    const answer = ask(instructed);
    expect(answer).toMatchObject({
      ok: true,
      route: "project-account",
      gross: "10340.00",
      net: "10340.00",
      workers: [
        { worker: "W1", net: "5170.00", minimum: "1730.00", state: "instructed" },
        { worker: "W2", net: "5170.00", minimum: "1730.00", state: "drawn-up" },
      ],
      excluded: [],
      instructed: "5170.00",
      payments: [{ worker: "W1", net: "5170.00" }],
      held: [],
    });
    expect(codesOf(answer).map(([code]) => code)).toEqual(["wage-line-not-confirmed"]);
    expect(ask(table)).toMatchObject({
      ok: true,
      workers: [{ state: "not-drawn-up" }, { state: "not-drawn-up" }],
    });
  });

  it.each<readonly [string, Fields, readonly string[]]>([
    ["an appropriation that is short", appropriation, ["appropriation-below-agreed", "appropriation-short"]],
    [
      "the platform as payer of a project",
      {
        ...instructed,
        payingAccount: { holder: "PLATFORM", project: "PR1", name: "x", number: "1002 0030 0400" },
      },
      ["paying-account-of-another-project", "platform-account-on-route"],
    ],
  ])("remarks %s", (_, question, codes) => {
    expect(remarksOn(question)).toEqual(codes);
  });

  it.each<readonly [string, readonly string[]]>([
    ["labour-pay", ["/pay", "/attended", "/date"]],
    ["labour-cost-appropriation", ["/from", "/to", "/agreed", "/appropriated", "/wages"]],
    ["project-arrears", ["/generalContractor", "/projectOwner", "/employers"]],
  ])("a question of kind %s that is empty misses %j, all told at once", (kind, paths) => {
    expect(codesOf(ask({ kind }))).toEqual(paths.map((path) => ["schema-invalid", path]));
  });

  it.each<readonly [string, Fields, string]>([
    [
      "days of three decimals",
      { kind: "labour-pay", pay: day, attended: "1.005", date: "2024-03-31" },
      "/attended",
    ],
    [
      "pay by nothing known",
      { kind: "labour-pay", pay: { by: "moon" }, attended: 1, date: "2024-03-31" },
      "/pay/by",
    ],
    ["a step that is none", { ...table, steps: [step("pay", "platform", "P")] }, "/steps/0/step"],
  ])("refuses %s", (_, question, path) => {
    expect(codesOf(ask(question))).toEqual([["schema-invalid", path]]);
  });

  it("answers sums beyond reckoning with an issue", () => {
    const workers = Array.from({ length: 1000 }, (_, at) => ({
      ...row,
      worker: `W${at}`,
      pay: { by: "day", price: "99999999999" },
    }));
    expect(codesOf(ask({ ...table, workers }))).toEqual([["amounts-out-of-range", undefined]]);
  });
});

describe("project-deposit", () => {
  it("is bounded by the national rule, and unknown beyond it", () => {
    const question = {
      kind: "project-deposit",
      contract: "10000000",
      yearsWithoutArrears: 1,
      date: "2024-03-31",
    };
    const answer = ask(question);
    expect(answer).toMatchObject({
      ok: true,
      standing: "ordinary",
      minimum: "100000.00",
      maximum: "300000.00",
      amount: "unknown",
    });
    expect(codesOf(answer).map(([code]) => code)).toEqual(["fact-unknown", "fact-unknown"]);
    expect(ask({ ...question, contract: "1000000" })).toMatchObject({ standing: "exempt", amount: "0.00" });
  });
});
