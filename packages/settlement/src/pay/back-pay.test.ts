import { period } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts, yuan } from "../__fixtures__/unit-month.js";
import { withholdWages } from "../tax/wage-withholding.js";
import { backPayOf, payByServiceMonth, type ServicePay } from "./back-pay.js";

function monthOf(serviceMonth: string, paid: number, due: number): ServicePay {
  return { serviceMonth: period(serviceMonth), paidFen: yuan(paid), dueFen: yuan(due) };
}

describe("backPayOf", () => {
  it("pays a raise of last September in February: all of it is income of February, four months are last year's", () => {
    const months = ["2023-09", "2023-10", "2023-11", "2023-12", "2024-01"].map((month) =>
      monthOf(month, 4000, 4300),
    );
    const backPay = backPayOf(months, period("2024-02"));
    expect(backPay).toMatchObject({
      taxMonth: "2024-02",
      amountFen: yuan(1500),
      earlierYearsFen: yuan(1200),
    });
    expect(
      backPay.items.map(({ serviceMonth, kind, amountFen }) => [serviceMonth, kind, amountFen / 100]),
    ).toEqual(months.map(({ serviceMonth }) => [serviceMonth, "back-pay", 300]));
    // By the table of 2024: (4,300 + 1,500 − 5,000) in February alone, after a January below 5,000.
    const wages = { year: 2024, startMonth: 1, mode: "months-at-unit" } as const;
    const withheld = withholdWages(
      { ...wages, months: [{ incomeFen: yuan(5000) }, { incomeFen: yuan(4300 + 1500) }] },
      facts,
    );
    expect(withheld.ok && withheld.value.map(({ taxFen }) => taxFen / 100)).toEqual([0, 24]);
  });

  it("takes back a month that was paid too much and pays another, side by side", () => {
    const months = [
      monthOf("2024-02", 4300, 4000),
      monthOf("2024-01", 4000, 4100),
      monthOf("2023-12", 4000, 4000),
    ];
    expect(backPayOf(months, period("2024-03"))).toEqual({
      taxMonth: "2024-03",
      items: [
        { serviceMonth: "2024-01", kind: "back-pay", amountFen: yuan(100) },
        { serviceMonth: "2024-02", kind: "clawback", amountFen: yuan(-300) },
      ],
      amountFen: yuan(-200),
      earlierYearsFen: yuan(0),
    });
  });
});

describe("payByServiceMonth", () => {
  it("counts back pay in the month that it was earned in, and loses none of it", () => {
    const anyMonth = fc
      .integer({ min: 1, max: 12 })
      .map((month) => period(`2024-${String(month).padStart(2, "0")}`));
    const anyAmount = fc.record({
      paidIn: anyMonth,
      serviceMonth: fc.option(anyMonth, { nil: undefined }),
      amountFen: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((amount) => yuan(amount / 100)),
    });
    fc.assert(
      fc.property(fc.array(anyAmount), (amounts) => {
        const byMonth = payByServiceMonth(amounts);
        for (const month of new Set(amounts.map(({ paidIn, serviceMonth }) => serviceMonth ?? paidIn))) {
          let expected = 0;
          for (const { paidIn, serviceMonth, amountFen } of amounts) {
            if ((serviceMonth ?? paidIn) === month) expected += amountFen;
          }
          expect(byMonth.get(month)).toBe(expected);
        }
        const total = [...byMonth.values()].reduce((sum, amount) => sum + amount, 0);
        expect(total).toBe(amounts.reduce((sum, { amountFen }) => sum + amountFen, 0));
      }),
    );
  });
});
