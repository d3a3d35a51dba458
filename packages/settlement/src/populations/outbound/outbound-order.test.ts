import { fen, plainDate, sumFen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { facts } from "../../__fixtures__/unit-month.js";
import { settleOutboundOrder, type OutboundOrder, type OutboundSettlement } from "./outbound-order.js";
import type { OutboundWorker } from "./outbound-wages.js";

/** 208 hours at 25 yuan: 5,200. */
function workerOf(workerId: string, differences: Partial<OutboundWorker> = {}): OutboundWorker {
  return {
    workerId,
    workerName: "赵六",
    cooperativeId: "C1",
    terms: { kind: "hour", hourFen: fen(2500) },
    work: { attendedCentidays: 2600, centihours: 20_800 },
    deductions: [],
    contributionsFen: fen(0),
    daysStayed: 31,
    ...differences,
  };
}

/** 5,200 of wages, 300 of recruitment, 250 of fee: 5,750, and 345 of tax at 6 %. */
const order: OutboundOrder = {
  orderId: "O-1",
  clientId: "K1",
  providerId: "P1",
  on: plainDate("2026-03-31"),
  totalFen: fen(609_500),
  workers: [workerOf("W1")],
  cooperatives: [{ cooperativeId: "C1", terms: { kind: "per-head", headFen: fen(30_000) } }],
  serviceFeeFen: fen(25_000),
  otherCosts: [],
  vat: { kind: "reckoned", taxpayer: "general" },
};

function settledOf(
  differences: Partial<OutboundOrder> = {},
): OutboundSettlement & { readonly codes: readonly string[] } {
  const settled = settleOutboundOrder({ ...order, ...differences }, facts);
  if (!settled.ok) throw new Error("never fails");
  return { ...settled.value, codes: settled.issues.map(({ code }) => code) };
}

describe("settleOutboundOrder", () => {
  it("reconciles wages, recruitment, fee and tax to the order's total", () => {
    const settled = settledOf();
    expect([
      settled.wagesFen,
      settled.recruitmentFen,
      settled.serviceFeeFen,
      settled.vatFen,
      settled.differenceFen,
      settled.codes,
    ]).toEqual([520_000, 30_000, 25_000, 34_500, 0, []]);
  });

  it("tests pay against the minimum wage of the place, in proportion to the attendance", () => {
    const on = plainDate("2024-03-31");
    // 8.7 of 21.75 days are two fifths of 1,730.00 in 浔阳区: 692.00.
    const work = { attendedCentidays: 870, centihours: 6920 };
    const paid = (hourFen: number) =>
      workerOf("W1", { work, terms: { kind: "hour", hourFen: fen(hourFen) } });
    const below = settledOf({ on, division: "360403", workers: [paid(999)] });
    expect(below.codes).toContain("pay-below-attendance-minimum");
    expect(below.workers).toHaveLength(1);
    const enough = settledOf({ on, division: "360403", workers: [paid(1000)] });
    expect(enough.codes).not.toContain("pay-below-attendance-minimum");
    expect(settledOf({ on, workers: [paid(1)] }).codes).not.toContain("pay-below-attendance-minimum");
  });

  it("pays the worker in full, the co-operative by the order, and forwards what was withheld", () => {
    const worker = workerOf("W1", {
      overtimeFen: fen(10_000),
      deductions: [
        { kind: "pension", amountFen: fen(29_272) },
        { kind: "income-tax", amountFen: fen(500) },
      ],
      contributionsFen: fen(58_544),
    });
    const otherCosts = [{ item: "交通", amountFen: fen(7000) }];
    const { payments, wagesFen, contributionsFen, otherCostsFen } = settledOf({
      workers: [worker],
      otherCosts,
    });
    expect([wagesFen, contributionsFen, otherCostsFen]).toEqual([530_000, 58_544, 7000]);
    expect(payments).toEqual([
      { to: { kind: "worker", workerId: "W1" }, amountFen: 500_228 },
      { to: { kind: "cooperative", cooperativeId: "C1" }, amountFen: 30_000 },
      { to: { kind: "forwarded" }, amountFen: 88_316 },
      { to: { kind: "provider", providerId: "P1" }, amountFen: 66_500 },
    ]);
  });

  it.each<readonly [string, Partial<OutboundOrder>, number | null, readonly string[]]>([
    ["a fen over", { totalFen: fen(609_501) }, 1, ["order-not-reconciled"]],
    ["a fen missing", { totalFen: fen(609_499) }, -1, ["order-not-reconciled"]],
    ["an invoiced tax", { vat: { kind: "invoiced", vatFen: fen(34_500) } }, 0, []],
    ["a tax without a rule", { on: plainDate("2024-03-31") }, null, ["vat-method-unavailable"]],
    [
      "a co-operative that is not on the order",
      { workers: [workerOf("W1", { cooperativeId: "C9" })] },
      30_000,
      ["cooperative-missing", "order-not-reconciled"],
    ],
  ])("tells %s", (_, differences, difference, codes) => {
    const settled = settledOf(differences);
    expect([settled.differenceFen, settled.codes]).toEqual([difference, codes]);
  });

  it.each<readonly [string, Partial<OutboundWorker>, string]>([
    [
      "a recruitment fee taken from the worker",
      { deductions: [{ kind: "recruitment-fee" as "agreed", amountFen: fen(30_000) }] },
      "deduction-unlawful",
    ],
    [
      "deductions above the pay",
      { deductions: [{ kind: "agreed", amountFen: fen(520_001) }] },
      "negative-net",
    ],
    ["no hours", { work: { attendedCentidays: 2600 } }, "work-figure-missing"],
  ])("excludes a worker with %s, and settles the others", (_, differences, code) => {
    const settled = settledOf({ workers: [workerOf("W1", differences), workerOf("W2")] });
    expect(settled.excluded).toEqual([{ workerId: "W1", codes: [code] }]);
    expect(settled.workers.map(({ workerId }) => workerId)).toEqual(["W2"]);
  });

  it("excludes who stands on the order twice", () => {
    const settled = settledOf({ workers: [workerOf("W1"), workerOf("W1"), workerOf("W2")] });
    expect(settled.excluded.map(({ workerId }) => workerId)).toEqual(["W1", "W1"]);
    expect(settled.wagesFen).toBe(520_000);
  });

  it("passes through the platform by law", () => {
    expectTypeOf<OutboundSettlement["route"]>().toEqualTypeOf<"through-platform">();
    expect(settledOf().route).toBe("through-platform");
  });

  it("pays out every part that is known, and says exactly what is left of the total", () => {
    const anyAmount = fc.nat(1_000_000);
    const anyWorker = fc.record({
      hours: fc.nat(40_000),
      price: fc.nat(20_000),
      overtime: anyAmount,
      contributions: anyAmount,
      days: fc.nat(60),
      brought: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyWorker, { maxLength: 8 }),
        fc.tuple(anyAmount, anyAmount, anyAmount, anyAmount, fc.nat(20_000_000)),
        (rows, [head, fee, travel, tax, total]) => {
          let parts = fee + travel + tax;
          for (const { hours, price, overtime, contributions, days, brought } of rows) {
            parts += Math.floor((hours * price * 2 + 100) / 200) + overtime + contributions;
            if (brought && days >= 30) parts += head;
          }
          const settled = settledOf({
            totalFen: fen(total),
            workers: rows.map(({ hours, price, overtime, contributions, days, brought }, index) =>
              workerOf(`W${index}`, {
                terms: { kind: "hour", hourFen: fen(price) },
                work: { attendedCentidays: 0, centihours: hours },
                overtimeFen: fen(overtime),
                contributionsFen: fen(contributions),
                daysStayed: days,
                cooperativeId: brought ? "C1" : undefined,
              }),
            ),
            cooperatives: [
              { cooperativeId: "C1", terms: { kind: "per-head", headFen: fen(head), afterDays: 30 } },
            ],
            serviceFeeFen: fen(fee),
            otherCosts: [{ item: "交通", amountFen: fen(travel) }],
            vat: { kind: "invoiced", vatFen: fen(tax) },
          });
          expect(sumFen(settled.payments.map(({ amountFen }) => amountFen))).toBe(parts);
          expect(settled.differenceFen).toBe(total - parts);
        },
      ),
      { numRuns: 500 },
    );
  });
});
