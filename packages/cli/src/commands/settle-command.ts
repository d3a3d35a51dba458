import { formatYuanGrouped } from "@tongchou/core";
import { settleMonth, type SettlementStatement } from "@tongchou/settlement";
import type { Command } from "commander";
import { statementFiles } from "../documents/statement-files.js";
import { exitCodes } from "../exit-codes.js";
import { publishFolder, type PublishOutcome } from "../files/output-folder.js";
import { correctMonth } from "../month/correct-month.js";
import { loadMonth, type MonthArguments } from "../month/month-run.js";
import { correctionJson, correctionReport } from "../report/correction-report.js";
import { isEveryUnitSettled } from "../report/month-summary.js";
import { createProgress } from "../terminal/progress.js";
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
    const loaded = await loadMonth(options, progress, context);
    const settled = settleMonth(loaded.month, loaded.facts, (done, total) =>
      progress.step({ zh: "结算单位", en: "settling units" }, done, total),
    );
    const { statements } = settled;
    if (options.corrects !== undefined) {
      const month = await correctMonth(statements, options.corrects, loaded.facts);
      const isNothing = month.statements.length === 0;
      const outcome = isNothing ? "unchanged" : await publishStatements(month.statements, options);
      progress.finish();
      context.terminal.writeOut(
        options.json === true
          ? `${JSON.stringify({ out: options.out, outcome, statements: month.statements.map(brief), ...correctionJson(month) })}\n`
          : correctionReport(session, month),
      );
      const isComplete = month.withoutMonth.length === 0;
      context.finish(isComplete && areSound(month.statements) ? exitCodes.done : exitCodes.findings);
      return;
    }
    const outcome = await publishStatements(statements, options);
    progress.finish();
    context.terminal.writeOut(
      options.json === true
        ? `${JSON.stringify({ out: options.out, outcome, statements: statements.map(brief) })}\n`
        : statementTable(session, statements),
    );
    const isSound = areSound(statements) && isEveryUnitSettled(settled);
    context.finish(isSound ? exitCodes.done : exitCodes.findings);
  });
}

async function publishStatements(
  statements: readonly SettlementStatement[],
  { out, replace }: Options,
): Promise<PublishOutcome> {
  const { files } = await statementFiles(statements);
  return publishFolder(out, files, { replace: replace === true });
}

function areSound(statements: readonly SettlementStatement[]): boolean {
  return statements.every((statement) => statement.guarantee.holds);
}

function brief({ input, totals, digest, guarantee }: SettlementStatement): unknown {
  return { statementId: input.statementId, totals, digest, guaranteeHolds: guarantee.holds };
}

function statementTable(session: Session, statements: readonly SettlementStatement[]): string {
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
  const rows = statements.map(({ input, totals, guarantee }) => [
    input.statementId,
    String(totals.workers),
    formatYuanGrouped(totals.grossFen),
    formatYuanGrouped(totals.netFen),
    formatYuanGrouped(totals.employerContributionsFen),
    formatYuanGrouped(totals.agencyFeeFen),
    formatYuanGrouped(totals.unitCostFen),
    guarantee.holds
      ? say(session, { zh: "成立", en: "holds" })
      : say(session, { zh: "不成立", en: "broken" }),
  ]);
  return drawTable(columns, rows, 0);
}
