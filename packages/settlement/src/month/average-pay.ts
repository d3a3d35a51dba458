import {
  divideRounded,
  fen,
  monthsBetween,
  partsOfPeriod,
  period as periodFrom,
  periodOf,
  type Fen,
  type PayRecord,
  type Period,
  type Worker,
} from "@tongchou/core";

/** Average monthly pay over some months. */
export interface AveragePay {
  readonly amountFen: Fen;
  readonly months: number;
}

/**
 * Average monthly pay of this year before a month, by worker id, from the income that pay records carry in.
 *
 * @param pay pay records by worker id
 * @returns nothing for workers without income before the month, or hired in it
 */
export function averagePayBefore(
  month: Period,
  workers: readonly Worker[],
  pay: ReadonlyMap<string, PayRecord>,
): ReadonlyMap<string, AveragePay> {
  const january = periodFrom(`${partsOfPeriod(month).year}-01`);
  const averages = new Map<string, AveragePay>();
  for (const { workerId, hiredOn } of workers) {
    const income = pay.get(workerId)?.incomeBeforeFen ?? 0;
    const hired = hiredOn === undefined ? january : periodOf(hiredOn);
    const months = monthsBetween(hired > january ? hired : january, month);
    if (income <= 0 || months <= 0) continue;
    averages.set(workerId, { amountFen: fen(divideRounded(income, months, "half-up")), months });
  }
  return averages;
}
