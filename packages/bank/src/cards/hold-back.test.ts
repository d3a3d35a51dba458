import { describe, expect, it } from "vitest";
import { paymentsOf } from "../__fixtures__/payments.js";
import { type CardState, cardStates, type FinancialState, financialStates } from "./card-state.js";
import { holdBackByCard } from "./hold-back.js";

const [payment] = paymentsOf(1);
if (payment === undefined) throw new RangeError("no payment");
const account = payment.payeeAccount;

describe("holdBackByCard", () => {
  it.each<readonly [CardState, FinancialState | undefined, string | undefined]>([
    ["active", "active", undefined],
    ["active", undefined, undefined],
    ["issued", "active", undefined],
    ["application-locked", "active", undefined],
    ["active", "not-activated", "card-not-activated"],
    ["issued", "not-activated", "card-not-activated"],
    ["active", "dormant", "card-dormant"],
    ["temporarily-lost", "active", "card-temporarily-lost"],
    ["active", "temporarily-lost", "card-temporarily-lost"],
    ["lost", "active", "card-lost"],
    ["active", "lost", "card-lost"],
    ["lost", "temporarily-lost", "card-lost"],
    ["lost-cancelled", "active", "card-cancelled"],
    ["cancelled", undefined, "card-cancelled"],
    ["active", "cancelled", "card-cancelled"],
    ["temporarily-lost", "dormant", "card-temporarily-lost"],
  ])("social side %s, financial side %s: %s", (social, financial, reason) => {
    const result = holdBackByCard([payment], [{ account, social, financial }]);
    expect(result.heldBack.map((held) => held.reason)).toEqual(reason === undefined ? [] : [reason]);
    expect(result.issues.map(({ code }) => code)).toEqual(reason === undefined ? [] : [reason]);
    expect(result.payments).toHaveLength(reason === undefined ? 1 : 0);
  });

  it("lets the rest through, in order, and loses no payment", () => {
    const payments = paymentsOf(cardStates.length * financialStates.length + 1);
    const standings = cardStates
      .flatMap((social) => financialStates.map((financial) => ({ social, financial })))
      .map((states, index) => ({ ...states, account: payments[index]?.payeeAccount ?? "" }));
    const { payments: through, heldBack } = holdBackByCard(payments, standings);
    const kept = new Set(through);
    expect(payments.filter((one) => kept.has(one))).toEqual(through);
    expect([...through, ...heldBack.map((held) => held.payment)].length).toBe(payments.length);
    expect(new Set([...through, ...heldBack.map((held) => held.payment)]).size).toBe(payments.length);
    expect(through.at(-1)).toBe(payments.at(-1));
  });

  it("finds a card however its number is written", () => {
    const spaced = account.replace(/(.{4})/g, "$1 ");
    const { heldBack } = holdBackByCard([payment], [{ account: spaced, social: "lost" }]);
    expect(heldBack).toHaveLength(1);
  });

  it.each<readonly [CardState, FinancialState | undefined]>([
    ["unknown", undefined],
    ["unknown", "active"],
    ["active", "unknown"],
    ["issued", undefined],
  ])("says which cards nobody knows about, and pays them: %s, %s", (social, financial) => {
    const { payments, issues } = holdBackByCard([payment], [{ account, social, financial }]);
    expect(payments).toEqual([payment]);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([["card-state-unknown", "warning"]]);
  });

  it("shows no whole account", () => {
    const { issues } = holdBackByCard([payment], [{ account, social: "lost" }]);
    expect(JSON.stringify(issues)).not.toContain(account);
  });
});
