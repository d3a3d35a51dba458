import { settleMonth } from "@tongchou/settlement";
import type { Command } from "commander";
import { exitCodes } from "../exit-codes.js";
import { publishFolder, type PublishOutcome } from "../files/output-folder.js";
import { monthDocuments, type MonthDocuments } from "../month/month-documents.js";
import { loadMonth, loadPaymentOptions, type MonthArguments } from "../month/month-run.js";
import { isEveryUnitSettled } from "../report/month-summary.js";
import { monthReport } from "../report/month-report.js";
import { createProgress } from "../terminal/progress.js";
import { say, type Session } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withBankOptions, withMonthOptions, withOutputOptions } from "./month-options.js";

type Options = MonthArguments & CommonOptions & { out: string; replace?: true };

/** `tongchou month`: all of it. */
export function monthCommand(context: CommandContext): Command {
  const command = createCommand(
    context,
    "month",
    {
      zh: "从一个月的全部文件到平移方案、结算单、代发文件、专班报表、个税导入表和问题清单，一次完成",
      en: "from a month's files to plan, statements, bank files, policy forms, tax sheets and the list of issues, in one run",
    },
    [
      {
        command: "tongchou month --in examples/sample-month/data --period 2024-03 --out out/2024-03",
        zh: "办理示例月份",
        en: "run the sample month",
      },
    ],
  );
  withOutputOptions(
    withBankOptions(withMonthOptions(command, context.language), context.language),
    context.language,
  );
  return command.action(async (options: Options) => {
    const session = sessionOf(context, options);
    const progress = createProgress(session);
    const loaded = await loadMonth(options, progress, context);
    const payment = await loadPaymentOptions(options, loaded.month.period);
    const settled = settleMonth(loaded.month, loaded.facts, (done, total) =>
      progress.step({ zh: "结算单位", en: "settling units" }, done, total),
    );
    const documents = await monthDocuments(loaded, settled, payment, progress);
    const outcome = await publishFolder(options.out, documents.files, { replace: options.replace === true });
    progress.finish();
    const { statements } = settled;
    context.terminal.writeOut(
      options.json === true
        ? `${JSON.stringify({ ...documents.summary, out: options.out, outcome })}\n`
        : `${monthReport(session, { ...documents, statements })}\n${fileList(session, options.out, documents, outcome)}`,
    );
    const isSound = documents.summary.guaranteeHolds && isEveryUnitSettled(settled);
    context.finish(isSound ? exitCodes.done : exitCodes.findings);
  });
}

function fileList(session: Session, out: string, documents: MonthDocuments, outcome: PublishOutcome): string {
  const paths = documents.files.map((file) => file.path);
  const count = (prefix: string): number => paths.filter((path) => path.startsWith(prefix)).length;
  const lines: readonly (readonly [string, string, string])[] = [
    ["plan.xlsx", "每个人的平移路径", "the route of every worker"],
    ["issues.xlsx", "全部问题和待决定事项", "every issue and decision"],
    [
      "statements/",
      `结算单（${count("statements/")} 个文件，JSON 可用 tongchou verify 核验）`,
      `statements (${count("statements/")} files; tongchou verify checks the JSON)`,
    ],
    ["bank/", `银行代发文件（${count("bank/")} 个）`, `bank files (${count("bank/")})`],
    ["forms/", `统计表和信息汇总表（${count("forms/")} 个）`, `policy forms (${count("forms/")})`],
    ["tax/", `扣缴端导入表（${count("tax/")} 个）`, `sheets for the withholding client (${count("tax/")})`],
    ...(paths.includes("carried.json")
      ? [
          [
            "carried.json",
            "结转下月的扣款，放入下月目录",
            "deductions carried; put it into next month's folder",
          ] as const,
        ]
      : []),
    ["manifest.json", "每个文件的摘要和格式版本", "digest and profile of every file"],
  ];
  const width = Math.max(...lines.map(([path]) => path.length));
  const head = {
    written: { zh: `文件在 ${out}`, en: `Files in ${out}` },
    unchanged: { zh: `文件在 ${out}（与上次完全相同）`, en: `Files in ${out} (the same as before)` },
    replaced: { zh: `文件在 ${out}（已覆盖旧的）`, en: `Files in ${out} (the old ones were replaced)` },
  }[outcome];
  return `${say(session, head)}\n${lines.map(([path, zh, en]) => `  ${path.padEnd(width)}  ${say(session, { zh, en })}\n`).join("")}`;
}
