import { fen, plainDate, ratePpm, type PayItemKind, type PayRecord } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { aPayRecord, aUnit, aWorker, plannedWorker } from "../__fixtures__/planned-town.js";
import { facts } from "../__fixtures__/unit-month.js";
import { payIssues } from "./pay-checks.js";

const law = { on: plainDate("2024-03-31"), knownOn: plainDate("2024-03-31") };

function itemsOf(amounts: Readonly<Partial<Record<PayItemKind, number>>>): PayRecord["items"] {
  const kinds = Object.keys(amounts) as PayItemKind[];
  return kinds.map((kind) => ({ kind, amountFen: fen(amounts[kind] ?? 0) }));
}

describe("payIssues", () => {
  // Classes 2 and 3 of Jiangxi from 2021-04-01 to 2024-03-31: 1,730 and 1,610 yuan.
  it.each([
    ["浔阳区", "360403", { basic: 173_000 }, []],
    ["浔阳区", "360403", { basic: 172_999 }, ["below-minimum-wage"]],
    ["浔阳区", "360403", { basic: 150_000, performance: 20_000, allowance: 3000 }, []],
    ["浔阳区", "360403", { basic: 170_000, overtime: 100_000 }, ["below-minimum-wage"]],
    ["德安县", "360426", { basic: 161_000 }, []],
    ["德安县", "360426", { basic: 160_999 }, ["below-minimum-wage"]],
    ["八里湖新区", "360494", { basic: 100_000 }, []], // its class goes by the county that hosts it
  ])("tests pay without overtime in %s (%s) against its minimum wage: %j", (_, division, amounts, codes) => {
    const units = [aUnit({ division })];
    const entry = plannedWorker(aWorker("1", { grossFen: undefined }), { units });
    const found = payIssues(entry, aPayRecord({ items: itemsOf(amounts) }), law, facts);
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it("points at the pay that is too low", () => {
    const columns = {
      name: { column: "B", header: "姓名" },
      basicPay: { column: "F", header: "基本工资" },
    };
    const source = { file: "pay.xlsx", sheet: "三月", row: 7, columns };
    const record = aPayRecord({ items: itemsOf({ basic: 170_000 }), source });
    const [issue] = payIssues(plannedWorker(aWorker("1", { grossFen: undefined })), record, law, facts);
    expect(issue).toMatchObject({
      place: { file: "pay.xlsx", sheet: "三月", row: 7, column: "F" },
      subject: { unitId: "U1", workerId: "1" },
    });
  });

  it.each<[string, Partial<PayRecord>, readonly string[]]>([
    ["the same pay", {}, []],
    ["more pay", { items: itemsOf({ basic: 450_100 }) }, []],
    ["less fixed pay", { items: itemsOf({ basic: 449_999 }) }, ["three-unchanged-broken"]],
    [
      "as much only with overtime",
      { items: itemsOf({ basic: 400_000, overtime: 50_000 }) },
      ["three-unchanged-broken"],
    ],
    ["another declared wage", { contributionWageFen: fen(390_000) }, ["three-unchanged-broken"]],
    ["another housing-fund rate", { housingFundRate: ratePpm(50_000) }, ["three-unchanged-broken"]],
  ])("of a worker with %s says %j", (_, changes, codes) => {
    const found = payIssues(plannedWorker(aWorker("1")), aPayRecord(changes), law, facts);
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it("does not hold the part that the unit pays itself against the platform", () => {
    const entry = plannedWorker(aWorker("1", { unitPaidFen: fen(50_000) }));
    const record = aPayRecord({ items: itemsOf({ basic: 400_000 }) });
    expect(payIssues(entry, record, law, facts)).toEqual([]);
  });
});
