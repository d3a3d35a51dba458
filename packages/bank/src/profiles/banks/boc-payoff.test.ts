import { describe, expect, it } from "vitest";
import { linesOf, one, rowOf, sheetOutcomesOf, two } from "../../__fixtures__/profile-lines.js";
import { bocPayoffFenProfile, bocPayoffYuanProfile, createBocPayoffProfile } from "./boc-payoff.js";

// The lines were put together by hand from what integrators' code shows of the format.
describe("boc.payoff", () => {
  const lines = (total: string, first: string, second: string): readonly string[] => [
    "PAYOFFSTART",
    `B240315-01||100200300400|CNY|${total}|2|1|工资||20240315||`,
    `||CNY|${first}|${one}|张三|||工资|`,
    `102100099996|示例银行浔阳支行|CNY|${second}|${two}|李東|||经济补偿金|`,
    "PAYOFFEND",
    "",
  ];

  it("writes in the unit that was said", () => {
    expect(linesOf(bocPayoffYuanProfile)).toEqual(lines("4321.06", "4321.00", "0.06"));
    expect(linesOf(bocPayoffFenProfile)).toEqual(lines("432106", "432100", "6"));
  });

  it("is not made while nobody has said the unit", () => {
    const options = {} as Parameters<typeof createBocPayoffProfile>[0];
    const { ok, issues } = createBocPayoffProfile(options);
    expect(ok).toBe(false);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["amount-unit-missing"]));
  });

  it("writes the branch's own number where one is given", () => {
    const made = createBocPayoffProfile({ amountUnit: "yuan", branchNumber: "40522", cardKind: "4" });
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    expect(linesOf(made.value).slice(1, 3)).toEqual([
      "B240315-01|40522|100200300400|CNY|4321.06|2|4|工资||20240315||",
      `40522||CNY|4321.00|${one}|张三|||工资|`,
    ]);
  });

  it("reads the sheet from row 11 on, and takes no word of status for paid", () => {
    const head = Array.from({ length: 10 }, () => rowOf({ 4: "1.00" }));
    const rows = [...head, rowOf({ 4: "4,321.00", 5: one, 6: "张三", 9: "成功", 10: "" })];
    expect(sheetOutcomesOf(bocPayoffYuanProfile, rows)).toMatchObject([
      { row: 11, payeeAccount: one, amountFen: 432_100, status: "unknown", statusText: "成功" },
    ]);
  });
});
