import type { BilingualText, Language } from "@tongchou/core";
import { Command, Option } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Session, Terminal } from "../terminal/terminal.js";

/** What a subcommand needs to run. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: Language;
  /** Takes the exit code of the subcommand that ran; of several the first that is not `done` stays. */
  finish(code: ExitCode): void;
}

/** Options that every subcommand has. */
export interface CommonOptions {
  readonly json?: true;
  readonly quiet?: true;
}

/** One example of a subcommand's help. */
export interface HelpExample extends BilingualText {
  readonly command: string;
}

/** The session of a run from its context and options. */
export function sessionOf(context: CommandContext, options: CommonOptions): Session {
  return { terminal: context.terminal, language: context.language, isQuiet: options.quiet === true };
}

/** A subcommand with the options that all have, its description, and examples under its help. */
export function createCommand(
  context: CommandContext,
  name: string,
  description: BilingualText,
  examples: readonly HelpExample[],
): Command {
  const { language } = context;
  const command = new Command(name).description(description[language]);
  const width = Math.max(...examples.map((example) => example.command.length));
  const lines = examples.map((example) => `  ${example.command.padEnd(width)}  ${example[language]}`);
  return command
    .option("--json", language === "zh" ? "输出给程序读的 JSON" : "write JSON for programs")
    .option("--quiet", language === "zh" ? "不显示进度" : "show no progress")
    .addOption(languageOption(language))
    .addHelpText("after", `\n${language === "zh" ? "示例：" : "Examples:"}\n${lines.join("\n")}\n`);
}

/** The option that chooses the language; it has been read before the help is built. */
export function languageOption(language: Language): Option {
  return new Option("--lang <zh|en>", language === "zh" ? "语言" : "language").choices(["zh", "en"]);
}
