import { period, plainDate, ratePpm } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { yuan } from "../__fixtures__/unit-month.js";
import {
  agentOf,
  codesOf,
  entryOf,
  historyOf,
  oneChild,
  payOnly,
  replayed,
} from "../__fixtures__/worker-year.js";
import type { HistoryMonth, WorkerHistory } from "./worker-history.js";

const march = period("2024-03");
const injury = [{ wageFen: yuan(4000), housingFundRate: ratePpm(0), scope: "work-injury" as const }];

/** March at U1, insured there, and at U2, by whatever differs of the second. */
function twoEmployers(second: Partial<HistoryMonth>, changes: Partial<WorkerHistory> = {}): WorkerHistory {
  const months = [
    entryOf(march, 6000, { additional: [oneChild] }),
    entryOf(march, 4000, { agentId: "U2", employerId: "U2", unitId: "U2", contributions: injury, ...second }),
  ];
  const employed = [{ from: plainDate("2024-03-01") }];
  const agents = [agentOf("U1", { employed }), agentOf("U2", { employed })];
  return historyOf(months, { agents, workInjuryClasses: { U1: 2, U2: 3 }, ...changes });
}

const found = (history: WorkerHistory): readonly string[] =>
  codesOf(history).filter(
    (code) => !["contribution-rate-unknown", "housing-fund-bounds-unknown"].includes(code),
  );

describe("a worker with two employers in a month", () => {
  it.each<readonly [string, Partial<HistoryMonth>, readonly string[]]>([
    ["insured against work injury at the second", {}, ["basic-deduction-twice"]],
    ["not insured at the second", { contributions: [] }, ["basic-deduction-twice", "work-injury-missing"]],
    [
      "fully insured at both",
      { contributions: [{ wageFen: yuan(4000), housingFundRate: ratePpm(0) }] },
      ["basic-deduction-twice", "insured-twice"],
    ],
    [
      "insured at the second on no wage",
      { contributions: [{ wageFen: yuan(0), housingFundRate: ratePpm(0) }] },
      ["basic-deduction-twice"],
    ],
    [
      "the same child at both",
      { additional: [oneChild] },
      ["basic-deduction-twice", "additional-deduction-twice"],
    ],
    [
      "another deduction at the second",
      { additional: [{ kind: "by-law", item: "elderly" }] },
      ["basic-deduction-twice"],
    ],
  ])("%s: %j", (_, second, codes) => {
    expect(found(twoEmployers(second))).toEqual(codes);
  });

  it("deducts 5,000 at each and pays work-injury insurance at each by its unit's class", () => {
    const [first, second] = replayed(twoEmployers({})).months;
    // 6,000 less 10.5 % is 5,370, less a child's 2,000; 4,000 is below 5,000: nothing is withheld at either.
    expect([first?.withholding.taxableFen, second?.withholding.taxableFen]).toEqual([
      yuan(-1630),
      yuan(-1000),
    ]);
    // 0.4 % of 6,000 and 0.7 % of 4,000; nothing else at the second.
    expect(first?.insurance.workInjury.employerFen).toBe(yuan(24));
    expect(second?.insurance.workInjury.employerFen).toBe(yuan(28));
    expect([second?.specialDeductionsFen, second?.employerContributionsFen]).toEqual([0, yuan(28)]);
  });

  it("takes two units of one agent for one cumulation with one deduction", () => {
    const months = [payOnly(march, 6000), payOnly(march, 4000, { unitId: "U2" })];
    const history = historyOf(months, {
      agents: [agentOf("U1", { employed: [{ from: plainDate("2024-03-01") }] })],
    });
    expect(found(history)).toEqual([]);
    // (6,000 − 5,000) × 3 %, then (10,000 − 5,000) × 3 % less 30.
    const taxes = replayed(history).months.map(({ withholding }) => withholding.taxFen);
    expect(taxes).toEqual([yuan(30), yuan(120)]);
  });

  it("says nothing where one employment follows the other", () => {
    const agents = [
      agentOf("U1", { employed: [{ to: plainDate("2024-02-29") }] }),
      agentOf("U2", { employed: [{ from: plainDate("2024-03-01") }] }),
    ];
    const months = [
      entryOf(period("2024-02"), 6000, { additional: [oneChild] }),
      entryOf(march, 6000, { agentId: "U2", employerId: "U2", unitId: "U2", additional: [oneChild] }),
    ];
    expect(found(historyOf(months, { agents }))).toEqual([]);
  });
});
