import type { Language } from "@tongchou/core";
import { Command, CommanderError } from "commander";
import { CommandError } from "./command-error.js";
import { accountCommand } from "./commands/account-command.js";
import { banksCommand } from "./commands/banks-command.js";
import { calcCommand } from "./commands/calc-command.js";
import { checkCommand } from "./commands/check-command.js";
import { keygenCommand } from "./commands/keygen-command.js";
import { languageOption, type CommandContext } from "./commands/command.js";
import { explainCommand } from "./commands/explain-command.js";
import { monthCommand } from "./commands/month-command.js";
import { payCommand } from "./commands/pay-command.js";
import { planCommand } from "./commands/plan-command.js";
import { proofCommand } from "./commands/proof-command.js";
import { reconcileCommand } from "./commands/reconcile-command.js";
import { settleCommand } from "./commands/settle-command.js";
import { signCommand } from "./commands/sign-command.js";
import { verifyCommand } from "./commands/verify-command.js";
import { exitCodes, type ExitCode } from "./exit-codes.js";
import { chooseLanguage, processTerminal, type Terminal } from "./terminal/terminal.js";
import { helpWords, usageMessage } from "./usage-text.js";
import { version } from "./version.js";

/**
 * Runs the command.
 *
 * @param args arguments after the program's name
 * @returns the exit code; nothing is thrown for a bad command line, bad input or a fault of the program
 */
export async function run(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> {
  const language = chooseLanguage(args, terminal.environment);
  let code: ExitCode = exitCodes.done;
  const finish = (value: ExitCode): void => {
    if (code === exitCodes.done) code = value;
  };
  const context: CommandContext = { terminal, language, finish };
  try {
    await createProgram(context).parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return reportFailure(error, language, terminal);
  }
}

function createProgram(context: CommandContext): Command {
  const { terminal, language } = context;
  const program = new Command("tongchou")
    .description(
      language === "zh"
        ? "统筹：非在编人员薪酬的检查、平移、结算、代发、对账和核验"
        : "payroll coordination: check, plan, settle, pay, reconcile, verify",
    )
    .version(version, "--version", language === "zh" ? "显示版本" : "show the version")
    .addOption(languageOption(language))
    .addHelpText("after", `\n${helpWords(language).exitCodes}`);
  const commands = [
    monthCommand,
    checkCommand,
    planCommand,
    settleCommand,
    payCommand,
    reconcileCommand,
    banksCommand,
    signCommand,
    verifyCommand,
    proofCommand,
    keygenCommand,
    accountCommand,
    explainCommand,
    calcCommand,
  ];
  for (const create of commands) program.addCommand(create(context));
  for (const command of [program, ...program.commands]) localise(command, language, terminal);
  return program;
}

/** Gives a command the words of a language, and errors instead of exits. */
function localise(command: Command, language: Language, terminal: Terminal): void {
  const words = helpWords(language);
  command
    .exitOverride()
    .helpOption("-h, --help", words.help)
    .configureHelp({ styleTitle: (title) => words.titles[title] ?? title, helpWidth: 100 })
    .configureOutput({
      writeOut: (text) => void terminal.writeOut(text),
      writeErr: (text) => void terminal.writeError(text),
      // Errors are told by the one who catches them, in the language of the run.
      outputError: () => undefined,
    });
  if (command.commands.length > 0) command.helpCommand("help [command]", words.help);
}

function reportFailure(error: unknown, language: Language, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    if (error.code !== "commander.help") terminal.writeError(`${usageMessage(error, language)}\n`);
    return exitCodes.usage;
  }
  if (error instanceof CommandError) {
    terminal.writeError(`${error.text[language]}\n`);
    return error.code;
  }
  const detail = error instanceof Error ? error.message : String(error);
  terminal.writeError(
    language === "zh"
      ? `程序内部错误：${detail}\n请把这一行和所用的命令报给开发者（设置 TONGCHOU_DEBUG=1 可显示详情）。\n`
      : `internal error: ${detail}\nPlease report this line and the command (TONGCHOU_DEBUG=1 shows more).\n`,
  );
  if (terminal.environment["TONGCHOU_DEBUG"] === "1" && error instanceof Error) {
    terminal.writeError(`${error.stack ?? ""}\n`);
  }
  return exitCodes.internal;
}
