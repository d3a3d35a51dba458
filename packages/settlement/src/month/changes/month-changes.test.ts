import {
  fen,
  period,
  plainDate,
  type Fen,
  type Issue,
  type PayChangeDetail,
  type Period,
  type Worker,
} from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aContract,
  agencies,
  aPayRecord,
  aUnit,
  aWorker,
  transferDate,
} from "../../__fixtures__/planned-town.js";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import { repayDebts } from "../../pay/deductions/repay-debts.js";
import { instalmentsOf } from "../../pay/deductions/wage-advance.js";
import { takeDeductions } from "../../pay/deductions/take-deductions.js";
import type { LineInput } from "../../statement/statement-input.js";
import type { MonthInput } from "../month-input.js";
import { prepareMonth, settleMonth } from "../settle-month.js";
import { carryDebts, type CarriedDebt, type SettledDebts } from "./carried-debt.js";
import { claimOfDebt, type WorkerDebt } from "./worker-debt.js";

function monthWith(
  changes: readonly PayChangeDetail[],
  { worker = {}, ...rest }: Partial<MonthInput> & { readonly worker?: Partial<Worker> } = {},
): MonthInput {
  const person = aWorker("1", worker);
  const { documentNumber } = person;
  return {
    period: period("2024-03"),
    transferDate,
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    units: [aUnit()],
    agencies,
    contracts: [aContract()],
    rosters: [{ unitId: "U1", workers: [person] }],
    pay: [aPayRecord({ documentNumber })],
    approvals: [],
    changes: changes.map((change) => ({ documentNumber, change })),
    ...rest,
  };
}

function lineOf(month: MonthInput): Partial<LineInput> {
  return prepareMonth(month, facts).unitMonths[0]?.workers[0] ?? {};
}

const own = new Set(["direct-hire-not-approved"]);
const codesOf = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ code }) => code).filter((code) => !own.has(code));

const supplied = { mode: "dispatch", agencyName: "示例甲公司" } as const;
const leave = (day: string): PayChangeDetail => ({ kind: "leave", leftOn: plainDate(day) });
const advance = {
  id: "A1",
  kind: "wage-advance",
  since: plainDate("2024-02-05"),
  amountFen: yuan(1000),
  plan: { kind: "instalments", firstMonth: period("2024-03"), instalments: 3 },
} as const;

describe("a month's line of somebody who leaves", () => {
  it.each([
    // Hired, left, days under the contract, months that the basic deduction counts.
    ["2020-01-01", "2024-03-15", { to: "2024-03-15" }, 3],
    ["2024-03-04", "2024-03-15", { from: "2024-03-04", to: "2024-03-15" }, 1],
    ["2020-01-01", "2024-03-31", undefined, 3],
    ["2020-01-01", "2024-04-02", undefined, 3],
    // Paid in the month after: no fee for a day, and no month more of the basic deduction.
    ["2020-01-01", "2024-02-20", { to: "2024-02-20" }, 2],
    ["2020-01-01", "2023-12-31", { to: "2023-12-31" }, 1],
  ] as const)("hired on %s, left on %s", (hiredOn, day, stay, monthsAtAgent) => {
    const worker = { ...supplied, hiredOn: plainDate(hiredOn) };
    expect(lineOf(monthWith([leave(day)], { worker }))).toMatchObject({ stay, monthsAtAgent });
  });

  it("warns of pay after the year in which somebody left: a month of basic deduction may not be due", () => {
    const of = (day: string): boolean =>
      codesOf(prepareMonth(monthWith([leave(day)]), facts).issues).includes("leaver-paid-next-year");
    expect([of("2023-12-31"), of("2024-01-01")]).toEqual([true, false]);
  });

  it.each([
    ["2024-02-29", 400_000, true],
    ["2024-02-29", 0, false],
    ["2024-03-01", 400_000, false],
  ])("warns of contributions after the month of leaving: left on %s, wage %s", (day, wage, warned) => {
    const pay = [{ ...aPayRecord(), contributionWageFen: fen(wage) }];
    const { issues } = prepareMonth({ ...monthWith([leave(day)]), pay }, facts);
    expect(codesOf(issues).includes("leaver-insured")).toBe(warned);
  });

  it("takes no fee by the day for somebody who is gone", () => {
    const feeTerms = { kind: "per-head", monthlyFen: fen(6200), headCounting: { kind: "by-day" } } as const;
    const contracts = [aContract({ feeTerms })];
    const feeOf = (day: string): Fen | undefined =>
      settleMonth(monthWith([leave(day)], { worker: supplied, contracts }), facts).statements[0]?.lines[0]
        ?.agencyFeeFen;
    // 15 of 31 days of 62 yuan.
    expect([feeOf("2024-03-15"), feeOf("2024-02-20")]).toEqual([3000, 0]);
  });

  it("does not miss the pay of somebody who left before the month, only of somebody who left in it", () => {
    const of = (day: string): readonly string[] =>
      codesOf(prepareMonth(monthWith([leave(day)], { pay: [] }), facts).issues);
    expect([of("2024-02-29"), of("2024-03-01")]).toEqual([["worker-left"], ["pay-missing"]]);
  });

  it.each([
    // A third of 1,000 falls due in the month of the last day: 666.66 are left.
    ["2024-03-15", ["666.66"]],
    ["2024-04-15", []],
  ])("asks about the debts of somebody who left on %s: %j", (day, open) => {
    const month = settleMonth(monthWith([leave(day), { kind: "debt", debt: advance }]), facts);
    const owing = month.issues.filter(({ code }) => code === "leaver-owes");
    expect(owing.map(({ message }) => / ([\d.]+) yuan/.exec(message.en)?.[1])).toEqual(open);
  });

  it("makes no line of somebody who left before being hired, and says so", () => {
    const month = prepareMonth(monthWith([leave("2019-12-31")]), facts);
    expect([month.unitMonths, codesOf(month.issues)]).toEqual([[], ["employment-dates-wrong"]]);
  });

  it("goes by the latest of several days until it is clear which is right", () => {
    const pay = [
      aPayRecord({ documentNumber: aWorker("1").documentNumber, leftOn: plainDate("2024-03-10") }),
    ];
    const month = monthWith([leave("2024-03-20")], { pay, worker: supplied });
    expect(lineOf(month).stay).toEqual({ to: "2024-03-20" });
    expect(codesOf(prepareMonth(month, facts).issues)).toEqual(["leave-date-unclear"]);
  });
});

describe("a month's line with changes", () => {
  it("has what was reported, and nothing of it without", () => {
    const difference = {
      serviceMonth: period("2024-01"),
      kind: "pension",
      employeeFen: yuan(8),
      employerFen: yuan(16),
    } as const;
    const month = monthWith([
      { kind: "bonus", amountFen: yuan(9000), taxing: "merged" },
      { kind: "back-pay", amountFen: yuan(-50), serviceMonth: period("2024-02") },
      { kind: "exempt-pay", amountFen: yuan(70) },
      { kind: "contribution-difference", difference },
      { kind: "contribution-scope", scope: "work-injury" },
      { kind: "debt", debt: advance },
    ]);
    expect(lineOf(month)).toMatchObject({
      pay: [
        { kind: "basic", amountFen: yuan(4500) },
        { kind: "bonus", amountFen: yuan(9000) },
        { kind: "other", amountFen: yuan(-50), serviceMonth: "2024-02" },
        { kind: "other", amountFen: yuan(70), isExempt: true },
      ],
      bonusTaxing: "merged",
      contributionDifferences: [difference],
      contributionScope: "work-injury",
      claims: [{ id: "A1", kind: "wage-advance", since: "2024-02-05", dueFen: yuan(333.34) }],
    });
    const plain = JSON.stringify(lineOf(monthWith([])));
    expect(plain).not.toMatch(/claims|bonusTaxing|contributionDifferences|contributionScope|exempt/);
    // What happens once is not held against the pay before the migration or the minimum wage.
    expect(codesOf(prepareMonth(month, facts).issues)).toEqual([]);
  });

  it.each<readonly [string, readonly PayChangeDetail[], Partial<LineInput>, readonly string[]]>([
    [
      "a bonus to be taxed apart a second time",
      [{ kind: "bonus", amountFen: yuan(1), taxing: "apart", isApartUsed: true }],
      { bonusTaxing: "merged" },
      ["bonus-apart-used"],
    ],
    [
      "two choices for a bonus",
      [
        { kind: "bonus", amountFen: yuan(1), taxing: "apart" },
        { kind: "bonus", amountFen: yuan(1), taxing: "merged" },
      ],
      { bonusTaxing: undefined },
      ["bonus-choice-unclear"],
    ],
    [
      "one order on two rows",
      [
        { kind: "debt", debt: advance },
        { kind: "debt", debt: { ...advance, amountFen: yuan(2) } },
      ],
      { claims: undefined },
      ["debt-repeated"],
    ],
  ])("follows neither of %s", (_, changes, line, codes) => {
    const month = prepareMonth(monthWith(changes), facts);
    expect(month.unitMonths[0]?.workers[0]).toMatchObject(line);
    expect(codesOf(month.issues)).toEqual(codes);
  });

  it("reports a bonus of somebody without pay, and changes and debts of strangers", () => {
    const bonus = { kind: "bonus", amountFen: yuan(1) } as const;
    const carried = [{ ...advance, unitId: "U1", workerId: "W404", repaidFen: fen(0) }];
    const month = monthWith([bonus], { pay: [], carried });
    const strangers = {
      ...month,
      changes: [...(month.changes ?? []), { documentNumber: "36049919900101X", change: bonus }],
    };
    const { issues } = prepareMonth(strangers, facts);
    expect(codesOf(issues)).toEqual([
      "pay-missing",
      "change-without-pay",
      "change-without-worker",
      "carried-without-worker",
    ]);
  });
});

describe("claimOfDebt", () => {
  it.each([
    // Month and what is to be taken of 1,000 in three instalments from March, 333.34 and twice 333.33.
    ["2024-02", 0, undefined],
    ["2024-03", 0, 33_334],
    ["2024-04", 33_334, 33_333],
    ["2024-04", 0, 66_667],
    ["2024-09", 66_667, 33_333],
    ["2024-09", 100_000, undefined],
  ])("in %s, with %i repaid, %j", (month, repaid, due) => {
    expect(claimOfDebt({ ...advance, repaidFen: fen(repaid) }, period(month))?.dueFen).toBe(due);
  });

  it("is the whole at once without a plan", () => {
    const { plan: _, ...debt } = advance;
    expect(claimOfDebt({ ...debt, repaidFen: fen(1) }, period("2024-02"))?.dueFen).toBe(99_999);
  });
});

describe("carryDebts", () => {
  const months = ["2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08"].map(period);

  /** Goes from month to month by what each carries to the next. */
  function carryThrough(
    debts: readonly WorkerDebt[],
    pays: readonly { readonly grossFen: Fen; readonly netFen: Fen }[],
  ): { readonly net: readonly number[]; readonly open: number } {
    const named = (debt: WorkerDebt): CarriedDebt => ({ ...debt, unitId: "U1", workerId: "W1" });
    let carried: readonly CarriedDebt[] = debts.map(named);
    const net = pays.map((pay, index): number => {
      const month = months[index] ?? period("2025-01");
      const claims = carried.flatMap((debt) => claimOfDebt(debt, month) ?? []);
      const place = { division: "360403", on: plainDate(`${month}-28`) };
      const { taken } = takeDeductions({ ...pay, overtimeFen: fen(0) }, claims, place, facts);
      const netFen = fen(taken.reduce((rest, { takenFen }) => rest - takenFen, Number(pay.netFen)));
      carried = carriedTo(month, carried, [
        { input: { unit: { id: "U1" } }, lines: [{ workerId: "W1", netFen, deductions: taken }] },
      ]);
      return netFen;
    });
    return { net, open: carried.reduce((sum, { amountFen, repaidFen }) => sum + amountFen - repaidFen, 0) };
  }

  function carriedTo(
    month: Period,
    debts: readonly CarriedDebt[],
    settled: readonly SettledDebts[],
  ): readonly CarriedDebt[] {
    const changes = { debts, contributionDifferences: [] };
    const changesByWorker = new Map(debts.length === 0 ? [] : [["W1", changes] as const]);
    const unitOfWorker = new Map([["W1", "U1"]]);
    return carryDebts({ period: month, changesByWorker, unitOfWorker, strangersDebts: [] }, settled);
  }

  it("takes over the months what repayDebts takes that knows all of them", () => {
    const amount = (max: number) => fc.nat(max).map((value) => fen(value));
    const anyPay = fc.record({
      grossFen: amount(600_000),
      netFen: fc.integer({ min: -60_000, max: 500_000 }),
    });
    const anyDebts = fc.record({
      first: amount(300_000),
      second: amount(300_000),
      instalments: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(anyPay, { minLength: 6, maxLength: 6 }), anyDebts, (pays, given) => {
        const { first, second, instalments } = given;
        const pay = pays.map(({ grossFen, netFen }) => ({ grossFen, netFen: fen(netFen) }));
        const order = {
          id: "执1",
          kind: "court-order",
          since: plainDate("2024-01-05"),
          keepFen: fen(150_000),
        } as const;
        const owed = { ...advance, amountFen: second, plan: { ...advance.plan, instalments } };
        const carried = carryThrough(
          [
            { ...order, amountFen: first, repaidFen: fen(0) },
            { ...owed, repaidFen: fen(0) },
          ],
          pay,
        );
        const { plan: _, ...terms } = owed;
        const paidOn = advance.since;
        const instalmentsDue = instalmentsOf({
          id: "A1",
          paidOn,
          amountFen: second,
          firstMonth: period("2024-03"),
          instalments,
        });
        const known = repayDebts(
          pay.map((each, index) => ({
            ...each,
            overtimeFen: fen(0),
            month: months[index] ?? period("2025-01"),
          })),
          [
            { ...order, amountFen: first },
            { ...terms, instalments: instalmentsDue },
          ],
          { division: "360403" },
          facts,
        );
        expect(carried.net.map((net) => Math.max(0, net))).toEqual(
          known.months.map(({ payableFen }) => payableFen),
        );
        expect(carried.open).toBe(known.months.at(-1)?.openFen);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the debts of whoever was not settled, and of strangers", () => {
    const debt: CarriedDebt = { ...advance, repaidFen: fen(5), unitId: "U1", workerId: "W1" };
    expect(carriedTo(period("2024-03"), [debt], [])).toEqual([debt]);
    const stranger = { ...debt, workerId: "W0" };
    const month = { period: period("2024-03"), changesByWorker: new Map(), unitOfWorker: new Map() };
    expect(carryDebts({ ...month, strangersDebts: [stranger] }, [])).toEqual([stranger]);
  });
});
