import { period, plainDate, ratePpm, type AgencyContract } from "@tongchou/core";
import { createFacts, jiujiangPacks, type FactPack, type Facts } from "@tongchou/statutory";
import type { LineInput, UnitMonth } from "../statement/statement-input.js";
import { monthOf, suppliedBy, yuan } from "./unit-month.js";

/** Bounds of a deployment's own, without which nothing can be settled in 2026. */
const ours: FactPack = {
  id: "ours",
  version: "1",
  facts: {
    "cn.36.si.base-bounds": [
      {
        value: { lowerFen: yuan(3900), upperFen: yuan(19_500) },
        effectiveFrom: plainDate("2023-01-01"),
        effectiveTo: null,
        announcedOn: null,
        source: "our notice",
        confidence: "confirmed",
      },
    ],
  },
};

/** The built-in facts with bounds for every year. */
export const factsOfAllYears: Facts = createFacts([...jiujiangPacks, ours]);

/** A month under the law of its last day, against that of the last day of 2025, or another given one. */
export function monthIn(
  month: string,
  workers: readonly LineInput[],
  contracts: readonly AgencyContract[],
  differences: Partial<UnitMonth> = {},
): UnitMonth {
  const day = plainDate(`${month}-28`);
  return monthOf(workers, contracts, {
    statementId: `S-${month}-U1`,
    period: period(month),
    law: { on: day },
    baselineLaw: { on: plainDate("2025-12-31") },
    ...differences,
  });
}

/** A worker whose pay of 5,700 yuan is all that an agency passes through: not insured, without a fund. */
export function passedThrough5700(
  contract: AgencyContract,
  workerId: string,
  differences: Partial<LineInput> = {},
): LineInput {
  return suppliedBy(contract, workerId, {
    pay: [{ kind: "basic", amountFen: yuan(5700) }],
    contributionWageFen: yuan(0),
    housingFundRate: ratePpm(0),
    monthsAtAgent: 1,
    incomeBeforeFen: yuan(0),
    specialDeductionsBeforeFen: yuan(0),
    baseline: { grossFen: yuan(5700), contributionWageFen: yuan(0), housingFundRate: ratePpm(0) },
    ...differences,
  });
}
