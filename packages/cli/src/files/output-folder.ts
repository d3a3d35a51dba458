import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";

/** A file to be written, its path relative to the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** Who may read and write it, as the system's modes say; without it, as usual. */
  readonly mode?: number | undefined;
}

/**
 * Everything that commands write at the top of an output folder, and what file managers leave there: only
 * that may be replaced.
 */
const outputNames = [
  /^(statements|bank|forms|tax)$/,
  /^((plan|issues)\.(json|xlsx)|(summary|manifest)\.json|reconciliation\.xlsx|.+\.bundle\.json)$/,
  /^(\.DS_Store|Thumbs\.db)$/,
];

/** What became of an output folder. */
export type PublishOutcome = "written" | "unchanged" | "replaced";

/**
 * Writes a folder of files that appears whole or not at all: everything is written beside it and then
 * renamed.
 *
 * A folder that is there already with the same content is left as it is. With other content it is only
 * replaced when asked to: what has been issued is not changed by accident. One that holds anything else than
 * outputs, the month's own files for instance, is never replaced.
 *
 * @throws CommandError when the folder has other content, or cannot be written
 */
export async function publishFolder(
  folder: string,
  files: readonly OutputFile[],
  options: { readonly replace: boolean },
): Promise<PublishOutcome> {
  const target = resolve(folder);
  const parent = dirname(target);
  const prefix = `.${basename(target)}.partial-`;
  try {
    await mkdir(parent, { recursive: true });
    await removeStale(parent, prefix);
    await checkNames(folder, files, options);
    const existing = await contentOf(target);
    if (existing !== undefined && sameContent(existing, files)) return "unchanged";
    if (existing !== undefined && existing.size > 0 && !options.replace) throw occupied(folder);
    const partial = await mkdtemp(join(parent, prefix));
    for (const file of files) {
      const path = join(partial, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.bytes, { mode: file.mode });
    }
    if (existing === undefined) {
      await rename(partial, target);
      return "written";
    }
    const old = await mkdtemp(join(parent, prefix));
    await rename(target, join(old, "old"));
    await rename(partial, target);
    await rm(old, { recursive: true });
    return existing.size > 0 ? "replaced" : "written";
  } catch (error) {
    throw asOutputError(folder, error);
  }
}

/**
 * Writes one file that appears whole or not at all; like {@link publishFolder} it does not change another
 * one.
 */
export async function publishFile(
  path: string,
  bytes: Uint8Array | string,
  options: { readonly replace: boolean },
): Promise<PublishOutcome> {
  const target = resolve(path);
  const partial = join(dirname(target), `.${basename(target)}.partial-${process.pid}`);
  try {
    const existing = await readFile(target).catch(missingAsUndefined);
    if (existing !== undefined && existing.equals(toBuffer(bytes))) return "unchanged";
    if (existing !== undefined && !options.replace) throw occupied(path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(partial, bytes);
    await rename(partial, target);
    return existing === undefined ? "written" : "replaced";
  } catch (error) {
    await rm(partial, { force: true });
    throw asOutputError(path, error);
  }
}

/** Looks at the top of a folder before anything below it is read: it may be anybody's. */
async function checkNames(
  folder: string,
  files: readonly OutputFile[],
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const names = (await readdir(folder).catch(missingAsUndefined)) ?? [];
  const wanted = new Set(files.map(({ path }) => path.split("/")[0]));
  const others = names.filter((name) => !wanted.has(name));
  if (others.length > 0 && !replace) throw occupied(folder);
  const foreign = others.find((name) => !outputNames.some((known) => known.test(name)));
  if (foreign === undefined) return;
  throw new CommandError(exitCodes.output, {
    zh: `${folder} 中有不是本命令输出的内容（${foreign}），没有改动。请换一个输出位置。`,
    en: `${folder} holds what is no output of this command (${foreign}) and was left alone. Choose another output.`,
  });
}

/** Removes what a killed run left behind. */
async function removeStale(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function contentOf(folder: string): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(missingAsUndefined);
  if (entries === undefined) return undefined;
  const content = new Map<string, Buffer>();
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    content.set(relative(folder, path), entry.isFile() ? await readFile(path) : Buffer.alloc(0));
  }
  return content;
}

function sameContent(existing: ReadonlyMap<string, Buffer>, files: readonly OutputFile[]): boolean {
  return (
    existing.size === files.length &&
    files.every((file) => existing.get(join(file.path))?.equals(toBuffer(file.bytes)) === true)
  );
}

function toBuffer(bytes: Uint8Array | string): Buffer {
  return typeof bytes === "string"
    ? Buffer.from(bytes)
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function missingAsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

function occupied(path: string): CommandError {
  return new CommandError(exitCodes.output, {
    zh: `${path} 已存在且内容不同，没有改动。请换一个输出位置，或加 --replace 覆盖。`,
    en: `${path} exists with other content and was left alone. Choose another output, or add --replace.`,
  });
}

function asOutputError(path: string, error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return new CommandError(
    exitCodes.output,
    { zh: `无法写入 ${path}（${code}）。`, en: `${path} cannot be written (${code}).` },
    { cause: error },
  );
}
