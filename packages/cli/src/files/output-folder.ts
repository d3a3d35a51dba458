import type { Dirent } from "node:fs";
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
  /^((plan|issues)\.(json|xlsx)|(summary|manifest|carried)\.json|reconciliation\.xlsx|.+\.bundle\.json)$/,
  /^(\.DS_Store|Thumbs\.db)$/,
];

/** What became of an output folder. */
export type PublishOutcome = "written" | "unchanged" | "replaced";

/**
 * Writes a folder of files that appears whole or not at all: everything is written beside it and then
 * renamed. Files are written as they come, so a long row of them need not be held.
 *
 * A folder that is there already with the same content is left as it is. With other content it is only
 * replaced when asked to: what has been issued is not changed by accident. One that holds anything else than
 * outputs, the month's own files for instance, is never replaced.
 *
 * @throws CommandError when the folder has other content, or cannot be written; and what making the files
 *   throws
 */
export async function publishFolder(
  folder: string,
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
  options: { readonly replace: boolean },
): Promise<PublishOutcome> {
  const target = resolve(folder);
  const partial = await orOutputError(folder, async () => {
    await makeRoom(target);
    await refuseForeign(folder, options);
    return mkdtemp(join(dirname(target), prefixOf(target)));
  });
  try {
    const written = new Set<string>();
    for await (const file of files) {
      written.add(join(file.path));
      await orOutputError(folder, () => writeBelow(partial, file));
    }
    return await orOutputError(folder, () => putInPlace({ folder, target, partial, written }, options));
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Files that were written, and the folder that they are for. */
interface WrittenFolder {
  readonly folder: string;
  readonly target: string;
  readonly partial: string;
  /** Paths of the files, relative to the folder. */
  readonly written: ReadonlySet<string>;
}

async function putInPlace(
  { folder, target, partial, written }: WrittenFolder,
  { replace }: { readonly replace: boolean },
): Promise<PublishOutcome> {
  const existing = await filesBelow(target);
  if (existing === undefined) {
    await rename(partial, target);
    return "written";
  }
  if (await haveSameContent({ folder, target, partial, written }, existing)) return "unchanged";
  if (existing.length > 0 && !replace) throw occupied(folder);
  const old = await mkdtemp(join(dirname(target), prefixOf(target)));
  await rename(target, join(old, "old"));
  await rename(partial, target);
  await rm(old, { recursive: true });
  return existing.length > 0 ? "replaced" : "written";
}

async function haveSameContent(
  { target, partial, written }: WrittenFolder,
  existing: readonly Dirent[],
): Promise<boolean> {
  if (existing.length !== written.size) return false;
  for (const entry of existing) {
    const path = relative(target, join(entry.parentPath, entry.name));
    if (!entry.isFile() || !written.has(path)) return false;
    const [before, after] = [await readFile(join(target, path)), await readFile(join(partial, path))];
    if (!before.equals(after)) return false;
  }
  return true;
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

/** Looks at the top of a folder before anything is made for it: it may be anybody's. */
async function refuseForeign(folder: string, { replace }: { readonly replace: boolean }): Promise<void> {
  const names = (await readdir(folder).catch(missingAsUndefined)) ?? [];
  const foreign = names.find((name) => !outputNames.some((known) => known.test(name)));
  if (foreign === undefined) return;
  if (!replace) throw occupied(folder);
  throw new CommandError(exitCodes.output, {
    zh: `${folder} 中有不是本命令输出的内容（${foreign}），没有改动。请换一个输出位置。`,
    en: `${folder} holds what is no output of this command (${foreign}) and was left alone. Choose another output.`,
  });
}

/** Removes what a killed run left behind. */
async function makeRoom(target: string): Promise<void> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefixOf(target))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function prefixOf(target: string): string {
  return `.${basename(target)}.partial-`;
}

async function writeBelow(folder: string, { path, bytes, mode }: OutputFile): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes, { mode });
}

/** Everything below a folder but folders; undefined where there is none. */
async function filesBelow(folder: string): Promise<readonly Dirent[] | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(missingAsUndefined);
  return entries?.filter((entry) => !entry.isDirectory());
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

/** What work with files gives, its failures told as those of the output. */
async function orOutputError<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asOutputError(path, error);
  }
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
