import { fen, period, plainDate, ratePpm, type PayRecord, type PlannedWorker } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { aContract, aPayRecord, aWorker, plannedWorker, transferDate } from "../__fixtures__/planned-town.js";
import type { LineInput } from "../statement/statement-input.js";
import { lineInputOf } from "./line-input.js";

const march = { period: period("2024-03"), transferDate };

function lineOf(entry: PlannedWorker, record: PayRecord, month = march.period): LineInput {
  const line = lineInputOf(entry, record, { ...march, period: month });
  if (!line.ok) throw new Error(line.issues.map(({ message }) => message.en).join("\n"));
  return line.value;
}

function codesOf(record: PayRecord): readonly string[] {
  return lineInputOf(plannedWorker(aWorker("1")), record, march).issues.map(({ code }) => code);
}

describe("lineInputOf", () => {
  it("takes wage and housing-fund rate from the roster where the pay record has none", () => {
    const line = lineOf(plannedWorker(aWorker("1")), aPayRecord());
    expect(line).toMatchObject({ contributionWageFen: 400_000, housingFundRate: 80_000 });
  });

  it("goes by the pay record where it has them, and keeps the roster's as the baseline", () => {
    const record = aPayRecord({ contributionWageFen: fen(420_000), housingFundRate: ratePpm(100_000) });
    expect(lineOf(plannedWorker(aWorker("1")), record)).toMatchObject({
      contributionWageFen: 420_000,
      housingFundRate: 100_000,
      baseline: { grossFen: 450_000, contributionWageFen: 400_000, housingFundRate: 80_000 },
    });
  });

  it("has no baseline where the roster does not say what pay was before", () => {
    const line = lineOf(plannedWorker(aWorker("1", { grossFen: undefined })), aPayRecord());
    expect(line.baseline).toBeUndefined();
  });

  it.each([
    ["2024-03-16", "dispatch", { from: "2024-03-16" }],
    ["2024-03-31", "dispatch", { from: "2024-03-31" }],
    ["2024-03-01", "dispatch", undefined],
    ["2024-02-29", "dispatch", undefined],
    // Nobody is paid a fee for a direct hire.
    ["2024-03-16", "direct", undefined],
  ] as const)(
    "says from when somebody hired on %s in %s is under the contract: %j",
    (hiredOn, mode, stay) => {
      const agencyName = mode === "dispatch" ? "示例甲公司" : undefined;
      const worker = aWorker("1", { hiredOn: plainDate(hiredOn), mode, agencyName });
      const entry = plannedWorker(worker, { contracts: [aContract()] });
      expect(lineOf(entry, aPayRecord()).stay).toEqual(stay);
    },
  );

  it("masks the identity number", () => {
    expect(lineOf(plannedWorker(aWorker("1")), aPayRecord()).documentMasked).toBe("360***********001X");
  });

  it("makes no line without a declared wage, and says where to fill it in", () => {
    const worker = aWorker("1", { contributionWageFen: undefined });
    const source = {
      file: "pay.xlsx",
      sheet: "三月",
      row: 7,
      columns: { contributionWageFen: { column: "K", header: "缴费工资" } },
    };
    const line = lineInputOf(plannedWorker(worker), aPayRecord({ source }), march);
    expect(line.ok).toBe(false);
    expect(line.issues).toMatchObject([
      {
        code: "contribution-wage-missing",
        severity: "error",
        place: { file: "pay.xlsx", sheet: "三月", row: 7, column: "K" },
        subject: { unitId: "U1", workerId: "1" },
      },
    ]);
  });

  it("asks about a declared wage of nought, and settles it", () => {
    expect(codesOf(aPayRecord({ contributionWageFen: fen(0) }))).toEqual(["not-insured"]);
  });

  it.each([
    [0, []],
    [49_999, ["housing-fund-rate-out-of-range"]],
    [50_000, []],
    [120_000, []],
    [120_001, ["housing-fund-rate-out-of-range"]],
  ])("of a housing-fund rate of %i per million says %j", (rate, codes) => {
    expect(codesOf(aPayRecord({ housingFundRate: ratePpm(rate) }))).toEqual(codes);
  });
});

describe("months at the withholding agent", () => {
  it.each([
    ["2020-01-01", "2024-03", 3],
    ["2024-01-31", "2024-03", 3],
    ["2024-02-20", "2024-03", 2],
    ["2024-03-01", "2024-03", 1],
    ["2024-02-20", "2025-01", 1],
  ])("of somebody hired on %s are in %s %i", (hiredOn, month, months) => {
    const entry = plannedWorker(aWorker("1", { hiredOn: plainDate(hiredOn) }));
    expect(lineOf(entry, aPayRecord(), period(month)).monthsAtAgent).toBe(months);
  });

  const left = aContract({ intention: "leave" });
  const supplied = aWorker("1", { mode: "dispatch", agencyName: "示例甲公司" });

  it.each([
    // Signed on, month, months at the new agency, income carried in.
    ["2024-02-20", "2024-03", 1, 0],
    ["2024-02-20", "2024-05", 3, 900_000],
    ["2024-04-01", "2024-04", 1, 0],
    ["2024-04-10", "2024-05", 1, 0],
    ["2024-04-10", "2024-06", 2, 900_000],
  ])("at a new agency that signed on %s are in %s %i", (signedOn, month, months, incomeBeforeFen) => {
    const successor = aContract({
      id: "C2",
      agencyId: "A2",
      replaces: "C1",
      signedOn: plainDate(signedOn),
    });
    const entry = plannedWorker(supplied, {
      period: period(month),
      contracts: [left, successor],
    });
    expect(entry.settledContract?.id).toBe("C2");
    const line = lineOf(entry, aPayRecord(), period(month));
    expect(line).toMatchObject({ monthsAtAgent: months, incomeBeforeFen, withholdingAgentId: "A2" });
  });

  it("go on under a contract that is kept", () => {
    const line = lineOf(plannedWorker(supplied, { contracts: [aContract()] }), aPayRecord());
    expect(line).toMatchObject({
      monthsAtAgent: 3,
      incomeBeforeFen: 900_000,
      specialDeductionsBeforeFen: 148_000,
      taxWithheldBeforeFen: 700,
      payee: { kind: "agency", agencyId: "A1" },
    });
  });
});
