import { period, plainDate, ratePpm } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { corrected, paid } from "../__fixtures__/corrected-month.js";
import { monthOf, statementOf, yuan } from "../__fixtures__/unit-month.js";
import type { UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";

const settlementOf = (statement: SettlementStatement, kind: string): unknown =>
  statement.correction?.settlements.find(({ payee }) => payee.kind === kind);

describe("the causes of a correction", () => {
  const january = (known: string, differences: Partial<UnitMonth> = {}): UnitMonth =>
    monthOf(
      [
        paid("W1", 3500, {
          contributionWageFen: yuan(3500),
          housingFundRate: ratePpm(0),
          monthsAtAgent: 1,
          incomeBeforeFen: yuan(0),
          specialDeductionsBeforeFen: yuan(0),
          baseline: undefined,
        }),
      ],
      [],
      {
        period: period("2023-01"),
        law: { on: plainDate("2023-01-31"), knownOn: plainDate(known) },
        baselineLaw: { on: plainDate("2022-12-31"), knownOn: plainDate("2022-12-31") },
        ...differences,
      },
    );
  const issued = statementOf(january("2023-01-31"));

  it("names the fact, and settles the difference of both sides", () => {
    const now = corrected(issued, january("2023-08-31"));
    // The notice of August 2023 raised the floor from below 3,500 to 3,659: 159 × 8 % and 159 × 2 %.
    const items = new Map(now.correction?.lines[0]?.items.map((item) => [item.item, item]));
    const causes = [{ kind: "fact", id: "cn.36.si.base-bounds" }];
    expect(items.get("/contributionBaseFen")).toEqual({
      item: "/contributionBaseFen",
      before: 350_000,
      after: 365_900,
      causes,
    });
    expect(items.get("/insurance/pension/employeeFen")).toMatchObject({
      before: 28_000,
      after: 29_272,
      causes,
    });
    expect(items.get("/netFen")).toMatchObject({ before: 315_000, after: 313_410, causes });
    expect(now.correction?.inputs).toEqual(["/law/knownOn"]);
    expect(now.correction?.facts).toEqual(["cn.36.si.base-bounds"]);
    // The worker was paid 15.90 too much. The insurance is due that, the employer's 38.16, and 159 × 0.4 %
    // for work injury of class 2: 54.70.
    expect(settlementOf(now, "worker")).toMatchObject({ overpaidFen: yuan(15.9) });
    expect(settlementOf(now, "social-insurance")).toMatchObject({ paidNowFen: yuan(54.7) });
    expect(now.funding.chargedFen).toBe(yuan(54.7));
  });

  it("tells it from what was reported otherwise in the same correction", () => {
    const month = january("2023-08-31");
    const workers = month.workers.map((line) => ({
      ...line,
      pay: [{ kind: "basic", amountFen: yuan(3600) } as const],
    }));
    const now = corrected(issued, { ...month, workers });
    const items = new Map(now.correction?.lines[0]?.items.map((item) => [item.item, item.causes]));
    const fact = { kind: "fact", id: "cn.36.si.base-bounds" };
    expect(items.get("/grossFen")).toEqual([{ kind: "input" }]);
    expect(items.get("/specialDeductionsFen")).toEqual([fact]);
    expect(items.get("/netFen")).toEqual([{ kind: "input" }, fact]);
  });

  it("puts a fact that was known all along, and only now used, down to the input that uses it", () => {
    const classless = monthOf([paid("W1", 4000)], [], {
      unit: { ...monthOf([]).unit, workInjuryClass: undefined },
    });
    const now = corrected(statementOf(classless), monthOf([paid("W1", 4000)]));
    const items = new Map(now.correction?.lines[0]?.items.map((item) => [item.item, item]));
    // 4,000 × 0.4 % for class 2 (人社部发〔2015〕71号).
    expect(items.get("/insurance/workInjury/employerFen")).toEqual({
      item: "/insurance/workInjury/employerFen",
      before: null,
      after: 1600,
      causes: [{ kind: "input" }],
    });
    expect(now.correction?.inputs).toEqual(["/unit/workInjuryClass"]);
  });

  it("names a fact that a deployment has established since, where nothing else changed", () => {
    const classless = monthOf([paid("W1", 4000)], [], {
      unit: { ...monthOf([]).unit, workInjuryClass: undefined },
    });
    const version = {
      value: { employer: ratePpm(2000), employee: ratePpm(0) },
      effectiveFrom: plainDate("2024-01-01"),
      effectiveTo: null,
      announcedOn: plainDate("2024-01-01"),
      source: "单位费率核定单",
      confidence: "confirmed",
    } as const;
    const own: FactPack = { id: "ours", version: "1", facts: { "cn.3604.work-injury.rate": [version] } };
    const now = corrected(statementOf(classless), classless, {}, createFacts([...jiujiangPacks, own]));
    const items = new Map(now.correction?.lines[0]?.items.map((item) => [item.item, item]));
    expect(items.get("/insurance/workInjury/employerFen")).toMatchObject({
      before: null,
      after: 800,
      causes: [{ kind: "fact", id: "cn.3604.work-injury.rate" }],
    });
  });

  it("names the law where its day is another one", () => {
    const later = january("2023-08-31", {
      law: { on: plainDate("2024-01-31"), knownOn: plainDate("2024-12-31") },
    });
    const causes = corrected(issued, later).correction?.lines[0]?.items.flatMap((item) => item.causes);
    expect(causes).toContainEqual({ kind: "law" });
  });
});
