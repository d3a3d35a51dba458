import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../calendar/plain-date.js";
import type { Branch } from "../migration/branches.js";
import { clauseOf } from "../policy/clauses.js";
import { fen, type Fen } from "../money/fen.js";
import { attributeChange, type CostStates } from "./attribution.js";
import type { CostVector } from "./cost-vector.js";
import {
  lawfulDeductions,
  testGuarantee,
  type GuaranteeInput,
  type GuaranteeTerm,
  type GuaranteeTermId,
  type MoneyFlow,
  type WorkerCost,
} from "./guarantee.js";

const cost: CostVector = {
  "pay:basic": fen(450_000),
  "pay:overtime": fen(20_000),
  "employer:pension": fen(72_000),
  "employer:medical": fen(30_000),
  "employer:unemployment": fen(2_250),
  "employer:work-injury": fen(900),
  "employer:maternity": fen(0),
  "housing-fund": fen(36_000),
  "agency-fee": fen(6_000),
  vat: fen(57),
  surcharges: fen(3),
  "bank-fee": fen(0),
  "disability-fund": fen(0),
  "union-dues": fen(9_000),
  services: fen(0),
};
const components = Object.keys(cost).filter((name) => name !== "services");

function worker(branch: Branch, after: CostVector = cost): WorkerCost {
  return {
    workerId: "W1",
    branch,
    before: cost,
    after,
    deductions: { pension: fen(36_000), medical: fen(9_000), "income-tax": fen(0) },
  };
}

const flow: MoneyFlow = {
  receivedFen: fen(1_000),
  paidFen: [
    { to: "W1", amountFen: fen(700) },
    { to: "tax", amountFen: fen(200) },
  ],
  heldFen: [{ reason: "returned payment", amountFen: fen(100) }],
  platformIncomeFen: fen(0),
  receivedOn: plainDate("2024-03-11"),
  paidOn: plainDate("2024-03-14"),
};

const sound: GuaranteeInput = {
  workers: [worker("1A"), worker("2A")],
  flow,
  splits: [{ id: "fee", wholeFen: fen(100), partsFen: [fen(34), fen(33), fen(33)] }],
  caps: [{ contractId: "C2", holds: true }],
  floatDaysMax: 3,
  invoicesBefore: [{ from: "A01", to: "U01", supply: "dispatch, balance method" }],
  invoicesAfter: [{ from: "A01", to: "U01", supply: "dispatch, balance method" }],
};

function term(id: GuaranteeTermId, changes: Partial<GuaranteeInput>): GuaranteeTerm | undefined {
  const guarantee = testGuarantee({ ...sound, ...changes });
  const found = guarantee.terms.find((candidate) => candidate.id === id);
  if (found?.outcome === "broken") expect(guarantee.holds).toBe(false);
  return found;
}

function raised(name: string, amount: number, from: CostVector = cost): CostVector {
  return { ...from, [name]: fen((from[name] ?? 0) + amount) };
}

describe("testGuarantee", () => {
  it("holds for a sound month, with a verdict on each of the eight terms", () => {
    const guarantee = testGuarantee({ ...sound, attribution: unchanged() });
    expect(guarantee.holds).toBe(true);
    expect(guarantee.terms.map((entry) => [entry.id, entry.outcome])).toEqual([
      ["component-equality", "holds"],
      ["attribution", "holds"],
      ["conservation", "holds"],
      ["rounding", "holds"],
      ["cap", "holds"],
      ["nothing-from-worker", "holds"],
      ["float", "holds"],
      ["invoice-chain", "holds"],
    ]);
  });

  it("cites clauses that the policy has", () => {
    for (const { clauses } of testGuarantee(sound).terms) {
      expect(clauses.length).toBeGreaterThan(0);
      for (const clause of clauses) expect(() => clauseOf(clause)).not.toThrow();
    }
  });

  it("claims nothing about what it was not given", () => {
    const { receivedFen, paidFen, heldFen, platformIncomeFen } = flow;
    const guarantee = testGuarantee({
      ...sound,
      caps: [],
      flow: { receivedFen, paidFen, heldFen, platformIncomeFen },
    });
    const untested = guarantee.terms.filter((entry) => entry.outcome === "not-tested");
    expect(untested.map((entry) => entry.id)).toEqual(["attribution", "cap", "float"]);
    expect(guarantee.holds).toBe(true);
  });
});

describe("the term component-equality", () => {
  it.each(["1A", "1B", "1P", "2A", "3C", "P0"] as const)(
    "breaks on branch %s when any one component moves by a fen, even if another moves back",
    (branch) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...components),
          fc.constantFrom(...components),
          fc.constantFrom(1, -1),
          (name, other, step) => {
            fc.pre(name !== other);
            const alone = term("component-equality", { workers: [worker(branch, raised(name, step))] });
            expect(alone).toMatchObject({ outcome: "broken", breaches: [`W1 ${name} ${step}`] });
            const offset = raised(other, -step, raised(name, step));
            expect(term("component-equality", { workers: [worker(branch, offset)] })?.breaches).toHaveLength(
              2,
            );
          },
        ),
        { numRuns: 50 },
      );
    },
  );

  it("breaks for a component that was not there before, and for a platform's fee above all", () => {
    expect(
      term("component-equality", { workers: [worker("2A", { ...cost, "platform-fee": fen(1) })] })?.breaches,
    ).toEqual(["W1 platform-fee 1"]);
  });

  it.each(["2B", "3A", "3B", "3D", "R", "X"] as const)("does not bind branch %s", (branch) => {
    expect(
      term("component-equality", { workers: [worker(branch, raised("agency-fee", 500))] })?.outcome,
    ).toBe("holds");
  });

  it.each([
    // branch, an order on record, outcome
    ["1B", undefined, "holds"],
    ["3C", undefined, "holds"],
    ["1P", true, "holds"],
    ["P0", true, "holds"],
    ["1A", undefined, "broken"],
    ["2A", undefined, "broken"],
    ["1P", undefined, "broken"],
    ["2A", false, "broken"],
  ] as const)(
    "lets %s pay for services with an order on record %s: %s",
    (branch, hasServiceOrder, outcome) => {
      const ordered = { ...worker(branch, raised("services", 3_000)), hasServiceOrder };
      expect(term("component-equality", { workers: [ordered] })?.outcome).toBe(outcome);
    },
  );
});

describe("the term attribution", () => {
  const moved: CostStates = {
    law: raised("vat", 100),
    "hr-facts": raised("vat", 100),
    base: raised("vat", 100),
    rounding: raised("vat", 100),
    services: raised("vat", 100),
    migration: raised("agency-fee", 1, raised("vat", 99)),
  };

  it("puts a change of law to the law and holds", () => {
    const after = raised("vat", 5_267);
    const parts = attributeChange(cost, {
      law: after,
      "hr-facts": after,
      base: after,
      rounding: after,
      services: after,
      migration: after,
    });
    expect(term("attribution", { attribution: { before: cost, after, parts } })?.outcome).toBe("holds");
  });

  it("breaks when the migration moved components, even if they cancel out", () => {
    const parts = attributeChange(cost, moved);
    const change = { before: cost, after: moved.migration, parts };
    expect(term("attribution", { attribution: change })).toMatchObject({
      outcome: "broken",
      breaches: ["migration 0"],
    });
  });

  it("allows the migration to cost something where a worker is on a branch with a price", () => {
    const parts = attributeChange(cost, moved);
    const change = { before: cost, after: moved.migration, parts };
    expect(term("attribution", { workers: [worker("1A"), worker("3A")], attribution: change })?.outcome).toBe(
      "holds",
    );
  });

  it("breaks when a part of the change has no cause", () => {
    const change = { ...unchanged(), after: raised("agency-fee", 1) };
    expect(term("attribution", { attribution: change })?.breaches).toEqual(["incomplete"]);
  });
});

describe("the term conservation", () => {
  it("holds for exactly the amount that went in, and breaks a fen to either side", () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }).map(fen), {
      maxLength: 20,
      size: "max",
    });
    fc.assert(
      fc.property(amounts, amounts, fc.constantFrom(-1, 0, 1), (paid, held, error) => {
        const received = [...paid, ...held].reduce<number>((sum, amount) => sum + amount, error);
        const found = term("conservation", {
          flow: {
            ...flow,
            receivedFen: fen(received),
            paidFen: paid.map((amountFen) => ({ to: "W1", amountFen })),
            heldFen: held.map((amountFen) => ({ reason: "refund", amountFen })),
          },
        });
        expect(found?.outcome).toBe(error === 0 ? "holds" : "broken");
      }),
    );
  });

  it("breaks when the platform keeps anything, even if the money adds up", () => {
    const found = term("conservation", { flow: { ...flow, platformIncomeFen: fen(100), heldFen: [] } });
    expect(found).toMatchObject({ outcome: "broken", breaches: ["platform income 100"] });
  });
});

describe("the term rounding", () => {
  it.each([
    [[34, 33, 33], "holds"],
    [[34, 33, 32], "broken"],
    [[34, 33, 34], "broken"],
    [[], "broken"],
  ] as const)("of 100 fen in parts of %j %s", (parts, outcome) => {
    const splits = [{ id: "fee", wholeFen: fen(100), partsFen: parts.map((part) => fen(part)) }];
    expect(term("rounding", { splits })?.outcome).toBe(outcome);
  });
});

describe("the term cap", () => {
  it.each([
    [true, undefined, "holds"],
    [true, "W1", "holds"],
    [false, "W1", "holds"],
    [false, undefined, "broken"],
  ])("with the cap kept %s and the exception %s %s", (holds, waiverId, outcome) => {
    const caps = [
      { contractId: "C1", holds: true },
      { contractId: "C2", holds, waiverId },
    ];
    const found = term("cap", { caps });
    expect(found?.outcome).toBe(outcome);
    expect(found?.breaches).toEqual(outcome === "broken" ? ["C2"] : []);
  });
});

describe("the term nothing-from-worker", () => {
  const taken = (deductions: Readonly<Record<string, Fen>>): GuaranteeTerm | undefined =>
    term("nothing-from-worker", { workers: [{ ...worker("2A"), deductions }] });

  it.each([...lawfulDeductions])("lets %s be taken from pay", (kind) => {
    expect(taken({ [kind]: fen(1) })?.outcome).toBe("holds");
  });

  it.each([
    // work-injury and maternity are the employer's alone; the rest nobody may charge (Labour Contract Law 60)
    "work-injury",
    "maternity",
    "service-fee",
    "agency-fee",
    "platform-fee",
    "card-fee",
    "deposit",
  ])("breaks when %s is", (kind) => {
    expect(taken({ pension: fen(5), [kind]: fen(1) })).toMatchObject({
      outcome: "broken",
      breaches: [`W1 ${kind} 1`],
    });
    expect(taken({ [kind]: fen(0) })?.outcome).toBe("holds");
  });
});

describe("the term float", () => {
  it.each([
    ["2024-03-11", "holds"],
    ["2024-03-14", "holds"],
    ["2024-03-15", "broken"],
  ])("of money received on 2024-03-11 and paid on %s, three days allowed, %s", (paidOn, outcome) => {
    expect(term("float", { flow: { ...flow, paidOn: plainDate(paidOn) } })?.outcome).toBe(outcome);
  });
});

describe("the term invoice-chain", () => {
  const edge = { from: "A01", to: "U01", supply: "dispatch, balance method" };
  it.each([
    ["the same edge twice", [edge, edge], []],
    [
      "a link through the platform",
      [edge, { ...edge, to: "platform" }],
      ["added A01 -> platform dispatch, balance method"],
    ],
    [
      "another kind of supply",
      [{ ...edge, supply: "services, full amount" }],
      ["added A01 -> U01 services, full amount", "missing A01 -> U01 dispatch, balance method"],
    ],
    ["no invoice any more", [], ["missing A01 -> U01 dispatch, balance method"]],
  ])("finds in %s what changed", (_, invoicesAfter, breaches) => {
    expect(term("invoice-chain", { invoicesAfter })).toMatchObject({
      outcome: breaches.length === 0 ? "holds" : "broken",
      breaches,
    });
  });
});

function unchanged(): NonNullable<GuaranteeInput["attribution"]> {
  const states = { law: cost, "hr-facts": cost, base: cost, rounding: cost, services: cost, migration: cost };
  return { before: cost, after: cost, parts: attributeChange(cost, states) };
}
