import {
  groupBy,
  allocate,
  createIssue,
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
import type { LawDate } from "../law-date.js";
import type { UnitMonth } from "./statement-input.js";

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

/** A worker under a contract, and the gross that a fee may be reckoned on. */
export interface FeeHead {
  readonly workerId: string;
  /** Without one there is no fee. */
  readonly contractId: string | undefined;
  readonly grossFen: Fen;
}

/** What of its contract's fee falls to a worker; tax on top is shared as the fee is. */
export interface FeeShare {
  readonly agencyFeeFen: Fen;
  readonly vatFen: Fen;
}

/** The fees of all contracts, each reckoned once on all its workers. */
export interface FeeBook {
  /** In the order of the contracts; a contract without workers has none. */
  readonly fees: readonly ContractFee[];
  shareOf(workerId: string): FeeShare;
}

const noShare: FeeShare = { agencyFeeFen: zeroFen, vatFen: zeroFen };

/** What tax on a fee is reckoned with. */
interface FeeTax {
  readonly facts: Facts;
  readonly law: LawDate;
}

/** Reckons the fees of contracts on their workers of the month, under the law of a day. */
export function reckonFees(
  heads: readonly FeeHead[],
  input: Pick<UnitMonth, "contracts" | "agencies">,
  tax: FeeTax,
): FeeBook {
  const byContract = groupBy(heads, (head) => head.contractId);
  const taxpayers = new Map(input.agencies.map((agency) => [agency.id, agency.vatTaxpayer]));
  const shares = new Map<string, FeeShare>();
  const fees = input.contracts.flatMap((contract): ContractFee[] => {
    const own = byContract.get(contract.id);
    if (own === undefined) return [];
    const gross = own.map((head) => head.grossFen);
    const { totalFen, sharesFen } = serviceFee(contract.feeTerms, gross);
    const vatOnTopFen = vatOnTop(contract, totalFen, taxpayers.get(contract.agencyId), tax);
    // Tax follows the fee it is on; a fee of nought carries none.
    const vatSharesFen = totalFen === 0 ? [] : allocate(vatOnTopFen ?? zeroFen, sharesFen);
    for (const [index, head] of own.entries()) {
      const share = { agencyFeeFen: sharesFen[index] ?? zeroFen, vatFen: vatSharesFen[index] ?? zeroFen };
      shares.set(head.workerId, share);
    }
    const { id: contractId, agencyId } = contract;
    const fee = { contractId, agencyId, heads: own.length, grossFen: sumFen(gross), feeFen: totalFen };
    return [{ ...fee, vatOnTopFen }];
  });
  return { fees, shareOf: (workerId) => shares.get(workerId) ?? noShare };
}

/**
 * Tax on a fee that excludes it. Only the balance methods can be answered from the fee alone; on the full
 * price the tax would also fall on pay passed through, which needs the agency's own word.
 */
function vatOnTop(
  contract: AgencyContract,
  feeFen: Fen,
  taxpayer: VatTaxpayer | undefined,
  tax: FeeTax,
): Fen | null {
  if (contract.vatIncluded) return zeroFen;
  if (contract.mode !== "dispatch" || taxpayer === undefined) return null;
  const answer = tax.facts.lookUp(`cn.vat.dispatch.${taxpayer}.balance`, tax.law);
  return answer.known ? multiplyRate(feeFen, answer.fact.value.rate, "half-up") : null;
}

/** True where the law leaves an agency the choice between tax on the balance and tax on the full price. */
function hasVatChoice(taxpayer: VatTaxpayer | undefined, { facts, law }: FeeTax): boolean {
  return taxpayer !== undefined && facts.lookUp(`cn.vat.dispatch.${taxpayer}.full`, law).known;
}

/** What has to be said of a contract's fee. */
export function feeIssues(
  contract: AgencyContract,
  fee: ContractFee,
  taxpayer: VatTaxpayer | undefined,
  tax: FeeTax,
): readonly Issue[] {
  const subject = { unitId: contract.unitId, contractId: contract.id, agencyId: contract.agencyId };
  const issues: Issue[] = [];
  const terms = contract.feeTerms;
  if (terms.kind === "per-head-tiered" && terms.basis === undefined) {
    const heads = Array.from({ length: fee.heads }, () => zeroFen);
    const other = serviceFee({ ...terms, basis: "volume" }, heads).totalFen;
    const values = { contract: contract.id, fee: formatYuan(fee.feeFen), otherFee: formatYuan(other) };
    if (other !== fee.feeFen) {
      issues.push(createIssue(settlementIssues, "fee-tier-basis-assumed", values, { subject }));
    }
  }
  if (fee.vatOnTopFen === null) {
    issues.push(createIssue(settlementIssues, "fee-vat-unknown", { contract: contract.id }, { subject }));
  } else if (fee.vatOnTopFen > 0 && hasVatChoice(taxpayer, tax)) {
    const values = { contract: contract.id, vat: formatYuan(fee.vatOnTopFen) };
    issues.push(createIssue(settlementIssues, "fee-vat-balance-assumed", values, { subject }));
  }
  return issues;
}
