import { formatYuanGrouped, sumFen } from "@tongchou/core";
import { joinPay, type SettlementStatement } from "@tongchou/settlement";
import type { Command } from "commander";
import { CommandError } from "../command-error.js";
import { bankFiles, payoutsOf } from "../documents/bank-files.js";
import { exitCodes } from "../exit-codes.js";
import { publishFolder } from "../files/output-folder.js";
import { readCheckedFolder } from "../issued/checked-folder.js";
import { loadMonth, loadPaymentOptions, type MonthArguments } from "../month/month-run.js";
import { issueGroups } from "../report/issue-groups.js";
import { createProgress } from "../terminal/progress.js";
import { drawTable } from "../terminal/table.js";
import { say } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withCorrectsOption } from "./issued-options.js";
import { withBankOptions, withMonthOptions, withOutputOptions } from "./month-options.js";

type Options = MonthArguments &
  CommonOptions & { statements: string; out: string; replace?: true; corrects?: readonly string[] };

/** `tongchou pay`: bank files from statements. */
export function payCommand(context: CommandContext): Command {
  const isChinese = context.language === "zh";
  const command = createCommand(
    context,
    "pay",
    {
      zh: "由已核验的结算单和名册中的账号生成银行代发文件；结算单核验不过的不付",
      en: "write bank files from statements and the accounts on the rosters; a statement that fails verification is not paid",
    },
    [
      {
        command:
          "tongchou pay --in examples/sample-month/data --period 2024-03 --statements out/settled/statements --out out/bank",
        zh: "生成代发文件",
        en: "write the bank files",
      },
    ],
  ).requiredOption("--statements <folder>", isChinese ? "结算单所在目录" : "folder with the statements");
  withCorrectsOption(command, context.language);
  withOutputOptions(
    withBankOptions(withMonthOptions(command, context.language), context.language),
    context.language,
  );
  return command.action(async (options: Options) => {
    const session = sessionOf(context, options);
    const progress = createProgress(session);
    const loaded = await loadMonth(options, progress, context);
    const payment = await loadPaymentOptions(options, loaded.month.period);
    const statements = await readStatements(options, loaded.month.period);
    const everyone = joinPay(loaded.month).rosters.flatMap((roster) => roster.workers);
    const workers = new Map(everyone.map((worker) => [worker.workerId, worker]));
    const input = { ...payment, workers, agencies: loaded.month.agencies };
    const { files, issues } = await bankFiles(statements, input);
    const outcome = await publishFolder(options.out, files, { replace: options.replace === true });
    progress.finish();
    const written = statements.map((statement) => ({
      statement,
      payments: payoutsOf(statement, input).payments,
    }));
    if (options.json === true) {
      context.terminal.writeOut(
        `${JSON.stringify({ out: options.out, outcome, files: files.map(({ path, rows }) => ({ path, rows })), issues })}\n`,
      );
    } else {
      const columns = [
        { title: say(session, { zh: "结算单", en: "statement" }) },
        { title: say(session, { zh: "笔数", en: "payments" }), align: "right" as const },
        { title: say(session, { zh: "金额（元）", en: "amount (yuan)" }), align: "right" as const },
      ];
      const rows = written.map(({ statement, payments }) => [
        statement.input.statementId,
        String(payments.length),
        formatYuanGrouped(sumFen(payments.map(({ amountFen }) => amountFen))),
      ]);
      context.terminal.writeOut(drawTable(columns, rows, 0));
      context.terminal.writeOut(`\n${issueGroups(session, issues).join("")}`);
    }
    context.finish(issues.some((issue) => issue.severity === "error") ? exitCodes.findings : exitCodes.done);
  });
}

/** The statements of a folder for one month, each verified. */
async function readStatements(
  { statements: folder, corrects }: Options,
  period: string,
): Promise<readonly SettlementStatement[]> {
  const verified = await readCheckedFolder(folder, {
    corrects,
    isGood: ({ isSound }) => isSound,
    refusal: { zh: "没有生成任何代发文件", en: "no bank file was written" },
  });
  const statements = verified.filter(({ input }) => input.period === period);
  if (statements.length === 0) {
    throw new CommandError(exitCodes.input, {
      zh: `${folder} 中没有 ${period} 的结算单。`,
      en: `${folder} has no statement of ${period}.`,
    });
  }
  return statements;
}
