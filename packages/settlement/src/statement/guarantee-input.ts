import {
  attributeChange,
  branchDefinitions,
  checkFeeCap,
  costTotal,
  fen,
  sumCosts,
  sumFen,
  testGuarantee,
  zeroFen,
  type CapTest,
  type CostAttribution,
  type CostVector,
  type Fen,
  type Guarantee,
  type InvoiceEdge,
  type WorkerCost,
} from "@tongchou/core";
import { createFacts } from "@tongchou/statutory";
import type { SettlementRules } from "../settlement-rules.js";
import { contractFee, type SharedFee } from "./contract-fee.js";
import type { Disbursement, Funding, HeldPayment } from "./funding.js";
import { originalCost, withPayAsOne, type CostFacts } from "./line-cost.js";
import type { SettlementLine } from "./statement.js";
import type { LineInput, StatementInput } from "./statement-input.js";

/** The whole change of the unit's monthly cost since before the migration, put down to causes. */
export interface CostChange {
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  readonly before: CostVector;
  readonly after: CostVector;
  readonly parts: CostAttribution;
  /** Workers without figures from before; their whole cost counts as a change of HR facts. */
  readonly workersWithoutBaseline: number;
}

/** The settled lines with the fees and rules on both sides of the equation. */
export interface SettledCosts {
  readonly lines: readonly SettlementLine[];
  readonly fees: readonly SharedFee[];
  readonly originalFees: readonly SharedFee[];
  readonly rules: SettlementRules;
  readonly baselineRules: SettlementRules;
}

/** The money of a statement. */
export interface SettledMoney {
  readonly disbursements: readonly Disbursement[];
  readonly held: readonly HeldPayment[];
  readonly funding: Funding;
}

/** Tests the guarantee of no extra fee on a settled statement. */
export function guaranteeOf(
  input: StatementInput,
  costs: SettledCosts,
  money: SettledMoney,
): { readonly costChange: CostChange; readonly guarantee: Guarantee } {
  const costChange = costChangeOf(input, costs);
  const guarantee = testGuarantee({
    workers: input.workers.flatMap((line, index) => workerCost(line, costs.lines[index])),
    attribution: costChange,
    flow: {
      receivedFen: money.funding.chargedFen,
      paidFen: money.disbursements.map(({ payee, amountFen }) => ({ to: payee.kind, amountFen })),
      heldFen: money.held.map(({ reason, amountFen }) => ({ reason, amountFen })),
      // The platform has no account for income of its own: what comes in goes out or is held.
      platformIncomeFen: zeroFen,
    },
    splits: costs.fees.map((fee) => ({
      id: fee.contractId,
      wholeFen: fen(fee.feeFen + (fee.vatOnTopFen ?? 0)),
      partsFen: [...fee.shares.values(), ...fee.vatShares.values()],
    })),
    caps: capTests(input, costs),
    floatDaysMax: input.settings.floatDaysMax,
    invoicesBefore: invoices(input, "contractId"),
    invoicesAfter: invoices(input, "settledContractId"),
  });
  return { costChange, guarantee };
}

function workerCost(line: LineInput, result: SettlementLine | undefined): readonly WorkerCost[] {
  if (result === undefined) return [];
  const deductions: Record<string, Fen> = { "income-tax": result.withholding.taxFen };
  for (const [kind, sides] of Object.entries(result.insurance))
    deductions[kind] = sides.employeeFen ?? zeroFen;
  deductions["housing-fund"] = result.housingFundEachSideFen;
  for (const { kind, amountFen } of line.otherDeductions)
    deductions[kind] = fen((deductions[kind] ?? 0) + amountFen);
  return [
    {
      workerId: line.workerId,
      branch: line.branch,
      before: result.originalCost,
      after: result.chargedCost,
      deductions,
    },
  ];
}

/**
 * Lets the causes in one after the other: law, then HR facts (pay, fund rate, who works here), then the
 * contribution base, rounding, services, and at last the migration.
 */
function costChangeOf(input: StatementInput, costs: SettledCosts): CostChange {
  const withBaseline = input.workers.filter((line) => line.baseline !== undefined);
  const earlierFacts = factsOf(input, withBaseline, (line) => ({
    pay: [{ kind: "basic", amountFen: line.baseline?.grossFen ?? zeroFen }],
    contributionWageFen: line.baseline?.contributionWageFen ?? zeroFen,
    housingFundRate: line.baseline?.housingFundRate ?? line.housingFundRate,
  }));
  const newFactsOldBase = factsOf(input, input.workers, (line) => ({
    pay: line.pay,
    contributionWageFen: line.baseline?.contributionWageFen ?? line.contributionWageFen,
    housingFundRate: line.housingFundRate,
  }));
  const before = totalCost(earlierFacts, costs.baselineRules);
  const law = totalCost(earlierFacts, costs.rules);
  const hrFacts = totalCost(newFactsOldBase, costs.rules);
  const base = withPayAsOne(sumCosts(costs.lines.map((line) => line.originalCost)));
  const after = withPayAsOne(sumCosts(costs.lines.map((line) => line.chargedCost)));
  // Fees are split without a rest and no service beyond the route is ordered: both steps change nothing.
  const states = { law, "hr-facts": hrFacts, base, rounding: base, services: base, migration: after };
  return {
    beforeFen: costTotal(before),
    afterFen: costTotal(after),
    before,
    after,
    parts: attributeChange(before, states),
    workersWithoutBaseline: input.workers.length - withBaseline.length,
  };
}

type BaseFacts = Omit<CostFacts, "agencyFeeFen" | "vatFen">;

/** Cost facts of lines with their share of the old contracts' fees on those very facts. */
function factsOf(
  input: StatementInput,
  lines: readonly LineInput[],
  factsOfLine: (line: LineInput) => BaseFacts,
): readonly CostFacts[] {
  const facts = createFacts([input.facts]);
  const base = new Map(lines.map((line) => [line.workerId, factsOfLine(line)]));
  const fees = input.contracts.flatMap((contract) => {
    const heads = lines
      .filter((line) => line.contractId === contract.id)
      .map(({ workerId }) => ({
        workerId,
        grossFen: sumFen((base.get(workerId)?.pay ?? []).map((item) => item.amountFen)),
      }));
    const taxpayer = input.agencies.find(({ id }) => id === contract.agencyId)?.vatTaxpayer ?? "general";
    return heads.length === 0 ? [] : [contractFee(contract, heads, { facts, law: input.law, taxpayer })];
  });
  const shareOf = (shares: "shares" | "vatShares", workerId: string): Fen =>
    sumFen(fees.map((fee) => fee[shares].get(workerId) ?? zeroFen));
  return lines.flatMap(({ workerId }) => {
    const own = base.get(workerId);
    if (own === undefined) return [];
    return [{ ...own, agencyFeeFen: shareOf("shares", workerId), vatFen: shareOf("vatShares", workerId) }];
  });
}

function totalCost(facts: readonly CostFacts[], rules: SettlementRules): CostVector {
  return withPayAsOne(sumCosts(facts.map((entry) => originalCost(entry, rules))));
}

/** The fee of every newly chosen agency against the contract it takes the place of, on the same workers. */
function capTests(input: StatementInput, costs: SettledCosts): readonly CapTest[] {
  return input.contracts.flatMap((contract) => {
    if (contract.replaces === undefined) return [];
    const lines = input.workers
      .map((line, index) => ({ line, result: costs.lines[index] }))
      .filter(({ line }) => line.settledContractId === contract.id);
    const original = sumCosts(lines.map(({ result }) => result?.originalCost ?? {}));
    const charged = sumCosts(lines.map(({ result }) => result?.chargedCost ?? {}));
    const issues = checkFeeCap(
      {
        heads: lines.length,
        originalFeeFen: feeWithTax(original),
        newFeeFen: feeWithTax(charged),
        originalTotalFen: costTotal(original),
        newTotalFen: costTotal(charged),
        waiver: contract.waiver,
      },
      { contractId: contract.id },
    );
    return lines.length === 0
      ? []
      : [{ contractId: contract.id, holds: issues.length === 0, waiverId: contract.waiver?.documentId }];
  });
}

function feeWithTax(cost: CostVector): Fen {
  return fen((cost["agency-fee"] ?? 0) + (cost["vat"] ?? 0));
}

/** Who invoices the unit: parties by their role, since a newly chosen agency takes the old one's place. */
function invoices(input: StatementInput, field: "contractId" | "settledContractId"): readonly InvoiceEdge[] {
  const supplies = new Set(
    input.workers.flatMap((line) => {
      const contract = input.contracts.find((candidate) => candidate.id === line[field]);
      const moves = branchDefinitions[line.branch].route === "commissioned-procurement";
      return contract === undefined || moves ? [] : [contract.mode];
    }),
  );
  return [...supplies].map((supply) => ({ from: "agency", to: input.unit.id, supply }));
}
