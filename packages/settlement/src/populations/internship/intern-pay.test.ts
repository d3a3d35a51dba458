import { fen, period, plainDate, type PayoutRecord } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { naiveMeetsInternFloor } from "../../__fixtures__/naive-populations.js";
import { naiveShareYear } from "../../__fixtures__/naive-payroll.js";
import { platform } from "../../__fixtures__/project.js";
import { facts } from "../../__fixtures__/unit-month.js";
import type { LineInput } from "../../statement/statement-input.js";
import { instructInternPay, internPay, type InternMonth, type InternPay } from "./intern-pay.js";

const july: InternMonth = {
  workerId: "S1",
  workerName: "李四",
  hostId: "H1",
  month: period("2024-07"),
  payFen: fen(240_000),
  independent: true,
  postWageFen: fen(300_000),
  attendedCentidays: 2300,
  scheduledCentidays: 2300,
  hours: { longestDayCentihours: 800, overtimeShifts: 0, nightShifts: 0, restDayShifts: 0 },
  deductions: [],
  incomeBefore: [],
  ownAccount: { holderName: "李四", number: "6299990000000000004" },
};

function codesOf(differences: Partial<InternMonth>): readonly string[] {
  const { issues } = internPay({ ...july, ...differences }, facts);
  return issues.map(({ code }) => code).filter((code) => code !== "fact-not-confirmed");
}

function payOf(differences: Partial<InternMonth>): InternPay {
  const pay = internPay({ ...july, ...differences }, facts);
  if (!pay.ok) throw new Error(pay.issues.map(({ code }) => code).join(" "));
  return pay.value;
}

describe("internPay", () => {
  it.each<readonly [string, Partial<InternMonth>, number | null, readonly string[]]>([
    ["80 % of the post's wage", {}, 240_000, []],
    ["a fen less", { payFen: fen(239_999) }, 240_000, ["intern-pay-below-floor"]],
    [
      "the lowest grade's wage, which is less",
      { lowestGradeFen: fen(210_000), payFen: fen(210_000) },
      210_000,
      [],
    ],
    ["the lowest grade's wage, which is more", { lowestGradeFen: fen(260_000) }, 240_000, []],
    ["neither", { lowestGradeFen: fen(210_000), payFen: fen(209_999) }, 210_000, ["intern-pay-below-floor"]],
    // 3,000 × 80 % × 10 ÷ 21.75 = 1,103.448…
    [
      "ten days of 23",
      { attendedCentidays: 1000, payFen: fen(110_344) },
      110_345,
      ["intern-pay-below-floor"],
    ],
    ["ten days of 23, a fen more", { attendedCentidays: 1000, payFen: fen(110_345) }, 110_345, []],
    ["pay of a student who only assists", { independent: false, payFen: fen(1) }, null, []],
  ])("holds pay against %s", (_, differences, floor, codes) => {
    expect([payOf(differences).floorFen, codesOf(differences)]).toEqual([floor, codes]);
  });

  it.each<readonly [string, Partial<InternMonth>, readonly string[]]>([
    [
      "a day of 8 hours and a quarter",
      { hours: { ...july.hours, longestDayCentihours: 825 } },
      ["intern-hours-exceeded"],
    ],
    ["a night shift", { hours: { ...july.hours, nightShifts: 1 } }, ["intern-shifts-not-allowed"]],
    ["overtime", { hours: { ...july.hours, overtimeShifts: 1 } }, ["intern-shifts-not-allowed"]],
    ["a rest day", { hours: { ...july.hours, restDayShifts: 1 } }, ["intern-shifts-not-allowed"]],
    [
      "a night shift that was filed",
      { hours: { ...july.hours, nightShifts: 1, filedException: "备案2024-7" } },
      [],
    ],
    ["pay a month after the month", { paidOn: plainDate("2024-08-31") }, []],
    ["pay a day later", { paidOn: plainDate("2024-09-01") }, ["intern-paid-late"]],
  ])("pays, and remarks, %s", (_, differences, codes) => {
    expect(codesOf(differences)).toEqual(codes);
    expect(payOf(differences).netFen).toBe(240_000);
  });

  it.each<readonly [string, Partial<InternMonth>, readonly string[]]>([
    [
      "a management fee and a meal charge out of pay",
      {
        deductions: [
          { kind: "管理费", amountFen: fen(5000) },
          { kind: "餐费", amountFen: fen(1) },
        ],
      },
      ["intern-fee-from-pay", "intern-fee-from-pay"],
    ],
    ["a month twice", { incomeBefore: [{ month: 7, incomeFen: fen(1) }] }, ["intern-months-wrong"]],
    [
      "months that do not rise",
      {
        incomeBefore: [
          { month: 6, incomeFen: fen(1) },
          { month: 5, incomeFen: fen(1) },
        ],
      },
      ["intern-months-wrong"],
    ],
  ])("does not reckon %s", (_, differences, codes) => {
    expect(internPay({ ...july, ...differences }, facts).ok).toBe(false);
    expect(codesOf(differences)).toEqual(codes);
  });

  it("withholds on 80 % of the income, cumulatively", () => {
    // 10,000 × 80 % − 5,000 = 3,000 at 3 %.
    expect(payOf({ payFen: fen(1_000_000) })).toMatchObject({ taxFen: 9000, netFen: 991_000 });
    // Together 20,000 × 80 % − 10,000 = 6,000 at 3 % = 180, less the 90 of June.
    const incomeBefore = [{ month: 6, incomeFen: fen(1_000_000) }];
    expect(payOf({ payFen: fen(1_000_000), incomeBefore }).taxFen).toBe(9000);
  });

  it("agrees with a second implementation on tax and floor, and takes nothing but the tax", () => {
    const anyIncome = fc.nat(6_000_000);
    const anyWage = fc.nat(1_000_000);
    const anyDays = fc.nat(3100);
    fc.assert(
      fc.property(
        fc.array(anyIncome, { minLength: 1, maxLength: 12 }),
        fc.tuple(
          anyWage,
          fc.option(anyWage, { nil: undefined }),
          anyDays,
          fc.option(anyDays, { nil: undefined }),
        ),
        (incomes, [postWage, lowest, attended, scheduled]) => {
          const payFen = incomes.at(-1) ?? 0;
          const pay = payOf({
            month: period(`2024-${String(incomes.length).padStart(2, "0")}`),
            payFen: fen(payFen),
            incomeBefore: incomes
              .slice(0, -1)
              .map((income, index) => ({ month: index + 1, incomeFen: fen(income) })),
            postWageFen: fen(postWage),
            lowestGradeFen: lowest === undefined ? undefined : fen(lowest),
            attendedCentidays: attended,
            scheduledCentidays: scheduled,
          });
          expect(pay.taxFen).toBe(naiveShareYear(incomes).at(-1));
          expect(pay.grossFen - pay.taxFen).toBe(pay.netFen);
          const month = { payFen, postWageFen: postWage, lowestGradeFen: lowest, attended, scheduled };
          expect(pay.floorFen !== null && payFen >= pay.floorFen).toBe(naiveMeetsInternFloor(month));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is no payout and no line of the platform", () => {
    expectTypeOf<InternPay["route"]>().toEqualTypeOf<"direct-from-host">();
    expectTypeOf<InternPay>().not.toExtend<PayoutRecord>();
    expectTypeOf<InternPay>().not.toExtend<LineInput>();
  });
});

describe("instructInternPay", () => {
  const payingAccount = {
    kind: "host-account",
    holderId: "H1",
    account: { name: "某医院", number: "100200300402" },
  } as const;
  const input = { instructionId: "I-2024-07-H1", payingAccount, platform };

  it("has the host pay the student itself", () => {
    const made = instructInternPay([payOf({})], input);
    expect(made.ok && made.value).toMatchObject({
      route: "direct-from-host",
      payments: [{ workerId: "S1", netFen: 240_000 }],
      held: [],
    });
  });

  it.each([
    [
      "the platform",
      { ...payingAccount, holderId: "PLATFORM" },
      ["intern-payer-not-host", "platform-account-on-route"],
    ],
    ["the school", { ...payingAccount, holderId: "SCHOOL" }, ["intern-payer-not-host"]],
  ])("lets %s pay nobody", (_, account, codes) => {
    const made = instructInternPay([payOf({})], { ...input, payingAccount: account });
    expect([made.ok, made.issues.map(({ code }) => code)]).toEqual([false, codes]);
  });
});
