import { join } from "node:path";
import { listInputFolder, readInput } from "../files/read-input.js";

/** A file that was issued, by what it holds; a file that is no JSON is left to the check of bundles. */
export type IssuedFile =
  | { readonly kind: "statement"; readonly file: string; readonly statement: unknown }
  | {
      readonly kind: "bundle";
      readonly file: string;
      readonly bytes: Uint8Array;
      readonly statement: unknown;
    }
  | { readonly kind: "line-proof"; readonly file: string; readonly bytes: Uint8Array };

/**
 * Reads a statement, a bundle or a line's proof, told by what stands in it.
 *
 * @throws CommandError when the file cannot be read
 */
export async function readIssuedFile(file: string): Promise<IssuedFile> {
  const bytes = await readInput(file);
  const json = parseJson(bytes);
  if (json === undefined) return { kind: "bundle", file, bytes, statement: undefined };
  if (hasMember(json, "leaf")) return { kind: "line-proof", file, bytes };
  if (!hasMember(json, "leaves")) return { kind: "statement", file, statement: json };
  return {
    kind: "bundle",
    file,
    bytes,
    statement: hasMember(json, "statement") ? json.statement : undefined,
  };
}

/** The statements of the JSON files of a folder, bundled or not. */
export async function readIssuedFolder(folder: string): Promise<readonly IssuedFile[]> {
  const names = (await listInputFolder(folder)).filter((name) => name.endsWith(".json"));
  const files: IssuedFile[] = [];
  for (const name of names) files.push(await readIssuedFile(join(folder, name)));
  return files;
}

/** The statement in a file; undefined for a file without one. */
export function statementIn(issued: IssuedFile): unknown {
  return issued.kind === "line-proof" ? undefined : issued.statement;
}

/** True for a statement that refers to an earlier one. */
export function isCorrection(statement: unknown): boolean {
  return hasMember(statement, "input") && hasMember(statement.input, "corrects");
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function hasMember<Name extends string>(
  value: unknown,
  name: Name,
): value is Readonly<Record<Name, unknown>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}
