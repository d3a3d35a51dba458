import { createIssue, formatYuan, groupBy, lastDayOf, subtractFen, sumFen, type Issue } from "@tongchou/core";
import { settlementIssues } from "../../issues.js";
import { carryDebts, type SettledDebts } from "./carried-debt.js";
import type { JoinedMonth } from "./join-changes.js";

/** `leaver-owes` for everybody who has left and still owes something after the month is settled. */
export function leaverIssues(month: JoinedMonth, statements: Iterable<SettledDebts>): readonly Issue[] {
  const monthEnds = lastDayOf(month.period);
  const open = carryDebts(month, statements).filter((debt) => debt.amountFen > debt.repaidFen);
  return [...groupBy(open, ({ workerId }) => workerId)].flatMap(([workerId, debts]) => {
    const leftOn = month.payByWorker.get(workerId)?.leftOn;
    if (leftOn === undefined || leftOn > monthEnds) return [];
    const openFen = sumFen(debts.map(({ amountFen, repaidFen }) => subtractFen(amountFen, repaidFen)));
    const claims = debts.map(({ id }) => id).join(", ");
    const values = { day: leftOn, open: formatYuan(openFen), claims };
    const subject = { unitId: debts[0]?.unitId, workerId };
    return [createIssue(settlementIssues, "leaver-owes", values, { subject })];
  });
}
