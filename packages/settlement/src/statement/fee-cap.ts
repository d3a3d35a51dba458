import {
  branchDefinitions,
  checkFeeCap,
  costTotal,
  createIssue,
  fen,
  formatYuan,
  sumCosts,
  type AgencyContract,
  type CapTest,
  type CostVector,
  type FeeCapInput,
  type Fen,
  type Issue,
} from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { SettledEntry } from "./settlement-line.js";

/**
 * The fee of a newly chosen agency against the contract it takes the place of, on the same workers. Only case
 * 2b has a cap (P2-3.2.2b); a changed mode goes by the quote (N5).
 */
export function capTest(contract: AgencyContract, entries: readonly SettledEntry[]): readonly CapTest[] {
  const issues = capIssues(contract, entries);
  if (issues === undefined) return [];
  return [{ contractId: contract.id, holds: issues.length === 0, waiverId: contract.waiver?.documentId }];
}

/** The issues of a newly chosen agency's fee; undefined for a contract that has no cap to keep. */
export function capIssues(
  contract: AgencyContract,
  entries: readonly SettledEntry[],
): readonly Issue[] | undefined {
  const figures = capFigures(contract, entries);
  if (figures === undefined) return undefined;
  const subject = { unitId: contract.unitId, contractId: contract.id, agencyId: contract.agencyId };
  return checkFeeCap(figures, subject);
}

/** Both sides of the cap of a newly chosen agency's fee; undefined for a contract that has none to keep. */
export function capFigures(
  contract: AgencyContract,
  entries: readonly SettledEntry[],
): FeeCapInput | undefined {
  const moved = entries.filter(
    ({ line }) => branchDefinitions[line.branch].agencyFee === "at-most-original-cost",
  );
  if (contract.replaces === undefined || moved.length === 0) return undefined;
  return { ...sidesOf(moved), waiver: contract.waiver };
}

/** Fee and whole cost of workers, by the contract they had and by the one that is settled. */
function sidesOf(moved: readonly SettledEntry[]): Omit<FeeCapInput, "waiver"> {
  const original = sumCosts(moved.map(({ result }) => result.originalCost));
  // What the unit orders on top is another service than the one that is compared.
  const { services: _, ...charged } = sumCosts(moved.map(({ result }) => result.chargedCost));
  return {
    heads: moved.length,
    originalFeeFen: feeWithTax(original),
    newFeeFen: feeWithTax(charged),
    originalTotalFen: costTotal(original),
    newTotalFen: costTotal(charged),
  };
}

/**
 * The cost of workers who change mode and agency at once. The change of mode governs, and the original
 * purchase cost is kept as a warning (N5).
 *
 * @returns nothing, or `changed-mode-above-original-cost`
 */
export function changedModeIssues(
  contract: AgencyContract,
  entries: readonly SettledEntry[],
  contracts: readonly AgencyContract[],
): readonly Issue[] {
  const agencyBefore = new Map(contracts.map(({ id, agencyId }) => [id, agencyId]));
  const moved = entries.filter(({ line }) => {
    const before = agencyBefore.get(line.contractId ?? "");
    return line.branch === "3A" && before !== undefined && before !== contract.agencyId;
  });
  if (moved.length === 0) return [];
  const sides = sidesOf(moved);
  if (checkFeeCap(sides, {}).length === 0) return [];
  const values = {
    contract: contract.id,
    heads: sides.heads,
    original: formatYuan(sides.originalFeeFen),
    found: formatYuan(sides.newFeeFen),
    originalTotal: formatYuan(sides.originalTotalFen),
    total: formatYuan(sides.newTotalFen),
  };
  const subject = { unitId: contract.unitId, contractId: contract.id, agencyId: contract.agencyId };
  return [createIssue(settlementIssues, "changed-mode-above-original-cost", values, { subject })];
}

function feeWithTax(cost: CostVector): Fen {
  return fen((cost["agency-fee"] ?? 0) + (cost["vat"] ?? 0));
}
