import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";

/** A file of an input folder. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const bytesMax = 512 * 1024 * 1024;

/**
 * Reads one file whole.
 *
 * @throws CommandError when it is missing, no file, too large, or may not be read
 */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw inputError(path, "是目录，不是文件", "is a folder, not a file");
    if (status.size > bytesMax) throw inputError(path, "超过 512 MB", "is larger than 512 MB");
    return await readFile(path);
  } catch (error) {
    throw asInputError(path, error);
  }
}

/** Reads a text file in UTF-8. */
export async function readInputText(path: string): Promise<string> {
  const bytes = await readInput(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw inputError(path, "不是 UTF-8 编码的文本", "is no text in UTF-8", error);
  }
}

/**
 * Reads a JSON file.
 *
 * @throws CommandError also when the text is not JSON
 */
export async function readInputJson(path: string): Promise<unknown> {
  const text = await readInputText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw inputError(path, "不是有效的 JSON", "is no valid JSON", error);
  }
}

/** The names of the files in a folder, in order; subfolders and hidden files are left out. */
export async function listInputFolder(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .toSorted();
  } catch (error) {
    throw asInputError(folder, error);
  }
}

/** Reads a file of a folder. */
export async function readInputFile(folder: string, name: string): Promise<InputFile> {
  return { name, bytes: await readInput(join(folder, name)) };
}

function asInputError(path: string, error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return inputError(path, "不存在，请检查路径", "does not exist. Check the path", error);
    case "ENOTDIR":
      return inputError(path, "不是目录", "is no folder", error);
    case "EACCES":
    case "EPERM":
      return inputError(path, "没有读取权限", "may not be read by you", error);
    default:
      return inputError(path, `无法读取（${code ?? ""}）`, `cannot be read (${code ?? ""})`, error);
  }
}

function inputError(path: string, zh: string, en: string, cause?: unknown): CommandError {
  return new CommandError(exitCodes.input, { zh: `${path} ${zh}。`, en: `${path} ${en}.` }, { cause });
}
