import {
  addDays,
  fen,
  lastDayOf,
  maxFen,
  subtractFen,
  sumFen,
  zeroFen,
  type DeductionClaimKind,
  type Fen,
  type Period,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import {
  takeDeductions,
  type DeductionClaim,
  type PayAfterClaims,
  type PayBeforeClaims,
} from "./take-deductions.js";
import { instalmentsOf, type Instalment, type WageAdvance } from "./wage-advance.js";

/** What somebody owes out of pay, over several months. */
export interface PayDebt extends Omit<DeductionClaim, "dueFen"> {
  readonly amountFen: Fen;
  /** What falls due when; without them the whole at once. They add up to the amount. */
  readonly instalments?: readonly Instalment[] | undefined;
}

/** A worker's pay of one month. */
export interface DebtorMonth extends PayBeforeClaims {
  readonly month: Period;
}

/** One month of repayment. */
export interface RepaidMonth extends PayAfterClaims {
  readonly month: Period;
  /** Owed at the end of the month, what this month added included. */
  readonly openFen: Fen;
}

/** Repayment over months, and what is still owed after them. */
export interface Repayment {
  readonly months: readonly RepaidMonth[];
  readonly open: readonly { readonly id: string; readonly kind: DeductionClaimKind; readonly leftFen: Fen }[];
}

/**
 * The debt of a wage advance.
 *
 * @example
 * const paid = { id: "A1", paidOn: plainDate("2024-02-05"), amountFen: fen(100000) };
 * const advance = { ...paid, firstMonth: period("2024-03"), instalments: 2 };
 * debtOfAdvance(advance).instalments?.length; // => 2
 */
export function debtOfAdvance(advance: WageAdvance): PayDebt {
  const { id, paidOn, amountFen } = advance;
  return { id, kind: "wage-advance", since: paidOn, amountFen, instalments: instalmentsOf(advance) };
}

/**
 * Repays debts out of the pay of several months: each month takes what has fallen due so far and is not yet
 * repaid, never more than the net pay and the limits of {@link takeDeductions} allow; the rest waits.
 *
 * A month whose net pay is negative pays nothing. What is missing becomes a debt of its own
 * (`carried-net`), due from the month after: insurance and fund were paid in for the worker.
 *
 * @param months in rising order
 * @param where division of the workplace, and the day whose knowledge of the minimum wage is used
 * @example
 * const nothing = { month: period("2024-03"), grossFen: fen(0), overtimeFen: fen(0), netFen: fen(-39574) };
 * const paid = { month: period("2024-04"), grossFen: fen(400000), overtimeFen: fen(0), netFen: fen(350000) };
 * const facts = createFacts(jiujiangPacks);
 * const { months, open } = repayDebts([nothing, paid], [], { division: "360403" }, facts);
 * months.map(({ payableFen, openFen }) => [payableFen, openFen]); // => [[0, 39574], [310426, 0]]
 * open; // => []
 */
export function repayDebts(
  months: readonly DebtorMonth[],
  debts: readonly PayDebt[],
  where: { readonly division: string; readonly knownOn?: PlainDate | undefined },
  facts: Facts,
): Repayment {
  let owed: readonly OwedDebt[] = debts.map((debt) => ({ debt, repaidFen: zeroFen }));
  const repaid = months.map(({ month, ...pay }): RepaidMonth => {
    const claims = owed.filter((entry) => leftOf(entry) > 0).map((entry) => claimIn(entry, month));
    const after = takeDeductions(pay, claims, { ...where, on: lastDayOf(month) }, facts);
    owed = [...owed.map((entry) => repay(entry, after)), ...debtOfMonth(month, after)];
    const openFen = sumFen(owed.map(leftOf));
    return { month, ...after, openFen };
  });
  const open = owed
    .filter((entry) => leftOf(entry) > 0)
    .map((entry) => ({ id: entry.debt.id, kind: entry.debt.kind, leftFen: leftOf(entry) }));
  return { months: repaid, open };
}

interface OwedDebt {
  readonly debt: PayDebt;
  readonly repaidFen: Fen;
}

function leftOf({ debt, repaidFen }: OwedDebt): Fen {
  return subtractFen(debt.amountFen, repaidFen);
}

function claimIn({ debt, repaidFen }: OwedDebt, month: Period): DeductionClaim {
  const { amountFen, instalments, ...claim } = debt;
  const due = instalments?.filter((instalment) => instalment.month <= month);
  const dueFen = due === undefined ? amountFen : sumFen(due.map((instalment) => instalment.amountFen));
  return { ...claim, dueFen: maxFen(zeroFen, subtractFen(dueFen, repaidFen)) };
}

function repay(entry: OwedDebt, { taken }: PayAfterClaims): OwedDebt {
  const found = taken.find(({ id, kind }) => id === entry.debt.id && kind === entry.debt.kind);
  return { ...entry, repaidFen: fen(entry.repaidFen + (found?.takenFen ?? 0)) };
}

function debtOfMonth(month: Period, { carriedFen }: PayAfterClaims): readonly OwedDebt[] {
  if (carriedFen === 0) return [];
  const since = addDays(lastDayOf(month), 1);
  const debt: PayDebt = { id: `net-${month}`, kind: "carried-net", since, amountFen: carriedFen };
  return [{ debt, repaidFen: zeroFen }];
}
