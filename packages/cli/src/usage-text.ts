import type { Language } from "@tongchou/core";
import type { CommanderError } from "commander";

/** The words of the help in one language. */
export interface HelpWords {
  readonly help: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly exitCodes: string;
}

const words: Readonly<Record<Language, HelpWords>> = {
  en: {
    help: "show help",
    titles: {},
    exitCodes: `Exit codes: 0 done, 1 findings, 2 command line, 3 input, 4 output, 70 internal error.
Language: --lang, else TONGCHOU_LANG, else the locale.
`,
  },
  zh: {
    help: "显示帮助",
    titles: {
      "Usage:": "用法：",
      "Arguments:": "参数：",
      "Options:": "选项：",
      "Commands:": "命令：",
    },
    exitCodes: `退出码：0 完成，1 有问题，2 命令行有误，3 输入有误，4 输出有误，70 程序错误。
语言：--lang，其次 TONGCHOU_LANG，再次系统语言。
`,
  },
};

/** The words of the help. */
export function helpWords(language: Language): HelpWords {
  return words[language];
}

const chineseMessages: Readonly<Record<string, (named: string) => string>> = {
  "commander.unknownOption": (named) => `没有选项 ${named}。`,
  "commander.unknownCommand": (named) => `没有命令 ${named}。`,
  "commander.optionMissingArgument": (named) => `选项 ${named} 缺少内容。`,
  "commander.missingMandatoryOptionValue": (named) => `缺少选项 ${named}。`,
  "commander.missingArgument": (named) => `缺少参数 ${named}。`,
  "commander.excessArguments": () => "参数过多。",
  "commander.invalidArgument": (named) => `选项 ${named} 的内容不允许。`,
};

/** What is wrong with a command line, and where the help is. */
export function usageMessage(error: CommanderError, language: Language): string {
  const english = error.message.replace(/^error: /, "");
  if (language === "en") return `${english}\nSee tongchou --help.`;
  const named = /'([^']*)'/.exec(english)?.[1] ?? "";
  return `${chineseMessages[error.code]?.(named) ?? english}\n请看 tongchou --help --lang zh。`;
}
