import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { plainDate } from "@tongchou/core";
import type { Command } from "commander";
import { answerLine, calcKindNames } from "../calc/calc.js";
import { exitCodes } from "../exit-codes.js";
import { loadFacts } from "../month/load-facts.js";
import { createCommand, type CommandContext } from "./command.js";

/** `tongchou calc`: JSON lines in, JSON lines out. */
export function calcCommand(context: CommandContext): Command {
  const { terminal, language } = context;
  return createCommand(
    context,
    "calc",
    {
      zh: `逐行计算：标准输入每行一个 JSON 对象，标准输出按同样顺序每行一个结果；金额为以元为单位的字符串。可用种类：${calcKindNames.join("、")}`,
      en: `answer one JSON object per line, in the same order; amounts are decimal strings in yuan. Kinds: ${calcKindNames.join(", ")}`,
    },
    [
      {
        command: `echo '{"kind":"labour-withholding","income":"30000.00"}' | tongchou calc`,
        zh: "劳务报酬预扣",
        en: "tax on a labour fee",
      },
      {
        command: `echo '{"kind":"id","type":"cnaps","value":"102100099996"}' | tongchou calc`,
        zh: "校验联行号",
        en: "check a bank code",
      },
    ],
  )
    .option(
      "--facts <file...>",
      language === "zh" ? "叠加部署参数包（JSON）" : "lay a deployment's fact packs over (JSON)",
    )
    .action(async (options: { facts?: string[] }) => {
      const facts = await loadFacts(options.facts ?? []);
      const today = plainDate(new Date().toISOString().slice(0, 10));
      const lines = createInterface({ input: Readable.from(terminal.stdin), crlfDelay: Infinity });
      for await (const line of lines) terminal.writeOut(`${answerLine(line, { facts, today })}\n`);
      context.finish(exitCodes.done);
    });
}
