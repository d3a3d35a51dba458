import {
  allocate,
  createIssue,
  fen,
  formatYuan,
  multiplyRate,
  serviceFee,
  sumFen,
  zeroFen,
  type AgencyContract,
  type Fen,
  type Issue,
  type VatTaxpayer,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "../issues.js";
import type { LawDate } from "../settlement-rules.js";

/** The service fee of one contract for the month. */
export interface ContractFee {
  readonly contractId: string;
  readonly agencyId: string;
  readonly heads: number;
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  /**
   * Value-added tax on top of the fee: nought when the fee contains it, `null` when no method is established.
   */
  readonly vatOnTopFen: Fen | null;
}

/** A contract's fee with the share of each of its workers, by worker id. */
export interface SharedFee extends ContractFee {
  readonly shares: ReadonlyMap<string, Fen>;
  readonly vatShares: ReadonlyMap<string, Fen>;
}

/** A worker and the gross that a fee may be reckoned on. */
export interface FeeHead {
  readonly workerId: string;
  readonly grossFen: Fen;
}

/** Reckons the fee of a contract on its workers of the month. */
export function contractFee(
  contract: AgencyContract,
  heads: readonly FeeHead[],
  tax: { readonly facts: Facts; readonly law: LawDate; readonly taxpayer: VatTaxpayer },
): SharedFee {
  const { totalFen, sharesFen } = serviceFee(
    contract.feeTerms,
    heads.map((head) => head.grossFen),
  );
  const vatOnTopFen = contract.vatIncluded ? zeroFen : vatOnTop(contract, totalFen, tax);
  // Tax follows the fee it is on; a fee of nought carries none.
  const vatSharesFen = totalFen === 0 ? [] : allocate(vatOnTopFen ?? zeroFen, sharesFen);
  const byWorker = (shares: readonly Fen[]): ReadonlyMap<string, Fen> =>
    new Map(heads.map((head, index) => [head.workerId, shares[index] ?? zeroFen]));
  return {
    contractId: contract.id,
    agencyId: contract.agencyId,
    heads: heads.length,
    grossFen: sumFen(heads.map((head) => head.grossFen)),
    feeFen: totalFen,
    vatOnTopFen,
    shares: byWorker(sharesFen),
    vatShares: byWorker(vatSharesFen),
  };
}

/**
 * Tax on a fee that excludes it. Only the balance methods can be answered from the fee alone; on the full
 * price the tax would also fall on pay passed through, which needs the agency's own word.
 */
function vatOnTop(
  contract: AgencyContract,
  feeFen: Fen,
  tax: { readonly facts: Facts; readonly law: LawDate; readonly taxpayer: VatTaxpayer },
): Fen | null {
  if (contract.mode !== "dispatch") return null;
  const answer = tax.facts.lookUp(`cn.vat.dispatch.${tax.taxpayer}.balance`, tax.law);
  return answer.known ? multiplyRate(feeFen, answer.fact.value.rate, "half-up") : null;
}

/** What has to be said of a contract's fee. */
export function feeIssues(contract: AgencyContract, fee: ContractFee): readonly Issue[] {
  const subject = { unitId: contract.unitId, contractId: contract.id, agencyId: contract.agencyId };
  const issues: Issue[] = [];
  const terms = contract.feeTerms;
  if (terms.kind === "per-head-tiered" && terms.basis === undefined) {
    const heads = Array.from({ length: fee.heads }, () => fen(0));
    const other = serviceFee({ ...terms, basis: "volume" }, heads).totalFen;
    const values = { contract: contract.id, fee: formatYuan(fee.feeFen), otherFee: formatYuan(other) };
    if (other !== fee.feeFen) {
      issues.push(createIssue(settlementIssues, "fee-tier-basis-assumed", values, { subject }));
    }
  }
  if (fee.vatOnTopFen === null) {
    issues.push(createIssue(settlementIssues, "fee-vat-unknown", { contract: contract.id }, { subject }));
  }
  return issues;
}
