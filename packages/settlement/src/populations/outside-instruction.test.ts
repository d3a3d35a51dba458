import { fen, type PayoutRecord, type RouteOf } from "@tongchou/core";
import { describe, expect, expectTypeOf, it } from "vitest";
import { platform, projectAccount } from "../__fixtures__/project.js";
import type { LineInput, UnitMonth } from "../statement/statement-input.js";
import {
  instructOutside,
  type OutsideInstruction,
  type OutsidePayee,
  type OutsidePayment,
  type PayingAccountByPopulation,
} from "./outside-instruction.js";
import type { ProjectWage, ProjectWageTable } from "./project/project-wages.js";

const payee: OutsidePayee = {
  workerId: "W1",
  workerName: "张三",
  ownAccount: { holderName: "张 三", number: "6299990000000000004" },
  netFen: fen(517_000),
};

function orderOf(payees: readonly OutsidePayee[], payingAccount = projectAccount) {
  return { population: "migrant-worker", instructionId: "T-1", payingAccount, payees } as const;
}

describe("instructOutside", () => {
  it("instructs the account that pays by law, straight to the worker's own account", () => {
    const made = instructOutside(orderOf([payee, { ...payee, workerId: "W2", netFen: fen(1) }]), platform);
    if (!made.ok) throw new Error("not made");
    expect(made.value).toMatchObject({
      population: "migrant-worker",
      route: "project-account",
      payingAccount: { kind: "project-wage-account", holderId: "G1" },
      held: [],
      totalFen: 517_001,
    });
    expect(made.value.payments.map(({ workerId, netFen }) => [workerId, netFen])).toEqual([
      ["W1", 517_000],
      ["W2", 1],
    ]);
  });

  it("gives the same payment the same reference, whoever else is paid", () => {
    const reference = (payees: readonly OutsidePayee[]) => {
      const made = instructOutside(orderOf(payees), platform);
      return made.ok ? made.value.payments.find(({ workerId }) => workerId === "W1")?.reference : "";
    };
    const alone = reference([payee]);
    expect(alone).toMatch(/^[0-9A-Z]{20}$/);
    expect(reference([{ ...payee, workerId: "W0" }, payee])).toBe(alone);
    expect(reference([{ ...payee, attempt: 1 }])).toBe(alone);
    expect(reference([{ ...payee, attempt: 2 }])).not.toBe(alone);
  });

  it.each<readonly [string, Partial<OutsidePayee>, string]>([
    ["there is no own account", { ownAccount: undefined }, "own-account-missing"],
    [
      "the foreman holds the account",
      { ownAccount: { holderName: "李四", number: "6299990000000000004" } },
      "account-not-own",
    ],
    [
      "the account is the platform's",
      { ownAccount: { holderName: "张三", number: "100200300400" } },
      "platform-account-on-route",
    ],
  ])("holds a payment where %s, and makes the others", (_, differences, code) => {
    const made = instructOutside(
      orderOf([
        { ...payee, ...differences },
        { ...payee, workerId: "W2" },
      ]),
      platform,
    );
    if (!made.ok) throw new Error("not made");
    expect(made.value.held).toEqual([{ workerId: "W1", netFen: 517_000, codes: [code] }]);
    expect(made.value.payments.map(({ workerId }) => workerId)).toEqual(["W2"]);
    expect(made.value.totalFen).toBe(517_000);
    expect(made.issues.map((issue) => [issue.code, issue.subject?.workerId])).toEqual([[code, "W1"]]);
  });

  it.each([0, -1])("makes no payment of %i fen", (netFen) => {
    const made = instructOutside(orderOf([{ ...payee, netFen: fen(netFen) }]), platform);
    expect(made.ok && [made.value.payments, made.value.held, made.value.totalFen]).toEqual([[], [], 0]);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["the platform holds it", { ...projectAccount, holderId: "PLATFORM" }, ["platform-account-on-route"]],
    [
      "its number is the platform's, hyphens or not",
      { ...projectAccount, account: { name: "x", number: "100-200-300-400" } },
      ["platform-account-on-route"],
    ],
    [
      "it is of another kind",
      { ...projectAccount, kind: "platform-wage-account" },
      ["paying-account-not-of-route"],
    ],
    [
      "both",
      { ...projectAccount, kind: "host-account", holderId: "PLATFORM" },
      ["paying-account-not-of-route", "platform-account-on-route"],
    ],
  ])("makes no instruction to an account where %s", (_, account, codes) => {
    const payingAccount = account as PayingAccountByPopulation["migrant-worker"];
    const made = instructOutside(orderOf([payee], payingAccount), platform);
    expect([made.ok, made.issues.map(({ code }) => code)]).toEqual([false, codes]);
  });
});

describe("the types of money that may not pass through the platform", () => {
  it("have their route in them", () => {
    expectTypeOf<OutsideInstruction<"migrant-worker">["route"]>().toEqualTypeOf<"project-account">();
    expectTypeOf<OutsideInstruction<"student-intern">["route"]>().toEqualTypeOf<"direct-from-host">();
    expectTypeOf<OutsideInstruction<"work-relief">["route"]>().toEqualTypeOf<"public-fund-account">();
    expectTypeOf<ProjectWageTable["route"]>().toEqualTypeOf<RouteOf<"migrant-worker">>();
  });

  it("fit no payout, no line and no month of the platform", () => {
    expectTypeOf<OutsidePayment>().not.toExtend<PayoutRecord>();
    expectTypeOf<ProjectWage>().not.toExtend<PayoutRecord>();
    expectTypeOf<OutsidePayment>().not.toExtend<LineInput>();
    expectTypeOf<ProjectWage>().not.toExtend<LineInput>();
    expectTypeOf<ProjectWageTable>().not.toExtend<UnitMonth>();
    expectTypeOf<OutsideInstruction<"work-relief">>().not.toExtend<UnitMonth>();
  });

  it("fit none even with every member of one beside their route", () => {
    type Routed = { readonly route: "project-account" | "direct-from-host" | "public-fund-account" };
    expectTypeOf<Omit<PayoutRecord, "route"> & Routed>().not.toExtend<PayoutRecord>();
    expectTypeOf<Omit<LineInput, "route"> & Routed>().not.toExtend<LineInput>();
    expectTypeOf<Omit<PayoutRecord, "route">>().toExtend<PayoutRecord>();
  });

  it("have a paying account of their own kind, which is none of the platform's", () => {
    type Kinds = PayingAccountByPopulation[keyof PayingAccountByPopulation]["kind"];
    expectTypeOf<Kinds>().toEqualTypeOf<"project-wage-account" | "host-account" | "public-fund-account">();
    expectTypeOf<keyof PayingAccountByPopulation>().toEqualTypeOf<
      "migrant-worker" | "student-intern" | "work-relief"
    >();
    expectTypeOf(instructOutside).parameter(0).not.toExtend<{ readonly population: "non-establishment" }>();
  });
});
