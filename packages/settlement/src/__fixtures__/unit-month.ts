import { fen, period, plainDate, ratePpm, type AgencyContract, type FeeTerms } from "@tongchou/core";
import { createFacts, jiujiangPacks, type Facts } from "@tongchou/statutory";
import { settleUnit } from "../statement/settle-unit.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { LineInput, UnitMonth } from "../statement/statement-input.js";

/** The built-in facts. */
export const facts: Facts = createFacts(jiujiangPacks);

/** An amount in yuan. */
export function yuan(amount: number): ReturnType<typeof fen> {
  return fen(Math.round(amount * 100));
}

/** A directly hired worker with 4,000 yuan of pay, by whatever differs. */
export function lineOf(workerId: string, differences: Partial<LineInput> = {}): LineInput {
  return {
    workerId,
    name: "某人",
    documentMasked: "360***********0028",
    branch: "1A",
    payee: { kind: "worker" },
    employerOfRecordId: "U1",
    withholdingAgentId: "U1",
    pay: [{ kind: "basic", amountFen: yuan(4000) }],
    contributionWageFen: yuan(4000),
    housingFundRate: ratePpm(80_000),
    deductionMode: "months-at-unit",
    monthsAtAgent: 3,
    additionalDeductionsFen: yuan(0),
    incomeBeforeFen: yuan(8000),
    specialDeductionsBeforeFen: yuan(1480),
    taxWithheldBeforeFen: yuan(0),
    otherDeductions: [],
    baseline: {
      grossFen: yuan(4000),
      contributionWageFen: yuan(4000),
      housingFundRate: ratePpm(80_000),
    },
    hasAccount: true,
    ...differences,
  };
}

/** A worker under a contract whose agency is paid, by whatever differs. */
export function suppliedBy(
  contract: AgencyContract,
  workerId: string,
  differences: Partial<LineInput> = {},
): LineInput {
  return lineOf(workerId, {
    branch: "2A",
    payee: { kind: "agency", agencyId: contract.agencyId },
    employerOfRecordId: contract.agencyId,
    withholdingAgentId: contract.agencyId,
    contractId: contract.id,
    settledContractId: contract.id,
    ...differences,
  });
}

/** A dispatch contract with the general taxpayer, tax in the fee, by whatever differs. */
export function contractOf(
  id: string,
  feeTerms: FeeTerms,
  differences: Partial<AgencyContract> = {},
): AgencyContract {
  return {
    id,
    unitId: "U1",
    agencyId: "general",
    mode: "dispatch",
    signedOn: plainDate("2023-01-01"),
    expiresOn: plainDate("2025-12-31"),
    feeTerms,
    vatIncluded: true,
    ...differences,
  };
}

/** March 2024 of a unit in 浔阳区, settled at its end, by whatever differs. */
export function monthOf(
  workers: readonly LineInput[],
  contracts: readonly AgencyContract[] = [],
  differences: Partial<UnitMonth> = {},
): UnitMonth {
  return {
    statementId: "S-2024-03-U1",
    period: period("2024-03"),
    unit: {
      id: "U1",
      name: "某单位",
      creditCode: "11360400014700000X",
      division: "360403",
      workInjuryClass: 2,
    },
    law: { on: plainDate("2024-03-31"), knownOn: plainDate("2024-03-31") },
    baselineLaw: { on: plainDate("2023-12-31"), knownOn: plainDate("2023-12-31") },
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    agencies: [
      { id: "general", name: "甲机构", vatTaxpayer: "general" },
      { id: "small", name: "乙机构", vatTaxpayer: "small-scale" },
    ],
    contracts,
    workers,
    excluded: [],
    previousBalanceFen: yuan(0),
    receivedFen: yuan(0),
    ...differences,
  };
}

/** One contract of every kind of fee, and one that takes the place of another. */
export const contracts = {
  perHead: contractOf("C-1-head", { kind: "per-head", monthlyFen: yuan(60) }),
  tiered: contractOf(
    "C-2-tiered",
    {
      kind: "per-head-tiered",
      tiers: [
        { upTo: 2, monthlyFen: yuan(80) },
        { upTo: null, monthlyFen: yuan(50) },
      ],
    },
    { vatIncluded: false },
  ),
  rate: contractOf("C-3-rate", { kind: "rate-on-gross", ppm: ratePpm(15_000) }, { mode: "outsourcing" }),
  fixed: contractOf(
    "C-4-fixed",
    { kind: "fixed", monthlyFen: yuan(100) },
    { mode: "outsourcing", vatIncluded: false, agencyId: "small" },
  ),
  quote: contractOf("C-5-quote", { kind: "quote", monthlyFen: yuan(500), quoteId: "Q-1" }),
  old: contractOf("C-6-old", { kind: "per-head", monthlyFen: yuan(60) }),
  successor: contractOf(
    "C-7-new",
    { kind: "per-head", monthlyFen: yuan(70) },
    { agencyId: "small", replaces: "C-6-old" },
  ),
} as const;

const pay = (basic: number, overtime = 0): LineInput["pay"] => [
  { kind: "basic", amountFen: yuan(basic) },
  ...(overtime === 0 ? [] : [{ kind: "overtime", amountFen: yuan(overtime) } as const]),
];
const { perHead, tiered, rate, fixed, quote, old, successor } = contracts;

/** A line of every kind: each payee, each fee, held, carried, deducted from, without figures from before. */
export const manyLines: readonly LineInput[] = [
  lineOf("W01", { pay: pay(4860, 120.5), contributionWageFen: yuan(4860) }),
  lineOf("W02", { branch: "1P", hasAccount: false, pay: pay(3333.33) }),
  lineOf("W03", { pay: [], incomeBeforeFen: yuan(0), specialDeductionsBeforeFen: yuan(0) }),
  lineOf("W04", {
    branch: "P0",
    deductionMode: "sixty-thousand",
    otherDeductions: [
      { kind: "court-order", amountFen: yuan(300) },
      { kind: "agreed", amountFen: yuan(12.34) },
    ],
  }),
  suppliedBy(perHead, "W05"),
  suppliedBy(perHead, "W06", {
    pay: pay(21_000),
    contributionWageFen: yuan(21_000),
    incomeBeforeFen: yuan(42_000),
    specialDeductionsBeforeFen: yuan(7500),
    taxWithheldBeforeFen: yuan(735),
  }),
  suppliedBy(tiered, "W07"),
  suppliedBy(tiered, "W08", { housingFundRate: ratePpm(0) }),
  suppliedBy(tiered, "W09"),
  suppliedBy(rate, "W10", { pay: pay(4567.89) }),
  suppliedBy(rate, "W11", { pay: [...pay(3000), { kind: "other", amountFen: yuan(-250) }] }),
  suppliedBy(fixed, "W12"),
  suppliedBy(fixed, "W13"),
  suppliedBy(fixed, "W14"),
  suppliedBy(quote, "W15", { branch: "3A", contractId: undefined, deductionMode: "sixty-thousand" }),
  suppliedBy(quote, "W16", { branch: "3B", contractId: undefined, baseline: undefined, monthsAtAgent: 1 }),
  suppliedBy(successor, "W17", { branch: "2B", contractId: old.id, monthsAtAgent: 1 }),
];

/** A month with all of it. */
export const manyKinds: UnitMonth = monthOf(manyLines, Object.values(contracts), {
  excluded: [{ workerId: "W99", codes: ["citizen-id-check-digit"] }],
  previousBalanceFen: yuan(-15.5),
  receivedFen: yuan(50_000),
});

/** The statement of a month that can be settled. */
export function statementOf(month: UnitMonth, known: typeof facts = facts): SettlementStatement {
  const statement = settleUnit(month, known);
  if (!statement.ok) throw new Error(statement.issues.map((issue) => issue.message.en).join("\n"));
  return statement.value;
}

/** Outcome and breaches of a term of the guarantee. */
export function termOf(statement: SettlementStatement, id: string): readonly [string, readonly string[]] {
  const term = statement.guarantee.terms.find((candidate) => candidate.id === id);
  return [term?.outcome ?? "missing", term?.breaches ?? []];
}
