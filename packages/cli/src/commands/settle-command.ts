import { formatYuanGrouped } from "@tongchou/core";
import {
  carryDebts,
  settleMonth,
  type SettlementStatement,
  type StatementTotals,
} from "@tongchou/settlement";
import type { Command } from "commander";
import { statementFiles } from "../documents/statement-files.js";
import { exitCodes } from "../exit-codes.js";
import { publishFolder, type PublishOutcome } from "../files/output-folder.js";
import type { MonthFile } from "../documents/workbook-file.js";
import { carriedFiles } from "../month/carried-debts.js";
import { correctMonth } from "../month/correct-month.js";
import { boundHeapGrowth } from "../month/heap-growth.js";
import { loadMonth, type MonthArguments } from "../month/month-run.js";
import { divideMonth, settledFiles, type DividedMonth } from "../month/settle-units.js";
import { correctionJson, correctionReport } from "../report/correction-report.js";
import { createProgress, type Progress } from "../terminal/progress.js";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withCorrectsOption } from "./issued-options.js";
import { withMonthOptions, withOutputOptions } from "./month-options.js";

type Options = MonthArguments & CommonOptions & { out: string; replace?: true; corrects?: readonly string[] };

/** `tongchou settle`: the statements of a month. */
export function settleCommand(context: CommandContext): Command {
  const command = createCommand(
    context,
    "settle",
    {
      zh: "结算一个月，每家单位一份结算单（JSON 和 xlsx）",
      en: "settle a month: a statement per unit, as JSON and xlsx",
    },
    [
      {
        command: "tongchou settle --in examples/sample-month/data --period 2024-03 --out out/settled",
        zh: "只出结算单",
        en: "the statements only",
      },
      {
        command:
          "tongchou settle --in corrected --period 2024-03 --corrects out/settled/statements --out out/c1",
        zh: "对已出具的结算单出更正",
        en: "corrections of the statements that were issued",
      },
    ],
  );
  withCorrectsOption(command, context.language);
  withOutputOptions(withMonthOptions(command, context.language), context.language);
  return command.action(async (options: Options) => {
    const session = sessionOf(context, options);
    const progress = createProgress(session);
    if (options.corrects !== undefined) return correct({ ...options, corrects: options.corrects }, context);
    boundHeapGrowth(1, 0);
    const month = await loadDivided(options, progress, context);
    const { unitIds, unitWorkersMax } = month;
    boundHeapGrowth(1, unitWorkersMax);
    const briefs: StatementBrief[] = [];
    const settled = new Set<string>();
    const files = settledFiles(month, (statement) => {
      briefs.push(briefOf(statement));
      settled.add(statement.input.unit.id);
      boundHeapGrowth(1 - settled.size / unitIds.length, unitWorkersMax);
      progress.step({ zh: "结算单位", en: "settling units" }, settled.size, unitIds.length);
    });
    const outcome = await publishFolder(options.out, files, { replace: options.replace === true });
    progress.finish();
    context.terminal.writeOut(
      options.json === true
        ? `${JSON.stringify({ out: options.out, outcome, statements: briefs })}\n`
        : statementTable(session, briefs),
    );
    const isSound = areSound(briefs) && unitIds.every((unitId) => settled.has(unitId));
    context.finish(isSound ? exitCodes.done : exitCodes.findings);
  });
}

/** The month in parts, without a hold on the whole. */
async function loadDivided(
  options: Options,
  progress: Progress,
  context: CommandContext,
): Promise<DividedMonth> {
  const loaded = await loadMonth(options, progress, context);
  return divideMonth(loaded);
}

/** Corrections of statements that were issued. */
async function correct(
  options: Options & { readonly corrects: readonly string[] },
  context: CommandContext,
): Promise<void> {
  const session = sessionOf(context, options);
  const progress = createProgress(session);
  const loaded = await loadMonth(options, progress, context);
  const settled = settleMonth(loaded.month, loaded.facts, (done, total) =>
    progress.step({ zh: "结算单位", en: "settling units" }, done, total),
  );
  const month = await correctMonth(settled.statements, options.corrects, loaded.facts);
  const carried = carriedFiles(settled.period, carryDebts(settled, settled.statements));
  const isNothing = month.statements.length === 0;
  const outcome = isNothing ? "unchanged" : await publishStatements(month.statements, carried, options);
  progress.finish();
  const briefs = month.statements.map(briefOf);
  context.terminal.writeOut(
    options.json === true
      ? `${JSON.stringify({ out: options.out, outcome, statements: briefs, ...correctionJson(month) })}\n`
      : correctionReport(session, month),
  );
  const isComplete = month.withoutMonth.length === 0;
  context.finish(isComplete && areSound(briefs) ? exitCodes.done : exitCodes.findings);
}

async function publishStatements(
  statements: readonly SettlementStatement[],
  carried: readonly MonthFile[],
  { out, replace }: Options,
): Promise<PublishOutcome> {
  const { files } = await statementFiles(statements);
  return publishFolder(out, [...files, ...carried], { replace: replace === true });
}

/** What a run tells of a statement. */
interface StatementBrief {
  readonly statementId: string;
  readonly totals: StatementTotals;
  readonly digest: string;
  readonly guaranteeHolds: boolean;
}

function briefOf({ input, totals, digest, guarantee }: SettlementStatement): StatementBrief {
  return { statementId: input.statementId, totals, digest, guaranteeHolds: guarantee.holds };
}

function areSound(briefs: readonly StatementBrief[]): boolean {
  return briefs.every(({ guaranteeHolds }) => guaranteeHolds);
}

function statementTable(session: Session, briefs: readonly StatementBrief[]): string {
  const title = (zh: string, en: string) => ({ title: say(session, { zh, en }) });
  const right = (zh: string, en: string) => ({ ...title(zh, en), align: "right" as const });
  const columns = [
    title("结算单", "statement"),
    right("人数", "workers"),
    right("应发", "gross"),
    right("实发", "net"),
    right("单位社保公积金", "employer's"),
    right("服务费", "fee"),
    right("单位支出", "cost"),
    title("证明", "guarantee"),
  ];
  const rows = briefs.map(({ statementId, totals, guaranteeHolds }) => [
    statementId,
    String(totals.workers),
    formatYuanGrouped(totals.grossFen),
    formatYuanGrouped(totals.netFen),
    formatYuanGrouped(totals.employerContributionsFen),
    formatYuanGrouped(totals.agencyFeeFen),
    formatYuanGrouped(totals.unitCostFen),
    guaranteeHolds ? say(session, { zh: "成立", en: "holds" }) : say(session, { zh: "不成立", en: "broken" }),
  ]);
  return drawTable(columns, rows, 0);
}
