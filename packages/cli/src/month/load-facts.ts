import { createFacts, jiujiangPacks, readFactPack, type Facts } from "@tongchou/statutory";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { readInputJson } from "../files/read-input.js";

/**
 * The built-in facts with a deployment's packs over them, the last one on top.
 *
 * @throws CommandError when a pack cannot be read; all its problems are named
 */
export async function loadFacts(paths: readonly string[]): Promise<Facts> {
  const packs = [];
  for (const path of paths) {
    const pack = readFactPack(await readInputJson(path));
    if (!pack.ok) {
      const lines = (language: "zh" | "en"): string =>
        pack.issues.map((issue) => `\n  ${issue.path ?? ""} ${issue.message[language]}`).join("");
      throw new CommandError(exitCodes.input, {
        zh: `${path} 不是有效的参数包：${lines("zh")}`,
        en: `${path} is no valid pack of facts:${lines("en")}`,
      });
    }
    packs.push(pack.value);
  }
  return createFacts([...jiujiangPacks, ...packs]);
}
