import { describe, expect, it } from "vitest";
import { paymentOf } from "./__fixtures__/payments.js";
import { repay } from "./repayment.js";

const payment = paymentOf();
const again = { payment, reference: "R1-2", usedReferences: new Set(["R1"]) };

describe("repay", () => {
  it.each(["rejected", "returned"] as const)("makes a new attempt of what was %s", (standing) => {
    const attempt = repay({ ...again, standing });
    expect(attempt.ok && attempt.value).toEqual({ ...payment, reference: "R1-2" });
  });

  it.each(["paid", "processing", "unconfirmed", "unknown", "missing", "amount-differs", "repeated"] as const)(
    "makes none of what is %s",
    (standing) => {
      expect(repay({ ...again, standing }).issues.map(({ code }) => code)).toEqual(["repayment-not-due"]);
    },
  );

  it.each(["R1", "R7"])("refuses the reference %s that was used before", (reference) => {
    const used = new Set(["R7"]);
    const { issues } = repay({ ...again, standing: "returned", reference, usedReferences: used });
    expect(issues.map(({ code }) => code)).toEqual(["repayment-reference-used"]);
  });
});
