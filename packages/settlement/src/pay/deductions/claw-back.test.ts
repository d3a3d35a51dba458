import { fen, plainDate } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, yuanOf } from "../../__fixtures__/fraction.js";
import { annualTax } from "../../__fixtures__/naive-payroll.js";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import { settlementRules } from "../../settlement-rules.js";
import { clawBack, type Clawback } from "./claw-back.js";

const rules = settlementRules(facts, { on: plainDate("2024-01-31") });
if (!rules.ok) throw new Error("no rules");
const tables = rules.value.withholding;

/** January with a gross and insurance in yuan. */
function clawbackOf(amount: number, keep: number, gross: number, special: number): Clawback {
  const nought = fen(0);
  return {
    id: "C1",
    amountFen: yuan(amount),
    keepFen: yuan(keep),
    grossFen: yuan(gross),
    specialFen: yuan(special),
    figures: {
      incomeFen: yuan(gross),
      exemptFen: nought,
      basicDeductionFen: yuan(5000),
      specialFen: yuan(special),
      additionalFen: nought,
      otherFen: nought,
      withheldFen: nought,
    },
  };
}

describe("clawBack", () => {
  it.each([
    // Clawback, to be left, gross, insurance: taken, left, tax, net.
    ["all of a small one", 500, 1730, 4000, 400, 500, 0, 0, 3100],
    ["as much as leaves the minimum wage", 3000, 1730, 4000, 400, 1870, 1130, 0, 1730],
    ["nothing from pay that is below what has to be left", 500, 1730, 2000, 400, 0, 500, 0, 1600],
    ["no more than the gross", 5000, 0, 4000, 0, 4000, 1000, 0, 0],
    ["nothing from a month without pay", 500, 0, 0, 400, 0, 500, 0, -400],
    // 10,000 − 1,000 − 5,000 = 4,000 × 3 % before; 8,000 − 1,000 − 5,000 = 2,000 × 3 % after.
    ["with the tax on what remains", 2000, 0, 10_000, 1000, 2000, 0, 60, 6940],
    // With t taken, 9,000 − t − 0.03 × (4,000 − t) = 8,880 − 0.97 t is left: 7,910 for t = 1,000.
    ["up to what the lower tax allows", 2000, 7910, 10_000, 1000, 1000, 1000, 90, 7910],
  ])("takes %s", (_, amount, keep, gross, special, ...expected) => {
    const result = clawBack(clawbackOf(amount, keep, gross, special), tables);
    if (!result.ok) throw new Error("refused");
    const { takenFen, leftFen, taxFen, netFen } = result.value;
    expect([takenFen, leftFen, taxFen, netFen].map((value) => value / 100)).toEqual(expected);
    expect(result.issues.map(({ code }) => code)).toEqual(leftFen === 0 ? [] : ["deduction-carried"]);
  });

  it("takes exactly as much as can be taken", () => {
    const anyAmount = fc.nat(3_000_000);
    fc.assert(
      fc.property(anyAmount, anyAmount, anyAmount, fc.nat(300_000), (amount, keep, gross, special) => {
        const result = clawBack(clawbackOf(amount / 100, keep / 100, gross / 100, special / 100), tables);
        if (!result.ok) throw new Error("refused");
        const net = (taken: number): number =>
          gross - taken - special - fenOf(annualTax(yuanOf(gross - taken - special - 500_000)));
        const { takenFen, leftFen, netFen } = result.value;
        expect(netFen).toBe(net(takenFen));
        expect(takenFen + leftFen).toBe(amount);
        expect(takenFen === 0 || net(takenFen) >= keep).toBe(true);
        if (takenFen < Math.min(amount, gross)) expect(net(takenFen + 1)).toBeLessThan(keep);
      }),
      { numRuns: 500 },
    );
  });
});
