import {
  createIssue,
  fen,
  formatYuan,
  groupBy,
  parsed,
  subtractFen,
  sumFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "../../issues.js";
import type { LawDate } from "../../law-date.js";
import { labourPay, type LabourPay, type PayTerms, type WorkDone } from "../labour-pay.js";
import { checkMinimum } from "../minimum-check.js";
import { deductionIssues, type WageDeduction } from "../wage-deduction.js";

/** One worker on an order. */
export interface OutboundWorker {
  readonly workerId: string;
  readonly workerName: string;
  readonly cooperativeId?: string | undefined;
  readonly terms: PayTerms;
  readonly work: WorkDone;
  readonly overtimeFen?: Fen | undefined;
  readonly deductions: readonly WageDeduction[];
  /** Insurance and housing fund that the employer pays on top. */
  readonly contributionsFen: Fen;
  /** Days since the worker came to the order. */
  readonly daysStayed: number;
}

/** One worker's part of an order. */
export interface OutboundWage {
  readonly workerId: string;
  readonly pay: LabourPay;
  readonly grossFen: Fen;
  readonly deductionsFen: Fen;
  readonly netFen: Fen;
}

/** A worker with the reckoned pay. */
export interface SettledWorker {
  readonly worker: OutboundWorker;
  readonly wage: OutboundWage;
}

/** The wages of an order: who can be reckoned, who cannot, and why. */
export interface OutboundWages {
  readonly settled: readonly SettledWorker[];
  readonly excluded: readonly { readonly workerId: string; readonly codes: readonly string[] }[];
  readonly issues: readonly Issue[];
}

/** Reckons every worker of an order; whoever cannot be reckoned is excluded and holds nobody up. */
export function outboundWages(
  {
    workers,
    division,
  }: { readonly workers: readonly OutboundWorker[]; readonly division?: string | undefined },
  law: LawDate,
  facts: Facts,
): OutboundWages {
  const rowsOf = groupBy(workers, ({ workerId }) => workerId);
  const settled: SettledWorker[] = [];
  const excluded: OutboundWages["excluded"][number][] = [];
  const issues: Issue[] = [];
  for (const worker of workers) {
    const { workerId } = worker;
    const wage = wageOf(worker, rowsOf.get(workerId)?.length ?? 0, law, facts);
    issues.push(...wage.issues.map((issue) => ({ ...issue, subject: { workerId } })));
    if (wage.ok) {
      settled.push({ worker, wage: wage.value });
      issues.push(...minimumIssues(worker, wage.value, { division, law, facts }));
    } else excluded.push({ workerId, codes: wage.issues.map(({ code }) => code) });
  }
  return { settled, excluded, issues };
}

function minimumIssues(
  { workerId, work }: OutboundWorker,
  { pay }: OutboundWage,
  test: { readonly division: string | undefined; readonly law: LawDate; readonly facts: Facts },
): readonly Issue[] {
  const { division, law, facts } = test;
  if (division === undefined) return [];
  const { issues } = checkMinimum({ division, work, pay }, law, facts);
  return issues.map((issue) => ({ ...issue, subject: { workerId } }));
}

function wageOf(worker: OutboundWorker, rows: number, law: LawDate, facts: Facts): Parsed<OutboundWage> {
  const pay = labourPay(worker.terms, worker.work, law, facts);
  const issues: Issue[] = [...pay.issues, ...deductionIssues(worker.deductions)];
  if (rows > 1) issues.push(createIssue(settlementIssues, "wage-line-repeated", { rows }));
  if (!pay.ok || issues.length > 0) return { ok: false, issues };
  const grossFen = fen(pay.value.payFen + (worker.overtimeFen ?? zeroFen));
  const deductionsFen = sumFen(worker.deductions.map(({ amountFen }) => amountFen));
  const netFen = subtractFen(grossFen, deductionsFen);
  if (netFen < 0) {
    return {
      ok: false,
      issues: [createIssue(settlementIssues, "negative-net", { net: formatYuan(netFen) })],
    };
  }
  return parsed({ workerId: worker.workerId, pay: pay.value, grossFen, deductionsFen, netFen });
}
