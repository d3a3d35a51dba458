import {
  fen,
  maxFen,
  minFen,
  monthsBetween,
  subtractFen,
  sumFen,
  zeroFen,
  type DebtTerms,
  type Fen,
  type Period,
} from "@tongchou/core";
import type { DeductionClaim } from "../../pay/deductions/take-deductions.js";
import { instalmentsOf } from "../../pay/deductions/wage-advance.js";

/** What a worker owes out of pay, and what of it has been taken in the months before. */
export interface WorkerDebt extends DebtTerms {
  readonly repaidFen: Fen;
}

/**
 * What of a debt is to be taken in a month: all that has fallen due so far and is not repaid.
 *
 * @returns nothing where nothing is due
 * @example
 * const plan = { kind: "monthly", firstMonth: period("2024-02"), monthlyFen: fen(50000) } as const;
 * const order = { id: "A1", kind: "court-order", since: plainDate("2024-01-10"), plan } as const;
 * const debt = { ...order, amountFen: fen(120000), keepFen: fen(200000), repaidFen: fen(30000) };
 * claimOfDebt(debt, period("2024-03"))?.dueFen; // => 70000
 * claimOfDebt(debt, period("2024-01")); // => undefined
 */
export function claimOfDebt(debt: WorkerDebt, month: Period): DeductionClaim | undefined {
  const { id, kind, since, keepFen, repaidFen } = debt;
  const dueFen = maxFen(zeroFen, subtractFen(fallenDue(debt, month), repaidFen));
  if (dueFen === 0) return undefined;
  return { id, kind, since, dueFen, ...(keepFen === undefined ? {} : { keepFen }) };
}

/** What has fallen due up to a month, whether it was repaid or not. */
function fallenDue({ id, since, amountFen, plan }: WorkerDebt, month: Period): Fen {
  switch (plan?.kind) {
    case undefined:
      return amountFen;
    case "instalments": {
      const due = instalmentsOf({ id, paidOn: since, amountFen, ...plan }).filter(
        (instalment) => instalment.month <= month,
      );
      return sumFen(due.map((instalment) => instalment.amountFen));
    }
    case "monthly": {
      const months = maxFen(zeroFen, fen(monthsBetween(plan.firstMonth, month) + 1));
      return minFen(amountFen, fen(plan.monthlyFen * months));
    }
  }
}
