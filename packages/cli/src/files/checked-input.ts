import type { Parsed } from "@tongchou/core";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";

/**
 * The value of an option.
 *
 * @throws CommandError when the text is none
 */
export function checkedOption<Value>(
  name: string,
  text: string,
  parse: (text: string) => Parsed<Value>,
): Value {
  const result = parse(text);
  if (result.ok) return result.value;
  const message = result.issues[0]?.message ?? { zh: "", en: "" };
  throw new CommandError(exitCodes.usage, { zh: `${name}：${message.zh}`, en: `${name}: ${message.en}` });
}

/**
 * What was read from a file.
 *
 * @throws CommandError with every problem when the file does not have its form
 */
export function checkedInput<Value>(path: string, result: Parsed<Value>): Value {
  if (result.ok) return result.value;
  const lines = (language: "zh" | "en"): string =>
    result.issues.map((issue) => `\n  ${issue.path ?? ""} ${issue.message[language]}`).join("");
  throw new CommandError(exitCodes.input, { zh: `${path}：${lines("zh")}`, en: `${path}:${lines("en")}` });
}
