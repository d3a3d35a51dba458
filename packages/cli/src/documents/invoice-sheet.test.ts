import { fen, period, plainDate, ratePpm } from "@tongchou/core";
import { settleUnit, type UnitMonth } from "@tongchou/settlement";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { invoiceSheet } from "./invoice-sheet.js";

const worker: UnitMonth["workers"][number] = {
  workerId: "W1",
  name: "张三",
  documentMasked: "360***********0020",
  branch: "2A",
  payee: { kind: "agency", agencyId: "A1" },
  employerOfRecordId: "A1",
  withholdingAgentId: "A1",
  contractId: "C1",
  settledContractId: "C1",
  pay: [{ kind: "basic", amountFen: fen(570_000) }],
  contributionWageFen: fen(0),
  housingFundRate: ratePpm(0),
  deductionMode: "months-at-unit",
  monthsAtAgent: 1,
  additionalDeductionsFen: fen(0),
  incomeBeforeFen: fen(0),
  specialDeductionsBeforeFen: fen(0),
  taxWithheldBeforeFen: fen(0),
  otherDeductions: [],
  hasAccount: true,
};

/** The rows of the sheet for one worker under a contract of a mode. */
function rowsFor(mode: "dispatch" | "outsourcing"): unknown {
  const month: UnitMonth = {
    statementId: "S-1",
    period: period("2024-03"),
    unit: { id: "U1", name: "某单位", creditCode: "", division: "360403" },
    law: { on: plainDate("2024-03-31") },
    baselineLaw: { on: plainDate("2024-02-29") },
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    agencies: [{ id: "A1", name: "甲公司", vatTaxpayer: "general" }],
    contracts: [
      {
        id: "C1",
        unitId: "U1",
        agencyId: "A1",
        mode,
        signedOn: plainDate("2022-01-01"),
        expiresOn: plainDate("2025-12-31"),
        feeTerms: { kind: "per-head", monthlyFen: fen(10_000) },
        vatIncluded: true,
      },
    ],
    workers: [worker],
    excluded: [],
    previousBalanceFen: fen(0),
    receivedFen: fen(0),
  };
  const statement = settleUnit(month, createFacts(jiujiangPacks));
  return statement.ok ? invoiceSheet(statement.value, ["某单位 2024-03 开票指引"]).rows : statement.issues;
}

describe("invoiceSheet", () => {
  const parties = ["A1 甲公司", "某单位", "C1"];
  const rule = ["劳务派遣服务", "差额", "0.05"];

  it("has a row for each invoice, with what is taxed and what is deducted apart", () => {
    expect(rowsFor("dispatch")).toEqual([
      [...parties, ...rule, "可开专用发票", 10_000, 10_000, 0, 476],
      [...parties, ...rule, "只可开普通发票", 570_000, 0, 570_000, 0],
    ]);
  });

  it("shows a price without tax where the rule is not established", () => {
    const empty = [undefined, undefined, undefined];
    expect(rowsFor("outsourcing")).toEqual([
      [...parties, "未确定", undefined, undefined, "请确认", 580_000, ...empty],
    ]);
  });
});
