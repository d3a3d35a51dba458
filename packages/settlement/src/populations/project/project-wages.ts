import {
  addDays,
  addMonths,
  createIssue,
  daysBetween,
  failed,
  fen,
  formatYuan,
  groupBy,
  parsed,
  settlementRouteOf,
  subtractFen,
  sumFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
  type RouteOf,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "../../issues.js";
import type { AttendanceMinimum } from "../attendance-minimum.js";
import { labourPay, type LabourPay, type PayTerms, type WorkDone } from "../labour-pay.js";
import { checkMinimum } from "../minimum-check.js";
import { namingFacts } from "../named-facts.js";
import type { OwnAccount } from "../outside-instruction.js";
import { deductionIssues, type WageDeduction } from "../wage-deduction.js";

/** One worker's row of a wage table as the subcontractor draws it up. */
export interface ProjectWageDraft {
  readonly workerId: string;
  readonly workerName: string;
  /** True when the labour contract is signed and the worker stands on the real-name register (article 28). */
  readonly registered: boolean;
  readonly terms: PayTerms;
  readonly work: WorkDone;
  /** True in part-time work, whose minimum wage is by the hour. */
  readonly partTime?: boolean | undefined;
  /** Pay for overtime: it does not count towards the minimum wage. */
  readonly overtimeFen?: Fen | undefined;
  readonly deductions: readonly WageDeduction[];
  readonly ownAccount?: OwnAccount | undefined;
}

/** The frame of a wage table and its rows. */
export interface ProjectWageTableDraft {
  readonly tableId: string;
  readonly projectId: string;
  /** Six digits of the division where the project is built. */
  readonly division: string;
  readonly generalContractorId: string;
  /** The subcontractor whose workers these are; the general contractor for its own. */
  readonly employerId: string;
  /** Document by which the general contractor lets the platform hand its instructions to the bank. */
  readonly instructionAuthority?: string | undefined;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly lines: readonly ProjectWageDraft[];
}

/** One worker's row with its amounts. */
export interface ProjectWage extends ProjectWageDraft {
  readonly pay: LabourPay;
  readonly grossFen: Fen;
  readonly deductionsFen: Fen;
  readonly netFen: Fen;
  /** `null` where the minimum wage of the place and day is not established. */
  readonly minimum: AttendanceMinimum | null;
}

/**
 * A wage table of a project (工资支付表; State Council Order 724, article 31). Its route is part of its type:
 * it fits no unit's month and no payout batch.
 */
export interface ProjectWageTable extends Omit<ProjectWageTableDraft, "lines"> {
  readonly population: "migrant-worker";
  readonly route: RouteOf<"migrant-worker">;
  readonly lines: readonly ProjectWage[];
  /** Rows that could not be reckoned, and the codes of their issues. */
  readonly excluded: readonly { readonly workerId: string; readonly codes: readonly string[] }[];
  readonly grossFen: Fen;
  readonly netFen: Fen;
}

/**
 * Reckons a project's wage table from attendance, quantities and terms.
 *
 * @param draft amounts in fen; the period is at most a month
 * @param knownOn day whose knowledge of facts is used
 * @returns the table, and with it the issues of its rows. A row is excluded for `wage-line-repeated`,
 *   `attendance-beyond-period`, `deduction-unlawful` and the issues of {@link labourPay}; it stays with
 *   `pay-below-attendance-minimum`, `worker-not-registered`, `negative-net`, and the warning `fact-unknown` where no
 *   minimum wage is established. `fact-not-confirmed` names each such fact. `wage-table-period-wrong` leaves no table
 * @example
 * const draft = {
 *   tableId: "T-1", projectId: "PR1", division: "360403", generalContractorId: "G1", employerId: "S1",
 *   from: plainDate("2024-03-01"), to: plainDate("2024-03-31"),
 *   lines: [{ workerId: "W1", workerName: "张三", registered: true, terms: { kind: "day", dayFen: fen(22000) },
 *     work: { attendedCentidays: 2350 }, deductions: [] }],
 * } as const;
 * const table = projectWages(draft, createFacts(jiujiangPacks));
 * table.ok && [table.value.route, table.value.netFen]; // => ["project-account", 517000]
 */
export function projectWages(
  draft: ProjectWageTableDraft,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<ProjectWageTable> {
  return namingFacts(facts, (recorded) => reckonTable(draft, recorded, knownOn));
}

function reckonTable(
  draft: ProjectWageTableDraft,
  facts: Facts,
  knownOn: PlainDate | undefined,
): Parsed<ProjectWageTable> {
  const { from, to } = draft;
  if (to < from || to >= addMonths(from, 1)) {
    return failed(createIssue(settlementIssues, "wage-table-period-wrong", { from, to }));
  }
  const rowsOf = groupBy(draft.lines, ({ workerId }) => workerId);
  const lines: ProjectWage[] = [];
  const excluded: ProjectWageTable["excluded"][number][] = [];
  const issues: Issue[] = [];
  for (const row of draft.lines) {
    const rows = rowsOf.get(row.workerId)?.length ?? 0;
    const found = reckonRow(row, draft, facts, { rows, knownOn });
    const subject = { workerId: row.workerId };
    issues.push(...found.issues.map((issue) => ({ ...issue, subject })));
    if (found.ok) lines.push(found.value);
    else excluded.push({ workerId: row.workerId, codes: found.issues.map(({ code }) => code) });
  }
  const table: ProjectWageTable = {
    ...draft,
    population: "migrant-worker",
    route: settlementRouteOf["migrant-worker"],
    lines,
    excluded,
    grossFen: sumFen(lines.map((line) => line.grossFen)),
    netFen: sumFen(lines.map((line) => line.netFen)),
  };
  return parsed(table, issues);
}

function reckonRow(
  row: ProjectWageDraft,
  { from, to, division }: ProjectWageTableDraft,
  facts: Facts,
  { rows, knownOn }: { readonly rows: number; readonly knownOn: PlainDate | undefined },
): Parsed<ProjectWage> {
  const law = { on: to, knownOn };
  const pay = labourPay(row.terms, row.work, law, facts);
  const issues: Issue[] = [...rowIssues(row, daysBetween(from, addDays(to, 1))), ...pay.issues];
  if (rows > 1) issues.push(createIssue(settlementIssues, "wage-line-repeated", { rows }));
  if (!pay.ok || issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
  const { work, partTime } = row;
  const found = checkMinimum({ division, work, partTime, pay: pay.value }, law, facts);
  const deductionsFen = sumFen(row.deductions.map(({ amountFen }) => amountFen));
  const grossFen = fen(pay.value.payFen + (row.overtimeFen ?? zeroFen));
  const netFen = subtractFen(grossFen, deductionsFen);
  if (netFen < 0) issues.push(createIssue(settlementIssues, "negative-net", { net: formatYuan(netFen) }));
  const wage = { ...row, pay: pay.value, grossFen, deductionsFen, netFen, minimum: found.minimum };
  return parsed(wage, [...issues, ...found.issues]);
}

function rowIssues(row: ProjectWageDraft, days: number): readonly Issue[] {
  const issues: Issue[] = [];
  const { attendedCentidays } = row.work;
  if (attendedCentidays > days * 100) {
    const values = { found: attendedCentidays / 100, days };
    issues.push(createIssue(settlementIssues, "attendance-beyond-period", values));
  }
  issues.push(...deductionIssues(row.deductions));
  if (!row.registered) issues.push(createIssue(settlementIssues, "worker-not-registered"));
  return issues;
}
