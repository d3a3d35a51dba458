import { fen, plainDate, type ServiceOrder } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  contractOf,
  contracts,
  facts,
  lineOf,
  monthOf,
  statementOf,
  suppliedBy,
  termOf,
  yuan,
} from "../__fixtures__/unit-month.js";
import { correctStatement } from "../correction/correct-statement.js";
import { explainItem } from "../explanation/explain.js";
import { settleUnit } from "../statement/settle-unit.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { UnitMonth } from "../statement/statement-input.js";
import { verifyStatement } from "../statement/verify.js";

function orderOf(
  id: string,
  workerIds: readonly string[],
  differences: Partial<ServiceOrder> = {},
): ServiceOrder {
  return {
    id,
    unitId: "U1",
    agencyId: "general",
    signedOn: plainDate("2024-03-01"),
    expiresOn: plainDate("2024-12-31"),
    feeTerms: { kind: "per-head", monthlyFen: yuan(50) },
    vatIncluded: true,
    vatService: "agency",
    services: ["薪酬核算"],
    workerIds,
    ...differences,
  };
}

const { perHead } = contracts;
/** Payroll reckoning for two direct hires, and 100 yuan a month of filing for everybody, tax on top. */
const reckoning = orderOf("O-1", ["W1", "W2"]);
const filing = orderOf("O-2", ["W1", "W2", "W3"], {
  feeTerms: { kind: "fixed", monthlyFen: yuan(100) },
  vatIncluded: false,
  services: ["个税申报", "社保代缴"],
});
const workers = [
  lineOf("W1", { branch: "1B" }),
  lineOf("W2", { branch: "1B" }),
  suppliedBy(perHead, "W3", { branch: "3C" }),
  lineOf("W4"),
];

function monthWith(serviceOrders: readonly ServiceOrder[], differences: Partial<UnitMonth> = {}): UnitMonth {
  return monthOf(workers, [perHead], { serviceOrders, ...differences });
}

const plain = statementOf(monthOf(workers, [perHead]));
const served = statementOf(monthWith([reckoning, filing]));

function added(workerId: string, { lines }: SettlementStatement = served): number {
  const costOf = (of: readonly { workerId: string; unitCostFen: number }[]): number =>
    of.find((line) => line.workerId === workerId)?.unitCostFen ?? 0;
  return costOf(lines) - costOf(plain.lines);
}

function codesOf(month: UnitMonth): readonly string[] {
  return settleUnit(month, facts).issues.map(({ code }) => code);
}

describe("a month with orders of services", () => {
  // 50.00 a head; 100.00 by three is 33.34 and twice 33.33; 6 % on top is 6.00 (财税〔2016〕47号 三(一)), 2.00 each.
  it.each([
    ["W1", 5000 + 3334 + 200],
    ["W2", 5000 + 3333 + 200],
    ["W3", 3333 + 200],
    ["W4", 0],
  ])("adds to the cost of %s what is ordered: %i", (workerId, amount) => {
    expect(added(workerId)).toBe(amount);
  });

  it("keeps each share by its order, and none for whom nothing is ordered", () => {
    expect(served.lines.map(({ services }) => services)).toEqual([
      [
        { orderId: "O-1", feeFen: 5000, vatFen: 0 },
        { orderId: "O-2", feeFen: 3334, vatFen: 200 },
      ],
      [
        { orderId: "O-1", feeFen: 5000, vatFen: 0 },
        { orderId: "O-2", feeFen: 3333, vatFen: 200 },
      ],
      [{ orderId: "O-2", feeFen: 3333, vatFen: 200 }],
      undefined,
    ]);
    expect(served.totals.servicesFen).toBe(20_600);
    expect(plain.totals).not.toHaveProperty("servicesFen");
    expect(plain).not.toHaveProperty("services");
  });

  it("charges the unit, pays the agency and has it invoice the same", () => {
    expect(served.funding.chargedFen - plain.funding.chargedFen).toBe(20_600);
    const paidTo = ({ disbursements }: SettlementStatement): number | undefined =>
      disbursements.find(({ payee }) => payee.kind === "agency")?.amountFen;
    expect((paidTo(served) ?? 0) - (paidTo(plain) ?? 0)).toBe(20_600);
    const invoiced = served.invoices.filter(({ contractId }) => contractId?.startsWith("O-"));
    // Tax within 100.00 is 5.66 (100 ÷ 1.06 × 6 %); within 106.00 it is 6.00.
    expect(invoiced.map(({ contractId, priceFen, tax }) => [contractId, priceFen, tax?.vatFen])).toEqual([
      ["O-1", 10_000, 566],
      ["O-2", 10_600, 600],
    ]);
  });

  it("puts the whole of it down to services and nothing to the migration", () => {
    expect(served.costChange.parts.services).toEqual({ services: 20_600 });
    expect(served.costChange.parts.migration).toEqual({});
    expect(plain.costChange.parts.services).toEqual({});
    for (const id of ["component-equality", "attribution", "conservation", "rounding", "invoice-chain"]) {
      expect(termOf(served, id)).toEqual(["holds", []]);
    }
    expect(served.guarantee.holds).toBe(true);
  });

  it("leaves net pay and the agency's fee as they are", () => {
    const rest = ({ lines }: SettlementStatement): unknown =>
      lines.map(({ netFen, agencyFeeFen, vatFen, originalCost }) => [
        netFen,
        agencyFeeFen,
        vatFen,
        originalCost,
      ]);
    expect(rest(served)).toEqual(rest(plain));
  });

  it("leaves the cap of a newly chosen agency's fee alone", () => {
    const old = contractOf("C-old", { kind: "per-head", monthlyFen: yuan(60) });
    const chosen = contractOf("C-new", { kind: "per-head", monthlyFen: yuan(60) }, { replaces: "C-old" });
    const line = suppliedBy(chosen, "W1", { branch: "2B", contractId: "C-old" });
    const order = orderOf("O-1", ["W1"]);
    expect(termOf(statementOf(monthOf([line], [old, chosen], { serviceOrders: [order] })), "cap")).toEqual([
      "holds",
      [],
    ]);
  });

  it("is the same in whatever order orders and their workers come", () => {
    const turned = { ...filing, workerIds: filing.workerIds.toReversed() };
    const other = statementOf(monthWith([turned, reckoning], { workers: workers.toReversed() }));
    expect(other.digest).toBe(served.digest);
  });

  it("explains a share by its orders", () => {
    expect(explainItem(served, "W1", "services")).toMatchObject({
      formula: "100.00 ÷ 2 + 100.00 ÷ 3 + 6.00 ÷ 3",
      resultFen: 8534,
      clause: "P2-3.2.1",
    });
    expect(explainItem(served, "W4", "services")).toBeUndefined();
    const cost = explainItem(served, "W3", "unit-cost");
    expect(cost?.formula.endsWith(" + 35.33")).toBe(true);
    expect(cost?.resultFen).toBe(served.lines[2]?.unitCostFen);
  });

  it("shares an order on pay by the pay of those whom it names", () => {
    const onPay = orderOf("O-1", ["W1", "W3"], { feeTerms: { kind: "rate-on-gross", ppm: 10_000 as never } });
    const statement = statementOf(monthWith([onPay]));
    // 1 % of 8,000.00 are 80.00, half for each.
    expect(statement.services).toMatchObject([{ contractId: "O-1", heads: 2, feeFen: 8000 }]);
    expect(explainItem(statement, "W3", "services")?.formula).toBe("80.00 × 4000.00 ÷ 8000.00");
  });

  it("is verified share by share", () => {
    const file = JSON.parse(JSON.stringify(served)) as SettlementStatement;
    expect(verifyStatement(file).ok && verifyStatement(served)).toMatchObject({ value: { isSound: true } });
    const [first, ...others] = served.lines;
    const forged = {
      ...first,
      services: [{ orderId: "O-1", feeFen: 4999, vatFen: 0 }, first?.services?.[1]],
    };
    const found = verifyStatement({ ...served, lines: [forged, ...others] });
    expect(found.ok && found.value.differences.map(({ pointer }) => pointer)).toEqual([
      "/lines/0/services/0/feeFen",
    ]);
  });

  it("is made up by a correction when an order comes late", () => {
    const corrected = correctStatement(plain, monthWith([reckoning, filing]), facts);
    if (!corrected.ok || corrected.value.kind !== "corrected") throw new Error("nothing corrected");
    const { correction, funding } = corrected.value.statement;
    expect(funding.chargedFen).toBe(20_600);
    expect(correction?.inputs).toEqual(["/serviceOrders"]);
    const items = correction?.lines.find(({ workerId }) => workerId === "W3")?.items;
    expect(items?.find(({ item }) => item === "/services/0/feeFen")).toEqual({
      item: "/services/0/feeFen",
      before: undefined,
      after: 3333,
      causes: [{ kind: "input" }],
    });
  });
});

describe("orders that cannot be charged", () => {
  it.each<readonly [string, Partial<ServiceOrder>, readonly string[]]>([
    [
      "has ended",
      { signedOn: plainDate("2023-01-01"), expiresOn: plainDate("2024-02-29") },
      ["service-order-outside-month"],
    ],
    ["begins later", { signedOn: plainDate("2024-04-01") }, ["service-order-outside-month"]],
    ["begins on the last day", { signedOn: plainDate("2024-03-31") }, []],
    ["names a worker twice", { workerIds: ["W1", "W1"] }, ["service-order-worker-repeated"]],
    ["has an agency that is not there", { agencyId: "stranger" }, ["agency-missing"]],
    ["has a contract's id", { id: perHead.id }, ["contract-repeated"]],
    ["names nobody", { workerIds: [] }, ["schema-invalid"]],
  ])("one that %s", (_, differences, codes) => {
    const found = codesOf(monthWith([{ ...reckoning, ...differences }]));
    const ofOrders = found.filter((code) => /order|agency-|contract-repeated|schema/.test(code));
    expect(ofOrders).toEqual(codes);
  });

  it("says whom an order names who is not settled", () => {
    const { remarks, lines } = statementOf(monthWith([{ ...reckoning, workerIds: ["W1", "W9"] }]));
    const absent = remarks.filter(({ code }) => code === "service-order-worker-absent");
    expect(absent.map(({ subject }) => subject?.workerId)).toEqual(["W9"]);
    expect(lines[0]?.services).toEqual([{ orderId: "O-1", feeFen: fen(5000), vatFen: 0 }]);
  });

  it("has no tax where the order does not say the service", () => {
    const order = { ...reckoning, vatService: undefined, vatIncluded: false };
    const { remarks, invoices } = statementOf(monthWith([order]));
    expect(remarks.filter(({ code }) => code === "fee-vat-unknown")).toHaveLength(1);
    expect(invoices.find(({ contractId }) => contractId === "O-1")?.tax).toBeNull();
  });

  it("does not take an order's end for a contract's: services may end", () => {
    const order = { ...reckoning, expiresOn: plainDate("2024-03-15") };
    expect(codesOf(monthWith([order]))).not.toContain("fee-after-contract-end");
  });
});
