import { maskName, type EmployerUnit, type PlannedWorker } from "@tongchou/core";
import { agentChangeNotices, planMonth } from "@tongchou/settlement";
import type { Command } from "commander";
import { CommandError } from "../command-error.js";
import { planFiles, planRecord } from "../documents/plan-files.js";
import { exitCodes } from "../exit-codes.js";
import { publishFolder } from "../files/output-folder.js";
import { loadMonth, type MonthArguments } from "../month/month-run.js";
import { agentChangeTable } from "../report/agent-change-table.js";
import { issueGroups } from "../report/issue-groups.js";
import { routeNames } from "../report/route-names.js";
import { createProgress } from "../terminal/progress.js";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withMonthOptions } from "./month-options.js";

type PlanOptions = MonthArguments & CommonOptions & { unit?: string; out?: string; replace?: true };

/** `tongchou plan`: the route of every worker. */
export function planCommand(context: CommandContext): Command {
  const isChinese = context.language === "zh";
  const command = createCommand(
    context,
    "plan",
    {
      zh: "列出每个人的平移路径、依据条款、所采用的解读和待决定事项",
      en: "list every worker's route with its clauses, readings and open decisions",
    },
    [
      {
        command: "tongchou plan --in examples/sample-month/data --period 2024-03 --unit U04",
        zh: "一家单位的平移方案",
        en: "the plan of one unit",
      },
    ],
  );
  return withMonthOptions(command, context.language)
    .option("--unit <id>", isChinese ? "只看一家单位" : "one unit only")
    .option(
      "--out <folder>",
      isChinese ? "另存为 plan.xlsx 和 plan.json" : "also write plan.xlsx and plan.json",
    )
    .option(
      "--replace",
      isChinese ? "覆盖内容不同的已有输出" : "replace an existing output with other content",
    )
    .action(async (options: PlanOptions) => {
      const session = sessionOf(context, options);
      const progress = createProgress(session);
      const loaded = await loadMonth(options, progress, context, { isPayNeeded: false });
      const planned = planMonth(loaded.month, loaded.facts);
      const { plan } = planned;
      const changes = agentChangeNotices(planned, loaded.month, loaded.facts);
      const noticeOf = new Map(changes.notices.map((notice) => [notice.workerId, notice]));
      checkUnit(options.unit, loaded.month.units);
      progress.finish();
      const workers = plan.workers.filter(
        ({ unit }) => options.unit === undefined || unit.id === options.unit,
      );
      const issues = [...plan.issues, ...changes.issues].filter(
        ({ subject }) => options.unit === undefined || subject?.unitId === options.unit,
      );
      if (options.out !== undefined) {
        const { files } = await planFiles(workers, issues, changes.notices);
        await publishFolder(options.out, files, { replace: options.replace === true });
      }
      if (options.json === true) {
        const records = workers.map((entry) =>
          planRecord(
            entry,
            issues.filter(
              ({ severity, subject }) =>
                severity === "needs-decision" && subject?.workerId === entry.worker.workerId,
            ),
            noticeOf.get(entry.worker.workerId),
          ),
        );
        context.terminal.writeOut(`${JSON.stringify(records)}\n`);
      } else {
        const decisions = issues.filter(({ severity }) => severity === "needs-decision");
        context.terminal.writeOut(planTable(session, workers));
        const told = workers.flatMap(({ worker }) => noticeOf.get(worker.workerId) ?? []);
        context.terminal.writeOut(agentChangeTable(session, told));
        context.terminal.writeOut(`\n${issueGroups(session, decisions).join("")}`);
      }
      context.finish(exitCodes.done);
    });
}

function checkUnit(id: string | undefined, units: readonly EmployerUnit[]): void {
  if (id === undefined || units.some((unit) => unit.id === id)) return;
  throw new CommandError(exitCodes.input, {
    zh: `units.json 中没有单位 ${id}。`,
    en: `units.json has no unit ${id}.`,
  });
}

function planTable(session: Session, workers: readonly PlannedWorker[]): string {
  const title = (zh: string, en: string) => ({ title: say(session, { zh, en }) });
  const columns = [
    title("单位", "unit"),
    title("人员", "worker"),
    title("姓名", "name"),
    title("路径", "route"),
    title("条款", "clauses"),
    title("解读", "readings"),
    title("合同", "contract"),
  ];
  const rows = workers.map(({ unit, worker, decision, flags, settledContract }) => [
    unit.id,
    worker.workerId,
    maskName(worker.name),
    say(session, routeNames(decision.branch)),
    decision.definition.clauses.join(" "),
    flags.join(" "),
    settledContract?.id ?? "",
  ]);
  return drawTable(columns, rows, 0);
}
