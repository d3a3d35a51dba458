import {
  groupBy,
  createIssue,
  failed,
  fen,
  formatYuan,
  parsed,
  type Issue,
  type Parsed,
} from "@tongchou/core";
import { createFacts, type Facts } from "@tongchou/statutory";
import { earlierMissing } from "../correction/earlier-statement.js";
import { failedTogether } from "../failed-together.js";
import { settlementIssues } from "../issues.js";
import { invoiceRemarks } from "../invoices/invoice-remarks.js";
import { invoicesOf } from "../invoices/unit-invoices.js";
import { reckonServices, type ServiceBook } from "../services/service-fees.js";
import { absentWorkerRemarks } from "../services/service-order-checks.js";
import { lookUpRules, type SettlementRules } from "../settlement-rules.js";
import { confidenceRemarks, packsOf, recordFacts } from "../used-facts.js";
import { reckonFees, type FeeBook } from "./contract-fee.js";
import { costChangeOf } from "./cost-change.js";
import { digestOf } from "./digest.js";
import { idleContractRemarks } from "./fee-remarks.js";
import { disbursementsOf, fundingOf, heldOf } from "./funding.js";
import { capIssues, changedModeIssues } from "./fee-cap.js";
import { guaranteeOf } from "./guarantee-input.js";
import { readStatementInput } from "./read-input.js";
import { takeClaims } from "./line-claims.js";
import { bonusRemark } from "./line-remarks.js";
import { settleLine } from "./settle-line.js";
import { assembleLine, type SettledEntry } from "./settlement-line.js";
import { statementSchemaName, totalsOf, type SettlementStatement } from "./statement.js";
import type { LineInput, StatementInput, UnitMonth } from "./statement-input.js";

/**
 * Settles a unit's month: looks up the facts it needs and reckons the statement, which carries them.
 *
 * Workers, contracts and agencies are taken in the order of their ids, so the order in which they are given
 * changes nothing. Members that the input's form does not know are left out.
 *
 * @param given amounts in fen, rates in parts per million
 * @param facts the deployment's facts
 * @returns the statement; or `schema-invalid`, `worker-repeated`, `contract-repeated`, `contract-missing`,
 *   `agency-missing`, `agent-months-impossible` for an input that cannot be settled, `fact-unknown` for each
 *   fact that is missing, `amounts-out-of-range` for sums beyond the safe range
 * @example
 * const month = {
 *   statementId: "S-1",
 *   period: period("2024-03"),
 *   unit: { id: "U1", name: "某单位", creditCode: "", division: "360403" },
 *   law: { on: plainDate("2024-03-31") },
 *   baselineLaw: { on: plainDate("2023-12-31") },
 *   settings: { case1Insurance: "forward", floatDaysMax: 3 } as const,
 *   agencies: [], contracts: [], workers: [], excluded: [],
 *   previousBalanceFen: fen(500),
 *   receivedFen: fen(0),
 * };
 * const statement = settleUnit(month, createFacts(jiujiangPacks));
 * statement.ok && statement.value.funding.stillDueFen; // => 500
 */
export function settleUnit(given: UnitMonth, facts: Facts): Parsed<SettlementStatement> {
  const input = readStatementInput(given);
  if (!input.ok) return input;
  try {
    return reckonStatement(input.value, facts);
  } catch (error) {
    // Amounts throw when they leave the safe range; only the data can bring them there.
    if (!(error instanceof RangeError)) throw error;
    return failed(createIssue(settlementIssues, "amounts-out-of-range", { reason: error.message }));
  }
}

/**
 * Reckons a statement from its input alone, with the facts that the input carries: the way in which a
 * statement is checked. A correction needs the statement that it corrects as well, as
 * {@link verifyStatement} does.
 *
 * @returns as {@link settleUnit}; `earlier-statement-missing` for a correction
 */
export function buildStatement(given: StatementInput): Parsed<SettlementStatement> {
  const { facts, corrects, ...input } = given;
  if (corrects !== undefined) return failed(earlierMissing(corrects));
  return settleUnit(input, createFacts(facts));
}

function reckonStatement(given: UnitMonth, all: Facts): Parsed<SettlementStatement> {
  const facts = recordFacts(all);
  const { workInjuryClass } = given.unit;
  const deductionModes = [...new Set(given.workers.map((line) => line.deductionMode))];
  const bonus = bonusNeed(given.workers);
  const law = lookUpRules(facts, given.law, { workInjuryClass, deductionModes, bonus });
  const baselineLaw = lookUpRules(facts, given.baselineLaw, { workInjuryClass });
  if (!law.ok || !baselineLaw.ok) return failedTogether(law, baselineLaw);
  const rules = law.value;
  const { entries, feeBook, serviceBook, claimRemarks } = settleLines(given, rules, facts);
  const { fees } = feeBook;
  const services = serviceBook.fees;
  const allFees = [...fees, ...services];
  const lines = entries.map(({ result }) => result);
  const costChange = costChangeOf(given, entries, { facts, rules, baselineRules: baselineLaw.value });
  const invoices = invoicesOf(given, entries, allFees, facts);
  const disbursements = disbursementsOf(given, entries, allFees);
  const held = heldOf(entries);
  const funding = fundingOf(given, entries);
  const subject = { entries, fees, services, costChange, disbursements, held, funding };
  const ofContracts = [
    ...feeBook.remarks(),
    ...serviceBook.remarks(),
    ...absentWorkerRemarks(given, new Set(given.workers.map(({ workerId }) => workerId))),
    ...idleContractRemarks(given),
    ...invoiceRemarks(given, invoices, facts),
    ...capRemarks(given, entries),
  ];
  const used = facts.used();
  const body = {
    schema: statementSchemaName,
    input: { ...given, facts: packsOf(used, all.packs) },
    lines,
    fees,
    ...(services.length === 0 ? {} : { services }),
    invoices,
    totals: totalsOf(lines),
    disbursements,
    held,
    funding,
    costChange,
    guarantee: guaranteeOf(given, subject),
    remarks: [
      ...law.issues,
      ...confidenceRemarks(used),
      ...ofContracts,
      ...lineRemarks(given, entries),
      ...claimRemarks,
    ],
  } as const;
  return parsed({ ...body, digest: digestOf(body) });
}

/** Every worker's month from gross to net, with the share of the contracts' fees. */
function settleLines(
  input: UnitMonth,
  rules: SettlementRules,
  facts: Facts,
): {
  readonly entries: readonly SettledEntry[];
  readonly feeBook: FeeBook;
  readonly serviceBook: ServiceBook;
  readonly claimRemarks: readonly Issue[];
} {
  const place = { ...rules.law, division: input.unit.division };
  const claimRemarks: Issue[] = [];
  const months = input.workers.map((line) => {
    const { result, issues } = takeClaims(line, settleLine(line, input.period, rules), place, facts);
    const subject = { unitId: input.unit.id, workerId: line.workerId };
    for (const issue of issues) claimRemarks.push({ ...issue, subject });
    return { line, month: result };
  });
  const tax = { facts, law: rules.law };
  const feesBy = (field: "contractId" | "settledContractId"): FeeBook => {
    const heads = months.map(({ line, month }) => ({
      workerId: line.workerId,
      contractId: line[field],
      grossFen: month.grossFen,
      stay: line.stay,
      passedThrough: () => fen(month.grossFen + month.employerContributionsFen),
    }));
    return reckonFees(heads, input, tax);
  };
  const settled = feesBy("settledContractId");
  const original = feesBy("contractId");
  const served = months.map(({ line, month }) => ({
    workerId: line.workerId,
    grossFen: month.grossFen,
    stay: line.stay,
  }));
  const serviceBook = reckonServices(served, input.serviceOrders ?? [], input, tax);
  const entries = months.map(({ line, month }) => {
    const shares = {
      settled: settled.shareOf(line.workerId),
      original: original.shareOf(line.workerId),
      services: serviceBook.sharesOf(line.workerId),
    };
    return { line, result: assembleLine(line, month, rules, shares) };
  });
  return { entries, feeBook: settled, serviceBook, claimRemarks };
}

/** Whether the table of bonuses is needed, and cannot be done without. */
function bonusNeed(workers: readonly LineInput[]): "any" | "apart" | undefined {
  const withBonus = workers.filter(({ pay }) => pay.some(({ kind }) => kind === "bonus"));
  if (withBonus.length === 0) return undefined;
  return withBonus.some(({ bonusTaxing }) => bonusTaxing === "apart") ? "apart" : "any";
}

function capRemarks(input: UnitMonth, entries: readonly SettledEntry[]): readonly Issue[] {
  const bySettledContract = groupBy(entries, ({ line }) => line.settledContractId);
  return input.contracts.flatMap((contract): readonly Issue[] => {
    const own = bySettledContract.get(contract.id) ?? [];
    return [...(capIssues(contract, own) ?? []), ...changedModeIssues(contract, own, input.contracts)];
  });
}

function lineRemarks(input: UnitMonth, entries: readonly SettledEntry[]): readonly Issue[] {
  return entries.flatMap(({ result: { payment, workerId, netFen, bonus } }) => {
    const subject = { unitId: input.unit.id, workerId };
    const ofBonus = bonus === undefined ? [] : [bonusRemark(bonus, subject)];
    const isHeld = payment.kind === "held" && payment.amountFen > 0;
    if (!isHeld && payment.kind !== "carried") return ofBonus;
    const code = isHeld ? "payout-held" : "negative-net";
    return [createIssue(settlementIssues, code, { net: formatYuan(netFen) }, { subject }), ...ofBonus];
  });
}
