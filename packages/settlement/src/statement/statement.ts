import {
  createIssue,
  fen,
  formatYuan,
  parsed,
  subtractFen,
  sumFen,
  zeroFen,
  type CostVector,
  type Fen,
  type Guarantee,
  type Issue,
  type Parsed,
} from "@tongchou/core";
import { createFacts } from "@tongchou/statutory";
import { settlementIssues } from "../issues.js";
import { settlementRules, type SettlementRules } from "../settlement-rules.js";
import { contractFee, feeIssues, type ContractFee, type SharedFee } from "./contract-fee.js";
import { digestOf } from "./digest.js";
import { disbursementsOf, fundingOf, type Disbursement, type Funding, type HeldPayment } from "./funding.js";
import { guaranteeOf, type CostChange } from "./guarantee-input.js";
import { chargedCost, originalCost } from "./line-cost.js";
import { settleLine, type LineResult } from "./settle-line.js";
import type { LineInput, StatementInput } from "./statement-input.js";

/** How the net pay of a line reaches the worker. */
export type LinePayment =
  | { readonly kind: "instructed"; readonly amountFen: Fen }
  | { readonly kind: "held"; readonly amountFen: Fen }
  | { readonly kind: "carried"; readonly amountFen: Fen }
  | { readonly kind: "by-agency"; readonly amountFen: Fen };

/** One worker's line of a statement. */
export interface SettlementLine extends LineResult {
  readonly agencyFeeFen: Fen;
  readonly vatFen: Fen;
  /** What the unit is charged for the line. */
  readonly unitCostFen: Fen;
  readonly payment: LinePayment;
  /** Cost without the platform, and as charged, component by component. */
  readonly originalCost: CostVector;
  readonly chargedCost: CostVector;
}

/** Sums over the lines of a statement. */
export interface StatementTotals {
  readonly workers: number;
  readonly grossFen: Fen;
  readonly specialDeductionsFen: Fen;
  readonly taxFen: Fen;
  readonly otherDeductionsFen: Fen;
  readonly netFen: Fen;
  readonly employerContributionsFen: Fen;
  readonly agencyFeeFen: Fen;
  readonly vatFen: Fen;
  readonly unitCostFen: Fen;
}

/** The settlement statement (结算单) of one unit and month, with the proof that no fee was added. */
export interface SettlementStatement {
  readonly schema: "tongchou/settlement-statement@1";
  readonly input: StatementInput;
  readonly lines: readonly SettlementLine[];
  readonly fees: readonly ContractFee[];
  readonly totals: StatementTotals;
  readonly disbursements: readonly Disbursement[];
  readonly held: readonly HeldPayment[];
  readonly funding: Funding;
  readonly costChange: CostChange;
  readonly guarantee: Guarantee;
  readonly remarks: readonly Issue[];
  /** SHA-256 over the canonical JSON of everything above. */
  readonly digest: string;
}

/** Name and version of the statement's form. */
export const statementSchemaName = "tongchou/settlement-statement@1";

/**
 * Reckons a statement from its input alone: the one way in which statements are made and checked.
 *
 * Workers are taken in the order of their ids, so the order in which they were given changes nothing.
 *
 * @returns the statement, or `fact-unknown` for what the input's facts do not hold
 */
export function buildStatement(given: StatementInput): Parsed<SettlementStatement> {
  const input = { ...given, workers: given.workers.toSorted(byWorkerId) };
  const facts = createFacts([input.facts]);
  const options = { workInjuryClass: input.unit.workInjuryClass };
  const rules = settlementRules(facts, input.law, options);
  const baselineRules = settlementRules(facts, input.baselineLaw, options);
  if (!rules.ok) return rules;
  if (!baselineRules.ok) return baselineRules;
  const results = input.workers.map((line) => settleLine(line, input.period, rules.value));
  const fees = feesOf(input, results, "settledContractId");
  const originalFees = feesOf(input, results, "contractId");
  const lines = input.workers.map((line, index) =>
    assembleLine(line, results[index], rules.value, { settled: fees, original: originalFees }),
  );
  const disbursements = disbursementsOf(input, lines, fees);
  const held = heldOf(lines);
  const funding = fundingOf(input, lines);
  const costs = { lines, fees, originalFees, rules: rules.value, baselineRules: baselineRules.value };
  const { costChange, guarantee } = guaranteeOf(input, costs, { disbursements, held, funding });
  const body = {
    schema: statementSchemaName,
    input,
    lines,
    fees: fees.map(withoutShares),
    totals: totalsOf(lines),
    disbursements,
    held,
    funding,
    costChange,
    guarantee,
    remarks: [...rules.issues, ...contractRemarks(input, fees), ...lineRemarks(input, lines)],
  } as const;
  return parsed({ ...body, digest: digestOf(body) });
}

function assembleLine(
  line: LineInput,
  result: LineResult | undefined,
  rules: SettlementRules,
  fees: { readonly settled: readonly SharedFee[]; readonly original: readonly SharedFee[] },
): SettlementLine {
  if (result === undefined) throw new Error("a line has no result");
  const settled = shareOf(fees.settled, line.settledContractId, line.workerId);
  const original = shareOf(fees.original, line.contractId, line.workerId);
  const charged = chargedCost(result, line.pay, settled);
  return {
    ...result,
    agencyFeeFen: settled.agencyFeeFen,
    vatFen: settled.vatFen,
    unitCostFen: fen(
      result.grossFen + result.employerContributionsFen + settled.agencyFeeFen + settled.vatFen,
    ),
    payment: paymentOf(line, result.netFen),
    originalCost: originalCost({ ...line, ...original }, rules),
    chargedCost: charged,
  };
}

function paymentOf(line: LineInput, netFen: Fen): LinePayment {
  if (netFen < 0) return { kind: "carried", amountFen: subtractFen(zeroFen, netFen) };
  if (line.payee.kind === "agency") return { kind: "by-agency", amountFen: netFen };
  return { kind: line.hasAccount ? "instructed" : "held", amountFen: netFen };
}

/** The fees of the contracts that the lines name in a field, each reckoned once on all its lines. */
function feesOf(
  input: StatementInput,
  results: readonly LineResult[],
  field: "contractId" | "settledContractId",
): readonly SharedFee[] {
  const facts = createFacts([input.facts]);
  const grossByWorker = new Map(results.map((result) => [result.workerId, result.grossFen]));
  return input.contracts.flatMap((contract) => {
    const heads = input.workers
      .filter((line) => line[field] === contract.id)
      .map(({ workerId }) => ({ workerId, grossFen: grossByWorker.get(workerId) ?? zeroFen }));
    if (heads.length === 0) return [];
    const agency = input.agencies.find((candidate) => candidate.id === contract.agencyId);
    const taxpayer = agency?.vatTaxpayer ?? "general";
    return [contractFee(contract, heads, { facts, law: input.law, taxpayer })];
  });
}

/** A line's share of its contract's fee; tax on top is shared as the fee is. */
function shareOf(
  fees: readonly SharedFee[],
  contractId: string | undefined,
  workerId: string,
): { readonly agencyFeeFen: Fen; readonly vatFen: Fen } {
  const fee = fees.find((candidate) => candidate.contractId === contractId);
  return {
    agencyFeeFen: fee?.shares.get(workerId) ?? zeroFen,
    vatFen: fee?.vatShares.get(workerId) ?? zeroFen,
  };
}

function withoutShares({ shares, vatShares, ...fee }: SharedFee): ContractFee {
  return fee;
}

function heldOf(lines: readonly SettlementLine[]): readonly HeldPayment[] {
  return lines.flatMap(({ payment, workerId }) =>
    payment.kind === "held" ? [{ workerId, reason: "account", amountFen: payment.amountFen }] : [],
  );
}

function totalsOf(lines: readonly SettlementLine[]): StatementTotals {
  const sum = (amountOf: (line: SettlementLine) => Fen): Fen => sumFen(lines.map(amountOf));
  return {
    workers: lines.length,
    grossFen: sum((line) => line.grossFen),
    specialDeductionsFen: sum((line) => line.specialDeductionsFen),
    taxFen: sum((line) => line.withholding.taxFen),
    otherDeductionsFen: sum((line) => line.otherDeductionsFen),
    netFen: sum((line) => line.netFen),
    employerContributionsFen: sum((line) => line.employerContributionsFen),
    agencyFeeFen: sum((line) => line.agencyFeeFen),
    vatFen: sum((line) => line.vatFen),
    unitCostFen: sum((line) => line.unitCostFen),
  };
}

function contractRemarks(input: StatementInput, fees: readonly SharedFee[]): readonly Issue[] {
  return fees.flatMap((fee) => {
    const contract = input.contracts.find((candidate) => candidate.id === fee.contractId);
    return contract === undefined ? [] : feeIssues(contract, fee);
  });
}

function lineRemarks(input: StatementInput, lines: readonly SettlementLine[]): readonly Issue[] {
  return lines.flatMap(({ payment, workerId, netFen }) => {
    if (payment.kind !== "held" && payment.kind !== "carried") return [];
    const subject = { unitId: input.unit.id, workerId };
    const code = payment.kind === "held" ? "payout-held" : "negative-net";
    return [createIssue(settlementIssues, code, { net: formatYuan(netFen) }, { subject })];
  });
}

function byWorkerId(a: LineInput, b: LineInput): number {
  return a.workerId < b.workerId ? -1 : a.workerId > b.workerId ? 1 : 0;
}
