import { fen, formatYuan, groupBy, type FeeCapInput, type Fen } from "@tongchou/core";
import { capFigures } from "../statement/fee-cap.js";
import { breachIn, type TermFinding } from "./account-breach.js";
import type { AccountedMonth, AccountedUnit } from "./accounted-unit.js";

/** A newly chosen agency's fee in a month, against the original purchase cost of the same workers. */
export interface CapMonth extends Omit<FeeCapInput, "waiver"> {
  readonly contractId: string;
  /** What the fee or the whole cost is above the original; nought within the cap. */
  readonly excessFen: Fen;
  readonly waiverId?: string | undefined;
}

/** The caps that a month has to keep. */
export function capsIn({ statement, entries }: AccountedMonth): readonly CapMonth[] {
  const bySettledContract = groupBy(entries, ({ line }) => line.settledContractId);
  return statement.input.contracts.flatMap((contract): readonly CapMonth[] => {
    const figures = capFigures(contract, bySettledContract.get(contract.id) ?? []);
    if (figures === undefined) return [];
    const { waiver, ...sides } = figures;
    const aboveFee = sides.newFeeFen - sides.originalFeeFen;
    const aboveTotal = sides.newTotalFen - sides.originalTotalFen;
    const excessFen = fen(Math.max(0, aboveFee, aboveTotal));
    return [{ contractId: contract.id, ...sides, excessFen, waiverId: waiver?.documentId }];
  });
}

/** A newly chosen agency's fee stays within the original purchase cost in every month, or has its waiver. */
export function capTerm({ after }: AccountedUnit): TermFinding {
  const caps = after.flatMap((month) => capsIn(month).map((cap) => ({ month, cap })));
  const breaches = caps
    .filter(({ cap }) => cap.excessFen > 0 && cap.waiverId === undefined)
    .map(({ month, cap }) => {
      const values = {
        fee: formatYuan(cap.newFeeFen),
        originalFee: formatYuan(cap.originalFeeFen),
        total: formatYuan(cap.newTotalFen),
        originalTotal: formatYuan(cap.originalTotalFen),
      };
      return breachIn(month, "cap", "account-fee-above-cap", values, { contractId: cap.contractId });
    });
  return { term: "cap", isTested: caps.length > 0, breaches };
}
