import { plainDate, ratePpm } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack } from "@tongchou/statutory";
import { describe, expect, it } from "vitest";
import { facts, yuan } from "../../__fixtures__/unit-month.js";
import { projectDeposit, type DepositedProject } from "./project-deposit.js";

const law = { on: plainDate("2024-03-31") };
const base: DepositedProject = {
  contractFen: yuan(10_000_000),
  yearsWithoutArrears: 0,
  hasSeveralProjects: false,
};

const version = { effectiveFrom: plainDate("2022-01-01"), effectiveTo: null, announcedOn: null } as const;
const sure = { source: "our notice", confidence: "confirmed" } as const;
const province: FactPack = {
  id: "ours",
  version: "1",
  facts: {
    "cn.36.project.deposit-rate": [{ value: { rate: ratePpm(15_000) }, ...version, ...sure }],
    "cn.36.project.deposit-cap": [{ value: { fen: yuan(2_000_000) }, ...version, ...sure }],
  },
};

describe("projectDeposit", () => {
  // 人社部发〔2021〕65号: 1 to 3 %; 0.5 % at least with several projects; small contracts below 3 million.
  it.each<readonly [string, Partial<DepositedProject>, string, number, number]>([
    ["a first project", {}, "ordinary", 100_000, 300_000],
    ["one of several projects", { hasSeveralProjects: true }, "ordinary", 50_000, 300_000],
    ["one year without arrears", { yearsWithoutArrears: 1 }, "ordinary", 100_000, 300_000],
    ["two years without arrears", { yearsWithoutArrears: 2 }, "lowered", 100_000, 300_000],
    ["three years without arrears", { yearsWithoutArrears: 3 }, "may-be-exempt", 100_000, 300_000],
    ["arrears a year ago", { yearsSinceArrears: 1, yearsWithoutArrears: 1 }, "raised", 100_000, 300_000],
    ["arrears two years ago", { yearsSinceArrears: 2, yearsWithoutArrears: 2 }, "lowered", 100_000, 300_000],
    ["a small contract", { contractFen: yuan(2_999_999) }, "exempt", 29_999.99, 89_999.97],
    ["a contract of three million", { contractFen: yuan(3_000_000) }, "ordinary", 30_000, 90_000],
    [
      "a small contract after arrears",
      { contractFen: yuan(1_000_000), yearsSinceArrears: 0 },
      "raised",
      10_000,
      30_000,
    ],
  ])("of %s is within the national bounds", (_, changes, standing, least, most) => {
    const deposit = projectDeposit({ ...base, ...changes }, law, facts);
    expect(deposit.ok && deposit.value).toMatchObject({
      standing,
      minimumFen: yuan(least),
      maximumFen: yuan(most),
      amountFen: standing === "exempt" ? 0 : null,
    });
  });

  it("names the province's rate and cap as not established", () => {
    const { issues } = projectDeposit(base, law, facts);
    expect(issues.map(({ code, message }) => [code, /Jiangxi/.test(message.en)])).toEqual([
      ["fact-unknown", true],
      ["fact-unknown", true],
    ]);
  });

  it.each([
    // 1.5 %: 150,000; of 200 million 3 million, over the cap.
    [{}, 150_000],
    [{ contractFen: yuan(200_000_000) }, 2_000_000],
    // How far it is lowered the authority decides.
    [{ yearsWithoutArrears: 2 }, null],
  ] as const)("goes by the province's rate and cap once a deployment has them: %j", (changes, amount) => {
    const deposit = projectDeposit({ ...base, ...changes }, law, createFacts([...jiujiangPacks, province]));
    expect(deposit.issues).toEqual([]);
    expect(deposit.ok && deposit.value.amountFen).toBe(amount === null ? null : yuan(amount));
  });

  it("has no rule before November 2021", () => {
    const before = projectDeposit(base, { on: plainDate("2021-10-31") }, facts);
    expect(new Set(before.issues.map(({ code }) => code))).toEqual(new Set(["fact-unknown"]));
  });
});
