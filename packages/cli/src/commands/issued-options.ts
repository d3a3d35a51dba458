import type { Language } from "@tongchou/core";
import type { Command } from "commander";

/** Adds the option that says where the statements are that corrections go back to. */
export function withCorrectsOption(command: Command, language: Language): Command {
  return command.option(
    "--corrects <folder...>",
    language === "zh"
      ? "更正所依据的、先前出具的结算单所在目录"
      : "folders with the earlier statements that are corrected",
  );
}

/** Adds the option for the user id that SM2 signs along. */
export function withUserIdOption(command: Command, language: Language): Command {
  return command.option(
    "--sm2-user-id <id>",
    language === "zh" ? "SM2 用户标识（默认 1234567812345678）" : "user id of SM2 (default 1234567812345678)",
  );
}
