import {
  allocate,
  countedDays,
  groupBy,
  serviceFee,
  sumFen,
  zeroFen,
  type Fen,
  type Issue,
  type Stay,
} from "@tongchou/core";
import { feeRemarks } from "./fee-remarks.js";
import { taxOnTop, type ChargedAgreement, type FeeTax, type TaxOnTop } from "./fee-tax.js";
import type { UnitMonth } from "./statement-input.js";

/** The service fee of one contract, or of one order of services, for the month. */
export interface ContractFee {
  /** Id of the contract or the order. */
  readonly contractId: string;
  readonly agencyId: string;
  readonly heads: number;
  /** Days that the heads count with, where somebody joined or left in the month and the price is a head's. */
  readonly headDays?: number | undefined;
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  /**
   * Value-added tax on top of the fee: nought when the fee contains it, `null` when no method is established.
   */
  readonly vatOnTopFen: Fen | null;
  /** True where the law has it on the whole price, pay and contributions passed through included. */
  readonly isVatOnPrice?: true | undefined;
}

/** A worker under a contract, and what a fee may be reckoned on. */
export interface FeeHead {
  readonly workerId: string;
  /** Without one there is no fee. */
  readonly contractId: string | undefined;
  readonly grossFen: Fen;
  /** Days under the contract, of somebody who joined or left in the month. */
  readonly stay: Stay | undefined;
  /** Pay and employer's contributions that the agency passes through; asked for only where a tax is on it. */
  readonly passedThrough: () => Fen;
}

/** What of its contract's fee falls to a worker. */
export interface FeeShare {
  readonly agencyFeeFen: Fen;
  readonly vatFen: Fen;
}

/** The fees of all contracts, each reckoned once on all its workers. */
export interface FeeBook {
  /** In the order of the contracts; a contract without workers has none. */
  readonly fees: readonly ContractFee[];
  shareOf(workerId: string): FeeShare;
  /** What has to be said of the fees. */
  remarks(): readonly Issue[];
}

/** A contract with its workers of the month and the fee that comes of them. */
export interface FeeCase {
  readonly contract: ChargedAgreement;
  readonly heads: readonly FeeHead[];
  readonly fee: ContractFee;
}

const noShare: FeeShare = { agencyFeeFen: zeroFen, vatFen: zeroFen };

/** What fees are reckoned for. */
export interface FeeMonth extends Pick<UnitMonth, "agencies" | "period"> {
  readonly contracts: readonly ChargedAgreement[];
}

/** Reckons the fees of contracts on their workers of the month, under the law of a day. */
export function reckonFees(heads: readonly FeeHead[], input: FeeMonth, tax: FeeTax): FeeBook {
  const byContract = groupBy(heads, (head) => head.contractId);
  const taxpayers = new Map(input.agencies.map((agency) => [agency.id, agency.vatTaxpayer]));
  const shares = new Map<string, FeeShare>();
  const cases = input.contracts.flatMap((contract): readonly FeeCase[] => {
    const own = byContract.get(contract.id);
    if (own === undefined) return [];
    const month = { month: input.period, stays: own.map((head) => head.stay) };
    const isWhole = own.every((head) => head.stay === undefined);
    const grossFen = own.map((head) => head.grossFen);
    const { totalFen, sharesFen } = serviceFee(contract.feeTerms, grossFen, isWhole ? undefined : month);
    const onTop = taxOnTop(contract, { feeFen: totalFen, heads: own }, taxpayers.get(contract.agencyId), tax);
    const taxShares = taxSharesOf(onTop, sharesFen, own);
    for (const [index, head] of own.entries()) {
      const share = { agencyFeeFen: sharesFen[index] ?? zeroFen, vatFen: taxShares[index] ?? zeroFen };
      shares.set(head.workerId, share);
    }
    const { id: contractId, agencyId } = contract;
    const counted = isWhole ? {} : headDaysOf(contract, own, input);
    const size = { heads: own.length, ...counted, grossFen: sumFen(grossFen) };
    const fee = { contractId, agencyId, ...size, feeFen: totalFen, vatOnTopFen: onTop.vatFen };
    return [{ contract, heads: own, fee: onTop.isOnPrice ? { ...fee, isVatOnPrice: true } : fee }];
  });
  return {
    fees: cases.map(({ fee }) => fee),
    shareOf: (workerId) => shares.get(workerId) ?? noShare,
    remarks: () => cases.flatMap((feeCase) => feeRemarks(feeCase, input, taxpayers, tax)),
  };
}

/** Tax follows what it is on: the fee, or the price with everything that is passed through. */
function taxSharesOf(
  { vatFen, isOnPrice }: TaxOnTop,
  feeSharesFen: readonly Fen[],
  heads: readonly FeeHead[],
): readonly Fen[] {
  if (vatFen === null || vatFen === 0) return [];
  const weights = isOnPrice
    ? heads.map((head, index) => Math.max(0, head.passedThrough() + (feeSharesFen[index] ?? 0)))
    : feeSharesFen;
  return allocate(vatFen, weights);
}

function headDaysOf(
  { feeTerms }: ChargedAgreement,
  heads: readonly FeeHead[],
  { period }: Pick<UnitMonth, "period">,
): Pick<ContractFee, "headDays"> {
  if (feeTerms.kind !== "per-head" && feeTerms.kind !== "per-head-tiered") return {};
  const days = heads.map(({ stay }) => countedDays(feeTerms.headCounting, stay ?? {}, period));
  return { headDays: days.reduce((sum, own) => sum + own, 0) };
}
