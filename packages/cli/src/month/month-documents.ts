import { createIssue, type Issue } from "@tongchou/core";
import { bankFiles } from "../documents/bank-files.js";
import { formFiles } from "../documents/form-files.js";
import { issueFiles } from "../documents/issue-files.js";
import { manifestFile } from "../documents/manifest.js";
import { planFiles } from "../documents/plan-files.js";
import { statementFiles } from "../documents/statement-files.js";
import { taxFiles } from "../documents/tax-files.js";
import { joinDocuments, type MonthFile, type WrittenDocuments } from "../documents/workbook-file.js";
import { agentChangeNotices, carryDebts, type SettledMonth } from "@tongchou/settlement";
import { cliIssues } from "../issues.js";
import { summariseMonth, type MonthSummary } from "../report/month-summary.js";
import type { Progress } from "../terminal/progress.js";
import { carriedFiles } from "./carried-debts.js";
import type { LoadedMonth, PaymentOptions } from "./month-run.js";

/** Everything that a month's run writes, with every issue of the run. */
export interface MonthDocuments {
  readonly files: readonly MonthFile[];
  readonly issues: readonly Issue[];
  readonly summary: MonthSummary;
}

/** Writes all documents of a settled month. */
export async function monthDocuments(
  loaded: LoadedMonth,
  settled: SettledMonth,
  payment: PaymentOptions,
  progress: Progress,
): Promise<MonthDocuments> {
  const { month, knownOn } = loaded;
  const { statements, rosters } = settled;
  const planned = new Map(settled.plan.workers.map((entry) => [entry.worker.workerId, entry]));
  const workers = new Map(settled.plan.workers.map(({ worker }) => [worker.workerId, worker]));
  const written: WrittenDocuments[] = [];
  const write = async (zh: string, en: string, documents: Promise<WrittenDocuments>): Promise<void> => {
    progress.step({ zh, en });
    written.push(await documents);
  };
  await write("写结算单", "writing statements", statementFiles(statements));
  await write(
    "写代发文件",
    "writing bank files",
    bankFiles(statements, { ...payment, workers, agencies: month.agencies }),
  );
  await write(
    "写专班报表",
    "writing policy forms",
    formFiles({ month: { ...month, rosters }, planned, statements }),
  );
  await write("写个税导入表", "writing tax sheets", taxFiles(statements, planned));
  const { files, issues: found } = joinDocuments(written);
  const payer = payment.payer === undefined ? [createIssue(cliIssues, "payer-account-missing")] : [];
  const changes = agentChangeNotices(settled, month, loaded.facts);
  const issues = [...settled.issues, ...changes.issues, ...found, ...payer];
  await write("写平移方案", "writing the plan", planFiles(settled.plan.workers, issues, changes.notices));
  await write("写问题清单", "writing the list of issues", issueFiles(issues));
  const summary = summariseMonth(month, { ...settled, issues }, knownOn);
  const lists = joinDocuments(written.slice(-2)).files;
  const summaryFile = { path: "summary.json", bytes: `${JSON.stringify(summary, undefined, 1)}\n` };
  const carried = carriedFiles(month.period, carryDebts(settled, statements));
  const all = [...files, ...carried, ...lists, summaryFile];
  const manifest = manifestFile({ period: month.period, knownOn, files: all });
  return { files: [...all, manifest], issues, summary };
}
