// @ts-check
import { once } from "node:events";
import { languageOf, readArguments } from "./arguments.js";
import { RunError } from "./run-error.js";
import { startSimulator } from "./simulator.js";
import { help, logLine, sentences } from "./words.js";

/**
 * Runs the bank until it is told to end.
 *
 * @param {readonly string[]} args arguments after the program's name
 * @param {{ writeOut: (text: string) => void, writeError: (text: string) => void, signal: AbortSignal }} terminal
 * @returns {Promise<number>} exit code: 0 ended when told, 2 the command line is wrong, 3 something cannot be
 *   read, or the port is taken
 */
export async function run(args, { writeOut, writeError, signal }) {
  const language = languageOf(args);
  try {
    const { isHelp, ...options } = readArguments(args);
    if (isHelp) {
      writeOut(help[language]);
      return 0;
    }
    const log = (/** @type {string} */ code, /** @type {string} */ batchNumber) =>
      writeOut(logLine(code, batchNumber, language));
    const simulator = await startSimulator({ ...options, log });
    writeOut(`${sentences.listening[language]} ${simulator.address}\n`);
    if (simulator.tcpPort !== undefined)
      writeOut(`${sentences.listening[language]} tcp://127.0.0.1:${simulator.tcpPort} (ISO 8583)\n`);
    if (options.folder !== undefined) writeOut(`${sentences.watching[language]} ${options.folder}\n`);
    if (!signal.aborted) await once(signal, "abort");
    await simulator.close();
    writeOut(`${sentences.closed[language]}\n`);
    return 0;
  } catch (error) {
    const known = error instanceof RunError ? error : startError(error);
    writeError(`${known.text[language]}\n`);
    return known.exitCode;
  }
}

/** @param {unknown} error */
function startError(error) {
  const isOutside = error instanceof RangeError || (error instanceof Error && "code" in error);
  if (!isOutside) throw error;
  return new RunError(3, { zh: `无法启动：${error.message}`, en: `cannot start: ${error.message}` });
}
