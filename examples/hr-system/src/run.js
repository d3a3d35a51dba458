// @ts-check
import { languageOf, help, readArguments } from "./arguments.js";
import { previewUnit } from "./preview.js";
import { readFolder } from "./read-folder.js";
import { report } from "./report.js";
import { RunError } from "./run-error.js";

/**
 * Runs the program.
 *
 * @param {readonly string[]} args arguments after the program's name
 * @param {{ writeOut(text: string): void, writeError(text: string): void }} terminal
 * @returns {Promise<number>} exit code: 0 done, 2 the command line is wrong, 3 an input cannot be read
 */
export async function run(args, terminal) {
  const language = languageOf(args);
  try {
    const { folder, period, unitId, workerId, isHelp } = readArguments(args);
    if (isHelp) {
      terminal.writeOut(help[language]);
      return 0;
    }
    const month = await readFolder(folder, period);
    const preview = previewUnit(month, unitId, period);
    terminal.writeOut(report(preview, language, workerId));
    return 0;
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    terminal.writeError(`${error.text[language]}\n`);
    return error.exitCode;
  }
}
