import { lastDayOf, period, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { fenOf, fraction, isAtMost, minus, times } from "../__fixtures__/fraction.js";
import {
  contracts,
  lineOf,
  manyKinds,
  monthOf,
  statementOf,
  suppliedBy,
} from "../__fixtures__/unit-month.js";
import { workOut } from "../__fixtures__/worked-formula.js";
import { createExplainer, explainItem, lineItems, type LineItem } from "./explain.js";

const statement = statementOf(manyKinds);
const explain = createExplainer(statement);
/** Shares of what does not divide go by largest remainder, so a formula is exact to less than a fen. */
const shares = new Set<LineItem>(["agency-fee", "vat"]);
const exact = lineItems.filter((item) => !shares.has(item));
const workerIds = statement.lines.map((line) => line.workerId);

describe("explainItem", () => {
  it.each(exact)("has a formula of %s that works out to the fen of every line", (item) => {
    for (const workerId of workerIds) {
      const told = explain(workerId, item);
      if (told === undefined) throw new Error("nothing told");
      const result = told.formula === "" ? null : fenOf(workOut(told.formula));
      expect([workerId, result]).toEqual([workerId, told.resultFen]);
    }
  });

  it.each([...shares])("has a formula of %s that works out to less than a fen off", (item) => {
    for (const workerId of workerIds) {
      const told = explain(workerId, item);
      if (told === undefined) throw new Error("nothing told");
      if (told.resultFen === null) {
        expect(told.formula).toBe("");
        continue;
      }
      const off = minus(times(workOut(told.formula), fraction(100)), fraction(told.resultFen));
      expect(isAtMost(fraction(1), times(off, off))).toBe(false);
    }
  });

  it.each([
    ["gross", (line: (typeof statement.lines)[number]) => line.grossFen],
    ["contribution-base", (line) => line.contributionBaseFen],
    ["pension.employer", (line) => line.insurance.pension.employerFen],
    ["pension.employee", (line) => line.insurance.pension.employeeFen],
    ["workInjury.employer", (line) => line.insurance.workInjury.employerFen],
    ["maternity.employer", (line) => line.insurance.maternity.employerFen],
    ["maternity.employee", (line) => line.insurance.maternity.employeeFen],
    ["housing-fund", (line) => line.housingFundEachSideFen],
    ["taxable", (line) => line.withholding.taxableFen],
    ["tax", (line) => line.withholding.taxFen],
    ["net", (line) => line.netFen],
    ["agency-fee", (line) => line.agencyFeeFen],
    ["unit-cost", (line) => line.unitCostFen],
  ] satisfies [LineItem, (line: (typeof statement.lines)[number]) => number | null][])(
    "tells the %s of the line",
    (item, amountOf) => {
      for (const line of statement.lines) {
        expect(explain(line.workerId, item)?.resultFen).toBe(amountOf(line));
      }
    },
  );

  it.each<readonly [string, LineItem, string]>([
    ["W01", "gross", "4860.00 + 120.50"],
    ["W03", "gross", "0.00"],
    ["W11", "gross", "3000.00 + -250.00"],
    ["W01", "contribution-base", "min(max(4860.00, 3659.00), 18294.00)"],
    ["W01", "pension.employee", "round(4860.00 × 0.08, 0.01)"],
    ["W01", "unemployment.employer", "round(4860.00 × 0.005, 0.01)"],
    ["W01", "workInjury.employer", "round(4860.00 × 0.004, 0.01)"],
    ["W01", "maternity.employer", ""],
    ["W01", "housing-fund", "round(4860.00 × 0.08, 1.00)"],
    // 21,000 lies above the upper bound of 18,294; the housing fund has no bounds yet.
    ["W06", "pension.employee", "round(18294.00 × 0.08, 0.01)"],
    ["W06", "housing-fund", "round(21000.00 × 0.08, 1.00)"],
    ["W06", "tax", "max(0, max(0, round(36899.13 × 0.10, 0.01) − 2520.00) − 735.00)"],
    ["W05", "agency-fee", "120.00 ÷ 2"],
    ["W10", "agency-fee", "109.77 × 4567.89 ÷ 7317.89"],
    ["W07", "vat", "10.50 ÷ 3"],
    ["W12", "vat", ""],
    ["W01", "agency-fee", "0.00"],
  ])("explains %s of %s as %s", (workerId, item, formula) => {
    expect(explainItem(statement, workerId, item)?.formula).toBe(formula);
  });

  it.each<readonly [string, LineItem, readonly string[], string]>([
    [
      "W01",
      "pension.employer",
      ["cn.36.si.base-bounds", "cn.36.pension.rate", "cn.si.rounding"],
      "社会保险法 第十二条",
    ],
    [
      "W01",
      "workInjury.employer",
      ["cn.36.si.base-bounds", "cn.work-injury.class-rates", "cn.si.rounding"],
      "社会保险法 第三十三条",
    ],
    ["W01", "maternity.employee", ["cn.36.si.base-bounds", "cn.si.rounding"], "社会保险法 第五十三条"],
    ["W01", "taxable", ["cn.iit.basic-deduction.monthly"], "国家税务总局公告2018年第61号 第六条"],
    [
      "W15",
      "taxable",
      ["cn.iit.basic-deduction.annual", "cn.iit.sixty-thousand.ceiling"],
      "国家税务总局公告2020年第19号",
    ],
    ["W01", "agency-fee", [], "P2-3.2.1"],
    ["W05", "agency-fee", [], "P2-3.2.2a"],
    ["W15", "agency-fee", [], "P2-3.2.3"],
    ["W17", "agency-fee", [], "P2-3.2.2b"],
  ])("rests %s of %s on %j and %s", (workerId, item, facts, clause) => {
    const told = explainItem(statement, workerId, item);
    expect([told?.facts, told?.clause]).toEqual([facts, clause]);
  });

  it("names only facts that the statement carries", () => {
    const carried = new Set(statement.input.facts.flatMap((pack) => Object.keys(pack.facts)));
    for (const item of lineItems) {
      for (const workerId of workerIds) {
        expect(explain(workerId, item)?.facts.filter((id) => !carried.has(id))).toEqual([]);
      }
    }
  });

  it("has a title and names for its numbers in both languages", () => {
    for (const item of lineItems) {
      const told = explain("W06", item);
      for (const text of [told?.title, ...(told?.inputs ?? [])]) {
        expect(text?.zh).toMatch(/\p{Script=Han}/u);
        expect(text?.en).toMatch(/^[\x20-\x7e]+$/);
      }
    }
  });

  it("gives a negative share of a fee to nobody: a clawback carries none", () => {
    const clawback = suppliedBy(contracts.rate, "W2", {
      pay: [{ kind: "other", amountFen: -10_000 as never }],
    });
    const month = monthOf([suppliedBy(contracts.rate, "W1"), clawback], [contracts.rate]);
    const withClawback = statementOf(month);
    // 1.5 % of 3,900.00 are 58.50, all of it on the pay of 4,000.00.
    expect(explainItem(withClawback, "W1", "agency-fee")).toMatchObject({
      formula: "58.50 × 4000.00 ÷ 4000.00",
      resultFen: 5850,
    });
    expect(explainItem(withClawback, "W2", "agency-fee")).toMatchObject({
      formula: "58.50 × 0.00 ÷ 4000.00",
      resultFen: 0,
    });
  });

  it("keeps the base of the housing fund within its bounds where they are known", () => {
    const month = period("2024-08");
    const law = { on: lastDayOf(month), knownOn: plainDate("2024-08-31") };
    const low = lineOf("W1", { contributionWageFen: 100_000 as never });
    const august = statementOf(monthOf([low], [], { period: month, law }));
    const told = explainItem(august, "W1", "housing-fund");
    expect(told?.formula).toBe("round(min(max(1000.00, 1870.00), 23378.00) × 0.08, 1.00)");
    expect(told?.resultFen).toBe(15_000);
  });

  it("explains nothing of a worker who is not on the statement", () => {
    expect(explainItem(statement, "W99", "net")).toBeUndefined();
  });
});
