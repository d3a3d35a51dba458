import {
  createIssue,
  groupBy,
  parsed,
  settlementRouteOf,
  sumFen,
  type Fen,
  type Issue,
  type Parsed,
  type Period,
  type RouteOf,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "../../issues.js";
import type { LawDate } from "../../law-date.js";
import { labourPay, type LabourPay, type PayTerms, type WorkDone } from "../labour-pay.js";
import { checkMinimum } from "../minimum-check.js";
import type { OutsidePayee, OwnAccount } from "../outside-instruction.js";

/** One worker's days on a work-relief project; nothing may be taken from the pay. */
export interface ReliefWork {
  readonly workerId: string;
  readonly workerName: string;
  /** By day as a rule, at the rate that is usual in the place. */
  readonly terms: PayTerms;
  readonly work: WorkDone;
  readonly ownAccount?: OwnAccount | undefined;
}

/** One worker's labour pay. */
export interface ReliefWage extends OutsidePayee {
  readonly pay: LabourPay;
}

/** The labour pay of a project for a month, to be paid from public funds onto the workers' own cards. */
export interface ReliefWageTable {
  readonly population: "work-relief";
  readonly route: RouteOf<"work-relief">;
  readonly projectId: string;
  readonly month: Period;
  readonly lines: readonly ReliefWage[];
  readonly totalFen: Fen;
}

/** The work of a project for a month. */
export interface ReliefMonth {
  readonly projectId: string;
  readonly month: Period;
  /** Six digits of the division where the work is done; without it no minimum wage is tested. */
  readonly division?: string | undefined;
  readonly workers: readonly ReliefWork[];
}

/**
 * Reckons the labour pay of a work-relief project for a month (国家以工代赈管理办法: in full, on time, and
 * nothing taken).
 *
 * @param law `on` is the last day of the month
 * @returns the table, whose lines {@link instructOutside} takes as payees; a worker is left out, with the
 *   issue, for `wage-line-repeated` and the issues of {@link labourPay}. `pay-below-attendance-minimum` stands
 *   beside where the place is known
 * @example
 * const worker = {
 *   workerId: "W1", workerName: "王五", terms: { kind: "day", dayFen: fen(15000) },
 *   work: { attendedCentidays: 1800 },
 * } as const;
 * const month = { projectId: "PR9", month: period("2024-03"), workers: [worker] };
 * const table = reliefWages(month, { on: plainDate("2024-03-31") }, createFacts(jiujiangPacks));
 * table.ok && table.value.totalFen; // => 270000
 */
export function reliefWages(given: ReliefMonth, law: LawDate, facts: Facts): Parsed<ReliefWageTable> {
  const rowsOf = groupBy(given.workers, ({ workerId }) => workerId);
  const lines: ReliefWage[] = [];
  const issues: Issue[] = [];
  for (const { workerId, workerName, terms, work, ownAccount } of given.workers) {
    const subject = { workerId };
    const rows = rowsOf.get(workerId)?.length ?? 0;
    const pay = labourPay(terms, work, law, facts);
    issues.push(...pay.issues.map((issue) => ({ ...issue, subject })));
    if (rows > 1) issues.push(createIssue(settlementIssues, "wage-line-repeated", { rows }, { subject }));
    if (!pay.ok || rows > 1) continue;
    if (given.division !== undefined) {
      const paid = { division: given.division, work, pay: pay.value };
      const { issues: found } = checkMinimum(paid, law, facts);
      issues.push(...found.map((issue) => ({ ...issue, subject })));
    }
    lines.push({ workerId, workerName, ownAccount, pay: pay.value, netFen: pay.value.payFen });
  }
  const table: ReliefWageTable = {
    population: "work-relief",
    route: settlementRouteOf["work-relief"],
    projectId: given.projectId,
    month: given.month,
    lines,
    totalFen: sumFen(lines.map(({ netFen }) => netFen)),
  };
  return parsed(table, issues);
}
