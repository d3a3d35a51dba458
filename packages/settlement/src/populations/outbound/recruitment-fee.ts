import {
  createIssue,
  fen,
  groupBy,
  multiplyRate,
  parsed,
  sumFen,
  type Fen,
  type Parsed,
  type RatePpm,
} from "@tongchou/core";
import { settlementIssues } from "../../issues.js";

/**
 * What a labour co-operative gets for the people it brings to an order: a price a head, due once somebody has
 * stayed so many days, a share of their gross pay, or one amount.
 */
export type RecruitmentTerms =
  | { readonly kind: "per-head"; readonly headFen: Fen; readonly afterDays?: number | undefined }
  | { readonly kind: "rate-on-gross"; readonly ppm: RatePpm }
  | { readonly kind: "fixed"; readonly feeFen: Fen };

/** A labour co-operative (劳务协作合作社) with what was agreed for this order. */
export interface LabourCooperative {
  readonly cooperativeId: string;
  readonly terms: RecruitmentTerms;
}

/** Somebody on the order, and who brought him or her. */
export interface Recruit {
  readonly workerId: string;
  /** None for somebody who came alone. */
  readonly cooperativeId?: string | undefined;
  readonly grossFen: Fen;
  readonly daysStayed: number;
}

/** A co-operative's fee on one order. */
export interface RecruitmentFee {
  readonly cooperativeId: string;
  /** People it brought. */
  readonly heads: number;
  /** Those of them the fee is due for. */
  readonly dueHeads: number;
  readonly feeFen: Fen;
}

/**
 * Reckons what each co-operative gets on an order (P1-5.3). The order pays it, never the worker: it is in no
 * deduction. A rate is reckoned once on the gross pay of all its people, half-up to the fen.
 *
 * @returns one fee for each co-operative in the given order, with the error `cooperative-missing` for people
 *   whose co-operative is not on the order and `cooperative-repeated` for one that stands there twice
 * @example
 * const terms = { kind: "per-head", headFen: fen(30000), afterDays: 30 } as const;
 * const recruit = { cooperativeId: "C1", grossFen: fen(600000) };
 * const fees = recruitmentFees(
 *   [{ cooperativeId: "C1", terms }],
 *   [{ ...recruit, workerId: "W1", daysStayed: 30 }, { ...recruit, workerId: "W2", daysStayed: 29 }],
 * );
 * fees.ok && fees.value; // => [{ cooperativeId: "C1", heads: 2, dueHeads: 1, feeFen: 30000 }]
 */
export function recruitmentFees(
  cooperatives: readonly LabourCooperative[],
  recruits: readonly Recruit[],
): Parsed<readonly RecruitmentFee[]> {
  const brought = groupBy(recruits, ({ cooperativeId }) => cooperativeId);
  const byId = groupBy(cooperatives, ({ cooperativeId }) => cooperativeId);
  const missing = recruits
    .filter(({ cooperativeId }) => cooperativeId !== undefined && !byId.has(cooperativeId))
    .map(({ workerId, cooperativeId = "" }) =>
      createIssue(
        settlementIssues,
        "cooperative-missing",
        { cooperative: cooperativeId },
        { subject: { workerId } },
      ),
    );
  const repeated = [...byId]
    .filter(([, group]) => group.length > 1)
    .map(([cooperative]) => createIssue(settlementIssues, "cooperative-repeated", { cooperative }));
  const fees = [...byId.values()]
    .filter((group) => group.length === 1)
    .flat()
    .map(({ cooperativeId, terms }) => feeOf(cooperativeId, terms, brought.get(cooperativeId) ?? []));
  return parsed(fees, [...missing, ...repeated]);
}

function feeOf(cooperativeId: string, terms: RecruitmentTerms, people: readonly Recruit[]): RecruitmentFee {
  const heads = people.length;
  switch (terms.kind) {
    case "per-head": {
      const dueHeads = people.filter(({ daysStayed }) => daysStayed >= (terms.afterDays ?? 0)).length;
      return { cooperativeId, heads, dueHeads, feeFen: fen(terms.headFen * dueHeads) };
    }
    case "rate-on-gross": {
      const grossFen = sumFen(people.map((recruit) => recruit.grossFen));
      return { cooperativeId, heads, dueHeads: heads, feeFen: multiplyRate(grossFen, terms.ppm, "half-up") };
    }
    case "fixed":
      return { cooperativeId, heads, dueHeads: heads, feeFen: terms.feeFen };
  }
}
