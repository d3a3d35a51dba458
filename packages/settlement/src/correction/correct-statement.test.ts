import { fen, payoutReference, period } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { corrected, paid } from "../__fixtures__/corrected-month.js";
import {
  contracts,
  facts,
  monthOf,
  statementOf,
  suppliedBy,
  termOf,
  yuan,
} from "../__fixtures__/unit-month.js";
import type { UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { correctStatement } from "./correct-statement.js";

const { perHead } = contracts;

function isUnchanged(earlier: SettlementStatement, month: UnitMonth): boolean {
  const outcome = correctStatement(earlier, month, facts);
  return outcome.ok && outcome.value.kind === "unchanged";
}

const settlementOf = (statement: SettlementStatement, kind: string): unknown =>
  statement.correction?.settlements.find(({ payee }) => payee.kind === kind);
const codesOf = (statement: SettlementStatement): readonly string[] =>
  statement.remarks.filter(({ severity }) => severity === "needs-decision").map(({ code }) => code);

describe("correctStatement on pay that was reported too low", () => {
  const issued = statementOf(monthOf([paid("W1", 4000), paid("W2", 4000)]));
  const copy = structuredClone(issued);
  const now = corrected(issued, monthOf([paid("W1", 4000), paid("W2", 4200)]));

  it("makes a new statement that names the issued one, and leaves that as it is", () => {
    expect(now.input.statementId).toBe("S-2024-03-U1-C1");
    expect(now.input.corrects).toEqual({ statementId: "S-2024-03-U1", digest: issued.digest });
    expect(now.digest).not.toBe(issued.digest);
    expect(issued).toEqual(copy);
  });

  it("says which figures of which worker differ and why", () => {
    // 200 yuan more of gross: no tax below 5,000 a month, and contributions stand on the declared wage.
    const figures = [
      "/withholding/taxableFen",
      "/grossFen",
      "/netFen",
      "/unitCostFen",
      "/originalCost/pay:basic",
      "/chargedCost/pay:basic",
    ];
    expect(now.correction?.lines).toMatchObject([
      { workerId: "W2", change: "changed", inputs: ["/pay/0/amountFen"] },
    ]);
    const items = now.correction?.lines[0]?.items ?? [];
    const ofGross = items.find(({ item }) => item === "/grossFen");
    expect(ofGross).toEqual({
      item: "/grossFen",
      before: 400_000,
      after: 420_000,
      causes: [{ kind: "input" }],
    });
    expect(
      items
        .filter(({ item }) => figures.includes(item))
        .map(({ before, after }) => Number(after) - Number(before)),
    ).toEqual(figures.map(() => 20_000));
    // The taxable income of the year grows alike and stays below what is free of tax.
    expect(items.map(({ item }) => item).filter((item) => !figures.includes(item))).toEqual([]);
  });

  it("has the lines and totals of the whole month as it is now", () => {
    const once = statementOf(monthOf([paid("W1", 4000), paid("W2", 4200)]));
    expect(now.totals).toEqual(once.totals);
    expect(now.lines.map(({ netFen }) => netFen)).toEqual(once.lines.map(({ netFen }) => netFen));
  });

  it("pays the 200 yuan, with a reference of its own, and nobody else", () => {
    expect(now.lines.map(({ payment }) => payment)).toEqual([
      { kind: "instructed", amountFen: 0 },
      { kind: "instructed", amountFen: yuan(200) },
    ]);
    expect(now.disbursements).toEqual([{ payee: { kind: "workers" }, workers: 1, amountFen: yuan(200) }]);
    const identity = { payeeId: "W2", purpose: "wage", attempt: 1 } as const;
    const references = [issued, now].map(({ input: { statementId } }) =>
      payoutReference({ ...identity, statementId }),
    );
    expect(references[0]).not.toBe(references[1]);
  });

  it("charges the difference on top of the balance", () => {
    const stillDueFen = issued.funding.stillDueFen;
    expect(now.funding).toEqual({
      previousBalanceFen: stillDueFen,
      chargedFen: yuan(200),
      receivedFen: 0,
      stillDueFen: fen(stillDueFen + yuan(200)),
    });
  });

  it("goes on from what the unit has paid in since", () => {
    const account = { previousBalanceFen: yuan(-10), receivedFen: yuan(150) };
    const later = corrected(issued, monthOf([paid("W1", 4000), paid("W2", 4200)]), account);
    expect(later.funding).toEqual({
      previousBalanceFen: yuan(-10),
      chargedFen: yuan(200),
      receivedFen: yuan(150),
      stillDueFen: yuan(40),
    });
  });

  it("keeps the guarantee: money in is money out, on the difference too", () => {
    expect(termOf(now, "conservation")).toEqual(["holds", []]);
    expect(now.guarantee.holds).toBe(true);
  });
});

describe("correctStatement on pay that was reported too high", () => {
  const issued = statementOf(monthOf([paid("W1", 4200)]));
  const now = corrected(issued, monthOf([paid("W1", 4050)]));

  it("carries what was paid too much: no negative payment, and nothing is taken back", () => {
    expect(now.lines[0]?.payment).toEqual({ kind: "carried", amountFen: yuan(150) });
    expect(now.disbursements).toEqual([]);
    expect(settlementOf(now, "worker")).toMatchObject({ paidNowFen: 0, overpaidFen: yuan(150) });
    expect(codesOf(now)).toEqual(["worker-overpaid"]);
  });

  it("leaves the unit with what it laid out", () => {
    // The month costs 150 less, and the worker has the 150.
    expect(now.funding.chargedFen).toBe(0);
    expect(termOf(now, "conservation")).toEqual(["holds", []]);
  });

  it("takes it into account when pay turns out higher after all", () => {
    const again = corrected(now, monthOf([paid("W1", 4260)]));
    expect(again.input.statementId).toBe("S-2024-03-U1-C2");
    expect(again.input.corrects).toEqual({ statementId: "S-2024-03-U1-C1", digest: now.digest });
    // 4,200 were paid: 60 more. Of the 210 that the month costs more, 150 were laid out before.
    expect(again.lines[0]?.payment).toEqual({ kind: "instructed", amountFen: yuan(60) });
    expect(again.funding.chargedFen).toBe(yuan(60));
    expect(codesOf(again)).toEqual([]);
  });

  it("lets it stand where pay rises to less than was paid", () => {
    const again = corrected(now, monthOf([paid("W1", 4100)]));
    expect(again.lines[0]?.payment).toEqual({ kind: "carried", amountFen: yuan(100) });
    expect([again.funding.chargedFen, again.disbursements]).toEqual([0, []]);
  });
});

describe("correctStatement on who is on the month", () => {
  it("pays a worker who was missing in full, and names every figure as new", () => {
    const now = corrected(
      statementOf(monthOf([paid("W1", 4000)])),
      monthOf([paid("W1", 4000), paid("W2", 4000)]),
    );
    const once = statementOf(monthOf([paid("W2", 4000)]));
    expect(now.correction?.lines).toMatchObject([{ workerId: "W2", change: "added", inputs: [""] }]);
    expect(
      now.correction?.lines[0]?.items.every((item) => !("before" in item) || item.before === undefined),
    ).toBe(true);
    expect(now.disbursements.map(({ payee, amountFen }) => [payee.kind, amountFen])).toEqual(
      once.disbursements.map(({ payee, amountFen }) => [payee.kind, amountFen]),
    );
    expect(now.funding.chargedFen).toBe(once.funding.chargedFen);
  });

  it("carries all that was paid for a worker who should not have been there", () => {
    const both = statementOf(monthOf([paid("W1", 4000), paid("W2", 4000)]));
    const now = corrected(both, monthOf([paid("W1", 4000)]));
    const net = both.lines[1]?.netFen;
    expect(now.correction?.lines).toMatchObject([{ workerId: "W2", change: "removed" }]);
    expect(settlementOf(now, "worker")).toEqual({
      payee: { kind: "worker", workerId: "W2" },
      dueFen: 0,
      paidBeforeFen: net,
      paidNowFen: 0,
      heldFen: 0,
      overpaidFen: net,
    });
    // Insurance and housing fund went out as well, for one worker of two.
    expect(settlementOf(now, "housing-fund")).toMatchObject({ overpaidFen: yuan(640), paidNowFen: 0 });
    expect(new Set(codesOf(now))).toEqual(new Set(["worker-overpaid", "payee-overpaid"]));
    expect([now.funding.chargedFen, now.disbursements]).toEqual([0, []]);
    const back = corrected(now, monthOf([paid("W1", 4000), paid("W2", 4100)]));
    expect(back.lines[1]?.payment).toEqual({ kind: "instructed", amountFen: yuan(100) });
    expect(back.funding.chargedFen).toBe(yuan(100));
  });

  it("tells the other workers' changed shares of a fee by their cause", () => {
    const fixed = { ...contracts.fixed, vatIncluded: true };
    const two = monthOf([suppliedBy(fixed, "W1"), suppliedBy(fixed, "W2")], [fixed]);
    const one = monthOf([suppliedBy(fixed, "W1")], [fixed]);
    const now = corrected(statementOf(two), one);
    // 100 yuan a month, halves before.
    const line = now.correction?.lines.find(({ workerId }) => workerId === "W1");
    expect(line?.inputs).toEqual([]);
    expect(line?.items).toContainEqual({
      item: "/agencyFeeFen",
      before: 5000,
      after: 10_000,
      causes: [{ kind: "input" }],
    });
  });
});

describe("correctStatement on accounts and agencies", () => {
  it("pays what was held once the account is known, and charges nothing", () => {
    const issued = statementOf(monthOf([paid("W1", 4000, { hasAccount: false })]));
    const now = corrected(issued, monthOf([paid("W1", 4000)]));
    const net = issued.lines[0]?.netFen;
    expect(issued.held).toMatchObject([{ amountFen: net }]);
    expect(now.lines[0]?.payment).toEqual({ kind: "instructed", amountFen: net });
    expect([now.held, now.funding.chargedFen, now.correction?.lines]).toEqual([[], 0, []]);
    expect(termOf(now, "conservation")).toEqual(["holds", []]);
  });

  it("holds only what is still open for a worker without an account", () => {
    const issued = statementOf(monthOf([paid("W1", 4000)]));
    const now = corrected(issued, monthOf([paid("W1", 4300, { hasAccount: false })]));
    expect(now.held).toEqual([{ workerId: "W1", reason: "account", amountFen: yuan(300) }]);
    expect(now.funding.chargedFen).toBe(yuan(300));
    expect(termOf(now, "conservation")).toEqual(["holds", []]);
    const freed = corrected(now, monthOf([paid("W1", 4300)]));
    expect(freed.lines[0]?.payment).toEqual({ kind: "instructed", amountFen: yuan(300) });
    expect(freed.funding.chargedFen).toBe(0);
  });

  it("pays an agency the difference and tells it whom to pay on", () => {
    const issued = statementOf(monthOf([suppliedBy(perHead, "W1"), suppliedBy(perHead, "W2")], [perHead]));
    const raised = suppliedBy(perHead, "W2", { pay: [{ kind: "basic", amountFen: yuan(4500) }] });
    const now = corrected(issued, monthOf([suppliedBy(perHead, "W1"), raised], [perHead]));
    expect(now.disbursements).toEqual([
      { payee: { kind: "agency", agencyId: "general" }, workers: 1, amountFen: yuan(500) },
    ]);
    expect(now.lines.map(({ payment }) => [payment.kind, payment.amountFen])).toEqual([
      ["by-agency", 0],
      ["by-agency", yuan(500)],
    ]);
  });

  it("carries what an agency got for a worker it no longer has", () => {
    const issued = statementOf(monthOf([suppliedBy(perHead, "W1"), suppliedBy(perHead, "W2")], [perHead]));
    const now = corrected(issued, monthOf([suppliedBy(perHead, "W1")], [perHead]));
    const [cost] = issued.lines.map(({ unitCostFen }) => unitCostFen);
    expect(settlementOf(now, "agency")).toMatchObject({ overpaidFen: cost, paidNowFen: 0 });
    expect(codesOf(now)).toEqual(["payee-overpaid"]);
  });

  it("keeps what a worker was paid apart from what the agency pays after a change of payee", () => {
    const issued = statementOf(monthOf([paid("W1", 4000)], [perHead]));
    const now = corrected(issued, monthOf([suppliedBy(perHead, "W1")], [perHead]));
    const net = issued.lines[0]?.netFen;
    expect(now.lines[0]?.payment).toEqual({ kind: "by-agency", amountFen: net });
    expect(settlementOf(now, "worker")).toMatchObject({ dueFen: 0, paidBeforeFen: net, overpaidFen: net });
    expect(termOf(now, "conservation")).toEqual(["holds", []]);
  });

  it("carries contributions beyond the pay together with pay that was paid", () => {
    const issued = statementOf(monthOf([paid("W1", 4000)]));
    const now = corrected(issued, monthOf([paid("W1", 0)]));
    const [before, after] = [issued.lines[0]?.netFen ?? 0, now.lines[0]?.netFen ?? 0];
    expect(after).toBeLessThan(0);
    expect(now.lines[0]?.payment).toEqual({ kind: "carried", amountFen: before - after });
    expect(new Set(codesOf(now))).toEqual(new Set(["negative-net", "worker-overpaid"]));
    expect(termOf(now, "conservation")).toEqual(["holds", []]);
  });
});

describe("correctStatement where nothing changed", () => {
  const month = monthOf([paid("W1", 4000), suppliedBy(perHead, "W2")], [perHead]);
  const issued = statementOf(month);

  it.each<readonly [string, UnitMonth]>([
    ["the same month", month],
    [
      "another balance and payment, which belong to the issued statement",
      { ...month, previousBalanceFen: yuan(9), receivedFen: yuan(9) },
    ],
    ["another order of its workers", { ...month, workers: month.workers.toReversed() }],
    [
      "a name that was misspelt",
      { ...month, workers: month.workers.map((line) => ({ ...line, name: "张三" })) },
    ],
  ])("says so of %s", (_, given) => {
    expect(isUnchanged(issued, given)).toBe(true);
  });

  it("says so of a correction as well", () => {
    const raised = monthOf([paid("W1", 4100), suppliedBy(perHead, "W2")], [perHead]);
    expect(isUnchanged(corrected(issued, raised), raised)).toBe(true);
    const lowered = monthOf([paid("W1", 3900, { hasAccount: false }), suppliedBy(perHead, "W2")], [perHead]);
    expect(isUnchanged(corrected(issued, lowered), lowered)).toBe(true);
  });

  it.each([
    ["another unit", { unit: { ...month.unit, id: "U2" } }],
    ["another month", { period: period("2024-04") }],
  ])("refuses the data of %s", (_, differences) => {
    const outcome = correctStatement(issued, { ...month, ...differences }, facts);
    expect(outcome.issues.map(({ code }) => code)).toEqual(["correction-mismatch"]);
  });

  it("answers a month that cannot be settled with its issues", () => {
    const outcome = correctStatement(issued, { ...month, contracts: [] }, facts);
    expect(outcome.issues.map(({ code }) => code)).toEqual(
      ["contract-missing", "contract-missing"].slice(0, outcome.issues.length),
    );
    expect(outcome.ok).toBe(false);
  });
});
