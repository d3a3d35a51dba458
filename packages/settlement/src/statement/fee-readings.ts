import {
  createIssue,
  formatYuan,
  serviceFee,
  type AgencyContract,
  type Fen,
  type FeeTerms,
  type Issue,
  type MonthStays,
} from "@tongchou/core";
import { settlementIssues } from "../issues.js";

/**
 * The readings that a fee rests on because its terms do not say them, each with the figure of the other
 * reading; where both come to the same nothing is said.
 *
 * @param grossFen gross pay of each worker under the contract, in the order of the stays
 * @returns `fee-tier-basis-assumed` and `fee-head-counting-assumed`
 * @example
 * const contract = { id: "C1", feeTerms: { kind: "per-head", monthlyFen: fen(6200) } };
 * const joined = { month: period("2024-03"), stays: [{ from: plainDate("2024-03-16") }] };
 * assumedReadings(contract, [fen(400000)], joined).map(({ code }) => code);
 * // => ["fee-head-counting-assumed"]
 */
export function assumedReadings(
  { id, feeTerms }: Pick<AgencyContract, "id" | "feeTerms">,
  grossFen: readonly Fen[],
  stays: MonthStays,
): readonly Issue[] {
  const fee = serviceFee(feeTerms, grossFen, stays).totalFen;
  return otherReadings(feeTerms).flatMap(({ code, terms }) => {
    const otherFee = serviceFee(terms, grossFen, stays).totalFen;
    if (otherFee === fee) return [];
    const values = { contract: id, fee: formatYuan(fee), otherFee: formatYuan(otherFee) };
    return [createIssue(settlementIssues, code, values)];
  });
}

type ReadingCode = "fee-tier-basis-assumed" | "fee-head-counting-assumed";

function otherReadings(terms: FeeTerms): readonly { readonly code: ReadingCode; readonly terms: FeeTerms }[] {
  if (terms.kind !== "per-head" && terms.kind !== "per-head-tiered") return [];
  const readings: { code: ReadingCode; terms: FeeTerms }[] = [];
  if (terms.kind === "per-head-tiered" && terms.basis === undefined) {
    readings.push({ code: "fee-tier-basis-assumed", terms: { ...terms, basis: "volume" } });
  }
  if (terms.headCounting === undefined) {
    readings.push({
      code: "fee-head-counting-assumed",
      terms: { ...terms, headCounting: { kind: "by-day" } },
    });
  }
  return readings;
}
