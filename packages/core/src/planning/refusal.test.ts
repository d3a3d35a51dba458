import { describe, expect, it } from "vitest";
import { aUnit, aWorker } from "../__fixtures__/small-town.js";
import { plainDate } from "../calendar/plain-date.js";
import { branchDefinitions, type Branch } from "../migration/branches.js";
import type { MigrationDecision } from "../migration/decision-table.js";
import { fen } from "../money/fen.js";
import type { Worker } from "../parties/worker.js";
import { refusalOf, type RefusalFacts } from "./refusal.js";

function decision(branch: Branch): MigrationDecision {
  return { row: "9b", branch, definition: branchDefinitions[branch], flags: [], hasServiceOrder: false };
}

const facts: RefusalFacts = {
  lastDay: plainDate("2024-02-29"),
  averagePay: { amountFen: fen(500_000), months: 12 },
  minimumWageFen: fen(185_000),
  cityAverageMonthlyFen: fen(700_000),
  payerId: "A01",
};
const unwilling: Partial<Worker> = { willing: false, hiredOn: plainDate("2020-01-01") };

function refuse(
  worker: Partial<Worker> = {},
  changes: Partial<RefusalFacts> = {},
  branch: Branch = "R",
): ReturnType<typeof refusalOf> {
  return refusalOf(aWorker({ ...unwilling, ...worker }), aUnit(), decision(branch), { ...facts, ...changes });
}

function codes(result: ReturnType<typeof refusalOf>): readonly string[] | undefined {
  return result?.issues.map((issue) => issue.code);
}

describe("refusalOf", () => {
  it.each([true, undefined])("has nothing to say about a worker whose answer is %s", (willing) => {
    expect(refuse({ willing })).toBeUndefined();
  });

  it("reckons severance to the day before the transfer, and names who pays and how much", () => {
    const result = refuse();
    // four years and two months: 4.5 months of 5,000.00 yuan
    expect(result?.severance).toMatchObject({ halfMonths: 9, baseFen: 500_000, amountFen: 2_250_000 });
    expect(codes(result)).toEqual(["refusal"]);
    for (const figure of ["2024-02-29", "4.5", "5000.00", "22500.00", "A01"]) {
      expect(result?.issues[0]?.message.zh).toContain(figure);
      expect(result?.issues[0]?.message.en).toContain(figure);
    }
  });

  it.each(["1A", "1P", "2A", "3C", "P0"] as const)(
    "asks for another talk on branch %s, where nothing moves",
    (branch) => {
      expect(codes(refuse({}, {}, branch))).toEqual(["refusal-without-move"]);
    },
  );

  it.each([
    // months of the average, hired on, issues: twelve months, or those worked when there were fewer
    [12, "2020-01-01", []],
    [11, "2020-01-01", ["severance-average-short"]],
    [1, "2020-01-01", ["severance-average-short"]],
    [5, "2023-10-01", []],
    [5, "2023-10-15", []],
    [4, "2023-10-01", ["severance-average-short"]],
    [11, "2023-03-01", ["severance-average-short"]],
  ])("judges an average over %i months of somebody hired on %s: %j", (months, hired, expected) => {
    const result = refuse({ hiredOn: plainDate(hired) }, { averagePay: { amountFen: fen(500_000), months } });
    expect(codes(result)?.slice(1)).toEqual(expected);
  });

  it("falls back on the roster's pay, and says that it is one month's", () => {
    const result = refuse({ grossFen: fen(450_000) }, { averagePay: undefined });
    expect(result?.severance?.baseFen).toBe(450_000);
    expect(codes(result)).toEqual(["refusal", "severance-average-short"]);
    expect(result?.issues[1]?.message.en).toContain("over 1 months");
  });

  it.each([
    ["the hire date", { hiredOn: undefined }, {}],
    ["the pay", { grossFen: undefined }, { averagePay: undefined }],
    ["service before the last day", { hiredOn: plainDate("2024-03-01") }, {}],
  ])("asks for what is missing: %s", (_, worker, changes) => {
    const result = refuse(worker, changes);
    expect(result?.severance).toBeUndefined();
    expect(codes(result)).toEqual(["refusal-severance-unknown"]);
  });

  it("reckons a worker hired on the very last day", () => {
    expect(refuse({ hiredOn: plainDate("2024-02-29") })?.severance?.halfMonths).toBe(1);
  });

  it("owes a holder of a public-welfare post nothing", () => {
    expect(refuse({ population: "public-welfare-post" }, {}, "P0")?.severance?.amountFen).toBe(0);
  });

  it("passes the floor, the ceiling and the warnings of severance on, placed at the answer", () => {
    const source = { file: "r.xlsx", row: 9, columns: { willing: { column: "AN", header: "是否愿意平移" } } };
    const low = refuse(
      { source },
      { averagePay: { amountFen: fen(1), months: 12 }, cityAverageMonthlyFen: undefined },
    );
    expect(low?.severance?.baseFen).toBe(185_000);
    expect(codes(low)).toEqual(["refusal", "severance-cap-untested"]);
    for (const issue of low?.issues ?? []) expect(issue.place).toMatchObject({ row: 9, column: "AN" });
    const high = refuse({}, { averagePay: { amountFen: fen(2_100_001), months: 12 } });
    expect(high?.severance?.baseFen).toBe(2_100_000);
  });
});
