import { fen, period, type Period } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { accountOf, firstOf, sixMonths } from "../__fixtures__/migrated-unit.js";
import type { SettlementStatement } from "../statement/statement.js";

/** Statements of which one was changed after it was made. */
function tampered(
  month: string,
  change: (statement: SettlementStatement) => SettlementStatement,
): readonly SettlementStatement[] {
  return sixMonths.map((statement) => (statement.input.period === month ? change(statement) : statement));
}

describe("migrationAccount of statements that were changed", () => {
  it.each<
    readonly [
      string,
      readonly [string, Period, string | undefined],
      (statement: SettlementStatement) => SettlementStatement,
    ]
  >([
    [
      "a balance that does not add up",
      ["balances", period("2024-04"), undefined],
      (statement) => ({ ...statement, funding: { ...statement.funding, stillDueFen: fen(1) } }),
    ],
    [
      "money that is not paid on",
      ["conservation", period("2024-04"), undefined],
      (statement) => ({ ...statement, disbursements: statement.disbursements.slice(1) }),
    ],
    [
      "an invoice above what is paid",
      ["invoice-chain", period("2024-04"), undefined],
      (statement) => ({
        ...statement,
        invoices: statement.invoices.map((invoice) => ({ ...invoice, priceFen: fen(invoice.priceFen + 1) })),
      }),
    ],
    [
      "a part moved from the law to the migration",
      ["attribution", period("2024-04"), "vat"],
      (statement) => ({
        ...statement,
        costChange: {
          ...statement.costChange,
          parts: { ...statement.costChange.parts, law: { vat: fen(-5) }, migration: { vat: fen(5) } },
        },
      }),
    ],
    [
      "a change that is put down to nothing",
      ["attribution", period("2024-04"), "bank-fee"],
      (statement) => ({
        ...statement,
        costChange: {
          ...statement.costChange,
          after: { ...statement.costChange.after, "bank-fee": fen(1) },
        },
      }),
    ],
  ])("finds %s", (_, [term, month, component], change) => {
    const account = accountOf(tampered("2024-04", change));
    expect([firstOf(account)[0], firstOf(account)[1], firstOf(account)[4]]).toEqual([term, month, component]);
  });

  it.each(["rounding", "nothing-from-worker", "invoice-chain"] as const)(
    "takes over what a month's guarantee says of %s",
    (term) => {
      const statements = tampered("2024-05", (statement) => ({
        ...statement,
        guarantee: {
          holds: false,
          terms: statement.guarantee.terms.map((entry) =>
            entry.id === term ? { ...entry, outcome: "broken" as const, breaches: ["W1 platform 1"] } : entry,
          ),
        },
      }));
      const account = accountOf(statements);
      expect(firstOf(account).slice(0, 2)).toEqual([term, "2024-05"]);
      expect(account.firstBreach?.issue.message.en).toContain("W1 platform 1");
    },
  );

  it("names the earliest breach, whatever its term and unit", () => {
    const other = sixMonths.map((statement) => ({
      ...statement,
      input: { ...statement.input, unit: { ...statement.input.unit, id: "U0" } },
      invoices: [],
    }));
    const late = tampered("2024-04", (statement) => ({ ...statement, disbursements: [] }));
    const account = accountOf([...late, ...other.filter(({ input }) => input.period >= "2024-05")]);
    expect(firstOf(account).slice(0, 2)).toEqual(["conservation", "2024-04"]);
    const units = account.terms.find(({ id }) => id === "invoice-chain")?.breaches;
    expect(units?.map(({ period: month, issue }) => [month, issue.subject?.unitId])).toEqual([
      ["2024-04", "U1"],
      ["2024-05", "U0"],
      ["2024-06", "U0"],
    ]);
  });
});
