import { settleMonth } from "@tongchou/settlement";
import type { Command } from "commander";
import { exitCodes } from "../exit-codes.js";
import { loadMonth, type MonthArguments } from "../month/month-run.js";
import { severityName, severityOrder, sortIssues } from "../terminal/issue-lines.js";
import { createProgress } from "../terminal/progress.js";
import { say, type Session } from "../terminal/terminal.js";
import type { Issue } from "@tongchou/core";
import { issueGroups } from "../report/issue-groups.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withMonthOptions } from "./month-options.js";

/** `tongchou check`: every problem of a month's files, and nothing written. */
export function checkCommand(context: CommandContext): Command {
  const command = createCommand(
    context,
    "check",
    {
      zh: "检查一个月的全部文件，一次列出所有问题（文件、工作表、行、列、处理办法），不写任何文件；有错误时退出码为 1",
      en: "check a month's files and list every problem with its place and what to do; writes nothing, exits with 1 on errors",
    },
    [
      {
        command: "tongchou check --in examples/sample-month/data --period 2024-03",
        zh: "检查示例月份",
        en: "check the sample month",
      },
    ],
  );
  return withMonthOptions(command, context.language).action(
    async (options: MonthArguments & CommonOptions) => {
      const session = sessionOf(context, options);
      const progress = createProgress(session);
      const loaded = await loadMonth(options, progress, context);
      const { issues } = settleMonth(loaded.month, loaded.facts);
      progress.finish();
      const sorted = sortIssues(issues);
      context.terminal.writeOut(
        options.json === true ? `${JSON.stringify(sorted)}\n` : checkReport(session, sorted),
      );
      const hasErrors = sorted.some((issue) => issue.severity === "error");
      context.finish(hasErrors ? exitCodes.findings : exitCodes.done);
    },
  );
}

function checkReport(session: Session, issues: readonly Issue[]): string {
  const parts = severityOrder.flatMap((severity) => {
    const ofSeverity = issues.filter((issue) => issue.severity === severity);
    if (ofSeverity.length === 0) return [];
    const head = `${severityName(severity, session.language)} ${ofSeverity.length}\n`;
    return [head + issueGroups(session, ofSeverity).join("")];
  });
  if (parts.length === 0) return say(session, { zh: "没有发现问题。\n", en: "No problem found.\n" });
  return parts.join("\n");
}
