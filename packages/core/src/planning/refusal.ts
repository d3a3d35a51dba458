import type { PlainDate } from "../calendar/plain-date.js";
import { coreIssues } from "../issues/catalogue.js";
import { createIssue, placeIssues, type Issue } from "../issues/issue.js";
import { formatYuan, type Fen } from "../money/fen.js";
import type { EmployerUnit } from "../parties/employer-unit.js";
import type { Worker } from "../parties/worker.js";
import { placeOf } from "../records/row-source.js";
import { severance, type Severance } from "../service-years/severance.js";
import type { MigrationDecision } from "../migration/decision-table.js";

/** What the severance of a worker who refuses is reckoned from. */
export interface RefusalFacts {
  /** Last day of the present contract: the day before the transfer. */
  readonly lastDay: PlainDate;
  readonly averagePay?: { readonly amountFen: Fen; readonly months: number } | undefined;
  readonly minimumWageFen?: Fen | undefined;
  readonly cityAverageMonthlyFen?: Fen | undefined;
  /** Employer of record, who pays (N10). */
  readonly payerId: string;
}

const monthsOfAverage = 12;

/**
 * The severance of a worker who refuses to migrate (P2-3.6), with what has to be decided.
 *
 * Where the labour relation would not move the refusal changes nothing by itself: the amount is what it would
 * cost to end the contract, and the talk comes first.
 *
 * @returns nothing for a worker who does not refuse; else the severance with `refusal` or
 *   `refusal-without-move`, the warning `severance-average-short` when the average covers fewer months than the
 *   law asks for (12, or those worked: Implementing Regulation 27), and the warnings of {@link severance}; or
 *   `refusal-severance-unknown` when hire date or pay is missing
 */
export function refusalOf(
  worker: Worker,
  unit: EmployerUnit,
  decision: MigrationDecision,
  facts: RefusalFacts,
): { readonly severance?: Severance; readonly issues: readonly Issue[] } | undefined {
  if (worker.willing !== false) return undefined;
  const context = {
    subject: { unitId: unit.id, workerId: worker.workerId },
    place: worker.source === undefined ? undefined : placeOf(worker.source, "willing"),
  };
  const average =
    facts.averagePay ??
    (worker.grossFen === undefined ? undefined : { amountFen: worker.grossFen, months: 1 });
  if (average === undefined || worker.hiredOn === undefined || worker.hiredOn > facts.lastDay) {
    return { issues: [createIssue(coreIssues, "refusal-severance-unknown", {}, context)] };
  }
  const amount = severance({
    segments: [{ from: worker.hiredOn, to: facts.lastDay }],
    average12Fen: average.amountFen,
    minimumWageFen: facts.minimumWageFen,
    cityAverageMonthlyFen: facts.cityAverageMonthlyFen,
    publicWelfarePost: worker.population === "public-welfare-post",
  });
  const values = {
    months: amount.halfMonths / 2,
    base: formatYuan(amount.baseFen),
    amount: formatYuan(amount.amountFen),
    payer: facts.payerId,
    lastDay: facts.lastDay,
  };
  const code = decision.branch === "R" ? "refusal" : "refusal-without-move";
  const issues: Issue[] = [createIssue(coreIssues, code, values, context)];
  const monthsWorked = amount.service.months + (amount.service.days > 0 ? 1 : 0);
  if (average.months < Math.min(monthsOfAverage, monthsWorked)) {
    issues.push(createIssue(coreIssues, "severance-average-short", { months: average.months }, context));
  }
  return { severance: amount, issues: [...issues, ...placeIssues(amount.issues, context)] };
}
