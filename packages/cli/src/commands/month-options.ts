import type { Language } from "@tongchou/core";
import { Option, type Command } from "commander";

/** Adds the options of every command that works on a month's folder. */
export function withMonthOptions(command: Command, language: Language): Command {
  const text = (zh: string, en: string): string => (language === "zh" ? zh : en);
  return command
    .requiredOption("--in <folder>", text("当月文件所在目录", "folder with the month's files"))
    .requiredOption("--period <month>", text("结算月份，例如 2024-03", "month to settle, such as 2024-03"))
    .option(
      "--known-on <day>",
      text(
        "按这一天已公布的参数计算（默认当月最后一天）",
        "use facts as known on this day (default: the month's last day)",
      ),
    )
    .option(
      "--transfer-date <day>",
      text("平移生效日期（默认 2024-03-01）", "first day of the new arrangement (default 2024-03-01)"),
    )
    .option(
      "--facts <file...>",
      text("叠加部署参数包（JSON）", "lay fact packs over the built-in ones (JSON)"),
    )
    .addOption(
      new Option(
        "--case1-insurance <way>",
        text(
          "直签人员社保：经平台划转或单位自缴",
          "insurance of direct hires: through the platform, or by the unit",
        ),
      ).choices(["forward", "unit"]),
    );
}

/** Adds the options of commands that write bank files. */
export function withBankOptions(command: Command, language: Language): Command {
  const text = (zh: string, en: string): string => (language === "zh" ? zh : en);
  return command
    .option(
      "--bank-profile <id or file>",
      text(
        "银行格式：tongchou banks 列出的编号，或配置文件（JSON）",
        "the bank's format: an id of `tongchou banks`, or a JSON profile",
      ),
    )
    .option(
      "--pay-date <day>",
      text(
        "发放日期（默认当月最后一个非周末日）",
        "pay day (default: the month's last day that is no weekend)",
      ),
    );
}

/** Adds the options of commands that write files. */
export function withOutputOptions(command: Command, language: Language): Command {
  const text = (zh: string, en: string): string => (language === "zh" ? zh : en);
  return command
    .requiredOption(
      "--out <folder>",
      text("输出目录，全部写好后一次出现", "output folder; it appears when it is whole"),
    )
    .option("--replace", text("覆盖内容不同的已有输出", "replace an existing output with other content"));
}
