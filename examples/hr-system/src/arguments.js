// @ts-check
/** @import { Language, Period } from "@tongchou/core" */
import { parsePeriod } from "@tongchou/core";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { RunError } from "./run-error.js";

/**
 * What a run is asked for.
 *
 * @typedef {object} Arguments
 * @property {string} folder
 * @property {Period} period
 * @property {string} unitId
 * @property {string | undefined} workerId worker whose line is explained
 * @property {boolean} isHelp
 */

const sampleFolder = fileURLToPath(new URL("../../sample-month/data", import.meta.url));

/** @type {import("node:util").ParseArgsConfig["options"]} */
const options = {
  in: { type: "string" },
  period: { type: "string" },
  unit: { type: "string" },
  worker: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
};

/** The help, in both languages. */
export const help = {
  zh: `用法：node src/main.js [选项]

读取名册和工资表，规划平移，预览一家单位的结算单，不发送任何数据。

  --in <目录>      单位的文件（默认：示例月份）
  --period <月份>  结算月份，例如 2024-03（默认）
  --unit <编号>    单位（默认 U01）
  --worker <编号>  说明此人的每一项是怎么算的（默认：结算单的第一人）
  --lang zh|en     语言（默认 en）
  -h, --help       显示帮助
`,
  en: `usage: node src/main.js [options]

Reads rosters and pay sheet, plans the migration and previews a unit's statement. Nothing is sent.

  --in <folder>     the unit's files (default: the sample month)
  --period <month>  month to settle, such as 2024-03 (the default)
  --unit <id>       the unit (default: U01)
  --worker <id>     the worker whose line is explained (default: the first of the statement)
  --lang zh|en      language (default: en)
  -h, --help        show this help
`,
};

/**
 * The language that is asked for, also where the rest of the command line is wrong.
 *
 * @param {readonly string[]} args
 * @returns {Language}
 */
export function languageOf(args) {
  const isChinese = args.some(
    (arg, index) => arg === "--lang=zh" || (arg === "zh" && args[index - 1] === "--lang"),
  );
  return isChinese ? "zh" : "en";
}

/**
 * @param {readonly string[]} args
 * @returns {Arguments}
 * @throws {RunError} when the command line cannot be understood
 */
export function readArguments(args) {
  const values = parse(args);
  const period = parsePeriod(values["period"] ?? "2024-03");
  if (!period.ok) throw usageError("--period");
  if (!["zh", "en"].includes(values["lang"] ?? "en")) throw usageError("--lang");
  return {
    folder: values["in"] ?? sampleFolder,
    period: period.value,
    unitId: values["unit"] ?? "U01",
    workerId: values["worker"],
    isHelp: "help" in values,
  };
}

/**
 * @param {readonly string[]} args
 * @returns {Readonly<Record<string, string | undefined>>}
 */
function parse(args) {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values = tokens.flatMap((token) => {
    if (token.kind === "option-terminator") return [];
    if (token.kind === "positional") throw usageError(token.value);
    const option = options?.[token.name];
    const isComplete = (option?.type === "string") === (token.value !== undefined);
    if (option === undefined || !isComplete) throw usageError(token.rawName);
    return [[token.name, token.value]];
  });
  return Object.fromEntries(values);
}

/** @param {string} word */
function usageError(word) {
  return new RunError(2, {
    zh: `命令行有误：${word}。请看 --help。`,
    en: `cannot understand ${word} on the command line; see --help`,
  });
}
