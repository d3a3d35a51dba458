import { formatYuanGrouped } from "@tongchou/core";
import { verifyStatement, type Verification } from "@tongchou/settlement";
import type { Command } from "commander";
import { exitCodes } from "../exit-codes.js";
import { readInputJson } from "../files/read-input.js";
import { say, type Session } from "../terminal/terminal.js";
import { issueLines } from "../terminal/issue-lines.js";
import { guaranteeLines } from "../report/guarantee-lines.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";

const differencesShown = 20;

/** `tongchou verify`: recomputes statements from themselves. */
export function verifyCommand(context: CommandContext): Command {
  return createCommand(
    context,
    "verify",
    {
      zh: "只凭结算单文件重算每一行、每个合计和证明；有任何一分不符即以退出码 1 结束",
      en: "recompute every line, sum and term of the proof from statement files alone; exits with 1 on any difference",
    },
    [
      {
        command: "tongchou verify out/2024-03/statements/*.json",
        zh: "核对一个月的全部结算单",
        en: "check all statements of a month",
      },
    ],
  )
    .argument("<file...>", context.language === "zh" ? "结算单 JSON 文件" : "statement files (JSON)")
    .action(async (files: string[], options: CommonOptions) => {
      const session = sessionOf(context, options);
      let isSound = true;
      const reports: unknown[] = [];
      for (const file of files) {
        const result = verifyStatement(await readInputJson(file));
        isSound &&= result.ok && result.value.isSound;
        if (options.json === true) reports.push(jsonReport(file, result));
        else context.terminal.writeOut(textReport(session, file, result));
      }
      if (options.json === true)
        context.terminal.writeOut(`${JSON.stringify({ isSound, files: reports })}\n`);
      context.finish(isSound ? exitCodes.done : exitCodes.findings);
    });
}

type Result = ReturnType<typeof verifyStatement>;

function jsonReport(file: string, result: Result): unknown {
  if (!result.ok) return { file, isSound: false, issues: result.issues };
  const { recomputed, ...verification } = result.value;
  return { file, ...verification, guaranteeHolds: recomputed.guarantee.holds };
}

function textReport(session: Session, file: string, result: Result): string {
  if (!result.ok) {
    const lines = result.issues.flatMap((issue) => issueLines(issue, session.language));
    return `✗ ${file}\n${lines.map((line) => `  ${line}\n`).join("")}`;
  }
  const found = result.value;
  const { totals, guarantee } = found.recomputed;
  const head = say(session, {
    zh: `${found.statementId}：重算 ${totals.workers} 人，单位支出 ${formatYuanGrouped(totals.unitCostFen)} 元`,
    en: `${found.statementId}: ${totals.workers} lines recomputed, cost of the unit ${formatYuanGrouped(totals.unitCostFen)} yuan`,
  });
  if (found.isSound) {
    return `✓ ${head}\n${say(session, { zh: "  每一分都对得上，证明成立。", en: "  Every fen follows, and the guarantee holds." })}\n`;
  }
  return `✗ ${head}\n${differenceLines(session, found)}${guarantee.holds ? "" : guaranteeLines(session, guarantee)}`;
}

function differenceLines(session: Session, found: Verification): string {
  const lines = found.differences
    .slice(0, differencesShown)
    .map(
      ({ pointer, found: stated, recomputed }) =>
        `  ${pointer}: ${say(session, { zh: "文件为", en: "says" })} ${stated || "—"}, ${say(session, { zh: "重算为", en: "recomputed" })} ${recomputed || "—"}\n`,
    );
  const more = found.differences.length - differencesShown;
  if (more > 0) lines.push(say(session, { zh: `  另有 ${more} 处\n`, en: `  and ${more} more\n` }));
  if (!found.digestMatches) {
    lines.push(
      say(session, {
        zh: "  摘要与内容不符：文件在生成后被改动过。\n",
        en: "  The digest does not fit the content: the file was changed after it was made.\n",
      }),
    );
  }
  return lines.join("");
}
